// The expression that somebody watches: what it is in a frame at a step, and all that it was, as if it had been printed.

import { groupBy, lastUpTo } from "./search.js";
import { NOBODY } from "./trace.js";

/** @import { Watched } from "./packed.js" */
/** @import { Trace } from "./trace.js" */

/** @typedef {Watched & { step: number }} Seen  at the step from which on it is that */

export class WatchedValues {
  /** The entries of each frame, by their places. @type {(frame: number) => Int32Array} */ #of;

  /** @param {Trace} trace */
  constructor({ raw, frames }) {
    const { watch, expressions } = raw;
    this.watch = watch;
    this.module = frames.find(({ kind, library }) => kind === "module" && !library)?.id ?? NOBODY;
    /** What is watched; empty where nothing is. @type {string} */
    this.expression = expressions[0]?.text ?? "";
    /** Why it is not; empty where it is. @type {string} */
    this.refused = expressions[0]?.refused ?? "";
    this.#of = groupBy(
      frames.length,
      watch.of.map(({ frame }) => frame),
    );
    /** All that it was, in order. @type {Seen[]} */
    this.printed = watch.of.map((entry, i) => ({ ...entry, step: watch.at[i] })).filter(({ kind }) => kind !== "unbound");
  }

  /** How much of that was printed up to a step. @param {number} step */
  printedUpTo(step) {
    const next = this.printed.findIndex((seen) => seen.step > step);
    return next < 0 ? this.printed.length : next;
  }

  /** What it is in a frame; or else in the module, whose variables all frames see. @param {number} frame @param {number} step @returns {Watched|null} */
  in(frame, step) {
    return this.#last(frame, step) ?? this.#last(this.module, step);
  }

  /** @param {number} frame @param {number} step */
  #last(frame, step) {
    const own = this.#of(frame);
    const last = lastUpTo(
      Array.from(own, (entry) => this.watch.at[entry]),
      step,
    );
    return last < 0 ? null : this.watch.of[own[last]];
  }
}
