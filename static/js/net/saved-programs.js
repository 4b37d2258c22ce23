// The programs that a person wrote or edited, and earlier versions of their texts: in this browser's IndexedDB, which all its tabs share.
// Each program is a record of its own. A tab that finds its record changed by another tab saves to a new one.
// The database answers later. Until it does, a note in the browser's other store has the text, for the case that the page is closed before.

import { Database, answer } from "./database.js";
import { namesOf, read, write } from "./kept.js";
import { words } from "../words/words.js";

/** @import { Stores } from "./database.js" */
/** @import { Note as StepNote } from "../model/notes.js" */

/**
 * @typedef {{ name: string, address: string, text: string, input?: string, notes?: StepNote[] }} Origin  the example or the shared program that was edited
 *
 * @typedef {object} SavedProgram
 * @property {string} id
 * @property {string} name
 * @property {string} text
 * @property {string} [input]  what it reads, where it reads anything
 * @property {StepNote[]} [notes]  on its steps, where it has any
 * @property {Origin|null} origin  null where it was written from scratch
 * @property {number} created  in milliseconds since 1970
 * @property {number} changed
 * @property {string} revision  another one after each save
 * @property {string} writer  the tab that saved it last
 *
 * @typedef {{ program: string, at: number, text: string }} Version  the text that a program had, and when it was changed to that
 * @typedef {{ program: SavedProgram|undefined, versions: Version[] }} Removed
 * @typedef {{ program: SavedProgram, copyId: string, tab: string }} Note
 */

/** Notes have names of this beginning, then the tab's and the program's id. */
const NOTE = "note.";

/** The browser did not save it. */
export class NotSaved extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(words.savedPrograms.notSaved, { cause });
    /** Whether it has no more room; else it saves nothing at all. */
    this.isFull = cause instanceof DOMException && cause.name === "QuotaExceededError";
  }
}

export class SavedPrograms {
  /** Who writes here. */
  #tab = newId();
  #database = new Database();
  /** What the browser did not save, by id: it lives as long as the page. @type {Map<string, SavedProgram>} */ #unsaved = new Map();
  #others = new BroadcastChannel("stillframe.programs");
  /** @type {() => void} */ #changed = () => {};

  /** @param {() => void} changed called as programs come, go or get another name, in this tab or another one */
  watch(changed) {
    this.#changed = changed;
    this.#others.addEventListener("message", changed);
  }

  get hasUnsaved() {
    return this.#unsaved.size > 0;
  }

  /** @param {string} id */
  isUnsaved(id) {
    return this.#unsaved.has(id);
  }

  /** All of them, the one changed last first. @returns {Promise<SavedProgram[]>} */
  async all() {
    /** @type {SavedProgram[]} */
    const saved = await this.#database.transact("readonly", ({ programs }) => answer(programs.getAll())).catch(() => []);
    const byId = new Map([...saved.map((program) => /** @type {const} */ ([program.id, program])), ...this.#unsaved]);
    return [...byId.values()].sort((one, other) => other.changed - one.changed || one.name.localeCompare(other.name));
  }

  /** @param {string} id @returns {Promise<SavedProgram|null>} */
  async find(id) {
    const unsaved = this.#unsaved.get(id);
    if (unsaved) return unsaved;
    return this.#database
      .transact("readonly", ({ programs }) => answer(programs.get(id)))
      .then(
        (found) => found ?? null,
        () => null,
      );
  }

  /**
   * Saves a program and answers it as it is saved now: under the other id where another tab has changed it since it was read.
   * @param {SavedProgram} program @param {string} copyId @returns {Promise<SavedProgram>}
   */
  save(program, copyId) {
    const note = { program, copyId, tab: this.#tab };
    write(nameOf(note), JSON.stringify(note));
    return this.#store(note);
  }

  /** Saves programs that are new here: all of them, or else none. @param {SavedProgram[]} added */
  async add(added) {
    if (!added.length) return;
    const own = added.map((program) => ({ ...program, revision: newId(), writer: this.#tab }));
    try {
      await this.#database.transact("readwrite", async ({ programs }) => {
        for (const program of own) programs.put(program);
      });
    } catch (error) {
      for (const program of own) this.#unsaved.set(program.id, program);
      throw new NotSaved(error);
    } finally {
      this.#tell();
    }
  }

  /** Saves what was noted by a page that was closed before it could. */
  async recover() {
    for (const name of namesOf(NOTE)) {
      /** @type {Note|null} */
      const note = JSON.parse(read(name) ?? "null");
      if (note) await this.#store(note).catch(() => {}); // the note stays
    }
  }

  /** @param {Note} note */
  async #store(note) {
    const { program } = note;
    try {
      const { saved, isNew } = await this.#database.transact("readwrite", ({ programs }) => put(programs, note));
      if (read(nameOf(note)) === JSON.stringify(note)) write(nameOf(note), null);
      if (this.#unsaved.delete(program.id) || isNew) this.#tell();
      return saved;
    } catch (error) {
      const isNew = !this.#unsaved.has(program.id);
      this.#unsaved.set(program.id, program);
      if (isNew) this.#changed();
      throw new NotSaved(error);
    }
  }

  /** Asks the browser to keep them even when it has little room left. */
  askToKeep() {
    return navigator.storage?.persist?.();
  }

  /** @param {string} id @param {string} name */
  async rename(id, name) {
    const unsaved = this.#unsaved.get(id);
    if (unsaved) this.#unsaved.set(id, { ...unsaved, name });
    await this.#changeList(async ({ programs }) => {
      const saved = await answer(programs.get(id));
      if (saved) await answer(programs.put({ ...saved, name }));
    });
  }

  /** Saves the text that a program has now as a version, if it is not the last one already. @param {SavedProgram} program */
  addVersion({ id, text, changed }) {
    return this.#database
      .transact("readwrite", async ({ versions }) => {
        const last = await answer(versions.openCursor(versionsOf(id), "prev"));
        if (last?.value.text !== text) await answer(versions.put({ program: id, at: changed, text }));
      })
      .catch(() => {}); // the text itself is saved, or it is said that it is not
  }

  /** The versions of a program, the newest first. @param {string} id @returns {Promise<Version[]>} */
  versions(id) {
    return this.#database
      .transact("readonly", ({ versions }) => answer(versions.getAll(versionsOf(id))))
      .then(
        (found) => found.reverse(),
        () => [],
      );
  }

  /** When each version of each program was the newest. @returns {Promise<{ program: string, at: number }[]>} */
  async versionTimes() {
    const keys = await this.#database.transact("readonly", ({ versions }) => answer(versions.getAllKeys())).catch(() => []);
    return /** @type {[string, number][]} */ (keys).map(([program, at]) => ({ program, at }));
  }

  /** @param {string} id @returns {Promise<Removed>} what `putBack` takes */
  async remove(id) {
    const unsaved = this.#unsaved.get(id);
    this.#unsaved.delete(id);
    for (const name of namesOf(NOTE)) if (name.endsWith(`.${id}`)) write(name, null);
    const removed = await this.#changeList(async ({ programs, versions }) => {
      const found = { program: await answer(programs.get(id)), versions: await answer(versions.getAll(versionsOf(id))) };
      programs.delete(id);
      versions.delete(versionsOf(id));
      return found;
    });
    return { program: unsaved ?? removed?.program, versions: removed?.versions ?? [] };
  }

