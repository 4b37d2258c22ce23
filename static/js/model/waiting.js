// Who waits for whom: the stack of the frames that run, and the chains of those that sleep because another one does.

import { NOBODY } from "./trace.js";
import { lastUpTo } from "./search.js";

/** @import { Step, Trace } from "./trace.js" */

/**
 * The running frames after a step, the one in control first, each resumed or called by the next. NOBODY stands for the event loop.
 * @param {Trace} trace @param {number} step
 */
export function stackAt(trace, step) {
  /** @type {number[]} */
  const stack = [];
  let frame = trace.active[step];
  if (frame === NOBODY && !loopRuns(trace, step)) return stack;
  while (true) {
    stack.push(frame);
    const by = frame === NOBODY ? loopStarter(trace, step) : trace.resumerAt(frame, step);
    if (by === null || stack.includes(by)) return stack;
    if (by === NOBODY && !loopRuns(trace, step)) return stack;
    frame = by;
  }
}

/**
 * The chains of delegation among the sleeping: each begins with a frame that nobody sleeping waits for, and goes inwards.
 * `how` says how a frame waits for the next of its chain.
 * @param {Trace} trace @param {number} step
 * @returns {{ frame: number, how: string }[][]}
 */
export function chainsAt(trace, step) {
  const sleeping = trace.sleepingAt(step).map((frame) => frame.id);
  const next = new Map(sleeping.map((frame) => [frame, delegateOf(trace, frame, step)]));
  const waitedFor = new Set(next.values());
  return sleeping
    .filter((frame) => !waitedFor.has(frame))
    .map((head) => {
      const chain = [];
      for (let frame = head; frame >= 0 && chain.length <= sleeping.length; frame = next.get(frame) ?? -1) {
        chain.push({ frame, how: trace.step(trace.lastEventOf(frame, step, "suspend")).how });
      }
      return chain;
    });
}

/**
 * The sleeping frame whose yield or await a sleeping frame passed on when it fell asleep itself; -1 where it sleeps on its own account.
 * @param {Trace} trace @param {number} frame @param {number} step
 */
export function delegateOf(trace, frame, step) {
  const asleep = trace.lastEventOf(frame, step, "suspend");
  if (asleep <= 0 || trace.step(asleep).how === "yield") return -1;
  const before = trace.step(asleep - 1);
  const passedOn = before.event === "suspend" && before.peer === frame && trace.stateAt(before.frame.id, step) === "suspended";
  return passedOn ? before.frame.id : -1;
}

/**
 * Whether a step only hands on to the next one: a frame that delegates passes a request inwards, or a suspension outwards, without running a line.
 * @param {Trace} trace @param {number} step
 */
export function handsOn(trace, step) {
  if (step + 1 >= trace.length) return false;
  const [now, next] = [trace.step(step), trace.step(step + 1)];
  if (next.event !== now.event || !(isDelegation(next.how) || isWokenUp(trace, next))) return false;
  return now.event === "suspend" ? now.peer === next.frame.id : now.event === "resume" && next.peer === now.frame.id;
}

/** @param {string} how */
function isDelegation(how) {
  return how === "await" || how === "yield from";
}

/** An async generator that sleeps at its own `await` is not asked for a value by an `anext`, but woken up. @param {Trace} trace @param {Step} step */
function isWokenUp(trace, { event, frame, index }) {
  if (event !== "resume" || frame.kind !== "async_generator") return false;
  const asleep = trace.lastEventOf(frame.id, index - 1, "suspend");
  return asleep >= 0 && trace.step(asleep).how === "await";
}

/** @param {Trace} trace @param {number} step */
export function loopRuns(trace, step) {
  const { loop } = trace;
  for (let i = lastUpTo(loop.at, step); i >= 0; i--) {
    if (loop.of[i].op === "begin") return true;
    if (loop.of[i].op === "stop") return false;
  }
  return false;
}

/** The frame that set the loop running. @param {Trace} trace @param {number} step */
function loopStarter(trace, step) {
  const { loop } = trace;
  for (let i = lastUpTo(loop.at, step); i >= 0; i--) {
    if (loop.of[i].op !== "begin") continue;
    for (let s = loop.at[i]; s >= 0; s--) {
      const frame = trace.active[s];
      if (frame !== NOBODY && trace.stateAt(frame, step) === "running") return frame;
    }
    return null;
  }
  return null;
}
