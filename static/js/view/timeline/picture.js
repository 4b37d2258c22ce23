// A picture of the timeline as it is seen, with the names of its rows, to be saved: SVG for print and README files, PNG for all else.

import { toPixel } from "../../model/view.js";
import { RULER, layout, middleOf } from "./layout.js";
import { Painter } from "./paint.js";
import { svgCanvas } from "./svg-canvas.js";
import { words } from "../../words/words.js";

/** @import { Scene } from "./layout.js" */
/** @import { Palette } from "./paint.js" */

const NAMES = 176;
const FOOT = 30;
/** Pixels of a PNG for each of the page's. */
const FINE = 2;
const FONT = '12px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** @param {Scene} scene @param {Palette} palette @param {string} caption @returns {string} */
export function asSvg(scene, palette, caption) {
  const canvas = svgCanvas(...sizeOf(scene));
  draw(new Painter(canvas), scene, palette, caption);
  return canvas.svg();
}

/** @param {Scene} scene @param {Palette} palette @param {string} caption @returns {Promise<Blob>} */
export async function asPng(scene, palette, caption) {
  const canvas = document.createElement("canvas");
  const painter = new Painter(canvas);
  painter.resize(...sizeOf(scene), FINE);
  draw(painter, scene, palette, caption);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error(words.timelinePicture.tooLarge))), "image/png"),
  );
}

/** All rows, whether they are scrolled out of sight or not. @param {Scene} scene @returns {[number, number]} */
function sizeOf({ lanes, pitch, width }) {
  return [Math.round(NAMES + width), RULER.wide + lanes.rows.length * pitch + 8 + FOOT];
}

/** @param {Painter} painter @param {Scene} seen @param {Palette} palette @param {string} caption */
function draw(painter, seen, palette, caption) {
  const { context: c } = painter;
  const [width, whole] = sizeOf(seen);
  const height = whole - FOOT;
  const scene = { ...seen, scroll: 0, height, drawn: 1, vertical: false };
  const { stretch, axis, step, trace, lanes, pitch } = scene;
  const near = toPixel(stretch, axis.at[step] ?? 0);
  const wide = Math.max(2, stretch.scale * (axis.wide[step] ?? 0));
  const fill = (/** @type {string} */ paint, /** @type {[number, number, number, number]} */ ...box) => {
    c.fillStyle = palette[paint];
    c.fillRect(...box);
  };
  painter.setPalette(palette);
  c.translate(NAMES, 0);
  painter.paint(layout(scene), () => {
    fill("surface", -NAMES, 0, width, whole);
    if (trace.length) fill("column", near, RULER.wide, wide, height - RULER.wide);
  });
  if (trace.length) fill("accent", near + wide / 2 - 1, RULER.wide - 4, 2, height - RULER.wide + 4);
  c.translate(-NAMES, 0);
  fill("surface", 0, 0, NAMES, whole);
  c.font = FONT;
  c.textAlign = "left";
  lanes.rows.forEach(({ label, depth }, row) => {
    const y = middleOf(scene, row);
    fill("grid", 0, y - pitch / 2, NAMES, 1);
    const x = 12 + 10 * Math.min(6, depth);
    const room = Math.floor((NAMES - x - 6) / 7.3);
    c.fillStyle = palette.text;
    c.fillText(label.length > room ? `${label.slice(0, room - 1)}…` : label, x, y);
  });
  fill("edge", NAMES - 1, 0, 1, height);
  c.fillStyle = palette.faint;
  c.fillText(caption, 12, height + FOOT / 2);
}
