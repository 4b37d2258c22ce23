// The situations in which people predict wrongly, each recognised by its events alone, and the question that it makes: what is asked, and what a
// misconception would predict. The right answer is not named here: answers.js reads it from the trace.

import { endOf, handover, outputAfter, stop } from "./answers.js";
import { countUpTo } from "./search.js";
import { Situation, as, madeAgain } from "./situation.js";
import { awaits, cancels, sleeps } from "./situations-of-tasks.js";
import { NOBODY } from "./trace.js";
import { words } from "../words/words.js";
import { handsOn } from "./waiting.js";

/** @import { EventName } from "./packed.js" */
/** @import { Run } from "./run.js" */
/** @import { Draft, Recognise } from "./situation.js" */
/** @import { Trace } from "./trace.js" */

/** Within so many lines a frame prints what one expects of it at once. */
const SOON = 2;

/** A call that only makes a frame. @type {Recognise} */
function makes(situation) {
  const { trace, at, step } = situation;
  const { frame, peer } = step;
  const from = situation.lineOf(peer);
  const next = situation.nextLine(at);
  const body = situation.bodyOf(frame.id);
  if (from !== at - 1 || next < 0 || !body || trace.raw.stepLine[next] === trace.raw.stepLine[from]) return null;
  if (!["created", "closed"].includes(trace.stateAt(frame.id, next) ?? "")) return null;
  const isTask = trace.entriesAt(trace.raw.loop, at).some(({ op, frame: driven }) => op === "task" && driven === frame.id);
  const kind = isTask ? "create-task-starts-later" : frame.kind === "coroutine" ? "never-awaited" : "call-runs-nothing";
  return {
    kind,
    step: from,
    ask: "line",
    text: `${situation.lineInWords(from)} ${words.predict.whichLine}`,
    wrong: [as(kind, String(body))],
  };
}

/** A frame that was suspended at a `yield` goes on. @type {Recognise} */
function goesOn(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, how } = step;
  const from = situation.lineOf(peer);
  const next = situation.nextLine(at);
  if ((how !== "next" && how !== "send") || from < 0 || situation.isEntry || situation.slept?.how !== "yield") return null;
  if (next < 0 || trace.raw.stepFrame[next] !== frame.id || handsOn(trace, at)) return null;
  return {
    kind: "yield-is-not-return",
    step: from,
    ask: "line",
    text: `${situation.lineInWords(from)} ${words.predict.asksAgain(situation.label(frame.id))}`,
    wrong: [
      as("yield-is-not-return", String(situation.bodyOf(frame.id))),
      { answer: String(step.line), why: words.predict.standsAt(step.line) },
    ],
  };
}

/** A value is sent to a frame at its `yield`. @type {Recognise} */
function sends(situation) {
  const { trace, at, step } = situation;
  const from = situation.lineOf(step.peer);
  const end = endOf(trace, at);
  const sent = step.value?.text ?? "None";
  if (step.how !== "send" || sent === "None" || from < 0 || situation.isEntry || end < 0 || trace.raw.events[end] === "raise") return null;
  const before = situation.slept?.value?.text ?? "None";
  return {
    kind: "where-sent-values-go",
    step: from,
    ask: "value",
    text: words.predict.givesBack(situation.expression),
    wrong: [
      as("where-sent-values-go", sent),
      { answer: before, why: words.predict.handedOutBefore },
      ...(trace.raw.events[end] === "return" ? [as("return-value-is-hidden", trace.step(end).value?.text ?? "None")] : []),
    ],
  };
}

/** A request goes past a frame that delegates. @type {Recognise} */
function goesThrough(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, how } = step;
  const from = situation.lineOf(peer);
  if ((how !== "next" && how !== "send") || from < 0 || !handsOn(trace, at)) return null;
  return {
    kind: "yield-from-is-not-a-for",
    step: from,
    ask: "frame",
    text: `${situation.lineInWords(from)} ${words.predict.whichFrame}`,
    wrong: [as("yield-from-is-not-a-for", trace.label(frame.id)), ...(peer === null ? [] : [as("call-runs-nothing", trace.label(peer))])],
  };
}

/** A frame is closed by hand. @type {Recognise} */
function closes(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, how, construct } = step;
  const from = situation.lineOf(peer);
  const until = endOf(trace, at);
  if ((how !== "close" && how !== "aclose") || construct !== "expression" || from < 0 || until < 0) return null;
  const isAsleep = trace.raw.events[until] === "suspend";
  const kind = isAsleep ? "yield-in-finally" : "close-ends-the-frame";
  return {
    kind,
    step: from,
    ask: "state",
    frame: frame.id,
    until,
    text: words.predict.stateAfter(situation.label(frame.id), situation.expression),
    wrong: [as(kind, isAsleep ? "closed" : "suspended"), madeAgain("created")],
  };
}

/** An exception is thrown in by hand. @type {Recognise} */
function throwsIn(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, how, construct } = step;
  const from = situation.lineOf(peer);
  const until = endOf(trace, at);
  if (how !== "throw" || construct !== "expression" || from < 0 || until < 0) return null;
  const isAsleep = trace.raw.events[until] === "suspend";
  return {
    kind: "throw-can-be-survived",
    step: from,
    ask: "state",
    frame: frame.id,
    until,
    text: words.predict.stateAfter(situation.label(frame.id), situation.expression),
    wrong: [
      isAsleep ? { answer: "closed", why: words.predict.notCaught } : { answer: "suspended", why: words.predict.caught },
      madeAgain("created"),
    ],
  };
}

