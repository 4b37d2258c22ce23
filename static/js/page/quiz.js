// Predict: asks what comes next before it is shown, hides it until then, and counts the answers. Lessons ask their own predictions through `ask`.

import { questionOf } from "../model/choices.js";
import { words } from "../words/words.js";
import { choose, questionAt } from "../model/questions.js";
import { counted, dueOf, tallyOf, totalOf } from "../model/tally.js";
import { read, write } from "../net/kept.js";
import { showAsk } from "../view/address.js";
import { byId } from "../view/dom.js";
import { QuestionView } from "../view/question.js";
import { toast } from "../view/toast.js";

/** @import { Ask, Prediction } from "../model/answers.js" */
/** @import { Question } from "../model/choices.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Runner } from "./runner.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ isRight: boolean, given: string|null, answer: string }} Told  how a prediction was answered; given is null where somebody did not know */
/** @typedef {{ question: Question, count: string, told: ((told: Told) => void)|null, isAnswered: boolean, given: string|null }} Open  told: where a lesson asked */

/** Under this name the browser keeps the answers. */
const NAME = "predict";

export class Quiz {
  #isOn = false;
  /** What is still to be asked of the run, in its order. @type {Question[]} */ #ahead = [];
  /** How many questions the run has, and how many were answered rightly. */
  #score = { all: 0, right: 0 };
  /** The question that is asked, or whose answer is shown. @type {Open|null} */ #open = null;
  #tally = tallyOf(read(NAME));
  /** Whether a lesson has what comes after the step hidden. */
  #hidesAhead = false;
  /** Whether the banners hide how the run ends. */
  #hidesEnd = false;
  /** What is shown. @type {{ key: string, run: Run }|null} */ #shown = null;

