// The page's own words, in the language of the page. What it says is in a folder for each language, and nowhere else. docs/translating.md says how to add
// a language.
//
// A bundle has one language, and of that only what it says: the bundler writes the import of that language in the place of `import { words }` of this
// module (static/editor/build.mjs), which is the one way to import it.

import * as de from "./de/de.js";
import * as en from "./en/en.js";

/** @typedef {Omit<typeof en, "language"> & { language: string }} Words */

/**
 * What people believe, and what is so.
 * @typedef {object} Misconception
 * @property {string} question  as people ask it
 * @property {string} believed  what would have to be so for the wrong answer to be right
 * @property {string} right  what is so
 */

/** @type {Record<string, Words>} */
export const LANGUAGES = { en, de };

/** The words of the document's language, where there is a document. @type {Words} */
export let words = en;

speak(globalThis.document?.documentElement.lang ?? "");

/** @param {string} language one that the page does not know leaves English */
export function speak(language) {
  words = LANGUAGES[language] ?? en;
}
