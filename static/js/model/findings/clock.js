// A program that reads a clock: here time is virtual.

import { words } from "../../words/words.js";
import { nameOf } from "./finding.js";

/** @import { Finder } from "./finding.js" */

/** @type {Finder} */
export function clock({ trace }) {
  const step = trace.raw.clockRead;
  if (step < 0) return [];
  const frame = trace.raw.stepFrame[step];
  const isOften = Boolean(trace.outcome.clock_read_on);
  return [{ step, frame, parts: words.findings.clock(nameOf(trace, frame), trace.raw.stepLine[step], isOften) }];
}
