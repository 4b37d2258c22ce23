// Walks through every example and 200 programs of the corpus, and holds what the page shows of each step to the plain trace: the step itself, the
// states, the locals, the output and the sentence. It runs the program that STILLFRAME names: `STILLFRAME=target/debug/stillframe npm run test:walk`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_CODE, LONGEST_SENTENCE, SHORTER_CODE, plain } from "../../js/words/parts.js";
import { holdsFindings } from "./findings.js";
import { corpus, examples, nameOf, recorded } from "./programs.js";

/** @import { Run } from "../../js/model/run.js" */

/** Steps of one program that are looked at, from its beginning. */
const STEPS = 1500;

for (const url of [...examples, ...corpus]) {
  test(`${nameOf(url)}: the page shows what the plain trace says`, () => walk(url));
}

/** @param {URL} url */
function walk(url) {
  const { run, lines, outcome } = recorded(url);
  const { trace } = run;
  assert.deepEqual(trace.outcome, outcome);
  assert.equal(trace.length, lines.length + (lines.length ? 1 : 0), "one step more: the program has ended");
  const shown = new Shown();
  for (let s = 0; s < Math.min(lines.length, STEPS); s++) {
    holdsStep(run, s, lines[s]);
    shown.take(lines[s]);
    shown.holds(run, s, lines[s]);
    holdsSentence(run, s, lines[s], s > 0 ? lines[s - 1] : null);
  }
  holdsFindings(run, lines);
  if (lines.length && lines.length <= STEPS) assert.equal(written(trace, trace.last), shown.written + shown.pending);
}

/** @param {Run} run @param {number} s @param {any} line */
function holdsStep({ trace }, s, line) {
  const step = trace.step(s);
  const { event, frame, how = "", verb = "", construct = "expression", by, to, value, expression } = line;
  assert.deepEqual(
    [step.event, step.frame.id, step.line, step.how, step.verb, step.construct, step.peer, step.value?.text],
    [event, frame, line.line, how, verb, construct, by ?? to ?? null, value],
    `step ${s}`,
  );
  const place = step.place && {
    line: step.place.line,
    column: step.place.column,
    end_line: step.place.endLine,
    end_column: step.place.endColumn,
  };
  assert.deepEqual(place ?? undefined, expression, `step ${s}`);
}

/** What a reader of the plain trace knows after a step. */
class Shown {
  /** @type {Map<string, string>} */ states = new Map();
  /** @type {Map<number, Map<string, string>>} */ locals = new Map();
  /** What is shown of the output, and what the step's own line wrote, which the next step shows. */
  written = "";
  pending = "";
  /** @type {Map<number, any>} */ objects = new Map();
  /** Of which this step tells something. @type {number[]} */ changed = [];

  /** @param {any} line */
  take({ frame, states = {}, locals = {}, written = [], objects = [] }) {
    for (const told of objects) this.objects.set(told.id, toldAgain(this.objects.get(told.id), told));
    this.changed = objects.map((/** @type {any} */ { id }) => id);
    for (const [id, state] of Object.entries(states)) this.states.set(id, state);
    const own = this.locals.get(frame) ?? new Map();
    this.locals.set(frame, own);
    for (const [name, text] of Object.entries(locals)) {
      if (text === null) own.delete(name);
      else own.set(name, text);
    }
    this.written += this.pending;
    this.pending = written.map((/** @type {{ text: string }} */ piece) => piece.text).join("");
  }

  /** @param {Run} run @param {number} s @param {any} line */
  holds({ trace }, s, { frame }) {
    for (const id of this.changed) assert.deepEqual(shownObject(trace, id, s), this.objects.get(id), `object ${id} at step ${s}`);
    for (const [id, state] of this.states) assert.equal(trace.stateAt(Number(id), s), state, `the state of frame ${id} at step ${s}`);
    const locals = new Map(trace.localsAt(frame, s).map(({ name, value }) => [name, value.text]));
    assert.deepEqual(locals, new Map(this.locals.get(frame)), `the locals of frame ${frame} at step ${s}`);
    assert.equal(written(trace, s), this.written, `the output at step ${s}`);
  }
}

/**
 * An object, with what the plain trace tells of it at a step.
 * @param {any} known @param {any} told
 */
