// The event loop as a card, where the program has one: timers, ready queue and what runs, with a token for each callback that moves from one to the next; the tasks,
// and what each of them waits for.

import { seconds } from "../model/parts.js";
import { keyOf } from "../model/loop.js";
import { taskAt } from "../model/tasks.js";
import { LISTED, more, muted } from "./cards.js";
import { byId, frameLink, h, reducedMotion, zoomed } from "./dom.js";

/** @import { LoopState, Span, Task } from "../model/loop.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Sources } from "../model/sources.js" */
/** @import { TaskNow } from "../model/tasks.js" */
/** @import { Trace } from "../model/trace.js" */

/** More tokens in one place than this are counted, not shown. */
const TOKENS = 12;
/** A leg of a token's way. */
const LEG_MS = 180;
const PLACES = /** @type {const} */ (["timers", "ready", "running"]);
const TITLES = { timers: "Timers", ready: "Ready", running: "Runs" };

/** @typedef {typeof PLACES[number]} Place */
/** @typedef {{ key: string, callback: string, text: string, when: number|null, place: Place }} Token */

export class LoopCard {
  /** @type {Run|null} */ #run = null;
  /** Where each token was, by its key. @type {Map<string, { place: Place, rect: DOMRect }>} */ #before = new Map();

  /** @param {Run} run @param {number} step @param {boolean} smooth */
  show(run, step, smooth) {
    const { loop: history } = run;
    const loop = history.at(step);
    byId("loop-card").hidden = history.empty;
    if (history.empty) return;
    byId("loop-title").textContent = `Event loop · t = ${seconds(loop.time)}`;
    const state = loop.running ? "" : loop.begun ? "The loop has stopped." : "The loop has not begun.";
    const tokens = tokensOf(loop);
    byId("loop").replaceChildren(
      ...(state ? [muted(state)] : []),
      h("dl", { class: "flow" }, ...PLACES.flatMap((place) => placeRow(place, tokens.filter((token) => token.place === place)))),
      h("h3", {}, `Tasks (${loop.tasks.length})`),
      loop.tasks.length
        ? h("ul", { class: "tasks" }, ...listed(loop.tasks, step).map((task) => taskRow(run, loop, task, step)), more(loop.tasks.length))
        : muted("No task."),
    );
    if (smooth && this.#run === run && !reducedMotion.matches) this.#move(tokens, (key) => history.passedThroughReady(key, step));
    this.#run = run;
    this.#before = placesNow(tokens);
  }

  /** Lets each token come from where it was, through the ready queue where its way led there. @param {Token[]} tokens @param {(callback: string) => boolean} throughReady */
  #move(tokens, throughReady) {
    for (const { key, callback, place } of tokens) {
      const element = elementOf(key);
      const before = this.#before.get(key);
      if (!element) continue;
      if (!before) {
        element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: LEG_MS, easing: "ease-out" });
        continue;
      }
      const now = element.getBoundingClientRect();
      const shift = (/** @type {DOMRect} */ rect) => ({ transform: `translate(${(rect.left - now.left) / zoomed()}px, ${(rect.top - now.top) / zoomed()}px)` });
      if (before.rect.left === now.left && before.rect.top === now.top) continue;
      const way = [shift(before.rect)];
      if (before.place === "timers" && place === "running" && throughReady(callback)) way.push(shift(readyPlace()));
      element.animate([...way, { transform: "none" }], { duration: LEG_MS * way.length, easing: "ease-in-out" });
    }
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
  const shown = tokens.slice(0, TOKENS).map(({ key, text, when }) => h("li", { class: `token ${place}`, "data-token": key },
    h("span", { class: "token-name" }, text), place === "timers" ? h("span", { class: "when" }, seconds(when ?? 0)) : null));
  return [
    h("dt", {}, TITLES[place], tokens.length > 1 ? h("span", { class: "soft" }, ` ${tokens.length}`) : null),
    h("dd", { "data-place": place }, tokens.length ? h("ul", { class: "tokens" }, ...shown, tokens.length > TOKENS ? h("li", { class: "soft" }, `and ${tokens.length - TOKENS} more`) : null) : h("span", { class: "soft" }, "none")),
  ];
}

/** In order of creation; where they are too many, those that are not done before the others. @param {Task[]} tasks @param {number} step */
function listed(tasks, step) {
  if (tasks.length <= LISTED) return tasks;
  return [...tasks.filter(({ done }) => done > step), ...tasks.filter(({ done }) => done <= step)].slice(0, LISTED);
}

/** @param {Run} run @param {LoopState} loop @param {Task} task @param {number} step */
function taskRow({ trace, sources }, loop, task, step) {
  const now = taskAt(trace, loop, task, step);
  const coroutine = task.frame >= 0 ? frameLink(trace.label(task.frame), task.frame) : task.coroutine || null;
  const waits = waitsFor(trace, sources, now, step);
  return h("li", {},
    h("span", { class: `doing ${now.doing}` }, now.doing), " ", h("strong", {}, now.name), coroutine ? " " : null, coroutine,
    waits.length ? h("span", { class: "waits", title: waits.map((part) => (typeof part === "string" ? part : part.textContent)).join("") }, ...waits) : null);
}

/** @param {Trace} trace @param {Sources} sources @param {TaskNow} now @param {number} step @returns {(string|HTMLElement)[]} */
function waitsFor(trace, sources, { doing, cancelling, waits, timer, asleepIn }, step) {
  const words = cancelling ? ["asked to cancel"] : [];
  if (doing !== "asleep") return words;
  if (waits) words.push(`waits for ${waits}${timer === null ? "" : `, at ${seconds(timer)}`}`);
  const told = words.join("; ");
  if (asleepIn < 0) return told ? [told] : [];
  const line = trace.lineAt(asleepIn, step);
  return [`${told}${told ? " · " : ""}line ${line} `, h("code", {}, sources.lineOf(trace.frames[asleepIn], line))];
}

/** @param {string} key @returns {HTMLElement|null} */
function elementOf(key) {
  return byId("loop").querySelector(`[data-token="${CSS.escape(key)}"]`);
}

/** @returns {DOMRect} */
function readyPlace() {
  return byId("loop").querySelector('[data-place="ready"]').getBoundingClientRect();
}

/** @param {Token[]} tokens */
function placesNow(tokens) {
  /** @type {Map<string, { place: Place, rect: DOMRect }>} */
  const places = new Map();
  for (const { key, place } of tokens) {
    const element = elementOf(key);
    if (element) places.set(key, { place, rect: element.getBoundingClientRect() });
  }
  return places;
}
