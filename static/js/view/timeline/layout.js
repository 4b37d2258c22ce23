// The timeline as primitives: what stands where, without a canvas and without colours. Pure; paint.js draws them.
//
// One function serves both directions. Time is `along`, the rows of frames are `across`: on a wide screen time runs to the right,
// on a narrow one downwards.

import { NOBODY } from "../../model/trace.js";
import { LOOKS, segmentAt } from "../../model/segments.js";
import { sharesOf } from "../../model/shares.js";
import { toPixel, toUnit } from "../../model/view.js";
import { handsOn, loopRuns } from "../../model/waiting.js";
import { arrowLabel } from "./labels.js";

/** @import { Axis } from "../../model/axis.js" */
/** @import { Trace } from "../../model/trace.js" */
/** @import { Lane, Lanes } from "../../model/lanes.js" */
/** @import { Look, Segments } from "../../model/segments.js" */
/** @import { Stretch } from "../../model/view.js" */

/**
 * @typedef {{ type: "bar", x: number, y: number, w: number, h: number, look: Look, label: string, vertical: boolean }} Bar
 * @typedef {{ type: "band", x: number, y: number, w: number, h: number, paint: string }} Band
 * @typedef {{ type: "shares", x: number, y: number, w: number, h: number, parts: Part[], vertical: boolean }} SharesBar  many steps: how much of them was what
 * @typedef {{ look: Look, share: number }} Part
 * @typedef {{ type: "line", x1: number, y1: number, x2: number, y2: number, paint: string, width: number }} Line
 * @typedef {{ type: "cross", x: number, y: number }} Cross
 * @typedef {{ type: "arrow", x1: number, y1: number, x2: number, y2: number, inward: boolean, forced: boolean, strong: boolean, drawn: number }} Arrow
 * @typedef {{ type: "pointer", x1: number, y1: number, x2: number, y2: number }} Pointer  the arrow of a note
 * @typedef {{ type: "text", x: number, y: number, text: string, paint: string, align: "left"|"center"|"right", boxed: boolean }} Text
 * @typedef {Bar|SharesBar|Band|Line|Cross|Arrow|Pointer|Text} Primitive
 *
 * @typedef {{ from: number, to: number, step: number }} NoteArrow  from a frame to another one, at a step
 *
 * @typedef {object} Scene
 * @property {Trace} trace
 * @property {Lanes} lanes
 * @property {Axis} axis
 * @property {Stretch} stretch
 * @property {boolean} vertical
 * @property {number} pitch  pixels a row
 * @property {number} scroll  how far the rows are scrolled, in pixels
 * @property {number} width
 * @property {number} height
 * @property {number} step
 * @property {number} drawn  how much of the step's arrow is drawn, 0 to 1
 * @property {number} chosen  the frame whose row is marked; NOBODY for none
 * @property {NoteArrow|null} [noted]  that of the note whose text is shown
 * @property {boolean} [veiled]  whether what comes after the step is hidden
 */

/** Room for the numbers of the steps, or the times, before the rows. */
export const RULER = { wide: 26, narrow: 40 };

const THICK = /** @type {Record<Look, number>} */ ({ running: 24, suspended: 22, waiting: 10, created: 16, failed: 3, closed: 3 });
/** In fewer pixels than this arrows are a thicket, and only those at the playhead are drawn. */
const ARROW_SCALE = 5;
const LABEL_SCALE = 20;
/** So much of an arrow has to be seen for its label to stand over it. */
const LEAST_LABELLED = 50;
const TINY = 2;
const BESIDE_PLAYHEAD = 13;
/** The looks that a column shows the shares of, from its foot upwards. @type {Look[]} */
const SHARED = ["running", "waiting", "suspended", "created"];

/** @param {Scene} scene @returns {Primitive[]} */
export function layout(scene) {
  const plan = new Plan(scene);
  plan.veil();
  plan.instants();
  plan.grid();
  plan.rows();
  plan.arrows();
  plan.note();
  plan.ruler();
  return plan.primitives;
}

