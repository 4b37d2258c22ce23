// What has to be said about a run, or about the page itself, over the timeline.

import { byId, h, icon, narrowScreen } from "./dom.js";

/** @import { Outcome } from "../model/packed.js" */
/** @import { Run } from "../model/run.js" */

/**
 * @typedef {object} Banner
 * @property {"error"|"warning"|"note"} tone
 * @property {string} title
 * @property {string} text
 * @property {{ label: string, lines: string[] }} [list]  told where there is room, else opened by hand
 */

/** What is shown, so that a list somebody opened stays open while they write. */
let shown = "";

/** @param {Banner[]} banners */
export function showBanners(banners) {
  const now = JSON.stringify(banners);
  if (now === shown) return;
  shown = now;
  byId("banners").replaceChildren(...banners.map(element));
}

/** @param {Banner} banner */
function element({ tone, title, text, list }) {
  const head = [icon(tone === "note" ? "info" : "warning"), h("span", {}, h("strong", {}, title), " ", text)];
  if (!list) return h("p", { class: `banner ${tone}` }, ...head);
  return h(
    "details",
    { class: `banner ${tone}`, open: !narrowScreen.matches },
    h("summary", {}, ...head, icon("down")),
    h("ul", { class: "banner-list", tabindex: 0, "aria-label": list.label }, ...list.lines.map((line) => h("li", {}, line))),
  );
}

/**
 * @param {Run} run @param {Record<string, string>} sentences what is said of a program that passed a limit, by its name
 * @returns {Banner[]}
 */
export function bannersOf({ trace, lanes, input }, sentences) {
  const { outcome, frames } = trace;
  /** @type {Banner[]} */
  const banners = [];
  const steps = countOf(lanes.stepsByOwner());
  if (frames[0]?.sleeps && frames[0].kind === "module") {
    banners.push({
      tone: "note",
      title: "Top-level await.",
      text: "This program awaits outside of functions. It runs here as “python -m asyncio” runs it; “python3” would refuse it.",
    });
  }
  // Of a later part of a run the overview says it.
  if (outcome.recorded === false && trace.from === 0) {
    const end =
      outcome.outcome === "finished"
        ? "; the program ran on to its end, and its output is complete at the last step"
        : "; the program ran on, unrecorded";
    banners.push({
      tone: "note",
      title: "A long run.",
      text: `${outcome.recording_ended_by === "trace" ? `There was much to tell of each step: the trace was full after ${steps}` : `This recorded the first ${steps}`}${end}.`,
    });
  }
  if (outcome.objects_end !== undefined) {
    banners.push({
      tone: "note",
      title: "Many objects.",
      text: `There was much to record of them: from step ${outcome.objects_end.toLocaleString("en")} on, the page does not show what objects hold.`,
    });
  }
  if (outcome.clock_read_on) {
    banners.push({
      tone: "note",
      title: "Time is virtual.",
      text: "It stands still while nothing sleeps. This program reads the clock very often at one instant, so each further reading moves it by a millisecond.",
    });
  }
  if (outcome.input_asked && !input) {
    banners.push({
      tone: "note",
      title: "This program reads input.",
      text: "Write it into the field Input, over the output, a line for each input(). Then press Run.",
    });
  }
  switch (outcome.outcome) {
    case "raised":
      banners.push({
        tone: "error",
        title: asSentence(`${outcome.type ?? "Exception"}${outcome.message ? `: ${outcome.message}` : ""}`),
        text: outcome.line ? `Raised in line ${outcome.line}; nobody caught it.` : "Nobody caught it.",
      });
      break;
    case "limit":
      banners.push({
        tone: "warning",
        title: `Limit passed: ${outcome.limit}.`,
        text:
          (sentences[outcome.limit ?? ""] ?? "The run was ended.") +
          (outcome.recorded === false ? "" : ` Here is what was recorded up to there: ${steps}.`),
      });
      break;
    case "deadlock":
      banners.push({ tone: "warning", title: "Deadlock.", ...deadlock(outcome.sleepers ?? []) });
      break;
    case "stopped":
      banners.push({ tone: "warning", title: "Stopped.", text: `Here is what was recorded up to there: ${steps}.` });
      break;
    case "exit":
      if (outcome.status)
        banners.push({ tone: "note", title: "sys.exit.", text: `The program ended itself with status ${outcome.status}.` });
      break;
  }
  return banners;
}

