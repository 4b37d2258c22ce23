// The sentence of the step, and its quiet announcement to screen readers.

import { plain, sentence } from "../model/sentence.js";
import { byId, frameLink, h } from "./dom.js";

/** @import { Trace } from "../model/trace.js" */
/** @import { Sources } from "../model/sources.js" */
/** @import { Part } from "../model/sentence.js" */

export class SentenceView {
  /** @param {Trace} trace @param {number} step @param {Sources} sources @param {boolean} aloud on steps made by hand only */
  show(trace, step, sources, aloud) {
    const parts = sentence(trace, step, sources);
    byId("sentence").replaceChildren(...parts.map(element));
    if (aloud) byId("announcement").textContent = `Step ${trace.stepName(step)}. ${plain(parts)}`;
  }
}

/** @param {Part} part */
function element({ kind, text, frame }) {
  switch (kind) {
    case "strong": return h("strong", {}, text);
    case "code": return h("code", {}, text);
    case "frame": return frameLink(text, /** @type {number} */ (frame));
    default: return document.createTextNode(text);
  }
}
