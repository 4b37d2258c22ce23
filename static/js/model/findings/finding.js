// What a finding is: a sentence that is true of the run, with the step to look at.

/** @import { Part } from "../../words/parts.js" */
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
 * What was found of one kind at one place as one finding: the first, and how many others there are.
 * @template {Omit<Finding, "parts">} Found
 * @param {Found[]} findings @param {(found: Found) => string} placeOf @param {(first: Found, others: number) => Part[]} says
 * @returns {Finding[]}
 */
export function together(findings, placeOf, says) {
  /** @type {Map<string, { first: Found, count: number }>} */
  const found = new Map();
  for (const finding of findings) {
    const known = found.get(placeOf(finding));
    if (known) known.count++;
    else found.set(placeOf(finding), { first: finding, count: 1 });
  }
  return [...found.values()].map(({ first, count }) => ({ step: first.step, frame: first.frame, parts: says(first, count - 1) }));
}
