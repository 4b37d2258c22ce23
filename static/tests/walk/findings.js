// Holds the findings of a run to what its plain trace and CPython's own warnings say: none is wrong, and no coroutine that was never awaited is missed.

import assert from "node:assert/strict";
import { findingsOf } from "../../js/model/findings/findings.js";
import { plain } from "../../js/words/parts.js";

/** @import { Run } from "../../js/model/run.js" */

/** @param {Run} run @param {any[]} lines of the plain trace */
export function holdsFindings(run, lines) {
  const { trace } = run;
  const states = statesAtEnd(lines);
  const never = new Set();
  for (const { step, frame, parts } of findingsOf(run)) {
    const words = plain(parts);
    assert.ok(step >= 0 && step < trace.length, words);
    assert.match(words, /[.]$/);
    assert.doesNotMatch(words, /undefined|null|NaN|\[object/);
    assert.ok(trace.frames[frame], words);
    const own = lines.filter((line) => line.frame === frame);
    if (/never awaited/.test(words)) {
      assert.ok(!own.some(({ event }) => event === "resume"), words);
      never.add(trace.frames[frame].name);
    } else if (/still sleeps/.test(words)) assert.equal(states.get(frame), "suspended", words);
    else if (/last reference/.test(words)) assert.equal(lines[step].construct, "drop", words);
    else if (/is never done/.test(words)) assert.notEqual(states.get(frame), "closed", words);
    else if (/asked to cancel/.test(words))
      assert.ok(
        lines[step].loop.some((/** @type {any} */ told) => told.op === "task_cancel"),
        words,
      );
    else if (/raised in no other frame/.test(words)) assert.equal(lines[step].event, "raise", words);
    else if (/without an await/.test(words)) holdsSleep(run, lines[step], words);
    else if (/one after the other/.test(words)) holdsTurns(lines, step, frame, words);
    else if (/reads a clock/.test(words)) assert.ok(lines[step].clock_read, words);
    else assert.fail(`no check for: ${words}`);
  }
  if (!/\bwarnings\b/.test(run.source)) assert.deepEqual(never, warned(run), "what CPython warns of");
}

/** The frame that slept had control: the line that it is about to run is where time passed, and it names a sleep or a function of the program. @param {Run} run @param {any} line @param {string} words */
function holdsSleep({ sources, trace }, line, words) {
  const text = sources.lineOf(trace.frames[line.frame], line.line);
  assert.equal(line.event, "line", words);
  assert.match(text, /sleep|\(/, words);
  assert.doesNotMatch(text, /^await asyncio|run\(|run_until|run_forever/, words);
}

/** The frame begins to await a second one there, and had got what the first gave before. @param {any[]} lines @param {number} step @param {number} frame @param {string} words */
function holdsTurns(lines, step, frame, words) {
  const { event, how, by } = lines[step];
  assert.deepEqual([event, how, by], ["resume", "await", frame], words);
  const given = lines.slice(0, step).findLast((line) => line.event === "return" && line.kind === "coroutine");
  assert.equal(given?.to, frame, words);
}

/** The coroutines that were never awaited, as standard error has it. @param {Run} run */
function warned({ trace }) {
  const errors = trace.raw.output.of.filter(({ error }) => error).map(({ text }) => text);
  return new Set([...errors.join("").matchAll(/coroutine '([^']+)' was never awaited/g)].map(([, name]) => name));
}

/** @param {any[]} lines */
function statesAtEnd(lines) {
  /** @type {Map<number, string>} */
  const states = new Map();
  for (const line of lines) for (const [id, state] of Object.entries(line.states ?? {})) states.set(Number(id), state);
  return states;
}
