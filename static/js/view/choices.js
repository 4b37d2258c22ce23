// How the run is looked at: with or without the library's frames, laid out by steps or by time, as rows or as a sequence of arrows.

import { byId } from "./dom.js";
import { toast } from "./toast.js";
import { words } from "../words/words.js";

/** @typedef {{ lookInside: (wanted: boolean) => void, byTime: (wanted: boolean) => void, sequence: (on: boolean, all: boolean) => void }} Intents */

export class Choices {
  lookInside = false;
  byTime = false;
  /** Whether the timeline is a sequence of arrows, with a column for each frame that can sleep. */
  sequence = false;
  /** Whether it has one for each other frame, too. */
  #allFrames = false;
  /** Why it can't be laid out by time; empty where it can. */
  #whyNot = "";

  /** @param {Intents} intents */
  constructor(intents) {
    this.intents = intents;
    byId("look-inside").addEventListener("click", () => this.toggleLookInside());
    byId("by-steps").addEventListener("click", () => this.setByTime(false));
    byId("by-time").addEventListener("click", () => this.setByTime(true));
    byId("sequence").addEventListener("click", () => this.setSequence(!this.sequence));
    byId("all-frames").addEventListener("click", () => this.toggleAllFrames());
  }

  toggleLookInside() {
    this.intents.lookInside(!this.lookInside);
  }

  toggleByTime() {
    this.setByTime(!this.byTime || this.#whyNot !== "");
  }

  /** @param {boolean} wanted */
  setByTime(wanted) {
    if (wanted && this.#whyNot) return toast(this.#whyNot);
    this.byTime = wanted;
    this.intents.byTime(wanted);
    this.show(this.#whyNot);
  }

  /** @param {boolean} wanted @param {boolean} [all] whether frames that can't sleep have columns, too */
  setSequence(wanted, all = false) {
    this.sequence = wanted;
    this.#allFrames = all;
    this.intents.sequence(wanted, all);
    byId("sequence").setAttribute("aria-pressed", String(wanted));
    byId("all-frames").setAttribute("aria-pressed", String(all));
    byId("all-frames").hidden = !wanted;
  }

  toggleAllFrames() {
    this.setSequence(true, !this.#allFrames);
  }

  /** @param {string} whyNotByTime of the run that is shown */
  show(whyNotByTime) {
    this.#whyNot = whyNotByTime;
    const byTime = this.byTime && !whyNotByTime;
    byId("look-inside").setAttribute("aria-pressed", String(this.lookInside));
    byId("by-steps").setAttribute("aria-pressed", String(!byTime));
    byId("by-time").setAttribute("aria-pressed", String(byTime));
    byId("by-time").setAttribute("aria-disabled", String(whyNotByTime !== ""));
    byId("by-time").title = whyNotByTime || words.choices.byTime;
    byId("why-not-by-time").textContent = whyNotByTime;
  }
}
