// Coroutines that a frame awaits one directly after the other, though the later ones are called with nothing that an earlier one gave: what
// `asyncio.gather` would save, by the loop's clock. Whether one needs what another does besides, no trace can say; so the sentence says "if".
//
// Told are those that the frame awaits in lines that follow one another, each asleep for a while, each returning. The call of a later one names no
// variable that was set since the first began, and none of its arguments is a value that an earlier one returned.

import { words } from "../../words/words.js";
import { nameOf } from "./finding.js";

/** @import { Value } from "../packed.js" */
/** @import { Run } from "../run.js" */
/** @import { Finder } from "./finding.js" */

/** @typedef {{ frame: number, made: number, begins: number, ends: number, slept: number, value: Value }} Awaited */

/** @type {Finder} */
export function awaitsInTurn(run) {
  const { trace, loop } = run;
  if (loop.empty) return [];
  return [...awaitedBy(run)].flatMap(([frame, awaited]) =>
    groupsOf(run, frame, awaited).map((group) => {
      const longest = Math.max(...group.map(({ slept }) => slept));
      const saved = group.reduce((sum, { slept }) => sum + slept, 0) - longest;
      const each = group.map((one) => ({ frame: nameOf(trace, one.frame), slept: one.slept }));
      return { step: group[1].begins, frame, parts: words.findings.awaitsInTurn(nameOf(trace, frame), each, saved) };
    }),
  );
}

/** The coroutines that each frame awaits until they return, in order. @param {Run} run */
function awaitedBy({ trace }) {
  /** @type {Map<number, Awaited[]>} */
  const found = new Map();
  for (const { id, kind, library } of trace.frames) {
    if (kind !== "coroutine" || library) continue;
    const own = trace.stepsOf(id);
    const [made, begins, ends] = [own[0], own[1], own.at(-1)];
    if (ends === undefined || trace.raw.events[made] !== "create" || trace.raw.events[ends] !== "return") continue;
    const { event, how, peer } = trace.step(begins);
    const { value } = trace.step(ends);
    if (event !== "resume" || how !== "await" || peer === null || peer < 0 || !value) continue;
    const slept = trace.timeAt(ends) - trace.timeAt(begins);
    found.set(peer, [...(found.get(peer) ?? []), { frame: id, made, begins, ends, slept, value }]);
  }
  return found;
}

/** @param {Run} run @param {number} frame @param {Awaited[]} awaited */
function groupsOf(run, frame, awaited) {
  /** @type {Awaited[][]} */
  const groups = [];
  for (const one of awaited.toSorted((a, b) => a.begins - b.begins)) {
    const group = groups.at(-1);
    if (group && one.slept > 0 && follows(run, frame, group, one)) group.push(one);
    else groups.push([one]);
  }
  return groups.filter((group) => group.length > 1 && group[0].slept > 0);
}

/** Whether a coroutine is awaited in the line after those of a group, and called with nothing of theirs. @param {Run} run @param {number} frame @param {Awaited[]} group @param {Awaited} one */
function follows({ trace, sources }, frame, group, one) {
  const before = group[group.length - 1];
  if (one.made < before.ends) return false;
  const between = trace.stepsOf(frame).filter((s) => s > before.ends && s < one.begins);
  if (between.length > 1 || between.some((s) => trace.raw.events[s] !== "line")) return false;
  const { place } = trace.step(one.made);
  if (!place || place.endLine !== place.line) return false;
  const names = new Set(sources.textAt(trace.frames[frame], place).match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  const set = trace.localsAt(frame, one.made).filter(({ name, changedAt }) => changedAt > group[0].begins && names.has(name));
  if (set.length) return false;
  const first = trace.stepsOf(one.frame)[2] ?? -1;
  const args = trace.entriesAt(trace.raw.locals, first).flatMap(({ value }) => (value ? [value] : []));
  return !args.some((given) => group.some(({ value }) => value.text !== "None" && isSame(value, given)));
}

/** @param {Value} one @param {Value} other */
function isSame(one, other) {
  return one.object || other.object ? one.object === other.object : one.text === other.text;
}
