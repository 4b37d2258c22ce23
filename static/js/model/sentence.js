// One sentence that says what a step did, as parts: plain text, names of frames, code, and words that matter.

import { NOBODY, nameOf } from "./trace.js";
import { countUpTo } from "./search.js";

/** @import { Sources } from "./sources.js" */
/** @import { Step, Trace } from "./trace.js" */

/**
 * @typedef {{ kind: "text"|"strong"|"code"|"frame", text: string, frame?: number }} Part
 */

/**
 * @param {Trace} trace
 * @param {number} index
 * @param {Sources} sources
 * @param {number} [before] the step that is shown before it
 * @returns {Part[]}
 */
export function sentence(trace, index, sources, before = index - 1) {
  if (trace.length === 0) return [text("Nothing ran.")];
  const step = trace.step(index);
  const teller = new Teller(trace, step, sources, before);
  return [...teller[step.event](), ...teller.exceptions(), ...teller.clock(), ...teller.written()];
}

/** The same as plain text. @param {Part[]} parts */
export function plain(parts) {
  return parts.map((part) => part.text).join("");
}

class Teller {
  /** @param {Trace} trace @param {Step} step @param {Sources} sources @param {number} before */
  constructor(trace, step, sources, before) {
    this.before = before;
    this.trace = trace;
    this.step = step;
    this.sources = sources;
    this.me = this.#frame(step.frame.id);
  }

