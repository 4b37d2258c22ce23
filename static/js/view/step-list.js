// A list of sentences, each with the step that it is about: the findings of a run, the way of a value, why a frame runs.

import { byId, h } from "./dom.js";
import { sentenceElement } from "./sentence.js";
import { words } from "../words/words.js";

/** @import { Finding } from "../model/findings/finding.js" */
/** @import { Trace } from "../model/trace.js" */

export class StepList {
  /** @param {(finding: Finding) => void} visit */
  constructor(visit) {
    this.visit = visit;
    this.dialog = /** @type {HTMLDialogElement} */ (byId("step-list"));
    // The name of a frame leads to its row, behind the list.
    this.dialog.addEventListener("click", ({ target }) => {
      if (/** @type {HTMLElement} */ (target).closest("[data-frame]")) this.dialog.close();
    });
  }

  /** @param {string} title @param {Trace} trace @param {Finding[]} findings */
  open(title, trace, findings) {
    byId("step-list-title").textContent = title;
    byId("step-list-rows").replaceChildren(...findings.map((finding) => this.#row(trace, finding)));
    this.dialog.showModal();
    /** @type {HTMLElement|null} */ (this.dialog.querySelector(".step-link"))?.focus();
  }

  /** @param {Trace} trace @param {Finding} finding */
  #row(trace, finding) {
    const name = trace.stepName(finding.step);
    const go = () => {
      this.dialog.close();
      this.visit(finding);
    };
    return h(
      "li",
      {},
      h("button", { type: "button", class: "step-link", "aria-label": words.stepList.goTo(name), onclick: go }, words.stepList.step(name)),
      h("p", {}, ...finding.parts.map(sentenceElement)),
    );
  }
}
