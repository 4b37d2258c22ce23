// Holds every question of Predict to the plain trace: of all examples, lessons and pairs, and of a part of the corpus. Each ask has
// a rule of its own here, written anew from the lines of the plain form. So are those to the predictions of the lessons. The walks through the page's views are in walk.test.js.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { answerTo } from "../../js/model/answers.js";
import { questionOf } from "../../js/model/choices.js";
import { TELLING } from "../../js/model/misconceptions.js";
import { MOST, candidates, choose } from "../../js/model/questions.js";
import { NOBODY } from "../../js/model/trace.js";
import { LANGUAGES, speak } from "../../js/words/words.js";
import { corpus, examples, lessons, nameOf, pairs, recorded } from "./programs.js";

/** @import { Prediction } from "../../js/model/answers.js" */
/** @import { Question } from "../../js/model/choices.js" */
/** @import { Run } from "../../js/model/run.js" */
/** @import { Trace } from "../../js/model/trace.js" */

/** Of the corpus every so many. */
const EVERY = 3;

/** Every kind that was asked somewhere. */
const asked = new Set();

for (const url of [...examples, ...lessons, ...pairs, ...corpus.filter((_, i) => i % EVERY === 0)]) {
  test(`${nameOf(url)}: what is asked has the answer that the plain trace gives`, () => holds(url));
}

test("every misconception that events show comes up somewhere", () => {
  for (const [kind, telling] of Object.entries(TELLING)) if (telling) assert.ok(asked.has(kind), kind);
});

/** @param {URL} url */
function holds(url) {
  const { run, lines } = recorded(url);
  if (lessons.includes(url)) holdsLesson(url, run, lines);
  const all = candidates(run);
  for (const question of all) {
    asked.add(question.prediction.kind);
    holdsQuestion(question, lines);
  }
  const chosen = choose(run, new Set());
  assert.ok(chosen.length <= MOST);
  assert.equal(chosen.length > 0, all.length > 0);
  for (const [i, { prediction }] of chosen.entries()) {
    if (i > 0) assert.ok(chosen[i - 1].right.step <= prediction.step, "a question is answered before the next one is asked");
  }
}

/** What a lesson asks itself; lessons.test.js tests the rest of it. @param {URL} url @param {Run} run @param {any[]} lines */
function holdsLesson(url, { trace }, lines) {
  for (const prediction of JSON.parse(readFileSync(new URL("lesson.json", url), "utf8")).predictions) {
    assert.equal(plainAnswer(lines, { ...prediction, until: answerTo(trace, prediction)?.step }), prediction.answer, prediction.text);
    if (prediction.ask === "frame") holdsRows(trace, prediction);
  }
}

/** Each choice of a frame is a row of the timeline, in every language: who presses the row has chosen it. @param {Trace} trace @param {Prediction} prediction */
function holdsRows(trace, prediction) {
  for (const language of Object.keys(LANGUAGES)) {
    speak(language);
    const rows = [NOBODY, ...trace.frames.keys()].map((frame) => trace.label(frame));
    for (const { answer } of questionOf(trace, prediction)?.choices ?? []) assert.ok(rows.includes(answer), `${language}: ${answer}`);
  }
  speak("en");
}

/** @param {Question} question @param {any[]} lines */
function holdsQuestion({ prediction, right, choices }, lines) {
  const where = `step ${prediction.step}, ${prediction.kind}: ${prediction.text}`;
  assert.ok(right.step > prediction.step, where);
  assert.equal(right.answer, plainAnswer(lines, { ...prediction, until: right.step }), where);
  assert.ok(choices.length === 2 || choices.length === 3, where);
  assert.equal(new Set(choices.map(({ answer }) => answer)).size, choices.length, where);
  assert.deepEqual(
    choices.filter(({ why }) => !why).map(({ answer }) => answer),
    [right.answer],
    `${where}: only the right one is right`,
  );
  assert.doesNotMatch(prediction.text, /undefined|null|NaN/, where);
}

/** The answer that a reader of the plain form would give. @param {any[]} lines @param {any} prediction `until` is the step that the page shows it with @returns {string} */
function plainAnswer(lines, { ask, step, frame, until }) {
  switch (ask) {
    case "line":
      return String(lines.slice(step + 1).find((line) => line.event === "line" && (frame ?? line.frame) === line.frame).line);
    case "output":
      return lines
        .slice(step)
        .flatMap(({ written = [] }) => written)
        .map((/** @type {{ text: string }} */ { text }) => text)
        .join("")
        .split("\n")[0];
    case "state":
      return lines.slice(0, until + 1).findLast(({ states = {} }) => frame in states).states[frame];
    case "value":
      return valueGiven(lines, until);
    default:
      return labelOf(lines, frameOfNext(lines, step, until));
  }
}

/** Who does something next, once control has changed hands: whoever runs a line, ends, or makes, calls or resumes somebody. @param {any[]} lines @param {number} step @param {number} until */
function frameOfNext(lines, step, until) {
  const before = lines.slice(step + 1, until).filter(({ event }) => event === "line");
  assert.deepEqual(before, [], "nobody runs a line before the answer is shown");
  const [last, next] = [lines[until], lines[until + 1]];
  // A loop that was stopped gives control back without an event.
  if (last.event === "line") return last.frame;
  // A throw goes to the innermost frame directly, and names the one around it, which does nothing.
  if (next.verb === "throw") return last.to ?? last.frame;
  // What a throw had passed by goes on by itself.
  if (next.event === "resume" && next.frame === last.to) return last.to;
  const calls = ["create", "call", "resume"].includes(next.event);
  // What a hidden frame of the library calls for a frame of the program.
  if (calls && next.by === -1 && last.event === "resume") return last.frame;
  return calls ? next.by : next.frame;
}

/** @param {any[]} lines @param {number} at */
function valueGiven(lines, at) {
  const { event, value = "None", frame, kind, generator_exit } = lines[at];
  const { how = "" } = lines.slice(0, at).findLast((line) => line.frame === frame && ["resume", "call"].includes(line.event));
  if (event === "raise") return generator_exit && /close/.test(how) ? "None" : value;
  if (event === "suspend" || !["next", "send", "throw", "anext", "asend", "athrow"].includes(how))
    return /close/.test(how) ? "None" : value;
  const stop = kind === "async_generator" ? "StopAsyncIteration" : "StopIteration";
  return value === "None" ? stop : `${stop}(${value})`;
}

/** A frame as the page calls it. @param {any[]} lines @param {number} frame */
function labelOf(lines, frame) {
  if (frame === -1) return "the event loop";
  const { name, kind } = lines.find((line) => line.frame === frame);
  const called =
    kind === "module" ? "module" : name.endsWith(">") ? name.slice(name.lastIndexOf("<")) : `${name.split("<locals>.").at(-1)}()`;
  const alike = [...new Set(lines.filter((line) => line.name === name).map((line) => line.frame))].sort((a, b) => a - b);
  return alike.length > 1 ? `${called} #${alike.indexOf(frame) + 1}` : called;
}
