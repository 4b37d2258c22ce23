// The hint of the first visit: only while a run of the text is shown, and gone for good once it is dismissed.

import { read, write } from "../net/kept.js";
import { byId } from "./dom.js";

const NAME = "hint";

export class Hint {
  #seen = read(NAME) !== null;

  constructor() {
    byId("hint-close").addEventListener("click", () => {
      this.#seen = true;
      write(NAME, "seen");
      this.show(false);
    });
  }

  /** @param {boolean} hasRun whether the program in the editor has */
  show(hasRun) {
    byId("hint").hidden = this.#seen || !hasRun;
  }
}
