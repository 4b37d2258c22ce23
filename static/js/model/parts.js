// The parts of a sentence: plain text, names of frames, code, and words that matter.

/**
 * @typedef {{ kind: "text"|"strong"|"code"|"frame", text: string, frame?: number }} Part
 */

/** Code longer than this is cut: a sentence has two lines. */
export const LONGEST_CODE = 44;

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
  const line = value.replaceAll("\n", " ⏎ ");
  return { kind: "code", text: line.length > LONGEST_CODE ? `${line.slice(0, LONGEST_CODE - 1)}…` : line };
}

/** @param {number} value */
export function seconds(value) {
  return `${value.toFixed(3)} s`;
}

/** Items with commas between them, and `and` before the last. @param {Part[][]} items @returns {Part[]} */
export function listed(items) {
  return items.flatMap((item, i) => (i === 0 ? item : [text(i === items.length - 1 ? " and " : ", "), ...item]));
}
