// Further wrong choices, where the misconceptions of a question have too few: what comes later in the run, or came before.

import { outputAfter } from "./answers.js";
import { NOBODY } from "./trace.js";
import { words } from "../words/words.js";

/** @import { Answer, Prediction, Wrong } from "./answers.js" */
/** @import { Trace } from "./trace.js" */

/** So far from the answer they are looked for. */
const REACH = 200;

/** @param {Trace} trace @param {Pick<Prediction, "ask"|"frame"|"step">} prediction @param {Answer} right @returns {Wrong[]} the nearest first */
export function fillers(trace, prediction, right) {
  const { step } = right;
  const after = range(step + 1, Math.min(trace.last, step + REACH));
  const before = range(Math.max(0, prediction.step - REACH), prediction.step).reverse();
  const told = (/** @type {(s: number) => string|null} */ of, /** @type {"line"|"frame"|"value"} */ what) => [
    ...after.flatMap((s) => wrong(of(s), words.predict.comesLater(what, s))),
    ...before.flatMap((s) => wrong(of(s), words.predict.cameBefore(what, s))),
  ];
  switch (prediction.ask) {
    case "line":
      return told((s) => (trace.raw.events[s] === "line" ? String(trace.raw.stepLine[s]) : null), "line");
    case "frame":
      return told((s) => (trace.active[s] === NOBODY ? null : trace.label(trace.active[s])), "frame");
    case "value":
      return [
        ...told((s) => (trace.raw.events[s] === "suspend" ? (trace.step(s).value?.text ?? "None") : null), "value"),
        { answer: "None", why: words.predict.nothingCameBack },
      ];
    case "output":
      return outputs(trace, step);
    default:
      return [];
  }
}

/** What is printed after that. @param {Trace} trace @param {number} step */
function outputs(trace, step) {
  const found = [];
  for (let next = outputAfter(trace, step); next && next.step <= step + REACH; next = outputAfter(trace, next.step)) {
    found.push({ answer: next.answer, why: words.predict.printedLater(next.step) });
  }
  return found;
}

/** @param {string|null} answer @param {string} why @returns {Wrong[]} */
function wrong(answer, why) {
  return answer === null ? [] : [{ answer, why }];
}

/** @param {number} from @param {number} to @returns {number[]} both of them too */
function range(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
