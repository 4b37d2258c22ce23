// Programs come back from files. Nothing that is saved already is overwritten, and no text is saved twice.

import { NotSaved, freeName, newProgram } from "../net/saved-programs.js";
import { h } from "./dom.js";
import { readPrograms } from "./read-files.js";
import { words } from "../words/words.js";

/** @import { SavedProgram, SavedPrograms } from "../net/saved-programs.js" */
/** @import { Found, Refusal } from "./read-files.js" */

/**
 * @typedef {object} Report
 * @property {{ program: SavedProgram, found: Found }[]} added
 * @property {{ name: string, found: Found }[]} known  texts that a program of that name has already
 * @property {Refusal[]} refused
 * @property {NotSaved|null} unsaved  why the added ones will be gone with the page
 */

/** @param {SavedPrograms} saved @param {File[]} files @param {number} longest  bytes that a program may have @returns {Promise<Report>} */
export async function importFiles(saved, files, longest) {
  const { found, refused } = await readPrograms(files, longest);
  const { added, known } = newAmong(found, await saved.all());
  const unsaved = await saved.add(added.map(({ program }) => program)).then(
    () => null,
    (error) => error,
  );
  if (unsaved && !(unsaved instanceof NotSaved)) throw unsaved;
  return { added, known, refused, unsaved };
}

/** What came of it, as elements. @param {Report} report @param {() => void} dismiss */
export function tell({ added, known, refused, unsaved }, dismiss) {
  const lines = [
    ...refused.map(({ file, why }) => line(file, why)),
    ...known.map(({ name, found }) => line(found.file, words.importing.known(name))),
    ...added
      .filter(({ program, found }) => program.name !== found.name)
      .map(({ program, found }) => line(found.file, words.importing.renamed(found.name, program.name))),
  ];
  return h(
    "div",
    { class: `imported ${refused.length || unsaved ? "warning" : "note"}` },
    h(
      "div",
      { class: "imported-head" },
      h(
        "p",
        {},
        h("strong", {}, words.importing.summary(added.length, known.length, refused.length)),
        unsaved ? ` ${whyUnsaved(unsaved)}` : null,
      ),
      h("button", { type: "button", class: "small", onclick: dismiss }, words.importing.ok),
    ),
    lines.length ? h("ul", { class: "imported-files", tabindex: 0, "aria-label": words.importing.files }, ...lines) : null,
  );
}

/** Which of them are new. @param {Found[]} found @param {SavedProgram[]} programs that are saved already @returns {Pick<Report, "added"|"known">} */
function newAmong(found, programs) {
  /** @type {Pick<Report, "added"|"known">} */
  const { added, known } = { added: [], known: [] };
  const names = programs.map(({ name }) => name);
  const nameOfText = new Map(programs.map(({ name, text }) => [text, name]));
  for (const one of found) {
    const same = nameOfText.get(one.text);
    if (same !== undefined) {
      known.push({ name: same, found: one });
      continue;
    }
    const name = freeName(one.name, names);
    names.push(name);
    nameOfText.set(one.text, name);
    added.push({
      program: { ...newProgram({ name, text: one.text, origin: null }), created: one.changed, changed: one.changed },
      found: one,
    });
  }
  return { added, known };
}

/** @param {string} file @param {string} words */
function line(file, words) {
  return h("li", {}, h("strong", {}, file), ` ${words}`);
}

/** @param {NotSaved} error */
function whyUnsaved({ isFull }) {
  return words.importing.unsaved(isFull);
}