  /** @param {Removed} removed */
  async putBack({ program, versions: old }) {
    if (!program) return;
    const done = await this.#changeList(async ({ programs, versions }) => {
      programs.put(program);
      for (const version of old) versions.put(version);
      return true;
    });
    if (done) return;
    this.#unsaved.set(program.id, program);
    this.#changed();
  }

  /** Where the browser refuses it, the list stays as it is. @template T @param {(stores: Stores) => Promise<T>} work */
  async #changeList(work) {
    const done = await this.#database.transact("readwrite", work).catch(() => undefined);
    this.#tell();
    return done;
  }

  #tell() {
    this.#others.postMessage("changed");
    this.#changed();
  }
}

/** A program that was not saved yet. @param {Pick<SavedProgram, "name"|"text"|"input"|"notes"|"origin">} of @returns {SavedProgram} */
export function newProgram({ name, text, input = "", notes = [], origin }) {
  const now = Date.now();
  return { id: newId(), name, text, input, notes, origin, created: now, changed: now, revision: "", writer: "" };
}

/** The name, with a number where others have it: `Throw`, `Throw (2)`. @param {string} name @param {string[]} others */
export function freeName(name, others) {
  const stem = name.replace(/ \(\d+\)$/, "");
  const taken = new Set(others);
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${stem} (${n})`;
  return free;
}

/** @param {Note} note */
function nameOf({ program, tab }) {
  return `${NOTE}${tab}.${program.id}`;
}

/** Letters and digits that no two programs share. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join("");
}

/** @param {IDBObjectStore} programs @param {Note} note */
async function put(programs, { program, copyId, tab }) {
  /** @type {SavedProgram|undefined} */
  const stored = await answer(programs.get(program.id));
  if (stored?.writer === tab && stored.changed >= program.changed) return { saved: stored, isNew: false }; // a note of what was saved
  const revision = newId();
  const isTaken = stored && stored.writer !== tab && stored.revision !== program.revision && !isSameWork(stored, program);
  const saved = isTaken
    ? {
        ...program,
        id: copyId,
        name: freeName(program.name, await namesBeside(programs, copyId)),
        created: program.changed,
        revision,
        writer: tab,
      }
    : { ...program, name: stored?.name ?? program.name, revision, writer: tab };
  const isNew = !stored || (isTaken && !(await answer(programs.getKey(copyId))));
  await answer(programs.put(saved));
  return { saved, isNew };
}

/** @param {SavedProgram} one @param {SavedProgram} other */
function isSameWork(one, other) {
  return one.text === other.text && one.input === other.input && JSON.stringify(one.notes ?? []) === JSON.stringify(other.notes ?? []);
}

/** @param {IDBObjectStore} programs @param {string} id */
async function namesBeside(programs, id) {
  /** @type {SavedProgram[]} */
  const all = await answer(programs.getAll());
  return all.filter((program) => program.id !== id).map(({ name }) => name);
}

/** @param {string} id */
function versionsOf(id) {
  return IDBKeyRange.bound([id], [id, []]);
}
