// The lesson beside the program, which the server wrote: what is told of its predictions and of the change.

import { h } from "./dom.js";
import { words } from "../words/words.js";

/** The lesson's part of the page; null where there is none. */
const panel = document.getElementById("panel-lesson");

export class LessonView {
  #predictions = [.../** @type {NodeListOf<HTMLElement>} */ (panel?.querySelectorAll("[data-predict]") ?? [])];
  #change = panel?.querySelector("[data-change]") ?? null;
  #progress = panel?.querySelector(".lesson-progress") ?? null;

  /** @param {{ ask: (place: number) => void }} intents */
  constructor({ ask }) {
    for (const section of this.#predictions) {
      section.querySelector("button")?.addEventListener("click", () => ask(Number(section.dataset.predict)));
    }
  }

  /** How many tasks the lesson has. */
  get tasks() {
    return Number(this.#progress?.getAttribute("data-tasks"));
  }

  /** @param {number} place of the prediction @param {boolean} isRight @param {string} told @param {boolean} [opened] whether the answer is shown */
  showAnswer(place, isRight, told, opened = true) {
    const section = this.#predictions.find(({ dataset }) => Number(dataset.predict) === place);
    if (!section) return;
    section.dataset.told = isRight ? "right" : "wrong";
    tell(section, told);
    const details = section.querySelector("details");
    if (details) details.open = opened;
    const button = section.querySelector("button");
    if (!button) return;
    button.textContent = words.lesson.answerAgain;
    button.classList.remove("primary");
  }

  /** @param {string[]} faults of the changed program; none where it does what it should */
  showChange(faults) {
    if (!(this.#change instanceof HTMLElement)) return;
    this.#change.dataset.told = faults.length ? "wrong" : "right";
    if (faults.length) tell(this.#change, words.lesson.notYet, h("ul", {}, ...faults.map((fault) => h("li", {}, fault))));
    else tell(this.#change, words.lesson.changed);
  }

  /** @param {string} words */
  showProgress(words) {
    if (this.#progress) this.#progress.textContent = words;
  }
}

/** @param {Element} section @param {(Node|string)[]} words */
function tell(section, ...words) {
  const told = section.querySelector(".task-told");
  told?.replaceChildren(...words);
  told?.removeAttribute("hidden");
}
