// Two of the three cards under the timeline: the locals of the chosen frame, and who waits for whom. The third is loop-card.js.

import { resumesOf } from "../model/frame-steps.js";
import { NOBODY } from "../model/trace.js";
import { chainsAt, stackAt } from "../model/waiting.js";
import { officialState } from "./timeline/labels.js";
import { byId, frameLink, h, icon, inBytes } from "./dom.js";
import { variableButtons } from "./frame-tools.js";
import { patch } from "./patch.js";
import { LISTED, listRows } from "./rows.js";
import { words } from "../words/words.js";

/** @import { Trace, Local } from "../model/trace.js" */
/** @import { Moment, ObjectTree } from "./objects.js" */
/** @import { Row } from "./patch.js" */
/** @import { WatchedValues } from "../model/watched.js" */

/** @param {Moment} moment @param {number} frame @param {boolean} pinned @param {ObjectTree} tree @param {WatchedValues} watched */
export function showLocals(moment, frame, pinned, tree, watched) {
  const { trace, step } = moment;
  byId("follow").hidden = !pinned;
  if (frame === NOBODY) {
    byId("locals-title").textContent = words.cards.locals;
    patch(byId("locals"), muted(words.cards.noFrame));
    return;
  }
  byId("locals-title").textContent = words.cards.localsOf(trace.label(frame));
  const locals = trace.localsAt(frame, step);
  const own = watched.expression ? watchedRow(moment, watched, frame, tree) : null;
  patch(byId("locals"), facts(trace, step, frame), own, locals.length ? table(moment, locals, frame, tree) : muted(words.cards.noLocals));
}

/** @param {Trace} trace @param {number} step */
export function showWaiting(trace, step) {
  const stack = stackAt(trace, step);
  const chains = chainsAt(trace, step);
  patch(
    byId("waiting"),
    h("h3", {}, words.cards.onTheStack),
    stack.length ? h("ol", { class: "stack", "data-rows": true }) : muted(words.cards.nothingRuns),
    h("h3", {}, words.cards.asleep),
    chains.length ? h("ul", { class: "chains", "data-rows": true }) : muted(words.cards.noneSleeps),
  );
  listRows("#waiting .stack", stack, (frame, i) => ({
    key: `${i === 0} ${keyOf(trace, frame, step)}`,
    make: () => stackEntry(trace, step, frame, i === 0),
  }));
  listRows("#waiting .chains", chains, (chain) => ({ key: `${chain[0].frame}`, make: () => h("li"), rows: linkRows(trace, step, chain) }));
}

/** What is true of the frame itself. @param {Trace} trace @param {number} step @param {number} id */
function facts(trace, step, id) {
  const frame = trace.frames[id];
  const state = trace.stateAt(id, step);
  const running = state === "running" && trace.active[step] !== id ? "waiting" : state;
  const told = [h("span", { class: `state ${running ?? "none"}` }, state ? words.states[state] : words.cards.notMade)];
  if (state && frame.sleeps) told.push(h("code", {}, officialState(frame, state)));
  const line = trace.lineAt(id, step);
  if (state && state !== "closed" && line > 0) told.push(h("span", {}, words.cards.line(line)));
  const resumes = resumesOf(trace, id, step);
  if (resumes) told.push(h("span", { title: words.cards.resumedMore }, words.cards.resumed(resumes)));
  if (frame.task) told.push(h("span", {}, frame.task));
  if (frame.peak !== null) told.push(h("span", { class: "peak", title: words.cards.peakMore }, words.cards.peak(inBytes(frame.peak))));
  return h("p", { class: "facts" }, ...told);
}

/** The watched expression, and what it is in a frame. @param {Moment} moment @param {WatchedValues} watched @param {number} frame @param {ObjectTree} tree */
function watchedRow(moment, watched, frame, tree) {
  const { expression, refused } = watched;
  const seen = refused ? null : watched.in(frame, moment.step);
  const told = (/** @type {string} */ words) => h("span", { class: "soft" }, words);
  const what = !seen
    ? [told(refused || words.cards.noSuchVariables)]
    : seen.kind === "value"
      ? tree.valueOf(moment, seen.value, `watch ${frame}`)
      : [told({ raises: words.cards.raises(seen.value.text), refused: seen.value.text, unbound: words.cards.unbound }[seen.kind])];
  return h("div", { class: "watched" }, h("code", { class: "watched-name" }, expression), h("span", {}, ...what));
}

/** @param {Moment} moment @param {Local[]} locals @param {number} frame @param {ObjectTree} tree */
function table(moment, locals, frame, tree) {
  const { trace, step } = moment;
  const told = trace.lastStepOf(frame, step);
  return h(
    "table",
    { class: "locals" },
    h(
      "thead",
      { class: "visually-hidden" },
      h("tr", {}, h("th", { scope: "col" }, words.cards.name), h("th", { scope: "col" }, words.cards.value), h("td")),
    ),
    h(
      "tbody",
      {},
      ...locals.map(({ name, value, changedAt }) =>
        h(
          "tr",
          { class: changedAt === told && changedAt === step ? "changed" : null },
          h("th", { scope: "row" }, name),
          h("td", {}, ...tree.valueOf(moment, value, `${frame} ${name}`)),
          h("td", { class: "for-variable" }, variableButtons(name)),
        ),
      ),
    ),
  );
}

/** What a row of a frame shows. @param {Trace} trace @param {number} frame @param {number} step */
function keyOf(trace, frame, step) {
  return `${frame} ${trace.label(frame)} ${frame === NOBODY ? "" : trace.lineAt(frame, step)}`;
}

/** @param {Trace} trace @param {number} step @param {number} frame @param {boolean} first */
function stackEntry(trace, step, frame, first) {
  const mark = h("span", { class: first ? "mark running" : "mark waiting" }, icon(first ? "play" : "waits"));
  if (frame === NOBODY) return h("li", {}, mark, words.cards.eventLoop);
  return h(
    "li",
    {},
    mark,
    frameLink(trace.label(frame), frame),
    h("span", { class: "soft" }, words.cards.inLine(trace.lineAt(frame, step))),
  );
}

/** The sleepers of a chain; of a long one those at its ends. @param {Trace} trace @param {number} step @param {{ frame: number, how: string }[]} chain @returns {Row[]} */
function linkRows(trace, step, chain) {
  const hidden = Math.max(0, chain.length - LISTED);
  const half = hidden ? LISTED / 2 : chain.length;
  const rows = chain.map(({ frame, how }, i) => linkRow(trace, step, frame, how, i === chain.length - 1));
  const between = hidden
    ? [{ key: `more ${hidden}`, make: () => h("span", { class: "sleeper soft" }, words.cards.moreBetween(hidden), link()) }]
    : [];
  return [...rows.slice(0, half), ...between, ...rows.slice(half + hidden)];
}

/** @param {Trace} trace @param {number} step @param {number} frame @param {string} how @param {boolean} last @returns {Row} */
function linkRow(trace, step, frame, how, last) {
  const told = `${words.cards.inLine(trace.lineAt(frame, step))}${how === "yield" ? "" : ` · ${how}`}`;
  return {
    key: `${frame} ${trace.label(frame)} ${told} ${last}`,
    make: () =>
      h(
        "span",
        { class: "sleeper" },
        h("span", { class: "mark suspended" }),
        frameLink(trace.label(frame), frame),
        h("span", { class: "soft" }, told),
        last ? null : link(),
      ),
  };
}

function link() {
  return h("span", { class: "link" }, icon("link"));
}

/** @param {string} text */
export function muted(text) {
  return h("p", { class: "soft" }, text);
}
