// The event loop after a step: its clock, what is ready, what is timed, its tasks.
// Each callback, timer and task is an interval of steps, so that any step can be asked without replaying those before it.

import { countUpTo } from "./search.js";

/** @import { Trace } from "./trace.js" */

const TIME = 0, READY = 1, RUN = 2, TIMER = 3, TIMER_GONE = 4, TASK = 5, TASK_DONE = 6, TASK_CANCEL = 7, BEGIN = 8, STOP = 9, PASSED = 13;
const EVER = Infinity;
/** What ends a turn of a task's frame. @type {Set<import("./packed.js").EventName>} */
const ENDS = new Set(["suspend", "return", "raise"]);

/**
 * @typedef {{ id: number, text: string, when: number|null, from: number, to: number }} Span
 * @typedef {{ name: string, frame: number, from: number, done: number, cancelled: number }} Task
 * @typedef {{ from: number, to: number }} Turn
 * @typedef {ReturnType<LoopHistory["at"]>} LoopState
 */

export class LoopHistory {
  /** @type {Span[]} */ #ready = [];
  /** @type {Span[]} */ #timers = [];
  /** @type {Span[]} */ #runs = [];
  /** @type {Task[]} */ #tasks = [];
  /** @type {{ at: number, when: number }[]} */ #times = [];
  /** From begin to stop, each time a loop ran. @type {Turn[]} */
  turns = [];

  /** @param {Trace} trace */
  constructor(trace) {
    const { loop } = trace.raw;
    this.empty = loop.of.length === 0;
    /** @type {Map<number, Span>} */ const ready = new Map();
    /** @type {Map<number, Span>} */ const timers = new Map();
    /** @type {Map<string, Task>} */ const tasks = new Map();
    loop.of.forEach(({ op, id, text, when, frame }, i) => {
      const at = loop.at[i];
      const span = { id, text, when, from: at, to: EVER };
      switch (op) {
        case TIME: this.#times.push({ at, when: when ?? 0 }); break;
        case READY: ready.set(id, span); this.#ready.push(span); break;
        case RUN: {
          const waiting = ready.get(id);
          if (waiting) waiting.to = at;
          this.#endRun(at);
          this.#runs.push({ ...span, text: text || (waiting?.text ?? "") });
          break;
        }
        case PASSED: close(ready.get(id), at); break;
        case TIMER: timers.set(id, span); this.#timers.push(span); break;
        case TIMER_GONE: close(timers.get(id), at); break;
        case TASK: {
          const task = { name: text, frame, from: at, done: EVER, cancelled: EVER };
          tasks.set(text, task);
          this.#tasks.push(task);
          break;
        }
        case TASK_DONE: { const task = tasks.get(text); if (task) task.done = at; break; }
        case TASK_CANCEL: { const task = tasks.get(text); if (task) task.cancelled = at; break; }
        case BEGIN: this.turns.push({ from: at, to: EVER }); break;
        case STOP: this.#endRun(at); close(this.turns.at(-1), at); break;
      }
    });
    for (const run of this.#runs) run.to = Math.min(run.to, endOfTurn(trace, tasks.get(run.text)?.frame ?? -1, run.from));
  }

  /** Whether a callback came to the ready queue and left it again within one step. @param {string} text @param {number} step */
  passedThroughReady(text, step) {
    return this.#ready.some((span) => span.text === text && span.from === step && span.to === step);
  }

  /** @param {number} step */
  at(step) {
    const open = (/** @type {{ from: number, to: number }} */ span) => span.from <= step && step < span.to;
    return {
      time: this.#times.findLast((t) => t.at <= step)?.when ?? 0,
      running: this.turns.some(open),
      begun: this.turns.some((turn) => turn.from <= step),
      now: this.#runs.find(open) ?? null,
      ready: this.#ready.filter(open),
      timers: this.#timers.filter(open).sort((a, b) => (a.when ?? 0) - (b.when ?? 0)),
      tasks: this.#tasks.filter((task) => task.from <= step),
    };
  }

  /** @param {number} at */
  #endRun(at) {
    const last = this.#runs.at(-1);
    if (last && last.to === EVER) last.to = at;
  }
}

/** The step at which the frame that a callback drives sleeps again, or ends. @param {Trace} trace @param {number} frame none: -1 @param {number} from */
function endOfTurn(trace, frame, from) {
  if (frame < 0) return EVER;
  const own = trace.stepsOf(frame);
  let i = countUpTo(own, from);
  while (i < own.length && !ENDS.has(trace.raw.events[own[i]])) i++;
  return own[i] ?? EVER;
}

/** @param {{ to: number }|undefined} span @param {number} at */
function close(span, at) {
  if (span) span.to = at;
}
