import assert from "node:assert/strict";
import { test } from "node:test";
import { atScale, fit } from "../../js/model/view.js";
import { tickEvery } from "../../js/model/axis.js";
import { layout, middleOf } from "../../js/view/timeline/layout.js";
import { Run } from "../../js/model/run.js";
import { find, frameNamed, packed, run } from "./fixtures.js";

/** @import { Primitive, Scene } from "../../js/view/timeline/layout.js" */

/** @param {Run} of @param {Partial<Scene>} [other] @returns {Scene} */
function scene(of, other = {}) {
  const { trace, lanes } = of;
  return {
    trace,
    lanes,
    axis: of.axis(false),
    stretch: fit(900, trace.length),
    vertical: false,
    pitch: 54,
    scroll: 0,
    width: 900,
    height: 400,
    step: 0,
    drawn: 1,
    chosen: -1,
    ...other,
  };
}

/** @template {Primitive["type"]} T @param {Primitive[]} primitives @param {T} type */
const only = (primitives, type) => /** @type {Extract<Primitive, { type: T }>[]} */ (primitives.filter((p) => p.type === type));

test("a sleeper's bar says its line and stands in its row", () => {
  const it = run("channel");
  const row = it.lanes.rowOf(frameNamed(it, "inner"));
  const bars = only(layout(scene(it)), "bar").filter(
    (bar) => bar.look === "suspended" && Math.abs(bar.y + bar.h / 2 - middleOf(scene(it), row)) < 1,
  );
  assert.deepEqual(
    bars.map(({ label }) => label),
    ["L2", "L4"],
  );
});

test("at the playhead arrows are labelled, the whole way a value goes", () => {
  const it = run("channel");
  const step = find(it, ({ event, frame, value }) => event === "suspend" && frame.name === "outer" && value?.text === "2");
  const labels = only(layout(scene(it, { step })), "text")
    .filter(({ boxed }) => boxed)
    .map(({ text }) => text);
  assert.deepEqual(labels, ["yield 2", "yield 2"]);
});

test("the label of an arrow at the left edge stands at its right, where it is not cut", () => {
  const it = run("channel");
  const step = find(it, ({ event, frame, value }) => event === "suspend" && frame.name === "outer" && value?.text === "2");
  for (const before of [0, 1, 2, 4]) {
    // so many steps are in sight before it
    const stretch = { ...atScale(900, it.trace.length, 26), start: step - before };
    const labels = only(layout(scene(it, { step, stretch })), "text").filter(({ boxed }) => boxed);
    assert.equal(labels.length, 2);
    for (const { x, text, align } of labels.filter(({ x }) => x > 0))
      assert.ok(align === "left" || x - 7 * text.length >= 0, `${text} begins at ${x - 7 * text.length}, ${before} steps before`);
  }
});

test("what goes in is solid, what comes out is not, and throw has its mark", () => {
  const it = run("throw");
  const arrows = only(layout(scene(it)), "arrow");
  const inward = arrows.filter((arrow) => arrow.inward);
  assert.ok(inward.length > 0 && inward.length < arrows.length);
  assert.ok(
    inward.every((arrow) => arrow.y2 > arrow.y1),
    "into a frame further down",
  );
  assert.equal(arrows.filter(({ forced }) => forced).length, 2);
});

test("time runs down: the same primitives, turned", () => {
  const it = run("channel");
  const stretch = atScale(600, it.trace.length, 26);
  const wide = only(layout(scene(it, { stretch, width: 600, height: 500, pitch: 112 })), "bar");
  const down = only(layout(scene(it, { stretch, width: 500, height: 600, pitch: 112, vertical: true })), "bar");
  assert.deepEqual(
    down.map(({ look, y, h }) => [look, y, h]),
    wide.map(({ look, x, w }) => [look, x, w]),
  );
});

test("time running down, a label stands where its arrow is seen, and is legible over other columns", () => {
  const it = run("tasks");
  const down = { stretch: atScale(2000, it.trace.length, 26), vertical: true, width: 390, height: 2000, pitch: 112 };
  const labels = (/** @type {number} */ scroll) =>
    only(layout(scene(it, { ...down, scroll })), "text").filter(({ text }) => !/^\d+$/.test(text));
  for (const scroll of [0, 60, 120, 180]) {
    const shown = labels(scroll);
    assert.ok(shown.length > 0);
    for (const { x, text } of shown) assert.ok(x >= 40 + 25 && x <= 390 - 25, `${text} at ${x}, scrolled by ${scroll}`);
  }
  const task3 = labels(0).filter(({ text }) => text === "Task-3");
  assert.ok(task3.length > 0 && task3.every(({ boxed }) => boxed), "from the loop over two columns");
});

test("time running down labels every arrow", () => {
  const it = run("channel");
  const primitives = layout(
    scene(it, { stretch: atScale(2000, it.trace.length, 26), vertical: true, width: 390, height: 2000, pitch: 112 }),
  );
  const labels = only(primitives, "text")
    .map(({ text }) => text)
    .filter((text) => !/^\d+$/.test(text));
  assert.equal(labels.length, only(primitives, "arrow").length);
  assert.ok(labels.includes("send('hi')") && labels.includes("yield 2"));
});

test("a run of many thousand steps is drawn as no more than the pixels hold", () => {
  const long = longRun(60_000);
  for (const scale of [fit(900, long.trace.length).scale, 0.5, 4, 30]) {
    const primitives = layout(scene(long, { stretch: atScale(900, long.trace.length, scale), step: 30_000 }));
    assert.ok(primitives.length < 3000, `${primitives.length} at scale ${scale}`);
    assert.ok(only(primitives, "bar").length + only(primitives, "shares").length > 1);
  }
});

