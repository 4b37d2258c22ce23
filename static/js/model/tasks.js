// What each task does after a step, and what a sleeping one waits for.

import { textAt } from "./loop.js";
import { delegateOf } from "./waiting.js";

/** @import { LoopState, Span, Task } from "./loop.js" */
/** @import { Trace } from "./trace.js" */

/**
 * @typedef {"created"|"running"|"ready"|"asleep"|"done"|"cancelled"|"failed"} Doing
 * @typedef {object} TaskNow
 * @property {string} name
 * @property {Doing} doing
 * @property {boolean} cancelling  it was asked to end, and has not yet
 * @property {string} waits  what a sleeping one waits for, in words
 * @property {number|null} timer  the time at which it will be woken
 * @property {number} asleepIn  the innermost frame of the program in its chain of awaits, -1 where it does not sleep
 */

const ENDED = /** @type {const} */ ({ "": "done", returned: "done", raised: "failed", cancelled: "cancelled" });

/** @param {Trace} trace @param {LoopState} loop @param {Task} task @param {number} step @returns {TaskNow} */
export function taskAt(trace, loop, task, step) {
  const done = task.done <= step;
  const name = textAt(task.names, step);
  const now = { name, cancelling: !done && task.cancelled <= step, waits: "", timer: null, asleepIn: -1 };
  if (done) return { ...now, doing: ENDED[task.end] };
  const state = task.frame < 0 ? null : trace.stateAt(task.frame, step);
  const isIts = (/** @type {Span} */ span) => span.task === task.number;
  const steps = (/** @type {Span} */ span) => (task.frame >= 0 ? span.frame === task.frame : isIts(span));
  const sleptAt = task.frame < 0 ? -1 : trace.lastEventOf(task.frame, step, "suspend");
  // Its callback goes on a little after its frame has fallen asleep.
  if (state === "running" || (loop.now && steps(loop.now) && sleptAt < loop.now.from)) return { ...now, doing: "running" };
  if (loop.ready.some(steps)) return { ...now, doing: "ready" };
  const waits = textAt(task.waits, step);
  if (state === "created" || (state === null && !waits)) return { ...now, doing: "created" };
  const timer = loop.timers.find(isIts)?.when ?? null;
  return { ...now, doing: "asleep", waits, timer, asleepIn: task.frame < 0 ? -1 : innermost(trace, task.frame, step) };
}

/** @param {Trace} trace @param {number} frame @param {number} step */
function innermost(trace, frame, step) {
  let found = frame;
  for (let next = frame; next >= 0; next = delegateOf(trace, next, step)) if (!trace.frames[next].library) found = next;
  return found;
}
