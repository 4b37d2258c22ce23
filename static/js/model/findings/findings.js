// What is worth a look in a run: each finding is a sentence that is true of it, with its step. To add one, write a Finder and list it here.

import { awaitsInTurn } from "./awaits-in-turn.js";
import { blockedLoop } from "./blocked-loop.js";
import { clock } from "./clock.js";
import { closedByDrop, leftSuspended } from "./left-suspended.js";
import { lostExceptions } from "./lost-exceptions.js";
import { neverAwaited } from "./never-awaited.js";
import { unfinishedTasks } from "./unfinished-tasks.js";

/** @import { Run } from "../run.js" */
/** @import { Finder, Finding } from "./finding.js" */

/** @type {Finder[]} the weightier first */
const FINDERS = [neverAwaited, lostExceptions, blockedLoop, unfinishedTasks, awaitsInTurn, leftSuspended, closedByDrop, clock];

/** Those that what came before a window of a long run can't make untrue. */
const IN_WINDOWS = new Set([neverAwaited, closedByDrop, clock]);

/** @param {Run} run @returns {Finding[]} */
export function findingsOf(run) {
  if (!run.trace.length) return [];
  const isWindow = run.trace.from > 0;
  return FINDERS.filter((finder) => !isWindow || IN_WINDOWS.has(finder)).flatMap((finder) => finder(run));
}
