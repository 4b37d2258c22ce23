// The projector mode: everything half as large again, code wrapped, by one key. It is put on the page before that is painted, by first-paint.js.

import { read, write } from "../net/kept.js";
import { byId } from "./dom.js";

const NAME = "projector";

export class Projector {
  /** @param {(on: boolean) => void} changed */
  constructor(changed) {
    this.on = read(NAME) === "on";
    this.changed = changed;
    byId("projector-on").addEventListener("change", () => this.toggle());
    if (this.on) this.#show();
  }

  toggle() {
    this.on = !this.on;
    write(NAME, this.on ? "on" : null);
    this.#show();
  }

  #show() {
    document.documentElement.toggleAttribute("data-projector", this.on);
    byId("projector-on").checked = this.on;
    dispatchEvent(new Event("resize")); // the dividers and the canvases have another room now
    this.changed(this.on);
  }
}
