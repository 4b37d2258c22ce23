// The objects that a frame's variables lead to, as textbooks draw them: the frame's box at the left, the objects in columns by how far they are from it, and
// arrows from each variable to what it holds. Pure: places and words only.

import { tokenName } from "./previews.js";
import { words } from "../words/words.js";

/** @import { Thing } from "./objects.js" */
/** @import { Trace } from "./trace.js" */
/** @import { Value } from "./packed.js" */

/**
 * @typedef {{ name: string, text: string, object: number, changed: boolean }} Row  `object`: to which an arrow goes; 0 for none
 * @typedef {object} Box
 * @property {number} object  0 for the frame
 * @property {number} frame  the frame, or the one whose object it is; -1 for none
 * @property {string} title
 * @property {Row[]} rows
 * @property {string} more  what is left out
 * @property {number} column
 * @property {boolean} changed
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 *
 * @typedef {{ object: number, path: string, changed: boolean }} Arrow
 * @typedef {{ boxes: Box[], arrows: Arrow[], width: number, height: number, hidden: number }} Picture  `hidden`: objects for which there was no room
 */

/** So many objects are drawn, and so many rows of each. */
const BOXES = 60;
const ROWS = 10;

export const LINE = 20;
export const PAD = 8;
const CHARACTER = 7.4;
const LEAST_WIDTH = 72;
const LONGEST_NAME = 18;
const LONGEST_TEXT = 26;
const GAP = 14;
const AISLE = 56;

/** @param {Trace} trace @param {number} frame @param {number} step @param {number} before the step that was shown before it @returns {Picture} */
export function picture(trace, frame, step, before) {
  const locals = trace.localsAt(frame, step).map(({ name, value, changedAt }) => ({ name, value, changed: changedAt > before }));
  /** @type {Box[]} */
  const boxes = [boxOf({ title: trace.label(frame), frame, object: 0, column: 0, changed: false }, trace, locals, locals.length, step)];
  const known = new Set([0]);
  let hidden = 0;
  for (const box of boxes) {
    for (const { object } of box.rows) {
      if (known.has(object)) continue;
      known.add(object);
      if (boxes.length > BOXES) hidden++;
      else boxes.push(objectBox(trace, object, box.column + 1, step, before));
    }
  }
  const { width, height } = place(boxes);
  return { boxes, arrows: arrows(boxes), width, height, hidden };
}

/** @param {Trace} trace @param {number} object @param {number} column @param {number} step @param {number} before */
function objectBox(trace, object, column, step, before) {
  const thing = /** @type {Thing} */ (trace.objects.at(object, step));
  const isNew = !trace.objects.at(object, before);
  const isChanged = (/** @type {number} */ at) => !isNew && at > before;
  const title = thing.frame >= 0 ? trace.label(thing.frame) : tokenName(thing.type, object);
  const rows = [
    ...thing.attributes.map(({ name, value, changedAt }) => ({ name, value, changed: isChanged(changedAt) })),
    ...thing.items.map(({ place, key, value, changedAt }) => ({
      name: key ? shortText(trace, key, step) : thing.type.endsWith("set") ? "" : String(place),
      value,
      changed: isChanged(changedAt),
    })),
  ];
  const all = thing.attributes.length + thing.length;
  const of = { title, frame: thing.frame, object, column, changed: trace.objects.changed(object, before, step) };
  if (thing.text) rows.push({ name: "", value: { text: thing.text, object: 0, frame: -1 }, changed: false });
  return boxOf(of, trace, rows, Math.max(all, rows.length), step);
}

/**
 * @param {{ title: string, frame: number, object: number, column: number, changed: boolean }} of @param {Trace} trace
 * @param {{ name: string, value: Value, changed: boolean }[]} held @param {number} all @param {number} step @returns {Box}
 */
function boxOf(of, trace, held, all, step) {
  const rows = held.slice(0, ROWS).map(({ name, value, changed }) => {
    const isDrawn = value.object > 0 && trace.objects.at(value.object, step) !== null;
    return {
      name: cut(name, LONGEST_NAME),
      text: isDrawn ? "" : cut(shortText(trace, value, step), LONGEST_TEXT),
      object: isDrawn ? value.object : 0,
      changed,
    };
  });
  const more = all > rows.length ? words.boxes.more(all - rows.length) : "";
  const longest = Math.max(
    of.title.length,
    more.length,
    ...rows.map(({ name, text, object }) => name.length + 2 + (object ? 2 : text.length)),
  );
  const lines = 1 + rows.length + (more ? 1 : 0);
  return { ...of, rows, more, x: 0, y: 0, width: Math.max(LEAST_WIDTH, longest * CHARACTER + 2 * PAD), height: lines * LINE + PAD };
}

/** @param {Trace} trace @param {Value} value @param {number} step */
function shortText(trace, { text, object, frame }, step) {
  if (frame >= 0) return trace.label(frame);
  const thing = trace.objects.at(object, step);
  return thing ? tokenName(thing.type, object) : text;
}

/** Puts the boxes of each column under one another. @param {Box[]} boxes in the order of their columns */
function place(boxes) {
  let x = 0;
  let height = 0;
  for (let column = 0; ; column++) {
    const own = boxes.filter((box) => box.column === column);
    if (own.length === 0) return { width: Math.max(0, x - AISLE), height };
    let y = 0;
    for (const box of own) {
      box.x = x;
      box.y = y;
      y += box.height + GAP;
    }
    height = Math.max(height, y - GAP);
    x += Math.max(...own.map(({ width }) => width)) + AISLE;
  }
}

/** @param {Box[]} boxes @returns {Arrow[]} */
function arrows(boxes) {
  const boxOfObject = new Map(boxes.map((box) => [box.object, box]));
  return boxes.flatMap((box) =>
    box.rows.flatMap(({ object, changed }, i) => {
      const to = object ? boxOfObject.get(object) : undefined;
      return to ? [{ object, changed, path: way(box, i, to) }] : [];
    }),
  );
}

/** From the end of a row to the title of a box: straight on to the right, or round by the right to a box that is not there. @param {Box} from @param {number} row @param {Box} to */
function way(from, row, to) {
  const [x1, y1] = [from.x + from.width - PAD - 4, from.y + LINE * (row + 1.5) + PAD / 2];
  const y2 = to.y + LINE / 2 + PAD / 4;
  if (to.column > from.column) {
    const bend = Math.min(AISLE, (to.x - x1) / 2);
    return `M${x1},${y1} C${x1 + bend},${y1} ${to.x - bend},${y2} ${to.x},${y2}`;
  }
  const x2 = to.x + to.width;
  const out = Math.max(from.x + from.width, x2) + AISLE / 2;
  return `M${x1},${y1} C${out},${y1} ${out},${y2} ${x2},${y2}`;
}

/** @param {string} text @param {number} longest */
function cut(text, longest) {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
