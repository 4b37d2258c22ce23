// The timeline on the screen: a canvas for what is drawn, DOM for the names of the rows and the playhead, and the hands on both.

import { NOBODY } from "../../model/trace.js";
import { MAX_SCALE, atScale, comfortable, fit, follow, lengthen, pan, resize, toPixel, toUnit, zoom } from "../../model/view.js";
import { reducedMotion } from "../dom.js";
import { Gestures } from "./gestures.js";
import { Headers } from "./headers.js";
import { RULER, arrowEnds, layout } from "./layout.js";
import { Painter } from "./paint.js";
import { Pins } from "./pins.js";
import { Tooltip } from "./tooltip.js";

/** @import { Axis } from "../../model/axis.js" */
/** @import { Lanes } from "../../model/lanes.js" */
/** @import { Run } from "../../model/run.js" */
/** @import { Stretch } from "../../model/view.js" */
/** @import { NoteArrow, Scene } from "./layout.js" */
/** @import { Palette } from "./paint.js" */
/** @import { Pin } from "./pins.js" */

/**
 * @typedef {{ goTo: (step: number) => void, choose: (frame: number) => void, answers: (frame: number) => boolean, refolded: () => void, openNote?: (place: number) => void }} Intents
 *   answers: whether the pressed row answers a question; refolded: a module of the library was opened or folded; openNote: the pin of a note was pressed
 */

const GLIDE_MS = 180;
const COLUMN = 112;
const WIDEST_COLUMN = 190;
const LOWEST_ROW = 36;
const STEP_DOWN = 26;
/** Room for the pins of notes above the rows: that of css/notes.css. */
export const PINS = 26;

export class Timeline {
  /** @type {Run|null} */ #run = null;
  /** @type {Lanes|null} */ #lanes = null;
  /** @type {Axis|null} */ #axis = null;
  #wantTime = false;
  /** As a sequence of arrows: time runs down, frames that can't sleep have no column unless they are asked for. */
  #sequence = { on: false, all: false };
  /** @type {Stretch} */ #stretch = fit(1, 1);
  #vertical = false;
  #step = 0;
  #chosen = NOBODY;
  #isVeiled = false;
  /** The arrow of the note that is shown. @type {NoteArrow|null} */ #noted = null;
  #size = { width: 0, height: 0 };
  /** What the browser was last told to measure, and found. */
  #measured = "";
  /** What the names take of the room, before the time begins: above the columns as much as they need, beside the rows as much as somebody wants. */
  #header = 0;
  /** Where the picture is on its way between two steps. */
  #glide = { fromUnit: 0, fromStart: 0, began: 0, part: 1 };
  #frameAsked = 0;
  /** How far the rows are scrolled. Kept, for asking the browser in the middle of a step makes it lay the page out. */
  #scrolled = 0;