test("zoomed out, a column shows how much of its steps a row ran, waited and slept", () => {
  const long = longRun(60_000);
  const columns = only(layout(scene(long, { stretch: fit(900, long.trace.length), step: 30_000 })), "shares");
  const shares = (/** @type {number} */ frame) =>
    columns
      .find(({ x, w, y }) => x + w > 450 && Math.floor((y - 26) / 54) === long.lanes.rowOf(frame))
      ?.parts.map(({ look, share }) => [look, Math.round(share * 100)]);
  assert.deepEqual(shares(0), [
    ["running", 50],
    ["waiting", 50],
  ]);
  assert.deepEqual(shares(1), [
    ["running", 50],
    ["suspended", 50],
  ]);
  for (const { parts } of columns) assert.ok(parts.reduce((sum, { share }) => sum + share, 0) <= 1 + 1e-9);
});

test("the marks of the ruler are round and far enough apart", () => {
  for (const scale of [0.001, 0.3, 1, 7, 26, 80]) {
    const every = tickEvery(scale, 56);
    assert.ok(every * scale >= 56 || every === 1);
    assert.match(String(every), /^(1|2|5)0*$/);
  }
});

/** One generator asked over and over. @param {number} rounds */
function longRun(rounds) {
  const it = packed("channel");
  const steps = 2 + 2 * rounds;
  const at = (/** @type {number} */ n) => [2, ...new Array(n - 1).fill(1)];
  const turn = (/** @type {any} */ a, /** @type {any} */ b) => Array.from({ length: 2 * rounds }, (_, i) => (i % 2 ? b : a));
  const both = {
    at: [0, 1, ...at(2 * rounds).map((by, i) => (i ? by : 1))],
    frame: [0, 1, ...turn(1, 1)],
    state: `rc${"rs".repeat(rounds)}`,
  };
  return new Run(
    {
      ...it,
      frames: { kind: "mg", name: [0, 1], line: [1, 1], awaitable: [], library: [], task: [], creator: [-1, 0], peak: [] },
      steps: {
        event: `cn${"rs".repeat(rounds)}`,
        frame: [0, 1, ...new Array(steps - 2).fill(0)],
        line: [1, ...new Array(steps - 1).fill(0)],
      },
      how: { at: at(2 * rounds), how: turn(0, 11), verb: turn(0, 0), construct: turn(0, 0) },
      through: { at: [], text: [] },
      places: { line: [], column: [], lines: [], end_column: [] },
      expression: { at: [], place: [] },
      generator_exit: { at: [] },
      by_close: { at: [] },
      clock_read: { at: [] },
      peer: { at: [0, 1, ...new Array(2 * rounds).fill(1)], frame: [-1, 0, ...turn(0, 0)] },
      value: { at: [], text: [], object: [], frame: [] },
      states: both,
      locals: { at: [], name: [], text: [], object: [], frame: [] },
      exceptions: { at: [], caught: [], before: [], type: [], message: [] },
      output: { at: [], error: [], text: [], frame: [], line: [] },
      loop: { at: [], op: [], id: [], text: [], when: [], frame: [], task: [], end: [], value: [] },
    },
    "",
  );
}

test("where what comes is hidden, nothing is drawn beyond the step but the veil, the numbers and the marks", () => {
  for (const [name, byTime] of /** @type {[string, boolean][]} */ ([
    ["channel", false],
    ["tasks", true],
  ])) {
    const it = run(name);
    const step = Math.floor(it.trace.length / 2);
    const axis = it.axis(byTime);
    const of = scene(it, { axis, stretch: fit(900, axis.length), step, veiled: true });
    const edge = (axis.at[step] + axis.wide[step] - of.stretch.start) * of.stretch.scale;
    const drawn = layout(of);
    for (const bar of [...only(drawn, "bar"), ...only(drawn, "shares")]) assert.ok(bar.x + bar.w <= edge + 0.01, `${name}: a bar`);
    for (const arrow of only(drawn, "arrow")) assert.ok(arrow.x1 <= edge, `${name}: an arrow`);
    for (const band of only(drawn, "band").filter(({ paint }) => paint === "instant")) assert.ok(band.x <= edge, `${name}: an instant`);
    if (byTime)
      for (const text of only(drawn, "text").filter(({ paint }) => paint === "faint")) assert.ok(text.x <= edge + 20, `${name}: a time`);
    assert.ok(only(drawn, "band").some(({ paint, x }) => paint === "sunken" && Math.abs(x - edge) < 1));
    assert.ok(only(layout({ ...of, veiled: false }), "bar").length > only(drawn, "bar").length);
  }
});

test("a note's arrow goes from row to row at its step, and hidden rows have none", () => {
  const it = run("channel");
  const [from, to] = [frameNamed(it, "outer"), frameNamed(it, "inner")];
  const drawn = scene(it, { step: 4, noted: { from, to, step: 4 } });
  const [pointer, ...others] = only(layout(drawn), "pointer");
  assert.deepEqual(others, []);
  assert.equal(pointer.y1, middleOf(drawn, it.lanes.rowOf(from)));
  assert.ok(pointer.x1 === pointer.x2 && Math.abs(pointer.y2 - middleOf(drawn, it.lanes.rowOf(to))) <= 8);
  assert.deepEqual(only(layout(scene(it, { step: 4, noted: { from, to: from, step: 4 } })), "pointer"), []);
});
