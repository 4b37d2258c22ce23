// Why a frame runs: who called or resumed it, and who those; where that is the event loop, what made its task ready: a timer, another task's end,
// a frame that woke, made or cancelled it, and why that frame ran.

import { textAt } from "./loop.js";
import { seconds, text } from "./parts.js";
import { countUpTo } from "./search.js";
import { NOBODY } from "./trace.js";

/** @import { Finding } from "./findings/finding.js" */
/** @import { Task } from "./loop.js" */
/** @import { LoopChange } from "./packed.js" */
/** @import { Part } from "./parts.js" */
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
    const { of } = this.trace.raw.loop;
    const asleep = this.trace.lastEventOf(task.frame, entry - 1, "suspend");
    const [from, to] = this.#between(asleep < 0 ? task.from - 1 : asleep, entry);
    const found = (/** @type {(told: LoopChange, i: number) => boolean} */ is) => {
      for (let i = from; i < to; i++) if (is(of[i], i)) return i;
      return -1;
    };
    const cancelled = found(({ op, id }) => op === "task_cancel" && id === task.number);
    if (cancelled >= 0) return this.#cancelled(task, cancelled);
    const due = found(({ op, id }, i) => op === "timer_gone" && this.#timer(id, i)?.task === task.number);
    if (due >= 0) return this.#due(task, due, asleep);
    const made = found(({ op, id }) => op === "task" && id === task.number);
    if (made >= 0) return this.#by(made, text(` makes ${this.#name(task, made)}, which is ready at once.`));
    const ready = found(({ op, task: of }) => op === "ready" && of === task.number);
    return ready < 0 ? null : this.#woken(task, ready);
  }

  /** @param {Task} task @param {number} i @returns {From|null} */
  #cancelled(task, i) {
    const name = this.#name(task, i);
    const why = this.#justBefore(i);
    if (this.#activeAt(i) !== NOBODY) return this.#by(i, text(` has ${name} cancelled.`));
    if (why) return this.#follows(why, `so ${name} is cancelled`);
    this.#add(this.#stepOf(i), task.frame, [text(`The event loop ends, so ${name} is cancelled.`)]);
    return null;
  }

  /** @param {Task} task @param {number} i @param {number} asleep @returns {From|null} */
  #due(task, i, asleep) {
    const when = this.#timer(this.trace.raw.loop.of[i].id, i)?.when ?? 0;
    this.#add(this.#stepOf(i), task.frame, [text(`The timer of ${this.#name(task, i)} is due at ${seconds(when)}, which wakes it.`)]);
    return asleep < 0 ? null : { frame: task.frame, step: asleep };
  }

  /** @param {Task} task @param {number} i @returns {From|null} */
  #woken(task, i) {
    const why = this.#justBefore(i);
    if (why) return this.#follows(why, `which wakes ${this.#name(task, i)}`);
    if (this.#activeAt(i) === NOBODY) return null;
    return this.#by(i, text(` wakes ${this.#name(task, i)}.`));
  }

  /** The end of a task, or a timer, that comes before a change of the loop at the same step. @param {number} i @returns {{ told: LoopChange, i: number }|null} */
  #justBefore(i) {
    const { at, of } = this.trace.raw.loop;
    for (let k = i - 1; k >= 0 && at[k] === at[i]; k--) {
      if (of[k].op === "task_done" || of[k].op === "timer_gone") return { told: of[k], i: k };
    }
    return null;
  }

  /** @param {{ told: LoopChange, i: number }} why @param {string} so @returns {From|null} */
  #follows({ told, i }, so) {
    const step = this.#stepOf(i);
    if (told.op === "timer_gone") {
      const timer = this.#timer(told.id, i);
      const owner = timer && this.run.loop.tasks.find(({ number }) => number === timer.task);
      const whose = owner ? ` of ${this.#name(owner, i)}` : "";
      this.#add(step, owner?.frame ?? NOBODY, [text(`The timer${whose} is due at ${seconds(timer?.when ?? 0)}, ${so}.`)]);
      return null;
    }
    const ended = this.run.loop.tasks.find(({ number }) => number === told.id);
    const how = told.end === "returned" ? "returns" : told.end === "raised" ? `ends with ${told.value}` : "ends cancelled";
    this.#add(step, told.frame, [text(`${ended ? this.#name(ended, i) : told.text} ${how}, ${so}.`)]);
    return told.frame < 0 ? null : { frame: told.frame, step };
  }

  /** The frame in control did it, in the line that it ran. @param {number} i @param {Part} does @returns {From|null} */
  #by(i, does) {
    const frame = this.#activeAt(i);
    const step = this.#stepOf(i);
    if (frame === NOBODY) return null;
    this.#add(step, frame, [
      { kind: "frame", text: this.trace.label(frame), frame },
      text(`, line ${this.trace.lineAt(frame, step)},`),
      does,
    ]);
    return { frame, step };
  }

  /** The changes of the loop between two steps. @param {number} from @param {number} to @returns {[number, number]} */
  #between(from, to) {
    const { at } = this.trace.raw.loop;
    return [countUpTo(at, from - 1), countUpTo(at, to - 1)];
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
