// Finds steps: by what happened, by a variable's value, by a task, by a line, by a text. What is asked is told by its form:
// `yield`, `n == 3`, `Task-2`, `line 9`; anything else is a text, looked for in names, values, output and exceptions,
// and where it is in none of them, in the program's lines.

import { NOBODY, nameOf } from "./trace.js";
import { words } from "../words/words.js";

/** @import { Run } from "./run.js" */
/** @import { Step, Trace } from "./trace.js" */

/**
 * @typedef {{ steps: number[], what: string }} Found  the steps in order, and what was looked for
 * @typedef {(run: Run, wanted: string) => Found|null} Finder  null where the words have another form
 */

/** More steps than this are not looked for. */
export const MOST_FOUND = 10_000;

/** What the words of events mean. @type {Record<string, (step: Step) => boolean>} */
const EVENTS = {
  yield: ({ event, how }) => event === "suspend" && how === "yield",
  await: ({ event, how }) => (event === "suspend" || event === "resume") && how === "await",
  "yield from": ({ event, how }) => (event === "suspend" || event === "resume") && how === "yield from",
  next: ({ event, how }) => event === "resume" && (how === "next" || how === "anext"),
  send: ({ event, how }) => event === "resume" && (how === "send" || how === "asend"),
  throw: ({ event, how, verb }) => event === "resume" && (how === "throw" || how === "athrow" || verb === "throw"),
  close: ({ event, how }) => event === "resume" && (how === "close" || how === "aclose"),
  return: ({ event }) => event === "return",
  raise: ({ event }) => event === "raise",
  call: ({ event }) => event === "call",
  create: ({ event }) => event === "create",
  resume: ({ event }) => event === "resume",
  suspend: ({ event }) => event === "suspend",
  drop: ({ event }) => event === "drop",
};

/** @type {Finder[]} in the order in which they are asked */
const FINDERS = [byEvent, byVariable, byTask, byLine, byText];

/** @param {Run} run @param {string} asked @returns {Found} */
export function findSteps(run, asked) {
  const wanted = asked.trim().replace(/\s+/g, " ");
  if (!wanted) return { steps: [], what: "" };
  for (const finder of FINDERS) {
    const found = finder(run, wanted);
    if (found) return { ...found, steps: shown(run, found.steps) };
  }
  return { steps: [], what: "" };
}

/** @type {Finder} */
function byEvent(run, wanted) {
  const word = wanted.toLowerCase();
  const is = EVENTS[words.search.also[word] ?? word];
  return is ? { steps: stepsThat(run.trace, is), what: words.search.also[word] ?? word } : null;
}

/** `n == 3`: where a variable comes to have this value. @type {Finder} */
function byVariable({ trace }, wanted) {
  const [, name, value] = /^([\p{L}_][\p{L}\p{N}_]*) ?==? ?(.+)$/u.exec(wanted) ?? [];
  if (!name) return null;
  const { locals } = trace.raw;
  const steps = locals.of.flatMap((local, i) =>
    local.name === name && local.value && isSame(local.value.text, value) ? [locals.at[i]] : [],
  );
  return { steps, what: words.findSteps.becomes(name, value) };
}

/** `Task-2`: what happens to the frames that a task drives, and to the task itself. @type {Finder} */
function byTask({ trace, loop }, wanted) {
  const tasks = loop.tasks.filter(({ names }) => names.text.includes(wanted));
  if (!tasks.length) return null;
  const frames = new Set(tasks.map(({ frame }) => frame));
  const own = stepsThat(trace, ({ event, frame }) => event !== "line" && (frame.task === wanted || frames.has(frame.id)));
  const moments = tasks.flatMap(({ from, done, cancelled }) => [from, done, cancelled]).filter((s) => Number.isFinite(s));
  return { steps: [...own, ...moments], what: words.findSteps.eventsOf(wanted) };
}

/** `line 9`: where that line of the program is about to run. @type {Finder} */
function byLine({ trace }, wanted) {
  const line = Number(words.search.line.exec(wanted)?.[1]);
  if (!line) return null;
  return {
    steps: stepsThat(trace, (step) => step.event === "line" && step.line === line && !step.frame.library),
    what: words.findSteps.runsOf(line),
  };
}

/** @type {Finder} */
function byText({ trace, sources }, wanted) {
  const { raw, output, exceptions } = trace;
  const text = wanted.toLowerCase();
  const has = (/** @type {string} */ other) => other.toLowerCase().includes(text);
  const named = trace.frames.map((frame) => has(nameOf(frame)));
  const steps = [
    ...stepsThat(
      trace,
      ({ event, frame, value }) => (value !== null && has(value.text)) || (named[frame.id] && event !== "line" && event !== "end"),
    ),
    ...raw.locals.of.flatMap(({ name, value }, i) => (has(name) || (value && has(value.text)) ? [raw.locals.at[i]] : [])),
    ...output.of.flatMap((piece, i) => (has(piece.text) ? [output.at[i]] : [])),
    ...exceptions.of.flatMap(({ type, message }, i) => (has(type) || has(message) ? [exceptions.at[i]] : [])),
    ...trace.loop.of.flatMap(({ text: told, value }, i) => (has(told) || has(value) ? [trace.loop.at[i]] : [])),
  ];
  const isRun = (/** @type {Step} */ { event, frame, line }) => event === "line" && has(sources.lineOf(frame, line));
  return { steps: steps.length ? steps : stepsThat(trace, isRun), what: words.findSteps.quoted(wanted) };
}

/** @param {Trace} trace @param {(step: Step) => boolean} is */
function stepsThat(trace, is) {
  /** @type {number[]} */
  const found = [];
  for (let s = 0; s < trace.length; s++) if (is(trace.step(s))) found.push(s);
  return found;
}

/** Those that are walked through, each once, in order. @param {Run} run @param {number[]} steps */
function shown({ walk, trace }, steps) {
  const walked = steps.filter((s) => s === walk.steps[walk.placeOf(s)] && trace.raw.stepFrame[s] !== NOBODY);
  return [...new Set(walked)].sort((a, b) => a - b).slice(0, MOST_FOUND);
}

/** Whether a value's text is what somebody writes: `3`, `'Ada'` or `"Ada"`. @param {string} text @param {string} wanted */
function isSame(text, wanted) {
  const bare = /^"(.*)"$/.exec(wanted)?.[1];
  return text === wanted || (bare !== undefined && text === `'${bare}'`);
}
