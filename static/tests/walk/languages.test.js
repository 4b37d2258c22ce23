// Every sentence of the examples and of the course, in each language: it is one, it names what the English one names, and no English is left in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { causesOf } from "../../js/model/causes.js";
import { findingsOf } from "../../js/model/findings/findings.js";
import { originOf } from "../../js/model/origins.js";
import { candidates } from "../../js/model/questions.js";
import { LANGUAGES, speak } from "../../js/words/words.js";
import { examples, lessons, nameOf, recorded } from "./programs.js";

/** @import { Part } from "../../js/words/parts.js" */
/** @import { Run } from "../../js/model/run.js" */

/** Words of plain English that are none in another language that there is. */
const ENGLISH = /\b(?:the|of|and|is|are|with|that|this|which|its|from|not|it|at|to|for)\b/i;
const NONSENSE = /undefined|null|NaN|\[object/;

for (const language of Object.keys(LANGUAGES).filter((name) => name !== "en")) {
  for (const url of [...examples, ...lessons]) {
    test(`${nameOf(url)} in ${language}`, (t) => {
      t.after(() => speak("en"));
      const { run } = recorded(url);
      const english = said(run);
      speak(language);
      const told = said(run);
      assert.equal(told.length, english.length);
      told.forEach((parts, i) => {
        const words = parts.flatMap(({ kind, text }) => (kind === "text" || kind === "strong" ? [text] : [])).join("");
        assert.match(words, /[.:!?] ?$/, words);
        assert.doesNotMatch(words, NONSENSE, words);
        assert.doesNotMatch(words, ENGLISH, words);
        assert.deepEqual(frames(parts), frames(english[i]), words);
      });
      for (const { prediction, choices } of candidates(run)) {
        for (const text of [prediction.text, ...choices.map(({ why }) => why)]) {
          const words = text.replace(/`[^`]*`/g, "");
          assert.doesNotMatch(words, NONSENSE, text);
          assert.doesNotMatch(words, ENGLISH, text);
        }
      }
    });
  }
}

/** All sentences about a run: its steps, its findings, why each frame runs and where its variables came from. @param {Run} run @returns {Part[][]} */
function said(run) {
  const { trace } = run;
  const lasts = trace.frames.map(({ id }) => ({ id, step: trace.lastStepOf(id, trace.last) })).filter(({ step }) => step >= 0);
  const reasons = lasts.flatMap(({ id, step }) => [
    ...causesOf(run, id, step),
    ...trace.localsAt(id, step).flatMap(({ name }) => originOf(run, id, name, step)),
  ]);
  const steps = Array.from({ length: trace.length }, (_, step) => run.sentence(step));
  return [...steps, ...[...findingsOf(run), ...reasons].map(({ parts }) => parts)];
}

/** Which frames a sentence names. @param {Part[]} parts */
function frames(parts) {
  return parts.flatMap(({ frame }) => (frame === undefined ? [] : [frame])).sort((a, b) => a - b);
}
