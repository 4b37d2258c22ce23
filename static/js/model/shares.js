// How much of a stretch of the timeline a row had each look: what a column shows that stands for many steps.

import { LOOKS } from "./segments.js";

/** @import { Axis } from "./axis.js" */
/** @import { Segments } from "./segments.js" */

/** @type {WeakMap<Segments, { axis: Axis, shares: Shares }>} */
const known = new WeakMap();

export class Shares {
  /** For each look, how many units of it there are before each segment, and at last in all. @type {Float64Array[]} */ #before;

  /** @param {Segments} segments @param {Axis} axis */
  constructor({ from, to, look }, { at }) {
    this.#before = LOOKS.map((_, one) => {
      const before = new Float64Array(from.length + 1);
      for (let i = 0; i < from.length; i++) before[i + 1] = before[i] + (look[i] === one ? at[to[i]] - at[from[i]] : 0);
      return before;
    });
  }

  /** The share of each look in the segments from one up to another, which is not among them. @param {number} first @param {number} beyond */
  of(first, beyond) {
    const units = this.#before.map((before) => before[beyond] - before[first]);
    const all = units.reduce((sum, some) => sum + some, 0);
    return units.map((some) => (all > 0 ? some / all : 0));
  }
}

/** Counted once for each row, as long as it is laid out in the same way. @param {Segments} segments @param {Axis} axis */
export function sharesOf(segments, axis) {
  const found = known.get(segments);
  if (found?.axis === axis) return found.shares;
  const shares = new Shares(segments, axis);
  known.set(segments, { axis, shares });
  return shares;
}
