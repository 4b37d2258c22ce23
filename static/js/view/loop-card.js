// The event loop as a card, where the program has one: timers, ready queue and what runs, with a token for each callback that moves from one to the next; the tasks,
// and what each of them waits for.

import { seconds } from "../words/parts.js";
import { keyOf } from "../model/loop.js";
import { taskAt } from "../model/tasks.js";
import { muted } from "./cards.js";
import { byId, frameLink, h, reducedMotion, zoomed } from "./dom.js";
import { ROWS, patch, patchRows } from "./patch.js";
import { LISTED, listRows } from "./rows.js";
import { words } from "../words/words.js";

/** @import { LoopState, Span, Task } from "../model/loop.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Sources } from "../model/sources.js" */
/** @import { TaskNow } from "../model/tasks.js" */
/** @import { Row } from "./patch.js" */
/** @import { Trace } from "../model/trace.js" */

/** More tokens in one place than this are counted, not shown. */
const TOKENS = 12;
/** A leg of a token's way. */
const LEG_MS = 180;
const PLACES = /** @type {const} */ (["timers", "ready", "running"]);

/** @typedef {typeof PLACES[number]} Place */
/** @typedef {Map<string, { place: Place, element: Element, rect: DOMRect }>} Places  by the keys of the tokens */
/** @typedef {{ key: string, callback: string, text: string, when: number|null, place: Place }} Token */

export class LoopCard {
  /** @type {Run|null} */ #run = null;
  /** The tokens that are shown. @type {Token[]} */ #tokens = [];

  /** @param {Run} run @param {number} step @param {boolean} smooth */
  show(run, step, smooth) {
    const { loop: history } = run;
    const moving = smooth && this.#run === run && !history.empty && !reducedMotion.matches;
    const before = moving ? placesOf(this.#tokens) : new Map();
    this.#run = run;
    const loop = history.at(step);
    byId("loop-card").hidden = history.empty;
    if (history.empty) return;
    byId("loop-title").textContent = words.loopCard.title(seconds(loop.time));
    const state = loop.running ? "" : loop.begun ? words.loopCard.hasStopped : words.loopCard.notBegun;
    const tokens = tokensOf(loop);
    this.#tokens = tokens;
    const tokensIn = (/** @type {Place} */ place) => tokens.filter((token) => token.place === place);
    patch(
      byId("loop"),
      ...(state ? [muted(state)] : []),
      h("dl", { class: "flow" }, ...PLACES.flatMap((place) => placeRow(place, tokensIn(place)))),
      h("h3", {}, words.loopCard.tasks(loop.tasks.length)),
      loop.tasks.length ? h("ul", { class: "tasks", "data-rows": true }) : muted(words.loopCard.noTask),
    );
    for (const place of PLACES) patchTokens(place, tokensIn(place));
    listRows("#loop .tasks", ordered(loop.tasks, step), (task) => taskRow(run, loop, task, step));
    if (moving) requestAnimationFrame(() => move(tokens, before, (callback) => history.passedThroughReady(callback, step)));
  }
}

/**
 * Lets each token come from where it was, through the ready queue where its way led there. Measures all of them before it moves any: a
 * measurement after a change lays the page out anew.
 * @param {Token[]} tokens @param {Places} before @param {(callback: string) => boolean} throughReady
 */
function move(tokens, before, throughReady) {
  const after = placesOf(tokens);
  const ready = readyPlace();
  for (const { key, callback, place } of tokens) {
    const [from, to] = [before.get(key), after.get(key)];
    if (!to) continue;
    if (!from) {
      to.element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: LEG_MS, easing: "ease-out" });
      continue;
    }
    const shift = (/** @type {DOMRect} */ rect) => ({
      transform: `translate(${(rect.left - to.rect.left) / zoomed()}px, ${(rect.top - to.rect.top) / zoomed()}px)`,
    });
    if (from.rect.left === to.rect.left && from.rect.top === to.rect.top) continue;
    const way = [shift(from.rect)];
    if (from.place === "timers" && place === "running" && throughReady(callback)) way.push(shift(ready));
    to.element.animate([...way, { transform: "none" }], { duration: LEG_MS * way.length, easing: "ease-in-out" });
  }
}

