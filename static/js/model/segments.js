// The life of each frame as a row of segments: from a step up to another, one state. This is what the timeline draws.
//
// `waiting` is the state `running` of a frame that has called or resumed another one: CPython calls both GEN_RUNNING.

import { groupBy } from "./search.js";
import { NOBODY } from "./trace.js";

/** @import { Trace } from "./trace.js" */

/**
 * @typedef {"created"|"running"|"waiting"|"suspended"|"closed"|"failed"} Look
 * @typedef {object} Segments  columns: the segments of one row lie in order, without overlap
 * @property {Int32Array} from
 * @property {Int32Array} to  the first step that is not in it any more
 * @property {Uint8Array} look  an index into LOOKS
 * @property {Int32Array} line  where a suspended one sleeps
 */

/** @type {Look[]} in order of importance: what is seen of many frames in one row */
export const LOOKS = ["running", "suspended", "waiting", "created", "failed", "closed"];
const [RUNNING, SUSPENDED, WAITING, CREATED, FAILED, CLOSED] = LOOKS.keys();

/**
 * @param {Trace} trace
 * @returns {(frame: number) => Segments}
 */
export function segmentsOf(trace) {
  const { raw, active, length } = trace;
  const sink = new Sink(trace.frames.length);
  const state = new Uint8Array(trace.frames.length).fill(CLOSED);
  const seen = new Uint8Array(trace.frames.length);
  let next = 0;
  let before = NOBODY;
  for (let s = 0; s < length; s++) {
    for (; next < raw.states.at.length && raw.states.at[next] <= s; next++) {
      const { frame, state: name } = raw.states.of[next];
      seen[frame] = 1;
      switch (name) {
        case "created":
          state[frame] = CREATED;
          break;
        case "running":
          state[frame] = WAITING;
          break;
        case "suspended":
          state[frame] = SUSPENDED;
          break;
        default:
          state[frame] = raw.events[s] === "raise" && raw.stepFrame[s] === frame && !trace.isOrderlyClose(s) ? FAILED : CLOSED;
      }
      if (frame !== active[s]) sink.turn(frame, s, state[frame], state[frame] === SUSPENDED ? trace.lineAt(frame, s) : 0);
    }
    const now = active[s];
    if (now !== before && before !== NOBODY && state[before] === WAITING) sink.turn(before, s, WAITING, 0);
    if (now !== NOBODY && seen[now]) sink.turn(now, s, state[now] === WAITING ? RUNNING : state[now], 0);
    before = now;
  }
  return sink.finish(length);
}

/**
 * Many rows as one: at each step the most important look of all of them.
 * @param {Segments[]} rows
 * @returns {Segments}
 */
export function merge(rows) {
  if (rows.length === 1) return rows[0];
  /** @type {{ at: number, look: number, by: number }[]} */
  const turns = [];
  for (const row of rows) {
    for (let i = 0; i < row.from.length; i++) {
      turns.push({ at: row.from[i], look: row.look[i], by: 1 }, { at: row.to[i], look: row.look[i], by: -1 });
    }
  }
  turns.sort((a, b) => a.at - b.at);
  const counts = new Int32Array(LOOKS.length);
  const sink = new Sink(1);
  let end = 0;
  for (let i = 0; i < turns.length;) {
    const { at } = turns[i];
    for (; i < turns.length && turns[i].at === at; i++) counts[turns[i].look] += turns[i].by;
    const look = counts.findIndex((count) => count > 0);
    if (look >= 0) sink.turn(0, at, look, 0);
    end = at;
  }
  return sink.finish(end)(0);
}

/** The segment that holds a step, by its index; -1 where there is none. @param {Segments} row @param {number} step */
export function segmentAt(row, step) {
  let low = 0;
  let high = row.from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row.from[middle] <= step) low = middle + 1;
    else high = middle;
  }
  return low > 0 && row.to[low - 1] > step ? low - 1 : -1;
}

/** Collects turns of many rows and hands out each row's segments. */
class Sink {
  /** @type {number[]} */ #row = [];
  /** @type {number[]} */ #from = [];
  /** @type {number[]} */ #look = [];
  /** @type {number[]} */ #line = [];
  /** @type {Int32Array} the last turn of each row, -1 before its first */ #last;

  /** @param {number} rows */
  constructor(rows) {
    this.#last = new Int32Array(rows).fill(-1);
  }

  /** @param {number} row @param {number} at @param {number} look @param {number} line */
  turn(row, at, look, line) {
    const last = this.#last[row];
    if (last >= 0 && this.#look[last] === look && this.#line[last] === line) return;
    if (last >= 0 && this.#from[last] === at) {
      this.#look[last] = look;
      this.#line[last] = line;
      return;
    }
    this.#last[row] = this.#row.length;
    this.#row.push(row);
    this.#from.push(at);
    this.#look.push(look);
    this.#line.push(line);
  }

  /** @param {number} end @returns {(row: number) => Segments} */
  finish(end) {
    const listOf = groupBy(this.#last.length, this.#row);
    return (row) => {
      const own = listOf(row);
      const from = Int32Array.from(own, (i) => this.#from[i]);
      return {
        from,
        to: Int32Array.from(own, (_, i) => from[i + 1] ?? end),
        look: Uint8Array.from(own, (i) => this.#look[i]),
        line: Int32Array.from(own, (i) => this.#line[i]),
      };
    };
  }
}
