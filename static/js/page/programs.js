// Which program is in the editor: an example, a shared one, one's own. What is edited becomes one's own, and the address names it.

import { sayTheSame } from "../model/notes.js";
import { keepProgram } from "../net/api.js";
import { freeName, newProgram } from "../net/saved-programs.js";
import { hrefOf } from "../net/site.js";
import {
  comparisonWith,
  linkForOthers,
  momentOfAddress,
  pageOf,
  programOfAddress,
  showAddress,
  showStep,
  visitAddress,
} from "../view/address.js";
import { unsavedBanner } from "../view/banners.js";
import { byId } from "../view/dom.js";
import { Examples } from "../view/examples.js";
import { toast } from "../view/toast.js";
import { initial } from "./initial.js";
import { Finder, ofExample, ofLesson, ofOwn, ofShared, rememberLast } from "./opened.js";
import { Sitting } from "./sitting.js";
import { words } from "../words/words.js";

/** @import { Editor } from "../editor/editor.js" */
/** @import { Note } from "../model/notes.js" */
/** @import { Origin, SavedProgram, SavedPrograms } from "../net/saved-programs.js" */
/** @import { Moment } from "../view/address.js" */
/** @import { InputField } from "../view/input-field.js" */
/** @import { Choices } from "../view/choices.js" */
/** @import { Opened } from "./opened.js" */
/** @import { Runner } from "./runner.js" */
/** @import { Reports } from "./sitting.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ editor: Editor, inputField: InputField, stage: Stage, choices: Choices, runner: Runner, saved: SavedPrograms }} Parts */

export class Programs {
  #examples = new Examples(initial.examples, { open: (example) => this.#visit(ofExample(example)), openOwn: (id) => this.openOwn(id) });
  /** Where one's own program is in the editor. @type {Sitting|null} */ #sitting = null;
  /** Called as another program is open, or a copy of it. */ notesChanged = () => {};
  /** Counts what somebody wanted to open. */ #wishes = 0;
  /** One's own, the one changed last first. @type {SavedProgram[]} */ #own = [];

