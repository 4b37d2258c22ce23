import assert from "node:assert/strict";
import { test } from "node:test";
import { originOf } from "../../js/model/origins.js";
import { plain } from "../../js/words/parts.js";
import { frameNamed, names, run } from "./fixtures.js";

/** @param {import("../../js/model/run.js").Run} it @param {string} frame @param {string} name @param {number} [step] */
const told = (it, frame, name, step = it.trace.last) => originOf(it, frameNamed(it, frame), name, step).map(({ parts }) => plain(parts));

test("a value is followed back over the frames that passed, sent and called with it", () => {
  const it = run("averager");
  assert.deepEqual(told(it, "averager", "value"), [
    "Line 6 of averager() sets value to 12: value = yield average.",
    "relay(), line 13, passes it to averager().",
    "feed() #2, line 17, sends it to relay().",
    "price is an argument of feed() #2: module, line 24, calls it with 12.",
    "Line 23 of module sets each to 12: for each in prices.",
    "Line 20 of module sets prices to [30, 12]: prices = [30, 12].",
  ]);
});

test("a new value is followed to the variables that its line names", () => {
  const all = told(run("averager"), "averager", "total");
  assert.deepEqual(all.slice(0, 2), [
    "Line 7 of averager() sets total to 42: total = total + value.",
    "Line 6 of averager() sets value to 12: value = yield average.",
  ]);
});

test("what comes back is followed into the frame that returned or yielded it", () => {
  const all = told(run("averager"), "<module>", "answer");
  assert.deepEqual(all.slice(0, 5), [
    "Line 24 of module sets answer to 21.0: answer = feed(it, each).",
    "feed() #2, line 17, returns it.",
    "relay(), line 13, passes it on.",
    "averager(), line 6, yields it.",
    "Line 9 of averager() sets average to 21.0: average = total / count.",
  ]);
});

test("the way of a value goes back in the run, and has an end", () => {
  for (const name of names) {
    const it = run(name);
    for (const { id } of it.trace.frames) {
      for (const local of it.trace.localsAt(id, it.trace.last)) {
        const way = originOf(it, id, local.name, it.trace.last);
        assert.ok(way.length >= 1 && way.length <= 30, `${name}: ${local.name}`);
        for (const { step, parts } of way) {
          assert.ok(step <= local.changedAt, `${name}: ${plain(parts)}`);
          assert.doesNotMatch(plain(parts), /undefined|NaN|\[object/);
        }
      }
    }
  }
});
