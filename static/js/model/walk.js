// The steps that are walked through, one after the other: all of them, but those inside of library modules whose rows are folded.

import { lastUpTo } from "./search.js";

/** @import { Trace } from "./trace.js" */

export class Walk {
  /** @param {Trace} trace @param {(frame: number) => boolean} isHidden */
  constructor(trace, isHidden) {
    const { events, stepFrame } = trace.raw;
    const shown = Array.from(stepFrame.keys()).filter((s) => events[s] !== "open" && !isHidden(stepFrame[s]));
    /** The steps, in order. */
    this.steps = Int32Array.from(shown.length ? shown : stepFrame.keys());
  }

  get length() {
    return this.steps.length;
  }

  /** The step that is shown before another; -1 before the first. @param {number} step */
  before(step) {
    return this.steps[lastUpTo(this.steps, step - 1)] ?? -1;
  }

  /** The place of a step; where it is not walked through, that of the one before it. @param {number} step */
  placeOf(step) {
    return Math.max(0, lastUpTo(this.steps, step));
  }
}
