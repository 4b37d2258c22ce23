// The questions of a program: of all steps at which people predict wrongly (situations.js) the ten most telling. docs/predict.md describes the rule.
// Pure: the same run and the same due misconceptions give the same questions.

import { answerTo } from "./answers.js";
import { questionOf } from "./choices.js";
import { fillers } from "./fillers.js";
import { TELLING } from "./misconceptions.js";
import { draftsAt } from "./situations.js";

/** @import { Question } from "./choices.js" */
/** @import { Run } from "./run.js" */
/** @import { Draft } from "./situation.js" */

/** So many of a program. */
export const MOST = 10;
/** Besides the right one. */
const WRONG = 2;

/** What is asked of a run, in its order. @param {Run} run @param {Set<string>} due the misconceptions that were answered wrongly the last time @returns {Question[]} */
export function choose(run, due) {
  const found = candidates(run);
  const turn = turns(found);
  const isDue = (/** @type {Question} */ one) => Number(due.has(kindOf(one)));
  const telling = (/** @type {Question} */ one) => TELLING[kindOf(one)];
  const inOrder = [...found].sort(
    (a, b) =>
      isDue(b) - isDue(a) || (turn.get(a) ?? 0) - (turn.get(b) ?? 0) || telling(b) - telling(a) || a.prediction.step - b.prediction.step,
  );
  /** @type {Question[]} */
  const chosen = [];
  for (const one of inOrder) {
    if (chosen.length === MOST) break;
    if (chosen.every((other) => areApart(one, other))) chosen.push(one);
  }
  return chosen.sort((a, b) => a.prediction.step - b.prediction.step);
}

/** What is asked at a step that a link names: the most telling question there, else the next chosen one. @param {Run} run @param {number} step @param {Set<string>} due @returns {Question|null} */
export function questionAt(run, step, due) {
  const chosen = choose(run, due);
  const there = chosen.find(({ prediction }) => prediction.step === step);
  if (there) return there;
  const found = candidates(run).filter(({ prediction }) => prediction.step === step);
  const best = found.sort((a, b) => TELLING[kindOf(b)] - TELLING[kindOf(a)]).at(0);
  return best ?? chosen.find(({ prediction }) => prediction.step > step) ?? null;
}

/** Every question that the run could ask. One that a loop comes back to is asked the first time. @param {Run} run @returns {Question[]} */
export function candidates(run) {
  const { trace } = run;
  /** @type {Map<string, Question>} */
  const found = new Map();
  for (let s = 0; s < trace.length; s++) {
    for (const draft of draftsAt(run, s)) {
      const key = `${draft.kind} ${trace.frames[trace.raw.stepFrame[draft.step]].name} ${trace.raw.stepLine[draft.step]}`;
      if (found.has(key)) continue;
      const question = completed(run, draft);
      if (question) found.set(key, question);
    }
  }
  return [...found.values()];
}

/**
 * With as many wrong choices as there are to be, none twice and none of them right. A misconception that happens to predict what is right tells
 * nothing: then there is no question.
 * @param {Run} run @param {Draft} draft @returns {Question|null}
 */
function completed({ trace }, draft) {
  const right = answerTo(trace, draft);
  if (!right || draft.wrong[0].answer === right.answer) return null;
  const seen = new Set([right.answer]);
  const wrong = [...draft.wrong, ...fillers(trace, draft, right)].filter(({ answer }) => !seen.has(answer) && seen.add(answer));
  return questionOf(trace, { ...draft, wrong: wrong.slice(0, WRONG) });
}

/** Of each misconception the first question has the first turn, the second one the second. @param {Question[]} found */
function turns(found) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  return new Map(
    found.map((one) => {
      const turn = counts.get(kindOf(one)) ?? 0;
      counts.set(kindOf(one), turn + 1);
      return [one, turn];
    }),
  );
}

/** Whether one question is answered before the other one is asked. @param {Question} a @param {Question} b */
function areApart(a, b) {
  return a.right.step <= b.prediction.step || b.right.step <= a.prediction.step;
}

/** @param {Question} question */
function kindOf({ prediction }) {
  return prediction.kind ?? "";
}
