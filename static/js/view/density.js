// The strip behind the scrubber: where in the run frames are resumed and where they fall asleep.

import { byId, zoomed } from "./dom.js";

/** @import { Run } from "../model/run.js" */
/** @import { Palette } from "./timeline/paint.js" */

const COLUMN = 3;
const MARK = 2;

export class Density {
  /** @type {Run|null} */ #run = null;
  /** @type {Palette|null} */ #palette = null;
  #size = { width: 0, height: 0 };
  /** Places of the walk that are marked. @type {number[]} */ #marks = [];

  constructor() {
    this.canvas = /** @type {HTMLCanvasElement} */ (byId("density"));
    new ResizeObserver(
      ([
        {
          contentRect: { width, height },
        },
      ]) => {
        this.#size = { width, height };
        this.#draw();
      },
    ).observe(this.canvas);
  }

  /** @param {Run} run */
  setRun(run) {
    this.#run = run;
    this.#draw();
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.#palette = palette;
    this.#draw();
  }

  /** @param {number[]} places of the walk */
  setMarks(places) {
    if (places.length === 0 && this.#marks.length === 0) return;
    this.#marks = places;
    this.#draw();
  }

  #draw() {
    const { width, height } = this.#size;
    const palette = this.#palette;
    const context = this.canvas.getContext("2d");
    if (!this.#run || !palette || !context || width === 0) return;
    const ratio = (devicePixelRatio || 1) * zoomed();
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    context.scale(ratio, ratio);
    const columns = Math.max(1, Math.min(this.#run.walk.length, Math.floor(width / COLUMN)));
    const wide = width / columns;
    const { ups, downs, most } = count(this.#run, columns);
    const half = height / 2;
    for (let i = 0; i < ups.length; i++) {
      const up = barHeight(ups[i], most, half);
      const down = barHeight(downs[i], most, half);
      context.fillStyle = palette["strip-in"];
      context.fillRect(i * wide, half - up, wide - 1, up);
      context.fillStyle = palette["strip-out"];
      context.fillRect(i * wide, half, wide - 1, down);
    }
    context.fillStyle = palette.text;
    const last = Math.max(1, this.#run.walk.length - 1);
    const lefts = new Set(this.#marks.map((place) => Math.round((place / last) * (width - MARK))));
    for (const left of lefts) context.fillRect(left, 0, MARK, height);
  }
}

/** Resumptions and suspensions of each stretch of the run. @param {Run} run @param {number} columns */
function count({ trace, walk }, columns) {
  const ups = new Float64Array(columns);
  const downs = new Float64Array(columns);
  const { events } = trace.raw;
  for (let place = 0; place < walk.length; place++) {
    const s = walk.steps[place];
    const column = Math.min(columns - 1, Math.floor(((place + 0.5) * columns) / walk.length));
    if (events[s] === "resume" || events[s] === "call") ups[column]++;
    else if (events[s] === "suspend") downs[column]++;
  }
  return { ups, downs, most: Math.max(1, ...ups, ...downs) };
}

/** @param {number} value @param {number} most @param {number} room */
function barHeight(value, most, room) {
  return value === 0 ? 0 : Math.max(2, (value / most) * room);
}
