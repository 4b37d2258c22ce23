// A coroutine that was made and forgotten: none of its body ran, its last reference went, and nobody closed it.

import { words } from "../../words/words.js";
import { endedByItself, nameOf, together } from "./finding.js";

/** @import { Finder } from "./finding.js" */

/** @type {Finder} */
export function neverAwaited({ trace, loop }) {
  const found = trace.frames.flatMap(({ id, kind, library }) => {
    if (kind !== "coroutine" || library || loop.taskOf(id)) return [];
    const steps = trace.stepsOf(id);
    const [made, end] = [steps[0], steps.at(-1)];
    if (made === undefined || end === undefined || trace.raw.events[made] !== "create" || steps.length > 2) return [];
    const forgotten = end === made ? endedByItself(trace) : trace.raw.events[end] === "drop" && !trace.raw.byClose.has(end);
    return forgotten ? [{ step: made, frame: id }] : [];
  });
  return together(
    found,
    ({ step, frame }) => `${trace.frames[frame].name} ${trace.step(step).place?.line}`,
    ({ step, frame }, others) => words.findings.neverAwaited(nameOf(trace, frame), trace.step(step).place?.line ?? null, others),
  );
}