  /** @param {HTMLElement} root @param {Intents} intents */
  constructor(root, intents) {
    const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.intents = intents;
    this.body = find(".timeline-body");
    this.scroller = find(".timeline-scroll");
    this.sizer = find(".timeline-sizer");
    this.canvas = /** @type {HTMLCanvasElement} */ (find("canvas"));
    this.playhead = find(".playhead");
    this.column = find(".playhead-column");
    this.painter = new Painter(this.canvas);
    this.names = find(".lane-headers");
    this.headers = new Headers(this.names, {
      choose: (frame) => intents.answers(frame) || intents.choose(frame),
      toggle: (lane) => {
        this.#lanes?.toggle(lane);
        if (lane.kind === "library") this.intents.refolded();
        this.#arrange();
      },
    });
    this.tooltip = new Tooltip(find(".tooltip"));
    this.pins = new Pins(find(".note-pins"), (place) => intents.openNote?.(place));
    new Gestures(this.canvas, {
      vertical: () => this.#vertical,
      pan: (pixels) => this.#look(pan(this.#stretch, pixels)),
      zoom: (factor, at) => this.#look(zoom(this.#stretch, factor, at)),
      press: (x, y) => this.#press(x, y),
      onRuler: (x, y) => (this.#vertical ? x < RULER.narrow : y < RULER.wide),
      hover: (x, y) => this.#hover(x, y),
      overflows: () => this.scroller.scrollHeight > this.scroller.clientHeight + 1,
    });
    this.scroller.addEventListener("scroll", () => {
      this.#scrolled = this.#vertical ? this.scroller.scrollLeft : this.scroller.scrollTop;
      this.#redraw();
    });
    const sizes = new ResizeObserver(() => this.#measure());
    for (const element of [this.body, this.names]) sizes.observe(element);
  }

  /** @param {Run} run that is shown from now on @param {boolean} [isLike] the one before, so that scale and scroll stay where somebody chose them */
  setRun(run, isLike = false) {
    if (!this.#measured) this.#measure();
    const keeps = isLike && this.#stretch.scale !== this.#whole().scale;
    this.#run = run;
    this.#lanes = run.lanes;
    this.#lanes.showOnlySleepers(this.#sequence.on && !this.#sequence.all);
    this.#step = 0;
    this.#glide.part = 1;
    this.#axis = run.axis(this.#wantTime, this.#sequence.on);
    if (!isLike) this.#scrollTo(0);
    this.#arrange();
    this.#stretch = keeps ? lengthen(this.#stretch, this.#axis.length) : this.#readable();
  }

  /** @param {boolean} wanted whether it is laid out by time, where the run can be */
  setByTime(wanted) {
    this.#wantTime = wanted;
    if (!this.#run) return;
    this.#axis = this.#run.axis(wanted, this.#sequence.on);
    this.resetZoom();
  }

  /** @param {boolean} veiled whether what comes after the step is hidden */
  setVeiled(veiled) {
    if (veiled === this.#isVeiled) return;
    this.#isVeiled = veiled;
    this.tooltip.hide();
    this.#redraw();
  }

  /** The pins of notes, which of them is shown, and its arrow. @param {(Pin|null)[]} pins @param {number} shown @param {NoteArrow|null} arrow */
  setNotes(pins, shown, arrow) {
    const hadRoom = !this.pins.isEmpty;
    this.pins.set(pins, shown);
    this.#noted = arrow;
    this.root.classList.toggle("has-notes", !this.pins.isEmpty);
    if (hadRoom === this.pins.isEmpty) this.#measure();
    this.#redraw();
  }

  /** @param {boolean} on @param {boolean} all whether frames that can't sleep have columns, too */
  setSequence(on, all) {
    this.#sequence = { on, all };
    if (!this.#run) return;
    this.#run.lanes.showOnlySleepers(on && !all);
    this.#axis = this.#run.axis(this.#wantTime, on);
    this.#arrange();
    this.resetZoom();
    this.#scrollToStep();
  }

  /** After the run's walk became another one. */
  layAnew() {
    if (!this.#run) return;
    const { scale } = this.#stretch;
    this.#axis = this.#run.axis(this.#wantTime, this.#sequence.on);
    this.#stretch = this.#axis.isByTime ? this.#whole() : atScale(this.#along(), this.#axis.length, scale);
    this.#glide.part = 1;
  }

  /** @param {boolean} vertical time runs down */
  setVertical(vertical) {
    if (vertical === this.#vertical) return;
    this.#vertical = vertical;
    this.root.classList.toggle("vertical", vertical);
    if (!this.#run) return;
    this.#scrolled = 0;
    this.scroller.scrollTop = this.scroller.scrollLeft = 0;
    this.#measure();
    this.resetZoom();
  }

  /** @param {number} step @param {number} chosen @param {boolean} smooth */
  show(step, chosen, smooth) {
    const moved = step !== this.#step;
    const startBefore = this.#shownStart();
    const unitBefore = this.#shownUnit();
    this.#step = step;
    this.#chosen = chosen;
    this.#stretch = this.#following(this.#stretch);
    if (moved) {
      const gliding = smooth && !reducedMotion.matches;
      this.#glide = { fromUnit: unitBefore, fromStart: startBefore, began: performance.now(), part: gliding ? 0 : 1 };
      this.#scrollToStep();
    }
    this.headers.mark(chosen, this.#lanes);
    this.#redraw();
  }

  /** What is drawn, with time running to the right; null before the first run. @returns {Scene|null} */
  get scene() {
    if (!this.#lanes || !this.#axis || !this.#lanes.trace.length || this.#size.width < 1) return null;
    const scene = this.#scene(this.#lanes, this.#axis);
    return this.#vertical ? { ...scene, width: this.#size.height, pitch: LOWEST_ROW } : scene;
  }

  /** The whole run. */
  fit() {
    this.#look(this.#whole());
  }

  /** @param {number} factor around the playhead */
  zoom(factor) {
    const at = toPixel(this.#stretch, this.#axis?.middle(this.#step) ?? 0);
    this.#look(this.#following(zoom(this.#stretch, factor, at)));
  }

  /** Back to a scale that reads well. */
  resetZoom() {
    this.#look(this.#following(this.#readable()));
  }

  /** The frame of the row before or after that of a frame. @param {number} frame @param {1|-1} direction */
  neighbour(frame, direction) {
    const rows = this.#lanes?.rows ?? [];
    const at = this.#lanes?.rowOf(frame) ?? -1;
    for (let row = at + direction; row >= 0 && row < rows.length; row += direction) {
      if (rows[row].kind === "frame" || rows[row].kind === "group") return rows[row].frame;
    }
    return frame;
  }

  /** @param {number} frame */
  reveal(frame) {
    const wasHidden = this.#lanes?.isHidden(frame);
    this.#lanes?.reveal(frame);
    if (wasHidden) this.intents.refolded();
    this.#arrange();
    this.#scrollToRow(frame);
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.painter.setPalette(palette);
    this.#redraw();
  }

  #measure() {
    const { clientWidth, clientHeight } = this.body;
    const header = this.#vertical ? this.names.offsetHeight : this.names.offsetWidth;
    const measured = [clientWidth, clientHeight, header, this.#vertical, this.#above].join();
    if (measured === this.#measured) return;
    this.#measured = measured;
    this.#header = header;
    const width = this.#vertical ? clientWidth : clientWidth - this.#header;
    const height = this.#vertical ? clientHeight - this.#header : clientHeight - this.#above;
    if (width < 1 || height < 1) return;
    this.#size = { width, height };
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.painter.resize(width, height);
    this.#stretch = this.#axis?.isByTime ? this.#readable() : this.#following(resize(this.#stretch, this.#along()));
    this.#arrange();
    this.#applyScroll(); // out of sight it can't be scrolled
    this.#scrollToStep();
  }

  /** Room above the rows, for the pins; beside the columns they stand in the ruler. */
  get #above() {
    return this.pins.isEmpty || this.#vertical ? 0 : PINS;
  }

  #readable() {
    if (this.#axis?.isByTime) return this.#whole();
    const length = this.#axis?.length ?? 1;
    return this.#vertical ? atScale(this.#along(), length, STEP_DOWN) : comfortable(this.#along(), length);
  }

  #whole() {
    const { length = 1, widest = 1 } = this.#axis ?? {};
    return fit(this.#along(), length, MAX_SCALE / Math.min(1, widest || 1));
  }

  /** @param {Stretch} stretch */
  #following(stretch) {
    return this.#axis?.length ? follow(stretch, this.#axis.at[this.#step], this.#axis.wide[this.#step]) : stretch;
  }

  /** Room for all rows, and their names. */
  #arrange() {
    if (!this.#lanes) return;
    const rows = this.#lanes.rows.length;
    const pitch = this.#pitch();
    const across = rows * pitch + (this.#vertical ? RULER.narrow : RULER.wide + 8);
    this.sizer.style.width = this.#vertical ? `${across}px` : "100%";
    this.sizer.style.height = this.#vertical ? "100%" : `${across}px`;
    this.headers.arrange(this.#lanes, pitch, this.#vertical ? RULER.narrow : RULER.wide, this.#vertical);
    if (this.#vertical) this.root.style.setProperty("--names", `${this.headers.height}px`); // which has it measured again
    this.headers.mark(this.#chosen, this.#lanes);
    this.#redraw();
  }

  #pitch() {
    const rows = this.#lanes?.rows.length ?? 1;
    if (this.#vertical) return Math.max(COLUMN, Math.min(WIDEST_COLUMN, (this.#size.width - RULER.narrow) / rows));
    const most = rows <= 8 ? 54 : rows <= 16 ? 44 : LOWEST_ROW;
    return Math.max(LOWEST_ROW, Math.min(most, Math.floor((this.#size.height - RULER.wide - 8) / rows))); // all of them are in sight where they can be
  }

  #along() {
    return this.#vertical ? Math.max(1, this.#size.height) : this.#size.width;
  }

  /** Where the playhead's step begins. */
  #shownUnit() {
    const unit = this.#axis?.at[this.#step] ?? 0;
    return this.#glide.fromUnit + (unit - this.#glide.fromUnit) * ease(this.#glide.part);
  }

  #shownStart() {
    return this.#glide.fromStart + (this.#stretch.start - this.#glide.fromStart) * ease(this.#glide.part);
  }

  /** @param {Stretch} stretch */
  #look(stretch) {
    this.#stretch = stretch;
    this.#glide.part = 1;
    this.#redraw();
  }

  #redraw() {
    this.#frameAsked ||= requestAnimationFrame((now) => {
      this.#frameAsked = 0;
      const { part, began } = this.#glide;
      if (part < 1) this.#glide.part = Math.min(1, Math.max(0, (now - began) / GLIDE_MS));
      this.#draw();
      if (this.#glide.part < 1) this.#redraw();
    });
  }

  #draw() {
    if (!this.#lanes || !this.#axis || this.#size.width < 1) return;
    this.headers.window(this.#scrolled, this.#vertical ? this.#size.width : this.#size.height);
    this.painter.paint(layout(this.#scene(this.#lanes, this.#axis)));
    this.#placePlayhead(this.#axis);
    this.#placePins(this.#axis);
  }

  /** @param {Lanes} lanes @param {Axis} axis @returns {Scene} */
  #scene(lanes, axis) {
    return {
      trace: lanes.trace,
      lanes,
      axis,
      vertical: this.#vertical,
      pitch: this.#pitch(),
      scroll: this.#scrolled,
      ...this.#size,
      stretch: { ...this.#stretch, start: this.#shownStart() },
      step: this.#step,
      drawn: ease(this.#glide.part),
      chosen: this.#chosen,
      noted: this.#noted,
      veiled: this.#isVeiled,
    };
  }

  /** @param {number} to */
  #scrollTo(to) {
    if (to === this.#scrolled) return;
    this.#scrolled = to;
    this.#applyScroll();
  }

  #applyScroll() {
    if (this.#vertical) this.scroller.scrollLeft = this.#scrolled;
    else this.scroller.scrollTop = this.#scrolled;
  }

  /** @param {Axis} axis */
  #placePlayhead(axis) {
    const stretch = { ...this.#stretch, start: this.#shownStart() };
    const near = toPixel(stretch, this.#shownUnit());
    const wide = stretch.scale * axis.wide[this.#step];
    const middle = near + wide / 2;
    const seen = middle >= 0 && middle <= this.#along() && (this.#lanes?.trace.length ?? 0) > 0;
    this.playhead.hidden = !seen || this.#vertical;
    this.column.hidden = !seen;
    const at = this.#header;
    const direction = this.#vertical ? "Y" : "X";
    this.playhead.style.transform = `translate${direction}(${at + middle}px)`;
    this.column.style.transform = `translate${direction}(${at + near}px)`;
    const thick = `${Math.max(2, wide)}px`;
    this.column.style.width = this.#vertical ? "100%" : thick;
    this.column.style.height = this.#vertical ? thick : "100%";
  }

  /** @param {Axis} axis */
  #placePins(axis) {
    const stretch = { ...this.#stretch, start: this.#shownStart() };
    const along = (/** @type {number} */ step) => {
      const from = toPixel(stretch, axis.at[step]);
      return { from, to: from + stretch.scale * axis.wide[step] };
    };
    const beyond = this.#isVeiled ? this.#step + 1 : Infinity;
    this.pins.draw(along, this.#along(), this.#header, this.#vertical, beyond);
  }

  /** Brings both ends of the step's arrow into sight, or where there is not so much room that of its frame. */
  #scrollToStep() {
    const trace = this.#lanes?.trace;
    if (!trace?.length) return;
    const frame = trace.raw.stepFrame[this.#step];
    const ends = arrowEnds(trace, this.#step);
    if (ends) this.#scrollToRow(ends.from === frame ? ends.to : ends.from);
    this.#scrollToRow(frame);
  }

  /** Brings the row of a frame into sight. @param {number} frame */
  #scrollToRow(frame) {
    const row = this.#lanes?.rowOf(frame) ?? -1;
    if (row < 0) return;
    const pitch = this.#pitch();
    const edge = this.#vertical ? RULER.narrow : RULER.wide;
    const shown = (this.#vertical ? this.#size.width : this.#size.height) - edge;
    const low = (row + 1) * pitch - shown;
    const high = row * pitch;
    this.#scrollTo(Math.min(Math.max(this.#scrolled, low), high));
  }

  /** @param {number} x @param {number} y */
  #press(x, y) {
    if (!this.#lanes) return;
    const [along, across] = this.#vertical ? [y, x] : [x, y];
    const edge = this.#vertical ? RULER.narrow : RULER.wide;
    if (across >= edge) {
      const lane = this.#lanes.rows[Math.floor((across - edge + this.#scrolled) / this.#pitch())];
      if ((lane?.kind === "frame" || lane?.kind === "loop") && this.intents.answers(lane.frame)) return;
      if (lane && lane.kind === "frame") this.intents.choose(lane.frame);
    }
    if (this.#axis) this.intents.goTo(this.#axis.stepAt(toUnit(this.#stretch, along)));
  }

  /** @param {number} x @param {number} y  outside of the canvas: negative */
  #hover(x, y) {
    if (!this.#lanes || !this.#axis || x < 0) return this.tooltip.hide();
    const [along, across] = this.#vertical ? [y, x] : [x, y];
    const edge = this.#vertical ? RULER.narrow : RULER.wide;
    const lane = across < edge ? undefined : this.#lanes.rows[Math.floor((across - edge + this.#scrolled) / this.#pitch())];
    const step = this.#axis.stepAt(toUnit(this.#stretch, along));
    if (this.#isVeiled && step > this.#step) return this.tooltip.hide();
    const place = this.#vertical ? { x, y: y + this.#header } : { x: x + this.#header, y: y + this.#above };
    this.tooltip.tell(this.#lanes, lane, step, place, this.body.clientWidth);
  }
}

/** @param {number} part */
function ease(part) {
  return part >= 1 ? 1 : 1 - (1 - part) ** 3;
}
