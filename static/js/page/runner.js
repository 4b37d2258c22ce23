// Has the editor's text run, by the interpreter in this browser or by the server, and says what came of it: a run for the stage, or what went wrong.

import { interestingStep } from "../model/jumps.js";
import { windowFrom, windowRound } from "../model/overview.js";
import { Run } from "../model/run.js";
import { troubleIn } from "../model/trouble.js";
import { Refused, Unreachable, librarySource } from "../net/api.js";
import { Missing } from "../net/interpreter.js";
import { Runs } from "../net/runs.js";
import { Fault } from "../net/wasi.js";
import { bannersOf, faultBanner, missingBanner, refusalBanner, showBanners, syntaxBanner, waitingBanner } from "../view/banners.js";
import { byId, setIcon } from "../view/dom.js";
import { Hint } from "../view/hint.js";
import { initial, takeFirstTrace } from "./initial.js";
import { words } from "../words/words.js";

/** @import { Editor } from "../editor/editor.js" */
/** @import { How, Text } from "../net/api.js" */
/** @import { Outcome } from "../model/packed.js" */
/** @import { Banner } from "../view/banners.js" */
/** @import { Choices } from "../view/choices.js" */
/** @import { InputField } from "../view/input-field.js" */
/** @import { SourceTabs } from "../view/source-tabs.js" */
/** @import { Stage, Standing } from "./stage.js" */

/** What runs so long while somebody types is said to run. */
const LONG_MS = 700;

export class Runner {
  /** @type {AbortController|null} while a program runs */ #underway = null;
  /** Whether what runs follows somebody's typing: then nothing on the page moves for it. */ #isQuiet = false;
  /** Whether the page says that a program runs. */ #isBusy = false;
  /** Set while the page follows the typing, with what is wrong with a text that could not be shown. @type {{ trouble: Banner|null }|null} */
  #live = null;
  /** What is wrong with the page or its last answer. @type {Banner[]} */ #troubles = [];
  /** How many programs run before the one that is under way. */ #place = 0;
  /** What has to be said about the program that is open, and about saving it. @type {{ program: Banner|null, saving: Banner|null }} */
  notices = { program: null, saving: null };
  /** The expression that is watched; empty where none is. */ watch = "";
  /** Called with each run that somebody asks for, as it begins. */ ran = () => {};
  /** Called as the text is another one. */ changed = () => {};
  /** Called while the page follows the typing, with what has to be said of the text. @type {(banner: Banner|null) => void} */ remarks =
    () => {};
  /** Called with each run once it is shown. @type {(run: Run) => void} */ showed = () => {};
  /** Ends with the run that followed the typing last. */ #following = Promise.resolve();
  #hint = new Hint();
  #runs = new Runs(initial);

  /** @param {{ editor: Editor, inputField: InputField, sourceTabs: SourceTabs, stage: Stage, choices: Choices }} parts */
  constructor({ editor, inputField, sourceTabs, stage, choices }) {
    this.editor = editor;
    this.inputField = inputField;
    this.sourceTabs = sourceTabs;
    this.stage = stage;
    this.choices = choices;
  }

  /** Whether a program runs, and the page says so. */
  get isBusy() {
    return this.#isBusy;
  }

  /** Whether a program runs that somebody asked for. */
  get isAsked() {
    return this.#underway !== null && !this.#isQuiet;
  }

