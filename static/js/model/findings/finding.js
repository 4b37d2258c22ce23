// What a finding is: a sentence that is true of the run, with the step to look at.

/** @import { Part } from "../parts.js" */
/** @import { Run } from "../run.js" */
/** @import { Trace } from "../trace.js" */

/**
 * @typedef {{ step: number, frame: number, parts: Part[] }} Finding  frame: to look at there
 * @typedef {(run: Run) => Finding[]} Finder
 */

/** @param {Trace} trace @param {number} frame @returns {Part} */
export function nameOf(trace, frame) {
  return { kind: "frame", text: trace.label(frame), frame };
}

/** Whether the run ended by itself and was recorded to its end: what is left then is left for good. @param {Trace} trace */
export function endedByItself({ outcome }) {
  return outcome.recorded !== false && ["finished", "raised", "exit"].includes(outcome.outcome);
}

/**
 * Findings of one kind at one place as one: the first, and how many others there are.
 * @param {Finding[]} findings @param {(finding: Finding) => string} placeOf @param {(others: number) => Part} more
 */
export function together(findings, placeOf, more) {
  /** @type {Map<string, { first: Finding, count: number }>} */
  const found = new Map();
  for (const finding of findings) {
    const known = found.get(placeOf(finding));
    if (known) known.count++;
    else found.set(placeOf(finding), { first: finding, count: 1 });
  }
  return [...found.values()].map(({ first, count }) => (count > 1 ? { ...first, parts: [...first.parts, more(count - 1)] } : first));
}
