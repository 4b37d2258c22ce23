// The sentence of the step, and its quiet announcement to screen readers.

import { plain } from "../words/parts.js";
import { announce } from "./announce.js";
import { frameLink, h } from "./dom.js";
import { fitText } from "./room.js";
import { patch } from "./patch.js";
import { words } from "../words/words.js";

/** @import { Run } from "../model/run.js" */
/** @import { Part } from "../words/parts.js" */

export class SentenceView {
  /** The width that the text was fitted into. */
  #width = 0;

  /** @param {HTMLElement} room */
  constructor(room) {
    this.room = room;
    new ResizeObserver(
      ([
        {
          contentRect: { width },
        },
      ]) => {
        if (this.#width && width !== this.#width) fitText(room);
        this.#width = width;
      },
    ).observe(room);
  }

  /** @param {Run} run @param {number} step @param {boolean} aloud on steps made by hand only */
  show(run, step, aloud) {
    const parts = run.sentence(step);
    patch(this.room, ...parts.map(sentenceElement));
    fitText(this.room);
    if (aloud) announce(words.sentence.aloud(run.trace.stepName(step), step === run.trace.last, plain(parts)));
  }
}

/** @param {Part} part */
export function sentenceElement({ kind, text, frame, object }) {
  switch (kind) {
    case "strong":
      return h("strong", {}, text);
    case "code":
      return h("code", { "data-object": object }, text);
    case "frame":
      return frameLink(text, /** @type {number} */ (frame));
    default:
      return document.createTextNode(text);
  }
}
