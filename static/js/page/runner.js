// Has the editor's text run, by the interpreter in this browser or by the server, and says what came of it: a run for the stage, or what went wrong.

import { interestingStep } from "../model/jumps.js";
import { Run } from "../model/run.js";
import { Refused, Unreachable, librarySource } from "../net/api.js";
import { Missing } from "../net/interpreter.js";
import { Runs } from "../net/runs.js";
import { Fault } from "../net/wasi.js";
import { bannersOf, faultBanner, missingBanner, refusalBanner, showBanners, syntaxBanner, waitingBanner } from "../view/banners.js";
import { byId, setIcon } from "../view/dom.js";
import { Hint } from "../view/hint.js";
import { initial, takeFirstTrace } from "./initial.js";

/** @import { Editor } from "../editor/editor.js" */
/** @import { How, Text } from "../net/api.js" */
/** @import { Outcome } from "../model/packed.js" */
/** @import { Banner } from "../view/banners.js" */
/** @import { Choices } from "../view/choices.js" */
/** @import { InputField } from "../view/input-field.js" */
/** @import { SourceTabs } from "../view/source-tabs.js" */
/** @import { Stage } from "./stage.js" */

export class Runner {
  /** @type {AbortController|null} while a program runs */ #underway = null;
  /** What is wrong with the page or its last answer. @type {Banner[]} */ #troubles = [];
  /** How many programs run before the one that is under way. */ #place = 0;
  /** What has to be said about the program that is open, and about saving it. @type {{ program: Banner|null, saving: Banner|null }} */
  notices = { program: null, saving: null };
  /** Called with each run that begins. */ ran = () => {};
  /** Called with each run once it is shown. @type {(run: Run) => void} */ showed = () => {};
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

  get isBusy() {
    return this.#underway !== null;
  }

  /** Runs the text of the editor and shows what happened. @param {string|null} [step] the name of the one to stand at; null is the most interesting one */
  async run(step = this.stage.stepName) {
    if (this.#underway) return;
    const source = this.editor.getText();
    const input = this.inputField.text;
    const controller = new AbortController();
    this.#underway = controller;
    this.ran();
    this.#showBusy();
    try {
      const library = this.choices.lookInside;
      const packed =
        (!library && takeFirstTrace(source, input)) ||
        (await this.#traceOf({ source, input: input || undefined, library, top_level_await: true }, controller));
      const next = new Run(packed, source, input);
      await fetchLibrary(next);
      if (this.#underway !== controller) return; // another program was opened meanwhile
      this.#troubles = [];
      if (packed.outcome.outcome === "syntax_error") this.#misspelt(packed.outcome);
      else if (next.trace.length === 0) this.#troubles = bannersOf(next, initial.limits.sentences);
      else this.#adopt(next, step);
    } catch (error) {
      if (this.#underway !== controller) return;
      this.#troubles = [this.#troubleOf(error, controller.signal.aborted)];
    }
    this.#underway = null;
    this.#showBusy();
    this.showNotices();
  }

  /** @param {Text & How} program @param {AbortController} controller @returns {Promise<any>} the packed trace */
  async #traceOf(program, controller) {
    const packed = await this.#runs.trace(program, controller.signal, (place) => this.#waits(controller, place));
    byId("runs-where").textContent = this.#runs.where;
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
  }

  /** The text is another one now: what was wrong with it is forgotten. */
  edited() {
    this.editor.showTrouble(null);
    this.#troubles = [];
    this.showNotices();
    this.#stale();
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
    showBanners([
      ...(this.#place ? [waitingBanner(this.#place)] : []),
      ...(saving ? [saving] : []),
      ...(program ? [program] : []),
      ...this.#troubles,
      ...(run && !hidesEnd ? bannersOf(run, initial.limits.sentences) : []),
    ]);
  }

  /** @param {AbortController} controller of a run @param {number} place in the queue */
  #waits(controller, place) {
    const now = this.#underway === controller ? place : 0;
    if (now === this.#place) return;
    this.#place = now;
    this.showNotices();
  }

  /** @param {Run} next @param {string|null} step */
  #adopt(next, step) {
    this.sourceTabs.prepare(next.trace.hasLibrary);
    if (next.trace.outcome.input_asked) this.inputField.offer();
    this.editor.showTrouble(null);
    this.stage.show(next, step ?? next.trace.stepName(interestingStep(next.trace)));
    this.choices.show(next.whyNotByTime);
    this.showed(next);
  }

  /** @param {Outcome} outcome */
  #misspelt(outcome) {
    const { line = 1, column = 1, end_line = line, end_column = column + 1, message = "invalid syntax" } = outcome;
    this.editor.showTrouble({
      line,
      column,
      endLine: end_line,
      endColumn: end_column,
      message: `${outcome.type ?? "SyntaxError"}: ${message}`,
    });
    this.#troubles = [syntaxBanner(outcome, this.stage.run !== null)];
    if (!this.stage.run) byId("sentence").textContent = "The program did not run.";
  }

  /** Greys what belongs to an earlier text. */
  #stale() {
    const { run, step } = this.stage;
    const old = run !== null && (run.source !== this.editor.getText() || run.input !== this.inputField.text);
    byId("stale").hidden = !old || this.isBusy || this.#troubles.length > 0;
    document.body.classList.toggle("stale", old);
    this.#hint.show(run !== null && !old && !this.isBusy);
    if (old) this.sourceTabs.clear();
    else if (run) this.sourceTabs.mark(run, step);
  }

  #showBusy() {
    document.body.classList.toggle("busy", this.isBusy);
    byId("run-text").textContent = this.isBusy ? "Stop" : "Run";
    setIcon(byId("run"), this.isBusy ? "stop" : "play");
    if (this.isBusy && !this.stage.run) byId("sentence").textContent = "The program is being run.";
    this.#stale();
  }

  /** @param {unknown} error @param {boolean} stopped @returns {Banner} */
  #troubleOf(error, stopped) {
    if (stopped) return { tone: "note", title: "Stopped.", text: "The run was given up. Change the program or run it again." };
    if (error instanceof Unreachable) {
      const kept = this.notices.saving ? "Copy your program before you leave." : "What you wrote is saved in this browser.";
      return { tone: "error", title: "The server does not answer.", text: `${kept} Try Run again in a moment.` };
    }
    if (error instanceof Refused) return refusalBanner(error);
    if (error instanceof Missing) return missingBanner(error);
    if (error instanceof Fault) return faultBanner(error);
    console.error(error);
    return { tone: "error", title: "The page failed.", text: error instanceof Error ? error.message : String(error) };
  }
}

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
