// Two runs walked through together: which step of each stands beside which of the other. Pure.
//
// Each step has a key that never falls: none, the loop's clock, or how many lines are printed. Steps of equal keys go together, one by one; where one
// run has fewer of them, or none, it waits at its last one.

/** @import { Run } from "./run.js" */

/**
 * @typedef {"steps"|"time"|"lines"} Link
 * @typedef {{ left: number[], right: number[] }} Together  the places of the two walks, side by side
 */

/** @param {Run} left @param {Run} right @param {Link} link @returns {Together} */
export function together(left, right, link) {
  const [a, b] = [keysOf(left, link), keysOf(right, link)];
  /** @type {Together} */
  const both = { left: [], right: [] };
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const key = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const [toI, toJ] = [endOf(a, i, key), endOf(b, j, key)];
    for (let n = 0; n < Math.max(toI - i, toJ - j); n++) {
      both.left.push(Math.max(0, Math.min(i + n, toI - 1)));
      both.right.push(Math.max(0, Math.min(j + n, toJ - 1)));
    }
    [i, j] = [toI, toJ];
  }
  return both;
}

/** The key of each step that is walked through. @param {Run} run @param {Link} link @returns {number[]} */
function keysOf({ trace, walk }, link) {
  const lines = linesOf(trace.output.of.map(({ text }) => text));
  return Array.from(walk.steps, (step) => (link === "time" ? trace.timeAt(step) : link === "lines" ? lines[trace.outputCount(step)] : 0));
}

/** How many lines are printed with the first so many pieces of output. @param {string[]} pieces */
function linesOf(pieces) {
  const counts = [0];
  for (const piece of pieces) counts.push(counts[counts.length - 1] + piece.split("\n").length - 1);
  return counts;
}

/** @param {number[]} keys @param {number} from @param {number} key */
function endOf(keys, from, key) {
  while (from < keys.length && keys[from] === key) from++;
  return from;
}
