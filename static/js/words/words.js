// The page's own words, in the language of the page: what it says is in a folder for each language, and nowhere else.
// docs/translating.md says how to add a language.

import { de } from "./de/de.js";
import { en } from "./en/en.js";

/** @typedef {typeof en} Words */

/**
 * What people believe, and what is so.
 * @typedef {object} Misconception
 * @property {string} question  as people ask it
 * @property {string} believed  what would have to be so for the wrong answer to be right
 * @property {string} right  what is so
 */

/** @type {Record<string, Words>} */
export const LANGUAGES = { en, de };

/** The language of the document, where there is one. */
export let language = "en";
/** The words of that language. */
export let words = en;

speak(globalThis.document?.documentElement.lang ?? "");

/** @param {string} wanted a language that the page does not know leaves English */
export function speak(wanted) {
  language = wanted in LANGUAGES ? wanted : "en";
  words = LANGUAGES[language];
}