  /** @param {Parts} parts @param {Opened} first */
  constructor({ editor, inputField, stage, choices, runner, saved }, first) {
    this.editor = editor;
    this.inputField = inputField;
    this.stage = stage;
    this.choices = choices;
    this.runner = runner;
    this.saved = saved;
    this.finder = new Finder(saved);
    this.opened = first;
    this.#adopt(first);
    if (pageOf(first.address) !== pageOf(programOfAddress())) location.replace(hrefOf(first.address));
    else if (first.own) showAddress(first.address, momentOfAddress()); // the home page's leaves it open
    if (saved.hasUnsaved) runner.notices.saving = unsavedBanner(false);
    runner.ran = () => this.#sitting?.ran();
    stage.moved = () => this.#stepped();
    byId("reset").addEventListener("click", () => this.#reset());
    saved.watch(() => this.#refresh());
    this.#refresh();
    addEventListener("beforeunload", (event) => {
      if (saved.hasUnsaved) event.preventDefault();
    });
  }

  /** @param {string} text by hand */
  edited(text) {
    this.#change((sitting) => sitting.edit(text));
  }

  /** @param {string} input by hand */
  inputEdited(input) {
    this.#change((sitting) => sitting.editInput(input));
  }

  /** @param {(sitting: Sitting) => void} edit of what becomes one's own with it */
  #change(edit) {
    this.#edit(edit);
    this.runner.edited();
  }

  /** @param {(sitting: Sitting) => void} edit */
  #edit(edit) {
    if (!this.#sitting) this.#copy();
    else this.#goOn();
    if (this.#sitting) edit(this.#sitting);
    const own = this.#sitting?.program;
    if (own) this.#own = [own, ...this.#own.filter(({ id }) => id !== own.id)];
    this.#show();
  }

  /** Those on the steps of what is in the editor. */
  get notes() {
    return this.#sitting?.program.notes ?? this.opened.notes ?? [];
  }

  /** Whether whoever looks at the notes has written them, or has a copy of them. */
  get areNotesOwn() {
    return this.#sitting !== null;
  }

  /** The program becomes one's own with them, as by an edit of its text. @param {Note[]} notes */
  setNotes(notes) {
    this.#edit((sitting) => sitting.editNotes(notes));
  }

  /** What is in the editor, and what it is called. */
  get shown() {
    const { name, description = "" } = this.opened;
    const { notes } = this;
    return { source: this.editor.getText(), input: this.inputField.text, name: this.#sitting?.program.name ?? name, description, notes };
  }

  /** The run of what is in the editor; null where that was changed since. */
  get runOfShown() {
    const { run } = this.stage;
    const { source, input } = this.shown;
    return run?.source === source && run.input === input ? run : null;
  }

  /**
   * Has the server store what is in the editor. The address names that from then on.
   * @param {{ title: string, description: string }} words @param {string|null} step of the link
   * @returns {Promise<string>} the address, without the step
   */
  async share({ title, description }, step) {
    const { source, input, notes } = this.shown;
    const { address } = await keepProgram({
      source,
      input: input || undefined,
      title: title || undefined,
      description: description || undefined,
      notes: notes.length ? notes : undefined,
    });
    this.finder.add(ofShared(address, { text: source, input, name: title || null, description, notes }));
    if (!initial.lesson) {
      this.opened = { ...this.opened, address };
      showAddress(address, this.#moment(step));
    }
    return address;
  }

  /** @param {string} address @param {string|null} step */
  linkTo(address, step) {
    return linkForOthers(address, this.#moment(step));
  }

  /** How it is looked at now, at a step, with the question that is asked. @param {string|null} step */
  #moment(step) {
    return { ...this.look, step, ask: momentOfAddress().ask };
  }

  /** Opens what the address names now. @param {string} address @param {Moment} moment */
  async goTo(address, moment) {
    const program = await this.#latest(this.finder.find(address));
    if (program === undefined) return;
    if (!program) return location.reload(); // the server has it, or says what is wrong
    this.choices.lookInside = moment.lookInside;
    if (this.choices.byTime !== moment.byTime) this.choices.setByTime(moment.byTime);
    if (this.choices.sequence !== moment.sequence) this.choices.setSequence(moment.sequence);
    this.#adopt(program);
    this.#put(program);
    return this.runner.run(moment.step ?? program.step);
  }

  /** Goes to a step of the program that a text beside it speaks of. @param {string} step its name */
  async goToStep(step) {
    const { lesson } = initial;
    if (lesson && !this.isLessons) {
      await this.#visit({ ...ofLesson(lesson), step });
      this.#stepped();
    } else if (this.stage.run) this.stage.moveTo(this.stage.run.trace.stepCalled(step));
  }

  /** Whether the program is the lesson's own, and its run is shown. */
  get isLessons() {
    return this.editor.getText() === initial.program.source && this.stage.run?.source === initial.program.source;
  }

  /** @param {string} id */
  async openOwn(id) {
    const program = await this.#latest(this.saved.find(id));
    if (program) this.#visit(ofOwn(program));
  }

  /** Brings an earlier version of one's own program back. The text that it has now becomes a version. @param {string} id @param {string} text */
  async restore(id, text) {
    if (this.ownId !== id) {
      const program = await this.#latest(this.saved.find(id));
      if (!program) return;
      this.#go(ofOwn(program));
    }
    this.#sitting?.ran();
    this.#put({ text, input: this.inputField.text });
    this.edited(text);
    return this.runner.run("0");
  }

  /** Opens an empty program. */
  async create() {
    const own = await this.#latest(this.saved.all());
    if (!own) return;
    const program =
      own.find(({ text, origin }) => !text && !origin) ??
      newProgram({
        name: freeName(
          words.programs.untitled,
          own.map(({ name }) => name),
        ),
        text: "",
        origin: null,
      });
    this.#visit(ofOwn(program));
    this.#sitting?.save();
    this.editor.focus();
  }

  /** @param {string} id @param {string} name */
  async rename(id, name) {
    if (this.#sitting?.program.id === id) {
      this.#sitting.rename(name);
      this.opened = { ...this.opened, name };
    }
    await this.saved.rename(id, name);
  }

  /** The id of the program in the editor, where it is one's own. */
  get ownId() {
    return this.#sitting?.program.id ?? null;
  }

  get look() {
    return { lookInside: this.choices.lookInside, byTime: this.choices.byTime, sequence: this.choices.sequence };
  }

  /** What was opened is edited: from here on it is a copy, one's own. */
  #copy() {
    const { name, address, text, input, notes = [] } = this.opened;
    const untouched = this.#own.find(
      (program) =>
        program.origin?.address === address && program.text === text && (program.input ?? "") === input && sayTheSame(program.notes, notes),
    );
    const copy =
      untouched ??
      newProgram({
        name: freeName(
          words.programs.editedCopy(name),
          this.#own.map((own) => own.name),
        ),
        text,
        input,
        notes,
        origin: { name, address, text, input, notes },
      });
    this.#go(ofOwn(copy));
    this.notesChanged();
  }

  /** One's own program that was shared since is another text than its link names. */
  #goOn() {
    const address = this.#sitting ? ofOwn(this.#sitting.program).address : this.opened.address;
    if (address === this.opened.address) return;
    this.opened = { ...this.opened, address };
    visitAddress(address, { ...this.look, step: null });
  }

  async #reset() {
    const origin = this.#sitting?.program.origin;
    if (!origin) return;
    const found = await this.#latest(this.finder.find(origin.address));
    if (found === undefined) return;
    await this.#visit({ ...(found ?? ofShared(origin.address, origin)), name: origin.name });
    toast(words.programs.original);
  }

