// The situations in which people predict wrongly, each recognised by its events alone, and the question that it makes: what is asked, and what a
// misconception would predict. The right answer is not named here: answers.js reads it from the trace.

import { endOf, handover, outputAfter, stop } from "./answers.js";
import { MISCONCEPTIONS } from "./misconceptions.js";
import { NOBODY } from "./trace.js";
import { handsOn } from "./waiting.js";

/** @import { Prediction, Wrong } from "./answers.js" */
/** @import { EventName } from "./packed.js" */
/** @import { Run } from "./run.js" */
/** @import { Step } from "./trace.js" */

/** @typedef {Omit<Prediction, "wrong"> & { kind: string, wrong: Wrong[] }} Draft  of a prediction: its wrong choices may be too few, or right */
/** @typedef {(situation: Situation) => Draft|null} Recognise */

/** A step that may decide something, and what the recognisers ask of it. */
class Situation {
  /** @param {Run} run @param {number} at */
  constructor({ trace, sources }, at) {
    this.trace = trace;
    this.sources = sources;
    this.at = at;
    this.step = trace.step(at);
  }

  /** The `line` step of a frame that leads to this one, with nothing between but frames being made; -1 where there is none. @param {number|null} frame */
  lineOf(frame) {
    const { events, stepFrame } = this.trace.raw;
    let s = this.at - 1;
    while (s >= 0 && events[s] === "create") s--;
    return s >= 0 && events[s] === "line" && stepFrame[s] === frame ? s : -1;
  }

  /** Whether the step lets its frame run for the first time. */
  get isEntry() {
    const { trace, step } = this;
    return trace.stepsOf(step.frame.id).find((s) => trace.raw.events[s] === "resume") === this.at;
  }

  /** How the frame fell asleep last. */
  get slept() {
    const { trace, step } = this;
    const asleep = trace.lastEventOf(step.frame.id, this.at - 1, "suspend");
    return asleep < 0 ? null : trace.step(asleep);
  }

  /** The first line of the body that a frame runs; 0 where no frame of that code ever ran. @param {number} frame */
  bodyOf(frame) {
    const { trace } = this;
    const { name, line, library } = trace.frames[frame];
    for (const like of trace.frames) {
      if (like.name !== name || like.line !== line || like.library !== library) continue;
      const first = trace.stepsOf(like.id).find((s) => trace.raw.events[s] === "line");
      if (first !== undefined) return trace.raw.stepLine[first];
    }
    return 0;
  }

  /** The next `line` step after a step; -1 where there is none. @param {number} step */
  nextLine(step) {
    return this.trace.raw.events.indexOf("line", step + 1);
  }

  /** The source of the step's expression, with its line. */
  get expression() {
    const { trace, sources, step } = this;
    const owner = trace.expressionAt(this.at);
    const text = owner && sources.textAt(owner.frame, owner.place);
    return text ? `\`${text.replaceAll("`", "")}\` in line ${step.place?.line}` : `line ${step.place?.line ?? step.line}`;
  }

  /** A line that is about to run, in words. @param {number} step */
  lineInWords(step) {
    const { trace, sources } = this;
    const line = trace.raw.stepLine[step];
    const text = sources.lineOf(trace.frames[trace.raw.stepFrame[step]], line).replaceAll("`", "");
    return text ? `Line ${line}, \`${text}\`, is about to run.` : `Line ${line} is about to run.`;
  }

  /** @param {number} frame */
  label(frame) {
    return `\`${this.trace.label(frame)}\``;
  }
}

