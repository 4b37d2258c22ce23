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

test("the loop sleeps between the last step before it and the one that is woken", () => {
  const { trace, loop } = run("tasks");
  const woken = Array.from({ length: trace.length }, (_, s) => s).filter((s) => s > 0 && loop.at(s).time > loop.at(s - 1).time);
  assert.equal(woken.length, 6);
  for (const s of woken) {
    const [asleep, awake] = [loop.at(s - 1), loop.at(s)];
    const due = asleep.timers[0];
    assert.equal(trace.step(s).event, "resume", `step ${s}`);
    assert.deepEqual([asleep.now, asleep.ready, due.when], [null, [], awake.time], `step ${s - 1}`);
    assert.equal(awake.now?.text, due.text, `step ${s}`);
    assert.ok(!awake.timers.some(({ id }) => id === due.id), `step ${s}`);
  }
});

test("nothing is ready and nothing runs where the loop is about to sleep, in whatever task", () => {
  for (const name of ["tasks", "cancel", "named", "agen"]) {
    const { trace, loop } = run(name);
    let slept = 0;
    for (let s = 1; s < trace.length; s++) {
      if (loop.at(s).time === loop.at(s - 1).time) continue;
      slept++;
      const { now, ready } = loop.at(s - 1);
      assert.deepEqual([now, ready], [null, []], `${name}, step ${s - 1}`);
    }
    assert.ok(slept > 0, name);
  }
});

test("a sleeping task has a timer, in order of time", () => {
  const it = run("tasks");
  const both = find(it, ({ index }) => it.loop.at(index).timers.length === 2);
  const { timers } = it.loop.at(both);
  assert.deepEqual(
    timers.map(({ when }) => when),
    [1, 2.5],
  );
});

test("tasks are made, and done at the end", () => {
  const it = run("tasks");
  const atEnd = it.loop.at(it.trace.last);
  assert.deepEqual(
    atEnd.tasks.map(({ names }) => names.text[0]),
    ["Task-1", "Task-2", "Task-3", "Task-4", "Task-5"],
  );
  assert.deepEqual(
    atEnd.tasks.map(({ coroutine }) => coroutine),
    ["", "", "", "BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor"],
  );
  assert.ok(atEnd.tasks.every(({ done }) => done <= it.trace.last));
  assert.equal(atEnd.running, false);
  assert.equal(atEnd.ready.length, 0);
  assert.equal(it.loop.at(0).tasks.length, 0);
  assert.equal(it.loop.at(0).begun, false);
});
