// What the program reads from standard input, a line for each `input()`. The field is there once a program asks, or has input already.

import { byId } from "./dom.js";

export class InputField {
  /** @param {(text: string) => void} changed by hand */
  constructor(changed) {
    this.room = byId("input-room");
    this.field = /** @type {HTMLTextAreaElement} */ (byId("input"));
    this.field.addEventListener("input", () => changed(this.field.value));
  }

  get text() {
    return this.field.value;
  }

  /** Another program's. @param {string} text */
  setText(text) {
    this.field.value = text;
    this.room.hidden = !text;
  }

  /** A run has asked for input. */
  offer() {
    this.room.hidden = false;
  }
}
