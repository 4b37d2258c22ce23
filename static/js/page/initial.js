// What the server put into the page.

import { byId } from "../view/dom.js";

/** @import { Addresses } from "../net/interpreter.js" */
/** @import { Example } from "../view/examples.js" */

/** @import { Prediction } from "../model/answers.js" */
/** @import { Condition } from "../model/conditions.js" */
/** @import { Note } from "../model/notes.js" */

/**
 * @typedef {{ address: string, title: string, predictions: Prediction[], change: { holds: Condition[] }|null }} Lesson
 *
 * @typedef {object} Initial
 * @property {{ source: string, input: string|null, title: string|null, description: string|null, id: string|null, example: string|null, step: number|null, notes: Note[], missing: boolean }} program
 * @property {Example[]} examples
 * @property {string} version
 * @property {"codemirror"|"textarea"} editor
 * @property {string|null} editor_bundle  where CodeMirror is, below `/static/`
 * @property {string} library  the edition of the library's sources
 * @property {{ source: number, sentences: Record<string, string> }} limits  the sentence that tells of a program that passed a limit
 * @property {Addresses|null} interpreter  where the one for this browser is; null where it was not built
 * @property {Lesson|null} lesson  that stands beside the program
 */

/** @type {Initial} */
export const initial = JSON.parse(byId("initial").textContent);

/** The trace of the program that the server put there, with it; null where there is none, and after the first time. @param {string} source @param {string} input @returns {any} packed */
export function takeFirstTrace(source, input) {
  const element = document.getElementById("first-trace");
  element?.remove();
  return element && source === initial.program.source && input === (initial.program.input ?? "") ? JSON.parse(element.textContent) : null;
}
