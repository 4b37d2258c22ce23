// One run as the page holds it: the program, its trace, and what is derived from it once.

import { Lanes } from "./lanes.js";
import { LoopHistory } from "./loop.js";
import { Trace } from "./trace.js";

export class Run {
  /** @param {any} packed @param {string} source */
  constructor(packed, source) {
    this.source = source;
    this.lines = source.split("\n");
    this.trace = new Trace(packed);
    this.loop = new LoopHistory(this.trace);
    this.lanes = new Lanes(this.trace, this.loop);
  }
}
