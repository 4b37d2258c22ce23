import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_SCALE, atScale, comfortable, fit, follow, pan, toPixel, toUnit, zoom } from "../../js/model/view.js";

const near = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

test("all of a run fits", () => {
  for (const length of [1, 33, 5000, 100_000]) {
    const stretch = fit(800, length);
    assert.ok(toPixel(stretch, length) <= 800);
    assert.equal(stretch.start, 0);
  }
});

test("a short run is shown whole, a long one as far as it reads well", () => {
  assert.equal(comfortable(800, 30).scale, fit(800, 30).scale);
  assert.ok(comfortable(800, 5000).scale > 20);
});

test("zooming keeps the place under the hand", () => {
  const stretch = atScale(800, 1000, 10);
  const moved = pan(stretch, 2000);
  near(toUnit(zoom(moved, 2, 300), 300), toUnit(moved, 300));
  assert.equal(zoom(stretch, 1e9, 0).scale, MAX_SCALE);
  near(zoom(stretch, 1e-9, 0).scale, fit(800, 1000).scale);
});

test("panning ends at the ends", () => {
  const stretch = atScale(800, 1000, 10);
  assert.equal(pan(stretch, -500).start, 0);
  const atEnd = pan(stretch, 1e9);
  assert.ok(toPixel(atEnd, 1000) <= 800 && toPixel(atEnd, 1000) > 780);
});

test("following moves only as far as it must", () => {
  const stretch = atScale(800, 1000, 10);
  assert.deepEqual(follow(stretch, 40), stretch);
  for (const step of [500, 999, 3, 0]) {
    const at = toPixel(follow(stretch, step), step + 0.5);
    assert.ok(at >= 0 && at <= 800, `step ${step} at ${at}`);
  }
  near(toPixel(follow(stretch, 500), 500.5), 400);
  const edge = follow(stretch, 79);
  near(toPixel(edge, 80), 680);
});
