import assert from "node:assert/strict";
import { test } from "node:test";
import { unpack } from "../../js/model/packed.js";
import { NOBODY, Trace } from "../../js/model/trace.js";
import { find, frameNamed, names, packed, run } from "./fixtures.js";

test("a trace of another version is refused in words", () => {
  assert.throws(() => unpack({ ...packed("channel"), version: 99 }), /version 1.*version 99/);
});

test("differences are undone and letters become words", () => {
  const raw = packed("channel");
  const { events, stepLine, frames } = unpack(raw);
  let line = 0;
  assert.deepEqual(
    [...stepLine],
    raw.steps.line.map((/** @type {number} */ by) => (line += by)),
  );
  assert.equal(events.length, raw.steps.event.length, "the page adds its last step later");
  assert.equal(events[0], "call");
  assert.deepEqual(
    frames.map((frame) => frame.kind),
    ["module", "generator", "generator"],
  );
});

for (const name of names) {
  test(`${name}: states looked up agree with the changes replayed one by one`, () => {
    const { trace } = run(name);
    const now = new Map();
    let next = 0;
    for (let s = 0; s < trace.length; s++) {
      for (; next < trace.raw.states.at.length && trace.raw.states.at[next] === s; next++) {
        const { frame, state } = trace.raw.states.of[next];
        now.set(frame, state);
      }
      for (const frame of trace.frames)
        assert.equal(trace.stateAt(frame.id, s), now.get(frame.id) ?? null, `frame ${frame.id} at step ${s}`);
    }
  });

  test(`${name}: whoever has control is running`, () => {
    const { trace } = run(name);
    for (let s = 0; s < trace.length; s++) {
      const active = trace.active[s];
      if (active !== NOBODY) assert.equal(trace.stateAt(active, s), "running", `step ${s}`);
    }
  });
}

test("locals are those the frame was told of up to a step, and a deleted name is gone", () => {
  const it = run("throw");
  const worker = frameNamed(it, "worker");
  const caught = find(
    it,
    ({ event, line, frame }) => event === "line" && frame.id === worker && it.sources.lineOf(frame, line).includes("caught:"),
  );
  const named = (/** @type {number} */ step) => it.trace.localsAt(worker, step).map(({ name }) => name);
  assert.deepEqual(named(caught), ["job", "error"]);
  const after = find(it, ({ index, event, frame }) => index > caught && event === "line" && frame.id === worker);
  assert.deepEqual(named(after), ["job"]);
  assert.deepEqual(named(0), []);
});

test("a value that is a frame's object names the frame", () => {
  const it = run("channel");
  const g = it.trace.localsAt(frameNamed(it, "<module>"), it.trace.last).find(({ name }) => name === "g");
  assert.equal(g?.value.frame, frameNamed(it, "outer"));
});

test("the line of a sleeping frame is where it sleeps", () => {
  const it = run("channel");
  const asleep = find(it, ({ event, frame }) => event === "suspend" && frame.name === "outer");
  assert.equal(it.trace.lineAt(frameNamed(it, "inner"), asleep), 2);
  assert.equal(it.trace.lineAt(frameNamed(it, "outer"), asleep), 9);
});

test("the expression of a step stands in the source of who runs it", () => {
  const it = run("channel");
  const at = (/** @type {number} */ step) => it.trace.expressionAt(step);
  const asked = find(it, ({ event, frame }) => event === "resume" && frame.name === "outer");
  assert.equal(at(asked)?.frame.name, "<module>");
  assert.equal(it.sources.textAt(it.trace.frames[0], at(asked)?.place ?? assert.fail()), "next(g)");
  const slept = find(it, ({ event, frame }) => event === "suspend" && frame.name === "inner");
  assert.equal(at(slept)?.frame.name, "inner");
  assert.equal(at(find(it, ({ event }) => event === "line")), null);
});

test("frames of one name are told apart, a single one is not numbered", () => {
  const it = run("crew");
  assert.equal(it.trace.label(frameNamed(it, "worker")), "worker() #1");
  assert.equal(it.trace.label(0), "module");
});

test("a run without steps is a trace too", () => {
  const empty = packed("channel");
  for (const column of [
    "how",
    "through",
    "places",
    "expression",
    "generator_exit",
    "by_close",
    "clock_read",
    "peer",
    "value",
    "states",
    "locals",
    "exceptions",
    "output",
    "loop",
  ]) {
    for (const key of Object.keys(empty[column])) empty[column][key] = Array.isArray(empty[column][key]) ? [] : "";
  }
  empty.steps = { event: "", frame: [], line: [] };
  empty.frames = { kind: "", name: [], line: [], awaitable: [], library: [], task: [], creator: [], peak: [] };
  const trace = new Trace(empty);
  assert.equal(trace.length, 0);
  assert.equal(trace.outputCount(0), 0);
});

test("peaks are those of the frames that have one", () => {
  const raw = packed("crew");
  const { trace } = run("crew");
  assert.ok(raw.frames.peak.length > 0);
  for (const [frame, bytes] of raw.frames.peak) assert.equal(trace.frames[frame].peak, bytes);
  assert.equal(trace.frames.filter(({ peak }) => peak !== null).length, raw.frames.peak.length);
});