/** Where a row's middle lies, across. @param {Scene} scene @param {number} row */
export function middleOf(scene, row) {
  return (scene.vertical ? RULER.narrow : RULER.wide) + row * scene.pitch + scene.pitch / 2 - scene.scroll;
}

class Plan {
  /** @type {Primitive[]} */
  primitives = [];

  /** @param {Scene} scene */
  constructor(scene) {
    this.scene = scene;
    const { stretch, trace, axis } = scene;
    this.edge = scene.vertical ? RULER.narrow : RULER.wide;
    this.along = scene.vertical ? scene.height : scene.width;
    this.across = scene.vertical ? scene.width : scene.height;
    this.first = axis.stepAt(toUnit(stretch, 0));
    const last = scene.veiled ? scene.step + 1 : trace.length;
    this.beyond = Math.min(last, axis.stepAt(toUnit(stretch, this.along)) + 2);
    this.end = toPixel(stretch, scene.veiled ? axis.at[scene.step] + axis.wide[scene.step] : axis.length);
    this.shrink = Math.min(1, scene.pitch / 36);
  }

  /** What comes after the step, where that is hidden. */
  veil() {
    const from = Math.max(0, this.end);
    if (this.scene.veiled && from < this.along) this.#band(from, this.edge, this.along - from, this.across, "sunken");
  }

  /** By time, where something happens, between the sleeps. */
  instants() {
    const { axis, stretch } = this.scene;
    for (const { from, to } of axis.instants) {
      const [start, end] = [toPixel(stretch, from), Math.min(this.end, toPixel(stretch, to))];
      if (start < this.end && end >= 0 && start <= this.along)
        this.#band(start, this.edge, Math.max(1, end - start), this.across, "instant");
    }
  }

  grid() {
    if (this.scene.vertical && !this.scene.axis.isByTime) return;
    for (const { unit } of this.#marks()) {
      const along = toPixel(this.scene.stretch, unit);
      this.#line(along, this.edge - 4, along, this.across, "grid", 1);
    }
  }

  /** Last, for scrolled rows pass under it. */
  ruler() {
    const { stretch, vertical, axis } = this.scene;
    this.#band(0, 0, this.along, this.edge, "surface");
    for (const { unit, text } of this.#marks()) {
      const least = vertical ? 8 : 4 * text.length; // what stands at the edge is not cut
      const along = Math.max(toPixel(stretch, unit), least);
      const [x, y] = this.#place(along, vertical ? this.edge - (axis.isByTime || text.length > 4 ? 3 : 10) : this.edge / 2);
      const align = vertical ? "right" : "center";
      this.primitives.push({ type: "text", x, y, text: vertical ? narrowed(text) : text, paint: "faint", align, boxed: false });
    }
  }

