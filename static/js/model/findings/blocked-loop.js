// Time that passes while a frame has control, by `time.sleep`: the event loop stands still, and no other task can run.

import { words } from "../../words/words.js";
import { NOBODY } from "../trace.js";
import { programFrameAt } from "../loop.js";
import { nameOf } from "./finding.js";

/** @import { Finder } from "./finding.js" */

/** A program that reads the clock very often moves it by a millisecond: that is no sleep. */
const TICK = 0.0015;

/** @type {Finder} */
export function blockedLoop({ trace }) {
  const { loop, raw } = trace;
  /** @type {Map<string, { step: number, frame: number, line: number, times: number, slept: number }>} */
  const found = new Map();
  let before = 0;
  // The loop's own sleep is told twice, by the clock and by the loop; and as it begins, it tells what passed before.
  const isSame = (/** @type {number} */ i, /** @type {number} */ k) =>
    loop.of[k]?.op === "time" && loop.of[k].when === loop.of[i].when && raw.loop.at[k] === raw.loop.at[i];
  loop.of.forEach(({ op, when }, i) => {
    if (op !== "time" || when === null) return;
    const isLoops = isSame(i, i - 1) || isSame(i, i + 1) || loop.of[i - 1]?.op === "begin";
    const slept = when - before;
    before = Math.max(before, when);
    const step = raw.loop.at[i];
    const frame = programFrameAt(trace, step);
    if (isLoops || frame === NOBODY || slept <= 0 || (trace.outcome.clock_read_on && slept < TICK)) return;
    const line = trace.lineAt(frame, step);
    const key = `${trace.frames[frame].name} ${line}`;
    const known = found.get(key) ?? { step, frame, line, times: 0, slept: 0 };
    found.set(key, { ...known, times: known.times + 1, slept: known.slept + slept });
  });
  return [...found.values()].map(({ step, frame, line, times, slept }) => ({
    step,
    frame,
    parts: words.findings.blockedLoop({ line, frame: nameOf(trace, frame), slept, times }),
  }));
}
