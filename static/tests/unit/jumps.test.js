import assert from "node:assert/strict";
import { test } from "node:test";
import { interestingStep } from "../../js/model/jumps.js";
import { find, run } from "./fixtures.js";

test("an exception that nobody caught is shown first, as it leaves the frame that raised it", () => {
  const thrown = run("throw");
  const step = thrown.trace.step(interestingStep(thrown.trace));
  assert.equal(step.event, "raise");
  assert.equal(step.frame.name, "worker");
  assert.match(step.value?.text ?? "", /KeyError/);
});

test("a deadlock is shown first, as the last frame falls asleep", () => {
  const locks = run("locks");
  assert.equal(locks.trace.outcome.outcome, "deadlock");
  const step = interestingStep(locks.trace);
  assert.equal(locks.trace.step(step).event, "suspend");
  assert.equal(locks.trace.raw.events.lastIndexOf("suspend"), step);
});

test("else the first frame that falls asleep; the beginning where none does", () => {
  const channel = run("channel");
  assert.equal(
    interestingStep(channel.trace),
    find(channel, ({ event }) => event === "suspend"),
  );
  channel.trace.raw.events.fill("line");
  assert.equal(interestingStep(channel.trace), 0);
});
