// The bar over the scrubber, of a run that has more steps than are recorded: all of it, the steps that are here, and a slider that goes to others.

import { framesFor } from "../model/overview.js";
import { words } from "../words/words.js";
import { byId, zoomed } from "./dom.js";

/** @import { FrameShares, OverviewColumns } from "../model/packed.js" */
/** @import { Trace } from "../model/trace.js" */
/** @import { Palette } from "./timeline/paint.js" */

/** @typedef {"running"|"suspended"|"created"} Share */

const MOST_ROWS = 8;
const GAP = 1;
/** The steps that are here are no narrower than this, or nobody would see them. */
const LEAST_MARK = 3;
/** How much of the ground covers the steps that are not here. */
const PALE = 0.6;
/** So long after the last key the slider goes where it points. */
const PAUSE_MS = 350;
/** Drawn from the row's foot upwards. @type {Share[]} */
const SHARES = ["running", "suspended", "created"];

export class OverviewBar {
  /** @type {Trace|null} */ #trace = null;
  /** @type {Palette|null} */ #palette = null;
  #size = { width: 0, height: 0 };
  #number = 0;
  /** @type {ReturnType<typeof setTimeout>|undefined} */ #pause;
  /** Whether the slider points to where nobody has gone yet. */ #isAhead = false;

  /** @param {(number: number) => void} goTo */
  constructor(goTo) {
    this.bar = byId("overview");
    this.canvas = /** @type {HTMLCanvasElement} */ (byId("overview-canvas"));
    this.slider = /** @type {HTMLInputElement} */ (byId("overview-slider"));
    this.slider.addEventListener("input", () => this.#point());
    this.slider.addEventListener("change", () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => {
        this.#pause = undefined;
        this.#isAhead = false;
        goTo(Number(this.slider.value));
      }, PAUSE_MS);
    });
    new ResizeObserver(([{ contentRect }]) => {
      this.#size = { width: contentRect.width, height: contentRect.height };
      this.#draw();
    }).observe(this.canvas);
  }

  /** @param {Trace} trace */
  setTrace(trace) {
    const { overview } = trace.raw;
    this.#trace = trace;
    this.#isAhead &&= this.#pause !== undefined;
    this.bar.hidden = overview === null;
    if (!overview) return;
    this.slider.max = String(overview.steps);
    this.slider.step = String(overview.width);
    byId("overview-here").textContent = words.overview.here(trace.from, trace.lastNumber, overview.steps);
    this.#draw();
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.#palette = palette;
    this.#draw();
  }

  /** The number of the step that is shown. @param {number} number */
  show(number) {
    const { overview } = this.#trace?.raw ?? {};
    this.#number = number;
    if (!overview) return;
    if (!this.#isAhead) this.#setSlider(overview, number);
    this.#draw();
  }

  /** Steps round another one are being recorded; null: no more. @param {number|null} number */
  waitFor(number) {
    const { overview } = this.#trace?.raw ?? {};
    this.bar.classList.toggle("waits", number !== null);
    if (!overview || this.#pause !== undefined) return; // somebody points elsewhere meanwhile
    this.#isAhead = number !== null;
    if (number === null) this.show(this.#number);
    else this.#setSlider(overview, number);
    byId("overview-point").textContent = number === null ? "" : words.overview.goingTo(words.overview.step(number, overview.steps));
  }

  focus() {
    if (!this.bar.hidden) this.slider.focus();
  }

  /** The slider is moved, and nobody goes there yet. */
  #point() {
    const { overview } = this.#trace?.raw ?? {};
    if (!overview) return;
    this.#isAhead = true;
    const step = words.overview.step(Number(this.slider.value), overview.steps);
    this.slider.setAttribute("aria-valuetext", step);
    byId("overview-point").textContent = words.overview.to(step);
  }

  /** @param {OverviewColumns} overview @param {number} number */
  #setSlider(overview, number) {
    this.slider.value = String(number);
    this.slider.setAttribute("aria-valuetext", words.overview.step(number, overview.steps));
  }

  #draw() {
    const { width, height } = this.#size;
    const palette = this.#palette;
    const trace = this.#trace;
    const overview = trace?.raw.overview;
    const context = this.canvas.getContext("2d");
    if (!trace || !overview || !palette || !context || width === 0) return;
    const ratio = (devicePixelRatio || 1) * zoomed();
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    context.scale(ratio, ratio);
    const frames = framesFor(overview, MOST_ROWS);
    const row = height / Math.max(1, frames.length);
    const column = (overview.width / overview.steps) * width;
    frames.forEach((frame, i) => drawRow(context, palette, frame, { top: i * row, high: row - GAP, column }));
    const left = (trace.from / overview.steps) * width;
    const wide = Math.max(LEAST_MARK, ((trace.lastNumber - trace.from) / overview.steps) * width);
    drawMark(context, palette, { left: Math.min(left, width - wide), wide }, { width, height });
    context.fillStyle = palette.text;
    context.fillRect((this.#number / overview.steps) * (width - 2), 0, 2, height);
  }
}

/**
 * The steps that are here: a frame around them, and what is not here paler.
 * @param {CanvasRenderingContext2D} context @param {Palette} palette
 * @param {{ left: number, wide: number }} mark @param {{ width: number, height: number }} size
 */
function drawMark(context, palette, { left, wide }, { width, height }) {
  context.globalAlpha = PALE;
  context.fillStyle = palette.surface;
  context.fillRect(0, 0, left, height);
  context.fillRect(left + wide, 0, width - left - wide, height);
  context.globalAlpha = 1;
  context.strokeStyle = palette.text;
  context.lineWidth = 2;
  context.strokeRect(left + 1, 1, Math.max(1, wide - 2), height - 2);
}

/**
 * @param {CanvasRenderingContext2D} context @param {Palette} palette @param {FrameShares} frame
 * @param {{ top: number, high: number, column: number }} place
 */
function drawRow(context, palette, frame, { top, high, column }) {
  const length = Math.max(...SHARES.map((share) => frame[share].length));
  for (let i = 0; i < length; i++) {
    let foot = top + high;
    for (const share of SHARES) {
      const part = ((frame[share][i] ?? 0) / 100) * high;
      context.fillStyle = palette[share === "created" ? "created-edge" : `${share}-fill`];
      context.fillRect((frame.first + i) * column, foot - part, column + 0.5, part);
      foot -= part;
    }
  }
}
