// All steps as a table, a page at a time: what the timeline draws, in words.

import { plain } from "../model/parts.js";
import { clamp } from "../model/player.js";
import { byId, h } from "./dom.js";

/** @import { Run } from "../model/run.js" */

const ROWS = 100;

export class StepsTable {
  #first = 0;
  #step = 0;
  /** @type {Run|null} */ #run = null;

  /** @param {{ goTo: (step: number) => void }} intents */
  constructor(intents) {
    this.dialog = /** @type {HTMLDialogElement} */ (byId("steps"));
    this.intents = intents;
    byId("steps-before").addEventListener("click", () => this.#turn(-ROWS));
    byId("steps-after").addEventListener("click", () => this.#turn(ROWS));
  }

  /** @param {Run} run @param {number} step */
  open(run, step) {
    this.#run = run;
    this.#step = step;
    this.#first = Math.floor(run.walk.placeOf(step) / ROWS) * ROWS;
    this.dialog.showModal();
    this.#draw();
    this.dialog.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });
  }

  /** @param {number} by */
  #turn(by) {
    const last = (this.#run?.walk.length ?? 1) - 1;
    this.#first = clamp(this.#first + by, 0, Math.floor(last / ROWS) * ROWS);
    this.#draw();
    byId("steps-rows").parentElement.parentElement.scrollTop = 0;
  }

  #draw() {
    if (!this.#run) return;
    const run = this.#run;
    const { trace, walk } = run;
    const beyond = Math.min(walk.length, this.#first + ROWS);
    byId("steps-rows").replaceChildren(...Array.from({ length: beyond - this.#first }, (_, i) => this.#row(run, walk.steps[this.#first + i])));
    byId("steps-range").textContent = walk.length
      ? `Steps ${trace.stepName(walk.steps[this.#first])} to ${trace.stepName(walk.steps[beyond - 1])} of ${trace.stepName(walk.steps[walk.length - 1])}` : "No steps";
    byId("steps-before").disabled = this.#first === 0;
    byId("steps-after").disabled = beyond === walk.length;
  }

  /** @param {Run} run @param {number} s */
  #row(run, s) {
    const { trace } = run;
    const { event, frame, line, how } = trace.step(s);
    const go = () => {
      this.dialog.close();
      this.intents.goTo(s);
    };
    return h("tr", { "aria-current": s === this.#step ? "step" : null },
      h("td", {}, h("button", { type: "button", class: "step-link", onclick: go, "aria-label": `Go to step ${trace.stepName(s)}` }, trace.stepName(s))),
      h("td", {}, how ? `${event} (${how})` : event),
      h("td", {}, trace.label(frame.id)),
      h("td", {}, String(line)),
      h("td", {}, plain(run.sentence(s))));
  }
}
