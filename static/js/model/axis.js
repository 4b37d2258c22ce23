// Where each step lies along the timeline, in units that the view scales. By steps each has one unit; by time what happens at one
// instant of the virtual clock shares a small width, and sleeps have their length.

import { clamp } from "./player.js";
import { lastUpTo } from "./search.js";
import { words } from "../words/words.js";

/** @import { EventName } from "./packed.js" */
/** @import { Trace } from "./trace.js" */
/** @import { Walk } from "./walk.js" */

/** @typedef {{ unit: number, text: string }} Mark */
/** @typedef {{ time: number, from: number, to: number }} Instant  from a unit up to another, without the sleep after it */

/** All of what is folded between two steps is as wide as this. */
const FOLDED = 0.5;
/** In a sequence of arrows, a step without one is so wide. */
const NARROW = 0.3;
/** Steps without an arrow. @type {Set<EventName>} */
const QUIET = new Set(["line", "create", "drop", "end"]);
/** Of the length by time this part is for what happens, the rest for the sleeps between. */
const BUSY = 0.25;
/** A run laid out by time has at least this length. */
const LEAST_UNITS = 60;

export class Axis {
  /**
   * @param {Float64Array} at where each step begins, and at last where the run ends
   * @param {Float64Array} wide how wide each step is itself, without a sleep after it
   * @param {(from: number, to: number, apart: number) => Mark[]} marks between two units, so far apart
   * @param {Instant[]} instants none where it is laid out by steps
   */
  constructor(at, wide, marks, instants) {
    this.at = at;
    this.wide = wide;
    this.marks = marks;
    this.instants = instants;
    this.length = at[at.length - 1];
    this.widest = wide.reduce((most, width) => Math.max(most, width), 0);
  }

  get isByTime() {
    return this.instants.length > 0;
  }

  /** The step that holds a place. @param {number} unit */
  stepAt(unit) {
    return clamp(lastUpTo(this.at, unit), 0, Math.max(0, this.wide.length - 1));
  }

  /** The instant that holds a place, or has the sleep that does. @param {number} unit */
  instantAt(unit) {
    return Math.max(
      0,
      this.instants.findLastIndex(({ from }) => from <= unit),
    );
  }

  /** @param {number} step */
  middle(step) {
    return this.at[step] + this.wide[step] / 2;
  }
}

/** @param {Trace} trace @param {Walk} walk */
export function bySteps(trace, walk) {
  const wide = weights(trace, walk);
  const at = new Float64Array(trace.length + 1);
  for (let s = 0; s < trace.length; s++) at[s + 1] = at[s] + wide[s];
  /** @type {Axis} */
  const axis = new Axis(
    at,
    wide,
    (from, to, apart) => {
      const every = tickEvery(1, apart);
      const last = trace.numberOf[axis.stepAt(to)];
      const marks = [];
      for (let n = Math.ceil(trace.numberOf[axis.stepAt(from)] / every) * every; n <= last; n += every) {
        marks.push({ unit: axis.middle(trace.stepNumbered(n)), text: String(n) });
      }
      return marks;
    },
    [],
  );
  return axis;
}

/**
 * For a sequence of arrows: the steps that have one are wide, those between them, which are lines for the most part, are narrow.
 * @param {Trace} trace @param {Walk} walk
 */
export function byEvents(trace, walk) {
  const wide = weights(trace, walk);
  const at = new Float64Array(trace.length + 1);
  const loud = walk.steps.filter((s) => !QUIET.has(trace.raw.events[s]));
  for (let s = 0; s < trace.length; s++) {
    if (QUIET.has(trace.raw.events[s])) wide[s] *= NARROW;
    at[s + 1] = at[s] + wide[s];
  }
  const loudAt = Float64Array.from(loud, (s) => at[s]);
  return new Axis(
    at,
    wide,
    (from, to, apart) => {
      /** @type {Mark[]} */
      const marks = [];
      for (let i = lastUpTo(loudAt, from - 1) + 1; i < loud.length && loudAt[i] <= to; i++) {
        const unit = at[loud[i]] + wide[loud[i]] / 2;
        if (unit - (marks.at(-1)?.unit ?? -Infinity) >= apart) marks.push({ unit, text: trace.stepName(loud[i]) });
      }
      return marks;
    },
    [],
  );
}

