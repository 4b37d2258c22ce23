// Every lesson and misconception against a trace that STILLFRAME records: its steps are there, the answers of its predictions are those of the trace,
// and its change is judged right: as it should be done, and not done at all.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { TELLING } from "../../js/model/misconceptions.js";
import { answerTo } from "../../js/model/answers.js";
import { questionOf } from "../../js/model/choices.js";
import { unmet } from "../../js/model/conditions.js";
import { Trace } from "../../js/model/trace.js";

const ROOT = new URL("../../../lessons/", import.meta.url);
const stillframe = process.env.STILLFRAME;
if (!stillframe) throw new Error("STILLFRAME has to name the program, such as target/debug/stillframe");

const work = mkdtempSync(join(tmpdir(), "lessons-"));
after(() => rmSync(work, { recursive: true }));

const folders = ["", "misconceptions/"].flatMap((place) =>
  readdirSync(new URL(place, ROOT))
    .filter((name) => /^\d\d-/.test(name))
    .map((name) => `${place}${name}/`),
);

test("there are twelve lessons and 25 misconceptions", () => {
  assert.equal(folders.filter((folder) => !folder.startsWith("misconceptions/")).length, 12);
  assert.equal(folders.length, 37);
});

for (const folder of folders) {
  const source = read(folder, "program.py");
  const lesson = JSON.parse(read(folder, "lesson.json"));

  test(`${folder} is answered by its trace`, () => {
    const trace = recorded(source);
    const isStep = (/** @type {number} */ step) => Number.isInteger(step) && step >= 0 && step < trace.length;
    assert.ok(isStep(lesson.step));
    for (const [, step] of read(folder, "text.md").matchAll(/\(#step=([^)]*)\)/g)) assert.ok(isStep(Number(step)), `step ${step}`);
    for (const prediction of lesson.predictions) {
      assert.equal(answerTo(trace, prediction)?.answer, prediction.answer, prediction.text);
      const question = questionOf(trace, prediction);
      const answers = question?.choices.map(({ answer }) => answer);
      assert.equal(new Set(answers).size, prediction.wrong.length + 1, `a wrong answer to “${prediction.text}” is right, or stands twice`);
      assert.equal(prediction.wrong.length, 2);
      if (prediction.kind) assert.ok(prediction.kind in TELLING, prediction.kind);
      for (const { why } of prediction.wrong) assert.ok(why.length > 10);
    }
  });

  if (lesson.change)
    test(`${folder} has a change that is judged by its trace`, () => {
      const { holds, solution } = lesson.change;
      assert.deepEqual(unmet(recorded(changed(source, solution)), holds), []);
      assert.notDeepEqual(unmet(recorded(source), holds), [], "the program does it as it stands");
    });
}

test("the words about examples link to steps that are there", () => {
  for (const name of readdirSync(new URL("../examples/", ROOT))) {
    const source = readFileSync(new URL(`../examples/${name}/program.py`, ROOT), "utf8");
    const { length } = recorded(source);
    const steps = [...readFileSync(new URL(`../examples/${name}/about.md`, ROOT), "utf8").matchAll(/\(#step=([^)]*)\)/g)];
    assert.ok(steps.length > 0, name);
    for (const [, step] of steps) assert.ok(Number.isInteger(Number(step)) && Number(step) < length, `${name}, step ${step}`);
  }
});

/** @param {string} source @param {{ line: number, text: string }[]} lines */
function changed(source, lines) {
  const now = source.split("\n");
  for (const { line, text } of lines) now[line - 1] = text;
  return now.join("\n");
}

/** @param {string} source */
function recorded(source) {
  const file = join(work, "program.py");
  writeFileSync(file, source);
  return new Trace(
    JSON.parse(execFileSync(String(stillframe), ["trace", "--top-level-await", file], { encoding: "utf8", maxBuffer: 1 << 26 })),
  );
}

/** @param {string} folder @param {string} file */
function read(folder, file) {
  return readFileSync(new URL(folder + file, ROOT), "utf8");
}
