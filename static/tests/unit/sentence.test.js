import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOKS } from "../../js/model/segments.js";
import { plain, sentence } from "../../js/model/sentence.js";
import { find, frameNamed, names, run } from "./fixtures.js";

/** @param {import("../../js/model/run.js").Run} of @param {(step: import("../../js/model/trace.js").Step) => boolean} is */
const said = (of, is) => plain(sentence(of.trace, find(of, is), of.sources));

for (const name of names) {
  test(`${name}: every step has its sentence, which names its frame`, () => {
    const { trace, sources } = run(name);
    for (let s = 0; s < trace.length; s++) {
      const parts = sentence(trace, s, sources);
      const words = plain(parts);
      assert.match(words, /[.]$/, `step ${s}: ${words}`);
      assert.doesNotMatch(words, /undefined|null|NaN|\[object/, `step ${s}: ${words}`);
      assert.ok(parts.some((part) => part.kind === "frame" && part.frame === trace.step(s).frame.id), `step ${s}: ${words}`);
    }
  });
}

test("a line, with what changed and what it printed", () => {
  const it = run("channel");
  assert.equal(
    said(it, ({ event, line }) => event === "line" && line === 3),
    'inner() runs line 3: print("inner got", got), now with got = \'hi\'. It prints inner got hi.',
  );
});

test("making, starting, sending, handing on", () => {
  const it = run("channel");
  assert.equal(said(it, ({ event }) => event === "create"), "module makes outer(): a generator is created, and not a line of it has run yet.");
  assert.match(said(it, ({ event }) => event === "resume"), /^module asks outer\(\) for its next value: it is running for the first time/);
  assert.match(said(it, ({ how }) => how === "send"), /^module sends 'hi' into outer\(\): it wakes at line 9 and is running\. It is delegating, so 'hi' goes on\.$/);
  assert.match(said(it, ({ how, frame, value }) => how === "yield from" && frame.name === "inner" && value !== null && value.text === "'hi'"), /^outer\(\) passes 'hi' on to inner\(\) \(yield from\): it wakes at line 2/);
});

test("a yield that goes straight through names both sleepers and who gets the value", () => {
  const it = run("channel");
  const second = find(it, ({ event, frame, value }) => event === "suspend" && frame.name === "outer" && value?.text === "2");
  assert.match(
    plain(sentence(it.trace, second, it.sources)),
    /^outer\(\) passes 2 straight through from inner\(\): both frames are now suspended — inner\(\) asleep at line 4, outer\(\) asleep at line 9 \(yield from\)\. module gets 2 in print\(g\.send\("hi"\)\)\./,
  );
});

test("returning: what becomes of the value", () => {
  assert.equal(said(run("channel"), ({ event, frame }) => event === "return" && frame.name === "inner"), "inner() returns 'done' and is closed. That becomes the value of the yield from in outer().");
  assert.match(said(run("tasks"), ({ event, frame }) => event === "return" && frame.name === "tick"), /returns 'FAST' and is closed\. Task-2 is done, with that as its result\.$/);
  assert.match(said(run("crew"), ({ event, frame }) => event === "return" && frame.name === "<genexpr>"), /^<genexpr> returns None and is closed\. module gets StopIteration\./);
});

test("throwing, catching nothing, closing in order", () => {
  const it = run("throw");
  assert.match(said(it, ({ how }) => how === "throw"), /^module throws ValueError\('wrong address'\) into worker\(\): it is raised at line 4, where the frame slept\.$/);
  assert.match(said(it, ({ event, frame }) => event === "raise" && frame.name === "worker"), /^KeyError\('lost'\) leaves worker\(\): the frame is closed\. It goes on in module\.$/);
  assert.match(said(run("channel"), ({ event }) => event === "raise"), /^GeneratorExit\(\) leaves outer\(\), as the close asked/);
});

test("a task that was cancelled is resumed by what is thrown into it", () => {
  const thrown = (/** @type {import("../../js/model/trace.js").Step} */ { how, value }) => how === "loop" && value !== null;
  assert.equal(said(run("cancel"), thrown), "The event loop throws CancelledError('enough') into worker() (Task-2): it is raised at line 7, where the frame slept.");
});

test("an async generator that was left is closed by the loop, and that is no failure", () => {
  const it = run("dropped");
  const ticker = frameNamed(it, "ticker");
  assert.equal(said(it, ({ how, frame }) => how === "loop" && frame.id === ticker), "The event loop throws GeneratorExit() into ticker(): it is raised at line 8, where the frame slept.");
  assert.equal(said(it, ({ event, frame }) => event === "raise" && frame.id === ticker), "GeneratorExit() leaves ticker(), as the close asked: the frame is closed, and the event loop goes on.");
  const { look } = it.lanes.rowSegments(ticker);
  assert.equal(LOOKS[look[look.length - 1]], "closed");
});

test("the clock is told with the next step that is walked through, wherever it went on", () => {
  const it = run("inside");
  const told = [...it.walk.steps].filter((s) => plain(it.sentence(s)).includes("The clock stands at"));
  assert.equal(told.length, 1);
  assert.equal(it.trace.step(told[0]).frame.name, "main");
});

test("the loop starts and resumes tasks, and says when the clock jumps", () => {
  const it = run("tasks");
  assert.match(said(it, ({ how }) => how === "loop"), /^The event loop starts main\(\) \(Task-1\)/);
  assert.match(said(it, ({ index }) => it.loop.at(index).time === 1), /^The event loop resumes tick\(\) #1 \(Task-2\): it wakes .* The clock stands at 1\.000 s\.$/);
  const told = Array.from({ length: it.trace.length }, (_, s) => s).filter((s) => plain(sentence(it.trace, s, it.sources)).includes("The clock stands"));
  assert.equal(told.length, 6, "only where it goes on");
});
