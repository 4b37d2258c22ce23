import assert from "node:assert/strict";
import { test } from "node:test";
import { unmet } from "../../js/model/conditions.js";
import { answered, changed, doneOf, inWords, progressOf, written } from "../../js/model/progress.js";
import { names, run } from "./fixtures.js";

const { trace } = run("channel");
const tasks = run("tasks").trace;

test("events are counted by frame, by how and by value", () => {
  const resumes = [...trace.raw.events].filter((event) => event === "resume").length;
  assert.deepEqual(unmet(trace, [{ count: { event: "resume" }, is: resumes }]), []);
  assert.deepEqual(unmet(trace, [{ count: { event: "resume" }, at_least: resumes + 1 }]), [
    `A frame wakes ${resumes} times. It should be at least ${resumes + 1} times.`,
  ]);
  assert.deepEqual(unmet(trace, [{ count: { event: "resume", frame: "nobody" }, is: 1 }]), ["nobody() wakes: not yet. It should be once."]);
  assert.deepEqual(unmet(trace, [{ count: { event: "resume", frame: "nobody" }, is: 0 }]), []);
  const sent = trace.raw.events.findIndex((event, s) => event === "resume" && trace.step(s).how === "send");
  const { frame, value } = trace.step(sent);
  assert.deepEqual(unmet(trace, [{ count: { event: "resume", frame: frame.name, how: "send", value: value?.text } }]), []);
  assert.equal(unmet(trace, [{ count: { event: "resume", frame: frame.name, how: "send", value: "no such value" } }]).length, 1);
});

test("a line of the output counts as a whole, and in its order", () => {
  const lines = trace.output.of
    .map(({ text }) => text)
    .join("")
    .trimEnd()
    .split("\n");
  assert.ok(lines.length > 1);
  for (const line of lines) assert.deepEqual(unmet(trace, [{ count: { prints: line } }]), []);
  assert.equal(unmet(trace, [{ count: { prints: lines[0].slice(0, -1) } }]).length, 1);
  const [first, last] = [{ prints: lines[0] }, { prints: lines.at(-1) ?? "" }];
  assert.deepEqual(unmet(trace, [{ order: [first, last] }]), []);
  assert.match(unmet(trace, [{ order: [last, first] }])[0], /the other way round/);
  assert.match(unmet(trace, [{ order: [first, { prints: "never" }] }])[0], /not yet/);
});

test("the state at the end, the clock and the end itself are asked of the trace", () => {
  for (const name of names) {
    const { trace } = run(name);
    const sleeper = trace.frames.findLast(
      (frame) => frame.sleeps && !frame.library && !frame.name.endsWith(">") && !trace.ordinals[frame.id],
    );
    if (!sleeper) continue;
    const of = sleeper.name.replace(/.*<locals>\./, "");
    const state = trace.stateAt(sleeper.id, trace.last) ?? "";
    assert.deepEqual(unmet(trace, [{ state, of }]), [], name);
    assert.equal(unmet(trace, [{ state: "created?", of }]).length, 1);
  }
  assert.match(unmet(trace, [{ state: "closed", of: "nobody" }])[0], /no frame/);
  assert.deepEqual(unmet(tasks, [{ clock: tasks.timeAt(tasks.last) }]), []);
  assert.match(unmet(tasks, [{ clock: 77 }])[0], /should take 77 seconds/);
  assert.deepEqual(unmet(trace, [{ outcome: trace.outcome.outcome }]), []);
  assert.match(unmet(trace, [{ outcome: "deadlock" }])[0], /should end in a deadlock/);
});

test("what is no condition is no silent yes", () => {
  assert.throws(() => unmet(trace, [/** @type {any} */ ({ cuont: { event: "resume" } })]), /Not a condition/);
});

test("progress counts the first answers and the change, and survives being kept", () => {
  let progress = progressOf(null);
  assert.equal(inWords(progress, 3), "");
  progress = answered(answered(progress, 0, false), 0, true);
  assert.deepEqual(progress.answers, { 0: "wrong" });
  progress = answered(progress, 1, true);
  assert.equal(inWords(progress, 3), "2 of 3 done");
  progress = progressOf(written(changed(progress)));
  assert.equal(doneOf(progress), 3);
  assert.equal(inWords(progress, 3), "Done");
  for (const damaged of ["", "{", "null", '{"answers": 3}', '{"answers": {"0": "maybe"}}'])
    assert.equal(doneOf(progressOf(damaged)), 0, damaged);
});
