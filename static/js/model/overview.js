// A run of many steps from afar: the shares of each frame's states in a few hundred columns, and which steps to record round one of them. Pure.

import { clamp } from "./player.js";

/** @import { FrameShares, OverviewColumns } from "./packed.js" */

/** How many steps are recorded round a step that somebody goes to. */
export const WINDOW = 20_000;

/**
 * Which steps to record to look at one: those round it, or, near the beginning, as many as are recorded of any run.
 * @param {number} number of the step @param {number} length of the run, in steps
 * @returns {{ from: number, steps: number }|{}}
 */
export function windowRound(number, length) {
  if (number < WINDOW) return {};
  return { from: clamp(number - WINDOW / 2, 0, Math.max(0, length - WINDOW)), steps: WINDOW };
}

/** Those from a step on. @param {number} number @param {number} length of the run, in steps */
export function windowFrom(number, length) {
  return { from: clamp(number, 0, length - 1), steps: WINDOW };
}

/** The frames to draw where there is room for so many: those that lived longest, in the order in which they were made. @param {OverviewColumns} overview @param {number} room */
export function framesFor({ frames }, room) {
  const longest = frames.toSorted((a, b) => lifeOf(b) - lifeOf(a)).slice(0, room);
  return frames.filter((frame) => longest.includes(frame));
}

/** For how many columns a frame lived. @param {FrameShares} frame */
export function lifeOf({ created, running, suspended }) {
  return Math.max(created.length, running.length, suspended.length);
}
