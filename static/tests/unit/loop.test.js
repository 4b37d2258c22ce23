import assert from "node:assert/strict";
import { test } from "node:test";
import { find, run } from "./fixtures.js";

test("a program without a loop has an empty history", () => {
  assert.equal(run("channel").loop.empty, true);
});

test("the clock jumps only forwards, and to where the timers were set", () => {
  const { trace, loop } = run("tasks");
  let before = 0;
  for (let s = 0; s < trace.length; s++) {
    const { time } = loop.at(s);
    assert.ok(time >= before, `step ${s}`);
    before = time;
  }
  assert.equal(before, 7.5);
});

test("a sleeping task has a timer, in order of time", () => {
  const it = run("tasks");
  const both = find(it, ({ event, frame, index }) => event === "resume" && frame.name === "tick" && index > 0 && it.loop.at(index - 1).timers.length === 2);
  const { timers } = it.loop.at(both - 1);
  assert.deepEqual(timers.map(({ when }) => when), [1, 2.5]);
});

test("tasks are made, and done at the end", () => {
  const it = run("tasks");
  const atEnd = it.loop.at(it.trace.last);
  assert.deepEqual(atEnd.tasks.map(({ name }) => name).sort(), ["Task-1", "Task-2", "Task-3"]);
  assert.ok(atEnd.tasks.every(({ done }) => done <= it.trace.last));
  assert.equal(atEnd.running, false);
  assert.equal(atEnd.ready.length, 0);
  assert.equal(it.loop.at(0).tasks.length, 0);
  assert.equal(it.loop.at(0).begun, false);
});