  #marks() {
    const { axis, stretch, vertical, veiled } = this.scene;
    const along = veiled && axis.isByTime ? Math.min(this.along, this.end) : this.along; // times tell what comes
    return axis.marks(toUnit(stretch, 0), toUnit(stretch, along), (vertical ? 20 : 56) / stretch.scale);
  }

  rows() {
    const { lanes, pitch, scroll } = this.scene;
    const firstRow = Math.max(0, Math.floor(scroll / pitch));
    const lastRow = Math.min(lanes.rows.length - 1, Math.floor((scroll + this.across) / pitch));
    for (let row = firstRow; row <= lastRow; row++) this.#row(lanes.rows[row], row);
  }

  arrows() {
    const { stretch, step, trace, axis } = this.scene;
    const now = trace.length ? chainAt(trace, step) : [];
    const least = ARROW_SCALE / stretch.scale;
    if (axis.widest >= least) {
      for (let s = this.first; s < this.beyond; s++) if (axis.wide[s] >= least && !now.includes(s)) this.#arrow(s, false);
    }
    for (const s of now) this.#arrow(s, true);
  }

  /** Beside the arrow of the step itself, and beside the playhead. */
  note() {
    const { noted, lanes, axis, stretch, vertical } = this.scene;
    if (!noted) return;
    const [from, to] = [lanes.rowOf(noted.from), lanes.rowOf(noted.to)];
    if (from < 0 || to < 0 || from === to) return;
    const along = toPixel(stretch, axis.middle(noted.step)) + (vertical ? 0 : BESIDE_PLAYHEAD);
    const [a, b] = [middleOf(this.scene, from), middleOf(this.scene, to)];
    const [x1, y1] = this.#place(along, a);
    const [x2, y2] = this.#place(along, b - Math.sign(b - a) * 8 * this.shrink);
    this.primitives.push({ type: "pointer", x1, y1, x2, y2 });
  }

  /** @param {Lane} lane @param {number} row */
  #row(lane, row) {
    const { lanes, trace, stretch, chosen, pitch, axis } = this.scene;
    const middle = middleOf(this.scene, row);
    if (chosen !== NOBODY && lanes.rowOf(chosen) === row) this.#band(0, middle - pitch / 2, this.along, pitch, "chosen");
    const segments = lanes.segments(lane);
    const sleeper = lane.kind === "loop" || (lane.kind !== "library" && trace.frames[lane.frame].sleeps);
    let i = Math.max(0, segmentAt(segments, this.first));
    if (segments.from.length && segments.from[i] > this.beyond) return;
    while (i < segments.from.length && segments.from[i] < this.beyond) {
      const from = toPixel(stretch, axis.at[segments.from[i]]);
      const to = Math.min(toPixel(stretch, axis.at[segments.to[i]]), this.end);
      if (to - from >= TINY) {
        this.#segment(segments, i, middle, from, to, lane, sleeper);
        i++;
      } else {
        i = this.#crowd(segments, i, middle, from, sleeper);
      }
    }
  }

  /**
   * @param {Segments} segments @param {number} i @param {number} middle @param {number} from @param {number} to
   * @param {Lane} lane @param {boolean} sleeper
   */
  #segment(segments, i, middle, from, to, lane, sleeper) {
    const look = LOOKS[segments.look[i]];
    if (look === "closed" || look === "failed") {
      const tick = look === "failed" ? 0 : 7 * this.shrink;
      if (tick) this.#line(from + 1, middle - tick, from + 1, middle + tick, "closed", 3);
      // A plain frame is gone when it has returned; what could sleep stays to be looked at.
      if (sleeper) this.#line(from, middle, to, middle, look, 3);
      if (look === "failed") {
        const [x, y] = this.#place(from + 4, middle);
        this.primitives.push({ type: "cross", x, y });
      }
      return;
    }
    const label = look === "suspended" && lane.kind === "frame" && segments.line[i] ? `L${segments.line[i]}` : "";
    if (look === "running" && this.scene.axis.isByTime) this.#runningInInstants(from, to, middle);
    else this.#bar(from, to, middle, look, label);
  }

  /** By time: nothing runs while the clock goes on. Whoever has control waits. @param {number} from @param {number} to @param {number} middle */
  #runningInInstants(from, to, middle) {
    const { axis, stretch } = this.scene;
    const first = axis.instantAt(toUnit(stretch, from));
    for (let i = first; i < axis.instants.length && from < to; i++) {
      const slept = Math.min(to, toPixel(stretch, axis.instants[i].to));
      if (slept > from) this.#bar(from, slept, middle, "running", "");
      const woken = Math.min(to, toPixel(stretch, axis.instants[i + 1]?.from ?? axis.length));
      if (woken > slept) this.#bar(Math.max(from, slept), woken, middle, "waiting", "");
      from = woken;
    }
  }

  /**
   * Segments too short to be seen apart are a column that shows how much of them had which look. Answers the next segment.
   * @param {Segments} segments @param {number} i @param {number} middle @param {number} from @param {boolean} sleeper
   */
  #crowd(segments, i, middle, from, sleeper) {
    const { stretch, axis } = this.scene;
    const beyond = this.#afterCrowd(segments, i, toUnit(stretch, from + TINY));
    const to = Math.max(from + TINY, Math.min(this.end, toPixel(stretch, axis.at[segments.to[beyond - 1]])));
    const shares = sharesOf(segments, axis).of(i, beyond);
    const shareOf = (/** @type {Look} */ look) => shares[LOOKS.indexOf(look)];
    const parts = SHARED.map((look) => ({ look, share: shareOf(look) })).filter(({ share }) => share > 0);
    if (parts.length) this.#column(from, to, middle, parts);
    else if (sleeper) this.#line(from, middle, to, middle, shareOf("failed") > 0 ? "failed" : "closed", 3);
    return beyond;
  }

  /** The first segment after one that does not end before a unit. @param {Segments} segments @param {number} i @param {number} unit */
  #afterCrowd({ to }, i, unit) {
    const { at } = this.scene.axis;
    let low = i + 1;
    let high = to.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[to[middle]] < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** @param {number} from @param {number} to @param {number} middle @param {Part[]} parts */
  #column(from, to, middle, parts) {
    const previous = this.primitives.at(-1);
    if (previous?.type === "shares" && this.#joins(previous, from, middle) && areSame(previous.parts, parts)) {
      if (this.scene.vertical) previous.h = to - previous.y;
      else previous.w = to - previous.x;
      return;
    }
    const thick = THICK.running * this.shrink;
    const [x, y] = this.#place(from, middle - thick / 2);
    const [w, h] = this.scene.vertical ? [thick, to - from] : [to - from, thick];
    this.primitives.push({ type: "shares", x, y, w, h, parts, vertical: this.scene.vertical });
  }

  /** @param {SharesBar} bar @param {number} from @param {number} middle */
  #joins(bar, from, middle) {
    const [end, centre] = this.scene.vertical ? [bar.y + bar.h, bar.x + bar.w / 2] : [bar.x + bar.w, bar.y + bar.h / 2];
    return Math.abs(end - from) <= TINY && Math.abs(centre - middle) < 1;
  }

  /** @param {number} s @param {boolean} strong */
  #arrow(s, strong) {
    const { trace, lanes, stretch, vertical, drawn, step, axis } = this.scene;
    const ends = arrowEnds(trace, s);
    if (!ends) return;
    const [fromRow, toRow] = [lanes.rowOf(ends.from), lanes.rowOf(ends.to)];
    if (fromRow < 0 || toRow < 0 || fromRow === toRow) return;
    const along = toPixel(stretch, axis.at[s]);
    const [a, b] = [middleOf(this.scene, fromRow), middleOf(this.scene, toRow)];
    const gap = (b > a ? 13 : -13) * this.shrink;
    const [x1, y1] = this.#place(along, a + (vertical ? gap : gap * 0.4));
    const [x2, y2] = this.#place(along, b - gap);
    this.primitives.push({
      type: "arrow",
      x1,
      y1,
      x2,
      y2,
      inward: ends.inward,
      forced: ends.forced,
      strong,
      drawn: strong && s === step ? drawn : 1,
    });
    if (strong || (vertical && stretch.scale * axis.wide[s] >= LABEL_SCALE)) this.#label(s, along, a, b, strong);
  }

  /** @param {number} s @param {number} along @param {number} a @param {number} b @param {boolean} strong */
  #label(s, along, a, b, strong) {
    const { trace, vertical, pitch } = this.scene;
    const paint = strong ? "text" : "soft";
    if (vertical) {
      // In the middle of what is seen of the arrow.
      const [from, to] = [Math.max(Math.min(a, b), this.edge), Math.min(Math.max(a, b), this.across)];
      if (to - from < LEAST_LABELLED) return;
      const text = arrowLabel(trace, s, Math.max(6, Math.floor((to - from - 34) / 6.7)));
      const crosses = Math.abs(b - a) > pitch * 1.5;
      this.primitives.push({ type: "text", x: (from + to) / 2, y: along - 9, text, paint, align: "center", boxed: strong || crosses });
    } else {
      const text = arrowLabel(trace, s, 28);
      const left = (s < this.scene.step || along > this.along - 12 * text.length) && along > 8 * text.length + 16;
      const near = b > a ? b - this.scene.pitch / 2 : b + this.scene.pitch / 2;
      this.primitives.push({ type: "text", x: along + (left ? -9 : 9), y: near, text, paint, align: left ? "right" : "left", boxed: true });
    }
  }

  /** @param {number} from @param {number} to @param {number} middle @param {Look} look @param {string} label */
  #bar(from, to, middle, look, label) {
    const thick = THICK[look] * this.shrink;
    const start = Math.max(from, -20);
    const length = Math.min(to, this.along + 20) - start;
    if (length <= 0) return;
    const [x, y] = this.#place(start, middle - thick / 2);
    const [w, h] = this.scene.vertical ? [thick, length] : [length, thick];
    this.primitives.push({ type: "bar", x, y, w, h, look, label, vertical: this.scene.vertical });
  }

  /** @param {number} a1 @param {number} c1 @param {number} a2 @param {number} c2 @param {string} paint @param {number} width */
  #line(a1, c1, a2, c2, paint, width) {
    const [x1, y1] = this.#place(a1, c1);
    const [x2, y2] = this.#place(Math.min(a2, this.along + 20), c2);
    this.primitives.push({ type: "line", x1, y1, x2, y2, paint, width });
  }

  /** @param {number} along @param {number} across @param {number} length @param {number} thick @param {string} paint */
  #band(along, across, length, thick, paint) {
    const [x, y] = this.#place(along, across);
    const [w, h] = this.scene.vertical ? [thick, length] : [length, thick];
    this.primitives.push({ type: "band", x, y, w, h, paint });
  }

  /** @param {number} along @param {number} across @returns {[number, number]} */
  #place(along, across) {
    return this.scene.vertical ? [across, along] : [along, across];
  }
}

