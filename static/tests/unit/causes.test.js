import assert from "node:assert/strict";
import { test } from "node:test";
import { causesOf } from "../../js/model/causes.js";
import { plain } from "../../js/words/parts.js";
import { frameNamed, names, run } from "./fixtures.js";

/** @param {string} name @param {string} frame */
const told = (name, frame) => {
  const it = run(name);
  return causesOf(it, frameNamed(it, frame), it.trace.last).map(({ parts }) => plain(parts));
};

test("a task that was cancelled: by whom, who ran because of a timer, which was set by who was made by the module", () => {
  const all = told("cancel", "worker");
  const [due, thrown, cancelled, owner] = [
    "The timer of Task-2 is due at 3.000 s",
    "throws CancelledError",
    "main(), line 17, has Task-2 cancelled.",
    "The timer of Task-1 is due at 2.000 s",
  ].map((words) => all.findIndex((one) => one.includes(words)));
  assert.ok(due >= 0 && due < thrown && thrown < cancelled && cancelled < owner, String(all));
  assert.equal(all.at(-1), "The program begins: its module is running.");
});

test("a task that waits for another is woken by its end", () => {
  const all = told("tasks", "main");
  assert.ok(all.includes("Task-3 returns, which wakes Task-1."), String(all));
});

test("a frame that was asked by another runs because of that one", () => {
  assert.match(told("channel", "inner")[0], /^outer\(\) passes the request on to inner\(\)/);
  assert.match(told("channel", "inner")[1], /asks outer\(\)/);
});

test("each cause is no later than what it caused, and every chain of a frame that ran begins with the program", () => {
  for (const name of names) {
    const it = run(name);
    for (const { id } of it.trace.frames) {
      const causes = causesOf(it, id, it.trace.last);
      for (let i = 1; i < causes.length; i++) assert.ok(causes[i].step <= causes[i - 1].step, `${name}: ${plain(causes[i].parts)}`);
    }
  }
});

test("a task of a group that a timeout ended: the group’s owner has it cancelled, which the timer cancelled before", () => {
  const it = run("group");
  const last = it.trace.frames.findLast(({ name }) => name === "worker");
  const all = causesOf(it, last?.id ?? -1, it.trace.last).map(({ parts }) => plain(parts));
  assert.deepEqual(all.slice(1, 3), ["Task-1 goes on, so Task-4 is cancelled.", "A timer is due at 2.000 s, so Task-1 is cancelled."]);
  assert.match(all[3], /starts main\(\)/);
});
