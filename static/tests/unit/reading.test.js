// The texts of the course are plain English: a twelve-year-old could read the sentences, whatever they are about.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { asRead, grade, measure } from "./reading.js";

const ROOT = new URL("../../../", import.meta.url);
/** The grade of a reader of twelve. */
const GRADE = 7;
const LONGEST_SENTENCE = 25;

test("the measure tells plain from hard", () => {
  const plain = measure("The cat sat on the mat. It saw a bird. The bird flew off.");
  const hard = measure(
    "Notwithstanding the considerable sophistication of contemporary implementations, the instantaneous characterisation of suspended activations necessitates extraordinary circumspection.",
  );
  assert.deepEqual([plain.words, plain.sentences, plain.longest], [14, 3, 6]);
  assert.ok(grade(plain) < 1, String(grade(plain)));
  assert.ok(grade(hard) > 25, String(grade(hard)));
  assert.equal(asRead("It [sleeps](#step=1) in `a.b`.\n\n{predict 1}\n"), "It sleeps in code.");
});

for (const folder of ["lessons/", "lessons/misconceptions/", "examples/"]) {
  for (const name of readdirSync(new URL(folder, ROOT)).filter((name) => /^\d\d-/.test(name))) {
    test(`${folder}${name} is plain to read`, () => {
      const text = textsOf(`${folder}${name}/`);
      const found = measure(text);
      assert.ok(found.words > 20);
      assert.ok(grade(found) <= GRADE, `grade ${grade(found).toFixed(1)}`);
      assert.ok(found.longest <= LONGEST_SENTENCE, `a sentence of ${found.longest} words`);
    });
  }
}

/** All that is read of a lesson or an example. @param {string} folder */
function textsOf(folder) {
  const read = (/** @type {string} */ file) => readFileSync(new URL(folder + file, ROOT), "utf8");
  if (folder.startsWith("examples/")) return asRead(read("about.md").split("\n\n").slice(1).join("\n\n"));
  const { aim, predictions, change } = JSON.parse(read("lesson.json"));
  const asked = predictions.flatMap((/** @type {any} */ { text, because, wrong }) => [
    text,
    because,
    ...wrong.map((/** @type {any} */ { why }) => why),
  ]);
  return asRead([read("text.md"), aim, ...asked, change?.task ?? ""].join("\n\n"));
}
