// Which program is in the editor: an example, a shared one, one's own; the address that names it.

import { keepProgram } from "../net/api.js";
import { read, write } from "../net/kept.js";
import { showAddress } from "../view/address.js";
import { Examples } from "../view/examples.js";
import { toast } from "../view/toast.js";
import { initial } from "./initial.js";

/** @import { Editor } from "../editor/editor.js" */
/** @import { Choices } from "../view/choices.js" */
/** @import { Example } from "../view/examples.js" */
/** @import { Runner } from "./runner.js" */
/** @import { Stage } from "./stage.js" */

const DRAFT = "draft";

/** The program that the address names; else the one left here the last time; else the first example. */
export function firstText() {
  const { source } = initial.program;
  return isHome() ? read(DRAFT) ?? source : source;
}

/** The step at which it is shown first: an example has one that tells much. */
export function firstStep() {
  return firstText() === initial.program.source ? String(initial.program.step ?? 0) : "0";
}

/** Keeps one's own program in the browser. @param {string} text @returns {boolean} whether that worked */
export function keepDraft(text) {
  return write(DRAFT, text);
}

export class Programs {
  #examples = new Examples(initial.examples, { open: (example) => this.#openExample(example), openDraft: () => this.#openDraft() });

  /** @param {{ editor: Editor, stage: Stage, choices: Choices, runner: Runner }} parts */
  constructor({ editor, stage, choices, runner }) {
    this.editor = editor;
    this.stage = stage;
    this.choices = choices;
    this.runner = runner;
    this.#examples.show(editor.getText(), read(DRAFT) !== null);
  }

  /** @param {string} text by hand */
  edited(text) {
    const isExample = this.#examples.show(text, true);
    if (!isExample) keepDraft(text);
    if (!isHome()) this.#showAddress("/"); // it named another text
    this.runner.edited();
  }

  async share() {
    const source = this.editor.getText();
    try {
      const { address } = await keepProgram(source);
      const step = this.stage.run?.source === source && this.stage.step > 0 ? this.stage.stepName : null;
      this.#showAddress(address, step);
      const link = location.href;
      const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
      toast(copied ? "Link copied:" : "The link to this program:", link);
    } catch (error) {
      this.runner.tellError(error);
    }
  }

  /** @param {Example} example */
  #openExample(example) {
    this.#load(example.source, `/?example=${example.slug}`);
    return this.runner.run(String(example.step ?? 0));
  }

  #openDraft() {
    const draft = read(DRAFT);
    if (draft === null) return;
    this.#load(draft, "/");
    return this.runner.run("0");
  }

  /** @param {string} text @param {string} address */
  #load(text, address) {
    this.runner.giveUp();
    this.editor.setText(text);
    this.editor.showTrouble(null);
    this.#examples.show(text, read(DRAFT) !== null);
    this.#showAddress(address);
  }

  /** @param {string} address @param {string|null} [step] */
  #showAddress(address, step = null) {
    const { lookInside, byTime } = this.choices;
    showAddress(address, { step, lookInside, byTime });
  }
}

/** Whether the address names no program. */
function isHome() {
  return location.pathname === "/" && location.search === "";
}
