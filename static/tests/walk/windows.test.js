// Holds the windows of a run to the run itself: each step of a window is what the same step of the whole run is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { corpus, examples, nameOf, runOf } from "./programs.js";

/** @import { Run } from "../../js/model/run.js" */

const STEPS = 60;
/** Programs with fewer steps have no windows to speak of. */
const LEAST = 40;

for (const url of [...examples, ...corpus.filter((_, i) => i % 2 === 0)]) {
  test(`${nameOf(url)}: its windows tell the same`, () => {
    const source = readFileSync(url, "utf8");
    const whole = runOf(source, "--top-level-await");
    const length = whole.trace.length - 1;
    if (length < LEAST || whole.trace.goesOn) return;
    for (const part of [0.03, 0.21, 0.5, 0.77, 0.98]) holdsWindow(whole, source, Math.floor(part * length), STEPS);
  });
}

/** @param {Run} whole @param {string} source @param {number} from @param {number} steps */
function holdsWindow(whole, source, from, steps) {
  const window = runOf(source, "--top-level-await", "--from", String(from), "--count", String(steps));
  const count = Math.min(steps, whole.trace.length - 1 - from);
  assert.equal(window.trace.outcome.steps, count);
  assert.equal(window.trace.runLength, whole.trace.length - 1);
  const pairs = framePairs(whole, window, from, count);
  const backs = new Map(pairs.map(([far, near]) => [near, far]));
  const lined = new Set();
  for (let number = from; number < from + count; number++) {
    const here = window.trace.stepNumbered(number);
    assert.equal(window.trace.numberOf[here], number);
    const told = `step ${number} of a window from ${from}`;
    assert.deepEqual(
      stepOf(window, here, (frame) => backs.get(frame) ?? -1),
      stepOf(whole, number, (frame) => (pairs.some(([far]) => far === frame) ? frame : -1)),
      told,
    );
    if (window.trace.step(here).event === "line") lined.add(window.trace.step(here).frame.id);
    for (const [far, near] of pairs) {
      if (window.trace.stateAt(near, here) === null) continue;
      assert.equal(window.trace.stateAt(near, here), whole.trace.stateAt(far, number), `${told}: ${whole.trace.label(far)}`);
      assert.equal(window.trace.lineAt(near, here), whole.trace.lineAt(far, number), `${told}: the line of ${whole.trace.label(far)}`);
    }
    const own = window.trace.step(here).frame.id;
    if (lined.has(own)) assert.deepEqual(localsOf(window, own, here), localsOf(whole, backs.get(own) ?? -1, number), `${told}: locals`);
    assert.deepEqual(loopOf(window, here), loopOf(whole, number), `${told}: the loop`);
    assert.equal(written(window, here), written(whole, number), `${told}: output`);
  }
}

/** The frames that both know, from the outermost; those of the window are in the order of the whole run's. @param {Run} whole @param {Run} window @param {number} from @param {number} count */
function framePairs(whole, window, from, count) {
  const lives = (/** @type {number} */ frame) => {
    const before = from > 0 ? whole.trace.stateAt(frame, from - 1) : null;
    const first = whole.trace.stepsOf(frame)[0] ?? Infinity;
    return (before !== null && before !== "closed") || (first >= from && first < from + count);
  };
  const far = whole.trace.frames.filter(({ id }) => lives(id));
  const near = window.trace.frames.filter(({ id }) => window.trace.stepsOf(id).length > 0);
  assert.deepEqual(
    near.map(({ name, kind, task }) => [name, kind, task]),
    far.map(({ name, kind, task }) => [name, kind, task]),
    `frames of the window from ${from}`,
  );
  assert.deepEqual(
    near.map(({ id }) => window.trace.frames[id].ordinal || 1),
    far.map(({ id }) => whole.trace.ordinals[id] || 1),
    `ordinals of the window from ${from}`,
  );
  return far.map(({ id }, i) => [id, near[i].id]);
}

/** @param {Run} run @param {number} s @param {(frame: number) => number} frameOf */
function stepOf({ trace }, s, frameOf) {
  const { event, frame, line, how, verb, construct, peer, value, place } = trace.step(s);
  return {
    ...{ event, line, how, verb, construct, place },
    frame: frameOf(frame.id),
    peer: peer === null ? null : frameOf(peer),
    value: value?.text,
    through: trace.throughAt(s),
    exceptions: trace.raw.exceptions.of.filter((_, i) => trace.raw.exceptions.at[i] === s),
  };
}

/** @param {Run} run @param {number} frame @param {number} s */
function localsOf({ trace }, frame, s) {
  return Object.fromEntries(trace.localsAt(frame, s).map(({ name, value }) => [name, [value.text, contentsOf(trace, value.object, s, 2)]]));
}

/** What an object holds, and what that holds; the order of its attributes is that in which they came to be. @param {Run["trace"]} trace @param {number} object @param {number} s @param {number} depth @returns {any} */
function contentsOf(trace, object, s, depth) {
  const held = object ? trace.objects.at(object, s) : null;
  if (!held || depth === 0) return null;
  return JSON.parse(
    JSON.stringify(held, (key, value) => {
      if (key === "frame" || key === "id" || key === "from" || key === "changedAt" || key === "at") return undefined;
      if (key === "object" && typeof value === "number") return contentsOf(trace, value, s, depth - 1);
      return key === "attributes" ? value.toSorted((/** @type {any} */ a, /** @type {any} */ b) => (a.name < b.name ? -1 : 1)) : value;
    }),
  );
}

/** @param {Run} run @param {number} s */
function loopOf({ loop }, s) {
  const { time, running, ready, timers, tasks } = loop.at(s);
  const spans = (/** @type {any[]} */ all) => all.map(({ id, text, when, task }) => [id, text, when, task]);
  const undone = tasks.filter((task) => s < task.done);
  return {
    time,
    running,
    ready: spans(ready),
    timers: spans(timers),
    tasks: undone.map(({ number, names }) => [number, names.text.at(-1) && nameAt(names, s)]),
  };
}

/** @param {{ at: number[], text: string[] }} names @param {number} s */
function nameAt({ at, text }, s) {
  return text[at.findLastIndex((from) => from <= s)];
}

/** @param {Run} run @param {number} s */
function written({ trace }, s) {
  const shown = trace.output.of.slice(0, trace.outputCount(s));
  return [true, false]
    .map((error) =>
      shown
        .filter((row) => row.error === error)
        .map(({ text }) => text)
        .join(""),
    )
    .join("\0");
}
