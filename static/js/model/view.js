// The stretch of time that is seen: how many pixels a step takes and which step stands at the edge. Pure.

import { clamp } from "./player.js";

/**
 * What an axis lays out, as far as it is seen. Where steps have one unit each, units are steps.
 * @typedef {{ scale: number, start: number, size: number, length: number, most: number }} Stretch  pixels a unit; the unit at the near edge; pixels there are; units there are; the largest scale
 */

export const MAX_SCALE = 80;
const COMFORTABLE = 26;
const LEAST_COMFORTABLE = 12;
const MARGIN = 0.5;

/** The whole run in view. @param {number} size @param {number} length @param {number} [most] @returns {Stretch} */
export function fit(size, length, most = MAX_SCALE) {
  return settle({ scale: Math.min(COMFORTABLE, size / Math.max(1, length + MARGIN)), start: 0, size, length, most });
}

/** The whole run where that is comfortable to read, else as much of it as is. @param {number} size @param {number} length @returns {Stretch} */
export function comfortable(size, length) {
  const whole = fit(size, length);
  return whole.scale >= LEAST_COMFORTABLE ? whole : atScale(size, length, COMFORTABLE);
}

/** @param {number} size @param {number} length @param {number} scale @returns {Stretch} */
export function atScale(size, length, scale) {
  return settle({ scale, start: 0, size, length, most: MAX_SCALE });
}

/** @param {Stretch} stretch @param {number} factor @param {number} at the pixel that stays where it is @returns {Stretch} */
export function zoom(stretch, factor, at) {
  const scale = clamp(stretch.scale * factor, smallest(stretch), stretch.most);
  return settle({ ...stretch, scale, start: toUnit(stretch, at) - at / scale });
}

/** @param {Stretch} stretch @param {number} pixels @returns {Stretch} */
export function pan(stretch, pixels) {
  return settle({ ...stretch, start: stretch.start + pixels / stretch.scale });
}

/**
 * Moves as little as needed for a step to be seen with some room around it; one that is out of sight comes to the middle.
 * @param {Stretch} stretch @param {number} step where it begins @param {number} [wide] @returns {Stretch}
 */
export function follow(stretch, step, wide = 1) {
  const shown = stretch.size / stretch.scale;
  const inSight = step >= stretch.start && step + wide <= stretch.start + shown;
  const room = Math.min(120, stretch.size / 4) / stretch.scale;
  const start = inSight ? clamp(stretch.start, step + wide + room - shown, step - room) : step + wide / 2 - shown / 2;
  return settle({ ...stretch, start });
}

/** @param {Stretch} stretch @param {number} size @returns {Stretch} */
export function resize(stretch, size) {
  return settle({ ...stretch, size });
}

/** The same part of a run that is longer or shorter now. @param {Stretch} stretch @param {number} length @returns {Stretch} */
export function lengthen(stretch, length) {
  return settle({ ...stretch, length });
}

/** @param {Stretch} stretch @param {number} unit */
export function toPixel(stretch, unit) {
  return (unit - stretch.start) * stretch.scale;
}

/** @param {Stretch} stretch @param {number} pixel */
export function toUnit(stretch, pixel) {
  return stretch.start + pixel / stretch.scale;
}

/** @param {Stretch} stretch */
function smallest({ size, length }) {
  return Math.min(COMFORTABLE, size / Math.max(1, length + MARGIN));
}

/** @param {Stretch} stretch @returns {Stretch} */
function settle(stretch) {
  const shown = stretch.size / stretch.scale;
  return { ...stretch, start: clamp(stretch.start, 0, Math.max(0, stretch.length + MARGIN - shown)) };
}
