// The numbered pins of notes at the timeline's edge. Those that stand too close to be told apart share one.

import { h } from "../dom.js";
import { words } from "../../words/words.js";

/** @typedef {{ step: number, until: number|null, text: string }} Pin  steps of the trace; its number is its place in the list, from 1 */

/** Pixels between the middles of two pins. */
const APART = 26;

export class Pins {
  /** @type {(Pin|null)[]} */ #pins = [];
  #shown = -1;
  /** What is drawn, so that it is not made again. */ #drawn = "";

  /** @param {HTMLElement} room @param {(place: number) => void} open */
  constructor(room, open) {
    this.room = room;
    room.addEventListener("click", ({ target }) => {
      const places = /** @type {HTMLElement} */ (target).closest("button")?.dataset.notes?.split(" ").map(Number) ?? [];
      if (places.length) open(places[(places.indexOf(this.#shown) + 1) % places.length]);
    });
  }

  /** @param {(Pin|null)[]} pins null for a note that has no step in the run @param {number} shown the place of the one whose text is shown */
  set(pins, shown) {
    if (pins.length !== this.#pins.length || pins.some((pin, i) => pin?.text !== this.#pins[i]?.text)) this.#drawn = "";
    this.#pins = pins;
    this.#shown = shown;
    this.room.hidden = !pins.length;
  }

  get isEmpty() {
    return this.#pins.length === 0;
  }

  /**
   * @param {(step: number) => { from: number, to: number }} along where a step lies, in pixels @param {number} length of what is seen
   * @param {number} before room before the first of them @param {boolean} vertical @param {number} beyond the first step that is hidden
   */
  draw(along, length, before, vertical, beyond) {
    /** @type {{ at: number, places: number[], range: number }[]} */
    const groups = [];
    this.#pins.forEach((pin, place) => {
      if (!pin || pin.step >= beyond) return;
      const { from, to } = along(pin.step);
      const at = (from + to) / 2;
      const range = pin.until === null ? 0 : along(Math.min(pin.until, beyond - 1)).to - at;
      const before = groups.at(-1);
      if (before && at - before.at < APART) before.places.push(place);
      else if (at + range >= 0 && at <= length) groups.push({ at, places: [place], range });
    });
    const drawn = JSON.stringify([groups.map(({ at, ...others }) => ({ at: Math.round(at), ...others })), this.#shown, before, vertical]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.room.replaceChildren(...groups.map((group) => this.#pin(group, before, vertical)));
  }

  /** @param {{ at: number, places: number[], range: number }} group @param {number} before @param {boolean} vertical */
  #pin({ at, places, range }, before, vertical) {
    const isShown = places.includes(this.#shown);
    const number = isShown ? this.#shown + 1 : places[0] + 1;
    const told = places.length > 1 ? words.pins.notes(places[0] + 1, (places.at(-1) ?? 0) + 1) : words.pins.note(number);
    const button = h(
      "button",
      {
        type: "button",
        tabindex: -1,
        class: "pin",
        "data-notes": places.join(" "),
        "aria-label": told,
        title: places.length > 1 ? told : `${told}: ${this.#pins[places[0]]?.text}`,
        "aria-current": isShown ? "true" : null,
      },
      places.length > 1 ? `${number}+` : String(number),
    );
    const line = range > 0 ? h("span", { class: "pin-range" }) : null;
    if (line) line.style[vertical ? "height" : "width"] = `${range}px`;
    const item = h("li", { class: isShown ? "is-shown" : null }, line, button);
    item.style[vertical ? "top" : "left"] = `${before + at}px`; // a transform would put its range over the pins of others
    return item;
  }
}