/** A call that only makes a frame. @type {Recognise} */
function makes(situation) {
  const { trace, at, step } = situation;
  const { frame, peer } = step;
  const from = situation.lineOf(peer);
  const next = situation.nextLine(at);
  const body = situation.bodyOf(frame.id);
  if (from !== at - 1 || next < 0 || !body || trace.raw.stepFrame[next] !== peer) return null;
  const isTask = trace.entriesAt(trace.raw.loop, at).some(({ op, frame: driven }) => op === "task" && driven === frame.id);
  const kind = isTask ? "create-task-starts-later" : frame.kind === "coroutine" ? "never-awaited" : "call-runs-nothing";
  return {
    kind,
    step: from,
    ask: "line",
    text: `${situation.lineInWords(from)} Which line runs next?`,
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
    text: `${situation.lineInWords(from)} It asks ${situation.label(frame.id)} again. Which line runs next?`,
    wrong: [
      as("yield-is-not-return", String(situation.bodyOf(frame.id))),
      { answer: String(step.line), why: `The frame stands at line ${step.line} already. It goes on after that \`yield\`.` },
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
    text: `What does ${situation.expression} give back?`,
    wrong: [
      as("where-sent-values-go", sent),
      { answer: before, why: "That was handed out before, at the `yield` where the frame sleeps now." },
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
    text: `Which frame goes on with ${situation.expression}?`,
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
  const kind = trace.raw.events[until] === "suspend" ? "yield-in-finally" : "close-ends-the-frame";
  return {
    kind,
    step: from,
    ask: "state",
    frame: frame.id,
    until,
    text: `In which state is ${situation.label(frame.id)} after ${situation.expression}?`,
    wrong: [...["suspended", "closed"].map((state) => as(kind, state)), madeAgain("created")],
  };
}

/** An exception is thrown in by hand. @type {Recognise} */
function throwsIn(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, how, construct } = step;
  const from = situation.lineOf(peer);
  const until = endOf(trace, at);
  if (how !== "throw" || construct !== "expression" || from < 0 || until < 0) return null;
  return {
    kind: "throw-can-be-survived",
    step: from,
    ask: "state",
    frame: frame.id,
    until,
    text: `In which state is ${situation.label(frame.id)} after ${situation.expression}?`,
    wrong: [...["suspended", "closed"].map((state) => as("throw-can-be-survived", state)), madeAgain("created")],
  };
}

/** A coroutine is awaited for the first time while other tasks could run. @type {Recognise} */
function awaits(situation) {
  const { trace, at, step } = situation;
  const { frame, peer, how } = step;
  const from = situation.lineOf(peer);
  const others = othersOf(situation, [frame.id, peer ?? NOBODY]);
  if (how !== "await" || from < 0 || !situation.isEntry || peer === null || !others.length || handover(trace, from) !== at) return null;
  return {
    kind: "await-may-not-switch",
    step: from,
    ask: "frame",
    text: `${situation.lineInWords(from)} Which frame runs next?`,
    wrong: [as("await-may-not-switch", trace.label(others[0])), as("await-may-not-switch", trace.label(NOBODY))],
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
    text: `${situation.lineInWords(from)} ${situation.label(frame.id)} loses its last reference there. In which state is it then?`,
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
    text: `${situation.lineInWords(from)} Which frame runs next?`,
    wrong: [
      ...(isPassed ? [as(kind, trace.label(peer))] : isAsync ? [as(kind, trace.label(NOBODY))] : []),
      as("yield-gives-control-back", trace.label(frame.id)),
    ],
  };
}

/** A task really suspends, and another one runs. @type {Recognise} */
function sleeps(situation) {
  const { trace, at, step } = situation;
  const { frame, how } = step;
  const from = situation.lineOf(frame.id);
  const next = from < 0 ? -1 : handover(trace, from);
  if (how !== "await" || next < at || trace.active[lastOfChain(trace, at)] !== NOBODY) return null;
  const now = trace.active[next];
  const chain = chainFrom(trace, at);
  if (now === NOBODY || chain.includes(now)) return null;
  const isNew = trace.stepsOf(now).find((s) => trace.raw.events[s] === "resume") === next;
  return {
    kind: isNew ? "create-task-starts-later" : "sleep-lets-others-run",
    step: from,
    ask: "frame",
    text: `${situation.lineInWords(from)} Which frame runs next?`,
    wrong: [
      as("sleep-lets-others-run", trace.label(frame.id)),
      ...chain.slice(1, 2).map((outer) => as("await-is-not-concurrency", trace.label(outer))),
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
      ? `${situation.lineInWords(from)} What does the \`${how}\` for ${situation.label(frame.id)} evaluate to?`
      : `${situation.lineInWords(from)} What does whoever asked ${situation.label(frame.id)} get?`,
    wrong: [
      as(kind, isDelegate ? stop("StopIteration", text) : text),
      { answer: "None", why: `That would be so if the value of the \`return\` were lost.` },
    ],
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
    text: `${situation.lineInWords(from)} An exception leaves ${situation.label(frame.id)} there. Which line runs next?`,
    wrong: [{ answer: String(trace.lineAt(peer, at)), why: "There the exception comes out of the frame. That line does not go on." }],
  };
}

/** A task is asked to cancel itself. @type {Recognise} */
function cancels(situation) {
  const { trace, at, step } = situation;
  const asked = trace.entriesAt(trace.raw.loop, at).find(({ op }) => op === "task_cancel")?.frame ?? -1;
  if (asked < 0 || asked === step.frame.id || trace.stateAt(asked, at) !== "suspended") return null;
  return {
    kind: "cancel-is-a-request",
    step: at,
    ask: "state",
    frame: asked,
    text: `${situation.lineInWords(at)} It cancels the task of ${situation.label(asked)}. In which state is that frame after the line?`,
    wrong: [
      as("cancel-is-a-request", "closed"),
      { answer: "running", why: "It runs only once the event loop has control and throws CancelledError in." },
    ],
  };
}

/** Another frame prints before the one that has control does. @type {Recognise} */
function prints(situation) {
  const { trace, at, step } = situation;
  if (at + 1 >= trace.length || trace.raw.events[at + 1] === "line") return null;
  const next = outputAfter(trace, at);
  if (!next || next.frame === step.frame.id || next.frame === NOBODY) return null;
  const own = trace.output.of.findIndex(({ frame }, i) => i >= trace.outputCount(at) && frame === step.frame.id);
  const later = own < 0 ? null : outputAfter(trace, trace.output.at[own] - 1);
  if (!later || later.frame !== step.frame.id) return null;
  return {
    kind: "print-order",
    step: at,
    ask: "output",
    text: `${situation.lineInWords(at)} What is printed next?`,
    wrong: [
      {
        answer: later.answer,
        why: `${MISCONCEPTIONS["print-order"].believed} By ${situation.label(step.frame.id)}, in step ${later.step}.`,
      },
    ],
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

/** What a misconception would predict. @param {string} kind @param {string} answer @returns {Wrong} */
function as(kind, answer) {
  return { answer, why: MISCONCEPTIONS[kind].believed };
}

/** @param {string} answer @returns {Wrong} */
function madeAgain(answer) {
  return { answer, why: "A frame never goes back to its beginning." };
}

/** The frames of other tasks that are not done. @param {Situation} situation @param {number[]} except */
function othersOf({ trace, at }, except) {
  return trace.frames
    .filter(({ id, task }) => task && !except.includes(id) && ["created", "suspended"].includes(trace.stateAt(id, at) ?? ""))
    .map(({ id }) => id);
}

/** @param {Step["index"]} s @param {import("./trace.js").Trace} trace */
function lastOfChain(trace, s) {
  while (handsOn(trace, s)) s++;
  return s;
}

/** The frames that fall asleep together, from the innermost. @param {import("./trace.js").Trace} trace @param {number} s */
function chainFrom(trace, s) {
  const chain = [];
  for (; ; s++) {
    chain.push(trace.raw.stepFrame[s]);
    if (!handsOn(trace, s)) return chain;
  }
}
