import assert from "node:assert/strict";
import { test } from "node:test";
import { counterparts } from "../../js/model/differences.js";
import { Run } from "../../js/model/run.js";
import { samePlace } from "../../js/model/same-place.js";
import { NOBODY } from "../../js/model/trace.js";
import { frameNamed, names, packed, run } from "./fixtures.js";

/** The run of the text with lines of comments over it. @param {string} name @param {number} lines */
function shifted(name, lines) {
  const its = packed(name);
  its.steps.line[0] += lines;
  its.frames.line = its.frames.line.map((/** @type {number} */ line) => line + lines);
  return new Run(its, "# above\n".repeat(lines) + run(name).source);
}

test("each place of a run is found in the run of the same text further down", () => {
  for (const name of names.filter((one) => one !== "inside")) {
    const [before, after] = [run(name), shifted(name, 2)];
    for (let step = 0; step < before.trace.length; step++)
      assert.deepEqual(samePlace({ run: before, step, chosen: step % 2 ? 0 : NOBODY }, after), {
        step,
        chosen: step % 2 ? 0 : NOBODY,
        isSame: true,
      });
  }
});

test("where a frame does not come to its line so often, the last time is found; where it is not made, the same number of the step", () => {
  const before = run("tasks");
  const after = run("tasks");
  const tick = frameNamed(before, "tick");
  const sleeps = Array.from(before.trace.stepsOf(tick)).filter((s) => before.trace.step(s).event === "suspend");
  assert.ok(sleeps.length > 1);
  const kept = sleeps.slice(0, 1);
  after.trace.stepsOf = ((all) => (frame) => (frame === tick ? all(frame).filter((s) => s <= kept[0]) : all(frame)))(after.trace.stepsOf);
  assert.deepEqual(samePlace({ run: before, step: sleeps[1], chosen: tick }, after), { step: kept[0], chosen: tick, isSame: false });

  const other = run("channel");
  assert.deepEqual(samePlace({ run: before, step: sleeps[0], chosen: tick }, other), {
    step: Math.min(sleeps[0], other.trace.last),
    chosen: NOBODY,
    isSame: false,
  });
});

test("a line's counterpart is the same line, or the one in its place", () => {
  const before = "a\nb\nc\nd\ne\n";
  const all = (/** @type {string} */ after) => [1, 2, 3, 4, 5].map(counterparts(before, after));
  assert.deepEqual(all(before), [1, 2, 3, 4, 5]);
  assert.deepEqual(all("new\na\nb\nc\nd\ne\n"), [2, 3, 4, 5, 6]);
  assert.deepEqual(all("a\nb\nC\nd\ne\n"), [1, 2, 3, 4, 5], "a changed line");
  assert.deepEqual(all("a\nx\ny\nb\nC\ne\n"), [1, 4, 5, 5, 6], "lines above, one changed, one deleted");
  assert.deepEqual(all("d\ne\n"), [1, 1, 1, 1, 2], "what is gone has the line that is left there");
});
