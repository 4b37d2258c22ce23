// Steps worth jumping to.

/** @import { Trace } from "./trace.js" */
/** @import { Walk } from "./walk.js" */

/**
 * The next (or previous) step of the walk at which some frame falls asleep; the step itself where there is none.
 * @param {Trace} trace @param {Walk} walk @param {number} step @param {1|-1} direction
 */
export function nextSuspension(trace, walk, step, direction) {
  for (let place = walk.placeOf(step) + direction; place >= 0 && place < walk.length; place += direction) {
    if (trace.raw.events[walk.steps[place]] === "suspend") return walk.steps[place];
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
