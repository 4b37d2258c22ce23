// A program that reads a clock: here time is virtual.

import { text } from "../parts.js";
import { nameOf } from "./finding.js";

/** @import { Finder } from "./finding.js" */

/** @type {Finder} */
export function clock({ trace }) {
  const step = trace.raw.clockRead;
  if (step < 0) return [];
  const frame = trace.raw.stepFrame[step];
  const often = trace.outcome.clock_read_on
    ? " It is read so often at one instant that each further reading moves it by a millisecond."
    : "";
  return [
    {
      step,
      frame,
      parts: [
        nameOf(trace, frame),
        text(
          ` reads a clock, in line ${trace.raw.stepLine[step]}. Time is virtual here: it stands still while code runs, and only sleeping moves it.${often}`,
        ),
      ],
    },
  ];
}
