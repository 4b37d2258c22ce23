// Which lines of two texts differ: those that are not in the longest common sequence of lines. Pure.

/** More pairs of lines than this are not compared one by one: all between what is equal at both ends differ then. */
const MOST = 4_000_000;

/** @param {string} left @param {string} right @returns {{ left: number[], right: number[] }} numbers of lines, from 1 */
export function differences(left, right) {
  const { from, inA, inB, common } = compared(left, right);
  const numbers = (/** @type {string[]} */ lines, /** @type {Set<number>} */ known) =>
    lines.flatMap((line, i) => (known.has(i) || line === "" ? [] : [from + i + 1]));
  return { left: numbers(inA, common.a), right: numbers(inB, common.b) };
}

/**
 * For each line of a text the line of an edited one that stands for it: the same line; for one that was changed, the line in its place.
 * @param {string} before @param {string} after @returns {(line: number) => number} of numbers of lines, from 1
 */
export function counterparts(before, after) {
  const { from, inA, inB, common } = compared(before, after);
  const kept = [...common.b];
  const pairs = [...common.a].map((a, i) => [a, kept[i]]);
  return (line) => {
    const place = line - 1 - from;
    if (place < 0) return line;
    if (place >= inA.length) return line + inB.length - inA.length;
    const [a, b] = pairs.findLast(([a]) => a <= place) ?? [-1, -1];
    const next = pairs.find(([a]) => a > place)?.[1] ?? inB.length;
    return Math.max(1, from + 1 + (a === place ? b : Math.min(b + place - a, next - 1)));
  };
}

/** What is equal at both ends of two texts, and what they have in common between. @param {string} left @param {string} right */
function compared(left, right) {
  const [a, b] = [linesOf(left), linesOf(right)];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < a.length - from && end < b.length - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [inA, inB] = [a.slice(from, a.length - end), b.slice(from, b.length - end)];
  const common = inA.length * inB.length > MOST ? { a: new Set(), b: new Set() } : longestCommon(inA, inB);
  return { from, inA, inB, common };
}

/** Numbers in words: `2, 5–7`. @param {number[]} numbers in order */
export function rangesOf(numbers) {
  /** @type {[number, number][]} */
  const ranges = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(", ");
}

/** Spaces at the end of a line are no difference. @param {string} text */
function linesOf(text) {
  return text.split("\n").map((line) => line.trimEnd());
}

/** The places of a longest common sequence. @param {string[]} a @param {string[]} b */
function longestCommon(a, b) {
  const wide = b.length + 1;
  const lengths = new Int32Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [down, across] = [lengths[(i + 1) * wide + j], lengths[i * wide + j + 1]];
      lengths[i * wide + j] = a[i] === b[j] ? lengths[(i + 1) * wide + j + 1] + 1 : Math.max(down, across);
    }
  }
  const common = { a: new Set(), b: new Set() };
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      common.a.add(i++);
      common.b.add(j++);
    } else if (lengths[(i + 1) * wide + j] >= lengths[i * wide + j + 1]) i++;
    else j++;
  }
  return common;
}
