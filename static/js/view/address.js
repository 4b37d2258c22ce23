// What an address names after its `#`: a moment of the run, and how it is looked at.

/**
 * @typedef {{ lookInside: boolean, byTime: boolean }} Look
 * @typedef {Look & { step: string|null }} Moment  the step's name; null where none is named
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

/** The address names a program at a moment from now on. @param {string} address @param {Moment} moment */
export function showAddress(address, moment) {
  history.replaceState(null, "", linkTo(address, moment));
  program = programOfAddress();
}

/** It names how the run is looked at, too: so that a link's choice does not come back when the page is loaded again. @param {Look} look */
export function showLook({ lookInside, byTime }) {
  const moment = momentOfAddress();
  if (moment.lookInside !== lookInside || moment.byTime !== byTime) showAddress(program, { ...moment, lookInside, byTime });
}

/** Tells each moment that somebody goes to: writes into the address, or finds when going back. @param {(moment: Moment) => void} goTo */
export function followAddress(goTo) {
  addEventListener("popstate", () => { if (programOfAddress() !== program) location.reload(); });
  addEventListener("hashchange", () => { if (namesMoment()) goTo(momentOfAddress()); });
}

/** The link to a program at such a moment. @param {string} address @param {Moment} moment */
function linkTo(address, { step, lookInside, byTime }) {
  const named = new URLSearchParams();
  if (step !== null) named.set("step", step);
  if (lookInside) named.set("look", "inside");
  if (byTime) named.set("by", "time");
  return new URL(named.size ? `${address}#${named}` : address, location.origin).href;
}

/** The program that the address names, by its path and query. */
let program = programOfAddress();

function programOfAddress() {
  return location.pathname + location.search;
}

/** Whether it does, and not a place in the page: without a word after its `#` it names the run as it begins. */
function namesMoment() {
  return location.hash === "" || location.hash.includes("=");
}
