// One run, indexed: what stood where at any step. Everything the page shows is asked of a Trace; nothing is guessed.
// waiting.js, loop.js and segments.js answer the larger questions from it.

import { Holders } from "./holders.js";
import { Objects } from "./objects.js";
import { unpack } from "./packed.js";
import { countUpTo, groupBy, lastUpTo } from "./search.js";
import { words } from "../words/words.js";

/** @import { Construct, Frame, How, Place, State, Unpacked, Value, EventName } from "./packed.js" */

/** Where a step's frame is nobody's: the event loop, or no caller at all. */
export const NOBODY = -1;

/**
 * @typedef {object} Step
 * @property {number} index
 * @property {EventName} event
 * @property {Frame} frame
 * @property {number} line
 * @property {How|""} how
 * @property {string} verb
 * @property {Construct} construct  by which a frame was resumed
 * @property {number|null} peer  by whom, to whom; NOBODY is the event loop, null where the event has none
 * @property {Value|null} value
 * @property {Place|null} place  the expression that it comes from: of who makes, calls, resumes; else the frame's own
 *
 * @typedef {{ name: string, value: Value, changedAt: number }} Local
 */

export class Trace {
  /** Who sleeps at the step that was asked for last: several views ask for the same one. */
  #asleep = { step: -1, frames: /** @type {Frame[]} */ ([]) };

  /** @param {any} packed */
  constructor(packed) {
    const raw = withEnd(unpack(packed));
    this.raw = raw;
    this.frames = raw.frames;
    this.outcome = raw.outcome;
    /** The number of the first step: another one than 0 where the trace is a window of a long run. */
    this.from = raw.outcome.from ?? 0;
    // Only what can sleep is made before it runs.
    raw.events.forEach((event, s) => {
      if (event === "create") raw.frames[raw.stepFrame[s]].sleeps = true;
    });
    this.length = raw.events.length;
    this.last = Math.max(0, this.length - 1);

    this.howAt = atSteps(this.length, raw.how.at);
    this.peerAt = atSteps(this.length, raw.peer.at);
    this.valueAt = atSteps(this.length, raw.value.at);
    this.ordinals = ordinals(raw.frames);
    /** What the objects hold. */
    this.objects = new Objects(raw.objects);
    this.holders = new Holders(this);
    this.placeAt = atSteps(this.length, raw.expression.at);
    // What happened between two steps is shown with the second of them.
    this.output = { at: raw.output.at.map((at) => Math.min(at + 1, this.last)), of: raw.output.of };
    this.exceptions = {
      at: raw.exceptions.at.map((at, i) => (raw.exceptions.of[i].before ? at : Math.min(at + 1, this.last))),
      of: raw.exceptions.of,
    };
    /** What the event loop did, each with the step from which on it holds. */
    this.loop = { at: raw.loop.at.map((at) => Math.min(at + 1, this.last)), of: raw.loop.of };
    /** What the loop's clock shows, each with the step from which on it does. @type {{ at: number[], when: number[] }} */
    this.clock = { at: [], when: [] };
    raw.loop.of.forEach(({ op, when }, i) => {
      if (op !== "time" || when === null) return;
      this.clock.at.push(this.loop.at[i]);
      this.clock.when.push(when);
    });

    /** Whether the library's frames are told too. */
    this.hasLibrary = raw.frames.some((frame) => frame.library !== "");
    /** The steps of the program itself. */
    this.programSteps = Int32Array.from(raw.stepFrame.keys()).filter(
      (s) => raw.events[s] !== "open" && !raw.frames[raw.stepFrame[s]].library,
    );
    /** Each step's number, which counts the program's alone: a step of the library has that of the program's before it. */
    this.numberOf = this.#numbers();

    /** The steps of a frame, in order. */
    this.stepsOf = groupBy(this.frames.length, raw.stepFrame);
    /** The entries of `raw.states` of a frame, in order. */
    this.statesOf = groupBy(
      this.frames.length,
      raw.states.of.map((s) => s.frame),
    );
    /** The entries of `raw.locals` of a frame, in order. */
    this.localsOf = groupBy(
      this.frames.length,
      raw.locals.of.map((_, i) => raw.stepFrame[raw.locals.at[i]] ?? -1),
    );

    /** For each step the one at which its frame was last called or resumed; -1 before the first. */
    this.entryAt = this.#entries();

    /** Who has control after a step: a frame, or NOBODY (the event loop, or the run is over). */
    this.active = this.#activeFrames();
  }

  /** @param {number} index @returns {Step} */
  step(index) {
    const { raw } = this;
    const how = this.howAt[index];
    const peer = this.peerAt[index];
    const value = this.valueAt[index];
    const place = this.placeAt[index];
    return {
      index,
      event: raw.events[index],
      frame: this.frames[raw.stepFrame[index]],
      line: raw.stepLine[index],
      how: how < 0 ? "" : raw.how.of[how].how,
      verb: how < 0 ? "" : raw.how.of[how].verb,
      construct: how < 0 ? "expression" : raw.how.of[how].construct,
      peer: peer < 0 ? null : raw.peer.of[peer],
      value: value < 0 ? null : raw.value.of[value],
      place: place < 0 ? null : raw.expression.of[place],
    };
  }

