import assert from "node:assert/strict";
import { test } from "node:test";
import { differences, rangesOf } from "../../js/model/differences.js";
import { together } from "../../js/model/together.js";
import { names, run } from "./fixtures.js";

/** @import { Run } from "../../js/model/run.js" */
/** @import { Link } from "../../js/model/together.js" */

const LINKS = /** @type {Link[]} */ (["steps", "time", "lines"]);

/** @param {Run} run @param {number} place */
const printed = ({ trace, walk }, place) =>
  trace.output.of
    .slice(0, trace.outputCount(walk.steps[place]))
    .map(({ text }) => text)
    .join("")
    .split("\n").length - 1;

test("each playhead comes to every step, in order, and waits at none that is still to come", () => {
  const runs = names.map(run);
  for (const link of LINKS) {
    for (const [i, left] of runs.entries()) {
      const right = runs[(i + 1) % runs.length];
      const both = together(left, right, link);
      assert.equal(both.left.length, both.right.length);
      for (const [places, { walk }] of /** @type {[number[], Run][]} */ ([
        [both.left, left],
        [both.right, right],
      ])) {
        assert.deepEqual([...new Set(places)], Array.from(walk.steps.keys()), link);
        for (let n = 1; n < places.length; n++) assert.ok(places[n] - places[n - 1] <= 1 && places[n] >= places[n - 1]);
      }
    }
  }
});

test("by step both take each step together, and the shorter one waits at its end", () => {
  const [left, right] = [run("channel"), run("calls")];
  const both = together(left, right, "steps");
  assert.equal(both.left.length, Math.max(left.walk.length, right.walk.length));
  both.left.forEach((place, n) => assert.equal(place, Math.min(n, left.walk.length - 1)));
});

test("by time both are at the same time, or the one behind has no step at it", () => {
  const [left, right] = [run("tasks"), run("cancel")];
  const both = together(left, right, "time");
  const times = (/** @type {Run} */ { trace, walk }, /** @type {number} */ place) => trace.timeAt(walk.steps[place]);
  both.left.forEach((place, n) => {
    const [a, b] = [times(left, place), times(right, both.right[n])];
    const [behind, at, now] = a < b ? [left, place, b] : [right, both.right[n], a];
    const next = Math.min(at + 1, behind.walk.length - 1);
    if (a !== b) assert.ok(next === at || times(behind, next) > now || times(behind, next) >= Math.max(a, b));
  });
});

test("by line printed both have printed as many lines, where each has a step with so many", () => {
  const [left, right] = [run("channel"), run("throw")];
  const both = together(left, right, "lines");
  const counts = [left, right].map((it) => Array.from(it.walk.steps.keys(), (place) => printed(it, place)));
  both.left.forEach((place, n) => {
    const [a, b] = [printed(left, place), printed(right, both.right[n])];
    const now = Math.max(a, b);
    if (counts.every((all) => all.includes(now))) assert.equal(a, b);
  });
});

test("lines differ that the other text has not, in this order", () => {
  assert.deepEqual(differences("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n"), { left: [2], right: [2, 5] });
  assert.deepEqual(differences("a\nb", "a  \nb\n"), { left: [], right: [] });
  assert.deepEqual(differences("", "a\n\nb"), { left: [], right: [1, 3] });
  assert.deepEqual(differences("a\nb\nc", "c\na\nb"), { left: [3], right: [1] });
  assert.equal(rangesOf([2, 5, 6, 7, 9]), "2, 5–7, 9");
  const long = (/** @type {string} */ letter) => Array.from({ length: 3000 }, (_, i) => letter + i).join("\n");
  assert.deepEqual(
    [differences(`same\n${long("a")}\nend`, `same\n${long("b")}\nend`)].map(({ left, right }) => [left.length, right.length, left[0]]),
    [[3000, 3000, 2]],
  );
});