/** @param {Trace} trace @param {Walk} walk */
export function byTime(trace, walk) {
  const weight = weights(trace, walk);
  const moments = momentsOf(trace);
  const whole = Math.max(LEAST_UNITS, walk.length);
  const slept = moments[moments.length - 1].time - moments[0].time;
  const width = (whole * BUSY) / moments.length;
  const second = (whole * (1 - BUSY)) / slept;
  const at = new Float64Array(trace.length + 1);
  const wide = new Float64Array(trace.length);
  const instants = moments.map(({ time, first, beyond }, i) => {
    const from = i * width + (time - moments[0].time) * second;
    const all = weight.subarray(first, beyond).reduce((sum, one) => sum + one, 0);
    for (let s = first, unit = from; s < beyond; s++) {
      at[s] = unit;
      wide[s] = (weight[s] / all) * width;
      unit += wide[s];
    }
    return { time, from, to: from + width };
  });
  at[trace.length] = instants[instants.length - 1].to;
  return new Axis(at, wide, (from, to, apart) => timeMarks(instants, second, from, to, apart), instants);
}

/** Why a run can't be laid out by time; none where it can. @param {Trace} trace */
export function whyNotByTime(trace) {
  if (trace.loop.of.length === 0) return words.axis.noLoop;
  return momentsOf(trace).length < 2 ? words.axis.noTime : "";
}

/** A round number of steps that keeps the marks so far apart. @param {number} scale @param {number} apart pixels */
export function tickEvery(scale, apart) {
  let every = 1;
  for (let i = 0; every * scale < apart; i++) every *= i % 3 === 1 ? 2.5 : 2;
  return every;
}

/** One for a step that is walked through; those folded between two share a small width. @param {Trace} trace @param {Walk} walk */
function weights(trace, walk) {
  const weight = new Float64Array(trace.length);
  for (const s of walk.steps) weight[s] = 1;
  for (let s = 0; s < trace.length;) {
    const from = s;
    while (s < trace.length && weight[s] !== 1) s++;
    if (s > from) weight.fill(FOLDED / (s - from), from, s);
    else s++;
  }
  return weight;
}

/** The instants of the virtual clock at which something happens. @param {Trace} trace */
function momentsOf(trace) {
  const { loop } = trace;
  const moments = [{ time: 0, first: 0, beyond: trace.length }];
  loop.of.forEach(({ op, when }, i) => {
    const now = moments[moments.length - 1];
    const woken = loop.at[i];
    if (op !== "time" || when === null || when <= now.time) return;
    if (woken === now.first) {
      now.time = when; // the clock went on before anything happened
    } else {
      now.beyond = woken;
      moments.push({ time: when, first: woken, beyond: trace.length });
    }
  });
  return moments;
}

/** Each instant where there is room, and round times in the sleeps. @param {Instant[]} instants @param {number} second in units @param {number} from @param {number} to @param {number} apart */
function timeMarks(instants, second, from, to, apart) {
  /** @type {Mark[]} */
  const marks = [];
  const every = roundSeconds(apart / second);
  const room = apart * 0.999; // sums of floats
  let last = -Infinity;
  const put = (/** @type {number} */ unit, /** @type {number} */ time) => {
    if (unit >= from && unit <= to) marks.push({ unit, text: `${Number(time.toFixed(6))} s` });
    last = unit;
  };
  instants.forEach((instant, i) => {
    if (instant.from - last >= room) put(instant.from, instant.time);
    const next = instants[i + 1];
    if (!next || next.from < from || instant.to > to) return;
    for (let n = Math.floor(instant.time / every) + 1; n * every < next.time; n++) {
      const unit = instant.to + (n * every - instant.time) * second;
      if (unit - last >= room && next.from - unit >= room) put(unit, n * every);
    }
  });
  return marks;
}

/** @param {number} least */
function roundSeconds(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((digit) => digit * power >= least) ?? 10);
}
