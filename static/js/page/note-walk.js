// Walks through the notes of a program: which one is shown at the step, its pin, its arrow, its lines, and the way to the next. The playground and the
// player in other pages share it.

import { noteAt, noteBeside, placed } from "../model/notes.js";

/** @import { Editor } from "../editor/editor.js" */
/** @import { Note, Placed } from "../model/notes.js" */
/** @import { Run } from "../model/run.js" */
/** @import { NotesView } from "../view/notes.js" */
/** @import { Timeline } from "../view/timeline/timeline.js" */

/** @typedef {{ view: NotesView, timeline: Timeline, editor: Editor, goTo: (step: number) => void }} Parts */

export class NoteWalk {
  /** @type {Note[]} */ #notes = [];
  #isOwn = false;
  /** The place of the note that is shown; -1 for none. */ #shown = -1;
  /** The step at which it is. */ #at = -1;
  #isVeiled = false;
  /** @type {Run|null} */ #run = null;
  /** Those of the run, once it is known. @type {Placed[]} */ #placed = [];
  /** The lines that are marked. */ #lines = "[]";

  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  get notes() {
    return this.#notes;
  }

  /** The place of the note that is shown; -1 for none. */
  get shown() {
    return this.#shown;
  }

  /** @param {Note[]} notes in the order of their steps @param {boolean} isOwn whether whoever looks at them may edit them @param {number} [shown] one of them */
  set(notes, isOwn, shown = -1) {
    this.#notes = notes;
    this.#isOwn = isOwn;
    this.#shown = shown;
    if (shown < 0) this.#at = -1;
    this.#run = null;
  }

  /** To the note after the one that is shown, or before it. @param {1|-1} direction @param {number} number of the step @returns {boolean} whether there is one */
  go(direction, number) {
    const place = this.#beside(number, direction);
    if (place >= 0) this.open(place);
    return place >= 0;
  }

  /** Shows a note, at its step. One that has no step in the run is shown at the run's end. @param {number} place */
  open(place) {
    const run = this.#run;
    if (!run) return;
    this.#shown = place;
    this.#at = this.#placed[place].step ?? run.trace.last;
    this.parts.goTo(this.#at);
  }

  /** @param {Run} run @param {number} step @param {boolean} isVeiled whether what comes after the step is hidden */
  draw(run, step, isVeiled) {
    const { view, timeline } = this.parts;
    this.#isVeiled = isVeiled;
    if (this.#run !== run) {
      this.#run = run;
      this.#lines = ""; // the text of another run may be another one
      this.#placed = this.#notes.map((note) => placed(note, run.trace, run.source));
    }
    const number = run.trace.length ? run.trace.numberOf[step] : 0;
    if (step !== this.#at) {
      this.#at = step;
      this.#shown = noteAt(this.#notes, number);
    }
    const place = this.#shown;
    const shown = this.#placed[place];
    timeline.setNotes(
      this.#placed.map(({ step, until }, i) => (step === null ? null : { step, until, text: this.#notes[i].text })),
      place,
      shown?.arrow ? { ...shown.arrow, step } : null,
    );
    this.#mark(shown?.lines ?? []);
    if (!this.#notes.length) return view.hide();
    view.show({
      note: this.#notes[place] ?? null,
      place,
      count: this.#notes.length,
      lost: shown?.lost ?? "",
      next: this.#notes[this.#beside(number, 1)] ?? null,
      before: this.#beside(number, -1) >= 0,
      isOwn: this.#isOwn,
    });
  }

  /** The place of the note that comes next, or before; -1 where there is none, or where it is hidden. @param {number} number @param {1|-1} direction */
  #beside(number, direction) {
    const place = noteBeside(this.#notes, this.#shown, number, direction);
    return this.#isVeiled && place >= 0 && this.#notes[place].step > number ? -1 : place;
  }

  /** @param {number[]} noted lines of the program */
  #mark(noted) {
    const lines = JSON.stringify(noted);
    if (lines === this.#lines) return;
    this.#lines = lines;
    this.parts.editor.showMarks({ noted });
  }
}
