// Situations among coroutines and tasks in which people predict wrongly, each recognised by its events alone: see situations.js.

import { handover } from "./answers.js";
import { as } from "./situation.js";
import { NOBODY } from "./trace.js";
import { words } from "../words/words.js";
import { handsOn } from "./waiting.js";

/** @import { Recognise, Situation } from "./situation.js" */
/** @import { Trace } from "./trace.js" */

/** A coroutine is awaited for the first time while other tasks could run. @type {Recognise} */
export function awaits(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, how } = step;
  const from = situation.lineOf(peer);
  const others = othersOf(situation, [frame.id, peer ?? NOBODY]);
  if (how !== "await" || from < 0 || !situation.isEntry || peer === null || !others.length || handover(trace, from) !== at) return null;
  return {
    kind: "await-may-not-switch",
    step: from,
    ask: "frame",
    text: `${situation.lineInWords(from)} ${words.predict.whichFrame}`,
    wrong: [as("await-may-not-switch", trace.label(others[0])), as("await-may-not-switch", trace.label(NOBODY))],
  };
}

/** A task really suspends, and another one runs. @type {Recognise} */
export function sleeps(situation) {
  const { trace, at, step } = situation;
  const { frame, how } = step;
  const from = situation.lineOf(frame.id);
  const next = from < 0 ? -1 : handover(trace, from);
  if (how !== "await" || next < at || trace.active[lastOfChain(trace, at)] !== NOBODY) return null;
  const now = trace.active[next];
  const chain = chainFrom(trace, at);
  if (now === NOBODY || chain.includes(now)) return null;
  const isNew = trace.isEntry(next);
  return {
    kind: isNew ? "create-task-starts-later" : "sleep-lets-others-run",
    step: from,
    ask: "frame",
    text: `${situation.lineInWords(from)} ${words.predict.whichFrame}`,
    wrong: [
      as("sleep-lets-others-run", trace.label(frame.id)),
      ...chain.slice(1, 2).map((outer) => as("await-is-not-concurrency", trace.label(outer))),
    ],
  };
}

/** A task is asked to cancel itself. @type {Recognise} */
export function cancels(situation) {
  const { trace, at, step } = situation;
  const asked = trace.entriesAt(trace.raw.loop, at).find(({ op }) => op === "task_cancel")?.frame ?? -1;
  if (asked < 0 || asked === step.frame.id || trace.stateAt(asked, at) !== "suspended") return null;
  return {
    kind: "cancel-is-a-request",
    step: at,
    ask: "state",
    frame: asked,
    text: `${situation.lineInWords(at)} ${words.predict.cancelsTask(situation.label(asked))}`,
    wrong: [as("cancel-is-a-request", "closed"), { answer: "running", why: words.predict.runsOnlyThen }],
  };
}

/** The frames of other tasks that are not done. @param {Situation} situation @param {number[]} except */
function othersOf({ trace, at }, except) {
  return trace.frames
    .filter(({ id, task }) => task && !except.includes(id) && ["created", "suspended"].includes(trace.stateAt(id, at) ?? ""))
    .map(({ id }) => id);
}

/** The last of the steps by which frames fall asleep together. @param {Trace} trace @param {number} s */
function lastOfChain(trace, s) {
  while (handsOn(trace, s)) s++;
  return s;
}

/** The frames that fall asleep together, from the innermost. @param {Trace} trace @param {number} s */
function chainFrom(trace, s) {
  const chain = [];
  for (; ; s++) {
    chain.push(trace.raw.stepFrame[s]);
    if (!handsOn(trace, s)) return chain;
  }
}
