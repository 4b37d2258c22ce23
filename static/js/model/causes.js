// Why a frame runs: who called or resumed it, and who those; where that is the event loop, what made its task ready: a timer, another task's end,
// a frame that woke, made or cancelled it, and why that frame ran.

import { textAt } from "./loop.js";
import { words } from "../words/words.js";
import { countUpTo } from "./search.js";
import { NOBODY } from "./trace.js";

/** @import { Finding } from "./findings/finding.js" */
/** @import { Task } from "./loop.js" */
/** @import { Part } from "../words/parts.js" */
/** @import { Run } from "./run.js" */

/** A longer chain is not followed. */
const MOST_CAUSES = 40;

/** @param {Run} run @param {number} frame @param {number} step @returns {Finding[]} from the last cause back to the first; none where the frame has not run */
export function causesOf(run, frame, step) {
  const chain = new Chain(run);
  chain.follow(frame, step);
  return chain.causes;
}

/** @typedef {{ frame: number, step: number }} From  a frame that had a part in it, at a step: what is asked of next */

class Chain {
  /** @type {Finding[]} */ causes = [];

  /** @param {Run} run */
  constructor(run) {
    this.run = run;
    this.trace = run.trace;
  }

  /** @param {number} frame @param {number} step */
  follow(frame, step) {
    /** @type {From|null} */
    let next = { frame, step };
    while (next && this.causes.length < MOST_CAUSES) next = this.#before(next);
  }

  /** @param {From} from @returns {From|null} */
  #before({ frame, step }) {
    const { trace } = this;
    const last = trace.lastStepOf(frame, step);
    const entry = last < 0 ? -1 : trace.entryAt[last];
    if (entry < 0) return null;
    this.#add(entry, frame, this.run.sentence(entry));
    const { peer } = trace.step(entry);
    if (peer !== null && peer !== NOBODY) return { frame: peer, step: entry - 1 };
    const task = this.run.loop.taskOf(frame);
    return task ? this.#madeReady(task, entry) : null;
  }

  /** What made a task ready, which the loop resumes at a step. @param {Task} task @param {number} entry @returns {From|null} */
  #madeReady(task, entry) {
    const { at, of } = this.trace.raw.loop;
    let i = countUpTo(at, entry - 1) - 1;
    while (i >= 0 && !(of[i].op === "ready" && of[i].task === task.number && of[i].frame === task.frame)) i--;
    return i < 0 ? null : this.#why(task, i, "wakes");
  }

  /**
   * What led to a change of the loop that woke a task, or cancelled it: among the changes before it, up to the step at which they begin.
   * @param {Task} task @param {number} i @param {"wakes"|"cancels"} does @returns {From|null}
   */
  #why(task, i, does) {
    const { at, of } = this.trace.raw.loop;
    for (let k = i - 1; k >= 0 && at[k] === at[i]; k--) {
      const { op, id } = of[k];
      if (op === "task_cancel" && id === task.number && does === "wakes") return this.#why(task, k, "cancels");
      if (op === "task" && id === task.number) return this.#by(k, words.causes.makes, this.#name(task, k));
      if (op === "timer_gone") return this.#due(task, k, does);
      if (op === "task_done") return this.#ended(task, k, does);
      if (op === "run") return this.#ran(task, k, does);
    }
    if (this.#activeAt(i) !== NOBODY) return this.#by(i, words.causes[does], this.#name(task, i));
    if (does === "cancels") this.#add(this.#stepOf(i), task.frame, words.causes.loopStops(this.#name(task, i)));
    return null;
  }

  /** A callback ran: of the task itself on its way to the ready queue, or of another task. @param {Task} task @param {number} i @param {"wakes"|"cancels"} does @returns {From|null} */
  #ran(task, i, does) {
    const { of } = this.trace.raw.loop;
    let ready = i - 1;
    while (ready >= 0 && !(of[ready].op === "ready" && of[ready].id === of[i].id)) ready--;
    if (ready < 0) return null;
    const other = this.run.loop.tasks.find(({ number }) => number === of[ready].task && number !== task.number);
    if (!other) return this.#why(task, ready, does);
    this.#add(this.#stepOf(i), other.frame, words.causes.goesOn(this.#name(other, i), does, this.#name(task, i)));
    return this.#why(other, ready, "wakes");
  }

  /** @param {Task} task @param {number} i @param {"wakes"|"cancels"} does @returns {From|null} */
  #due(task, i, does) {
    const timer = this.#timer(this.trace.raw.loop.of[i].id, i);
    const owner = this.run.loop.tasks.find(({ number }) => number === timer?.task);
    const step = this.#stepOf(i);
    const name = owner ? this.#name(owner, i) : null;
    const due = { owner: name, when: timer?.when ?? 0, does, task: this.#name(task, i), isOwn: owner === task };
    this.#add(step, task.frame, words.causes.timerDue(due));
    const { frame } = owner ?? task; // who set the timer, as far as is known
    const asleep = frame < 0 ? -1 : this.trace.lastEventOf(frame, step, "suspend");
    return asleep < 0 ? null : { frame, step: asleep };
  }

  /** @param {Task} task @param {number} i @param {"wakes"|"cancels"} does @returns {From|null} */
  #ended(task, i, does) {
    const { id, frame, end, value, text: name } = this.trace.raw.loop.of[i];
    const ended = this.run.loop.tasks.find(({ number }) => number === id);
    const other = ended ? this.#name(ended, i) : name;
    this.#add(this.#stepOf(i), frame, words.causes.ended({ other, end, value, does, task: this.#name(task, i) }));
    return frame < 0 ? null : { frame, step: this.#stepOf(i) };
  }

  /** The frame in control did it, in the line that it ran. @param {number} i @param {(frame: Part, line: number, task: string) => Part[]} says @param {string} task @returns {From|null} */
  #by(i, says, task) {
    const frame = this.#activeAt(i);
    const step = this.#stepOf(i);
    if (frame === NOBODY) return null;
    this.#add(step, frame, says({ kind: "frame", text: this.trace.label(frame), frame }, this.trace.lineAt(frame, step), task));
    return { frame, step };
  }

  /** The setting of the timer that is gone at a change. @param {number} id @param {number} i */
  #timer(id, i) {
    const { of } = this.trace.raw.loop;
    for (let k = i - 1; k >= 0; k--) if (of[k].op === "timer" && of[k].id === id) return of[k];
    return null;
  }

  /** @param {number} i */
  #stepOf(i) {
    return this.trace.raw.loop.at[i];
  }

  /** @param {number} i */
  #activeAt(i) {
    return this.trace.active[this.#stepOf(i)];
  }

  /** @param {Task} task @param {number} i */
  #name(task, i) {
    return textAt(task.names, this.trace.loop.at[i]);
  }

  /** @param {number} step @param {number} frame @param {Part[]} parts */
  #add(step, frame, parts) {
    this.causes.push({ step, frame: frame === NOBODY ? this.trace.raw.stepFrame[step] : frame, parts });
  }
}
