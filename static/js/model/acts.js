// What an event of a step has to say: who did what to whom, in which line, and why. The sentences themselves are in words/.

import { stop } from "./answers.js";
import { textAt } from "./loop.js";
import { code, text } from "../words/parts.js";
import { words } from "../words/words.js";
import { NOBODY } from "./trace.js";

/** @import { Part } from "../words/parts.js" */
/** @import { Run } from "./run.js" */
/** @import { Place, Value } from "./packed.js" */
/** @import { Step } from "./trace.js" */

/** A line that defines a function; the body of a class runs at once. */
const DEFINITION = /^(?:async\s+)?def\s+(\w+)/;
/** A function has more arguments than a sentence tells. */
const ARGUMENTS = 3;

export class Acts {
  /** @param {Pick<Run, "trace"|"loop"|"sources">} run @param {Step} step */
  constructor({ trace, loop, sources }, step) {
    this.trace = trace;
    this.loop = loop;
    this.sources = sources;
    this.step = step;
    this.me = this.frame(step.frame.id);
  }

  /** @param {boolean} isNamed whether the sentence names the frame already */
  line(isNamed = false) {
    const { me, step, trace } = this;
    const { line } = step;
    // Where the statement goes on in the next line, that is seen.
    const source = this.sources
      .lineOf(step.frame, line)
      .replace(/:$/, "")
      .replace(/[([{,\\]$/, "$&…");
    const defined = step.frame.kind === "function" ? null : DEFINITION.exec(source);
    if (defined) return words.steps.defines({ me, name: defined[1], line });
    const given = this.#isFirstLine() ? this.#given() : [];
    if (this.#isFirstLine() && trace.raw.events[trace.lastStepOf(step.frame.id, step.index - 1)] === "call") {
      return words.steps.begins({ me, line, source, given });
    }
    return words.steps.next({ me: isNamed ? null : me, line, source, given });
  }

  create() {
    const { me, step } = this;
    if (this.#isProgram()) return words.steps.programCreated(me);
    return words.steps.created({ by: this.#peer(), me, line: lineOf(step.place), kind: step.frame.kind });
  }

  call() {
    const { me, step } = this;
    const { kind, library } = step.frame;
    const line = lineOf(step.place);
    if (kind === "module" && library) return words.steps.imports({ by: this.#peer(), me, module: library, line });
    if (kind === "module") return words.steps.programBegins(me);
    if (kind === "class") return words.steps.runsBody({ by: this.#peer(), me, line });
    const waits = isFrame(step.peer);
    return words.steps.calls({ by: waits ? this.#peer() : this.#nobody(), me, line, given: this.#given(), waits });
  }

  resume() {
    const { step, me } = this;
    const value = this.#valueOfStep();
    switch (step.how) {
      case "next":
      case "anext":
        return this.#isWakeUp()
          ? words.steps.passesOn({ by: this.#peer(), isWakeUp: true, me, then: this.#goesOn() })
          : words.steps.asks({ by: this.#asker(), through: this.trace.throughAt(step.index), me, then: this.#goesOn() });
      case "send":
      case "asend":
        return this.#isWakeUp()
          ? words.steps.passesOn({ by: this.#peer(), isWakeUp: true, me, then: this.#goesOn() })
          : words.steps.gives({ by: this.#asker(), value, me, then: this.#arrival(value) });
      case "throw":
      case "athrow":
        return words.steps.throws({ by: this.#asker(), value, me, where: this.#where() });
      case "close":
      case "aclose":
        return step.construct === "drop"
          ? words.steps.closedByDrop({ me, line: lineOf(step.place), where: this.#where() })
          : words.steps.closes({ by: this.#asker(), me, where: this.#where() });
      case "await":
      case "yield from":
        return this.#delegated(value);
      case "loop":
        return this.#byLoop(value);
      default:
        return words.steps.resumes({ by: this.#peer(), me, then: this.#goesOn() });
    }
  }

  suspend() {
    const { step, me } = this;
    const { line, how: at } = step;
    const value = this.#valueOfStep();
    if (at === "yield") return words.steps.yields({ me, value, line, gets: this.#receives() });
    if (!isFrame(step.peer)) return words.steps.suspendedToLoop({ me, line, at, why: this.#sleep() });
    if (at === "yield from") return words.steps.suspendedPassing({ me, line, at, value, gets: this.#receives() });
    return words.steps.suspendedTo({ me, line, at, to: this.#peer() });
  }

  return() {
    const { step, me, trace } = this;
    const value = this.#valueOfStep();
    const by = isFrame(step.peer) ? this.#peer() : null;
    if (this.#isProgram()) return words.steps.programDone(me);
    if (step.frame.kind === "class") return words.steps.bodyDone(me, by);
    if (!step.frame.sleeps) return words.steps.returns({ me, value, to: by });
    if (trace.isClosing(step.index)) return words.steps.returnsClosing(me, value);
    const entry = this.entryOf(step.index);
    switch (entry?.how) {
      case "await":
      case "yield from":
        return words.steps.returnsTo({ me, value, who: this.#expression(entry, false) });
      case "loop":
        return words.steps.returnsForTask({ me, value, task: this.#taskName() });
      default: {
        const error = stop(step.frame.kind === "async_generator" ? "StopAsyncIteration" : "StopIteration", value.text);
        return entry
          ? words.steps.returnsStop({ me, value, who: this.#receiver(entry), error })
          : words.steps.returns({ me, value, to: null });
      }
    }
  }

  raise() {
    const { step, me } = this;
    const error = step.value ? this.value(step.value) : words.steps.anException();
    if (this.trace.isOrderlyClose(step.index)) return words.steps.leavesAsAsked({ me, error });
    return words.steps.leaves({ me, error, line: step.line, then: this.#afterRaise() });
  }

  drop() {
    return words.steps.dropped(this.me);
  }

  open() {
    return words.steps.open(this.me);
  }

  end() {
    const { me } = this;
    const { outcome } = this.trace;
    const { type, message, line } = outcome;
    if (outcome.recorded === false) return words.steps.recordingEnds(me);
    switch (outcome.outcome) {
      case "raised":
        return words.steps.endedWith({ me, error: message ? `${type}: ${message}` : `${type}`, line: line ?? null });
      case "exit":
        return words.steps.exited(me, outcome.status ?? 0);
      case "limit":
        return words.steps.passedLimit(me, words.limits.names[outcome.limit ?? ""] ?? `${outcome.limit}`);
      case "deadlock":
        return words.steps.deadlocked(me);
      case "stopped":
        return words.steps.stopped(me);
      default:
        return words.steps.ended(me);
    }
  }

  /** @param {number} frame @returns {Part} */
  frame(frame) {
    return { kind: "frame", text: this.trace.label(frame), frame };
  }

  /** @param {Value} value @returns {Part} */
  value(value) {
    if (value.frame >= 0) return this.frame(value.frame);
    return value.object ? { ...code(value.text), object: value.object } : code(value.text);
  }

  /** The step by which the frame of a step was last called or resumed. @param {number} index @returns {Step|null} */
  entryOf(index) {
    const entry = this.trace.entryAt[index];
    return entry < 0 ? null : this.trace.step(entry);
  }

  /** Whether a step lets its frame run for the first time. @param {number} index */
  isEntry(index) {
    return this.trace.isEntry(index);
  }

  /** Whether a step throws something into a frame. @param {number} index @param {number} frame */
  isThrow(index, frame) {
    if (index < 0 || this.trace.raw.stepFrame[index] !== frame) return false;
    const { event, how, verb } = this.trace.step(index);
    return event === "resume" && (verb === "throw" || ["throw", "athrow", "close", "aclose"].includes(how));
  }

  /** What asks: the construct or the expression, and its line. @returns {Part[]} */
  #asker() {
    return isFrame(this.step.peer) ? this.#expression(this.step, true) : this.#nobody();
  }

  /** @param {Step} step by which a frame was resumed @param {boolean} begins whether the sentence begins with it @returns {Part[]} */
  #expression({ construct, place, peer }, begins) {
    if (!place || peer === null || peer === NOBODY) return [this.frame(peer ?? NOBODY)];
    const { line } = place;
    if (construct === "unpacking") return words.steps.assignment(line, begins);
    if (construct !== "expression" && construct !== "drop") return words.steps.construct(construct, line, begins);
    const expression = this.sources.textAt(this.trace.frames[peer], place);
    // Of the program's lines everybody knows whose they are.
    const of = this.trace.frames[peer].library ? this.frame(peer) : null;
    return expression ? words.steps.expression(expression, line, of) : words.steps.frameInLine(this.frame(peer), line);
  }

  /** Who gets what a frame gives, that was resumed so. @param {Step} entry @returns {Part[]} */
  #receiver(entry) {
    const through = this.trace.throughAt(entry.index);
    return through.length ? [code(through[through.length - 1])] : this.#expression(entry, false);
  }

  /** @returns {Part[]} */
  #receives() {
    const { step, trace } = this;
    const entry = this.entryOf(step.index);
    if (!entry || step.peer === null || step.peer === NOBODY) return words.steps.loopHasControl();
    if (entry.how === "yield from" || entry.how === "await")
      return words.steps.getsItAt({ by: this.#peer(), at: entry.how, line: trace.lineAt(step.peer, step.index) });
    return words.steps.getsIt(words.steps.beginning(this.#receiver(entry)));
  }

  /** Where a frame that was asleep goes on. @returns {Part[]} */
  #goesOn() {
    return this.isEntry(this.step.index) ? words.steps.firstRun() : words.steps.goesOnAfter(this.#sleptAt(), this.step.line);
  }

  /** What becomes of a value that was sent. @param {Part} value @returns {Part[]} */
  #arrival(value) {
    if (this.isEntry(this.step.index)) return this.#goesOn();
    if (this.#sleptAt() !== "yield") return words.steps.whichIsAt(this.#sleptAt(), this.step.line);
    const slept = this.#lastSleep();
    const expression = slept?.place ? this.sources.textAt(this.step.frame, slept.place) : "";
    return words.steps.evaluates(expression || "yield", this.step.line, value);
  }

  /** @param {Part} value @returns {Part[]} */
  #delegated(value) {
    const { step, me } = this;
    const by = this.#peer();
    const isAwait = step.how === "await";
    if (step.verb === "throw") return words.steps.passesThrow({ by, value, me, where: this.#where() });
    if (this.isEntry(step.index)) return words.steps.delegates({ by, isAwait, me, line: lineOf(step.place), then: this.#goesOn() });
    return step.value !== null && step.value.text !== "None"
      ? words.steps.passesValue({ by, value, me, then: this.#arrival(value) })
      : words.steps.passesOn({ by, isWakeUp: isAwait, me, then: this.#goesOn() });
  }

  /** @param {Part} value @returns {Part[]} */
  #byLoop(value) {
    const { step, me } = this;
    const { task } = step.frame;
    if (step.verb === "throw") return words.steps.loopThrows({ value, me, task, where: this.#where() });
    return words.steps.loopResumes({ isFirst: this.isEntry(step.index), me, task, then: this.#goesOn() });
  }

  /** @returns {Part[]} */
  #where() {
    return this.isEntry(this.step.index) ? words.steps.beforeItsLines() : words.steps.atIts(this.#sleptAt(), this.step.line);
  }

  /** What a task waits for that goes to sleep. @returns {Part[]} */
  #sleep() {
    const { step } = this;
    const task = this.#task();
    if (!task) return words.steps.loopHasControlThen();
    const waits = task.waits.at.includes(step.index) ? textAt(task.waits, step.index) : "";
    const name = textAt(task.names, step.index);
    if (!waits) return words.steps.letsLoopGoOn(name);
    const timer = this.loop.at(step.index).timers.find((span) => span.task === task.number)?.when ?? null;
    return words.steps.waitsFor(name, waits, timer);
  }

  /** Where an exception goes on that leaves a frame. @returns {Part[]} */
  #afterRaise() {
    const { step, trace } = this;
    if (this.#isProgram()) return words.steps.nobodyCatches();
    if (step.peer !== null && step.peer !== NOBODY) return words.steps.goesOnIn(this.#peer(), trace.lineAt(step.peer, step.index));
    if (this.entryOf(step.index)?.how !== "loop") return [];
    return words.steps.taskEnds(this.#taskName(), this.#task()?.end === "cancelled");
  }

  /** An async generator that is asked for its next value while its own await goes on is only woken. */
  #isWakeUp() {
    return this.step.frame.kind === "async_generator" && !this.isEntry(this.step.index) && this.#sleptAt() === "await";
  }

  #lastSleep() {
    const slept = this.trace.lastEventOf(this.step.frame.id, this.step.index - 1, "suspend");
    return slept < 0 ? null : this.trace.step(slept);
  }

  #sleptAt() {
    return this.#lastSleep()?.how || "yield";
  }

  /** The arguments of a frame that begins. @returns {Part[]} */
  #given() {
    const { trace, step } = this;
    const all = trace.localsAt(step.frame.id, step.index);
    const shown = all.slice(0, ARGUMENTS).flatMap(({ name, value }) => (value ? [[code(name), text(" = "), this.value(value)]] : []));
    return shown.length ? words.steps.given(shown, all.length - ARGUMENTS) : [];
  }

  #isFirstLine() {
    const { trace, step } = this;
    const before = trace.lastStepOf(step.frame.id, step.index - 1);
    return before >= 0 && this.isEntry(before);
  }

  #isProgram() {
    const { kind, library } = this.step.frame;
    return kind === "module" && !library;
  }

  #task() {
    return this.loop.taskOf(this.step.frame.id);
  }

  #taskName() {
    const task = this.#task();
    return task ? textAt(task.names, this.step.index) : words.steps.itsTask;
  }

  #valueOfStep() {
    return this.step.value ? this.value(this.step.value) : code("None");
  }

  /** @returns {Part[]} */
  #peer() {
    const { peer } = this.step;
    return peer === null || peer === NOBODY ? words.steps.theEventLoop() : [this.frame(peer)];
  }

  /** Who acts where no frame does. */
  #nobody() {
    return this.loop.empty ? words.steps.python() : words.steps.theEventLoop();
  }
}

/** @param {number|null} peer */
function isFrame(peer) {
  return peer !== null && peer !== NOBODY;
}

/** @param {Place|null} place */
function lineOf(place) {
  return place ? place.line : null;
}