/** @param {string} text with a full stop, where nothing ends it yet */
function asSentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** So many steps, and whose they are where the library's count, too. @param {{ program: number, library: number, imports: number }} of */
function countOf({ program, library, imports }) {
  const all = program + library + imports;
  const words = (/** @type {number} */ count) => count.toLocaleString("en");
  const whose = [
    `${words(program)} of the program`,
    `${words(library)} of the library’s`,
    ...(imports ? [`${words(imports)} of imports`] : []),
  ];
  return `${words(all)} steps${program < all ? ` (${whose.join(", ")})` : ""}`;
}

/** @param {string[]} lines  what each task waits for */
function deadlock(lines) {
  const who = lines.length > 1 ? `${lines.length} tasks` : lines.length ? "one task" : "whoever sleeps here";
  const text = `Nothing is ready and no timer is set: ${who} would sleep for ever.`;
  return lines.length ? { text, list: { label: "What each task waits for", lines } } : { text };
}

/** @param {number} place how many programs run before this one @returns {Banner} */
export function waitingBanner(place) {
  const before = place === 1 ? "One program runs" : `${place} programs run`;
  return { tone: "note", title: "Waiting for a turn.", text: `${before} before yours. Stop gives the place up.` };
}

/** Titles of refusals by their code; any other has the last one. @type {Record<string, string>} */
const REFUSALS = {
  busy: "No free place.",
  too_often: "Too many requests.",
  trace_too_large: "The trace is too large.",
  source_too_large: "The program is too long.",
  input_too_large: "The input is too long.",
  store_down: "Not shared.",
  taken_down: "Not shared.",
  run_ended: "The run was ended.",
};

/** @param {{ code: string, message: string, hint: string }} refused what the server answered @returns {Banner} */
export function refusalBanner({ code, message, hint }) {
  return { tone: "error", title: REFUSALS[code] ?? "The server refused.", text: hint ? `${message} ${hint}` : message };
}

/** @param {{ message: string }} missing why this browser can't have the interpreter, where no server runs programs @returns {Banner} */
export function missingBanner({ message }) {
  return {
    tone: "error",
    title: "Programs can’t run here.",
    text: `This page runs them in your browser, and needs a part for it. ${message}`,
  };
}

/** @param {{ message: string }} fault what ended the interpreter @returns {Banner} */
export function faultBanner({ message }) {
  return {
    tone: "error",
    title: "The run was ended.",
    text: `It took more memory or a deeper stack than this browser gives (${message}).`,
  };
}

/** @param {boolean} isFull whether the browser has no more room; else it saves nothing at all @returns {Banner} */
export function unsavedBanner(isFull) {
  return isFull
    ? {
        tone: "warning",
        title: "Not saved: this browser has no more room for programs.",
        text: "What you write stays here until you close the page. Delete some in My programs, or export or share this one.",
      }
    : {
        tone: "warning",
        title: "Not saved: this browser lets the page save nothing.",
        text: "What you write stays here until you close the page. Export it in My programs, or share it.",
      };
}

/** @param {Outcome} outcome @param {boolean} hasOld whether an older run is still shown @returns {Banner} */
export function syntaxBanner({ type, message, line, column }, hasOld) {
  const where = line ? ` (line ${line}${column ? `, column ${column}` : ""})` : "";
  return {
    tone: "error",
    title: `${type ?? "SyntaxError"}${where}:`,
    text: `${message ?? "invalid syntax"}.${hasOld ? " The timeline still shows the last program that ran." : ""}`,
  };
}
