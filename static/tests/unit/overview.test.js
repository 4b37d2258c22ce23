import assert from "node:assert/strict";
import { test } from "node:test";
import { WINDOW, framesFor, windowRound } from "../../js/model/overview.js";
import { Run } from "../../js/model/run.js";

/** @import { FrameShares } from "../../js/model/packed.js" */

const LENGTH = 8_000_000;

test("the steps to record lie round the one that is asked for, and within the run", () => {
  assert.deepEqual(windowRound(2_500_000, LENGTH), { from: 2_500_000 - WINDOW / 2, steps: WINDOW });
  assert.deepEqual(windowRound(LENGTH, LENGTH), { from: LENGTH - WINDOW, steps: WINDOW });
  assert.deepEqual(windowRound(0, LENGTH), {}, "the beginning is recorded as of any run");
});

/** @param {string} name @param {number} life @returns {FrameShares} */
const lived = (name, life) => ({
  name,
  kind: "generator",
  ordinal: 1,
  first: 0,
  created: [],
  running: new Array(life).fill(1),
  suspended: [],
});

test("where there is little room the frames that lived longest are drawn, in their order", () => {
  const overview = { steps: LENGTH, width: 16_384, frames: [lived("a", 9), lived("b", 2), lived("c", 5)] };
  assert.deepEqual(
    framesFor(overview, 2).map(({ name }) => name),
    ["a", "c"],
  );
});

/** A window of three steps of a long run: a generator that sleeps is resumed. */
function window() {
  const none = { at: [] };
  return new Run(
    {
      version: 1,
      strings: ["", "<module>", "count", "i", "41", "42"],
      frames: { kind: "mg", name: [1, 2], line: [1, 1], awaitable: [], library: [], task: [], creator: [-1, 0], ordinal: [1, 7], peak: [] },
      steps: { event: "oorls", frame: [1, -1, 1, 0, 0], line: [3, 3, -3, -1, 1] },
      how: { at: [2, 2], how: [0, 11], verb: [0, 0], construct: [1, 0] },
      through: none,
      places: { line: [], column: [], lines: [], end_column: [] },
      expression: none,
      generator_exit: none,
      by_close: none,
      clock_read: none,
      peer: { at: [2, 2], frame: [0, 0] },
      value: none,
      states: { at: [0, 1, 1, 2], frame: [1, 0, 1, 1], state: "srrs" },
      locals: { at: [0, 3], name: [3, 3], text: [4, 5], object: [0, 0], frame: [-1, -1] },
      exceptions: none,
      output: { at: [1], error: [0], text: [4], frame: [-1], line: [0] },
      loop: none,
      objects: { at: [], object: [], op: [], place: [], text: [], value: [], frame: [] },
      overview: { steps: 9_000, width: 32, frames: [] },
      outcome: { outcome: "finished", recorded: false, recording_ended_by: "steps", from: 5_000, steps: 3, instructions: 1, memory: 1 },
    },
    "",
  );
}

test("a window counts as the run does, and begins with what was before", () => {
  const { trace, walk } = window();
  assert.deepEqual(
    Array.from(walk.steps, (s) => trace.stepName(s)),
    ["5000", "5001", "5002", "5003"],
  );
  const first = trace.stepCalled("5000");
  assert.equal(trace.step(first).event, "resume");
  assert.equal(trace.stateAt(1, first - 1), "suspended");
  assert.equal(trace.localsAt(1, first)[0].value.text, "41");
  assert.equal(trace.label(1), "count() #7");
  assert.equal(trace.outputCount(first), 1);
  assert.equal(trace.active[first - 1], 0, "the module had control");
});

test("a window knows which steps are in it", () => {
  const { trace } = window();
  assert.deepEqual(
    [4_999, 5_000, 5_002, 5_003].map((number) => trace.has(number)),
    [false, true, true, false],
  );
  assert.deepEqual([trace.lastNumber, trace.runLength, trace.goesOn], [5_002, 9_000, true]);
});
