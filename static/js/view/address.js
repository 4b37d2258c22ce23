// What an address names: a program, and after its `#` a moment of its run and how that is looked at.
// The server has the programs of `/?example=NAME`, `/p/ID` and `/learn/NAME`; this browser alone has those of `/#program=ID`, and the changed
// programs of lessons, `/learn/NAME#program=ID`.

/**
 * @typedef {{ lookInside: boolean, byTime: boolean, sequence: boolean }} Look
 * @typedef {Look & { step: string|null, ask?: string|null }} Moment  the step's name; ask: that of a step at which a prediction is asked; null where none is named
 */

/** The home page, which leaves open which program is shown. */
export const HOME = "/";

/** Browsers refuse when the address changes more often than about thrice a second for long. */
const PAUSE_MS = 350;

/** The program that the address names. */
let program = programOfAddress();
/** Writes a step that was taken since the address was written last. @type {(() => void)|null} */
let writeLater = null;
/** Whether it was written a moment ago. */
let isPause = false;

/** @returns {Moment} */
export function momentOfAddress() {
  const named = namedAfterHash();
  return {
    step: stepIn(named.get("step")),
    ask: stepIn(named.get("ask")),
    lookInside: named.get("look") === "inside",
    byTime: named.get("by") === "time",
    sequence: named.get("view") === "sequence",
  };
}

/** @param {string|null} text */
function stepIn(text) {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? text : null;
}

export function programOfAddress() {
  const own = namedAfterHash().get("program");
  return own ? addressOfOwn(own, pageOf(location.pathname)) : location.pathname + location.search;
}

/** @param {string} id of a program that this browser keeps @param {string} [page] that it belongs to */
export function addressOfOwn(id, page = HOME) {
  return `${page}#${new URLSearchParams({ program: id })}`;
}

/** The page of an address: a lesson has one of its own, all else is on the home page. @param {string} address */
export function pageOf(address) {
  return /^\/learn\/[^#?]+/.exec(address)?.[0] ?? HOME;
}

/** The address of the page that has a program beside another one. @param {string} address of the program */
export function comparisonWith(address) {
  const { pathname, searchParams } = new URL(address, location.origin);
  const own = ownOfAddress(address);
  const left = own ? `own/${own}` : pathname.startsWith("/p/") ? pathname.slice(1) : searchParams.get("example");
  return left ? `/compare?${new URLSearchParams({ left })}` : "/compare";
}

/** The id in such an address; null where it is of another kind. @param {string} address */
export function ownOfAddress(address) {
  return new URLSearchParams(address.split("#")[1] ?? "").get("program");
}

/** The address names a program at a moment from now on. @param {string} address @param {Moment} moment */
export function showAddress(address, moment) {
  writeLater = null;
  history.replaceState(null, "", linkTo(address, moment));
  program = programOfAddress();
}

/** The same, for a program that was gone to: going back leads to the one before. @param {string} address @param {Moment} moment */
export function visitAddress(address, moment) {
  writeLater = null;
  history.pushState(null, "", linkTo(address, moment));
  program = programOfAddress();
}

/** The address names the step, too: at once, or where many are taken in a moment. @param {string} address @param {string} step */
export function showStep(address, step) {
  if (isPause) {
    writeLater = () => showStep(address, step);
    return;
  }
  showAddress(address, { ...momentOfAddress(), step });
  isPause = true;
  setTimeout(() => {
    isPause = false;
    writeLater?.();
  }, PAUSE_MS);
}

/** It names how the run is looked at, too: so that a link's choice does not come back when the page is loaded again. @param {Look} look */
export function showLook({ lookInside, byTime, sequence }) {
  const moment = momentOfAddress();
  if (moment.lookInside !== lookInside || moment.byTime !== byTime || moment.sequence !== sequence)
    showAddress(program, { ...moment, lookInside, byTime, sequence });
}

/** It names the step at which a prediction is asked, or no more: a copy of it asks somebody else the same. @param {string|null} step */
export function showAsk(step) {
  const moment = momentOfAddress();
  if (moment.ask !== step) showAddress(program, step === null ? { ...moment, ask: null } : { ...moment, step, ask: step });
}

/**
 * Calls back for each place that somebody goes to: writes into the address, or finds when going back and forward.
 * @param {{ program: (address: string, moment: Moment) => void, moment: (moment: Moment) => void }} goTo
 */
export function followAddress(goTo) {
  addEventListener("popstate", () => {
    if (!namesMoment()) return;
    writeLater = null;
    const named = programOfAddress();
    if (named !== program && named !== HOME) {
      program = named;
      return goTo.program(program, momentOfAddress());
    }
    showAddress(program, momentOfAddress());
    goTo.moment(momentOfAddress());
  });
}

/** The link to a program at such a moment. @param {string} address @param {Moment} moment */
export function linkTo(address, { step, ask, lookInside, byTime, sequence }) {
  const [page, own = ""] = address.split("#");
  const named = new URLSearchParams(own);
  if (step !== null) named.set("step", step);
  if (ask) named.set("ask", ask);
  if (lookInside) named.set("look", "inside");
  if (byTime) named.set("by", "time");
  if (sequence) named.set("view", "sequence");
  return new URL(named.size ? `${page}#${named}` : page, location.origin).href;
}

function namedAfterHash() {
  return new URLSearchParams(location.hash.slice(1));
}

/** Whether it does, and not a place in the page: without a word after its `#` it names the run as it begins. */
function namesMoment() {
  return location.hash === "" || location.hash.includes("=");
}
