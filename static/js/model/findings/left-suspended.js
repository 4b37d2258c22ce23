// A generator that never came to its end: it still sleeps as the program ends, or its last reference went and Python closed it.

import { text } from "../parts.js";
import { endedByItself, nameOf, together } from "./finding.js";
import { chainsAt } from "../waiting.js";

/** @import { Finder } from "./finding.js" */

/** @type {Finder} */
export function leftSuspended({ trace, loop }) {
  if (!endedByItself(trace)) return [];
  const heads = chainsAt(trace, trace.last).map(([{ frame }]) => frame);
  const found = heads
    .filter((frame) => !trace.frames[frame].library && trace.frames[frame].kind !== "module" && !loop.taskOf(frame))
    .map((frame) => {
      const step = trace.lastEventOf(frame, trace.last, "suspend");
      return {
        step,
        frame,
        parts: [nameOf(trace, frame), text(` still sleeps in line ${trace.lineAt(frame, trace.last)} as the program ends.`)],
      };
    });
  return together(
    found,
    ({ frame }) => `${trace.frames[frame].name} ${trace.lineAt(frame, trace.last)}`,
    (others) => text(` So do ${others} more of its kind.`),
  );
}

/** @type {Finder} */
export function closedByDrop({ trace }) {
  const { raw } = trace;
  const found = [...raw.how.at].flatMap((step, i) => {
    const { how, construct } = raw.how.of[i];
    const frame = raw.stepFrame[step];
    if (construct !== "drop" || how !== "close" || trace.frames[frame].library) return [];
    const line = trace.step(step).place?.line;
    const where = line ? ` in line ${line}` : "";
    const parts = [
      text("The last reference to "),
      nameOf(trace, frame),
      text(` goes${where}, so Python closes it where it sleeps, in line ${trace.step(step).line}.`),
    ];
    return [{ step, frame, parts }];
  });
  return together(
    found,
    ({ step, frame }) => `${trace.frames[frame].name} ${trace.step(step).line} ${trace.step(step).place?.line}`,
    (others) => text(` ${others} more of its kind go like that.`),
  );
}