  /** @param {Opened} program */
  #visit(program) {
    if (pageOf(program.address) !== pageOf(this.opened.address)) return location.assign(hrefOf(program.address));
    this.#go(program);
    this.#put(program);
    return this.runner.run(program.step);
  }

  /** @param {Opened} program that is in the editor from now on, a place of its own among those that were visited */
  #go(program) {
    // Going back leads to the program that is left, though the address was perhaps the home page's.
    showAddress(this.opened.address, momentOfAddress());
    visitAddress(program.address, { ...this.look, step: null });
    this.#adopt(program);
  }

  /** @param {{ text: string, input: string }} of what somebody opened */
  #put({ text, input }) {
    this.runner.giveUp();
    this.editor.setText(text);
    this.inputField.setText(input);
    this.editor.showTrouble(null);
    this.notesChanged();
    this.#show();
  }

  /** @param {Opened} program that is in the editor from now on */
  #adopt(program) {
    const { own, notice } = program;
    this.#wishes++;
    this.opened = program;
    this.#sitting = own && new Sitting(this.saved, own, this.#reports());
    this.runner.notices.program = notice;
    if (own) rememberLast(own);
    else this.finder.add({ ...program, notice: null });
    this.#show();
  }

  /** @returns {Reports} of a sitting */
  #reports() {
    const { runner, saved } = this;
    return {
      saved: () => {
        if (!saved.hasUnsaved) runner.notices.saving = null;
        runner.showNotices();
      },
      failed: ({ isFull }) => {
        runner.notices.saving = unsavedBanner(isFull);
        runner.showNotices();
      },
      copied: (sitting, before) => {
        const { name } = sitting.program;
        toast(words.programs.changedElsewhere(before, name));
        if (sitting !== this.#sitting) return;
        rememberLast(sitting.program);
        this.opened = ofOwn(sitting.program);
        showAddress(this.opened.address, momentOfAddress());
        this.#show();
      },
    };
  }

  /** What is to be opened, once it is found; undefined where somebody has wanted something else since. @template T @param {Promise<T>} finding */
  async #latest(finding) {
    const wish = ++this.#wishes;
    const found = await finding;
    return wish === this.#wishes ? found : undefined;
  }

  async #refresh() {
    const saved = await this.saved.all();
    // What was edited while they were read is newer.
    const known = new Map(this.#own.map((own) => [own.id, own]));
    this.#own = saved.map((own) => {
      const edited = known.get(own.id);
      return edited && edited.changed > own.changed ? edited : own;
    });
    this.#show();
  }

  #show() {
    const text = this.editor.getText();
    const program = this.#sitting?.program;
    const name = program?.name ?? this.opened.name;
    this.#examples.show({ text, name, own: program ?? null, others: this.#own.filter(({ id }) => id !== program?.id) });
    byId("reset").hidden = !program?.origin || this.#isLike(program.origin, text);
    byId("compare-open").href = comparisonWith(this.opened.address);
    document.title = `${name} – Stillframe`;
  }

  /** Whether what is in the editor is what it was made from. @param {Origin} origin @param {string} text in the editor */
  #isLike(origin, text) {
    return origin.text === text && (origin.input ?? "") === this.inputField.text && sayTheSame(origin.notes, this.notes);
  }

  /** The address names the step that was taken. */
  #stepped() {
    if (!document.body.classList.contains("stale")) showStep(this.opened.address, this.stage.stepName);
  }
}
