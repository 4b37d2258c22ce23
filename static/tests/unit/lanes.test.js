import assert from "node:assert/strict";
import { test } from "node:test";
import { Run } from "../../js/model/run.js";
import { packed, run } from "./fixtures.js";

/** @param {import("../../js/model/lanes.js").Lanes} lanes */
const outline = (lanes) => lanes.rows.map(({ depth, label }) => `${"  ".repeat(depth)}${label}`);

test("frames are nested under who first resumed them", () => {
  assert.deepEqual(outline(run("channel").lanes), ["module", "  outer()", "    inner()"]);
});

test("tasks are nested under the event loop, and it under who runs it", () => {
  assert.deepEqual(outline(run("tasks").lanes), ["module", "  event loop", "    main()", "    tick() #1", "    tick() #2"]);
});

test("more than eight like siblings are one row, until it is opened", () => {
  const { lanes, trace } = run("crew");
  const group = lanes.rows.find(({ kind }) => kind === "group");
  assert.equal(group?.label, "worker ×12");
  assert.ok(group && lanes.isFolded(group));
  const worker = trace.frames.filter(({ name }) => name === "worker")[3].id;
  assert.equal(lanes.rows[lanes.rowOf(worker)], group);
  const closed = lanes.rows.length;
  lanes.toggle(group);
  assert.equal(lanes.rows.length, closed + 12);
  assert.equal(lanes.rows[lanes.rowOf(worker)].frame, worker);
  lanes.toggle(group);
  assert.equal(lanes.rows.length, closed);
});

test("finished calls and class bodies are hidden in one row where they are several, but not what failed or holds a generator", () => {
  const { lanes, trace } = run("calls");
  assert.deepEqual(outline(lanes), [
    "module",
    "  4 calls",
    "  fails()",
    "  numbers()",
    "    both() #2",
    "      double() #5",
    "      double() #6",
  ]);
  const row = lanes.rows[1];
  assert.ok(row.kind === "calls" && lanes.isFolded(row));
  const inner = trace.frames.filter(({ name }) => name === "double")[2].id;
  assert.equal(lanes.rows[lanes.rowOf(inner)], row, "a call of a hidden call is drawn there too");
  lanes.reveal(inner);
  assert.equal(lanes.rows[lanes.rowOf(inner)].frame, inner);
});

test("to reveal a frame opens what hides it", () => {
  const { lanes, trace } = run("crew");
  const worker = trace.frames.filter(({ name }) => name === "worker")[5].id;
  lanes.reveal(worker);
  assert.equal(lanes.rows[lanes.rowOf(worker)].frame, worker);
});

test("what is under a folded row is drawn in it", () => {
  const { lanes } = run("channel");
  lanes.toggle(lanes.rows[1]);
  assert.deepEqual(outline(lanes), ["module", "  outer()"]);
  assert.equal(lanes.rowOf(2), 1);
});

test("a frame that began after the last recorded step has its row, with its peak, and no life to draw", () => {
  const it = packed("channel");
  const { frames } = it;
  const late = {
    ...frames,
    kind: `${frames.kind}f`,
    name: [...frames.name, frames.name[1]],
    line: [...frames.line, 1],
    creator: [...frames.creator, 0],
    peak: [[3, 600]],
  };
  const { lanes, trace } = new Run({ ...it, frames: late }, "");
  const lane = lanes.rows[lanes.rowOf(3)];
  assert.equal(lane.frame, 3);
  assert.equal(lane.depth, 1);
  assert.equal(lanes.segments(lane).from.length, 0);
  assert.equal(trace.stateAt(3, trace.last), null);
  assert.deepEqual(trace.localsAt(3, trace.last), []);
});

test("as a sequence, frames that can't sleep have no row, and are seen in that of who called them", () => {
  const { lanes, trace } = run("calls");
  const all = lanes.rows.length;
  lanes.showOnlySleepers(true);
  assert.deepEqual(
    lanes.rows.map(({ label }) => label),
    ["module", "numbers()"],
  );
  const row = (/** @type {string} */ name) => lanes.rowOf(trace.frames.findIndex((frame) => frame.name === name));
  assert.equal(row("double"), 0);
  assert.equal(row("both"), 0);
  const inside = trace.frames.find(
    ({ id, name }) => name === "both" && trace.frames[trace.resumerAt(id, trace.stepsOf(id)[0]) ?? 0].name === "numbers",
  );
  assert.equal(lanes.rowOf(inside?.id ?? -1), 1, "called by the generator");
  lanes.showOnlySleepers(false);
  assert.equal(lanes.rows.length, all);
});