/** Each callback once: one that is woken and asks for another turn at once keeps its token. @param {LoopState} loop @returns {Token[]} */
function tokensOf(loop) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const token = (/** @type {Place} */ place) => (/** @type {Span} */ span) => {
    const callback = keyOf(span);
    const nth = seen.get(callback) ?? 0;
    seen.set(callback, nth + 1);
    return { key: `${callback} ${nth}`, callback, text: span.text, when: span.when, place };
  };
  return [...(loop.now ? [token("running")(loop.now)] : []), ...loop.ready.map(token("ready")), ...loop.timers.map(token("timers"))];
}

/** @param {Place} place @param {Token[]} tokens */
function placeRow(place, tokens) {
  return [
    h("dt", {}, words.loopCard[place], tokens.length > 1 ? h("span", { class: "soft" }, ` ${tokens.length}`) : null),
    h(
      "dd",
      { "data-place": place },
      tokens.length ? h("ul", { class: "tokens", [ROWS]: true }) : h("span", { class: "soft" }, words.loopCard.none),
    ),
  ];
}

/** @param {Place} place @param {Token[]} tokens that stand there */
function patchTokens(place, tokens) {
  const list = byId("loop").querySelector(`[data-place="${place}"] .tokens`);
  if (!list) return;
  const rows = tokens.slice(0, TOKENS).map(tokenRow);
  const more = tokens.length - TOKENS;
  if (more > 0) rows.push({ key: `more ${more}`, make: () => h("li", { class: "soft" }, words.loopCard.more(more)) });
  patchRows(list, rows);
}

/** @param {Token} token @returns {Row} */
function tokenRow({ key, text, when, place }) {
  const due = place === "timers" ? seconds(when ?? 0) : "";
  return {
    key: `token ${key} ${text} ${due}`,
    make: () =>
      h(
        "li",
        { class: `token ${place}`, "data-token": key },
        h("span", { class: "token-name" }, text),
        due ? h("span", { class: "when" }, due) : null,
      ),
  };
}

/** In order of creation; where they are too many, those that are not done before the others. @param {Task[]} tasks @param {number} step */
function ordered(tasks, step) {
  if (tasks.length <= LISTED) return tasks;
  return [...tasks.filter(({ done }) => done > step), ...tasks.filter(({ done }) => done <= step)];
}

/** @param {Run} run @param {LoopState} loop @param {Task} task @param {number} step @returns {Row} */
function taskRow({ trace, sources }, loop, task, step) {
  const now = taskAt(trace, loop, task, step);
  const coroutine = task.frame >= 0 ? trace.label(task.frame) : task.coroutine;
  const waits = waitsFor(trace, sources, now, step);
  return {
    key: JSON.stringify([now.doing, now.name, task.frame, coroutine, waits]),
    make: () =>
      h(
        "li",
        {},
        h("span", { class: `doing ${now.doing}` }, words.doing[now.doing] ?? now.doing),
        " ",
        h("strong", {}, now.name),
        coroutine ? " " : null,
        task.frame >= 0 ? frameLink(coroutine, task.frame) : coroutine || null,
        waits.words || waits.code
          ? h("span", { class: "waits", title: waits.words + waits.code }, waits.words, waits.code ? h("code", {}, waits.code) : null)
          : null,
      ),
  };
}

/** In words, and the line of code where it waits. @param {Trace} trace @param {Sources} sources @param {TaskNow} now @param {number} step */
function waitsFor(trace, sources, { doing, cancelling, waits, timer, asleepIn }, step) {
  const reasons = cancelling ? [words.loopCard.cancelling] : [];
  if (doing !== "asleep") return { words: reasons.join(""), code: "" };
  if (waits) reasons.push(words.loopCard.waitsFor(waits, timer));
  const told = reasons.join("; ");
  if (asleepIn < 0) return { words: told, code: "" };
  const line = trace.lineAt(asleepIn, step);
  return { words: words.loopCard.asleepAt(told, line), code: sources.lineOf(trace.frames[asleepIn], line) };
}

/** @returns {DOMRect} */
function readyPlace() {
  return byId("loop").querySelector('[data-place="ready"]').getBoundingClientRect();
}

/** Where the tokens are that are shown. @param {Token[]} tokens */
function placesOf(tokens) {
  const placeOf = new Map(tokens.map(({ key, place }) => [key, place]));
  /** @type {Places} */
  const places = new Map();
  for (const element of byId("loop").querySelectorAll("[data-token]")) {
    const key = /** @type {string} */ (element.getAttribute("data-token"));
    const place = placeOf.get(key);
    if (place) places.set(key, { place, element, rect: element.getBoundingClientRect() });
  }
  return places;
}
