// The search over the steps of the run that is shown: what was asked is found again in each new run.

import { findSteps } from "../model/find-steps.js";
import { SearchBar } from "../view/search-bar.js";
import { words } from "../words/words.js";

/** @import { Found } from "../model/find-steps.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Walk } from "../model/walk.js" */
/** @import { Key } from "../view/keys.js" */
/** @import { Stage } from "./stage.js" */

/** @type {Found} */
const NOTHING = { steps: [], what: "" };

class Search {
  /** What was asked of which run, walked through in which way. @type {{ words: string, run: Run|null, walk: Walk|null }} */
  #asked = { words: "", run: null, walk: null };
  #found = NOTHING;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.bar = new SearchBar({ asked: (words) => this.#ask(words), go: (direction) => this.go(direction), closed: () => this.#ask("") });
    stage.drawers.push(({ run, step }) => {
      if (!this.bar.isOpen) return;
      if (this.#asked.run !== run || this.#asked.walk !== run.walk) this.#ask(this.#asked.words);
      else this.#show(step);
    });
  }

  /** To the next step that was found, or the one before; after the last comes the first. @param {1|-1} direction */
  go(direction) {
    const { steps } = this.#shown;
    const { stage } = this;
    const next = direction > 0 ? (steps.find((s) => s > stage.step) ?? steps[0]) : (steps.findLast((s) => s < stage.step) ?? steps.at(-1));
    if (next !== undefined) stage.moveTo(next);
  }

  /** @param {string} words */
  #ask(words) {
    const { run } = this.stage;
    this.#asked = { words, run, walk: run?.walk ?? null };
    this.#found = run?.trace.length ? findSteps(run, words) : NOTHING;
    this.stage.markPlaces(this.#found.steps.map((s) => run?.walk.placeOf(s) ?? 0));
    this.#show(this.stage.step);
  }

  /** @param {number} step */
  #show(step) {
    const trace = this.stage.run?.trace;
    this.bar.show(this.#shown, step, Boolean(trace && (trace.from > 0 || trace.goesOn)));
  }

  /** What was found, without what is hidden. @returns {Found} */
  get #shown() {
    const { isVeiled, step } = this.stage;
    return isVeiled ? { ...this.#found, steps: this.#found.steps.filter((s) => s <= step) } : this.#found;
  }
}

/** @param {Stage} stage @returns {Key[]} */
export function searchHands(stage) {
  const search = new Search(stage);
  return [
    { keys: ["/"], shown: "/", does: words.searchHands.find, run: () => search.bar.open() },
    { keys: ["h"], shown: "H", does: words.searchHands.next, run: () => search.go(1) },
    { keys: ["Shift+h"], shown: "Shift H", does: words.searchHands.before, run: () => search.go(-1) },
  ];
}
