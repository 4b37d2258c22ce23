import assert from "node:assert/strict";
import { test } from "node:test";
import { awaitedBy, callerOf, changeOf, eventOf, lineOf, outOf, resumesOf, runOfLine } from "../../js/model/frame-steps.js";
import { NOBODY } from "../../js/model/trace.js";
import { find, frameNamed, names, run } from "./fixtures.js";

/** All that follows from one step by a way of stepping. @param {(step: number) => number|null} next */
function chain(next) {
  const found = [];
  for (let s = next(-1); s !== null; s = next(s)) found.push(s);
  return found;
}

test("a frame's lines and events are its own, whoever runs in between, in either direction", () => {
  const { trace } = run("channel");
  const inner = 2;
  const events = chain((s) => eventOf(trace, inner, s, 1));
  assert.deepEqual(
    events.map((s) => trace.step(s).event),
    ["create", "resume", "suspend", "resume", "suspend", "resume", "return"],
  );
  const lines = chain((s) => lineOf(trace, inner, s, 1));
  assert.deepEqual(
    lines.map((s) => [trace.step(s).event, trace.step(s).line]),
    [
      ["line", 2],
      ["line", 3],
      ["line", 4],
      ["line", 5],
      ["return", 5],
    ],
  );
  assert.equal(lineOf(trace, inner, lines[1], -1), lines[0]);
  assert.equal(lineOf(trace, inner, lines[0], -1), null);
  assert.equal(eventOf(trace, inner, events[0], -1), null);
});

test("how often a frame was resumed is counted up to the step, of frames that were made among the steps", () => {
  const { trace } = run("channel");
  const inner = 2;
  const events = chain((s) => eventOf(trace, inner, s, 1));
  assert.deepEqual(
    events.map((s) => resumesOf(trace, inner, s)),
    [0, 1, 1, 2, 2, 3, 3],
  );
  assert.equal(resumesOf(trace, inner, events[0] - 1), 0);
  assert.equal(resumesOf(trace, 0, trace.last), null, "what can't sleep is called");
  const { trace: late } = run("late");
  const older = [...late.frames.keys()].filter((frame) => late.raw.events[late.stepsOf(frame)[0]] === "open");
  assert.ok(older.length);
  for (const frame of older) assert.equal(resumesOf(late, frame, late.last), null);
});

test("out of a frame is where it gives control back, and the frame that gets it", () => {
  const it = run("channel");
  const [inner, outer] = [frameNamed(it, "inner"), frameNamed(it, "outer")];
  const inInner = find(it, ({ event, frame }) => event === "line" && frame.id === inner);
  const asleep = find(it, ({ event, frame }) => event === "suspend" && frame.id === inner);
  assert.deepEqual(outOf(it.trace, inner, inInner), { step: asleep, frame: outer });
  assert.deepEqual(outOf(it.trace, outer, inInner), { step: asleep + 1, frame: 0 });
  assert.equal(outOf(it.trace, inner, asleep), null, "who sleeps has nobody who waits for control");
  const tasks = run("tasks");
  const inTick = find(tasks, ({ event, frame }) => event === "line" && frame.name === "tick");
  assert.equal(outOf(tasks.trace, tasks.trace.step(inTick).frame.id, inTick)?.frame, NOBODY);
});

test("the caller is who delegates, awake and asleep; who asks by next is none", () => {
  const it = run("channel");
  const [inner, outer] = [frameNamed(it, "inner"), frameNamed(it, "outer")];
  const inInner = find(it, ({ event, frame }) => event === "line" && frame.id === inner);
  const asleep = find(it, ({ event, frame }) => event === "suspend" && frame.id === outer);
  for (const step of [inInner, asleep]) {
    assert.equal(callerOf(it.trace, inner, step), outer);
    assert.equal(callerOf(it.trace, outer, step), null);
    assert.equal(awaitedBy(it.trace, outer, step), inner);
    assert.equal(awaitedBy(it.trace, inner, step), null);
  }
  assert.equal(awaitedBy(it.trace, 0, inInner), outer, "the module waits for the call by which it asked");
});

test("at every step of every program the caller of what a frame awaits is that frame, if it awaits", () => {
  for (const name of names) {
    const { trace } = run(name);
    for (let step = 0; step < trace.length; step++) {
      for (const { id } of trace.frames) {
        const caller = callerOf(trace, id, step);
        if (caller !== null && !trace.frames[caller].library) assert.equal(awaitedBy(trace, caller, step), id, `${name}, step ${step}`);
      }
    }
  }
});

test("a line's next run is in whichever frame, of the same text", () => {
  const it = run("tasks");
  const line = 6;
  const all = chain((s) => runOfLine(it.trace, "", line, s, 1));
  assert.equal(all.length, 6);
  assert.equal(new Set(all.map((s) => it.trace.step(s).frame.id)).size, 2);
  assert.equal(runOfLine(it.trace, "", line, all[1], -1), all[0]);
  assert.equal(runOfLine(it.trace, "", line, all[0], -1), null);
  assert.equal(runOfLine(it.trace, "asyncio", line, 0, 1), null);
});

test("a variable's next change is where its value is another", () => {
  const it = run("tasks");
  const tick = frameNamed(it, "tick");
  const changes = chain((s) => changeOf(it.trace, tick, "n", s, 1));
  assert.deepEqual(
    changes.map((s) => it.trace.localsAt(tick, s).find((local) => local.name === "n")?.value.text),
    ["0", "1", "2"],
  );
  assert.equal(changeOf(it.trace, tick, "n", changes[1], -1), changes[0]);
  assert.equal(changeOf(it.trace, tick, "absent", 0, 1), null);
});
