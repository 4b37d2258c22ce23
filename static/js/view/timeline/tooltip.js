// What lies under the mouse on the timeline, in words.

import { LOOKS, segmentAt } from "../../model/segments.js";
import { describe } from "./headers.js";
import { officialState, stateName } from "./labels.js";
import { words } from "../../words/words.js";

/** @import { Lane, Lanes } from "../../model/lanes.js" */

export class Tooltip {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  hide() {
    this.element.hidden = true;
  }

  /**
   * @param {Lanes} lanes @param {Lane|undefined} lane @param {number} step
   * @param {{ x: number, y: number }} place @param {number} width of what holds it
   */
  tell(lanes, lane, step, place, width) {
    const text = lane && this.#text(lanes, lane, step);
    this.element.hidden = !text;
    if (!text) return;
    this.element.textContent = text;
    const left = Math.min(place.x + 14, width - this.element.offsetWidth - 8);
    this.element.style.transform = `translate(${Math.max(4, left)}px, ${place.y + 18}px)`;
  }

  /** @param {Lanes} lanes @param {Lane} lane @param {number} step */
  #text(lanes, lane, step) {
    const segments = lanes.segments(lane);
    const i = segmentAt(segments, step);
    if (i < 0) return "";
    const look = LOOKS[segments.look[i]];
    const { trace } = lanes;
    const steps = words.tooltip.steps(trace.stepName(segments.from[i]), trace.stepName(segments.to[i] - 1));
    if (lane.kind === "loop") return words.tooltip.loop(look === "waiting", steps);
    const frame = trace.frames[lane.frame];
    const official = frame.sleeps && lane.kind === "frame" ? ` (${officialState(frame, look)})` : "";
    const where = look === "suspended" && segments.line[i] ? words.tooltip.atLine(segments.line[i]) : "";
    return `${describe(lanes, lane)}\n${stateName(look)}${official}${where}, ${steps}`;
  }
}
