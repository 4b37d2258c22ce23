import assert from "node:assert/strict";
import { test } from "node:test";
import { taskAt } from "../../js/model/tasks.js";
import { find, run } from "./fixtures.js";

/** @param {import("../../js/model/run.js").Run} it @param {string} name @param {number} step */
function doing(it, name, step) {
  const loop = it.loop.at(step);
  const task = loop.tasks.find(({ names }) => names.text[0] === name);
  if (!task) throw new Error(`no task ${name}`);
  return taskAt(it.trace, loop, task, step);
}

test("a sleeping task waits for its timer, at a line", () => {
  const it = run("cancel");
  const asleep = find(it, ({ event, frame }) => event === "suspend" && frame.name === "worker");
  const { timer, asleepIn, ...now } = doing(it, "Task-2", asleep);
  assert.deepEqual(now, { name: "Task-2", cancelling: false, doing: "asleep", waits: "its timer" });
  assert.equal(timer, 10);
  assert.equal(it.sources.lineOf(it.trace.frames[asleepIn], it.trace.lineAt(asleepIn, asleep)), "await asyncio.sleep(10)");
});

test("a task that was asked to cancel says so until it has ended, then that it was cancelled", () => {
  const it = run("cancel");
  const cleaning = find(
    it,
    ({ event, frame, line }) =>
      event === "suspend" && frame.name === "worker" && it.sources.lineOf(frame, line) === "await asyncio.sleep(1)",
  );
  assert.equal(doing(it, "Task-2", cleaning).cancelling, true);
  assert.equal(doing(it, "Task-1", cleaning).doing, "asleep");
  assert.deepEqual([doing(it, "Task-1", cleaning).timer, doing(it, "Task-1", cleaning).waits], [null, "Task-2"]);
  const { cancelling, doing: at } = doing(it, "Task-2", it.trace.last);
  assert.deepEqual([cancelling, at], [false, "cancelled"]);
  assert.equal(doing(it, "Task-1", it.trace.last).doing, "done");
});

test("in a deadlock each task sleeps at its line, and no timer will wake it", () => {
  const it = run("locks");
  assert.equal(it.trace.outcome.outcome, "deadlock");
  for (const [name, other] of [
    ["Task-2", "Task-3"],
    ["Task-3", "Task-2"],
  ]) {
    const { doing: at, timer, waits, asleepIn } = doing(it, name, it.trace.last);
    assert.deepEqual([at, timer, waits], ["asleep", null, `a Lock that ${other} holds`]);
    assert.equal(it.sources.lineOf(it.trace.frames[asleepIn], it.trace.lineAt(asleepIn, it.trace.last)), "async with second:");
  }
});

test("while a task runs the others are ready or asleep", () => {
  const it = run("tasks");
  const running = find(it, ({ event, frame }) => event === "resume" && frame.name === "tick");
  assert.equal(doing(it, "Task-2", running).doing, "running");
  assert.equal(doing(it, "Task-3", running).doing, "ready");
  assert.equal(doing(it, "Task-1", running).doing, "asleep");
});

test("a task whose frame is not shown runs while its callback does", () => {
  const it = run("dropped");
  const cleaning = find(it, ({ event, frame, line }) => event === "line" && frame.name === "ticker" && line === 12);
  assert.equal(doing(it, "Task-2", cleaning).doing, "running");
  assert.deepEqual([doing(it, "Task-2", cleaning + 2).doing, doing(it, "Task-2", cleaning + 2).timer], ["asleep", 2.5]);
});

test("a task is called as it is named now", () => {
  const it = run("named");
  const last = it.trace.last;
  const named = it.loop.at(last).tasks.map((task) => taskAt(it.trace, it.loop.at(last), task, last).name);
  assert.ok(named.includes("nap"), named.join());
  const made = find(it, ({ event, frame, index }) => event === "line" && frame.name === "main" && it.loop.at(index).tasks.length === 2);
  const task = it.loop.at(made).tasks[1];
  assert.deepEqual([task.frame, task.coroutine, taskAt(it.trace, it.loop.at(made), task, made).name], [-1, "sleep", "Task-2"]);
});
