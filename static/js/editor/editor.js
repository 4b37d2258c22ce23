// The one door to the editor. Two stand behind it: CodeMirror, where the server was built with it, and a plain textarea. CodeMirror comes late, so
// that nothing waits for it.

import { hrefOf } from "../net/site.js";
import { LateEditor } from "./late.js";
import { PlainEditor } from "./plain.js";

/**
 * @typedef {{ line: number, label: string, frame: number }} Badge  a frame that sleeps at a line
 * @typedef {{ line: number|null, failed: boolean }} Running  the line that runs
 * @typedef {{ line: number, column: number, endLine: number, endColumn: number }} Place  a stretch of the text: lines and columns from 1, columns in characters
 * @typedef {Place & { isHead: boolean }} Part  isHead: of a statement over several lines, its first alone
 * @typedef {{ place: Part, look: "running"|"waiting"|"suspended" }} Held  an expression at which a frame goes on, waits for a call, or sleeps
 * @typedef {{ running?: Running, badges?: Badge[], expression?: Part|null, held?: Held[], differing?: number[], noted?: number[] }} Marks  those that changed; differing: lines that another text has not; noted: those that a note points at
 * @typedef {Place & { message: string }} Trouble
 *
 * @typedef {object} Editor
 * @property {"codemirror"|"textarea"} kind
 * @property {Promise<unknown>} ready  settles when it can be written into
 * @property {() => string} getText
 * @property {(text: string) => void} setText  tells no change
 * @property {() => void} focus
 * @property {(() => void)|null} find  opens find and replace, where the editor has it
 * @property {((wraps: boolean) => void)|null} setWraps  whether long lines go on in the next row, where the editor can
 * @property {(marks: Marks) => void} showMarks
 * @property {(line: number) => void} reveal
 * @property {(line: number) => void} toggleStop  whether Play stops at a line
 * @property {(trouble: Trouble|null) => void} showTrouble
 *
 * @typedef {object} Options
 * @property {string} text
 * @property {string} [label] what screen readers call it
 * @property {Record<string, string>} [phrases] what the editor says, by what it says in English
 * @property {(frame: string, line: number) => string} [sleepsAt] what a badge says
 * @property {boolean} [readOnly]
 * @property {(text: string) => void} [changed]
 * @property {(frame: number) => void} choose  a badge was pressed
 * @property {(line: number) => void} [pressed]  a line was, and nothing selected
 * @property {(lines: number[]) => void} [stopsChanged]  the lines at which Play stops are others now; without this there are none
 */

/**
 * @param {HTMLElement} parent
 * @param {string|null} bundle where CodeMirror is, below `/static/`
 * @param {Options} options
 * @returns {Editor}
 */
export function openEditor(parent, bundle, options) {
  return bundle ? new LateEditor(parent, hrefOf(`/static/${bundle}`), options) : new PlainEditor(parent, options);
}
