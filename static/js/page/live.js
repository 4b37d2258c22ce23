// Live: the program runs again shortly after somebody stops typing, and the page stays at its place in the timeline. What is wrong with a text is said
// in a line of its own room, and moves nothing.

import { samePlace } from "../model/same-place.js";
import { read, write } from "../net/kept.js";
import { byId } from "../view/dom.js";
import { words } from "../words/words.js";

/** @import { Place } from "../model/same-place.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Banner } from "../view/banners.js" */
/** @import { Runner } from "./runner.js" */
/** @import { Stage, Standing } from "./stage.js" */

/** So long after the last keystroke the program runs. */
const PAUSE_MS = 400;
/** Under this name the browser keeps whether it does. */
const LIVE = "live";

export class Live {
  #isOn = read(LIVE) === "on";
  /** @type {ReturnType<typeof setTimeout>|undefined} */ #pause;
  /** Where somebody stands, in the last run that has this place. @type {Place|null} */ #place = null;
  /** Where the page stands by itself since. @type {Place|null} */ #here = null;

  /** @param {{ stage: Stage, runner: Runner }} parts */
  constructor({ stage, runner }) {
    this.stage = stage;
    this.runner = runner;
    this.button = byId("live");
    this.button.addEventListener("click", () => this.toggle());
    runner.changed = () => this.#isOn && this.#runSoon();
    runner.remarks = (banner) => say(banner);
    this.#show();
  }

  toggle() {
    this.#isOn = !this.#isOn;
    write(LIVE, this.#isOn ? "on" : "off");
    this.#show();
    if (this.#isOn) this.#runSoon();
    else clearTimeout(this.#pause);
  }

  #runSoon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#run(), PAUSE_MS);
  }

  #run() {
    if (this.runner.isAsked)
      this.#runSoon(); // what somebody asked for ends first
    else this.runner.follow((next) => this.#standingIn(next));
  }

  /** The place in a new run. Where that has no such place, it is sought again in the next one. @param {Run} next @returns {Standing} */
  #standingIn(next) {
    const { run, step, chosen } = this.stage;
    const isMoved = run !== this.#here?.run || step !== this.#here.step || chosen !== this.#here.chosen;
    if (run && isMoved) this.#place = { run, step, chosen };
    if (!this.#place) return { step: "0" };
    const found = samePlace(this.#place, next);
    this.#here = { run: next, step: found.step, chosen: found.chosen };
    if (found.isSame) this.#place = this.#here;
    return { step: next.trace.stepName(found.step), chosen: found.chosen, isLike: true };
  }

  #show() {
    this.button.setAttribute("aria-pressed", String(this.#isOn));
    byId("live-note").hidden = !this.#isOn;
    this.runner.setLive(this.#isOn);
  }
}

/** @param {Banner|null} banner what has to be said of the text; null where nothing has */
function say(banner) {
  const note = byId("live-note");
  const told = banner ? `${banner.title} ${banner.text}` : words.live.runs;
  note.classList.toggle("failed", banner !== null && banner.tone !== "note");
  note.title = banner ? told : "";
  if (note.textContent !== told) note.textContent = told;
}