  /**
   * A frame's state after a step; null before it was made.
   * @param {number} frame @param {number} step @returns {State|null}
   */
  stateAt(frame, step) {
    const { states } = this.raw;
    const own = this.statesOf(frame);
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (states.at[own[middle]] <= step) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? null : states.of[own[low - 1]].state;
  }

  /**
   * The frame's last step up to this one; -1 before its first.
   * @param {number} frame @param {number} step
   */
  lastStepOf(frame, step) {
    const own = this.stepsOf(frame);
    const i = lastUpTo(own, step);
    return i < 0 ? -1 : own[i];
  }

  /**
   * The frame's last step up to this one that was one of those events; -1 where there was none.
   * @param {number} frame @param {number} step @param {EventName[]} events
   */
  lastEventOf(frame, step, ...events) {
    const own = this.stepsOf(frame);
    for (let i = lastUpTo(own, step); i >= 0; i--) if (events.includes(this.raw.events[own[i]])) return own[i];
    return -1;
  }

  /** The line a frame stands on after a step. @param {number} frame @param {number} step */
  lineAt(frame, step) {
    const own = this.lastStepOf(frame, step);
    return own < 0 ? this.frames[frame].line : this.raw.stepLine[own];
  }

  /** Whether a step lets its frame run for the first time in its life. @param {number} s */
  isEntry(s) {
    const { events, stepFrame } = this.raw;
    if (events[s] === "call") return true;
    if (events[s] !== "resume") return false;
    const own = this.stepsOf(stepFrame[s]);
    const ranBefore = events[own[0]] === "open" && this.stateAt(stepFrame[s], own[0]) !== "created";
    return !ranBefore && own.find((own) => events[own] === "resume") === s;
  }

  /** Whether a step is the end of a frame that was asked to close and let GeneratorExit pass: an exception, and yet no failure. @param {number} s */
  isOrderlyClose(s) {
    return this.raw.events[s] === "raise" && this.isClosing(s) && this.raw.generatorExits.has(s);
  }

  /** Whether a step's frame runs in order to be closed. The event loop itself runs an async generator only to close one that was left. @param {number} s */
  isClosing(s) {
    const entry = this.entryAt[s];
    if (entry < 0) return false;
    const { how, frame } = this.step(entry);
    return how === "close" || how === "aclose" || (how === "loop" && frame.kind === "async_generator");
  }

  /**
   * The locals of a frame after a step, in the order in which they came to be.
   * @param {number} frame @param {number} step @returns {Local[]}
   */
  localsAt(frame, step) {
    const { locals } = this.raw;
    /** @type {Map<string, Local>} */
    const found = new Map();
    for (const entry of this.localsOf(frame)) {
      if (locals.at[entry] > step) break;
      const { name, value } = locals.of[entry];
      if (value) found.set(name, { name, value, changedAt: locals.at[entry] });
      else found.delete(name);
    }
    return [...found.values()];
  }

  /** Where in its source the expression stands that a step comes from, and the frame that runs it; null where a step has none. @param {number} step */
  expressionAt(step) {
    const { event, frame, peer, place } = this.step(step);
    const owner = event === "create" || event === "call" || event === "resume" ? (peer ?? NOBODY) : frame.id;
    return place && owner !== NOBODY ? { frame: this.frames[owner], place } : null;
  }

  /** The built-in iterators that the request of a step came through, from the outside inwards. @param {number} step */
  throughAt(step) {
    return this.entriesAt(this.raw.through, step);
  }

  /** The entries of a column at one step. @template T @param {{ at: Int32Array, of: T[] }} column @param {number} step */
  entriesAt(column, step) {
    return column.of.slice(countUpTo(column.at, step - 1), countUpTo(column.at, step));
  }

  /** How many entries of the output were written up to a step. @param {number} step */
  outputCount(step) {
    return countUpTo(this.output.at, step);
  }

  /** What the loop's clock shows after a step. @param {number} step */
  timeAt(step) {
    return this.clock.when[lastUpTo(this.clock.at, step)] ?? 0;
  }

