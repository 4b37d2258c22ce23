// The line between program and timeline, and the one between program and output: dragged, or moved with the arrow keys.

import { clamp } from "../model/player.js";
import { read, write } from "../net/kept.js";
import { byId } from "./dom.js";

/**
 * @param {string} id of the separator
 * @param {string} property the custom property that holds the size
 * @param {{ least: number, most: () => number, start: number, sizeAt: (event: PointerEvent) => number, grow: string, shrink: string }} rule
 */
export function divider(id, property, { least, most, start, sizeAt, grow, shrink }) {
  const separator = byId(id);
  const set = (/** @type {number} */ size) => {
    const settled = Math.round(clamp(size, least, Math.max(least, most())));
    document.documentElement.style.setProperty(property, `${settled}px`);
    separator.setAttribute("aria-valuenow", String(settled));
    separator.setAttribute("aria-valuemin", String(least));
    separator.setAttribute("aria-valuemax", String(Math.max(least, most())));
    write(property, String(settled));
    return settled;
  };
  let size = set(Number(read(property)) || start);
  separator.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    separator.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  separator.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (separator.hasPointerCapture(event.pointerId)) size = set(sizeAt(event));
  });
  separator.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === grow ? 24 : event.key === shrink ? -24 : 0;
    if (!by) return;
    event.preventDefault();
    size = set(size + by);
  });
}
