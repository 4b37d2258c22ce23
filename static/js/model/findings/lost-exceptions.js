// An exception that ended a task, and that no other frame ever got: `gather(return_exceptions=True)` or a callback took it, or nobody looked.

import { textAt } from "../loop.js";
import { words } from "../../words/words.js";
import { endedByItself, nameOf } from "./finding.js";

/** @import { Trace } from "../trace.js" */
/** @import { Finder } from "./finding.js" */

/** Exceptions that carry others: what one of them brings can't be followed. */
const GROUPS = new Set(["ExceptionGroup", "BaseExceptionGroup"]);

/** @type {Finder} */
export function lostExceptions({ trace, loop }) {
  if (!endedByItself(trace) || trace.exceptions.of.some(({ type }) => GROUPS.has(type))) return [];
  return loop.tasks.flatMap((task) => {
    if (task.frame < 0 || task.end !== "raised") return [];
    const { kind, library } = trace.frames[task.frame];
    if (library || kind === "module") return [];
    const end = trace.lastEventOf(task.frame, trace.last, "raise");
    if (end < 0 || isMetAgain(trace, task.frame, end)) return [];
    const { value, line } = trace.step(end);
    const lost = {
      error: value?.text ?? words.findings.anException,
      task: textAt(task.names, end),
      line,
      frame: nameOf(trace, task.frame),
    };
    return [{ step: end, frame: task.frame, parts: words.findings.lostException(lost) }];
  });
}

/** Whether an exception that left a frame comes to another one: it is thrown or raised there, or one just like it is. @param {Trace} trace @param {number} frame @param {number} end */
function isMetAgain(trace, frame, end) {
  const { raw } = trace;
  const object = trace.step(end).value?.object ?? 0;
  if (!object) return true;
  const own = raw.exceptions.of.filter((_, i) => raw.stepFrame[raw.exceptions.at[i]] === frame);
  const isAlike = (/** @type {number} */ i) =>
    raw.stepFrame[raw.exceptions.at[i]] !== frame &&
    own.some(({ type, message }) => type === raw.exceptions.of[i].type && message === raw.exceptions.of[i].message);
  return (
    raw.value.of.some((value, i) => value.object === object && raw.value.at[i] > end) ||
    raw.locals.of.some(({ value }, i) => value?.object === object && raw.locals.at[i] > end) ||
    raw.exceptions.of.some((_, i) => raw.exceptions.at[i] >= end && isAlike(i))
  );
}
