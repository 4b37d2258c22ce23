// Steps worth jumping to.

/** @import { Trace } from "./trace.js" */

/**
 * The next (or previous) step at which some frame falls asleep; the step itself where there is none.
 * @param {Trace} trace @param {number} step @param {1|-1} direction
 */
export function nextSuspension(trace, step, direction) {
  for (let s = step + direction; s >= 0 && s < trace.length; s += direction) {
    if (trace.raw.events[s] === "suspend") return s;
  }
  return step;
}

/**
 * The next (or previous) step of one frame at which something other than a line happens to it; the step itself where there is none.
 * @param {Trace} trace @param {number} frame @param {number} step @param {1|-1} direction
 */
export function nextEventOf(trace, frame, step, direction) {
  const own = trace.stepsOf(frame);
  const inOrder = direction > 0 ? own : own.slice().reverse();
  const found = inOrder.find((s) => (s - step) * direction > 0 && trace.raw.events[s] !== "line");
  return found ?? step;
}
