// One of the two programs side by side: its text, its sentence, its timeline, its output.

import { openEditor } from "../editor/editor.js";
import { rangesOf } from "../model/differences.js";
import { plain } from "../words/parts.js";
import { NOBODY } from "../model/trace.js";
import { OutputView } from "../view/output.js";
import { SentenceView } from "../view/sentence.js";
import { showInSource } from "../view/source.js";
import { Timeline } from "../view/timeline/timeline.js";
import { words } from "../words/words.js";

/** @import { Run } from "../model/run.js" */
/** @import { Palette } from "../view/timeline/paint.js" */

export class Pane {
  /** @type {Run|null} */ run = null;
  #step = 0;
  /** The frame whose row was pressed; NOBODY follows the step. */
  #chosen = NOBODY;

  /** @param {HTMLElement} root @param {{ text: string, label: string, bundle: string|null }} of @param {(step: number) => void} goTo a step of this run */
  constructor(root, { text, label, bundle }, goTo) {
    const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    const choose = (/** @type {number} */ frame) => this.#choose(frame);
    this.root = root;
    this.differs = find(".pane-differs");
    this.editor = openEditor(find(".pane-code"), bundle, { text, label, readOnly: true, choose });
    this.timeline = new Timeline(find(".pane-timeline"), { goTo, choose, answers: () => false, refolded: () => {} });
    this.sentence = new SentenceView(find(".pane-sentence"));
    this.output = new OutputView(find(".pane-output"));
    root.addEventListener("click", (event) => {
      const link = /** @type {HTMLElement} */ (event.target).closest("[data-frame]");
      if (link) choose(Number(link.getAttribute("data-frame")));
    });
  }

  /** @param {Run} run that is shown from now on @param {number[]} differing the lines that the other program has not */
  setRun(run, differing) {
    this.run = run;
    this.editor.showMarks({ differing });
    const lines = rangesOf(differing);
    this.differs.textContent = lines && words.comparePane.differs(differing.length, lines);
    this.timeline.setRun(run);
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.timeline.setPalette(palette);
  }

  /** @param {boolean} byTime whether its timeline is laid out by time, where it can be */
  setByTime(byTime) {
    this.timeline.setByTime(byTime);
  }

  /** @param {number} place of its walk @param {{ smooth: boolean, waits: boolean }} how waits: the other program alone moved on */
  show(place, { smooth, waits }) {
    if (!this.run) return;
    const { trace, walk } = this.run;
    this.#step = walk.steps[place] ?? 0;
    this.root.classList.toggle("is-waiting", waits);
    showInSource(this.editor, "", trace, this.#step);
    this.#drawTimeline(smooth);
    this.output.show(trace, this.#step, false);
    this.sentence.show(this.run, this.#step, false);
    this.output.scrollToEdge();
  }

  /** What its step did, in words. */
  get words() {
    return this.run ? words.comparePane.step(this.run.trace.stepName(this.#step), plain(this.run.sentence(this.#step))) : "";
  }

  /** @param {number} frame */
  #choose(frame) {
    this.#chosen = this.#chosen === frame ? NOBODY : frame;
    this.timeline.reveal(frame);
    this.#drawTimeline(false);
  }

  /** @param {boolean} smooth */
  #drawTimeline(smooth) {
    if (!this.run) return;
    const own = this.run.trace.length ? this.run.trace.step(this.#step).frame.id : NOBODY;
    this.timeline.show(this.#step, this.#chosen === NOBODY ? own : this.#chosen, smooth);
  }
}
