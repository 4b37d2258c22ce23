import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./fixtures.js";

// What draws them asks the window how wide it is.
Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });
const { bannersOf } = await import("../../js/view/banners.js");

/** What is said of a run whose recording ended before it. @param {string} limit */
function saidOf(limit) {
  const ended = run("channel");
  Object.assign(ended.trace.outcome, { recorded: false, recording_ended_by: limit });
  return bannersOf(ended, {}).map(({ tone, title, text }) => [tone, title, text.replace(/[0-9]+/, "N")]);
}

test("a recording says which limit ended it", () => {
  const ranOn = "; the program ran on to its end, and its output is complete at the last step.";
  assert.deepEqual(saidOf("steps"), [["note", "A long run.", `This recorded the first N steps${ranOn}`]]);
  assert.deepEqual(saidOf("trace"), [
    ["note", "A long run.", `There was much to tell of each step: the trace was full after N steps${ranOn}`],
  ]);
});

/** What is said of an exception that nobody caught. @param {object} outcome */
function saidOfRaised(outcome) {
  const ended = run("channel");
  ended.trace.outcome = { outcome: "raised", ...outcome };
  return bannersOf(ended, {}).map(({ tone, title, text }) => [tone, title, text]);
}

test("an exception that nobody caught is told with its message and line", () => {
  assert.deepEqual(saidOfRaised({ type: "RuntimeError", message: "bad input", line: 7 }), [
    ["error", "RuntimeError: bad input.", "Raised in line 7; nobody caught it."],
  ]);
  assert.deepEqual(saidOfRaised({ type: "ValueError", message: "really?", line: 1 }), [
    ["error", "ValueError: really?", "Raised in line 1; nobody caught it."],
  ]);
  assert.deepEqual(saidOfRaised({ type: "StopIteration", message: "" }), [["error", "StopIteration.", "Nobody caught it."]]);
});

test("a program that passed a limit is told in the server's sentence", () => {
  const ended = run("channel");
  Object.assign(ended.trace.outcome, { outcome: "limit", limit: "memory" });
  const [{ title, text }] = bannersOf(ended, { memory: "The program wanted more than it may hold (1 MiB)." });
  assert.equal(title, "Limit passed: memory.");
  assert.match(text, /^The program wanted more than it may hold \(1 MiB\)\. Here is what was recorded up to there: \d+ steps\.$/);
});
