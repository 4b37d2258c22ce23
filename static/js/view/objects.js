// A value that is an object: a token with its type and its number, which opens in place. What is in it opens in the same way. What was opened stays open
// as steps are taken. Pointing at a token, or focusing it, lights up every other place that holds the same object.

import { preview, tokenName } from "../model/previews.js";
import { frameLink, h } from "./dom.js";
import { words } from "../words/words.js";

/** @import { Item, Thing } from "../model/objects.js" */
/** @import { Trace } from "../model/trace.js" */
/** @import { Value } from "../model/packed.js" */

/** @typedef {{ trace: Trace, step: number, before: number }} Moment  a step, and the one that was shown before it */

/** So many items are shown before "and 280 more" is pressed. */
const FIRST_ITEMS = 20;
/** So many places are named that hold an object. */
const HOLDERS = 6;
/** What is walked through by the arrows. */
const STOPS = "[data-open], .frame-link";

export class ObjectTree {
  /** The paths from a variable to what is open. @type {Set<string>} */ #opened = new Set();

  /** @param {HTMLElement} place @param {() => void} redraw */
  constructor(place, redraw) {
    place.addEventListener("click", ({ target }) => {
      const path = /** @type {Element} */ (target).closest("[data-open]")?.getAttribute("data-open");
      if (!path) return;
      if (!this.#opened.delete(path)) this.#opened.add(path);
      redraw();
    });
    place.addEventListener("keydown", (event) => walk(place, event));
  }

  /** Another run is shown. */
  forget() {
    this.#opened.clear();
  }

  /**
   * A value as it is shown; `text`: as what holds it tells it.
   * @param {Moment} moment @param {Value} value @param {string} path to it @returns {Node[]}
   */
  valueOf(moment, value, path) {
    const { trace, step } = moment;
    if (value.frame >= 0) return [this.#frameOf(trace, value)];
    const thing = trace.objects.at(value.object, step);
    if (!thing) return [h("code", {}, value.text), leftOut(moment, value)];
    const isOpen = this.#opened.has(path);
    const line = h("span", { class: "held-line" }, token(moment, thing, path, isOpen), ...coroutineOf(trace, thing));
    if (!isOpen) line.append(" ", h("code", {}, preview(trace, thing, step)));
    return isOpen ? [line, this.#contents(moment, thing, path)] : [line];
  }

  /** @param {Trace} trace @param {Value} value */
  #frameOf(trace, { frame, object, text }) {
    const link = frameLink(trace.label(frame), frame);
    link.title = text;
    if (object) link.setAttribute("data-object", String(object));
    return link;
  }

  /** @param {Moment} moment @param {Thing} thing @param {string} path */
  #contents(moment, thing, path) {
    if (thing.text)
      return h(
        "pre",
        { class: "held-text", role: "group", tabindex: 0, "aria-label": words.objects.textOf(tokenName(thing.type, thing.id)) },
        thing.text,
      );
    const isNew = !moment.trace.objects.at(thing.id, moment.before);
    const isMarked = (/** @type {number} */ changedAt) => !isNew && changedAt > moment.before;
    const attributes = thing.attributes.map(({ name, value, changedAt }) =>
      this.#row(moment, h("span", { class: "held-name" }, name), value, `${path}.${name}`, isMarked(changedAt)),
    );
    const rows = thing.items.map((item) => () => this.#itemRow(moment, thing, item, path, isMarked(item.changedAt)));
    const shown = rows.length > FIRST_ITEMS + 1 ? this.#firstOf(rows, `${path} more`) : rows.map((make) => make());
    shown.push(...thing.beyond.map((item) => this.#itemRow(moment, thing, item, path, isMarked(item.changedAt))));
    const unknown = thing.length - thing.items.length - thing.beyond.length;
    if (unknown > 0) shown.push(h("li", { class: "soft" }, words.objects.unrecorded(unknown)));
    if (attributes.length + shown.length === 0)
      shown.push(h("li", { class: "soft" }, thing.shape === "attributes" ? words.objects.holdsNothing : words.objects.empty));
    return h("ul", { class: "held" }, ...attributes, ...shown, heldBy(moment, thing));
  }

  /** The first rows of many, and those behind them where they were asked for. @param {(() => Element)[]} rows @param {string} path */
  #firstOf(rows, path) {
    const isWhole = this.#opened.has(path);
    const shown = rows.slice(0, isWhole ? rows.length : FIRST_ITEMS).map((make) => make());
    shown.splice(FIRST_ITEMS, 0, h("li", {}, opener(path, isWhole, words.objects.more(rows.length - FIRST_ITEMS))));
    return shown;
  }

  /** @param {Moment} moment @param {Thing} thing @param {Item} item @param {string} path @param {boolean} isMarked */
  #itemRow(moment, thing, { place, key, value }, path, isMarked) {
    // An object stays open where the others move.
    const own = `${path}[${value.object || place}]`;
    if (key) {
      const keyNodes = key.object ? this.valueOf(moment, key, `${own} key`) : [h("code", {}, key.text)];
      return this.#row(moment, h("span", { class: "held-name" }, ...keyNodes), value, own, isMarked);
    }
    const isOrdered = thing.type !== "set" && thing.type !== "frozenset";
    return this.#row(moment, isOrdered ? h("span", { class: "held-name soft" }, String(place)) : null, value, own, isMarked);
  }

  /** @param {Moment} moment @param {Element|null} name @param {Value} value @param {string} path @param {boolean} isMarked */
  #row(moment, name, value, path, isMarked) {
    return h("li", { class: isMarked ? "changed" : null }, name, h("span", { class: "held-value" }, ...this.valueOf(moment, value, path)));
  }
}

/** @param {Moment} moment @param {Thing} thing @param {string} path @param {boolean} isOpen */
function token({ trace, step, before }, thing, path, isOpen) {
  const button = opener(path, isOpen, `${thing.type} `, h("b", {}, `#${thing.id}`));
  button.setAttribute("data-object", String(thing.id));
  if (trace.objects.changed(thing.id, before, step)) {
    button.classList.add("touched");
    button.append(h("span", { class: "visually-hidden" }, words.objects.changed));
  }
  return button;
}

/** @param {string} path @param {boolean} isOpen @param {(Node|string)[]} words */
function opener(path, isOpen, ...words) {
  return h("button", { type: "button", class: "object", "data-open": path, "aria-expanded": String(isOpen) }, ...words);
}

/** Where else an object is held. @param {Moment} moment @param {Thing} thing */
function heldBy({ trace, step }, { id }) {
  const holders = trace.holders.of(id, step);
  if (holders.length < 2) return null;
  const places = holders.slice(0, HOLDERS).flatMap(({ frame, object, name }, i) => {
    const thing = trace.objects.at(object, step);
    const holder = thing
      ? h("span", { class: "holder", "data-object": object }, tokenName(thing.type, object))
      : frameLink(trace.label(frame), frame);
    return [i ? ", " : " ", ...(name ? [h("code", {}, name), words.objects.of] : []), holder];
  });
  const more = holders.length > HOLDERS ? words.objects.moreHolders(holders.length - HOLDERS) : "";
  return h("li", { class: "held-by soft" }, h("span", {}, words.objects.heldBy, ...places, more));
}

/** A task's coroutine is a link to its row, also while the task is folded. @param {Trace} trace @param {Thing} thing */
function coroutineOf(trace, { attributes }) {
  const coroutine = attributes.find(({ name, value }) => name === "coroutine" && value.frame >= 0);
  return coroutine ? [" ", frameLink(trace.label(coroutine.value.frame), coroutine.value.frame)] : [];
}

/** An object of which is not told what it holds. @param {Moment} moment @param {Value} value */
function leftOut({ trace, step }, { object }) {
  if (!object) return document.createTextNode("");
  const { objects_end: end } = trace.outcome;
  const why = end !== undefined && trace.numberOf[step] >= end ? words.objects.notFromHere : words.objects.notThis;
  return h("span", { class: "soft", "data-object": object, title: why }, ` #${object}`);
}

/** The arrows go from one token to the next. @param {HTMLElement} place @param {KeyboardEvent} event */
function walk(place, event) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const from = /** @type {Element} */ (event.target).closest(STOPS);
  if (!by || !from || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const stops = /** @type {HTMLElement[]} */ ([...place.querySelectorAll(STOPS)]);
  stops[stops.indexOf(/** @type {HTMLElement} */ (from)) + by]?.focus();
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Lights up all places of the object that is pointed at, or else focused: by one rule of a style sheet, so that what is drawn later is lit, too.
 */
export function lightUpAliases() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const light = (/** @type {EventTarget|null} */ pointed) => {
    const object = objectOf(pointed) ?? objectOf(document.activeElement);
    sheet.replaceSync(object === null ? "" : ruleFor(`[data-object="${Number(object)}"]`));
  };
  document.addEventListener("pointerover", ({ target }) => light(target));
  document.addEventListener("focusin", () => light(null));
  document.addEventListener("focusout", () => sheet.replaceSync(""));
  document.documentElement.addEventListener("pointerleave", () => light(null));
}

/** @param {EventTarget|null} place */
function objectOf(place) {
  return place instanceof Element ? (place.closest("[data-object]")?.getAttribute("data-object") ?? null) : null;
}

/** @param {string} places */
function ruleFor(places) {
  return `
    ${places}:not(svg *) { background: var(--lit); box-shadow: 0 0 0 2px var(--lit-edge); }
    .picture .box${places} > rect:first-child { fill: var(--lit); stroke: var(--lit-edge); stroke-width: 2.5px; }
  `;
}
