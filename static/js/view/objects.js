// A value that is an object: a token with its type and its number, which opens in place. What is in it opens in the same way. What was opened stays open
// as steps are taken. Pointing at a token, or focusing it, lights up every other place that holds the same object.

import { preview, tokenName } from "../model/previews.js";
import { frameLink, h } from "./dom.js";

/** @import { Item, Thing } from "../model/objects.js" */
/** @import { Trace } from "../model/trace.js" */
/** @import { Value } from "../model/packed.js" */

/** @typedef {{ trace: Trace, step: number, before: number }} Moment  a step, and the one that was shown before it */

/** So many items are shown before "and 280 more" is pressed. */
const FIRST_ITEMS = 20;
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
      return h("pre", { class: "held-text", tabindex: 0, "aria-label": `Text of ${tokenName(thing.type, thing.id)}` }, thing.text);
    const isNew = !moment.trace.objects.at(thing.id, moment.before);
    const isMarked = (/** @type {number} */ changedAt) => !isNew && changedAt > moment.before;
    const attributes = thing.attributes.map(({ name, value, changedAt }) =>
      this.#row(moment, h("span", { class: "held-name" }, name), value, `${path}.${name}`, isMarked(changedAt)),
    );
    const more = `${path} more`;
    const isWhole = this.#opened.has(more);
    const items = isWhole || thing.items.length <= FIRST_ITEMS + 1 ? thing.items : thing.items.slice(0, FIRST_ITEMS);
    const rows = [...items, ...thing.beyond].map((item) => this.#itemRow(moment, thing, item, path, isMarked(item.changedAt)));
    const hidden = thing.items.length - items.length;
    const unknown = thing.length - thing.items.length - thing.beyond.length;
    if (hidden > 0) rows.splice(items.length, 0, h("li", {}, opener(more, false, `and ${hidden} more`)));
    else if (isWhole) rows.splice(items.length, 0, h("li", {}, opener(more, true, `only the first ${FIRST_ITEMS}`)));
    if (unknown > 0) rows.push(h("li", { class: "soft" }, `${unknown.toLocaleString("en")} more, which are not recorded`));
    if (attributes.length + rows.length === 0)
      rows.push(h("li", { class: "soft" }, thing.shape === "attributes" ? "holds nothing" : "empty"));
    return h("ul", { class: "held" }, ...attributes, ...rows);
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
    button.append(h("span", { class: "visually-hidden" }, " (changed)"));
  }
  return button;
}

/** @param {string} path @param {boolean} isOpen @param {(Node|string)[]} words */
function opener(path, isOpen, ...words) {
  return h("button", { type: "button", class: "object", "data-open": path, "aria-expanded": String(isOpen) }, ...words);
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
  const why = end !== undefined && trace.numberOf[step] >= end ? "objects are not recorded from here on" : "what it holds is not recorded";
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

/** Lights up all places of the object that is pointed at or focused: by one rule of a style sheet, so that what is drawn later is lit, too. */
export function lightUpAliases() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const light = (/** @type {EventTarget|null} */ target) => {
    const object = target instanceof Element ? target.closest("[data-object]")?.getAttribute("data-object") : null;
    const places = `[data-object="${Number(object)}"]`;
    sheet.replaceSync(
      object
        ? `${places}:not(svg *) { background: var(--lit); box-shadow: 0 0 0 2px var(--lit-edge); } .picture .box${places} > rect:first-child { fill: var(--lit); stroke: var(--lit-edge); stroke-width: 2.5px; }`
        : "",
    );
  };
  for (const event of ["pointerover", "focusin"]) document.addEventListener(event, ({ target }) => light(target));
  document.addEventListener("focusout", () => light(null));
  document.documentElement.addEventListener("pointerleave", () => light(document.activeElement));
}
