// A generator that never came to its end: it still sleeps as the program ends, or its last reference went and Python closed it.

import { words } from "../../words/words.js";
import { endedByItself, nameOf, together } from "./finding.js";
import { chainsAt } from "../waiting.js";

/** @import { Finder } from "./finding.js" */

/** @type {Finder} */
export function leftSuspended({ trace, loop }) {
  if (!endedByItself(trace)) return [];
  const heads = chainsAt(trace, trace.last).map(([{ frame }]) => frame);
  const found = heads
    .filter((frame) => !trace.frames[frame].library && trace.frames[frame].kind !== "module" && !loop.taskOf(frame))
    .map((frame) => ({ step: trace.lastEventOf(frame, trace.last, "suspend"), frame }));
  return together(
    found,
    ({ frame }) => `${trace.frames[frame].name} ${trace.lineAt(frame, trace.last)}`,
    ({ frame }, others) => words.findings.leftSuspended(nameOf(trace, frame), trace.lineAt(frame, trace.last), others),
  );
}

/** @type {Finder} */
export function closedByDrop({ trace }) {
  const { raw } = trace;
  const found = [...raw.how.at].flatMap((step, i) => {
    const { how, construct } = raw.how.of[i];
    const frame = raw.stepFrame[step];
    return construct !== "drop" || how !== "close" || trace.frames[frame].library ? [] : [{ step, frame }];
  });
  return together(
    found,
    ({ step, frame }) => `${trace.frames[frame].name} ${trace.step(step).line} ${trace.step(step).place?.line}`,
    ({ step, frame }, others) => {
      const { line, place } = trace.step(step);
      return words.findings.closedByDrop({ frame: nameOf(trace, frame), dropped: place?.line ?? null, line, others });
    },
  );
}
