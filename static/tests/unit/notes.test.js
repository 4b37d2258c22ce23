import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { MOST_LETTERS, MOST_NOTES, areNotes, inOrder, noteAt, noteBeside, placed } from "../../js/model/notes.js";
import { frameNamed, run } from "./fixtures.js";

const note = (/** @type {number} */ step, /** @type {object} */ other = {}) => ({ step, text: "A note.", ...other });

test("the page and the server have the same limits", () => {
  const server = readFileSync(new URL("../../../server/src/notes.rs", import.meta.url), "utf8");
  const limits = readFileSync(new URL("../../../docs/limits.md", import.meta.url), "utf8");
  const template = readFileSync(new URL("../../../templates/page.html", import.meta.url), "utf8");
  assert.equal(MOST_NOTES, Number(/MOST_NOTES: usize = (\d+)/.exec(server)?.[1]));
  assert.equal(MOST_LETTERS, Number(/MOST_LETTERS: usize = (\d+)/.exec(server)?.[1]));
  assert.ok(limits.includes(`| ${MOST_NOTES} notes`) && limits.includes(`${MOST_LETTERS} letters`), "docs/limits.md");
  assert.match(template, new RegExp(`id="note-words" [^>]*maxlength="${MOST_LETTERS}"`));
});

test("notes of a link are what they must be, or there are none", () => {
  assert.ok(areNotes([note(0), note(3, { until: 5, arrow: [0, 1], lines: [2, 2] })]));
  assert.ok(areNotes([note(0, { text: "𝒙".repeat(MOST_LETTERS) })]));
  for (const wrong of [
    null,
    {},
    [null],
    Array(MOST_NOTES + 1).fill(note(0)),
    [note(-1)],
    [note(1.5)],
    [note(0, { text: " " })],
    [note(0, { text: 1 })],
    [note(0, { text: "e".repeat(MOST_LETTERS + 1) })],
    [note(5, { until: 5 })],
    [note(5, { arrow: [1] })],
    [note(5, { arrow: ["1", 2] })],
    [note(5, { lines: [3, 2] })],
    [note(5, { lines: [0, 2] })],
  ])
    assert.ok(!areNotes(wrong), JSON.stringify(wrong)?.slice(0, 60));
});

test("a step has the note that begins there, or the last one whose range it is in", () => {
  const notes = inOrder([note(9), note(2, { until: 8 }), note(4), note(4)]);
  assert.deepEqual(
    notes.map(({ step }) => step),
    [2, 4, 4, 9],
  );
  assert.deepEqual(
    [0, 2, 3, 4, 8, 9, 10].map((step) => noteAt(notes, step)),
    [-1, 0, 0, 1, 0, 3, -1],
  );
});

test("the way leads through all notes, also through two at one step", () => {
  const notes = [note(2), note(4), note(4), note(9)];
  const way = [];
  for (let at = noteBeside(notes, -1, 0, 1); at >= 0; at = noteBeside(notes, at, notes[at].step, 1)) way.push(at);
  assert.deepEqual(way, [0, 1, 2, 3]);
  assert.equal(noteBeside(notes, 0, 2, -1), -1);
  assert.equal(noteBeside(notes, -1, 5, -1), 2);
  assert.equal(noteBeside(notes, -1, 5, 1), 3);
  assert.equal(noteBeside(notes, -1, 9, 1), -1);
});

test("a note says what of it is not in a run", () => {
  const { trace, source } = run("channel");
  const last = trace.programSteps.length - 1;
  const found = placed(note(3, { until: 6, arrow: [0, 1], lines: [1, 2] }), trace, source);
  assert.deepEqual(found, { step: 3, until: 6, arrow: { from: 0, to: 1 }, lines: [1, 2], lost: "" });
  const gone = placed(note(last + 1, { arrow: [0, 99], lines: [1, 999] }), trace, source);
  assert.deepEqual([gone.step, gone.until, gone.arrow], [null, null, null]);
  assert.match(gone.lost, new RegExp(`^Step ${last + 1} is not in this run, which ends at step ${last}\\. The frames .* Line \\d+ is not`));
  assert.ok(gone.lines.length > 0, "the lines that are there are marked");
});

test("its numbers hold where the library is looked into, too", () => {
  const it = run("inside");
  const main = frameNamed(it, "main");
  const { step, arrow } = placed(note(4, { arrow: [0, 1] }), it.trace, it.source);
  assert.equal(step, it.trace.stepNumbered(4));
  assert.deepEqual(arrow, { from: it.trace.frames.findIndex(({ library }) => !library), to: main });
});
