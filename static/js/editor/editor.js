// The one door to the editor. Two stand behind it: CodeMirror, where the server was built with it, and a plain textarea.

import { PlainEditor } from "./plain.js";

/**
 * @typedef {{ line: number, label: string, frame: number }} Badge  a frame that sleeps at a line
 * @typedef {{ line: number, column: number, endLine: number, endColumn: number, message: string }} Trouble  lines and columns from 1
 *
 * @typedef {object} Editor
 * @property {"codemirror"|"textarea"} kind
 * @property {() => string} getText
 * @property {(text: string) => void} setText  tells no change
 * @property {() => void} focus
 * @property {(() => void)|null} find  opens find and replace, where the editor has it
 * @property {((wraps: boolean) => void)|null} setWraps  whether long lines go on in the next row, where the editor can
 * @property {(line: number|null, failed: boolean) => void} showLine  the line that runs
 * @property {(line: number) => void} reveal
 * @property {(badges: Badge[]) => void} showBadges
 * @property {(trouble: Trouble|null) => void} showTrouble
 *
 * @typedef {object} Options
 * @property {string} text
 * @property {string} [label] what screen readers call it
 * @property {boolean} [readOnly]
 * @property {(text: string) => void} [changed]
 * @property {(frame: number) => void} choose  a badge was pressed
 */

const BUNDLE = "/static/editor.js";

/**
 * @param {HTMLElement} parent
 * @param {string} kind what the server says it has
 * @param {Options} options
 * @returns {Promise<Editor>}
 */
export async function openEditor(parent, kind, options) {
  if (kind === "codemirror") {
    try {
      const bundle = await import(BUNDLE);
      return bundle.createEditor(parent, options);
    } catch (error) {
      console.warn("The editor's bundle did not load; a plain textarea takes its place.", error);
    }
  }
  return new PlainEditor(parent, options);
}
