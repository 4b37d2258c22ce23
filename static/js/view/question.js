// The question under the sentence: what is asked, the choices, and what the answer is worth. It says nothing that it was not given.

import { byId, h } from "./dom.js";
import { marked } from "./marked.js";
import { words } from "../words/words.js";

/** @import { Ask } from "../model/answers.js" */
/** @import { Question } from "../model/choices.js" */
/** @import { Run } from "../model/run.js" */

/**
 * @typedef {object} Intents
 * @property {(answer: string|null) => void} answer  null: it is not known
 * @property {() => void} goOn
 * @property {() => void} clear
 *
 * @typedef {{ given: string|null, isRight: boolean, why: string, because: string }} Verdict  why the given answer is wrong; because of what the right one is right
 */

const HOW_ELSE = /** @type {Partial<Record<Ask, string>>} */ ({
  frame: words.question.pressRow,
  line: words.question.pressLine,
});

export class QuestionView {
  /** What had the focus before a question was asked. @type {HTMLElement|null} */ #before = null;

  /** @param {Intents} intents */
  constructor(intents) {
    this.room = byId("question");
    byId("question-choices").addEventListener("click", (/** @type {MouseEvent} */ event) => {
      const button = /** @type {HTMLElement} */ (event.target).closest("button");
      if (button && button.getAttribute("aria-disabled") !== "true") intents.answer(button.dataset.answer ?? "");
    });
    byId("question-unsure").addEventListener("click", () => intents.answer(null));
    byId("question-on").addEventListener("click", intents.goOn);
    byId("question-clear").addEventListener("click", intents.clear);
  }

  /** A program that was changed since its run hides it. */
  get isSeen() {
    return this.room.offsetParent !== null;
  }

  /** @param {Run} run @param {Question} question @param {string} count which of how many it is */
  ask(run, question, count) {
    const { prediction, choices } = question;
    this.#show("asks", count);
    byId("question-text").replaceChildren(...marked(prediction.text));
    byId("question-choices").replaceChildren(
      ...choices.map(({ answer }, i) =>
        choice(answer, h("kbd", { "aria-hidden": "true" }, String(i + 1)), ...labelOf(run, prediction.ask, answer)),
      ),
    );
    byId("question-verdict").replaceChildren(h("span", { class: "soft question-more" }, HOW_ELSE[prediction.ask] ?? ""));
    this.#takeFocus();
  }

  /** @param {Run} run @param {Question} question @param {Verdict} verdict @param {string} next what comes then */
  tell(run, { prediction, right }, { given, isRight, why, because }, next) {
    this.#show("told");
    for (const button of byId("question-choices").querySelectorAll("button")) {
      button.setAttribute("aria-disabled", "true");
      if (button.dataset.answer === right.answer) button.classList.add("is-right");
      else if (given !== null && button.dataset.answer === given) button.classList.add("is-wrong");
    }
    byId("question-verdict").replaceChildren(
      h(
        "strong",
        { class: isRight ? "is-right" : "is-wrong" },
        isRight ? words.question.right : given === null ? words.question.hereIsIt : words.question.notSo,
      ),
      " ",
      ...(isRight ? [] : [...marked(why), why ? " " : "", words.question.theAnswer, ...labelOf(run, prediction.ask, right.answer), ". "]),
      ...marked(because),
    );
    byId("question-on").textContent = next;
    if (this.#hasFocus() || document.activeElement === document.body) byId("question-on").focus();
  }

  /** No question is open. @param {string} words what there is to say instead @param {string} next where one waits, what leads there */
  wait(words, next) {
    this.#show("waits");
    byId("question-count").textContent = words;
    byId("question-on").textContent = next;
    byId("question-on").hidden = !next;
    const staying = [byId("question-clear"), ...(next ? [byId("question-on")] : [])];
    if (!staying.includes(document.activeElement)) this.#giveFocusBack();
  }

  hide() {
    if (this.room.hidden) return;
    this.#giveFocusBack();
    this.room.hidden = true;
  }

  /** @param {"asks"|"told"|"waits"} state @param {string} [count] */
  #show(state, count) {
    this.room.hidden = false;
    this.room.dataset.state = state;
    if (count !== undefined) byId("question-count").textContent = count;
    byId("question-on").hidden = state === "asks";
    byId("question-unsure").hidden = state !== "asks";
    byId("question-clear").hidden = state !== "waits";
    for (const id of ["question-text", "question-choices", "question-verdict"]) byId(id).hidden = state === "waits";
  }

  #hasFocus() {
    return this.room.contains(document.activeElement);
  }

  #takeFocus() {
    const now = /** @type {HTMLElement|null} */ (document.activeElement);
    if (!this.#hasFocus()) this.#before = now;
    byId("question-text").focus();
  }

  /** To where it was before the question, or where that is gone, to the sentence. */
  #giveFocusBack() {
    if (!this.#hasFocus()) return;
    const before = this.#before;
    this.#before = null;
    if (before && before !== document.body && before.isConnected && before.offsetParent !== null) before.focus({ preventScroll: true });
    else byId("sentence").focus({ preventScroll: true });
  }
}

/** @param {string} answer @param {(Node|string)[]} label */
function choice(answer, ...label) {
  return h("button", { type: "button", "data-answer": answer }, ...label);
}

/** An answer in words and signs. @param {Run} run @param {Ask} ask @param {string} answer @returns {(Node|string)[]} */
function labelOf({ trace, sources }, ask, answer) {
  switch (ask) {
    case "state":
      return [h("span", { class: `sign ${answer}`, "aria-hidden": "true" }), words.states[answer] ?? answer];
    case "frame":
      return [h("span", { class: "of-frame" }, answer)];
    case "line": {
      const text = sources.lineOf({ ...trace.frames[0], library: "" }, Number(answer));
      return [h("span", {}, words.question.line(answer)), ...(text ? [" ", h("code", {}, text)] : [])];
    }
    default:
      return [answer === "" ? words.question.emptyLine : h("code", {}, answer)];
  }
}
