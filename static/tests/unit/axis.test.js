import assert from "node:assert/strict";
import { test } from "node:test";
import { byEvents, whyNotByTime } from "../../js/model/axis.js";
import { layout } from "../../js/view/timeline/layout.js";
import { fit } from "../../js/model/view.js";
import { frameNamed, run } from "./fixtures.js";

test("by steps every step has one unit, and its number is its mark", () => {
  const it = run("channel");
  const { trace } = it;
  const axis = it.axis(false);
  assert.equal(axis.length, trace.length);
  for (let s = 0; s < trace.length; s++) {
    assert.equal(axis.at[s], s);
    assert.equal(axis.stepAt(s + 0.99), s);
  }
  assert.deepEqual(
    axis.marks(0, 6, 2).map(({ text }) => text),
    ["0", "2", "4", "6"],
  );
  assert.deepEqual(axis.instants, []);
});

test("by time sleeps have their length, and what happens at one instant shares a small width", () => {
  const it = run("tasks");
  const axis = it.axis(true);
  assert.deepEqual(
    axis.instants.map(({ time }) => time),
    [0, 1, 2, 2.5, 3, 5, 7.5],
  );
  const [first] = axis.instants;
  for (const { from, to } of axis.instants) assert.ok(Math.abs(to - from - (first.to - first.from)) < 1e-9);
  const gap = (/** @type {number} */ i) => axis.instants[i + 1].from - axis.instants[i].to;
  assert.ok(Math.abs(gap(5) / gap(0) - 2.5) < 1e-9, "2.5 s are as long as 2.5 times 1 s");
  for (let s = 0; s < it.trace.length; s++) {
    assert.ok(axis.at[s + 1] >= axis.at[s]);
    assert.equal(axis.stepAt(axis.middle(s)), s);
    const held = axis.instants.filter(({ from, to }) => axis.middle(s) > from && axis.middle(s) < to);
    assert.equal(held.length, 1, `step ${s} lies in an instant`);
  }
});

test("a step lies at the time that the loop shows with it", () => {
  const it = run("tasks");
  const axis = it.axis(true);
  for (const { time, from } of axis.instants.slice(1)) {
    const first = axis.stepAt(from + 1e-9);
    assert.equal(it.loop.at(first).time, time);
    assert.ok(it.loop.at(first - 1).time < time);
    assert.ok(axis.at[first] - axis.at[first - 1] > 2 * axis.wide[first - 1], "the step before it was followed by a sleep");
  }
});

test("the axis by time tells the times, with round ones in long sleeps", () => {
  const axis = run("cancel").axis(true);
  assert.deepEqual(
    axis.instants.map(({ time }) => time),
    [0, 2, 3],
  );
  assert.deepEqual(
    axis.marks(0, axis.length, 18).map(({ text }) => text),
    ["0 s", "2 s", "3 s"],
  );
  const close = axis.marks(0, axis.length, 3).map(({ text }) => text);
  assert.deepEqual(
    close,
    Array.from({ length: 16 }, (_, i) => `${i / 5} s`),
  );
});

test("why a run can't be laid out by time is said, and then it is laid out by steps", () => {
  assert.match(whyNotByTime(run("channel").trace), /no event loop/);
  assert.equal(whyNotByTime(run("tasks").trace), "");
  assert.equal(run("channel").axis(true).isByTime, false);
});

test("drawn by time, a sleeper's bar is as long as its sleep", () => {
  const it = run("inside");
  const axis = it.axis(true);
  const primitives = layout({
    trace: it.trace,
    lanes: it.lanes,
    axis,
    stretch: fit(900, axis.length),
    vertical: false,
    pitch: 54,
    scroll: 0,
    width: 900,
    height: 900,
    step: 0,
    drawn: 1,
    chosen: -1,
  });
  const row = it.lanes.rowOf(frameNamed(it, "main"));
  const bars = primitives.flatMap((p) => (p.type === "bar" && p.look === "suspended" && Math.floor((p.y - 26) / 54) === row ? [p] : []));
  assert.ok(
    bars.some(({ w }) => w > 900 * 0.7),
    "one second of one",
  );
  assert.equal(primitives.filter((p) => p.type === "band" && p.paint === "instant").length, 2);
});

test("by events, steps with an arrow are wide and marked, lines are narrow", () => {
  const { trace, walk } = run("channel");
  const axis = byEvents(trace, walk);
  for (let s = 0; s < trace.length; s++) {
    const isLoud = !["line", "create", "drop", "end"].includes(trace.step(s).event);
    assert.equal(axis.wide[s] === 1, isLoud, `step ${s}`);
    assert.equal(axis.stepAt(axis.middle(s)), s);
  }
  const marks = axis.marks(0, axis.length, 0);
  assert.deepEqual(
    marks.map(({ text }) => Number(text)),
    Array.from(walk.steps).filter((s) => axis.wide[s] === 1),
  );
});
