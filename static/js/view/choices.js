// How the run is looked at: with or without the library's frames, laid out by steps or by time.

import { byId } from "./dom.js";
import { toast } from "./toast.js";

/** @typedef {{ lookInside: (wanted: boolean) => void, byTime: (wanted: boolean) => void }} Intents */

export class Choices {
  lookInside = false;
  byTime = false;
  /** Why it can't be laid out by time; empty where it can. */
  #whyNot = "";

  /** @param {Intents} intents */
  constructor(intents) {
    this.intents = intents;
    byId("look-inside").addEventListener("click", () => this.toggleLookInside());
    byId("by-steps").addEventListener("click", () => this.setByTime(false));
    byId("by-time").addEventListener("click", () => this.setByTime(true));
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

  /** @param {string} whyNotByTime of the run that is shown */
  show(whyNotByTime) {
    this.#whyNot = whyNotByTime;
    const byTime = this.byTime && !whyNotByTime;
    byId("look-inside").setAttribute("aria-pressed", String(this.lookInside));
    byId("by-steps").setAttribute("aria-pressed", String(!byTime));
    byId("by-time").setAttribute("aria-pressed", String(byTime));
    byId("by-time").setAttribute("aria-disabled", String(whyNotByTime !== ""));
    byId("by-time").title = whyNotByTime || "Lay the timeline out by the event loop’s clock (T)";
    byId("why-not-by-time").textContent = whyNotByTime;
  }
}