/** Whether columns would look the same. @param {Part[]} some @param {Part[]} others */
function areSame(some, others) {
  return (
    some.length === others.length && some.every(({ look, share }, i) => others[i].look === look && Math.abs(others[i].share - share) < 0.02)
  );
}

/**
 * From where to where a step's arrow goes: inward where somebody is resumed or called, outward where something comes back.
 * @param {Trace} trace @param {number} s
 */
export function arrowEnds(trace, s) {
  const { event, frame, peer, how, verb } = trace.step(s);
  if (peer === null) return null;
  if (peer === NOBODY && (!frame.sleeps || !loopRuns(trace, s))) return null;
  const forced = how === "throw" || how === "close" || how === "athrow" || how === "aclose" || verb === "throw";
  switch (event) {
    case "call":
    case "resume":
      return { from: peer, to: frame.id, inward: true, forced };
    case "suspend":
    case "return":
    case "raise":
      return { from: frame.id, to: peer, inward: false, forced: false };
    default:
      return null;
  }
}

/** The steps told together with a step: what it hands on, through all frames that delegate. @param {Trace} trace @param {number} step */
function chainAt(trace, step) {
  const chain = [step];
  const { event } = trace.step(step);
  if (event !== "resume" && event !== "suspend") return chain;
  for (let s = step - 1; s >= 0 && handsOn(trace, s); s--) chain.unshift(s);
  return chain;
}

/** A number beside the columns, where there is room for five digits: of a longer one the last four. @param {string} text */
function narrowed(text) {
  return /^\d{6,}$/.test(text) ? `…${text.slice(-4)}` : text.replace(" ", "");
}
