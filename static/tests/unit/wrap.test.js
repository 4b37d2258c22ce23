// In how many lines a name is seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf, piecesOf } from "../../js/view/timeline/wrap.js";

/** In a font whose letters are ten wide. @param {string} text @param {number} room */
const lines = (text, room) =>
  linesOf(
    piecesOf(text).map((piece) => ({ whole: 10 * piece.length, seen: 10 * piece.trimEnd().length })),
    room,
  );

test("a name is broken where its words end", () => {
  assert.deepEqual(piecesOf("sum_of_generator() #1"), ["sum_", "of_", "generator() ", "#1"]);
  assert.deepEqual(piecesOf("Loop.run()"), ["Loop.", "run()"]);
});

test("a name takes as many lines as its words need", () => {
  assert.equal(lines("main()", 60), 1);
  assert.equal(lines("main() #1", 90), 1);
  assert.equal(lines("main() #1", 89), 2);
  assert.equal(lines("main() #1", 60), 2, "no room is needed for the space at the end of a line");
  assert.equal(lines("sum_of_generator()", 110), 2);
  assert.equal(lines("sum_of_generator()", 60), 4);
});

test("a word longer than the room is broken anywhere", () => {
  assert.equal(lines("x".repeat(30), 100), 3);
  assert.equal(lines("x".repeat(31), 100), 4);
  assert.equal(lines(`a_${"x".repeat(20)}`, 100), 3);
});
