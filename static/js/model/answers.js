// What comes next, read from the trace: the right answer to a prediction, and the step that shows it. Nothing here is guessed, and nothing is read out
// of a text. Predictions come from questions.js, and from the lessons.

import { countUpTo } from "./search.js";
import { NOBODY } from "./trace.js";
import { handsOn } from "./waiting.js";

/** @import { EventName } from "./packed.js" */
/** @import { Step, Trace } from "./trace.js" */

/**
 * `state`: in which state a frame is then; `frame`: which frame runs next; `line`: which line runs next; `value`: what a request gives back;
 * `output`: what is printed next.
 * @typedef {"state"|"frame"|"line"|"value"|"output"} Ask
 *
 * @typedef {{ answer: string, why: string }} Wrong  a wrong choice, and why it is wrong
 *
 * @typedef {object} Prediction  the program's steps only: a trace with the library's frames has other numbers
 * @property {number} step  at which it is asked: the page stands there and shows nothing that comes later
 * @property {Ask} ask
 * @property {number} [frame]  whose state, line or value it is; `state` needs it
 * @property {number} [until]  the step that shows the answer; else the first that does
 * @property {string} text  the question in words
 * @property {Wrong[]} wrong
 * @property {string} [because]  why the right answer is right
 * @property {string} [kind]  the misconception that it is about, see misconceptions.js
 *
 * @typedef {object} Answer
 * @property {string} answer  a state; a frame as `trace.label` names it; the number of a line; a value as the trace shows it; a line of output
 * @property {number} step  the step that shows it
 * @property {number|null} frame  the frame that is the answer, or whose line it is
 */

/** @type {Set<EventName>} */
const OUT = new Set(["suspend", "return", "raise"]);
/** With these a frame that ends raises StopIteration where it was asked. */
const ASKED = new Set(["next", "send", "throw", "anext", "asend", "athrow"]);

/**
 * The right answer; null where the run has none: it ends before.
 * @param {Trace} trace @param {Prediction} prediction @returns {Answer|null}
 */
export function answerTo(trace, prediction) {
  const { ask } = prediction;
  if (ask === "output") return outputAfter(trace, prediction.step);
  const step = prediction.until ?? shownAt(trace, prediction);
  if (step < 0 || step >= trace.length) return null;
  switch (ask) {
    case "line":
      return { answer: String(trace.raw.stepLine[step]), step, frame: trace.raw.stepFrame[step] };
    case "frame":
      return { answer: trace.label(trace.active[step]), step, frame: trace.active[step] };
    case "value":
      return { answer: valueOf(trace, step), step, frame: null };
    default: {
      const state = trace.stateAt(prediction.frame ?? -1, step);
      return state && { answer: state, step, frame: prediction.frame ?? null };
    }
  }
}

/** The step that shows the answer; -1 where none does. @param {Trace} trace @param {Prediction} prediction */
function shownAt(trace, { ask, step, frame }) {
  switch (ask) {
    case "line":
      return nextStep(trace, step, (s) => trace.raw.events[s] === "line" && (frame === undefined || trace.raw.stepFrame[s] === frame));
    case "frame":
      return handover(trace, step);
    case "value":
      return frame === undefined ? endOfRequest(trace, step) : nextOf(trace, frame, step, givesBack);
    default:
      return nextOf(trace, trace.active[step], step, (at) => at.event !== "create" && at.event !== "drop");
  }
}

/**
 * Where control is another frame's for the first time, and nobody hands it on any more. A frame that a throw has passed by hands on what its delegate
 * yields without a step of its own: it sleeps at once.
 * @param {Trace} trace @param {number} step
 */
export function handover(trace, step) {
  const { active } = trace;
  const sleeps = (/** @type {number} */ s) => trace.stateAt(active[s], s) === "suspended";
  let s = nextStep(trace, step, (s) => active[s] !== active[step]);
  while (s >= 0 && s < trace.last && (handsOn(trace, s) || active[s] === NOBODY || sleeps(s))) s++;
  return s;
}

/** Where the next request ends that the frame in control makes. @param {Trace} trace @param {number} step */
function endOfRequest(trace, step) {
  const by = trace.active[step];
  const request = nextStep(trace, step, (s) => {
    const { event, peer } = trace.step(s);
    return (event === "resume" || event === "call") && peer === by;
  });
  return request < 0 ? -1 : endOf(trace, request);
}

/** The step at which a frame gives back what a step asks it for; -1 where it never does. @param {Trace} trace @param {number} request */
export function endOf(trace, request) {
  return nextOf(trace, trace.raw.stepFrame[request], request, givesBack);
}

/**
 * Whether a step of a frame gives something back to whoever asked. A frame that is awaited or delegated to does only at its end: its suspensions go
 * past whoever delegates.
 * @param {Step} step @param {Trace} trace
 */
function givesBack({ event, index }, trace) {
  if (event !== "suspend") return OUT.has(event);
  const entry = trace.entryAt[index];
  const how = entry < 0 ? "" : trace.step(entry).how;
  return how !== "await" && how !== "yield from";
}

/** What a step gives back. @param {Trace} trace @param {number} index */
export function valueOf(trace, index) {
  const { event, frame, value } = trace.step(index);
  const text = value?.text ?? "None";
  const entry = trace.entryAt[index];
  const how = entry < 0 ? "" : trace.step(entry).how;
  if (event === "raise") return trace.isOrderlyClose(index) ? "None" : text;
  if (event !== "return" || !frame.sleeps) return text;
  if (how === "close" || how === "aclose") return "None";
  if (!ASKED.has(how)) return text;
  return stop(frame.kind === "async_generator" ? "StopAsyncIteration" : "StopIteration", text);
}

/** @param {string} name @param {string} text of the value that it carries */
export function stop(name, text) {
  return text === "None" ? name : `${name}(${text})`;
}

/** What is printed next, up to the end of its line. @param {Trace} trace @param {number} step @returns {Answer|null} */
export function outputAfter(trace, step) {
  const { output } = trace;
  const first = trace.outputCount(step);
  if (first >= output.of.length) return null;
  let text = "";
  let i = first;
  do text += output.of[i].text;
  while (!text.includes("\n") && ++i < output.of.length);
  i = Math.min(i, output.of.length - 1);
  return { answer: text.split("\n")[0], step: output.at[i], frame: output.of[i].frame };
}

/** @param {Trace} trace @param {number} step @param {(s: number) => boolean} is */
function nextStep(trace, step, is) {
  for (let s = step + 1; s < trace.length; s++) if (is(s)) return s;
  return -1;
}

/** The next step of a frame that is so. @param {Trace} trace @param {number} frame @param {number} step @param {(step: Step, trace: Trace) => boolean} is */
function nextOf(trace, frame, step, is) {
  if (frame === NOBODY) return Math.min(step + 1, trace.last);
  const own = trace.stepsOf(frame);
  for (let i = countUpTo(own, step); i < own.length; i++) if (is(trace.step(own[i]), trace)) return own[i];
  return -1;
}
