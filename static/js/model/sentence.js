// One sentence or two that say what a step shows: first what happened since the step before, then the step itself. Each names the actor, the line,
// the act and the reason, and nothing that the trace does not have. Events are in acts.js, the words in words/.

import { Acts } from "./acts.js";
import { LONGEST_SENTENCE, code, plain, shorter } from "../words/parts.js";
import { words } from "../words/words.js";
import { NOBODY } from "./trace.js";
import { countUpTo } from "./search.js";

/** @import { Part } from "../words/parts.js" */
/** @import { Run } from "./run.js" */

/** More pieces of output, bindings or exceptions than these are counted. */
const TOLD = 2;

/**
 * @param {Pick<Run, "trace"|"loop"|"sources">} run
 * @param {number} index
 * @param {number} [before] the step that is shown before it
 * @returns {Part[]}
 */
export function sentence(run, index, before = index - 1) {
  if (run.trace.length === 0) return words.steps.nothingRan();
  const step = run.trace.step(index);
  const acts = new Acts(run, step);
  const between = new Between(run, step, before, acts);
  const bindings = between.bindings();
  const act = step.event === "line" ? acts.line(bindings.length > 0) : acts[step.event]();
  const told = [...between.exceptions(), ...between.written(), ...between.clock(), ...bindings];
  const isLong = plain([...told, ...act]).length > LONGEST_SENTENCE;
  return [...(isLong ? told.map(shorter) : told), ...act];
}

/** What happened between a step and the one before it. */
class Between {
  /** @param {Pick<Run, "trace"|"loop"|"sources">} run @param {import("./trace.js").Step} step @param {number} before @param {Acts} acts */
  constructor({ trace }, step, before, acts) {
    this.trace = trace;
    this.step = step;
    this.before = before;
    this.acts = acts;
  }

  /** @returns {Part[]} */
  written() {
    const { trace, step } = this;
    const pieces = trace.output.of.slice(countUpTo(trace.output.at, this.before), countUpTo(trace.output.at, step.index));
    const told = pieces.slice(-TOLD).flatMap((piece) => {
      const { frame, line, error: isError } = piece;
      const who = frame !== NOBODY ? this.acts.frame(frame) : trace.loop.of.length ? words.steps.theEventLoop() : words.steps.python();
      const written = piece.text.trimEnd();
      const what = isError && frame === NOBODY ? words.steps.aTraceback() : written ? code(written) : words.steps.anEmptyLine();
      return words.steps.wrote({ who, what, isError, line: line > 0 ? line : null });
    });
    return pieces.length > TOLD ? [...words.steps.moreOutput(pieces.length - TOLD), ...told] : told;
  }

  /** Exceptions that were raised or caught, apart from those that the step before or this one names itself. @returns {Part[]} */
  exceptions() {
    const { trace, step } = this;
    const { exceptions, raw } = trace;
    const told = [];
    for (let i = countUpTo(exceptions.at, step.index - 1); i < countUpTo(exceptions.at, step.index); i++) {
      const { caught, type, message } = exceptions.of[i];
      const frame = raw.stepFrame[raw.exceptions.at[i]];
      const thrownIn = !caught && this.acts.isThrow(step.index - 1, frame);
      const leavesNow = !caught && step.event === "raise" && step.frame.id === frame;
      if (thrownIn || leavesNow) continue;
      const error = code(message ? `${type}: ${message}` : type);
      told.push(this.#fate(error, caught, frame));
    }
    return told.slice(-TOLD).flat();
  }

  /** @param {Part} error @param {boolean} caught @param {number} frame @returns {Part[]} */
  #fate(error, caught, frame) {
    const { trace, step } = this;
    const line = trace.lineAt(frame, step.index - 1);
    const end = trace.step(step.index - 1);
    const asked = end.event === "return" && end.peer === frame ? this.acts.entryOf(end.index) : null;
    if (!caught && asked && (asked.construct === "for" || asked.construct === "async for"))
      return words.steps.endedLoop(error, asked.construct, asked.place?.line ?? line);
    return caught ? words.steps.wasCaught(error, line) : words.steps.wasRaised(error, line);
  }

  /** Where the clock went on since the step that was shown before. @returns {Part[]} */
  clock() {
    const { trace, step, before } = this;
    const now = trace.timeAt(step.index);
    return now > trace.timeAt(before) ? words.steps.clock(now) : [];
  }

  /** What the frame's line before this step bound, and which of its variables hold an object that has changed. @returns {Part[]} */
  bindings() {
    const { trace, step } = this;
    const told = trace.entriesAt(trace.raw.locals, step.index);
    const last = trace.lastStepOf(step.frame.id, step.index - 1);
    if (told.length === 0 || last < 0 || this.acts.isEntry(last)) return [];
    const before = new Map(trace.localsAt(step.frame.id, step.index - 1).map(({ name, value }) => [name, value?.object ?? 0]));
    const isSame = (/** @type {typeof told[number]} */ { name, value }) => Boolean(value?.object) && before.get(name) === value?.object;
    const bound = told.filter((change) => !isSame(change));
    const changed = told.filter(isSame);
    const { me } = this.acts;
    return [
      ...(bound.length ? words.steps.bound({ me, line: trace.raw.stepLine[last], ...this.#first(bound) }) : []),
      ...(changed.length ? words.steps.changed({ me: bound.length ? null : me, ...this.#first(changed) }) : []),
    ];
  }

  /** @param {{ name: string, value: import("./packed.js").Value|null }[]} changes */
  #first(changes) {
    const first = changes.slice(0, TOLD).map(({ name, value }) => ({ name, value: value && this.acts.value(value) }));
    return { changes: first, more: changes.length - TOLD };
  }
}
