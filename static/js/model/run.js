// One run as the page holds it: the program, its trace, and what is derived from it once.

import { Lanes } from "./lanes.js";
import { LoopHistory } from "./loop.js";
import { sentence } from "./sentence.js";
import { Sources } from "./sources.js";
import { Trace } from "./trace.js";
import { Walk } from "./walk.js";
import { WatchedValues } from "./watched.js";
import { byEvents, bySteps, byTime, whyNotByTime } from "./axis.js";

export class Run {
  /** @param {any} packed @param {string} source @param {string} [input] what the program had to read; empty where it had none */
  constructor(packed, source, input = "") {
    this.source = source;
    this.input = input;
    this.sources = new Sources(source);
    this.trace = new Trace(packed);
    this.loop = new LoopHistory(this.trace);
    this.lanes = new Lanes(this.trace, this.loop);
    this.watched = new WatchedValues(this.trace);
    this.walk = this.#newWalk();
    /** Why it can't be laid out by time; empty where it can. */
    this.whyNotByTime = whyNotByTime(this.trace);
  }

  /** @param {boolean} wantTime @param {boolean} [asSequence] of arrows, where it is not by time */
  axis(wantTime, asSequence = false) {
    const layOut = wantTime && !this.whyNotByTime ? byTime : asSequence ? byEvents : bySteps;
    return layOut(this.trace, this.walk);
  }

  /** What a step did, in a sentence. @param {number} step */
  sentence(step) {
    return sentence(this, step, this.walk.before(step));
  }

  /** After a library module was folded or opened. */
  walkAnew() {
    this.walk = this.#newWalk();
  }

  /** Opens the library modules that are open in another run. @param {Run} before */
  openLike(before) {
    this.lanes.openLike(before.lanes);
    this.walkAnew();
  }

  #newWalk() {
    return new Walk(this.trace, (frame) => this.lanes.isHidden(frame));
  }
}