  /** The frames asleep after a step. @param {number} step */
  sleepingAt(step) {
    if (this.#asleep.step !== step)
      this.#asleep = { step, frames: this.frames.filter((frame) => frame.sleeps && this.stateAt(frame.id, step) === "suspended") };
    return this.#asleep.frames;
  }

  /** A step as it is called: its number, and for a step of the library the count since: `7.34`. @param {number} step */
  stepName(step) {
    const since = step - this.stepNumbered(this.numberOf[step]);
    return since ? `${this.numberOf[step]}.${since}` : String(this.numberOf[step]);
  }

  /** The step of such a name, or the nearest there is. @param {string} name */
  stepCalled(name) {
    const [number, since = "0"] = name.split(".");
    return this.stepNumbered(Number(number), Number(since));
  }

  /** The step of a number, or the nearest there is. @param {number} number @param {number} [since] steps of the library after it */
  stepNumbered(number, since = 0) {
    const { programSteps } = this;
    if (programSteps.length === 0) return 0;
    const n = Math.min(Math.max(0, number - this.from), programSteps.length - 1);
    return Math.min(programSteps[n] + since, (programSteps[n + 1] ?? this.length) - 1);
  }

  /** How many steps the whole run had; the end of the program has this number. */
  get runLength() {
    return this.raw.overview?.steps ?? this.#recorded;
  }

  /** Whether the run had steps after those that are here. */
  get goesOn() {
    return this.from + this.#recorded < this.runLength;
  }

  /** The number of the last step that is here. */
  get lastNumber() {
    return this.from + Math.max(0, this.#recorded - (this.goesOn ? 1 : 0));
  }

  /** Whether a step of the program is among those that are here. @param {number} number */
  has(number) {
    return number >= this.from && number < this.from + this.#recorded + (this.goesOn ? 0 : 1);
  }

  /** Steps of the program, without its end. */
  get #recorded() {
    return Math.max(0, this.programSteps.length - 1);
  }

  /** `outer()`, `<module>`, and `worker() #3` where several frames have the name. @param {number} frame */
  label(frame) {
    if (frame === NOBODY) return words.steps.eventLoop;
    const ordinal = this.ordinals[frame];
    return nameOf(this.frames[frame]) + (ordinal ? ` #${ordinal}` : "");
  }

  /** Who last called or resumed a frame up to a step: a frame, NOBODY, or null before that. @param {number} frame @param {number} step */
  resumerAt(frame, step) {
    const own = this.lastStepOf(frame, step);
    const entry = own < 0 ? -1 : this.entryAt[own];
    return entry < 0 ? null : this.step(entry).peer;
  }

  #numbers() {
    const numbers = new Float64Array(this.length).fill(Math.max(0, this.from - 1));
    this.programSteps.forEach((step, n) => numbers.fill(this.from + n, step, this.programSteps[n + 1] ?? this.length));
    return numbers;
  }

  #entries() {
    const { events, stepFrame } = this.raw;
    const last = new Int32Array(this.frames.length).fill(-1);
    return Int32Array.from(events, (event, s) => {
      if (event === "call" || event === "resume") last[stepFrame[s]] = s;
      return last[stepFrame[s]];
    });
  }

  #activeFrames() {
    const { events, stepFrame, peer } = this.raw;
    const active = new Int32Array(this.length);
    let now = NOBODY;
    for (let s = 0; s < this.length; s++) {
      const to = this.peerAt[s] < 0 ? NOBODY : peer.of[this.peerAt[s]];
      switch (events[s]) {
        case "line":
        case "call":
        case "resume":
          now = stepFrame[s];
          break;
        case "suspend":
        case "return":
        case "raise":
          now = to;
          break;
        case "end":
          now = NOBODY;
          break;
        case "open":
          if (this.stateAt(stepFrame[s], s) === "running") now = stepFrame[s];
          break;
        default:
          break; // create, drop: whoever had control keeps it
      }
      active[s] = now;
    }
    return active;
  }
}

/** @param {Frame} frame */
export function nameOf(frame) {
  if (frame.kind === "module") return frame.library ? `module ${frame.library}` : "module";
  if (frame.kind === "class") return `class ${frame.name}`;
  return frame.name.endsWith(">") ? frame.name.slice(frame.name.lastIndexOf("<")) : `${frame.name.replace(/.*<locals>\./, "")}()`;
}

/**
 * For each step the index of its entry in a column, -1 where it has none.
 * @param {number} length @param {Int32Array} at
 */
function atSteps(length, at) {
  const found = new Int32Array(length).fill(-1);
  for (let i = 0; i < at.length; i++) found[at[i]] = i;
  return found;
}

/**
 * With a last step, at which the program has ended: it shows what the last line did. A program of which nothing was recorded has none.
 * @param {Unpacked} raw @returns {Unpacked}
 */
function withEnd(raw) {
  const { events, stepFrame, stepLine } = raw;
  if (events.length === 0) return raw;
  const program = stepFrame.find((frame) => raw.frames[frame].kind === "module" && !raw.frames[frame].library) ?? stepFrame[0];
  const line = stepLine[stepFrame.lastIndexOf(program)] ?? raw.frames[program].line;
  return { ...raw, events: [...events, "end"], stepFrame: appended(stepFrame, program), stepLine: appended(stepLine, line) };
}

/** @param {Int32Array} numbers @param {number} last */
function appended(numbers, last) {
  const all = new Int32Array(numbers.length + 1);
  all.set(numbers);
  all[numbers.length] = last;
  return all;
}

/** Which of several frames of one name a frame is, from 1; 0 where it is the only one. @param {Frame[]} frames */
function ordinals(frames) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const key = (/** @type {Frame} */ { library, name }) => `${library}:${name}`;
  const found = frames.map((frame) => {
    const n = (counts.get(key(frame)) ?? 0) + 1;
    counts.set(key(frame), n);
    return frame.ordinal || n;
  });
  return found.map((n, i) => (n === 1 && counts.get(key(frames[i])) === 1 ? 0 : n));
}
