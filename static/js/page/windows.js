// Goes to any step of a run that has more steps than are recorded: those round it are recorded by running the program again.

import { WINDOW } from "../model/overview.js";
import { clamp } from "../model/player.js";
import { announce } from "../view/announce.js";
import { words } from "../words/words.js";

/** @import { Runner } from "./runner.js" */
/** @import { Stage } from "./stage.js" */

export class Windows {
  /** @param {{ stage: Stage, runner: Runner }} parts */
  constructor({ stage, runner }) {
    this.stage = stage;
    this.runner = runner;
    stage.goesTo = (number) => this.goTo(number);
  }

  /** @param {number} number of a step of the whole run */
  async goTo(number) {
    const { run } = this.stage;
    if (!run) return;
    const wanted = clamp(number, 0, run.trace.runLength);
    if (run.trace.has(wanted)) return this.stage.moveTo(run.trace.stepNumbered(wanted));
    this.stage.overview.waitFor(wanted);
    announce(words.overview.recording(wanted));
    await this.runner.goTo(wanted);
    this.stage.overview.waitFor(null);
  }

  /** So many steps on or back as are recorded at once. @param {1|-1} direction */
  page(direction) {
    const { run, step } = this.stage;
    if (run?.trace.raw.overview) this.goTo(run.trace.numberOf[step] + direction * WINDOW);
  }
}