function toldAgain(known, { type, frame = -1, text = "", attributes = {}, items, entries, length = 0, changes = [] }) {
  const object = known ?? {
    type,
    frame,
    text,
    attributes: new Map(Object.entries(attributes)),
    items: items ?? entries ?? [],
    beyond: new Map(),
    length,
  };
  const isKeyed = known ? known.isKeyed : Boolean(entries);
  for (const { op, name, place, value } of changes) {
    if (op === "attribute") object.attributes.set(name, value);
    else if (op === "delete") object.attributes.delete(name);
    else if (op === "insert") object.items.splice(place, 0, value);
    else if (op === "key") object.items.splice(place, 0, [value]);
    else if (op === "set" && place >= object.items.length) object.beyond.set(place, value);
    else if (op === "set") object.items[place] = isKeyed ? [object.items[place][0], value] : value;
    else if (op === "remove") object.items.splice(place, 1);
    else if (op === "truncate") object.items.length = place;
    else if (op === "forget") object.beyond.clear();
    else if (op === "length") object.length = place;
    else assert.fail(`no such change: ${op}`);
  }
  return { ...object, isKeyed };
}

/** The same of what the page shows. @param {import("../../js/model/trace.js").Trace} trace @param {number} id @param {number} s */
function shownObject(trace, id, s) {
  const thing = trace.objects.at(id, s);
  if (!thing) return null;
  /** @param {import("../../js/model/packed.js").Value} value */
  const plainly = ({ text, object, frame }) => (object ? { text, id: object, ...(frame < 0 ? {} : { frame }) } : text);
  return {
    type: thing.type,
    frame: thing.frame,
    text: thing.text,
    attributes: new Map(thing.attributes.map(({ name, value }) => [name, plainly(value)])),
    items: thing.items.map(({ key, value }) => (key ? [plainly(key), plainly(value)] : plainly(value))),
    beyond: new Map(thing.beyond.map(({ place, value }) => [place, plainly(value)])),
    length: thing.length === thing.items.length ? 0 : thing.length,
    isKeyed: thing.shape === "entries",
  };
}

/** @param {import("../../js/model/trace.js").Trace} trace @param {number} s */
function written(trace, s) {
  return trace.output.of
    .slice(0, trace.outputCount(s))
    .map(({ text }) => text)
    .join("");
}

/** @param {Run} run @param {number} s @param {any} line @param {any} before */
function holdsSentence(run, s, line, before) {
  const parts = run.sentence(s);
  const words = plain(parts);
  const says = (/** @type {string} */ what) =>
    assert.ok(words.includes(what), `step ${s}, ${line.event}: “${words}” does not say “${what}”`);
  assert.match(words, /[.]$/, `step ${s}: ${words}`);
  assert.doesNotMatch(plain(parts.filter(({ kind }) => kind === "text")), /undefined|\bnull\b|NaN|\[object/, `step ${s}: ${words}`);
  assert.ok(words.length <= LONGEST_SENTENCE, `step ${s}: ${words.length} characters: ${words}`);
  assert.ok(
    parts.some(({ frame }) => frame === line.frame),
    `step ${s} does not name its frame: ${words}`,
  );
  if (line.event === "line") says(`line ${line.line}`);
  if (line.event === "suspend") says(`line ${line.line}`);
  if (line.event === "raise" || (line.event === "suspend" && line.how === "yield"))
    says(line.value_frame === undefined ? cut(line.value) : run.trace.label(line.value_frame));
  for (const { text, frame, line: at } of (before?.written ?? []).slice(-1)) {
    if (frame >= 0) says(`${run.trace.label(frame)} `);
    if (at) says(`in line ${at}`);
    // Cut shorter only where the whole sentence would be too long: then it is nearly as long as it may be.
    const shown = cut(text.trimEnd());
    if (frame >= 0 && text.trim())
      says(words.includes(shown) || words.length < LONGEST_SENTENCE - 3 * LONGEST_CODE ? shown : shown.slice(0, SHORTER_CODE - 1));
  }
}

/** As a sentence shows code. @param {string} text */
function cut(text) {
  const line = text.replaceAll("\n", " ⏎ ");
  return line.length > LONGEST_CODE ? `${line.slice(0, LONGEST_CODE - 1)}…` : line;
}
