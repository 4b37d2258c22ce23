// My programs: everything that a person wrote or edited here, in a list that can be searched, with earlier versions. They leave as files and come back.

import { hrefOf } from "../net/site.js";
import { byId, h } from "./dom.js";
import { downloadAll, downloadProgram } from "./files.js";
import { importFiles, tell } from "./importing.js";
import { words } from "../words/words.js";

/** @import { Removed, SavedProgram, SavedPrograms, Version } from "../net/saved-programs.js" */

/**
 * @typedef {object} Intents
 * @property {(id: string) => void} openOwn
 * @property {(id: string, text: string) => void} restore
 * @property {() => void} create
 * @property {(id: string, name: string) => Promise<void>} rename
 * @property {string|null} ownId  of the program in the editor
 */

const LONGEST_LINE = 90;
/** How times are written. Made once the list is opened, for making them takes long. @type {{ minute: Intl.DateTimeFormat, second: Intl.DateTimeFormat }|null} */
let forms = null;

export class MyPrograms {
  /** The one changed last first. @type {SavedProgram[]} */ #programs = [];
  /** When their versions were written. @type {{ program: string, at: number }[]} */ #times = [];
  /** Deleted ones, which still have a place in the list for as long as it is open. @type {Map<string, Removed>} */ #removed = new Map();

  /** The ids of those that came from files while the list is open: they are at its top. @type {Set<string>} */ #imported = new Set();

  /** @param {SavedPrograms} saved @param {Intents} intents @param {number} longest  bytes that a program may have */
  constructor(saved, intents, longest) {
    this.saved = saved;
    this.intents = intents;
    this.longest = longest;
    this.dialog = /** @type {HTMLDialogElement} */ (byId("my-programs"));
    this.search = /** @type {HTMLInputElement} */ (byId("my-programs-search"));
    byId("my-programs-open").addEventListener("click", () => this.#open());
    this.search.addEventListener("input", () => this.#draw());
    byId("my-programs-new").addEventListener("click", () => this.#leave(() => intents.create()));
    byId("my-programs-export").addEventListener("click", () => downloadAll(this.#programs));
    this.#takeFiles(byId("my-programs-files"));
  }

  /** @param {HTMLInputElement} field that opens the browser's own choice of files */
  #takeFiles(field) {
    byId("my-programs-import").addEventListener("click", () => field.click());
    field.addEventListener("change", async () => {
      const files = [...(field.files ?? [])];
      field.value = ""; // the same file can be chosen again
      await this.#import(files);
    });
    acceptDrops(async (files) => {
      if (!this.dialog.open) await this.#open();
      await this.#import(files);
    });
  }

  /** @param {File[]} files */
  async #import(files) {
    const report = await importFiles(this.saved, files, this.longest);
    for (const { program } of report.added) this.#imported.add(program.id);
    this.search.value = "";
    await this.#load();
    const place = byId("my-programs-imported");
    place.replaceChildren(
      tell(report, () => {
        place.replaceChildren();
        byId("my-programs-import").focus();
      }),
    );
    byId("my-programs-list").scrollTop = 0;
  }

  async #open() {
    this.search.value = "";
    this.#removed.clear();
    this.#imported.clear();
    byId("my-programs-imported").replaceChildren();
    await this.#load();
    this.dialog.showModal();
    if (this.#programs.length) this.saved.askToKeep();
  }

  async #load() {
    [this.#programs, this.#times] = await Promise.all([this.saved.all(), this.saved.versionTimes()]);
    this.#draw();
  }

  #draw() {
    const wanted = this.search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#programs.filter(({ name, text, origin }) => {
      const all = `${name}\n${origin?.name ?? ""}\n${text}`.toLowerCase();
      return wanted.every((word) => all.includes(word));
    });
    const deleted = wanted.length ? [] : [...this.#removed.values()];
    byId("my-programs-list").replaceChildren(
      ...deleted.map((removed) => this.#deletedRow(removed)),
      ...this.#importedFirst(found).map((program) => this.#row(program)),
    );
    byId("my-programs-count").textContent = this.#programs.length
      ? words.myPrograms.count(found.length, this.#programs.length)
      : words.myPrograms.none;
    byId("my-programs-export").disabled = this.#programs.length === 0;
  }

  /** @param {SavedProgram[]} programs */
  #importedFirst(programs) {
    const isImported = (/** @type {SavedProgram} */ { id }) => this.#imported.has(id);
    return [...programs.filter(isImported), ...programs.filter((program) => !isImported(program))];
  }

  /** @param {SavedProgram} program */
  #row(program) {
    const { id, name, text } = program;
    const isOpen = id === this.intents.ownId;
    const button = (/** @type {string} */ word, /** @type {() => void} */ onclick) =>
      h("button", { type: "button", class: "small", "data-does": `${word} ${id}`, "aria-label": `${word} ${name}`, onclick }, word);
    const row = h(
      "li",
      { class: "my-program", "aria-current": isOpen ? "true" : null },
      h(
        "div",
        { class: "my-program-head" },
        h(
          "button",
          { type: "button", class: "text-button my-program-name", onclick: () => this.#leave(() => this.intents.openOwn(id)) },
          name,
        ),
        isOpen ? h("span", { class: "my-program-mark" }, words.myPrograms.open) : null,
        this.#imported.has(id) ? h("span", { class: "my-program-mark" }, words.myPrograms.imported) : null,
        h("span", { class: "grow" }),
        button(words.myPrograms.rename, () => this.#rename(row, program)),
        button(words.myPrograms.export, () => downloadProgram(program)),
        button(words.myPrograms.delete, () => this.#remove(program)),
      ),
      h("p", { class: "my-program-facts" }, ...this.#facts(program)),
      h("code", { class: "my-program-text" }, firstLine(text)),
      this.#earlierVersions(program),
    );
    return row;
  }

  /** @param {SavedProgram} program */
  #facts({ id, text, origin, changed }) {
    return [
      words.myPrograms.changed,
      timeOf(changed, timeForms().minute),
      ` · ${linesOf(text)}`,
      ...(origin ? [words.myPrograms.from, h("a", { href: hrefOf(origin.address) }, origin.name)] : []),
      ...(this.saved.isUnsaved(id) ? [" · ", h("strong", {}, words.myPrograms.notSaved)] : []),
    ];
  }

  /** @param {SavedProgram} program */
  #earlierVersions({ id, name, changed }) {
    const isEarlier = (/** @type {{ at: number }} */ { at }) => at < changed;
    const count = this.#times.filter((time) => time.program === id && isEarlier(time)).length;
    if (!count) return null;
    const list = h("ul", { "aria-label": words.myPrograms.earlierOf(name) });
    const fill = async () => {
      const versions = await this.saved.versions(id);
      list.replaceChildren(...versions.filter(isEarlier).map((version) => this.#versionRow(version)));
    };
    return h("details", { class: "my-program-versions", ontoggle: fill }, h("summary", {}, words.myPrograms.earlier(count)), list);
  }

  /** @param {Version} version */
  #versionRow({ program, at, text }) {
    const restore = () => this.#leave(() => this.intents.restore(program, text));
    return h(
      "li",
      {},
      timeOf(at, timeForms().second),
      ` · ${linesOf(text)} · `,
      h(
        "button",
        { type: "button", class: "text-button", "aria-label": words.myPrograms.restoreOf(timeForms().second.format(at)), onclick: restore },
        words.myPrograms.restore,
      ),
      h("code", { class: "my-program-text" }, firstLine(text)),
    );
  }

  /** @param {Removed} removed */
  #deletedRow({ program }) {
    if (!program) return "";
    return h(
      "li",
      { class: "my-program deleted" },
      words.myPrograms.deleted(program.name),
      h(
        "button",
        { type: "button", class: "text-button", "data-does": `Undo ${program.id}`, onclick: () => this.#putBack(program.id) },
        words.myPrograms.undo,
      ),
    );
  }

  /** @param {HTMLElement} row @param {SavedProgram} program */
  #rename(row, { id, name }) {
    const field = /** @type {HTMLInputElement} */ (
      h("input", { value: name, required: true, maxlength: 120, "aria-label": words.myPrograms.newName(name) })
    );
    const form = h(
      "form",
      { class: "my-program-head" },
      field,
      h("button", { class: "small" }, words.myPrograms.save),
      h("button", { type: "button", class: "small", onclick: () => close() }, words.myPrograms.cancel),
    );
    const close = async () => {
      await this.#load();
      this.#focus(`${words.myPrograms.rename} ${id}`);
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await this.intents.rename(id, field.value.trim() || name);
      await close();
    });
    row.replaceChildren(form);
    field.select();
  }

  /** @param {SavedProgram} program */
  async #remove({ id }) {
    this.#removed.set(id, await this.saved.remove(id));
    this.search.value = "";
    await this.#load();
    this.#focus(`Undo ${id}`);
  }

  /** @param {string} id */
  async #putBack(id) {
    const removed = this.#removed.get(id);
    this.#removed.delete(id);
    if (removed) await this.saved.putBack(removed);
    await this.#load();
    this.#focus(`${words.myPrograms.delete} ${id}`);
  }

