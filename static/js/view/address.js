// What an address names: a program, and after its `#` a moment of its run and how that is looked at.
// The server has the programs of `/?example=NAME`, `/p/ID` and `/learn/NAME`; this browser alone has those of `/#program=ID`, and the changed
// programs of lessons, `/learn/NAME#program=ID`; the address itself has that of `/#packed=PROGRAM`. A link that is previewed names its step before
// the `#`, which servers are not told what follows.

import { hrefOf, pathOfPage } from "../net/site.js";

/**
 * @typedef {{ lookInside: boolean, byTime: boolean, sequence: boolean }} Look
 * @typedef {Look & { step: string|null, ask?: string|null }} Moment  the step's name; ask: that of a step at which a prediction is asked; null where none is named
 */

/** The home page, which leaves open which program is shown. */
export const HOME = "/";

/** Browsers refuse when the address changes more often than about thrice a second for long. */
const PAUSE_MS = 350;

/** What an address may say before its `#` besides the program. */
const ASIDE = ["step", "from"];

/** The program that the address names. */
let program = programOfAddress();
/** A step that was taken since the address was written last, and is written in a moment. @type {{ address: string, step: string }|null} */
let later = null;
/** Whether it was written a moment ago. */
let isPause = false;

/** @returns {Moment} */
export function momentOfAddress() {
  const named = namedAfterHash();
  return {
    step: stepIn(named.get("step") ?? asked().get("step")),
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
  const named = namedAfterHash();
  const own = named.get("program");
  if (own) return addressOfOwn(own, pageOf(pathOfPage()));
  const packed = named.get("packed");
  if (packed) return addressOfPacked(packed);
  const query = asked();
  for (const name of ASIDE) query.delete(name);
  return pathOfPage() + (query.size ? `?${query}` : "");
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
  return hrefOf(left ? `/compare?${new URLSearchParams({ left })}` : "/compare");
}

/** The id in such an address; null where it is of another kind. @param {string} address */
export function ownOfAddress(address) {
  return new URLSearchParams(address.split("#")[1] ?? "").get("program");
}

/** @param {string} packed a program, by model/long-link.js */
export function addressOfPacked(packed) {
  return `/#${new URLSearchParams({ packed })}`;
}

/** The program that such an address holds; null where it is of another kind. @param {string} address */
export function packedOfAddress(address) {
  return new URLSearchParams(address.split("#")[1] ?? "").get("packed");
}

/**
 * The link for others. A step of the program stands before the `#`, so that the link's preview shows it.
 * @param {string} address @param {Moment} moment
 */
export function linkForOthers(address, moment) {
  const { step } = moment;
  if (step === null || step.includes(".") || address.includes("#")) return linkTo(address, moment);
  const link = new URL(linkTo(address, { ...moment, step: null }));
  link.searchParams.set("step", step);
  return link.href;
}

/** The address names a program at a moment from now on. @param {string} address @param {Moment} moment */
export function showAddress(address, moment) {
  later = null;
  history.replaceState(null, "", linkTo(address, moment));
  program = programOfAddress();
}

/** The same, for a program that was gone to: going back leads to the one before. @param {string} address @param {Moment} moment */
export function visitAddress(address, moment) {
  later = null;
  history.pushState(null, "", linkTo(address, moment));
  program = programOfAddress();
}

/** The address names the step, too: at once, or where many are taken in a moment. @param {string} address @param {string} step */
export function showStep(address, step) {
  if (isPause) {
    later = { address, step };
    return;
  }
  showAddress(address, { ...momentOfAddress(), step });
  isPause = true;
  setTimeout(() => {
    isPause = false;
    if (later) showStep(later.address, later.step);
  }, PAUSE_MS);
}

/** The moment that the address names, or is about to name. */
function momentShown() {
  const moment = momentOfAddress();
  return later ? { ...moment, step: later.step } : moment;
}

/** It names how the run is looked at, too: so that a link's choice does not come back when the page is loaded again. @param {Look} look */
export function showLook({ lookInside, byTime, sequence }) {
  const moment = momentShown();
  if (moment.lookInside !== lookInside || moment.byTime !== byTime || moment.sequence !== sequence)
    showAddress(program, { ...moment, lookInside, byTime, sequence });
}

/** It names the step at which a prediction is asked, or no more: a copy of it asks somebody else the same. @param {string|null} step */
export function showAsk(step) {
  const moment = momentShown();
  if (moment.ask !== step) showAddress(program, step === null ? { ...moment, ask: null } : { ...moment, step, ask: step });
}

/**
 * Calls back for each place that somebody goes to: writes into the address, or finds when going back and forward.
 * @param {{ program: (address: string, moment: Moment) => void, moment: (moment: Moment) => void }} goTo
 */
export function followAddress(goTo) {
  addEventListener("popstate", () => {
    if (!namesMoment()) return;
    later = null;
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
  return new URL(hrefOf(named.size ? `${page}#${named}` : page), location.origin).href;
}

function asked() {
  return new URLSearchParams(location.search);
}

function namedAfterHash() {
  return new URLSearchParams(location.hash.slice(1));
}

/** Whether it does, and not a place in the page: without a word after its `#` it names the run as it begins. */
function namesMoment() {
  return location.hash === "" || location.hash.includes("=");
}
