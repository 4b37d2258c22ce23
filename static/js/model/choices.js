// What somebody may answer to a prediction: the right answer among the wrong ones, in an order that says nothing of which is which.

import { answerTo } from "./answers.js";
import { NOBODY } from "./trace.js";

/** @import { Answer, Ask, Prediction } from "./answers.js" */
/** @import { Trace } from "./trace.js" */

/**
 * @typedef {{ answer: string, why: string }} Choice  why it is wrong; empty where it is right
 * @typedef {{ prediction: Prediction, right: Answer, choices: Choice[] }} Question
 */

const LOOP = "the event loop";

const STATES = ["created", "running", "suspended", "closed"];

/** What asks a prediction; null where the run has no answer to it. @param {Trace} trace @param {Prediction} prediction @returns {Question|null} */
export function questionOf(trace, prediction) {
  const right = answerTo(trace, prediction);
  if (!right) return null;
  const wrong = prediction.wrong.map((choice) => named(trace, choice)).filter(({ answer }) => answer !== right.answer);
  const choices = [...wrong, { answer: right.answer, why: "" }];
  return { prediction, right, choices: choices.sort((a, b) => inOrder(prediction.ask, a.answer, b.answer)) };
}

/** A lesson, whatever its language, calls the event loop `LOOP`. The choice has the name that its row has. @param {Trace} trace @param {Choice} choice */
function named(trace, choice) {
  return choice.answer === LOOP ? { ...choice, answer: trace.label(NOBODY) } : choice;
}

/** States in the order of a life; lines by number; all else by the alphabet. @param {Ask} ask @param {string} a @param {string} b */
function inOrder(ask, a, b) {
  return ask === "state" ? STATES.indexOf(a) - STATES.indexOf(b) : a.localeCompare(b, "en", { numeric: true });
}
