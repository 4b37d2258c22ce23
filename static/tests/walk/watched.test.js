// What the page says of a watched expression, of runs that were recorded with one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf } from "./programs.js";
import { WORKERS } from "../watched-program.js";

test("an expression is, at each step, what it is in the frame that is looked at, or else in the module", () => {
  const { trace, watched } = runOf(WORKERS, "--watch", "total + len(queue)");
  const workers = trace.frames.filter(({ name }) => name === "worker").map(({ id }) => id);
  assert.equal(workers.length, 2);
  for (let s = 0; s < trace.length; s++) {
    for (const frame of workers) {
      const total = trace.localsAt(frame, s).find(({ name }) => name === "total");
      const seen = watched.in(frame, s);
      assert.equal(seen?.kind === "value", total !== undefined, `step ${s}`);
    }
    assert.equal(watched.in(0, s), null, "the module has no such variable");
  }
  const [first] = workers;
  const values = watched.printed.filter(({ frame }) => frame === first).map(({ value }) => value.text);
  assert.deepEqual(values, ["0", "1", "2", "3", "4", "5", "6"]);
  assert.equal(watched.printed.length, watched.printedUpTo(trace.last));
  for (const { step } of watched.printed) assert.ok(watched.printed[watched.printedUpTo(step) - 1].step === step);

  const ofModule = runOf(WORKERS, "--watch", "len(queue)").watched;
  assert.deepEqual(
    ofModule.printed.map(({ value }) => value.text),
    ["0", "1", "2", "3", "4"],
  );
  assert.equal(ofModule.in(first, trace.last)?.value.text, "4");
});

test("what could run the program is refused with a sentence, and nothing is printed", () => {
  const { watched } = runOf(WORKERS, "--watch", "next(queue)");
  assert.match(watched.refused, /^It calls a function/);
  assert.deepEqual([watched.expression, watched.printed.length, watched.in(0, 5)], ["next(queue)", 0, null]);
});
