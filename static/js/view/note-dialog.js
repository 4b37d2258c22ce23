// The dialogue in which a note is written: its text, and what it points at.

import { byId, h } from "./dom.js";
import { words } from "../words/words.js";

/** @import { Note } from "../model/notes.js" */

/**
 * @typedef {object} About
 * @property {boolean} isNew
 * @property {number} lastStep  of the run
 * @property {number} lastLine  of the program
 * @property {{ frame: number, label: string }[]} frames  of the program, by their numbers in notes
 */

/** @typedef {{ save: (note: Note) => void, remove: () => void }} Done */

export class NoteDialog {
  /** @type {Done|null} */ #done = null;
  #step = 0;

  constructor() {
    byId("note-form").addEventListener("submit", () => this.#done?.save(this.#note));
    byId("note-cancel").addEventListener("click", () => byId("note-dialog").close());
    byId("note-delete").addEventListener("click", () => {
      byId("note-dialog").close();
      this.#done?.remove();
    });
    byId("note-last").addEventListener("input", () => this.#checkRange());
    byId("note-first").addEventListener("input", () => this.#checkRange());
  }

  /** @param {Note} note @param {About} about @param {Done} done */
  open(note, { isNew, lastStep, lastLine, frames }, done) {
    const { step, until, text, arrow, lines } = note;
    this.#done = done;
    this.#step = step;
    byId("note-title").textContent = words.noteDialog.title(step, isNew);
    byId("note-words").value = text;
    put("note-until", until, step + 1, Math.max(lastStep, until ?? 0));
    put("note-first", lines?.[0], 1, Math.max(lastLine, lines?.[0] ?? 0));
    put("note-last", lines && lines[1] !== lines[0] ? lines[1] : undefined, 1, Math.max(lastLine, lines?.[1] ?? 0));
    for (const [id, frame] of /** @type {const} */ ([
      ["note-from", arrow?.[0]],
      ["note-to", arrow?.[1]],
    ])) {
      const known = frame === undefined || frames.some((one) => one.frame === frame);
      byId(id).replaceChildren(
        h("option", { value: "" }, words.noteDialog.none),
        ...frames.map((one) => h("option", { value: one.frame }, one.label)),
        ...(known ? [] : [h("option", { value: frame }, words.noteDialog.unknownFrame)]),
      );
      byId(id).value = frame === undefined ? "" : String(frame);
    }
    byId("note-points").open = until !== undefined || arrow !== undefined || lines !== undefined;
    byId("note-delete").hidden = isNew;
    this.#checkRange();
    byId("note-dialog").showModal();
    byId("note-words").focus();
  }

  /** @returns {Note} what is written */
  get #note() {
    const [until, first, last, from, to] = ["note-until", "note-first", "note-last", "note-from", "note-to"].map(numberIn);
    return {
      step: this.#step,
      ...(until === null ? {} : { until }),
      text: byId("note-words").value.replaceAll("\r\n", "\n").trim(),
      ...(from === null || to === null || from === to ? {} : { arrow: [from, to] }),
      ...(first === null ? {} : { lines: [first, last ?? first] }),
    };
  }

  /** A range ends where it begins or later, and an end alone is none. */
  #checkRange() {
    const [first, last] = [numberIn("note-first"), numberIn("note-last")];
    const wrong = last !== null && (first === null || last < first);
    byId("note-last").setCustomValidity(wrong ? words.noteDialog.lastAfterFirst : "");
  }
}

/** @param {string} id @param {number|undefined} value @param {number} least @param {number} most */
function put(id, value, least, most) {
  const field = byId(id);
  field.value = value ?? "";
  field.min = String(least);
  field.max = String(most);
  field.disabled = most < least;
}

/** @param {string} id @returns {number|null} */
function numberIn(id) {
  const { value } = byId(id);
  return value === "" ? null : Number(value);
}
