// All steps as a table, a page at a time: what the timeline draws, in words. What comes after the step that is shown is told apart.

import { plain } from "../words/parts.js";
import { clamp } from "../model/player.js";
import { byId, h } from "./dom.js";
import { words } from "../words/words.js";

/** @import { Run } from "../model/run.js" */

const ROWS = 100;

export class StepsTable {
  #first = 0;
  #step = 0;
  #isVeiled = false;
  /** @type {Run|null} */ #run = null;

  /** @param {{ goTo: (step: number) => void }} intents */
  constructor(intents) {
    this.dialog = /** @type {HTMLDialogElement} */ (byId("steps"));
    this.intents = intents;
    byId("steps-before").addEventListener("click", () => this.#turn(-ROWS));
    byId("steps-after").addEventListener("click", () => this.#turn(ROWS));
    byId("steps-rows").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#press(event));
  }

  /** @param {Run} run @param {number} step @param {boolean} veiled whether what comes after it is hidden */
  open(run, step, veiled) {
    this.#run = run;
    this.#step = step;
    this.#isVeiled = veiled;
    this.#first = Math.floor(run.walk.placeOf(step) / ROWS) * ROWS;
    this.dialog.showModal();
    this.#draw();
    const current = this.dialog.querySelector("[aria-current]");
    current?.scrollIntoView({ block: "center" });
    current?.querySelector("button")?.focus({ preventScroll: true });
  }

  /** From row to row. @param {KeyboardEvent} event */
  #press(event) {
    const links = /** @type {HTMLElement[]} */ ([...byId("steps-rows").querySelectorAll(".step-link")]);
    const at = links.indexOf(/** @type {HTMLElement} */ (event.target));
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    links[clamp(to, 0, links.length - 1)].focus();
  }

  /** @param {number} by */
  #turn(by) {
    const last = (this.#run?.walk.length ?? 1) - 1;
    this.#first = clamp(this.#first + by, 0, Math.floor(last / ROWS) * ROWS);
    this.#draw();
    byId("steps-rows").parentElement.parentElement.scrollTop = 0;
    // A button that is disabled loses the focus: the other one takes it.
    if (document.activeElement?.matches(":disabled")) byId(by < 0 ? "steps-after" : "steps-before").focus();
  }

  #draw() {
    if (!this.#run) return;
    const run = this.#run;
    const { trace, walk } = run;
    const end = this.#isVeiled ? walk.placeOf(this.#step) + 1 : walk.length;
    const beyond = Math.min(end, this.#first + ROWS);
    const shown = Array.from({ length: beyond - this.#first }, (_, i) => walk.steps[this.#first + i]);
    const ahead = shown.filter((s) => s > this.#step);
    byId("steps-rows").replaceChildren(
      ...shown.filter((s) => s <= this.#step).map((s) => this.#row(run, s)),
      ...(ahead.length
        ? [h("tr", { class: "edge" }, h("th", { colspan: 5, scope: "rowgroup" }, words.stepsTable.after(trace.stepName(this.#step))))]
        : []),
      ...ahead.map((s) => this.#row(run, s)),
    );
    byId("steps-range").textContent = walk.length
      ? words.stepsTable.range(
          trace.stepName(walk.steps[this.#first]),
          trace.stepName(walk.steps[beyond - 1]),
          trace.stepName(walk.steps[walk.length - 1]),
        )
      : words.stepsTable.none;
    byId("steps-before").disabled = this.#first === 0;
    byId("steps-after").disabled = beyond === end;
  }

  /** @param {Run} run @param {number} s */
  #row(run, s) {
    const { trace } = run;
    const { event, frame, line, how } = trace.step(s);
    const go = () => {
      this.dialog.close();
      this.intents.goTo(s);
    };
    return h(
      "tr",
      { class: s > this.#step ? "ahead" : null, "aria-current": s === this.#step ? "step" : null },
      h(
        "td",
        {},
        h(
          "button",
          { type: "button", class: "step-link", onclick: go, "aria-label": words.stepsTable.goTo(trace.stepName(s)) },
          trace.stepName(s),
        ),
      ),
      h("td", {}, words.stepsTable.event(event, how)),
      h("td", {}, trace.label(frame.id)),
      h("td", {}, String(line)),
      h("td", {}, plain(run.sentence(s))),
    );
  }
}
