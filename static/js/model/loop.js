// The event loop after a step: its clock, what is ready, what is timed, its tasks.
// Each callback, timer and task is an interval of steps, so that any step can be asked without replaying those before it.

import { countUpTo, lastUpTo } from "./search.js";
import { NOBODY } from "./trace.js";

/** @import { Trace } from "./trace.js" */

const EVER = Infinity;
/** What ends a turn of a task's frame. @type {Set<import("./packed.js").EventName>} */
const ENDS = new Set(["suspend", "return", "raise"]);

/**
 * @typedef {object} Span  a callback in the ready queue, or a timer
 * @property {number} id
 * @property {string} text
 * @property {number|null} when
 * @property {number} task  the number of the task that it belongs to, 0 for none
 * @property {number} frame  that of the task it steps, -1 for none
 * @property {number} from
 * @property {number} to
 *
 * @typedef {{ at: number[], text: string[] }} Texts  what holds from a step on
 *
 * @typedef {object} Task
 * @property {number} number
 * @property {number} frame  what it drives, -1 where that is not shown
 * @property {string} coroutine  what that is called, where it is not shown
 * @property {number} from
 * @property {number} done
 * @property {import("./packed.js").TaskEnd} end  how it ended
 * @property {string} result  what it returned or raised
 * @property {number} cancelled  when it was asked to end
 * @property {Texts} names
 * @property {Texts} waits  what it waits for, each time it sleeps
 *
 * @typedef {{ from: number, to: number }} Turn
 * @typedef {ReturnType<LoopHistory["at"]>} LoopState
 */

export class LoopHistory {
  #trace;
  /** @type {Span[]} */ #ready = [];
  /** @type {Span[]} */ #timers = [];
  /** @type {Span[]} */ #runs = [];
  /** @type {Task[]} */ #tasks = [];
  /** From begin to stop, each time a loop ran. @type {Turn[]} */
  turns = [];

