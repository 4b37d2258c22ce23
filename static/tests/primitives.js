// Writes down which primitives the page's layout makes of the fixtures: `npm run primitives`. The crate `picture` lays the timeline out again, for
// pictures that the server makes, and its tests compare.

import { writeFileSync } from "node:fs";
import { interestingStep } from "../js/model/jumps.js";
import { NOBODY } from "../js/model/trace.js";
import { atScale, comfortable, fit, follow } from "../js/model/view.js";
import { RULER, layout } from "../js/view/timeline/layout.js";
import { names, run } from "./unit/fixtures.js";

/** @import { Run } from "../js/model/run.js" */
/** @import { Stretch } from "../js/model/view.js" */
/** @import { Primitive } from "../js/view/timeline/layout.js" */

export const FILE = new URL("fixtures/primitives.txt", import.meta.url);

/** Recorded with the frames of the library, and from a later step on: the server's pictures are of the program's frames, and of a whole run. */
const WITHOUT_PICTURE = ["inside", "late"];

/** How much of a run is seen. @type {Record<string, (length: number, step: number) => { stretch: Stretch, pitch: number, scroll: number }>} */
const VIEWS = {
  whole: (length) => ({ stretch: fit(900, length), pitch: 44, scroll: 0 }),
  readable: (length, step) => ({ stretch: follow(comfortable(480, length), step), pitch: 54, scroll: 0 }),
  crowded: (length, step) => ({ stretch: follow(atScale(60, length, 1.5), step), pitch: 30, scroll: 45 }),
};

export function written() {
  const scenes = names.filter((name) => !WITHOUT_PICTURE.includes(name)).flatMap((name) => scenesOf(name, run(name)));
  return `${scenes.join("\n")}\n`;
}

/** @param {string} name @param {Run} it */
function scenesOf(name, it) {
  const { trace, lanes } = it;
  const axis = it.axis(false);
  return Object.entries(VIEWS).flatMap(([view, see]) => {
    const step = view === "whole" ? trace.last : interestingStep(trace);
    const seen = see(axis.length, step);
    const { size: width } = seen.stretch;
    const height = RULER.wide + lanes.rows.length * seen.pitch;
    const scene = { trace, lanes, axis, ...seen, vertical: false, width, height, step, drawn: 1, chosen: NOBODY };
    return [`scene ${name} ${view} ${step}`, ...layout(scene).map(line)];
  });
}

/** @param {Primitive} p */
function line(p) {
  switch (p.type) {
    case "bar":
      return words(p.type, [p.x, p.y, p.w, p.h], p.look, p.label);
    case "band":
      return words(p.type, [p.x, p.y, p.w, p.h], p.paint);
    case "shares":
      return words(p.type, [p.x, p.y, p.w, p.h, ...p.parts.map(({ share }) => share)], ...p.parts.map(({ look }) => look));
    case "line":
      return words(p.type, [p.x1, p.y1, p.x2, p.y2, p.width], p.paint);
    case "cross":
      return words(p.type, [p.x, p.y]);
    case "arrow":
      return words(p.type, [p.x1, p.y1, p.x2, p.y2], p.inward && "inward", p.forced && "forced", p.strong && "strong");
    case "text":
      return words(p.type, [p.x, p.y], p.align, p.paint, p.boxed && "boxed", p.text);
  }
}

/** @param {string} type @param {number[]} numbers @param {(string|false)[]} rest */
function words(type, numbers, ...rest) {
  return [type, ...numbers.map((number) => number.toFixed(3)), ...rest.filter((word) => word)].join(" ");
}

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, written());
