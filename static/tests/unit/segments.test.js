import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS, merge, segmentAt, segmentsOf } from "../../js/model/segments.js";
import { names, run } from "./fixtures.js";

for (const name of names) {
  test(`${name}: each step of each frame lies in the segment of its state`, () => {
    const { trace } = run(name);
    const segments = segmentsOf(trace);
    for (const frame of trace.frames) {
      const row = segments(frame.id);
      for (let s = 0; s < trace.length; s++) {
        const i = segmentAt(row, s);
        const look = i < 0 ? null : LOOKS[row.look[i]];
        const state = trace.stateAt(frame.id, s);
        const wanted = state === "running" && trace.active[s] !== frame.id ? "waiting" : state;
        assert.equal(look === "failed" ? "closed" : look, wanted, `frame ${frame.id}, step ${s}`);
      }
    }
  });
}

test("a sleeper's segment knows its line", () => {
  const { trace } = run("channel");
  const row = segmentsOf(trace)(2);
  const lines = [...row.look].flatMap((look, i) => (LOOKS[look] === "suspended" ? [row.line[i]] : []));
  assert.deepEqual(lines, [2, 4]);
});

test("a frame that an exception left looks failed, one that was closed in order does not", () => {
  const look = (/** @type {string} */ name, /** @type {number} */ frame) => LOOKS[segmentsOf(run(name).trace)(frame).look.at(-1) ?? -1];
  assert.equal(look("throw", 1), "failed");
  assert.equal(look("channel", 1), "closed");
});

test("merged rows show the most important look of all", () => {
  const { trace } = run("crew");
  const row = segmentsOf(trace);
  const workers = trace.frames.filter(({ name }) => name === "worker").map(({ id }) => row(id));
  const merged = merge(workers);
  for (let s = 0; s < trace.length; s++) {
    const looks = workers.flatMap((worker) => (segmentAt(worker, s) < 0 ? [] : [worker.look[segmentAt(worker, s)]]));
    const i = segmentAt(merged, s);
    assert.equal(i < 0 ? null : merged.look[i], looks.length ? Math.min(...looks) : null, `step ${s}`);
  }
});