  /** @param {Trace} trace */
  constructor(trace) {
    this.#trace = trace;
    const { loop } = trace;
    this.empty = loop.of.length === 0;
    /** @type {Map<number, Span>} */ const ready = new Map();
    /** @type {Map<number, Span>} */ const timers = new Map();
    /** @type {Map<number, Task>} */ const tasks = new Map();
    loop.of.forEach((told, i) => {
      const { op, id, text, when, frame, task } = told;
      const at = loop.at[i];
      const span = { id, text, when, task, frame, from: at, to: EVER };
      switch (op) {
        case "time":
          if (programFrameAt(trace, trace.raw.loop.at[i]) === NOBODY) this.#endRun(at); // else a callback lets time pass, by `time.sleep`
          break;
        case "ready":
          ready.set(id, span);
          this.#ready.push(span);
          break;
        case "run": {
          const waiting = ready.get(id);
          if (waiting) waiting.to = at;
          this.#endRun(at);
          this.#runs.push({ ...span, text: waiting?.text ?? "", task: waiting?.task ?? 0, frame: waiting?.frame ?? -1 });
          break;
        }
        case "passed":
          close(ready.get(id), at);
          break;
        case "timer":
          timers.set(id, span);
          this.#timers.push(span);
          break;
        case "timer_gone":
          close(timers.get(id), at);
          break;
        case "task": {
          const made = newTask(id, frame, text, at);
          tasks.set(id, made);
          this.#tasks.push(made);
          break;
        }
        case "begin":
          this.turns.push({ from: at, to: EVER });
          break;
        case "stop":
          this.#endRun(at);
          close(this.turns.at(-1), at);
          break;
        default:
          change(tasks.get(id), told, this.#isOwn(told, i) ? trace.raw.loop.at[i] : at);
      }
    });
    for (const run of this.#runs)
      run.to = Math.min(run.to, trace.hasLibrary ? endOfCall(trace, run.from) : endOfTurn(trace, run.frame, run.from));
  }

  /** Whether a callback came to the ready queue and left it again within one step. @param {string} key of the callback @param {number} step */
  passedThroughReady(key, step) {
    return this.#ready.some((span) => keyOf(span) === key && span.from === step && span.to === step);
  }

  /** All tasks of the run. @returns {readonly Task[]} */
  get tasks() {
    return this.#tasks;
  }

  /** The task that a frame is driven by; none for most. @param {number} frame */
  taskOf(frame) {
    return this.#tasks.find((task) => task.frame === frame) ?? null;
  }

  /** @param {number} step */
  at(step) {
    const open = (/** @type {{ from: number, to: number }} */ span) => span.from <= step && step < span.to;
    return {
      time: this.#trace.timeAt(step),
      running: this.turns.some(open),
      begun: this.turns.some((turn) => turn.from <= step),
      now: this.#runs.find(open) ?? null,
      ready: this.#ready.filter(open),
      timers: this.#timers.filter(open).sort((a, b) => (a.when ?? 0) - (b.when ?? 0)),
      tasks: this.#tasks.filter((task) => task.from <= step),
    };
  }

  /** Whether what a task waits for, or how it ended, belongs to the very step of its frame. @param {import("./packed.js").LoopChange} told @param {number} i */
  #isOwn({ op, frame }, i) {
    const at = this.#trace.raw.loop.at[i];
    return (
      (op === "task_waits" || op === "task_done") && (frame >= 0 ? this.#trace.raw.stepFrame[at] === frame : givesControl(this.#trace, at))
    );
  }

  /** @param {number} at */
  #endRun(at) {
    const last = this.#runs.at(-1);
    if (last && last.to === EVER) last.to = at;
  }
}

/** The frame of the program that is in control after a step, through the frames of a library module such as `time`; NOBODY where it is the event loop. @param {Trace} trace @param {number} step */
export function programFrameAt(trace, step) {
  let frame = trace.active[step];
  while (frame !== NOBODY && trace.frames[frame].library) {
    if (trace.frames[frame].library.startsWith("asyncio")) return NOBODY;
    frame = trace.resumerAt(frame, step) ?? NOBODY;
  }
  return frame;
}

/** What a callback is known by while it goes from the timers to the ready queue, and runs: its task, or else its name. @param {Span} span */
export function keyOf({ task, text }) {
  return task ? `task ${task}` : text;
}

/** @param {number} number @param {number} frame @param {string} name @param {number} from @returns {Task} */
function newTask(number, frame, name, from) {
  return {
    number,
    frame,
    coroutine: "",
    from,
    done: EVER,
    end: "",
    result: "",
    cancelled: EVER,
    names: { at: [from], text: [name] },
    waits: { at: [], text: [] },
  };
}

/** The text that holds after a step; empty before the first. @param {Texts} texts @param {number} step */
export function textAt({ at, text }, step) {
  return text[lastUpTo(at, step)] ?? "";
}

/** @param {Task|undefined} task @param {import("./packed.js").LoopChange} told @param {number} at */
function change(task, { op, text, end, value }, at) {
  if (!task) return;
  switch (op) {
    case "task_done":
      Object.assign(task, { done: at, end, result: value });
      break;
    case "task_cancel":
      task.cancelled = Math.min(task.cancelled, at);
      break;
    case "task_drives":
      task.coroutine = text;
      break;
    case "task_waits":
      note(task.waits, at, text);
      break;
    case "task_name":
      note(task.names, at, text);
      break;
  }
}

/** @param {Texts} texts @param {number} at @param {string} text */
function note(texts, at, text) {
  texts.at.push(at);
  texts.text.push(text);
}

/** The step at which the frame that a callback drives sleeps again, or ends. @param {Trace} trace @param {number} frame none: -1 @param {number} from */
function endOfTurn(trace, frame, from) {
  if (frame < 0) {
    for (let s = from; s < trace.length; s++) if (givesControl(trace, s)) return s;
    return EVER;
  }
  const own = trace.stepsOf(frame);
  let i = countUpTo(own, from);
  while (i < own.length && !ENDS.has(trace.raw.events[own[i]])) i++;
  return own[i] ?? EVER;
}

/** Whether a step gives control to the event loop. @param {Trace} trace @param {number} step */
function givesControl(trace, step) {
  return trace.active[step] === NOBODY && ENDS.has(trace.raw.events[step]);
}

/** Where the loop's own frames are shown: the step at which the call by which it runs a callback has ended. @param {Trace} trace @param {number} from where the loop says that it does */
function endOfCall(trace, from) {
  const { events, stepFrame } = trace.raw;
  const loop = trace.active[from - 1];
  for (let s = from; s < trace.length; s++) {
    if (events[s] !== "call" || trace.step(s).peer !== loop) continue;
    const end = trace.stepsOf(stepFrame[s]).at(-1) ?? s;
    return ENDS.has(events[end]) ? end : EVER;
  }
  return EVER;
}

/** @param {{ to: number }|undefined} span @param {number} at */
function close(span, at) {
  if (span) span.to = at;
}
