// How far somebody has come in a lesson: which predictions were answered, and whether the program was changed as asked.

import { words } from "../words/words.js";

/** @typedef {{ answers: Record<string, "right"|"wrong">, changed: boolean }} Progress */

/** Under this, with the lesson's address, the browser keeps it. */
export const PROGRESS = "lesson.";
/** @type {Progress} */
const NOTHING = { answers: {}, changed: false };

/** @param {string|null} kept as `written` wrote it @returns {Progress} */
export function progressOf(kept) {
  try {
    const { answers, changed } = JSON.parse(kept ?? "{}");
    return {
      answers: Object.fromEntries(Object.entries(answers ?? {}).filter(([, how]) => how === "right" || how === "wrong")),
      changed: changed === true,
    };
  } catch {
    return NOTHING;
  }
}

/** @param {Progress} progress */
export function written(progress) {
  return JSON.stringify(progress);
}

/** A prediction was answered. The first answer counts. @param {Progress} progress @param {number} place @param {boolean} isRight @returns {Progress} */
export function answered(progress, place, isRight) {
  return { ...progress, answers: { [place]: isRight ? "right" : "wrong", ...progress.answers } };
}

/** The program was changed as asked. @param {Progress} progress @returns {Progress} */
export function changed(progress) {
  return { ...progress, changed: true };
}

/** @param {Progress} progress */
export function doneOf({ answers, changed }) {
  return Object.keys(answers).length + (changed ? 1 : 0);
}

/** Whether every task is done. @param {Progress} progress @param {number} tasks of the lesson */
export function isDone(progress, tasks) {
  return doneOf(progress) > 0 && doneOf(progress) >= tasks;
}

/** @param {Progress} progress @param {number} tasks of the lesson */
export function inWords(progress, tasks) {
  const done = doneOf(progress);
  if (done === 0) return "";
  return isDone(progress, tasks) ? words.progress.done : words.progress.partly(done, tasks);
}