  /** The list was drawn anew, and the focus is to be where somebody would look for it. @param {string} does what the button does */
  #focus(does) {
    /** @type {HTMLElement|null} */ (this.dialog.querySelector(`[data-does="${does}"]`))?.focus();
  }

  /** @param {() => void} forWhat */
  #leave(forWhat) {
    this.dialog.close();
    forWhat();
  }
}

/** Files can be dropped anywhere: a browser would leave the page for one, and the editor write it into the program. @param {(files: File[]) => void} take */
function acceptDrops(take) {
  const page = document.documentElement;
  const mark = (/** @type {boolean} */ on) => page.classList.toggle("dropping", on);
  page.addEventListener(
    "dragover",
    (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = "copy";
      mark(true);
    },
    { capture: true },
  );
  page.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) mark(false);
  });
  page.addEventListener(
    "drop",
    (event) => {
      mark(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (!files.length) return;
      event.preventDefault();
      event.stopPropagation();
      take(files);
    },
    { capture: true },
  );
}

function timeForms() {
  const form = (/** @type {"short"|"medium"} */ timeStyle) => new Intl.DateTimeFormat(words.language, { dateStyle: "medium", timeStyle });
  return (forms ??= { minute: form("short"), second: form("medium") });
}

/** @param {number} at @param {Intl.DateTimeFormat} form */
function timeOf(at, form) {
  return h("time", { datetime: new Date(at).toISOString() }, form.format(at));
}

/** @param {string} text */
function linesOf(text) {
  const count = text.trimEnd() ? text.trimEnd().split("\n").length : 0;
  return words.myPrograms.lines(count);
}

/** The first line with something in it. @param {string} text */
function firstLine(text) {
  const line = text.split("\n").find((one) => one.trim()) ?? "";
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}