/** A generator is closed as its last reference goes. @type {Recognise} */
function isDropped(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, construct } = step;
  const from = situation.lineOf(peer);
  const until = endOf(trace, at);
  if (construct !== "drop" || from < 0 || until < 0 || handover(trace, from) !== at) return null;
  return {
    kind: "dropped-is-closed",
    step: from,
    ask: "state",
    frame: frame.id,
    until,
    text: `${situation.lineInWords(from)} ${words.predict.losesReference(situation.label(frame.id))}`,
    wrong: [as("dropped-is-closed", "suspended"), madeAgain("created")],
  };
}

/** A `yield`: to whoever asked, past all who delegate. @type {Recognise} */
function yields(situation) {
  const { trace, at, step } = situation;
  const { frame, peer } = step;
  const from = situation.lineOf(frame.id);
  if (step.how !== "yield" || from < 0 || peer === null || handover(trace, from) < at) return null;
  const isPassed = handsOn(trace, at);
  const isAsync = frame.kind === "async_generator";
  const kind = isPassed ? "yield-from-is-not-a-for" : isAsync ? "async-yield-goes-to-its-asker" : "yield-gives-control-back";
  return {
    kind,
    step: from,
    ask: "frame",
    text: `${situation.lineInWords(from)} ${words.predict.whichFrame}`,
    wrong: [
      ...(isPassed ? [as(kind, trace.label(peer))] : isAsync ? [as(kind, trace.label(NOBODY))] : []),
      as("yield-gives-control-back", trace.label(frame.id)),
    ],
  };
}

/** A generator-like frame returns a value. @type {Recognise} */
function returns(situation) {
  const { trace, at, step } = situation;
  const { frame, value } = step;
  const from = situation.lineOf(frame.id);
  const entry = trace.entryAt[at];
  if (!frame.sleeps || from < 0 || entry < 0 || trace.isClosing(at)) return null;
  const { how } = trace.step(entry);
  const isDelegate = how === "await" || how === "yield from";
  const text = value?.text ?? "None";
  if (how === "loop" || text === "None") return null;
  const kind = isDelegate ? "delegation-gives-the-return-value" : "return-value-is-hidden";
  return {
    kind,
    step: from,
    ask: "value",
    frame: frame.id,
    text: isDelegate
      ? `${situation.lineInWords(from)} ${words.predict.evaluatesTo(how, situation.label(frame.id))}`
      : `${situation.lineInWords(from)} ${words.predict.askerGets(situation.label(frame.id))}`,
    wrong: [as(kind, isDelegate ? stop("StopIteration", text) : text), { answer: "None", why: words.predict.valueLost }],
  };
}

/** An exception leaves a frame that can sleep, and is caught further out. @type {Recognise} */
function raises(situation) {
  const { trace, at, step } = situation;
  const { frame, peer } = step;
  const from = situation.lineOf(frame.id);
  const next = situation.nextLine(at);
  if (!frame.sleeps || trace.isOrderlyClose(at) || from < 0 || peer === null || peer === NOBODY || next < 0) return null;
  return {
    kind: "exception-ends-the-frame",
    step: from,
    ask: "line",
    text: `${situation.lineInWords(from)} ${words.predict.exceptionLeaves(situation.label(frame.id))}`,
    wrong: [{ answer: String(trace.lineAt(peer, at)), why: words.predict.comesOutThere }],
  };
}

/** Another frame prints before the one that has control does. @type {Recognise} */
function prints(situation) {
  const { trace, at, step } = situation;
  if (at + 1 >= trace.length || trace.raw.events[at + 1] === "line") return null;
  const next = outputAfter(trace, at);
  if (!next || next.frame === step.frame.id || next.frame === NOBODY) return null;
  const own = firstOutputOf(trace, step.frame.id, at, soonAfter(trace, step.frame.id, at));
  const later = own < 0 ? null : outputAfter(trace, own - 1);
  if (later?.frame !== step.frame.id) return null;
  return {
    kind: "print-order",
    step: at,
    ask: "output",
    text: `${situation.lineInWords(at)} ${words.predict.whatIsPrinted}`,
    wrong: [{ answer: later.answer, why: words.predict.printsLater(trace.label(step.frame.id), later.step) }],
  };
}

/** @type {Partial<Record<EventName, Recognise[]>>} */
const RECOGNISERS = {
  create: [makes],
  resume: [sends, goesThrough, goesOn, closes, throwsIn, awaits, isDropped],
  suspend: [yields, sleeps],
  return: [returns],
  raise: [raises],
  line: [cancels, prints],
};

/** What a step of a run decides that people predict wrongly. @param {Run} run @param {number} at @returns {Draft[]} */
export function draftsAt(run, at) {
  const recognisers = RECOGNISERS[run.trace.raw.events[at]];
  if (!recognisers) return [];
  const situation = new Situation(run, at);
  return recognisers.flatMap((recognise) => recognise(situation) ?? []);
}

/** The step at which a frame has run the next lines, so many that one expects of it at once. @param {Trace} trace @param {number} frame @param {number} step */
function soonAfter(trace, frame, step) {
  const own = trace.stepsOf(frame);
  let lines = 0;
  for (let i = countUpTo(own, step); i < own.length; i++) {
    if (trace.raw.events[own[i]] === "line" && ++lines > SOON) return own[i];
  }
  return trace.last;
}

/** The step that shows what a frame prints first after a step, up to another one; -1 where it prints nothing. @param {Trace} trace @param {number} frame @param {number} from @param {number} to */
function firstOutputOf({ output }, frame, from, to) {
  for (let i = countUpTo(output.at, from); i < output.of.length && output.at[i] <= to; i++) {
    if (output.of[i].frame === frame) return output.at[i];
  }
  return -1;
}
