// The bar that finds steps: its field, how many were found and which of them is shown, the buttons to the one before and the next.

import { byId } from "./dom.js";
import { words } from "../words/words.js";

/** @import { Found } from "../model/find-steps.js" */

/** @typedef {{ asked: (words: string) => void, go: (direction: 1|-1) => void, closed: () => void }} Intents */

export class SearchBar {
  /** @param {Intents} intents */
  constructor(intents) {
    this.intents = intents;
    this.bar = byId("search");
    this.field = /** @type {HTMLInputElement} */ (byId("search-field"));
    this.field.addEventListener("input", () => intents.asked(this.field.value));
    this.field.addEventListener("keydown", (event) => this.#key(event));
    byId("search-open").addEventListener("click", () => (this.isOpen ? this.close() : this.open()));
    byId("search-before").addEventListener("click", () => intents.go(-1));
    byId("search-next").addEventListener("click", () => intents.go(1));
    byId("search-close").addEventListener("click", () => this.close());
  }

  get isOpen() {
    return !this.bar.hidden;
  }

  open() {
    this.bar.hidden = false;
    byId("search-open").setAttribute("aria-expanded", "true");
    this.field.focus();
    this.field.select();
    this.intents.asked(this.field.value);
  }

  close() {
    const hadFocus = this.bar.contains(document.activeElement);
    this.bar.hidden = true;
    byId("search-open").setAttribute("aria-expanded", "false");
    this.intents.closed();
    if (hadFocus) byId("search-open").focus();
  }

  /** @param {Found} found @param {number} step that is shown @param {boolean} isPart whether the run has more steps than are here */
  show({ steps, what }, step, isPart) {
    const at = steps.indexOf(step);
    const told = what && words.searchBar.count(at + 1, steps.length, what, isPart);
    const count = byId("search-count");
    if (count.textContent !== told) count.textContent = told;
    for (const id of ["search-before", "search-next"]) byId(id).setAttribute("aria-disabled", String(steps.length === 0));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Enter" && !event.isComposing) this.intents.go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }
}
