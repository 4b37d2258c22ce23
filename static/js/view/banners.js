// What has to be said about a run, or about the page itself, over the timeline.

import { byId, h, icon } from "./dom.js";

/** @import { Outcome } from "../model/packed.js" */
/** @import { Trace } from "../model/trace.js" */

/** @typedef {{ tone: "error"|"warning"|"note", title: string, text: string, lines?: string[] }} Banner */

/** So many tasks of a deadlock are named. */
const SLEEPERS = 4;

/** @param {Banner[]} banners */
export function showBanners(banners) {
  byId("banners").replaceChildren(...banners.map(({ tone, title, text, lines = [] }) =>
    h("p", { class: `banner ${tone}` }, icon(tone === "note" ? "info" : "warning"), h("span", {}, h("strong", {}, title), " ", text, ...lines.map((line) => h("span", { class: "banner-line" }, line))))));
}

/**
 * @param {Trace} trace @param {Record<string, number>} limits
 * @returns {Banner[]}
 */
export function bannersOf({ outcome, frames, length }, limits) {
  /** @type {Banner[]} */
  const banners = [];
  const count = length.toLocaleString("en");
  if (frames[0]?.sleeps && frames[0].kind === "module") {
    banners.push({ tone: "note", title: "Top-level await.", text: "This program awaits outside of functions. It runs here as “python -m asyncio” runs it; “python3” would refuse it." });
  }
  if (outcome.recorded === false) {
    const end = outcome.outcome === "finished" ? "; the program ran on to its end, and its output is complete at the last step" : "; the program ran on, unrecorded";
    banners.push({ tone: "note", title: "A long run.", text: `This recorded the first ${count} steps${end}.` });
  }
  switch (outcome.outcome) {
    case "raised":
      banners.push({ tone: "error", title: outcome.type ?? "Exception", text: `${outcome.message ? `${outcome.message} — ` : ""}nobody caught it${outcome.line ? `; it was raised at line ${outcome.line}` : ""}.` });
      break;
    case "limit":
      banners.push({ tone: "warning", title: `Limit passed: ${outcome.limit}.`, text: whatLimit(outcome.limit ?? "", limits) + (outcome.recorded === false ? "" : ` Here is what was recorded up to there: ${count} steps.`) });
      break;
    case "deadlock":
      banners.push({ tone: "warning", title: "Deadlock.", text: "Nothing is ready and no timer is set: whoever sleeps here would sleep for ever.", lines: sleepers(outcome.message ?? "") });
      break;
    case "stopped":
      banners.push({ tone: "warning", title: "Stopped.", text: `Here is what was recorded up to there: ${count} steps.` });
      break;
    case "exit":
      if (outcome.status) banners.push({ tone: "note", title: "sys.exit.", text: `The program ended itself with status ${outcome.status}.` });
      break;
  }
  return banners;
}

/** The tasks of a deadlock, one a line; the first line of its message says what we say ourselves. @param {string} message */
function sleepers(message) {
  const tasks = message.split("\n").slice(1);
  return tasks.length > SLEEPERS ? [...tasks.slice(0, SLEEPERS), `and ${tasks.length - SLEEPERS} more`] : tasks;
}

/** @param {Outcome} outcome @param {boolean} hasOld whether an older run is still shown @returns {Banner} */
export function syntaxBanner({ type, message, line, column }, hasOld) {
  const where = line ? ` (line ${line}${column ? `, column ${column}` : ""})` : "";
  return { tone: "error", title: `${type ?? "SyntaxError"}${where}:`, text: `${message ?? "invalid syntax"}.${hasOld ? " The timeline still shows the last program that ran." : ""}` };
}

/** @param {string} limit @param {Record<string, number>} limits */
function whatLimit(limit, limits) {
  const most = limits[limit]?.toLocaleString("en");
  switch (limit) {
    case "instructions": return `A run may use ${most ?? "only so many"} instructions; this one wanted more.`;
    case "memory": return `The program wanted more memory than a run may hold${most ? ` (${Math.round(limits[limit] / 1024 / 1024)} MB)` : ""}.`;
    case "output": return `The program wrote more than a run may write${most ? ` (${most} bytes)` : ""}.`;
    case "frames": return `More frames were alive at one time than a run may have${most ? ` (${most})` : ""}.`;
    case "source": return `The program is longer than a program may be${most ? ` (${most} bytes)` : ""}.`;
    default: return "The run was ended.";
  }
}
