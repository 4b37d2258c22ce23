// A lesson: its links to steps, its predictions, the check of what was changed, and how far somebody has come. The browser keeps that.

import { unmet } from "../model/conditions.js";
import { PROGRESS, answered, changed, inWords, progressOf, written } from "../model/progress.js";
import { read, write } from "../net/kept.js";
import { LessonView } from "../view/lesson.js";
import { initial } from "./initial.js";

/** @import { Run } from "../model/run.js" */
/** @import { Progress } from "../model/progress.js" */
/** @import { Lesson, Prediction } from "./initial.js" */
/** @import { Programs } from "./programs.js" */
/** @import { Runner } from "./runner.js" */

/** @typedef {{ isRight: boolean, given: string|null, answer: string }} Told  given is null where somebody did not know */
/** @typedef {(prediction: Prediction, told: (told: Told) => void) => boolean} Ask  whether the run has an answer */

/** Links to a step, in a lesson or in the words about an example. @param {Programs} programs */
export function followStepLinks(programs) {
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.('a[href^="#step="]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    programs.goToStep(link.getAttribute("href")?.slice("#step=".length) ?? "0");
  });
}

export class LessonPage {
  /** @type {Progress} */ #progress;

  /** @param {Lesson} lesson @param {{ programs: Programs, runner: Runner }} parts @param {Ask} ask */
  constructor(lesson, { programs, runner }, ask) {
    this.lesson = lesson;
    this.programs = programs;
    this.ask = ask;
    this.view = new LessonView({ ask: (place) => this.#ask(place) });
    this.#progress = progressOf(read(PROGRESS + lesson.address));
    for (const [place, how] of Object.entries(this.#progress.answers)) {
      this.view.showAnswer(Number(place), how === "right", how === "right" ? "You were right." : "You have answered it.", false);
    }
    if (this.#progress.changed) this.view.showChange([]);
    this.view.showProgress(inWords(this.#progress, this.view.tasks));
    runner.showed = (run) => this.#showed(run);
  }

  /** @param {number} place of the prediction */
  async #ask(place) {
    const prediction = this.lesson.predictions[place];
    await this.programs.goToStep(String(prediction.step));
    this.ask(prediction, (told) => this.#told(place, told));
  }

  /** @param {number} place @param {Told} told */
  #told(place, { isRight, given, answer }) {
    const words = isRight ? "Right." : given === null ? `It is ${answer}.` : `You said ${given}. It is ${answer}.`;
    this.view.showAnswer(place, isRight, words);
    this.#keep(answered(this.#progress, place, isRight));
  }

  /** @param {Run} run */
  #showed({ source, trace }) {
    const { change } = this.lesson;
    if (!change || source === initial.program.source) return;
    const faults = unmet(trace, change.holds);
    this.view.showChange(faults);
    if (faults.length === 0) this.#keep(changed(this.#progress));
  }

  /** @param {Progress} progress */
  #keep(progress) {
    this.#progress = progress;
    write(PROGRESS + this.lesson.address, written(progress));
    this.view.showProgress(inWords(progress, this.view.tasks));
  }
}
