// Two of the three cards under the timeline: the locals of the chosen frame, and who waits for whom. The third is loop-card.js.

import { NOBODY } from "../model/trace.js";
import { chainsAt, stackAt } from "../model/waiting.js";
import { officialState } from "./timeline/labels.js";
import { byId, frameLink, h, icon, inBytes } from "./dom.js";
import { patch, patchRows } from "./patch.js";

/** @import { Trace, Local } from "../model/trace.js" */
/** @import { Value } from "../model/packed.js" */
/** @import { Row } from "./patch.js" */

/** More entries of one kind than this are counted, not listed. */
export const LISTED = 40;

/** @param {Trace} trace @param {number} step @param {number} frame @param {boolean} pinned */
export function showLocals(trace, step, frame, pinned) {
  byId("follow").hidden = !pinned;
  if (frame === NOBODY) {
    byId("locals-title").textContent = "Locals";
    patch(byId("locals"), muted("No frame."));
    return;
  }
  byId("locals-title").textContent = `Locals · ${trace.label(frame)}`;
  const locals = trace.localsAt(frame, step);
  patch(byId("locals"), facts(trace, step, frame), locals.length ? table(trace, locals, step, frame) : muted("No locals yet."));
}

/** @param {Trace} trace @param {number} step */
export function showWaiting(trace, step) {
  const stack = stackAt(trace, step);
  const chains = chainsAt(trace, step);
  patch(byId("waiting"),
    h("h3", {}, "On the stack"),
    stack.length ? h("ol", { class: "stack", "data-rows": true }) : muted("Nothing runs."),
    h("h3", {}, "Asleep"),
    chains.length ? h("ul", { class: "chains", "data-rows": true }) : muted("No frame sleeps."),
  );
  listRows("#waiting .stack", stack, (frame, i) => ({
    key: `${i === 0} ${keyOf(trace, frame, step)}`, make: () => stackEntry(trace, step, frame, i === 0),
  }));
  listRows("#waiting .chains", chains, (chain) => ({
    key: chain.map(({ frame, how }) => `${keyOf(trace, frame, step)} ${how}`).join(), make: () => chainEntry(trace, step, chain),
  }));
}

/**
 * The first of the entries as rows, and how many there are more.
 * @template T
 * @param {string} selector @param {T[]} entries none where the list is not there @param {(entry: T, index: number) => Row} row
 */
export function listRows(selector, entries, row) {
  const list = document.querySelector(selector);
  if (!list) return;
  const rest = entries.length - LISTED;
  const rows = entries.slice(0, LISTED).map(row);
  if (rest > 0) rows.push({ key: `more ${rest}`, make: () => h("li", { class: "soft" }, `and ${rest} more`) });
  patchRows(list, rows);
}

/** What is true of the frame itself. @param {Trace} trace @param {number} step @param {number} id */
function facts(trace, step, id) {
  const frame = trace.frames[id];
  const state = trace.stateAt(id, step);
  const running = state === "running" && trace.active[step] !== id ? "waiting" : state;
  const words = [h("span", { class: `state ${running ?? "none"}` }, state ?? "not made yet")];
  if (state && frame.sleeps) words.push(h("code", {}, officialState(frame, state)));
  const line = trace.lineAt(id, step);
  if (state && state !== "closed" && line > 0) words.push(h("span", {}, `line ${line}`));
  if (frame.task) words.push(h("span", {}, frame.task));
  if (frame.peak !== null) words.push(h("span", { class: "peak", title: "The most memory the run held while this frame lived, less what it held as the frame began" }, `peak memory ${inBytes(frame.peak)}`));
  return h("p", { class: "facts" }, ...words);
}

/** @param {Trace} trace @param {Local[]} locals @param {number} step @param {number} frame */
function table(trace, locals, step, frame) {
  const told = trace.lastStepOf(frame, step);
  return h("table", { class: "locals" },
    h("thead", { class: "visually-hidden" }, h("tr", {}, h("th", { scope: "col" }, "Name"), h("th", { scope: "col" }, "Value"))),
    h("tbody", {}, ...locals.map(({ name, value, changedAt }) =>
      h("tr", { class: changedAt === told && changedAt === step ? "changed" : null }, h("th", { scope: "row" }, name), h("td", {}, valueOf(trace, value))))));
}

/** @param {Trace} trace @param {Value} value */
function valueOf(trace, value) {
  if (value.frame < 0) return h("code", {}, value.text);
  const link = frameLink(trace.label(value.frame), value.frame);
  link.title = value.text;
  return link;
}

/** What a row of a frame shows. @param {Trace} trace @param {number} frame @param {number} step */
function keyOf(trace, frame, step) {
  return `${frame} ${trace.label(frame)} ${frame === NOBODY ? "" : trace.lineAt(frame, step)}`;
}

/** @param {Trace} trace @param {number} step @param {number} frame @param {boolean} first */
function stackEntry(trace, step, frame, first) {
  const mark = h("span", { class: first ? "mark running" : "mark waiting" }, icon(first ? "play" : "waits"));
  if (frame === NOBODY) return h("li", {}, mark, "event loop");
  return h("li", {}, mark, frameLink(trace.label(frame), frame), h("span", { class: "soft" }, ` line ${trace.lineAt(frame, step)}`));
}

/** @param {Trace} trace @param {number} step @param {{ frame: number, how: string }[]} chain */
function chainEntry(trace, step, chain) {
  const links = chain.map(({ frame, how }, i) => () => {
    const last = i === chain.length - 1;
    return h("span", { class: "sleeper" },
      h("span", { class: "mark suspended" }, icon("pause")), frameLink(trace.label(frame), frame),
      h("span", { class: "soft" }, ` line ${trace.lineAt(frame, step)}${how === "yield" ? "" : ` · ${how}`}`),
      last ? null : h("span", { class: "link" }, icon("link")));
  });
  const hidden = links.length - LISTED;
  if (hidden > 0) links.splice(LISTED / 2, hidden, () => h("span", { class: "sleeper soft" }, `${hidden} more between them `, h("span", { class: "link" }, icon("link"))));
  return h("li", {}, ...links.map((make) => make()));
}

/** @param {string} text */
export function muted(text) {
  return h("p", { class: "soft" }, text);
}
