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
 * The step to show first where nobody named one: the exception that nobody caught, as it leaves its first frame; the deadlock; else the
 * first frame that falls asleep. The first step where there is none of these.
 * @param {Trace} trace
 */
export function interestingStep(trace) {
  const { events } = trace.raw;
  const isAsleep = (/** @type {number} */ s) => events[s] === "suspend" && !trace.step(s).frame.library;
  const steps = Array.from(events.keys());
  const found =
    trace.outcome.outcome === "raised"
      ? steps.find(leaves(trace))
      : trace.outcome.outcome === "deadlock"
        ? steps.findLast(isAsleep)
        : undefined;
  return found ?? steps.find(isAsleep) ?? 0;
}

/** Whether a step is one at which the exception that ended the module leaves a frame. @param {Trace} trace */
function leaves(trace) {
  const end = trace.lastEventOf(0, trace.last, "raise");
  const exception = end < 0 ? -1 : (trace.step(end).value?.object ?? -1);
  return (/** @type {number} */ s) =>
    s === end || (exception >= 0 && trace.raw.events[s] === "raise" && trace.step(s).value?.object === exception);
}

/**
 * The place of the walk after another at which a line of the program is about to run that has a stop; Infinity where there is none.
 * @param {Trace} trace @param {Walk} walk @param {number[]} stops lines @param {number} place
 */
export function nextStop(trace, walk, stops, place) {
  const { events, stepFrame, stepLine } = trace.raw;
  if (stops.length === 0) return Infinity;
  for (let next = place + 1; next < walk.length; next++) {
    const s = walk.steps[next];
    if (events[s] === "line" && stops.includes(stepLine[s]) && !trace.frames[stepFrame[s]].library) return next;
  }
  return Infinity;
}
