import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsOf } from "../../js/model/findings/findings.js";
import { plain } from "../../js/words/parts.js";
import { run } from "./fixtures.js";

/** @param {string} name */
const told = (name) => findingsOf(run(name)).map(({ parts }) => plain(parts));

test("a program with a mistake of each kind is told of each", () => {
  assert.deepEqual(told("forgotten"), [
    "never(), made in line 24, is never awaited: none of its body runs.",
    "ValueError('lost') ends Task-3 in line 10 of fails(). It is raised in no other frame.",
    "Line 14 of slow() sleeps for 2.000 s without an await: the event loop stands still meanwhile.",
    "slow one, which runs slow(), was not done as the event loop stopped, so it was asked to cancel.",
    "numbers() #2 still sleeps in line 19 as the program ends.",
    "The last reference to numbers() #1 goes in line 27, so Python closes it where it sleeps, in line 19.",
    "main() reads a clock, in line 30. Time is virtual here: it stands still while code runs, and only sleeping moves it.",
  ]);
});

test("each finding is at the step that it tells of", () => {
  const it = run("forgotten");
  const [never, lost, slept, , left, closed, read] = findingsOf(it).map(({ step }) => it.trace.step(step));
  assert.deepEqual([never.event, never.place?.line], ["create", 24]);
  assert.equal(lost.event, "raise");
  assert.deepEqual([slept.event, slept.line], ["line", 14]);
  assert.deepEqual([left.event, left.frame.name], ["suspend", "numbers"]);
  assert.equal(closed.construct, "drop");
  assert.equal(read.line, 30);
});

test("where nothing is to be found nothing is told", () => {
  for (const name of ["channel", "tasks", "cancel", "agen", "calls", "top_await"]) assert.deepEqual(told(name), [], name);
});

test("what was ended by a limit or a deadlock has left nothing for good", () => {
  assert.deepEqual(told("locks"), []);
});

test("awaits in turn are told of with what gather would save; one that is given what another gave is not among them", () => {
  assert.deepEqual(told("in_turn"), [
    "main() awaits one after the other: fetch() #1 for 1.000 s and fetch() #2 for 2.000 s. If none needs what another does, asyncio.gather would save 1.000 s.",
  ]);
});

test("in a window of a long run, what came before it is not known: only what it can't make untrue is told", () => {
  assert.deepEqual(told("late"), [
    "never(), made in line 16, is never awaited: none of its body runs.",
    "The last reference to numbers() goes in line 15, so Python closes it where it sleeps, in line 5.",
    "module reads a clock, in line 17. Time is virtual here: it stands still while code runs, and only sleeping moves it.",
  ]);
});
