// Where the value of a variable came from: back through the frames that sent, yielded, returned or passed it. A hop is told only where the trace
// has the very value: the same object, or for what has no identity the one value of that text that came in while the line ran.

import { code } from "../words/parts.js";
import { words } from "../words/words.js";
import { NOBODY } from "./trace.js";

/** @import { Finding } from "./findings/finding.js" */
/** @import { Value } from "./packed.js" */
/** @import { Part } from "../words/parts.js" */
/** @import { Run } from "./run.js" */
/** @import { Local, Step } from "./trace.js" */

/** A longer way is not followed. */
const MOST_HOPS = 30;

/** @param {Run} run @param {number} frame @param {string} name of its variable @param {number} step @returns {Finding[]} from the last hop back to the first */
export function originOf(run, frame, name, step) {
  const way = new Way(run);
  const local = run.trace.localsAt(frame, step).find((one) => one.name === name);
  if (local) way.variable(frame, local);
  return way.hops;
}

class Way {
  /** @type {Finding[]} */ hops = [];
  /** Variables that were met, with the step of their change. @type {Set<string>} */ #met = new Set();

  /** @param {Run} run */
  constructor({ trace, sources }) {
    this.trace = trace;
    this.sources = sources;
  }

  /** @param {number} frame @param {Local} local */
  variable(frame, local) {
    const { trace } = this;
    const { name, value, changedAt } = local;
    const key = `${frame} ${name} ${changedAt}`;
    if (this.#met.has(key) || this.hops.length >= MOST_HOPS) return;
    this.#met.add(key);
    if (trace.raw.events[changedAt] === "create") return this.#argument(frame, local, changedAt);
    const before = trace.lastStepOf(frame, changedAt - 1);
    const entry = trace.entryAt[before] ?? -1;
    if (before >= 0 && before === entry && this.#isFirst(entry)) return this.#argument(frame, local, entry);
    const line = trace.lastEventOf(frame, changedAt - 1, "line");
    if (line < 0) return;
    const number = trace.raw.stepLine[line];
    const source = this.sources.lineOf(trace.frames[frame], number);
    const set = { line: number, frame: this.#frame(frame), name, value: this.#value(value), source: source.replace(/:$/, "") };
    this.#hop(changedAt, frame, words.origins.sets(set));
    if (this.#incoming(frame, value, line, changedAt)) return;
    if (value.object) this.#heldBefore(frame, value, line);
    else this.#computed(frame, name, source, changedAt - 1);
  }

  /** The line made a new value of others: of those that it names. @param {number} frame @param {string} name @param {string} source of the line @param {number} step */
  #computed(frame, name, source, step) {
    const named = namesIn(source);
    for (const local of this.trace.localsAt(frame, step)) if (named.has(local.name) && local.name !== name) this.variable(frame, local);
  }

  /** @param {number} frame @param {Local} local @param {number} entry */
  #argument(frame, { name, value }, entry) {
    const { trace } = this;
    const { place, peer } = trace.step(entry);
    const made = trace.frames[frame].sleeps ? trace.stepsOf(frame)[0] : entry;
    const of = trace.step(made);
    const by = of.peer ?? peer ?? NOBODY;
    const where = of.place ?? place;
    const caller = by === NOBODY ? null : this.#frame(by);
    const given = { name, frame: this.#frame(frame), by: caller, line: where?.line ?? null, value: this.#value(value) };
    this.#hop(made, frame, words.origins.argument(given));
    if (by !== NOBODY) this.#named(by, of, value);
  }

  /** Goes on with what came into a frame while it ran a line, and is this value; says whether there is any. @param {number} frame @param {Value} value @param {number} from @param {number} to */
  #incoming(frame, value, from, to) {
    const { trace } = this;
    /** @type {number[]} */
    const came = [];
    for (let s = from + 1; s < to; s++) {
      const { event, frame: of, peer, value: given, verb } = trace.step(s);
      if (!given || !isSame(given, value)) continue;
      const cameIn = event === "resume" && of.id === frame && verb !== "throw";
      const cameBack = (event === "return" || event === "suspend") && peer === frame;
      if (cameIn || cameBack) came.push(s);
    }
    if (value.object ? came.length === 0 : came.length !== 1) return false;
    this.#arrived(came[came.length - 1], value);
    return true;
  }

  /** @param {number} s at which the value came into a frame, or out of one @param {Value} value */
  #arrived(s, value) {
    if (this.hops.length >= MOST_HOPS) return;
    const step = this.trace.step(s);
    if (step.event === "resume") this.#sent(step, value);
    else this.#given(step, value);
  }

  /** @param {Step} step @param {Value} value */
  #sent(step, value) {
    const { index, frame, peer, place, how } = step;
    if (peer === null || peer === NOBODY) return this.#hop(index, frame.id, words.origins.byLoop(this.#frame(frame.id)));
    const isPassed = how === "await" || how === "yield from";
    const sent = { by: this.#frame(peer), line: place?.line ?? null, isPassed, frame: this.#frame(frame.id) };
    this.#hop(index, frame.id, words.origins.sends(sent));
    const before = index > 0 ? this.trace.step(index - 1) : null;
    if (isPassed && before?.event === "resume" && before.frame.id === peer && before.value && isSame(before.value, value))
      this.#sent(before, value);
    else this.#named(peer, step, value);
  }

  /** @param {Step} step @param {Value} value */
  #given(step, value) {
    const { index, frame, event, how, line } = step;
    const does = event === "return" ? "returns" : how === "yield" ? "yields" : "passes";
    this.#hop(index, frame.id, words.origins.gives({ frame: this.#frame(frame.id), line, does }));
    const before = index > 0 ? this.trace.step(index - 1) : null;
    const isPassed = event === "suspend" && how !== "yield" && before?.event === "suspend" && before.peer === frame.id;
    if (isPassed && before.value && isSame(before.value, value)) this.#given(before, value);
    else this.#named(frame.id, step, value);
  }

