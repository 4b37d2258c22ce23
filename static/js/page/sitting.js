// A person's work on one program of their own: every edit is saved at once, and no text is lost to a later one.

import { newId } from "../net/saved-programs.js";

/** @import { Note } from "../model/notes.js" */
/** @import { NotSaved, SavedProgram, SavedPrograms } from "../net/saved-programs.js" */

/**
 * @typedef {object} Reports
 * @property {() => void} saved
 * @property {(error: NotSaved) => void} failed
 * @property {(sitting: Sitting, before: string) => void} copied  another tab has changed the program of that name, so this one goes on with a copy
 */

/** An edit that takes away more than half of a text makes a version of it, unless it was shorter than this. */
const SHORT = 20;

export class Sitting {
  #copyId = newId();

  /** @param {SavedPrograms} saved @param {SavedProgram} program @param {Reports} reports */
  constructor(saved, program, reports) {
    this.saved = saved;
    this.program = program;
    this.reports = reports;
  }

  /** @param {string} text */
  edit(text) {
    if (replaces(this.program.text, text)) this.#addVersion();
    this.program = { ...this.program, text, changed: Math.max(Date.now(), this.program.changed + 1) };
    return this.save();
  }

  /** @param {string} input */
  editInput(input) {
    this.program = { ...this.program, input, changed: Math.max(Date.now(), this.program.changed + 1) };
    return this.save();
  }

  /** @param {Note[]} notes */
  editNotes(notes) {
    this.program = { ...this.program, notes, changed: Math.max(Date.now(), this.program.changed + 1) };
    return this.save();
  }

  /** The program ran: what it was then can be gone back to. */
  ran() {
    this.#addVersion();
  }

  /** @param {string} name */
  rename(name) {
    this.program = { ...this.program, name };
  }

  async save() {
    try {
      const { id, name, revision } = await this.saved.save(this.program, this.#copyId);
      const before = this.program;
      this.program = { ...this.program, id, name, revision };
      if (id !== before.id) {
        this.#copyId = newId();
        this.reports.copied(this, before.name);
      }
      this.reports.saved();
    } catch (error) {
      this.reports.failed(/** @type {NotSaved} */ (error));
    }
  }

  #addVersion() {
    const { text, origin } = this.program;
    if (text.trim() && text !== origin?.text) this.saved.addVersion(this.program);
  }
}

/** Whether an edit took away more than half of a text. @param {string} before @param {string} after */
export function replaces(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const taken = before.length - start - end;
  return taken > SHORT && taken * 2 > before.length;
}
