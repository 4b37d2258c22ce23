// What is printed: the program, its notes, the timeline of the whole run, the output. The page itself is a window onto them, so it prints none of them whole;
// this sheet is made as printing begins, in the light theme, and taken away after it.

import { NOBODY } from "../model/trace.js";
import { atScale, fit } from "../model/view.js";
import { byId, h } from "./dom.js";
import { layout, RULER } from "./timeline/layout.js";
import { Painter, readPalette } from "./timeline/paint.js";
import { words } from "../words/words.js";

/** @import { Note } from "../model/notes.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Stretch } from "../model/view.js" */
/** @import { Palette } from "./timeline/paint.js" */

/** The width of a page between usual margins, in CSS pixels: names of the rows, then time. */
const NAMES = 140;
const TIME = 560;
const PITCH = 36;
/** A run of more steps than this many strips hold is laid out in one, as small as it becomes. */
const STRIPS = 8;
const SCALE = 14;
/** Pixels of the canvas for each of the page's: printers have small ones. */
const FINE = 3;

/** @typedef {{ run: Run|null, step: number, text: string, title: string, notes: Note[] }} Shown */

/** @param {() => Shown} shown */
export function makePrintSheet(shown) {
  addEventListener("beforeprint", () => byId("print-sheet").replaceChildren(...sheet(shown())));
  addEventListener("afterprint", () => byId("print-sheet").replaceChildren());
}

/** @param {Shown} shown */
function sheet({ run, step, text, title, notes }) {
  const parts = [h("h1", {}, title), h("p", { class: "soft" }, location.href), h("h2", {}, words.printSheet.program), program(text)];
  if (notes.length)
    parts.push(h("h2", {}, words.printSheet.notes), ...notes.map((note) => h("p", {}, words.printSheet.note(note.step, note.text))));
  if (!run?.trace.length) return parts;
  const { trace } = run;
  if (run.source !== text) parts.push(h("p", {}, words.printSheet.changed));
  return [
    ...parts,
    h("h2", {}, words.printSheet.timeline),
    h("p", {}, words.printSheet.step(trace.stepName(step), trace.stepName(trace.last), byId("sentence").textContent)),
    /** @type {Node} */ (document.querySelector(".legend")).cloneNode(true),
    ...strips(run, step),
    h("h2", {}, words.printSheet.output),
    h("pre", { class: "output" }, trace.raw.output.of.map((entry) => entry.text).join("") || words.printSheet.nothing),
  ];
}

/** @param {string} text */
function program(text) {
  return h(
    "ol",
    { class: "print-program" },
    ...text
      .replace(/\n$/, "")
      .split("\n")
      .map((line) => h("li", {}, h("code", {}, line || " "))),
  );
}

/** @param {Run} run @param {number} step */
function strips(run, step) {
  const { length } = run.axis(false);
  const each = Math.floor(TIME / SCALE);
  const count = Math.ceil((length + 0.5) / each);
  const palette = lightPalette();
  if (count > STRIPS || count <= 1) return [strip(run, step, fit(TIME, length), palette)];
  return Array.from({ length: count }, (_, i) => strip(run, step, { ...atScale(TIME, length, SCALE), start: i * each }, palette));
}

/** @param {Run} run @param {number} step @param {Stretch} stretch @param {Palette} palette */
function strip(run, step, stretch, palette) {
  const { trace, lanes } = run;
  const { rows } = lanes;
  const height = RULER.wide + rows.length * PITCH;
  const canvas = /** @type {HTMLCanvasElement} */ (h("canvas"));
  canvas.style.width = `${TIME}px`;
  canvas.style.height = `${height}px`;
  const painter = new Painter(canvas);
  painter.setPalette(palette);
  painter.resize(TIME, height, FINE);
  painter.paint(
    layout({
      trace,
      lanes,
      axis: run.axis(false),
      vertical: false,
      pitch: PITCH,
      scroll: 0,
      width: TIME,
      height,
      stretch,
      step,
      drawn: 1,
      chosen: NOBODY,
    }),
  );
  const names = h(
    "ol",
    {},
    ...rows.map(({ label, depth }) => {
      const name = h("li", {}, label);
      name.style.height = `${PITCH}px`;
      name.style.paddingLeft = `${8 * Math.min(6, depth)}px`;
      return name;
    }),
  );
  names.style.width = `${NAMES}px`;
  names.style.paddingTop = `${RULER.wide}px`;
  return h("div", { class: "print-strip" }, names, canvas);
}

/** Paper is white, whatever the theme. @returns {Palette} */
function lightPalette() {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  dataset.theme = "light";
  const palette = readPalette();
  if (before === undefined) delete dataset.theme;
  else dataset.theme = before;
  return palette;
}
