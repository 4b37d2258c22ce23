import assert from "node:assert/strict";
import { test } from "node:test";
import { findSteps } from "../../js/model/find-steps.js";
import { names, run } from "./fixtures.js";

/** What was found, each as event and frame. @param {import("../../js/model/run.js").Run} it @param {string} words */
const found = (it, words) =>
  findSteps(it, words).steps.map((s) => {
    const { event, frame } = it.trace.step(s);
    return `${event} ${it.trace.label(frame.id)}`;
  });

test("an event's word finds its steps, and no others", () => {
  const it = run("channel");
  assert.deepEqual(found(it, "yield"), ["suspend inner()", "suspend inner()", "suspend outer()"]);
  assert.deepEqual(found(it, " Send"), ["resume outer()"]);
  assert.deepEqual(found(it, "close"), ["resume outer()"]);
  assert.deepEqual(found(it, "raises"), found(it, "raise"));
  assert.match(findSteps(it, "yield").what, /yield/);
});

test("a value finds where a variable comes to have it", () => {
  const it = run("tasks");
  const steps = findSteps(it, "n == 2").steps;
  assert.equal(steps.length, 2);
  for (const s of steps)
    assert.ok(it.trace.localsAt(it.trace.step(s).frame.id, s).some(({ name, value }) => name === "n" && value.text === "2"));
  assert.deepEqual(findSteps(it, 'name = "fast"').steps, findSteps(it, "name == 'fast'").steps);
  assert.deepEqual(findSteps(it, "n == 20").steps, []);
});

test("a task finds its frame's events, a line its runs", () => {
  const it = run("tasks");
  const ofTask = found(it, "Task-2");
  assert.ok(ofTask.includes("suspend tick() #1") && ofTask.includes("return tick() #1"), String(ofTask));
  assert.ok(!ofTask.some((told) => told.includes("#2")), String(ofTask));
  assert.equal(found(it, "line 6").length, 6);
});

test("a text finds what is printed, raised, named or bound", () => {
  const it = run("throw");
  assert.ok(findSteps(it, "wrong address").steps.length >= 3);
  assert.ok(findSteps(it, "WORKER").steps.length > 0);
  assert.deepEqual(findSteps(it, "nothing of the kind").steps, []);
  assert.deepEqual(findSteps(it, "  "), { steps: [], what: "" });
});

test("what is found is walked through, each step once, in order", () => {
  for (const name of names) {
    const it = run(name);
    for (const words of ["yield", "await", "n == 1", "Task-1", "line 3", "a"]) {
      const { steps } = findSteps(it, words);
      assert.deepEqual(
        steps,
        [...new Set(steps)].sort((a, b) => a - b),
        `${name}: ${words}`,
      );
      for (const s of steps) assert.ok(it.walk.steps.includes(s), `${name}: ${words}`);
    }
  }
});

test("a text that is in none of these is found in the lines that run", () => {
  const it = run("tasks");
  const lines = found(it, "asyncio.run(");
  assert.deepEqual(lines, ["line module"]);
});
