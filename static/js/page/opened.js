// What can be in the editor: an example, a lesson's program, a shared one, one's own; and which of them it is at first.

import { read, write } from "../net/kept.js";
import { newId, newProgram } from "../net/saved-programs.js";
import { isOfFiles } from "../net/site.js";
import { unpack } from "../model/long-link.js";
import { inOrder } from "../model/notes.js";
import { HOME, addressOfOwn, ownOfAddress, packedOfAddress, pageOf, programOfAddress } from "../view/address.js";
import { initial } from "./initial.js";
import { words } from "../words/words.js";

/** @import { Note } from "../model/notes.js" */
/** @import { SavedProgram, SavedPrograms } from "../net/saved-programs.js" */
/** @import { Banner } from "../view/banners.js" */
/** @import { Example } from "../view/examples.js" */
/** @import { Lesson } from "./initial.js" */

/**
 * @typedef {object} Opened
 * @property {string} name
 * @property {string} address  that names it
 * @property {string} text
 * @property {string} input  what it reads
 * @property {string} [description]  what its author says about it
 * @property {Note[]} [notes]  those of its author, in the order of their steps
 * @property {string|null} step  the name of the one to show first; null is the most interesting one
 * @property {SavedProgram|null} own  where it is one's own
 * @property {Banner|null} notice  what has to be said about it
 */

/** Under this name the browser keeps the id of one's own program that was open last. */
const LAST = "last";
/** Under this name an earlier edition of the page kept the one program that it could. */
const DRAFT = "draft";

/** @type {Banner} */
const MISSING = { tone: "warning", title: words.opened.missing, text: words.opened.missingMore };
/** @type {Banner} */
const ELSEWHERE = {
  tone: "warning",
  title: words.opened.elsewhere,
  text: words.opened.elsewhereMore,
};

/** @type {Banner} */
const BROKEN = {
  tone: "warning",
  title: words.opened.broken,
  text: words.opened.brokenMore,
};

/** Finds programs by their addresses. */
export class Finder {
  /** Shared programs by address, as far as the page has seen them. @type {Map<string, Opened>} */ #shared = new Map();

  /** @param {SavedPrograms} saved */
  constructor(saved) {
    this.saved = saved;
  }

  /** @param {Opened} program that is not one's own */
  add(program) {
    this.#shared.set(program.address, program);
  }

  /** @param {string} address @returns {Promise<Opened|null>} null where only the server may have it */
  async find(address) {
    const id = ownOfAddress(address);
    if (id) {
      const own = await this.saved.find(id);
      return own && ofOwn(own);
    }
    const shared = this.#shared.get(address);
    const known = [...initial.examples.map(ofExample), ...(initial.lesson ? [ofLesson(initial.lesson)] : [])];
    return known.find((program) => program.address === address) ?? shared ?? (await ofPacked(address));
  }
}

/** The program that the address names; on the home page one's own that was open last, else the first example. @param {SavedPrograms} saved @returns {Promise<Opened>} */
export async function firstProgram(saved) {
  await saved.recover();
  await moveDraft(saved);
  const address = programOfAddress();
  const named = ownOfAddress(address);
  const id = named ?? (address === HOME ? read(LAST) : null);
  const own = id ? await saved.find(id) : null;
  if (own) return ofOwn(own);
  const packed = packedOfAddress(address);
  const carried = packed ? await ofPacked(address) : null;
  if (carried) return carried;
  const { missing } = initial.program;
  const notice = packed ? BROKEN : named ? ELSEWHERE : missing ? MISSING : null;
  if (notice || !isOfFiles || initial.lesson) return { ...ofInitial(), notice };
  // No server has looked which example is asked for.
  const example = initial.examples.map(ofExample).find((one) => one.address === address);
  return example ?? { ...ofInitial(), notice: address === HOME ? null : MISSING };
}

/** @param {Example} example @returns {Opened} */
export function ofExample({ slug, title, source, step }) {
  return {
    name: title,
    address: `/?${new URLSearchParams({ example: slug })}`,
    text: source,
    input: "",
    step: step === null ? null : String(step),
    own: null,
    notice: null,
  };
}

/** The program of the lesson that the page shows. @param {Lesson} lesson @returns {Opened} */
export function ofLesson({ address, title }) {
  const { source, step } = initial.program;
  return { name: title, address, text: source, input: "", step: step === null ? null : String(step), own: null, notice: null };
}

/** Where it has notes, the first one is shown first. @param {string} address @param {{ text: string, input?: string, name?: string|null, description?: string, notes?: Note[] }} of @returns {Opened} */
export function ofShared(address, { text, input = "", name, description = "", notes = [] }) {
  const called = name ?? words.opened.shared(address.split("/").at(-1));
  const step = notes.length ? String(notes[0].step) : null;
  return { name: called, address, text, input, description, notes, step, own: null, notice: null };
}

/** The program that a long link holds; null where it holds none. @param {string} address @returns {Promise<Opened|null>} */
async function ofPacked(address) {
  const carried = await unpack(packedOfAddress(address) ?? "");
  if (!carried) return null;
  const { source, input, title, description, notes = [] } = carried;
  return ofShared(address, { text: source, input, name: title ?? words.opened.fromLink, description, notes: inOrder(notes) });
}

/** @param {SavedProgram} own @returns {Opened} */
export function ofOwn(own) {
  const address = addressOfOwn(own.id, pageOf(own.origin?.address ?? HOME));
  return { name: own.name, address, text: own.text, input: own.input ?? "", notes: own.notes ?? [], step: "0", own, notice: null };
}

/** The home page opens it next time, unless it belongs to a lesson. @param {SavedProgram} own one's own program that is open now */
export function rememberLast({ id, origin }) {
  if (pageOf(origin?.address ?? HOME) === HOME && read(LAST) !== id) write(LAST, id);
}

/** What the server put into the page. */
function ofInitial() {
  const { id, source, input, title, description, notes, example: slug } = initial.program;
  if (initial.lesson) return ofLesson(initial.lesson);
  const example = initial.examples.find((one) => one.slug === slug);
  return example
    ? ofExample(example)
    : ofShared(`/p/${id}`, { text: source, input: input ?? "", name: title, description: description ?? "", notes });
}

/** @param {SavedPrograms} saved */
async function moveDraft(saved) {
  const text = read(DRAFT);
  if (text === null) return;
  const moved = await saved.save(newProgram({ name: words.opened.mine, text, origin: null }), newId()).catch(() => null);
  if (!moved) return; // it stays where it is
  write(DRAFT, null);
  write(LAST, moved.id);
}
