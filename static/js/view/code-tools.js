// The buttons over the program: find and replace, wrap long lines. Not every editor has them: the textarea has neither.

import { read, write } from "../net/kept.js";
import { byId } from "./dom.js";

/** @import { Editor } from "../editor/editor.js" */

const WRAPS = "wrap";

export class CodeTools {
  /** The editors by now: the program's, and the library's once it was opened. @type {Editor[]} */ #editors = [];
  #wraps = read(WRAPS) === "on";
  /** Somebody else wants them wrapped: the projector mode. */
  #forced = false;

  /** @param {() => Editor} current the one that is seen */
  constructor(current) {
    byId("find").addEventListener("click", () => current().find?.());
    byId("wrap").addEventListener("click", () => {
      this.#wraps = !this.wraps;
      this.#forced = false;
      write(WRAPS, this.#wraps ? "on" : "off");
      this.#show();
    });
  }

  get wraps() {
    return this.#wraps || this.#forced;
  }

  /** @param {Editor} editor */
  add(editor) {
    this.#editors.push(editor);
    byId("find").hidden = !editor.find;
    byId("wrap").hidden = !editor.setWraps;
    this.#show();
    return editor;
  }

  /** @param {boolean} forced */
  forceWraps(forced) {
    this.#forced = forced;
    this.#show();
  }

  #show() {
    for (const editor of this.#editors) editor.setWraps?.(this.wraps);
    byId("wrap").setAttribute("aria-pressed", String(this.wraps));
  }
}
