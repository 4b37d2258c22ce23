// The field for an expression that is watched, over the locals.

import { byId } from "./dom.js";

/** @typedef {{ watch: (expression: string) => void }} Intents  empty: nothing is watched any more */

export class WatchBar {
  /** @param {Intents} intents */
  constructor(intents) {
    this.intents = intents;
    this.form = byId("watch-form");
    this.field = /** @type {HTMLInputElement} */ (byId("watch"));
    this.button = byId("watch-open");
    this.button.addEventListener("click", () => (this.form.hidden ? this.open() : this.close()));
    byId("watch-close").addEventListener("click", () => this.close());
    this.form.addEventListener("submit", (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      this.intents.watch(this.field.value.trim());
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  open() {
    this.#show(true);
    this.field.focus();
    this.field.select();
  }

  close() {
    const hadFocus = this.form.contains(document.activeElement);
    this.#show(false);
    this.field.value = "";
    this.intents.watch("");
    if (hadFocus) this.button.focus();
  }

  /** @param {boolean} isOpen */
  #show(isOpen) {
    this.form.hidden = !isOpen;
    this.button.setAttribute("aria-expanded", String(isOpen));
  }
}
