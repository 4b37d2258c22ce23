// What each event of a step is in words: who did what to whom, in which line, and why.

import { textAt } from "./loop.js";
import { code, listed, seconds, strong, text } from "./parts.js";
import { NOBODY } from "./trace.js";

/** @import { Part } from "./parts.js" */
/** @import { Run } from "./run.js" */
/** @import { Place, Value } from "./packed.js" */
/** @import { Step } from "./trace.js" */

/** A line that defines a function or a class. */
const DEFINITION = /^(?:async\s+def|def|class)\s+(\w+)/;
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
    const { step, trace } = this;
    const line = this.sources.lineOf(step.frame, step.line).replace(/:$/, "");
    const defined = step.frame.kind === "function" ? null : DEFINITION.exec(line);
    if (defined) return [this.me, text(" defines "), code(defined[1]), text(` in line ${step.line}; none of its body runs.`)];
    const shown = line ? [text(", "), code(line)] : [];
    if (this.#isFirstLine() && trace.raw.events[trace.lastStepOf(step.frame.id, step.index - 1)] === "call") {
      return [this.me, text(` begins at line ${step.line}`), ...shown, ...this.#arguments(), text(".")];
    }
    const next = isNamed ? [text(`Next: line ${step.line}`)] : [text("Next in "), this.me, text(`: line ${step.line}`)];
    return [...next, ...shown, ...(this.#isFirstLine() ? this.#arguments() : []), text(".")];
  }

  create() {
    const { step } = this;
    if (this.#isProgram()) {
      return [
        text("The program awaits outside of functions, so its "),
        this.me,
        text(" is a coroutine: it is "),
        strong("created"),
        text(", and the event loop will run it."),
      ];
    }
    return [
      this.#peer(),
      text(` makes `),
      this.me,
      text(`${inLine(step.place)}: ${article(step.frame.kind)} is `),
      strong("created"),
      text("; none of its body has run."),
    ];
  }

  call() {
    const { frame, peer, place } = this.step;
    if (frame.kind === "module" && frame.library)
      return [this.#peer(), text(" imports "), code(frame.library), text(`${inLine(place)}: its `), this.me, text(" begins to run.")];
    if (frame.kind === "module") return [text("The program begins: its "), this.me, text(" is "), strong("running"), text(".")];
    if (frame.kind === "class") return [this.#peer(), text(" runs the body of "), this.me, text(`${inLine(place)}.`)];
    const by = peer === null || peer === NOBODY ? text(this.loop.empty ? "Python" : "The event loop") : this.#peer();
    return [
      by,
      text(" calls "),
      this.me,
      text(`${inLine(place)}`),
      ...this.#arguments(),
      text(peer === null || peer === NOBODY ? "." : " and waits for it."),
    ];
  }

  resume() {
    const { step, me } = this;
    const value = step.value ? this.value(step.value) : code("None");
    switch (step.how) {
      case "next":
      case "anext":
        return this.#isWakeUp()
          ? this.#passedOn("the wake-up")
          : [...this.#asker(), ...this.#throughAll(), me, text(" for its next value"), ...this.#goesOn()];
      case "send":
      case "asend":
        return this.#isWakeUp()
          ? this.#passedOn("the wake-up")
          : [...this.#asker(), text(" gives "), value, text(" to "), me, ...this.#arrival(value)];
      case "throw":
      case "athrow":
        return [...this.#asker(), text(" throws "), value, text(" into "), me, ...this.#raisedThere()];
      case "close":
      case "aclose":
        return [...this.#closer(), text(" "), code("GeneratorExit"), text(" is raised"), ...this.#where(), text(".")];
      case "await":
      case "yield from":
        return this.#delegated(value);
      case "loop":
        return this.#byLoop(value);
      default:
        return [this.#peer(), text(" resumes "), me, ...this.#goesOn()];
    }
  }

  suspend() {
    const { step, me } = this;
    const value = step.value ? this.value(step.value) : code("None");
    const toLoop = step.peer === NOBODY || step.peer === null;
    const asleep = [strong("suspended"), text(` in line ${step.line}`)];
    if (step.how === "yield")
      return [me, text(" yields "), value, text(" and is "), ...asleep, text("; its locals stay. "), ...this.#receives()];
    const at = [me, text(" is "), ...asleep, text(", at its "), code(step.how)];
    if (toLoop) return [...at, text(": "), ...this.#sleep()];
    if (step.how === "yield from") return [...at, text(": it passes "), value, text(" on. "), ...this.#receives()];
    return [...at, text("; control goes to "), this.#peer(), text(", which waits for it.")];
  }

  return() {
    const { step, me, trace } = this;
    const value = step.value ? this.value(step.value) : code("None");
    const closed = [text(" and is "), strong("closed")];
    if (this.#isProgram()) return [text("The program's last line is done: "), me, text(" is "), strong("closed"), text(".")];
    if (step.frame.kind === "class")
      return [
        text("The body of "),
        me,
        text(" is done: "),
        ...(step.peer === null || step.peer === NOBODY ? [] : [this.#peer(), text(" makes the class of it.")]),
      ];
    if (!step.frame.sleeps)
      return [
        me,
        text(" returns "),
        value,
        ...(step.peer === null || step.peer === NOBODY ? [] : [text(" to "), this.#peer()]),
        ...closed,
        text("."),
      ];
    const said = [me, text(" returns "), value, ...closed];
    if (trace.isClosing(step.index)) return [...said, text(": its clean-up is done.")];
    const entry = this.entryOf(step.index);
    const result = step.value && step.value.text !== "None" ? value : null;
    switch (entry?.how) {
      case "await":
      case "yield from":
        return [...said, text("; "), ...this.#expression(entry), text(" evaluates to it.")];
      case "loop":
        return [...said, text(`: ${this.#taskName()} is done.`)];
      default: {
        const stop = step.frame.kind === "async_generator" ? "StopAsyncIteration" : "StopIteration";
        const error = code(result ? `${stop}(${result.text})` : stop);
        return entry ? [...said, text("; "), ...this.#receiver(entry), text(" gets "), error, text(".")] : [...said, text(".")];
      }
    }
  }

  raise() {
    const { step, me, trace } = this;
    const error = step.value ? this.value(step.value) : text("an exception");
    const closed = [text("it is "), strong("closed")];
    if (trace.isOrderlyClose(step.index)) return [error, text(" leaves "), me, text(", as the close asked: "), ...closed, text(".")];
    const left = [error, text(" leaves "), me, text(` from line ${step.line}: `), ...closed, text(". ")];
    if (this.#isProgram()) return [...left, text("Nobody is left to catch it.")];
    if (step.peer !== null && step.peer !== NOBODY)
      return [...left, text("It goes on in "), this.#peer(), text(`, line ${trace.lineAt(step.peer, step.index)}.`)];
    if (this.entryOf(step.index)?.how !== "loop") return left.slice(0, -1).concat(text("."));
    return [...left, text(`${this.#taskName()} is ${this.#task()?.end === "cancelled" ? "cancelled" : "done, and failed"}.`)];
  }

  drop() {
    return [this.me, text(" is "), strong("closed"), text("; none of its body ever ran.")];
  }

  open() {
    return [this.me, text(" was made before the steps that are recorded here.")];
  }

  end() {
    const { outcome } = this.trace;
    const { type, message, line } = outcome;
    if (outcome.recorded === false) return [text("The recording of "), this.me, text(" ends here; the program ran on.")];
    switch (outcome.outcome) {
      case "raised":
        return [
          text("The program has ended with "),
          code(message ? `${type}: ${message}` : `${type}`),
          text(`${line ? `, raised in line ${line}` : ""}; nobody caught it. `),
          this.me,
          text(" is gone."),
        ];
      case "exit":
        return [
          text("The program has ended itself with status "),
          code(String(outcome.status ?? 0)),
          text(": "),
          this.me,
          text(" is gone."),
        ];
      case "limit":
        return [text(`The program passed the limit on ${outcome.limit}, and was ended in `), this.me, text(".")];
      case "deadlock":
        return [text("The program was ended: nothing is ready and no timer is set, so "), this.me, text(" would wait for ever.")];
      case "stopped":
        return [text("The run was stopped in "), this.me, text(".")];
      default:
        return [text("The program has ended, and "), this.me, text(" with it.")];
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
    const { peer } = this.step;
    return peer === null || peer === NOBODY ? [text(this.loop.empty ? "Python" : "The event loop")] : this.#expression(this.step, "The ");
  }

  /** @param {Step} step by which a frame was resumed @param {string} [the] @returns {Part[]} */
  #expression({ construct, place, peer }, the = "the ") {
    if (!place || peer === null || peer === NOBODY) return [this.frame(peer ?? NOBODY)];
    const line = text(` in line ${place.line}`);
    if (construct === "unpacking") return [text(`${the}assignment`), line];
    if (construct !== "expression" && construct !== "drop") return [text(the), code(construct), line];
    const expression = this.sources.textAt(this.trace.frames[peer], place);
    // Of the program's lines everybody knows whose they are.
    const of = this.trace.frames[peer].library ? [text(" of "), this.frame(peer)] : [];
    return expression ? [code(expression), line, ...of] : [this.frame(peer), line];
  }

  /** The built-in iterators on the way, each asking the next. @returns {Part[]} */
  #throughAll() {
    return [...this.trace.throughAt(this.step.index).flatMap((name) => [text(" asks "), code(name), text(", which")]), text(" asks ")];
  }

  /** Who gets what a frame gives, that was resumed so. @param {Step} entry @returns {Part[]} */
  #receiver(entry) {
    const through = this.trace.throughAt(entry.index);
    return through.length ? [code(through[through.length - 1])] : this.#expression(entry);
  }

  /** @returns {Part[]} */
  #receives() {
    const { step, trace } = this;
    const entry = this.entryOf(step.index);
    if (!entry || step.peer === null || step.peer === NOBODY) return [text("The event loop has control.")];
    if (entry.how === "yield from" || entry.how === "await")
      return [this.#peer(), text(`, at its `), code(entry.how), text(` in line ${trace.lineAt(step.peer, step.index)}, gets it.`)];
    const [first, ...rest] = this.#receiver(entry);
    return [first.kind === "text" ? text(capitalised(first.text)) : first, ...rest, text(" gets it.")];
  }

  /** Where a frame that was asleep goes on. @returns {Part[]} */
  #goesOn() {
    if (this.isEntry(this.step.index)) return [text(": it "), strong("runs"), text(" for the first time.")];
    return [text(": it goes on after its "), code(this.#sleptAt()), text(` in line ${this.step.line}.`)];
  }

  /** What becomes of a value that was sent. @param {Part} value @returns {Part[]} */
  #arrival(value) {
    if (this.isEntry(this.step.index)) return this.#goesOn();
    if (this.#sleptAt() !== "yield") return [text(", which is at its "), code(this.#sleptAt()), text(` in line ${this.step.line}.`)];
    const slept = this.#lastSleep();
    const expression = slept?.place ? this.sources.textAt(this.step.frame, slept.place) : "";
    return [text(": "), code(expression || "yield"), text(` in line ${this.step.line} evaluates to `), value, text(".")];
  }

  /** @param {Part} value @returns {Part[]} */
  #delegated(value) {
    const { step, me } = this;
    const by = this.#peer();
    if (step.verb === "throw") return [by, text(" passes "), value, text(" on to "), me, ...this.#raisedThere()];
    if (this.isEntry(step.index))
      return [by, text(step.how === "await" ? " awaits " : " delegates to "), me, text(inLine(step.place)), ...this.#goesOn()];
    const isValue = step.value !== null && step.value.text !== "None";
    return isValue
      ? [by, text(" passes "), value, text(" on to "), me, ...this.#arrival(value)]
      : this.#passedOn(step.how === "await" ? "the wake-up" : "the request");
  }

  /** @param {string} what @returns {Part[]} */
  #passedOn(what) {
    return [this.#peer(), text(` passes ${what} on to `), this.me, ...this.#goesOn()];
  }

  /** @param {Part} value @returns {Part[]} */
  #byLoop(value) {
    const { step, me } = this;
    const task = step.frame.task ? [text(` (${step.frame.task})`)] : [];
    if (step.verb === "throw") return [text("The event loop throws "), value, text(" into "), me, ...task, ...this.#raisedThere()];
    return [text(this.isEntry(step.index) ? "The event loop starts " : "The event loop resumes "), me, ...task, ...this.#goesOn()];
  }

  /** Who closes the frame, and why. @returns {Part[]} */
  #closer() {
    const { step, me } = this;
    if (step.construct !== "drop") return [...this.#asker(), text(" closes "), me, text(":")];
    const line = step.place ? ` in line ${step.place.line}` : "";
    return [text(`The last reference to `), me, text(` was dropped${line}, so Python closes it:`)];
  }

  /** @returns {Part[]} */
  #raisedThere() {
    return [text(": it is raised"), ...this.#where(), text(".")];
  }

  /** @returns {Part[]} */
  #where() {
    if (this.isEntry(this.step.index)) return [text(" before a line of it has run")];
    return [text(" at its "), code(this.#sleptAt()), text(` in line ${this.step.line}`)];
  }

  /** What a task waits for that goes to sleep. @returns {Part[]} */
  #sleep() {
    const { step } = this;
    const task = this.#task();
    const waits = task && task.waits.at.includes(step.index) ? textAt(task.waits, step.index) : "";
    if (!task || !waits)
      return [text(task ? `${textAt(task.names, step.index)} lets the event loop go on.` : "the event loop has control.")];
    const timer = this.loop.at(step.index).timers.find((span) => span.task === task.number)?.when ?? null;
    return [
      text(
        `${textAt(task.names, step.index)} waits for ${waits}${timer === null ? "" : `, due at ${seconds(timer)}`}. The event loop has control.`,
      ),
    ];
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
  #arguments() {
    const { trace, step } = this;
    const all = trace.entriesAt(trace.raw.locals, step.index);
    const shown = all.slice(0, ARGUMENTS).flatMap(({ name, value }) => (value ? [[code(name), text(" = "), this.value(value)]] : []));
    if (shown.length === 0) return [];
    return [text(", with "), ...listed(shown), text(all.length > ARGUMENTS ? ` and ${all.length - ARGUMENTS} more` : "")];
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
    return task ? textAt(task.names, this.step.index) : "its task";
  }

  #peer() {
    const { peer } = this.step;
    return peer === null || peer === NOBODY ? text("The event loop") : this.frame(peer);
  }
}

/** @param {Place|null} place */
function inLine(place) {
  return place ? ` in line ${place.line}` : "";
}

/** @param {import("./packed.js").Kind} kind */
function article(kind) {
  const name = kind.replace("_", " ");
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

/** @param {string} words */
function capitalised(words) {
  return words[0].toUpperCase() + words.slice(1);
}
