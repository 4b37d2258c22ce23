// The notes that an author put on the steps of a program: which one belongs to a step, the way from one to the next, and what is left of what they
// point at in another run. Pure.
//
// A note names steps, frames and lines by numbers that hold whether the library is looked into or not: those of the program's own steps and frames.

import { words } from "../words/words.js";

/** @import { Trace } from "./trace.js" */

/**
 * @typedef {object} Note
 * @property {number} step
 * @property {number} [until]  the last step of a range that begins there
 * @property {string} text
 * @property {[number, number]} [arrow]  from a frame to another one
 * @property {[number, number]} [lines]  the first and the last of a range
 *
 * @typedef {object} Placed  a note in a run
 * @property {number|null} step  of the trace; null where the run is too short
 * @property {number|null} until
 * @property {{ from: number, to: number }|null} arrow  frames of the trace
 * @property {number[]} lines  those that are in the program
 * @property {string} lost  what is not there, in words; empty where all is
 */

/** The server has the same limits (server/src/notes.rs). */
export const MOST_NOTES = 40;
export const MOST_LETTERS = 500;

/** No run has more steps, frames or lines. */
const HIGHEST = 0xffffffff;

/** Whether a link holds notes, and no more than there may be. @param {any} notes @returns {notes is Note[]} */
export function areNotes(notes) {
  return Array.isArray(notes) && notes.length <= MOST_NOTES && notes.every(isNote);
}

/** In the order of their steps. @param {Note[]} notes */
export function inOrder(notes) {
  return [...notes].sort((one, other) => one.step - other.step);
}

/** Whether they say the same. @param {Note[]|undefined} some @param {Note[]|undefined} others */
export function sayTheSame(some = [], others = []) {
  return JSON.stringify(some) === JSON.stringify(others);
}

/** The note of a step: one that begins there, or else the last one whose range it is in; -1 for none. @param {Note[]} notes @param {number} number of the step */
export function noteAt(notes, number) {
  const own = notes.findIndex(({ step }) => step === number);
  return own >= 0 ? own : notes.findLastIndex(({ step, until = step }) => step <= number && number <= until);
}

/**
 * The note after the one that is shown, or before it; where none is shown, after or before the step. -1 for none.
 * @param {Note[]} notes @param {number} shown @param {number} number of the step @param {1|-1} direction
 */
export function noteBeside(notes, shown, number, direction) {
  if (shown >= 0) return shown + direction < notes.length ? shown + direction : -1;
  return direction > 0 ? notes.findIndex(({ step }) => step > number) : notes.findLastIndex(({ step }) => step < number);
}

/** The frames of the program itself: a note counts no others. @param {Trace} trace */
export function framesOfProgram(trace) {
  return trace.frames.flatMap(({ library }, frame) => (library ? [] : [frame]));
}

/** What a note points at in a run. @param {Note} note @param {Trace} trace @param {string} source @returns {Placed} */
export function placed({ step, until, arrow, lines }, trace, source) {
  const last = trace.runLength;
  const frames = arrow ? framesOfProgram(trace) : [];
  const ends = arrow && arrow[0] in frames && arrow[1] in frames ? { from: frames[arrow[0]], to: frames[arrow[1]] } : null;
  const count = source.replace(/\n$/, "").split("\n").length;
  const marked = lines ? numbersFrom(lines[0], Math.min(lines[1], count)) : [];
  const lost = [
    step > last ? words.lostNotes.step(step, Math.max(0, last)) : "",
    step <= last && !trace.has(step) ? words.lostNotes.unrecorded(step) : "",
    arrow && !ends ? words.lostNotes.arrow : "",
    lines && lines[1] > count ? words.lostNotes.line(Math.max(lines[0], count + 1)) : "",
  ];
  return {
    step: trace.has(step) ? trace.stepNumbered(step) : null,
    until: until === undefined || !trace.has(step) ? null : trace.stepNumbered(until),
    arrow: ends,
    lines: marked,
    lost: lost.filter(Boolean).join(" "),
  };
}

/** @param {any} note */
function isNote(note) {
  const { step, until, text, arrow, lines } = note ?? {};
  if (typeof text !== "string" || !text.trim() || [...text].length > MOST_LETTERS || !isNumber(step)) return false;
  if (until !== undefined && !(isNumber(until) && until > step)) return false;
  return (arrow === undefined || isPair(arrow)) && (lines === undefined || (isPair(lines) && 1 <= lines[0] && lines[0] <= lines[1]));
}

/** @param {any} pair */
function isPair(pair) {
  return Array.isArray(pair) && pair.length === 2 && pair.every(isNumber);
}

/** @param {any} number */
function isNumber(number) {
  return Number.isInteger(number) && number >= 0 && number <= HIGHEST;
}

/** @param {number} first @param {number} last */
function numbersFrom(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