  /** Goes on with the one variable that the expression of a step names, and that has this value; where there is none, with what came in. @param {number} frame whose expression it is @param {Step} step @param {Value} value */
  #named(frame, { place, index }, value) {
    if (!place) return;
    const names = namesIn(this.sources.textAt(this.trace.frames[frame], place));
    const named = this.trace.localsAt(frame, index).filter((local) => names.has(local.name) && isSame(local.value, value));
    if (named.length === 1) this.variable(frame, named[0]);
    else if (named.length === 0) this.#incoming(frame, value, this.trace.lastEventOf(frame, index, "line"), index);
  }

  /** The object was a variable's of another frame before: as where it goes through a queue. @param {number} frame @param {Value} value @param {number} step */
  #heldBefore(frame, value, step) {
    const { locals, stepFrame } = this.trace.raw;
    for (let i = locals.of.length - 1; i >= 0; i--) {
      const { name, value: held } = locals.of[i];
      const at = locals.at[i];
      if (at > step || held?.object !== value.object || stepFrame[at] === frame) continue;
      return this.variable(stepFrame[at], { name, value: held, changedAt: at });
    }
  }

  /** Whether a call or resumption is the first of its frame. @param {number} entry */
  #isFirst(entry) {
    const { raw } = this.trace;
    const own = this.trace.stepsOf(raw.stepFrame[entry]);
    return own[0] === entry || (own[1] === entry && raw.events[own[0]] === "create");
  }

  /** @param {number} step @param {number} frame @param {Part[]} parts */
  #hop(step, frame, parts) {
    this.hops.push({ step, frame, parts });
  }

  /** @param {number} frame @returns {Part} */
  #frame(frame) {
    return { kind: "frame", text: this.trace.label(frame), frame };
  }

  /** @param {Value} value @returns {Part} */
  #value(value) {
    return value.frame >= 0 ? this.#frame(value.frame) : code(value.text);
  }
}

/** @param {string} source of the program */
function namesIn(source) {
  return new Set(source.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
}

/** @param {Value} one @param {Value} other */
function isSame(one, other) {
  return one.object || other.object ? one.object === other.object : one.text === other.text && one.frame === other.frame;
}
