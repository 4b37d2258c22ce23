// What an address names after its `#`: a moment of the run, and how it is looked at.

/**
 * @typedef {object} Moment
 * @property {string|null} step  its name; null where none is named
 * @property {boolean} lookInside
 * @property {boolean} byTime
 */

/** @returns {Moment} */
export function momentOfAddress() {
  const named = new URLSearchParams(location.hash.slice(1));
  const step = named.get("step");
  return {
    step: step !== null && /^\d+(\.\d+)?$/.test(step) ? step : null,
    lookInside: named.get("look") === "inside",
    byTime: named.get("by") === "time",
  };
}

/** The link to a program at such a moment. @param {string} address @param {Moment} moment */
export function linkTo(address, { step, lookInside, byTime }) {
  const named = new URLSearchParams();
  if (step !== null) named.set("step", step);
  if (lookInside) named.set("look", "inside");
  if (byTime) named.set("by", "time");
  return new URL(named.size ? `${address}#${named}` : address, location.origin).href;
}
