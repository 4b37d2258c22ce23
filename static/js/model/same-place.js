// Where a place of one run is in the run of an edited text: the same frame, at the same event of the same line, as often as it was there.

import { counterparts } from "./differences.js";
import { NOBODY } from "./trace.js";

/** @import { Run } from "./run.js" */
/** @import { Trace } from "./trace.js" */

/**
 * @typedef {{ run: Run, step: number, chosen: number }} Place  chosen: a frame, or NOBODY
 * @typedef {{ step: number, chosen: number, isSame: boolean }} Found  isSame: the frame has come to that line as often; else it is the nearest step
 */

/** @param {Place} place @param {Run} next @returns {Found} */
export function samePlace({ run, step, chosen }, next) {
  const [before, after] = [run.trace, next.trace];
  const lineFor = counterparts(run.source, next.source);
  const frameFor = (/** @type {number} */ frame) => sameFrame(before, frame, after, lineFor);
  const { events, stepFrame } = before.raw;
  const found = { chosen: chosen === NOBODY ? NOBODY : frameFor(chosen) };
  if (events[step] === "end") return { ...found, step: after.last, isSame: true };
  const frame = frameFor(stepFrame[step]);
  if (frame === NOBODY) return { ...found, step: Math.min(step, after.last), isSame: false };
  return { ...found, ...sameStep(before, step, after, frame, lineFor) };
}

/**
 * The frame of that name, in the order in which those are made; where the name was changed, the one that begins in the same line.
 * @param {Trace} before @param {number} frame @param {Trace} after @param {(line: number) => number} lineFor
 */
function sameFrame(before, frame, after, lineFor) {
  const { name, kind, library, line } = before.frames[frame];
  const ordinal = before.ordinals[frame] || 1;
  const inLine = library ? line : lineFor(line);
  const own = after.frames.filter((other) => other.kind === kind && other.library === library);
  const named = own.filter((other) => other.name === name);
  const alike = named.length ? named : own.filter((other) => other.line === inLine);
  return (alike[ordinal - 1] ?? alike.at(-1))?.id ?? NOBODY;
}

/** @param {Trace} before @param {number} step @param {Trace} after @param {number} frame @param {(line: number) => number} lineFor */
function sameStep(before, step, after, frame, lineFor) {
  const { events, stepLine, stepFrame } = before.raw;
  const { library } = before.frames[stepFrame[step]];
  const line = library ? stepLine[step] : lineFor(stepLine[step]);
  const earlier = Array.from(before.stepsOf(stepFrame[step])).filter((s) => s <= step);
  const own = Array.from(after.stepsOf(frame));
  const times = earlier.filter((s) => stepLine[s] === stepLine[step] && events[s] === events[step]).length;
  const there = own.filter((s) => after.raw.stepLine[s] === line);
  const same = there.filter((s) => after.raw.events[s] === events[step]);
  if (same.length >= times) return { step: same[times - 1], isSame: true };
  const nearest = same.at(-1) ?? there.at(0) ?? own[Math.min(earlier.length, own.length) - 1];
  return { step: nearest ?? after.last, isSame: false };
}
