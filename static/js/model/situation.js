// A step that may decide something that people predict wrongly, and what is to be known of it; situations.js has the kinds of them.

import { words } from "../words/words.js";

/** @import { Prediction, Wrong } from "./answers.js" */
/** @import { Frame } from "./packed.js" */
/** @import { Run } from "./run.js" */
/** @import { Trace } from "./trace.js" */

/** @typedef {Omit<Prediction, "wrong"> & { kind: string, wrong: Wrong[] }} Draft  of a prediction: its wrong choices may be too few, or right */
/** @typedef {(situation: Situation) => Draft|null} Recognise */

/** The first line that a frame of each code runs. @type {WeakMap<Trace, Map<string, number>>} */
const bodiesOf = new WeakMap();

export class Situation {
  /** @param {Run} run @param {number} at */
  constructor({ trace, sources }, at) {
    this.trace = trace;
    this.sources = sources;
    this.at = at;
    this.step = trace.step(at);
  }

  /** The `line` step of a frame that leads to this one, with nothing between but frames being made; -1 where there is none. @param {number|null} frame */
  lineOf(frame) {
    const { events, stepFrame } = this.trace.raw;
    let s = this.at - 1;
    while (s >= 0 && events[s] === "create") s--;
    return s >= 0 && events[s] === "line" && stepFrame[s] === frame ? s : -1;
  }

  /** Whether the step lets its frame run for the first time. */
  get isEntry() {
    return this.trace.isEntry(this.at);
  }

  /** How the frame fell asleep last. */
  get slept() {
    const { trace, step } = this;
    const asleep = trace.lastEventOf(step.frame.id, this.at - 1, "suspend");
    return asleep < 0 ? null : trace.step(asleep);
  }

  /** The first line of the body that a frame runs; 0 where no frame of that code ever ran. @param {number} frame */
  bodyOf(frame) {
    let bodies = bodiesOf.get(this.trace);
    if (!bodies) bodiesOf.set(this.trace, (bodies = findBodies(this.trace)));
    return bodies.get(codeOf(this.trace.frames[frame])) ?? 0;
  }

  /** The next `line` step after a step; -1 where there is none. @param {number} step */
  nextLine(step) {
    return this.trace.raw.events.indexOf("line", step + 1);
  }

  /** The source of the step's expression, with its line. */
  get expression() {
    const { trace, sources, step } = this;
    const owner = trace.expressionAt(this.at);
    const text = owner && sources.textAt(owner.frame, owner.place);
    return text
      ? words.predict.expressionInLine(text.replaceAll("`", ""), step.place?.line)
      : words.predict.line(step.place?.line ?? step.line);
  }

  /** A line that is about to run, in words. @param {number} step */
  lineInWords(step) {
    const { trace, sources } = this;
    const line = trace.raw.stepLine[step];
    const text = sources.lineOf(trace.frames[trace.raw.stepFrame[step]], line).replaceAll("`", "");
    return words.predict.aboutToRun(line, text);
  }

  /** @param {number} frame */
  label(frame) {
    return `\`${this.trace.label(frame)}\``;
  }
}

/** What a misconception would predict. @param {string} kind @param {string} answer @returns {Wrong} */
export function as(kind, answer) {
  return { answer, why: words.misconceptions[kind].believed };
}

/** @param {string} answer @returns {Wrong} */
export function madeAgain(answer) {
  return { answer, why: words.predict.madeAgain };
}

/** @param {Trace} trace */
function findBodies(trace) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const frame of trace.frames) {
    if (found.has(codeOf(frame))) continue;
    const first = trace.stepsOf(frame.id).find((s) => trace.raw.events[s] === "line");
    if (first !== undefined) found.set(codeOf(frame), trace.raw.stepLine[first]);
  }
  return found;
}

/** @param {Frame} frame */
function codeOf({ library, name, line }) {
  return `${library}:${name}:${line}`;
}