  /** @param {{ stage: Stage, runner: Runner }} parts @param {() => Promise<void>} leaveLibrary runs the program without the library's frames */
  constructor({ stage, runner }, leaveLibrary) {
    this.stage = stage;
    this.runner = runner;
    this.leaveLibrary = leaveLibrary;
    this.view = new QuestionView({
      answer: (given) => this.#answer(given),
      goOn: () => this.#goOn(),
      clear: () => this.#clear(),
    });
    stage.shows = (run) => this.#adopt(run);
    stage.drawers.push(() => this.#drew());
    stage.answers = (frame) => {
      const asks = this.#isAsking("frame");
      if (asks && stage.run) this.#answer(stage.run.trace.label(frame));
      return asks;
    };
    byId("predict").addEventListener("click", () => this.toggle());
  }

  async toggle() {
    if (this.#isOn) return this.#switch(false);
    if (this.stage.run?.trace.hasLibrary) await this.leaveLibrary();
    this.stage.moveToPlace(0);
    this.#switch(true);
  }

  /**
   * Asks a prediction of a lesson: goes to its step, hides what comes after it, and shows the answer once it is given.
   * @param {Prediction} prediction @param {(told: Told) => void} told @returns {boolean} whether the run has an answer to it
   */
  ask(prediction, told) {
    const { run } = this.stage;
    const question = run && !run.trace.hasLibrary ? questionOf(run.trace, prediction) : null;
    if (!question) return false;
    this.#put({ question, count: "", told, isAnswered: false, given: null });
    return true;
  }

  /** Hides what comes after the step, or no more, whatever is asked: a lesson does so until its predictions are answered. @param {boolean} hides */
  hideAhead(hides) {
    this.#hidesAhead = hides;
    this.#veil();
    this.stage.draw();
  }

  /** Asks what a link names: the prediction of the run at a step, or the next one that it has. @param {string} step */
  askAt(step) {
    const { run } = this.stage;
    if (!run?.trace.length || run.trace.hasLibrary) return;
    this.#switch(true);
    const question = questionAt(run, run.trace.stepCalled(step), dueOf(this.#tally));
    if (!question) return;
    this.#ahead = this.#ahead.filter((other) => other.prediction.step >= question.right.step);
    this.#score.all = this.#ahead.length + 1;
    this.#put({ question, count: this.#countOf(question), told: null, isAnswered: false, given: null });
  }

  /** By its number among the choices, from 1. @param {number} number */
  answerNumber(number) {
    const choice = this.#open?.question.choices[number - 1];
    if (choice && this.#isAsking()) this.#answer(choice.answer);
  }

  /** The line of the program that was pressed. @param {number} line */
  answerLine(line) {
    if (this.#isAsking("line")) this.#answer(String(line));
  }

  /** @param {boolean} on */
  #switch(on) {
    this.#isOn = on;
    byId("predict").setAttribute("aria-pressed", String(on));
    if (this.stage.run) this.#adopt(this.stage.run);
    if (!on) showAsk(null);
    this.stage.draw();
  }

  /** @param {Run} run that is shown from now on */
  #adopt(run) {
    this.#open = null;
    if (this.#isOn && run.trace.hasLibrary) {
      toast(words.quiz.isOff);
      this.#isOn = false;
      byId("predict").setAttribute("aria-pressed", "false");
    }
    this.#ahead = this.#isOn ? choose(run, dueOf(this.#tally)) : [];
    this.#score = { all: this.#ahead.length, right: 0 };
    this.#veil();
  }

  /** @param {Open} open a question */
  #put(open) {
    this.#open = open;
    this.#veil();
    this.stage.moveTo(open.question.prediction.step);
    this.stage.draw();
  }

  /** Hides what comes, and holds the playhead before what is not answered yet. */
  #veil() {
    const asked = this.#open && !this.#open.isAnswered ? this.#open.question : this.#ahead[0];
    this.stage.veil(this.#isOn || this.#hidesAhead || (this.#open !== null && !this.#open.isAnswered), asked?.prediction.step);
  }

  /** After each step: asks, where there is something to ask. */
  #drew() {
    const { step, run } = this.stage;
    if (!run) return;
    if (this.#open?.isAnswered && this.#open.question.right.step !== step) this.#close();
    if (!this.#open && this.#isOn && this.#ahead.length && step >= this.#ahead[0].prediction.step) this.#askNext();
    this.#show(run, step);
    const hidesEnd = this.stage.hidesEnd;
    if (hidesEnd !== this.#hidesEnd) this.runner.showNotices();
    this.#hidesEnd = hidesEnd;
  }

  #askNext() {
    const question = /** @type {Question} */ (this.#ahead.shift());
    this.#open = { question, count: this.#countOf(question), told: null, isAnswered: false, given: null };
    this.#veil();
  }

  /** @param {Question} question */
  #countOf({ prediction }) {
    const { all } = this.#score;
    return words.quiz.count(all - this.#ahead.filter((other) => other.prediction.step > prediction.step).length, all);
  }

  /** @param {string|null} given */
  #answer(given) {
    const { run } = this.stage;
    const open = this.#open;
    if (!run || !open || open.isAnswered) return;
    const { right, prediction } = open.question;
    const isRight = given === right.answer;
    this.#open = { ...open, given, isAnswered: true };
    if (!open.told) this.#score.right += Number(isRight);
    if (prediction.kind) {
      this.#tally = counted(this.#tally, prediction.kind, isRight);
      write(NAME, JSON.stringify(this.#tally));
    }
    this.#veil();
    this.stage.moveTo(right.step);
    this.stage.draw();
    open.told?.({ isRight, given, answer: right.answer });
  }

  /** To the next question, or where a question waits, back to it. */
  #goOn() {
    const open = this.#open;
    if (open && !open.isAnswered) return this.stage.moveTo(open.question.prediction.step);
    this.#close();
    if (this.#ahead.length) this.stage.moveTo(this.#ahead[0].prediction.step);
    this.stage.draw();
  }

  #close() {
    this.#open = null;
    showAsk(null);
  }

  #clear() {
    this.#tally = {};
    write(NAME, null);
    this.#shown = null;
    this.stage.draw();
    toast(words.quiz.forgotten);
  }

  /** @param {Ask} [ask] @returns {boolean} whether such a question is to be answered now */
  #isAsking(ask) {
    const open = this.#open;
    if (!open || open.isAnswered || open.question.prediction.step !== this.stage.step || !this.view.isSeen) return false;
    return ask === undefined || open.question.prediction.ask === ask;
  }

  /** Shows the question, or what there is to say instead; only where that is not shown already. @param {Run} run @param {number} step */
  #show(run, step) {
    const open = this.#open;
    const state = !open
      ? this.#isOn
        ? "waits"
        : "off"
      : open.isAnswered
        ? "told"
        : open.question.prediction.step === step
          ? "asks"
          : "away";
    const key = [state, open?.question.prediction.step, this.#ahead.length, this.#score.right, this.#score.all].join();
    const isShown = this.#shown?.key === key && this.#shown.run === run;
    this.#shown = { key, run };
    if (isShown) return;
    if (!open) return this.#isOn ? this.view.wait(this.#words(), this.#ahead.length ? words.quiz.next : "") : this.view.hide();
    if (state === "away") return this.view.wait(words.quiz.waitsAt(open.question.prediction.step), words.quiz.back);
    if (state === "asks") {
      if (!open.told) showAsk(run.trace.stepName(step));
      return this.view.ask(run, open.question, open.count);
    }
    const { prediction, right, choices } = open.question;
    const isRight = open.given === right.answer;
    const why = isRight || open.given === null ? "" : (choices.find(({ answer }) => answer === open.given)?.why ?? "");
    const because = prediction.because ?? (prediction.kind ? words.misconceptions[prediction.kind].right : "");
    this.view.tell(
      run,
      open.question,
      { given: open.given, isRight, why, because },
      this.#ahead.length ? words.quiz.next : words.quiz.goOn,
    );
  }

  /** How far somebody has come. */
  #words() {
    return words.quiz.progress({ ...this.#score, left: this.#ahead.length }, totalOf(this.#tally));
  }
}
