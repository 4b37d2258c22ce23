// The lines between program, output, timeline and cards: dragged, or moved with the arrow keys. Where nobody moved one, the size follows the window.

import { clamp } from "../model/player.js";
import { read, write } from "../net/kept.js";
import { byId } from "./dom.js";

/**
 * @typedef {object} Rule
 * @property {number} least
 * @property {() => number} most  as the window is now
 * @property {() => number} start  where nobody moved it
 * @property {(event: PointerEvent) => number} sizeAt
 * @property {string} grow  the key
 * @property {string} shrink  the key
 */

const BY_KEY = 24;

/**
 * @param {string} id of the separator
 * @param {string} property the custom property that holds the size
 * @param {Rule} rule
 */
export function divider(id, property, { least, most, start, sizeAt, grow, shrink }) {
  const separator = byId(id);
  let wanted = Number(read(property)) || null;
  let size = 0;
  const show = () => {
    const limit = Math.max(least, Math.round(most()));
    size = Math.round(clamp(wanted ?? start(), least, limit));
    document.documentElement.style.setProperty(property, `${size}px`);
    separator.setAttribute("aria-valuenow", String(size));
    separator.setAttribute("aria-valuemin", String(least));
    separator.setAttribute("aria-valuemax", String(limit));
  };
  const move = (/** @type {number} */ to) => {
    wanted = to;
    show();
    wanted = size;
    write(property, String(size));
  };
  separator.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
    separator.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  separator.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    if (separator.hasPointerCapture(event.pointerId)) move(sizeAt(event));
  });
  separator.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const by = event.key === grow ? BY_KEY : event.key === shrink ? -BY_KEY : 0;
    if (!by) return;
    event.preventDefault();
    move(size + by);
  });
  addEventListener("resize", show);
  show();
}
