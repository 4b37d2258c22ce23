// Notes in the playground: whoever writes a program puts them on its steps, everybody walks through them. By button and by key.

import { MOST_NOTES, framesOfProgram, inOrder } from "../model/notes.js";
import { byId } from "../view/dom.js";
import { NoteDialog } from "../view/note-dialog.js";
import { NotesView } from "../view/notes.js";
import { toast } from "../view/toast.js";
import { NoteWalk } from "./note-walk.js";
import { words } from "../words/words.js";

/** @import { Note } from "../model/notes.js" */
/** @import { Key } from "../view/keys.js" */
/** @import { Programs } from "./programs.js" */
/** @import { Stage } from "./stage.js" */

/** @param {Stage} stage @param {Programs} programs @returns {Key[]} */
export function notesHands(stage, programs) {
  const notes = new Notes(stage, programs);
  byId("note-new").addEventListener("click", () => notes.write());
  return [
    { keys: ["k"], shown: "K", does: words.notesHands.keyNext, run: () => notes.go(1) },
    { keys: ["Shift+k"], shown: "Shift K", does: words.notesHands.keyBefore, run: () => notes.go(-1) },
    { keys: ["j"], shown: "J", does: words.notesHands.keyWrite, run: () => notes.write() },
    { keys: ["Shift+j"], shown: "Shift J", does: words.notesHands.keyEdit, run: () => notes.edit() },
  ];
}

class Notes {
  #dialog = new NoteDialog();

  /** @param {Stage} stage @param {Programs} programs */
  constructor(stage, programs) {
    this.stage = stage;
    this.programs = programs;
    this.walk = new NoteWalk({
      view: new NotesView({ go: (direction) => this.go(direction), edit: () => this.edit() }),
      timeline: stage.timeline,
      editor: stage.sourceTabs.program,
      goTo: (step) => (step === stage.step ? stage.draw() : stage.moveTo(step)),
    });
    stage.opensNote = (place) => this.walk.open(place);
    stage.drawers.push(({ run, step }) => this.walk.draw(run, step, stage.isVeiled));
    programs.notesChanged = () => this.#show();
    this.#show();
  }

  /** @param {1|-1} direction */
  go(direction) {
    const { run, step } = this.stage;
    if (!run?.trace.length) return;
    if (!this.walk.notes.length) toast(words.notesHands.none);
    else if (!this.walk.go(direction, run.trace.numberOf[step])) toast(this.#whyNot(direction));
  }

  /** @param {1|-1} direction */
  #whyNot(direction) {
    if (direction > 0 && this.stage.isVeiled) return words.notesHands.hidden;
    return direction > 0 ? words.notesHands.noneAfter : words.notesHands.noneBefore;
  }

  /** Opens the dialogue for a new note. */
  write() {
    const { run, step } = this.stage;
    if (!run?.trace.length) return;
    if (this.walk.notes.length >= MOST_NOTES) return toast(words.notesHands.most(MOST_NOTES));
    this.#open({ step: run.trace.numberOf[step], text: "" }, -1);
  }

  /** Opens it for the note that is shown. */
  edit() {
    const note = this.walk.notes[this.walk.shown];
    if (!note) toast(words.notesHands.noneHere);
    else if (!this.programs.areNotesOwn) toast(words.notesHands.notYours);
    else this.#open(note, this.walk.shown);
  }

  /** @param {Note} note @param {number} place in the list; -1 for a new one */
  #open(note, place) {
    const { run } = this.stage;
    if (!run) return;
    const { trace } = run;
    const others = this.walk.notes.filter((_, i) => i !== place);
    const about = {
      isNew: place < 0,
      lastStep: trace.programSteps.length - 1,
      lastLine: run.source.replace(/\n$/, "").split("\n").length,
      frames: framesOfProgram(trace).map((frame, i) => ({ frame: i, label: trace.label(frame) })),
    };
    this.#dialog.open(note, about, {
      save: (written) => {
        const notes = inOrder([...others, written]);
        this.#keep(notes, notes.indexOf(written));
      },
      remove: () => this.#keep(others, -1),
    });
  }

  /** @param {Note[]} notes @param {number} shown */
  #keep(notes, shown) {
    this.programs.setNotes(notes);
    this.walk.set(notes, true, shown);
    this.stage.draw();
  }

  /** Those of the program that is open now. They are drawn with its run. */
  #show() {
    this.walk.set(this.programs.notes, this.programs.areNotesOwn);
    if (this.programs.runOfShown) this.stage.draw();
  }
}
