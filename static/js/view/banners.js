// What has to be said about a run, or about the page itself, over the timeline.

import { byId, h, icon, narrowScreen } from "./dom.js";
import { words } from "../words/words.js";

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
  const own = lanes.stepsByOwner();
  const steps = words.banners.steps(own.program + own.library + own.imports, own);
  if (frames[0]?.sleeps && frames[0].kind === "module") {
    banners.push({
      tone: "note",
      title: words.banners.topLevelAwait,
      text: words.banners.topLevelAwaitMore,
    });
  }
  // Of a later part of a run the overview says it.
  if (outcome.recorded === false && trace.from === 0) {
    banners.push({
      tone: "note",
      title: words.banners.longRun,
      text: words.banners.longRunMore(steps, outcome.recording_ended_by === "trace", outcome.outcome === "finished"),
    });
  }
  if (outcome.objects_end !== undefined) {
    banners.push({
      tone: "note",
      title: words.banners.manyObjects,
      text: words.banners.manyObjectsMore(outcome.objects_end),
    });
  }
  if (outcome.clock_read_on) {
    banners.push({
      tone: "note",
      title: words.banners.virtualTime,
      text: words.banners.virtualTimeMore,
    });
  }
  if (outcome.input_asked && !input) {
    banners.push({
      tone: "note",
      title: words.banners.readsInput,
      text: words.banners.readsInputMore,
    });
  }
  switch (outcome.outcome) {
    case "raised":
      banners.push({
        tone: "error",
        title: asSentence(`${outcome.type ?? "Exception"}${outcome.message ? `: ${outcome.message}` : ""}`),
        text: words.banners.uncaught(outcome.line),
      });
      break;
    case "limit":
      banners.push({
        tone: "warning",
        title: words.banners.limitPassed(words.limits.names[outcome.limit ?? ""] ?? `${outcome.limit}`),
        text:
          words.banners.runEnded(outcome.limit ?? "", sentences[outcome.limit ?? ""]) +
          (outcome.recorded === false ? "" : ` ${words.banners.recordedUpTo(steps)}`),
      });
      break;
    case "deadlock":
      banners.push({ tone: "warning", title: words.banners.deadlock, ...deadlock(outcome.sleepers ?? []) });
      break;
    case "stopped":
      banners.push({ tone: "warning", title: words.banners.stopped, text: words.banners.recordedUpTo(steps) });
      break;
    case "exit":
      if (outcome.status) banners.push({ tone: "note", title: "sys.exit.", text: words.banners.exited(outcome.status) });
      break;
  }
  return banners;
}

/** @param {string} text with a full stop, where nothing ends it yet */
function asSentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** @param {string[]} lines  what each task waits for */
function deadlock(lines) {
  const text = words.banners.deadlockMore(lines.length);
  return lines.length ? { text, list: { label: words.banners.whatTasksWaitFor, lines: lines.map(words.waiting) } } : { text };
}

/** @param {number} place how many programs run before this one @returns {Banner} */
export function waitingBanner(place) {
  return { tone: "note", title: words.banners.waiting, text: words.banners.waitingMore(place) };
}

/** @param {{ code: string, message: string, hint: string }} refused what the server answered @returns {Banner} */
export function refusalBanner({ code, message, hint }) {
  return { tone: "error", title: words.banners.refused(code), text: hint ? `${message} ${hint}` : message };
}

/** @param {{ message: string }} missing why this browser can't have the interpreter, where no server runs programs @returns {Banner} */
export function missingBanner({ message }) {
  return {
    tone: "error",
    title: words.banners.cantRun,
    text: words.banners.cantRunMore(message),
  };
}

/** @param {{ message: string }} fault what ended the interpreter @returns {Banner} */
export function faultBanner({ message }) {
  return {
    tone: "error",
    title: words.banners.ended,
    text: words.banners.tookTooMuch(message),
  };
}

/** @param {boolean} isFull whether the browser has no more room; else it saves nothing at all @returns {Banner} */
export function unsavedBanner(isFull) {
  return isFull
    ? {
        tone: "warning",
        title: words.banners.noRoom,
        text: words.banners.noRoomMore,
      }
    : {
        tone: "warning",
        title: words.banners.savesNothing,
        text: words.banners.savesNothingMore,
      };
}

/** @param {Outcome} outcome @param {boolean} hasOld whether an older run is still shown @returns {Banner} */
export function syntaxBanner({ type, message, line, column }, hasOld) {
  return {
    tone: "error",
    title: words.banners.misspelt(type ?? "SyntaxError", line, column),
    text: `${message ?? "invalid syntax"}.${hasOld ? words.banners.stillShown : ""}`,
  };
}
