// The note beside the sentence: its text, which of how many it is, and the ways to the note before and the next.

import { byId } from "./dom.js";
import { words } from "../words/words.js";

/** @import { Note } from "../model/notes.js" */

/** @typedef {{ note: Note|null, place: number, count: number, lost: string, next: Note|null, before: boolean, isOwn: boolean }} Shown  next: the one that comes then; before: whether there is one before */

export class NotesView {
  /** @param {{ go: (direction: 1|-1) => void, edit: () => void }} intents */
  constructor({ go, edit }) {
    this.room = byId("notes");
    byId("note-before").addEventListener("click", () => go(-1));
    byId("note-next").addEventListener("click", () => go(1));
    document.getElementById("note-edit")?.addEventListener("click", edit); // a player has none
  }

  hide() {
    this.room.hidden = true;
  }

  /** @param {Shown} shown */
  show({ note, place, count, lost, next, before, isOwn }) {
    this.room.hidden = false;
    this.room.classList.toggle("has-note", note !== null);
    set("note-count", note ? words.notes.place(place + 1, count, note) : words.notes.count(count, next?.step));
    set("note-text", note?.text ?? "");
    set("note-lost", lost);
    byId("note-before").setAttribute("aria-disabled", String(!before));
    byId("note-next").setAttribute("aria-disabled", String(!next));
    const edit = document.getElementById("note-edit");
    if (edit) edit.hidden = !note || !isOwn;
  }
}

/** A text that is there already is not announced again. @param {string} id @param {string} words */
function set(id, words) {
  const element = byId(id);
  if (element.textContent !== words) element.textContent = words;
  if (id !== "note-count") element.hidden = !words;
}
