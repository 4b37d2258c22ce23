// A lesson: its links to steps, its predictions, the check of what was changed, and how far somebody has come. The browser keeps that.

import { unmet } from "../model/conditions.js";
import { PROGRESS, answered, changed, inWords, progressOf, written } from "../model/progress.js";
import { read, write } from "../net/kept.js";
import { LessonView } from "../view/lesson.js";
import { initial } from "./initial.js";
import { words } from "../words/words.js";

/** @import { Run } from "../model/run.js" */
/** @import { Progress } from "../model/progress.js" */
/** @import { Lesson } from "./initial.js" */
/** @import { Programs } from "./programs.js" */
/** @import { Quiz, Told } from "./quiz.js" */
/** @import { Runner } from "./runner.js" */

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

  /** @param {Lesson} lesson @param {{ programs: Programs, runner: Runner, quiz: Quiz }} parts */
  constructor(lesson, { programs, runner, quiz }) {
    this.lesson = lesson;
    this.programs = programs;
    this.quiz = quiz;
    this.view = new LessonView({ ask: (place) => this.#ask(place) });
    this.#progress = progressOf(read(PROGRESS + lesson.address));
    for (const [place, how] of Object.entries(this.#progress.answers)) {
      this.view.showAnswer(Number(place), how === "right", how === "right" ? words.lessonTold.wereRight : words.lessonTold.answered, false);
    }
    if (this.#progress.changed) this.view.showChange([]);
    this.#showProgress();
    runner.showed = (run) => this.#showed(run);
  }

  /** @param {number} place of the prediction */
  async #ask(place) {
    const prediction = this.lesson.predictions[place];
    if (this.quiz.stage.run?.trace.hasLibrary) await this.quiz.leaveLibrary(); // it asks about the program's own frames
    await this.programs.goToStep(String(prediction.step));
    this.quiz.ask(prediction, (told) => this.#told(place, told));
  }

  /** @param {number} place @param {Told} told */
  #told(place, { isRight, given, answer }) {
    const told = words.lessonTold.told(answer, given, isRight);
    this.view.showAnswer(place, isRight, told);
    this.#keep(answered(this.#progress, place, isRight));
    this.#veil();
  }

  /** Hides what comes until all predictions are answered. */
  #veil() {
    this.quiz.hideAhead(this.programs.isLessons && !this.#isAnswered);
  }

  get #isAnswered() {
    return Object.keys(this.#progress.answers).length >= this.lesson.predictions.length;
  }

  /** @param {Run} run */
  #showed({ source, trace }) {
    const { change } = this.lesson;
    this.#veil();
    if (!change && this.programs.isLessons && !(0 in this.#progress.answers)) this.#ask(0); // a misconception is its question
    if (!change || source === initial.program.source) return;
    const faults = unmet(trace, change.holds);
    this.view.showChange(faults);
    if (faults.length === 0) this.#keep(changed(this.#progress));
  }

  /** @param {Progress} progress */
  #keep(progress) {
    this.#progress = progress;
    write(PROGRESS + this.lesson.address, written(progress));
    this.#showProgress();
  }

  #showProgress() {
    const done = inWords(this.#progress, this.view.tasks);
    const hidden = this.#isAnswered ? "" : words.lessonTold.hidden;
    this.view.showProgress(done && hidden ? `${done}. ${hidden}` : done || hidden);
  }
}
