// A task that is not done as the event loop stops for good: `asyncio.run` cancels it, or it never ends.

import { textAt } from "../loop.js";
import { words } from "../../words/words.js";
import { NOBODY } from "../trace.js";
import { endedByItself, nameOf } from "./finding.js";

/** @import { Trace } from "../trace.js" */
/** @import { Finder } from "./finding.js" */

/** @type {Finder} */
export function unfinishedTasks({ trace, loop }) {
  const cancelledLast = cancelledAfterStop(trace);
  return loop.tasks.flatMap(({ number, frame, names, done }) => {
    // What the library made for itself drives no frame of the program.
    if (frame < 0 || trace.frames[frame].library) return [];
    const [task, runs] = [textAt(names, trace.last), nameOf(trace, frame)];
    const at = cancelledLast.get(number);
    if (at !== undefined) return [{ step: at, frame, parts: words.findings.cancelledAtStop(task, runs) }];
    if (done !== Infinity || !endedByItself(trace)) return [];
    const last = trace.lastStepOf(frame, trace.last);
    return [{ step: last, frame, parts: words.findings.neverDone(task, runs) }];
  });
}

/** The tasks that were cancelled while no loop ran and no frame of the program had control, each with the step: so ends `asyncio.run`. @param {Trace} trace */
function cancelledAfterStop({ loop, raw, active }) {
  /** @type {Map<number, number>} */
  const found = new Map();
  let runs = false;
  loop.of.forEach(({ op, id }, i) => {
    if (op === "begin" || op === "stop") runs = op === "begin";
    if (op === "task_cancel" && !runs && active[raw.loop.at[i]] === NOBODY && !found.has(id)) found.set(id, raw.loop.at[i]);
  });
  return found;
}
