import assert from "node:assert/strict";
import { test } from "node:test";
import { NOBODY } from "../../js/model/trace.js";
import { chainsAt, loopRuns, stackAt } from "../../js/model/waiting.js";
import { find, frameNamed, names, run } from "./fixtures.js";

test("the stack goes from the frame in control to the module", () => {
  const it = run("channel");
  const inInner = find(it, ({ event, frame }) => event === "line" && frame.name === "inner");
  assert.deepEqual(stackAt(it.trace, inInner), [frameNamed(it, "inner"), frameNamed(it, "outer"), 0]);
});

test("both sleepers of a delegation are one chain, the outer first", () => {
  const it = run("channel");
  const asleep = find(it, ({ event, frame }) => event === "suspend" && frame.name === "outer");
  const [inner, outer] = [frameNamed(it, "inner"), frameNamed(it, "outer")];
  assert.deepEqual(chainsAt(it.trace, asleep), [
    [
      { frame: outer, how: "yield from" },
      { frame: inner, how: "yield" },
    ],
  ]);
  assert.deepEqual(stackAt(it.trace, asleep), [0]);
});

test("a frame that yields on its own account is a chain of one", () => {
  const it = run("channel");
  const alone = find(
    it,
    ({ event, frame, line }) => event === "suspend" && frame.name === "outer" && it.sources.lineOf(frame, line).includes("yield 3"),
  );
  assert.deepEqual(chainsAt(it.trace, alone), [[{ frame: frameNamed(it, "outer"), how: "yield" }]]);
});

test("under a task stand the event loop and who runs it", () => {
  const it = run("tasks");
  const inTick = find(it, ({ event, frame }) => event === "line" && frame.name === "tick");
  const tick = it.trace.step(inTick).frame.id;
  assert.deepEqual(stackAt(it.trace, inTick), [tick, NOBODY, 0]);
  assert.equal(loopRuns(it.trace, 0), false);
  assert.equal(loopRuns(it.trace, inTick), true);
});

test("a coroutine that awaits an asynchronous generator sleeps for it", () => {
  const it = run("agen");
  const asleep = find(it, ({ event, frame, how }) => event === "suspend" && frame.name === "main" && how === "await");
  assert.deepEqual(
    chainsAt(it.trace, asleep).map((chain) => chain.map(({ frame }) => it.trace.frames[frame].name)),
    [["main", "countdown"]],
  );
});

for (const name of names) {
  test(`${name}: every sleeper is in exactly one chain, and none on the stack`, () => {
    const { trace } = run(name);
    for (let s = 0; s < trace.length; s++) {
      const sleeping = trace.sleepingAt(s).map(({ id }) => id);
      const chained = chainsAt(trace, s)
        .flat()
        .map(({ frame }) => frame);
      assert.deepEqual(
        [...chained].sort((a, b) => a - b),
        sleeping,
        `step ${s}`,
      );
      for (const frame of stackAt(trace, s)) if (frame !== NOBODY) assert.equal(trace.stateAt(frame, s), "running", `step ${s}`);
    }
  });
}