  /** Whether the run that is shown is that of the text. */
  get #isUpToDate() {
    const { run } = this.stage;
    return run !== null && run.source === this.editor.getText() && run.input === this.inputField.text;
  }

  /** The page follows the typing, or no more. @param {boolean} isLive */
  setLive(isLive) {
    this.#live = isLive ? { trouble: null } : null;
    this.showNotices();
    this.#stale();
  }

  /** Runs the text of the editor and shows what happened. @param {string|null} [step] the name of the one to stand at; null is the most interesting one */
  async run(step = this.stage.stepName) {
    if (this.isAsked) return;
    this.ran();
    await this.#runTo(step);
  }

  /** Records the steps round another one of a long run. Those that are shown stay until the new ones are there. @param {number} number of the step */
  async goTo(number) {
    await this.#runTo(String(number));
    this.stage.moved(); // the address names the step
  }

  /** @param {string|null} step */
  async #runTo(step) {
    this.giveUp();
    const controller = this.#begin(false);
    this.#showBusy(true);
    try {
      const next = await this.#runOf(controller, step, true);
      if (this.#underway !== controller) return; // another program was opened meanwhile
      this.#troubles = [];
      this.#setTrouble(null);
      if (next.trace.outcome.outcome === "syntax_error") this.#misspelt(next.trace.outcome);
      else if (next.trace.length === 0) this.#troubles = bannersOf(next, initial.limits.sentences);
      else this.#adopt(next, { step: step ?? next.trace.stepName(interestingStep(next.trace)) });
    } catch (error) {
      if (this.#underway !== controller) return;
      this.#troubles = [this.#troubleOf(error, controller.signal.aborted)];
    }
    this.#end();
  }

  /**
   * Runs the text once more, while somebody writes it or with another expression to watch. The last run stays until the new one is there, or where there is none.
   * @param {(next: Run) => Standing} stand where to stand in the new run
   */
  async follow(stand) {
    this.stop();
    const controller = this.#begin(true);
    await this.#following; // two never run at once
    if (this.#underway !== controller) return;
    const saysSo = setTimeout(() => this.#showBusy(true), LONG_MS);
    const isThere = this.#isUpToDate && this.stage.run?.watched.expression === this.watch;
    const following = isThere ? Promise.resolve(this.stage.run) : this.#runOf(controller, this.stage.stepName, false);
    this.#following = following.then(nothing, nothing);
    try {
      const next = await following;
      const isOld = this.#live && next?.source !== this.editor.getText(); // a run of what is written since comes
      if (next && !isOld && this.#underway === controller) this.#followed(next, stand);
    } catch (error) {
      if (this.#underway === controller) this.#fail(this.#troubleOf(error, controller.signal.aborted));
    }
    clearTimeout(saysSo);
    if (this.#underway !== controller) return;
    this.#end();
    this.stage.moved(); // the step's number may be another one now
  }

  /** @param {Run} next @param {(next: Run) => Standing} stand */
  #followed(next, stand) {
    const { outcome } = next.trace;
    const isBroken = outcome.outcome === "syntax_error";
    this.editor.showTrouble(isBroken ? troubleIn(outcome) : null);
    if (isBroken) this.#fail(syntaxBanner(outcome, !this.#live));
    else if (next.trace.length === 0) this.#fail(bannersOf(next, initial.limits.sentences)[0]);
    else {
      this.#setTrouble(null);
      if (next !== this.stage.run) this.#adopt(next, stand(next));
    }
  }

  /** @param {Banner} trouble with a text that could not be followed */
  #fail(trouble) {
    if (this.#live) this.#setTrouble(trouble);
    else this.#troubles = [trouble];
  }

  /** @param {Banner|null} trouble with a text that was written while the page follows */
  #setTrouble(trouble) {
    if (this.#live) this.#live.trouble = trouble;
  }

  /** @param {boolean} isQuiet */
  #begin(isQuiet) {
    this.#isQuiet = isQuiet;
    return (this.#underway = new AbortController());
  }

  #end() {
    this.#underway = null;
    this.#showBusy(false);
    this.showNotices();
  }

  /**
   * @param {AbortController} controller @param {string|null} step that is to be among those recorded, if the run has it
   * @param {boolean} mayBeFirst whether the page may have brought the trace
   */
  async #runOf(controller, step, mayBeFirst) {
    const number = Math.floor(Number(step ?? 0));
    const shown = this.#isUpToDate ? this.stage.run?.trace : null;
    const known = shown?.raw.overview ? windowRound(number, shown.runLength) : {};
    let next = await this.#recorded(controller, known, mayBeFirst);
    if (isMissing(next, number) && !("from" in known))
      next = await this.#recorded(controller, windowRound(number, next.trace.runLength), false);
    // Where much is recorded of each step, those before it took all the room.
    if (isMissing(next, number)) next = await this.#recorded(controller, windowFrom(number, next.trace.runLength), false);
    await fetchLibrary(next);
    return next;
  }

  /** @param {AbortController} controller @param {{ from?: number, steps?: number }} window of the run @param {boolean} mayBeFirst */
  async #recorded(controller, window, mayBeFirst) {
    const source = this.editor.getText();
    const input = this.inputField.text;
    const library = this.choices.lookInside;
    const packed =
      (mayBeFirst && window.from === undefined && !library && !this.watch && takeFirstTrace(source, input)) ||
      (await this.#traceOf(
        { source, input: input || undefined, library, top_level_await: true, watch: this.watch ? [this.watch] : undefined, ...window },
        controller,
      ));
    return new Run(packed, source, input);
  }

  /** @param {Text & How} program @param {AbortController} controller @returns {Promise<any>} the packed trace */
  async #traceOf(program, controller) {
    const packed = await this.#runs.trace(program, controller.signal, (place) => this.#waits(controller, place), this.#isQuiet);
    byId("runs-where").textContent = words.runner.where[this.#runs.where];
    return packed;
  }

  /** The run under way is ended, and that is said. */
  stop() {
    this.#underway?.abort();
  }

  /** The run under way is nobody's any more: another text comes. */
  giveUp() {
    this.stop();
    this.#underway = null;
    this.#troubles = [];
    this.#setTrouble(null);
  }

  /** The text is another one now: what was wrong with it is forgotten. */
  edited() {
    if (!this.#live) this.editor.showTrouble(null);
    this.#troubles = [];
    this.showNotices();
    this.#stale();
    this.changed();
  }

  /** @param {unknown} error that came of asking the server for something else */
  tellError(error) {
    this.#troubles = [this.#troubleOf(error, false)];
    this.showNotices();
  }

  /** Shows what has to be said now. */
  showNotices() {
    const { run, hidesEnd } = this.stage;
    const { program, saving } = this.notices;
    const ofRun = run && !hidesEnd ? bannersOf(run, initial.limits.sentences) : [];
    showBanners([
      ...(this.#place ? [waitingBanner(this.#place)] : []),
      ...(saving ? [saving] : []),
      ...(program ? [program] : []),
      ...this.#troubles,
      ...(this.#live ? [] : ofRun),
    ]);
    if (this.#live) this.remarks(this.#live.trouble ?? ofRun.find(({ tone }) => tone !== "note") ?? ofRun[0] ?? null);
  }

  /** @param {AbortController} controller of a run @param {number} place in the queue */
  #waits(controller, place) {
    const now = this.#underway === controller ? place : 0;
    if (now === this.#place) return;
    this.#place = now;
    this.showNotices();
  }

  /** @param {Run} next @param {Standing} standing */
  #adopt(next, standing) {
    this.sourceTabs.prepare(next.trace.hasLibrary);
    if (next.trace.outcome.input_asked) this.inputField.offer();
    this.editor.showTrouble(null);
    this.stage.show(next, standing);
    this.choices.show(next.whyNotByTime);
    this.showed(next);
  }

  /** @param {Outcome} outcome */
  #misspelt(outcome) {
    this.editor.showTrouble(troubleIn(outcome));
    this.#troubles = [syntaxBanner(outcome, this.stage.run !== null)];
    if (!this.stage.run) byId("sentence").textContent = words.runner.notRun;
  }

  /** Greys what belongs to an earlier text; while the page follows the typing, only where that has failed. */
  #stale() {
    const { run, step } = this.stage;
    const old = run !== null && !this.#isUpToDate;
    const follows = this.#live?.trouble === null;
    byId("stale").hidden = !old || this.isBusy || this.#troubles.length > 0 || this.#live !== null;
    document.body.classList.toggle("stale", old);
    document.body.classList.toggle("follows", follows);
    this.#hint.show(run !== null && !old && !this.isBusy && this.#live === null);
    if (old && !follows) this.sourceTabs.clear();
    else if (run && !old) this.sourceTabs.mark(run, step);
  }

  /** @param {boolean} isBusy */
  #showBusy(isBusy) {
    this.#isBusy = isBusy;
    document.body.classList.toggle("busy", isBusy);
    byId("run-text").textContent = isBusy ? words.runner.stop : words.runner.run;
    setIcon(byId("run"), isBusy ? "stop" : "play");
    if (isBusy && !this.stage.run) byId("sentence").textContent = words.runner.isRunning;
    this.#stale();
  }

  /** @param {unknown} error @param {boolean} stopped @returns {Banner} */
  #troubleOf(error, stopped) {
    if (stopped) return { tone: "note", title: words.runner.stopped, text: words.runner.givenUp };
    if (error instanceof Unreachable) {
      return { tone: "error", title: words.runner.noAnswer, text: words.runner.tryAgain(!this.notices.saving) };
    }
    if (error instanceof Refused) return refusalBanner(error);
    if (error instanceof Missing) return missingBanner(error);
    if (error instanceof Fault) return faultBanner(error);
    console.error(error);
    return { tone: "error", title: words.runner.failed, text: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a run has a step that is not recorded here. @param {Run} run @param {number} number */
function isMissing({ trace }, number) {
  return trace.raw.overview !== null && !trace.has(Math.min(number, trace.runLength));
}

function nothing() {}

/** The sources of the library's modules that ran. @param {Run} of */
async function fetchLibrary({ trace, sources }) {
  const modules = [...new Set(trace.frames.map(({ library }) => library).filter(Boolean))];
  await Promise.all(
    modules.map(async (module) => {
      const text = await librarySource(module, initial.library);
      if (text !== null) sources.set(module, text);
    }),
  );
}