  line() {
    const { step } = this;
    const code = this.#codeAt(step.frame.id, step.line);
    return [this.me, text(` runs line ${step.line}`), ...(code ? [text(": "), code] : []), ...this.#locals(", now with ", " = "), text(".")];
  }

  create() {
    if (this.#isTheProgram()) {
      return [text("The program awaits outside of functions, so its "), this.me, text(" is a coroutine: it is "), strong("created"), text(", and the event loop will run it.")];
    }
    return [
      this.#peer(), text(" makes "), this.me, text(`: ${article(this.step.frame.kind)} is `), strong("created"),
      text(", and not a line of it has run yet."),
    ];
  }

  call() {
    const { frame, peer } = this.step;
    if (frame.kind === "module" && frame.library) return [this.#peer(), text(" imports "), code_(frame.library), text(": its "), this.me, text(" begins to run.")];
    if (frame.kind === "module") return [text("The program begins: its "), this.me, text(" is "), strong("running"), text(".")];
    const parts = [...(peer === NOBODY ? [text("Something outside of the program")] : [this.#peer()]), text(" calls "), this.me, ...this.#locals(" with ", " = ")];
    parts.push(text(peer === NOBODY || peer === null ? "." : " and waits for it to return."));
    return parts;
  }

  resume() {
    const { step, me } = this;
    const value = step.value && this.#value(step.value);
    const by = this.#peer();
    const wakes = this.#isFirstRun()
      ? [text(": it is "), strong("running"), text(" for the first time, from line " + step.line + ".")]
      : [text(": it wakes at line " + step.line + " and is "), strong("running"), text(".")];
    switch (step.how) {
      case "next": case "anext":
        return [by, text(" asks "), me, text(" for its next value"), ...wakes];
      case "send": case "asend":
        return [by, text(" sends "), value ?? code_("None"), text(" into "), me, ...wakes,
          ...(this.#isFirstRun() ? [] : this.#arrival(value ?? code_("None")))];
      case "throw": case "athrow":
        return [by, text(" throws "), value ?? text("an exception"), text(" into "), me, ...this.#raisedThere()];
      case "close": case "aclose":
        return [by, text(" closes "), me, text(": "), value ?? code_("GeneratorExit"), text(` is raised at line ${step.line}, where it slept.`)];
      case "await": case "yield from":
        if (step.verb === "throw") {
          return [by, text(" passes "), value ?? text("an exception"), text(" on into "), me, text(` (`), code_(step.how), text(`): it is raised at line ${step.line}.`)];
        }
        if (this.#isFirstRun()) {
          return [by, text(step.how === "await" ? " awaits " : " delegates to "), me, text(" ("), code_(step.how), text(")"), ...wakes];
        }
        return [by, text(" passes "), ...(value && step.value?.text !== "None" ? [value] : [text("the call")]), text(" on to "), me, text(" ("), code_(step.how), text(")"), ...wakes];
      case "loop": {
        const whose = step.frame.task ? [text(` (${step.frame.task})`)] : [];
        // What goes in is None, or an exception.
        if (value) return [text("The event loop throws "), value, text(" into "), me, ...whose, ...this.#raisedThere()];
        return [text("The event loop "), text(this.#isFirstRun() ? "starts " : "resumes "), me, ...whose, ...wakes];
      }
      default:
        return [by, text(" resumes "), me, ...wakes];
    }
  }

  suspend() {
    const { trace, step, me } = this;
    const value = step.value ? this.#value(step.value) : code_("None");
    const chain = this.#passedThrough();
    const receiver = step.peer === NOBODY || step.peer === null ? text("the event loop") : this.#peer();
    if (chain.length) {
      const innermost = chain[chain.length - 1];
      const all = [step.frame.id, ...chain];
      return [
        me, text(" passes "), value, text(" straight through from "), this.#frame(innermost),
        text(all.length === 2 ? ": both frames are now " : `: all ${all.length} frames are now `), strong("suspended"), text(" — "),
        ...join(all.slice(-3).reverse().map((frame) => [this.#name(frame), text(` asleep at line ${trace.lineAt(frame, step.index)}`)])),
        text(" ("), code_(step.how), text("). "), ...this.#receives(receiver, value),
      ];
    }
    if (step.how !== "yield") {
      return [
        me, text(" falls asleep at line " + step.line + ", in its "), code_(step.how), text(": it is "), strong("suspended"),
        ...(step.peer === NOBODY || step.peer === null
          ? [text(" until what it waits for is done, and the event loop has control.")]
          : [text(", and "), value, text(" goes out to "), receiver, text(".")]),
      ];
    }
    const delegator = step.peer !== null && step.peer !== NOBODY && this.#nextPassesOn();
    return [
      me, text(" yields "), value, text(" to "), receiver, text(" and is "), strong("suspended"),
      text(` at line ${step.line}: the frame stays, with its locals.`),
      ...(delegator ? [text(" "), receiver, text(" is delegating, so the value goes on.")] : []),
    ];
  }

  return() {
    const { step, me, trace } = this;
    const value = step.value ? this.#value(step.value) : code_("None");
    if (this.#isTheProgram()) return [text("The program ends: "), me, text(" is "), strong("closed"), text(".")];
    if (!step.frame.sleeps) {
      return [me, text(" returns "), value, ...(step.peer === NOBODY || step.peer === null ? [] : [text(" to "), this.#peer()]), text(" and is "), strong("closed"), text(".")];
    }
    const parts = [me, text(" returns "), value, text(" and is "), strong("closed"), text(".")];
    const entry = trace.entryAt[step.index];
    const how = entry < 0 ? "" : trace.step(entry).how;
    const receiver = this.#peer();
    if (trace.isClosing(step.index)) {
      parts.push(text(" Its clean-up is done."));
    } else if (step.frame.kind === "async_generator") {
      parts.push(text(" "), receiver, text(" gets "), code_("StopAsyncIteration"), text("."));
    } else if (how === "await" || how === "yield from") {
      parts.push(text(" That becomes the value of the "), code_(how), text(" in "), receiver, text("."));
    } else if (how === "loop") {
      parts.push(text(` ${step.frame.task || "Its task"} is done, with that as its result.`));
    } else {
      parts.push(text(" "), receiver, text(" gets "), code_(step.value && step.value.text !== "None" ? `StopIteration(${step.value.text})` : "StopIteration"), text("."));
    }
    return parts;
  }

  raise() {
    const { step, me } = this;
    const error = step.value ? this.#value(step.value) : text("an exception");
    if (this.trace.isOrderlyClose(step.index)) {
      return [error, text(" leaves "), me, text(", as the close asked: the frame is "), strong("closed"), text(", and "), this.#peer(), text(" goes on.")];
    }
    const parts = [error, text(" leaves "), me, text(": the frame is "), strong("closed"), text(".")];
    if (this.#isTheProgram()) parts.push(text(" Nobody is left to catch it, so the program ends."));
    else if (step.peer !== NOBODY && step.peer !== null) parts.push(text(" It goes on in "), this.#peer(), text("."));
    else parts.push(text(" It is the outcome of its task."));
    return parts;
  }

  drop() {
    return [this.me, text(" is "), strong("closed"), text(" without having run a line.")];
  }

  exceptions() {
    const { trace, step } = this;
    if (step.event === "resume" || step.event === "raise") return []; // said already
    return trace.entriesAt(trace.raw.exceptions, step.index).slice(-2).flatMap(({ caught, type, message }) => [
      text(caught ? " It catches " : " Here "), code_(message ? `${type}: ${message}` : type), text(caught ? "." : " is raised."),
    ]);
  }

  /** Where the clock went on since the step that was shown before. */
  clock() {
    const { trace, step, before } = this;
    const now = trace.timeAt(step.index);
    return now > trace.timeAt(before) ? [text(" The clock stands at "), strong(seconds(now)), text(".")] : [];
  }

  written() {
    const { trace, step } = this;
    const { output } = trace.raw;
    const from = countUpTo(output.at, step.index - 1);
    const to = countUpTo(output.at, step.index);
    const out = output.of.slice(from, to).filter((entry) => !entry.error).map((entry) => entry.text).join("").trimEnd();
    if (!out) return [];
    return [text(" It prints "), code_(out.length > 60 ? `${out.slice(0, 60)}…` : out.replaceAll("\n", " ⏎ ")), text(".")];
  }

  /** The locals that changed, as far as a sentence holds them. @param {string} before @param {string} between @returns {Part[]} */
  #locals(before, between) {
    const { trace, step } = this;
    const changed = trace.entriesAt(trace.raw.locals, step.index);
    const parts = changed.slice(0, 3).flatMap(({ name, value }, i) => [
      text(i ? ", " : before), code_(name), ...(value ? [text(between), this.#value(value)] : [text(" gone")]),
    ]);
    return changed.length > 3 ? [...parts, text(` and ${changed.length - 3} more`)] : parts;
  }

  #isTheProgram() {
    const { kind, library } = this.step.frame;
    return kind === "module" && !library;
  }

  #isFirstRun() {
    const { trace, step } = this;
    const own = trace.stepsOf(step.frame.id);
    return own.find((s) => trace.raw.events[s] === "resume") === step.index;
  }

  /** @returns {Part[]} */
  #raisedThere() {
    return [text(this.#isFirstRun() ? ": it is raised before a line of it has run." : `: it is raised at line ${this.step.line}, where the frame slept.`)];
  }

  /** The frames whose yield this suspension only hands on, nearest first. */
  #passedThrough() {
    const { trace, step } = this;
    const chain = [];
    let outer = step.frame.id;
    for (let s = step.index - 1; s >= 0 && step.how !== "yield"; s--) {
      const before = trace.step(s);
      if (before.event !== "suspend" || before.peer !== outer) break;
      chain.push(before.frame.id);
      outer = before.frame.id;
      if (before.how === "yield") break;
    }
    return chain;
  }

  /** What becomes of a value sent in. @param {Part} value @returns {Part[]} */
  #arrival(value) {
    const { trace, step } = this;
    const next = step.index + 1 < trace.length ? trace.step(step.index + 1) : null;
    const passesOn = next?.event === "resume" && next.peer === step.frame.id && next.how !== "send";
    return passesOn ? [text(" It is delegating, so "), value, text(" goes on.")] : [text(" There the "), code_("yield"), text(" becomes "), value, text(".")];
  }

  #nextPassesOn() {
    const { trace, step } = this;
    if (step.index + 1 >= trace.length) return false;
    const next = trace.step(step.index + 1);
    return next.event === "suspend" && next.frame.id === step.peer;
  }

  /** @param {Part} receiver @param {Part} value */
  #receives(receiver, value) {
    const { trace, step } = this;
    if (step.peer === null || step.peer === NOBODY) return [text("The event loop has control.")];
    if (this.#nextPassesOn()) return [receiver, text(" hands it on.")];
    const call = this.#codeAt(step.peer, trace.lineAt(step.peer, step.index));
    return call ? [receiver, text(" gets "), value, text(" in "), call, text(".")] : [receiver, text(" gets "), value, text(".")];
  }

  /** @param {number} frame @param {number} line */
  #codeAt(frame, line) {
    const code = this.sources.lineOf(this.trace.frames[frame], line);
    return code ? code_(code.length > 72 ? `${code.slice(0, 72)}…` : code) : null;
  }

  /** @param {import("./packed.js").Value} value @returns {Part} */
  #value(value) {
    return value.frame >= 0 ? { kind: "frame", text: this.trace.label(value.frame), frame: value.frame } : code_(value.text);
  }

  #peer() {
    const { peer } = this.step;
    return peer === null || peer === NOBODY ? text("the event loop") : this.#frame(peer);
  }

  /** @param {number} frame @returns {Part} */
  #frame(frame) {
    return { kind: "frame", text: this.trace.label(frame), frame };
  }

  /** @param {number} frame @returns {Part} */
  #name(frame) {
    return text(this.trace.label(frame) || nameOf(this.trace.frames[frame]));
  }
}

/** @param {number} value */
export function seconds(value) {
  return `${value.toFixed(3)} s`;
}

/** @param {string} kind */
function article(kind) {
  const name = kind.replace("_", " ");
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

/** @param {Part[][]} items @returns {Part[]} */
function join(items) {
  return items.flatMap((item, i) => (i ? [text(", "), ...item] : item));
}

/** @param {string} value @returns {Part} */
function text(value) {
  return { kind: "text", text: value };
}

/** @param {string} value @returns {Part} */
function strong(value) {
  return { kind: "strong", text: value };
}

/** @param {string} value @returns {Part} */
function code_(value) {
  return { kind: "code", text: value };
}
