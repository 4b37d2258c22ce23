// A run with the library's frames: rows, steps that are walked through, names of steps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowEnds } from "../../js/view/timeline/layout.js";
import { plain } from "../../js/words/parts.js";
import { sentence } from "../../js/model/sentence.js";
import { taskAt } from "../../js/model/tasks.js";
import { find, frameNamed, run } from "./fixtures.js";

/** @param {import("../../js/model/run.js").Run} it @param {string} label */
function laneOf(it, label) {
  const lane = it.lanes.roots.find((its) => its.label === label);
  if (!lane) throw new Error(`no row ${label}`);
  return lane;
}

test("each module of the library has one folded row, what only imports another, and the loop none", () => {
  const it = run("inside");
  const rows = it.lanes.rows.map(({ kind, label }) => `${kind} ${label}`);
  assert.deepEqual(rows.slice(0, 2), ["frame module", "frame main()"]);
  assert.ok(
    rows.slice(2).every((row) => row.startsWith("library ")),
    rows.join(),
  );
  for (const module of ["asyncio.tasks", "asyncio.base_events", "imports"]) assert.ok(rows.includes(`library ${module}`), module);
  assert.equal(
    laneOf(it, "imports").members.filter((frame) => it.trace.frames[frame].kind === "module").length,
    new Set(it.trace.frames.filter(({ kind }) => kind === "module").map(({ library }) => library)).size - 1,
  );
});

test("the steps inside of folded modules are not walked through; those of an opened one are", () => {
  const it = run("inside");
  const library = (/** @type {number} */ s) => it.trace.step(s).frame.library;
  assert.deepEqual(it.walk.steps, it.trace.programSteps);
  it.lanes.toggle(laneOf(it, "asyncio.tasks"));
  it.walkAnew();
  const walked = new Set([...it.walk.steps].map(library));
  assert.deepEqual([...walked].sort(), ["", "asyncio.tasks"]);
  const sleep = frameNamed(it, "sleep");
  assert.ok([...it.walk.steps].some((s) => it.trace.step(s).frame.id === sleep));
  const inImport = find(it, ({ frame }) => frame.kind === "module" && frame.library === "asyncio");
  assert.equal(it.walk.steps[it.walk.placeOf(inImport)], 1, "the import it is part of");
});

test("each step is the program's, the library's or that of an import", () => {
  const { trace, lanes } = run("inside");
  const { program, library, imports } = lanes.stepsByOwner();
  assert.equal(program + library + imports, trace.last);
  assert.equal(program, trace.programSteps.length - 1);
  // All that runs between the line that imports and the one after it.
  const [first, second] = [trace.stepNumbered(1), trace.stepNumbered(2)];
  assert.equal(imports, second - first - 1);
  assert.ok(library > 0);
  assert.deepEqual(run("tasks").lanes.stepsByOwner(), { program: run("tasks").trace.last, library: 0, imports: 0 });
});

test("what is folded between two steps is narrow, and lies between them", () => {
  const it = run("inside");
  const axis = it.axis(false);
  const [first, second] = [it.trace.stepNumbered(1), it.trace.stepNumbered(2)];
  assert.ok(second - first > 100);
  assert.ok(Math.abs(axis.at[second] - axis.at[first] - 1.5) < 1e-9);
});

test("an arrow ends at the frame that really resumed: the task's step, and it sends None", () => {
  const it = run("inside");
  const main = frameNamed(it, "main");
  const resumed = find(it, ({ event, frame }) => event === "resume" && frame.id === main);
  const { how, peer } = it.trace.step(resumed);
  assert.equal(how, "send");
  assert.equal(it.trace.frames[peer ?? -1].name, "Task._step");
  assert.equal(arrowEnds(it.trace, resumed)?.from, peer);
  assert.equal(it.lanes.rowOf(peer ?? -1), it.lanes.rows.indexOf(laneOf(it, "asyncio.tasks")));
});

test("a callback runs until the loop's call of it returns", () => {
  const { trace, loop } = run("inside");
  const calls = trace.frames.filter(({ name }) => name === "Handle._run");
  assert.ok(calls.length > 2);
  for (const { id } of calls) {
    const steps = trace.stepsOf(id);
    for (let s = steps[0]; s < steps[steps.length - 1]; s++) assert.notEqual(loop.at(s).now, null, `step ${s}`);
    assert.equal(loop.at(steps[steps.length - 1]).now, null);
  }
  const main = trace.frames.find(({ task }) => task === "Task-1");
  const asleep = find(run("inside"), ({ event, frame }) => event === "suspend" && frame.id === main?.id);
  const task = loop.at(asleep).tasks[0];
  assert.equal(taskAt(trace, loop.at(asleep), task, asleep).doing, "asleep", "though its callback still runs");
});

test("a step keeps its number, whatever is shown, and those of the library count on from it", () => {
  const it = run("inside");
  const { trace } = it;
  assert.equal(trace.programSteps.length, (trace.outcome.steps ?? 0) + 1, "the last step says that the program has ended");
  trace.programSteps.forEach((s, n) => assert.equal(trace.stepName(s), String(n)));
  const inside = trace.programSteps[1] + 34;
  assert.equal(trace.stepName(inside), "1.34");
  assert.equal(trace.stepCalled("1.34"), inside);
  assert.equal(trace.stepCalled("1.999999"), trace.programSteps[2] - 1);
  assert.equal(trace.stepCalled("999"), trace.programSteps.at(-1));
  assert.equal(run("tasks").trace.stepCalled("7.34"), 7, "without the library's frames: the program's step");
});

test("opened modules stay open in the next run", () => {
  const [before, next] = [run("inside"), run("inside")];
  before.lanes.toggle(laneOf(before, "asyncio.tasks"));
  next.openLike(before);
  assert.equal(next.lanes.isFolded(laneOf(next, "asyncio.tasks")), false);
  assert.equal(next.lanes.isFolded(laneOf(next, "asyncio.base_events")), true);
  assert.ok(next.walk.length > next.trace.programSteps.length);
});

test("sentences quote the module's own source where it was fetched", () => {
  const it = run("inside");
  const line = find(it, ({ event, frame }) => event === "line" && frame.name === "sleep");
  assert.doesNotMatch(plain(sentence(it, line)), /, if /);
  it.sources.set("asyncio.tasks", "\n".repeat(it.trace.step(line).line - 1) + "    if delay <= 0:");
  assert.match(plain(sentence(it, line)), /line \d+, if delay <= 0\b/);
});

test("a module of the library is imported; only the program begins and ends", () => {
  const it = run("inside");
  const told = (/** @type {number} */ s) => plain(sentence(it, s));
  assert.match(
    told(find(it, ({ event, frame }) => event === "call" && frame.library === "asyncio.tasks" && frame.kind === "module")),
    /imports asyncio\.tasks/,
  );
  const words = Array.from({ length: it.trace.length }, (_, s) => told(s));
  assert.equal(words.filter((said) => said.startsWith("The program begins")).length, 1);
  assert.equal(words.filter((said) => said.startsWith("The program has ended")).length, 1);
});
