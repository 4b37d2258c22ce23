// Where inside their lines frames stand after a step: the expression that a frame goes on with, waits in for a call of its own, or sleeps at.

import { NOBODY } from "./trace.js";
import { stackAt } from "./waiting.js";

/** @import { Place } from "./packed.js" */
/** @import { Trace } from "./trace.js" */

/**
 * @typedef {Place & { isHead: boolean }} Part  isHead: of a statement with a body, its first line alone
 * @typedef {{ frame: number, place: Part, look: "running"|"waiting"|"suspended" }} Held
 */

/**
 * First who runs, then who waits on the stack, then the sleepers. A frame that is about to run a whole line is not among them.
 * @param {Trace} trace @param {number} step @returns {Held[]}
 */
export function heldAt(trace, step) {
  /** @type {Held[]} */
  const held = [];
  const put = (/** @type {number} */ frame, /** @type {number} */ at, /** @type {Held["look"]} */ look) => {
    const place = at < 0 ? null : partAt(trace, at);
    if (place) held.push({ frame, place, look });
  };
  const [active = NOBODY, ...waiting] = stackAt(trace, step);
  if (active !== NOBODY) put(active, goesOnAt(trace, active, step), "running");
  let above = active;
  for (const frame of waiting) {
    if (frame !== NOBODY && above !== NOBODY) put(frame, entryOf(trace, above, step), "waiting");
    above = frame;
  }
  for (const { id } of trace.sleepingAt(step)) put(id, trace.lastEventOf(id, step, "suspend"), "suspended");
  return held;
}

/** The part of a line that a step comes from; null where it names none. @param {Trace} trace @param {number} step @returns {Part|null} */
export function partAt(trace, step) {
  const { place, construct, event } = trace.step(step);
  return place && { ...place, isHead: event === "resume" && construct !== "expression" };
}

/** The expression at which a frame stands; null where none is known. @param {Trace} trace @param {number} frame @param {number} step */
export function placeOf(trace, frame, step) {
  return heldAt(trace, step).find((held) => held.frame === frame)?.place ?? null;
}

/** The step that names the expression with which the frame in control goes on: what came back to it, or what it slept at; -1 at a line of its own. @param {Trace} trace @param {number} active @param {number} step */
function goesOnAt(trace, active, step) {
  const { event, frame, peer } = trace.step(step);
  switch (event) {
    case "suspend":
    case "return":
    case "raise":
      return peer === active ? entryOf(trace, frame.id, step) : -1;
    case "resume":
      return trace.lastEventOf(active, step, "suspend");
    default:
      return -1;
  }
}

/** The step at which a frame was last called or resumed. @param {Trace} trace @param {number} frame @param {number} step */
function entryOf(trace, frame, step) {
  const own = trace.lastStepOf(frame, step);
  return own < 0 ? -1 : trace.entryAt[own];
}
