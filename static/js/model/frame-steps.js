// Steps that stay with one frame, whoever runs in between: its next line, its next event, the end of its turn. And the frames next to it: the one
// that waits for it, the one that it waits for. Each answers null where there is none.

import { countUpTo } from "./search.js";
import { NOBODY } from "./trace.js";
import { delegateOf, stackAt } from "./waiting.js";

/** @import { EventName } from "./packed.js" */
/** @import { Trace } from "./trace.js" */

/** @typedef {1|-1} Direction  forward, back */
/** @typedef {{ step: number, frame: number }} Moment  a step, and the frame to look at there */

/** What ends a frame. @type {Set<EventName>} */
const ENDS = new Set(["return", "raise", "drop"]);
/** What gives control away. @type {Set<EventName>} */
const LEAVES = new Set(["suspend", "return", "raise"]);

/** The next (or previous) line of a frame; forward from its last one, its end. @param {Trace} trace @param {number} frame @param {number} step @param {Direction} direction */
export function lineOf(trace, frame, step, direction) {
  const { events } = trace.raw;
  return ownStep(trace, frame, step, direction, (s) => events[s] === "line" || (direction > 0 && ENDS.has(events[s])));
}

/** The next (or previous) step of a frame that is no line. @param {Trace} trace @param {number} frame @param {number} step @param {Direction} direction */
export function eventOf(trace, frame, step, direction) {
  return ownStep(trace, frame, step, direction, (s) => trace.raw.events[s] !== "line");
}

/** Where a frame that runs, or waits for a call of its own, gives control back, and the frame that gets it: NOBODY is the event loop. @param {Trace} trace @param {number} frame @param {number} step @returns {Moment|null} */
export function outOf(trace, frame, step) {
  if (trace.stateAt(frame, step) !== "running") return null;
  const left = ownStep(trace, frame, step, 1, (s) => LEAVES.has(trace.raw.events[s]));
  return left === null ? null : { step: left, frame: trace.step(left).peer ?? NOBODY };
}

/** The frame that awaits a frame, delegates to it, or called it, at a step. @param {Trace} trace @param {number} frame @param {number} step @returns {number|null} */
export function callerOf(trace, frame, step) {
  const state = trace.stateAt(frame, step);
  if (state === "suspended") return trace.sleepingAt(step).find(({ id }) => delegateOf(trace, id, step) === frame)?.id ?? null;
  if (state !== "running") return null;
  const entry = trace.entryAt[trace.lastStepOf(frame, step)];
  if (entry < 0) return null; // it was resumed before the steps that are here
  const { how, event, peer } = trace.step(entry);
  const waits = event === "call" || how === "await" || how === "yield from";
  return waits && peer !== null && peer !== NOBODY ? peer : null;
}

/** The frame that a frame awaits, delegates to, or called, at a step. @param {Trace} trace @param {number} frame @param {number} step @returns {number|null} */
export function awaitedBy(trace, frame, step) {
  const state = trace.stateAt(frame, step);
  if (state === "suspended") return known(delegateOf(trace, frame, step));
  if (state !== "running" || trace.active[step] === frame) return null;
  const stack = stackAt(trace, step);
  return known(stack[stack.indexOf(frame) - 1] ?? NOBODY);
}

/** How often a frame has been resumed up to a step; null where it is older than the steps that are here. @param {Trace} trace @param {number} frame @param {number} step @returns {number|null} */
export function resumesOf(trace, frame, step) {
  const { events } = trace.raw;
  const own = trace.stepsOf(frame);
  if (own.length === 0 || events[own[0]] !== "create") return null;
  return own.subarray(0, countUpTo(own, step)).filter((s) => events[s] === "resume").length;
}

/** The next (or previous) time that a line of the program, or of a library module, is about to run: in whichever frame. @param {Trace} trace @param {string} library empty for the program @param {number} line @param {number} step @param {Direction} direction */
export function runOfLine(trace, library, line, step, direction) {
  const { events, stepFrame, stepLine } = trace.raw;
  for (let s = step + direction; s >= 0 && s < trace.length; s += direction) {
    if (stepLine[s] === line && events[s] === "line" && trace.frames[stepFrame[s]].library === library) return s;
  }
  return null;
}

/** The next (or previous) step at which a variable of a frame changes, comes to be, or is deleted. @param {Trace} trace @param {number} frame @param {string} name @param {number} step @param {Direction} direction */
export function changeOf(trace, frame, name, step, direction) {
  const { locals } = trace.raw;
  const own = Array.from(trace.localsOf(frame));
  const changes = own.filter((entry) => locals.of[entry].name === name).map((entry) => locals.at[entry]);
  const found = direction > 0 ? changes.find((s) => s > step) : changes.findLast((s) => s < step);
  return found ?? null;
}

/** @param {Trace} trace @param {number} frame @param {number} step @param {Direction} direction @param {(s: number) => boolean} is */
function ownStep(trace, frame, step, direction, is) {
  const own = trace.stepsOf(frame);
  for (let i = direction > 0 ? countUpTo(own, step) : countUpTo(own, step - 1) - 1; i >= 0 && i < own.length; i += direction) {
    if (is(own[i])) return own[i];
  }
  return null;
}

/** @param {number} frame */
function known(frame) {
  return frame === NOBODY ? null : frame;
}
