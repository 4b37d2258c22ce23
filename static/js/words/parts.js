// The parts of a sentence: plain text, names of frames, code, and words that matter.

/**
 * @typedef {{ kind: "text"|"strong"|"code"|"frame", text: string, frame?: number, object?: number }} Part  `object`: the number of the one that code stands for
 */

/** Code longer than this is cut: a sentence has two lines. */
export const LONGEST_CODE = 44;

/** What two lines of the page hold. */
export const LONGEST_SENTENCE = 260;
/** So long code may be in a sentence that would be longer. */
export const SHORTER_CODE = 26;

/** The same as plain text. @param {Part[]} parts */
export function plain(parts) {
  return parts.map((part) => part.text).join("");
}

/** @param {string} value @returns {Part} */
export function text(value) {
  return { kind: "text", text: value };
}

/** @param {string} value @returns {Part} */
export function strong(value) {
  return { kind: "strong", text: value };
}

/** Code or output, on one line. @param {string} value @returns {Part} */
export function code(value) {
  return { kind: "code", text: cut(value.replaceAll("\n", " ⏎ "), LONGEST_CODE) };
}

/** A part of a sentence that is too long with it as it is. @param {Part} part @returns {Part} */
export function shorter(part) {
  return part.kind === "code" ? { ...part, text: cut(part.text, SHORTER_CODE) } : part;
}

/** @param {string} line @param {number} most */
function cut(line, most) {
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** @param {number} value */
export function seconds(value) {
  return `${value.toFixed(3)} s`;
}

/** Items with commas between them, and a word before the last. @param {Part[][]} items @param {string} and @returns {Part[]} */
export function listed(items, and) {
  return items.flatMap((item, i) => (i === 0 ? item : [text(i === items.length - 1 ? ` ${and} ` : ", "), ...item]));
}

/**
 * A sentence with parts in it: ``said`${frame} yields ${code("1")}.` ``.
 * @param {TemplateStringsArray} strings @param {(Part|Part[]|string|number)[]} values
 * @returns {Part[]}
 */
export function said(strings, ...values) {
  const parts = strings.flatMap((string, i) => [text(string), ...(i < values.length ? partsOf(values[i]) : [])]);
  return parts.filter((part) => part.text !== "");
}

/** @param {Part|Part[]|string|number} value @returns {Part[]} */
function partsOf(value) {
  if (Array.isArray(value)) return value;
  return typeof value === "object" ? [value] : [text(String(value))];
}
