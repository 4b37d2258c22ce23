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

/** @param {Run} run @returns {Finding[]} */
export function findingsOf(run) {
  // What came before a window is not known: a coroutine that was not awaited in it may have been before.
  return run.trace.length && run.trace.from === 0 ? FINDERS.flatMap((finder) => finder(run)) : [];
}
