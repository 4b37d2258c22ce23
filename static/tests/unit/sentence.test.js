import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../../js/words/parts.js";
import { LOOKS } from "../../js/model/segments.js";
import { sentence } from "../../js/model/sentence.js";
import { find, frameNamed, names, run } from "./fixtures.js";

/** @typedef {import("../../js/model/run.js").Run} Run */
/** @typedef {import("../../js/model/trace.js").Step} Step */

/** @param {Run} of @param {(step: Step) => boolean} is */
const said = (of, is) => plain(sentence(of, find(of, is)));

for (const name of names) {
  test(`${name}: every step has its sentence, which names its frame`, () => {
    const it = run(name);
    for (let s = 0; s < it.trace.length; s++) {
      const parts = sentence(it, s);
      const words = plain(parts);
      assert.match(words, /[.]$/, `step ${s}: ${words}`);
      assert.doesNotMatch(words, /undefined|null|NaN|\[object/, `step ${s}: ${words}`);
      assert.ok(
        parts.some((part) => part.kind === "frame" && part.frame === it.trace.step(s).frame.id),
        `step ${s}: ${words}`,
      );
    }
  });
}

test("a line that is next, with what the line before it set and printed", () => {
  const it = run("channel");
  assert.equal(
    said(it, ({ event, line }) => event === "line" && line === 3),
    "In inner(), line 2 set got to 'hi'. Next: line 3, print(\"inner got\", got).",
  );
  assert.equal(
    said(it, ({ event, line }) => event === "line" && line === 4),
    "inner() printed inner got hi in line 3. Next in inner(): line 4, yield 2.",
  );
  assert.equal(
    said(it, ({ event }) => event === "line"),
    "module defines inner in line 1; none of its body runs.",
  );
});

test("making, starting, sending, handing on", () => {
  const it = run("channel");
  assert.equal(
    said(it, ({ event }) => event === "create"),
    "module makes outer() in line 15: a generator is created; none of its body has run.",
  );
  assert.equal(
    said(it, ({ event }) => event === "resume"),
    "next(g) in line 16 asks outer() for its next value: it runs for the first time.",
  );
  assert.equal(
    said(it, ({ how }) => how === "send"),
    "g.send(\"hi\") in line 17 gives 'hi' to outer(), which is at its yield from in line 9.",
  );
  assert.equal(
    said(it, ({ how, frame, value }) => how === "yield from" && frame.name === "inner" && value?.text === "'hi'"),
    "outer() passes 'hi' on to inner(): yield 1 in line 2 evaluates to 'hi'.",
  );
});

test("a for asks, and gets what is yielded; built-in iterators on the way are named", () => {
  const it = run("crew");
  assert.equal(
    said(it, ({ construct, how, frame }) => how === "next" && construct === "expression" && frame.name === "<genexpr>"),
    "sum(squares) in line 17 asks <genexpr> for its next value: it runs for the first time.",
  );
  assert.match(
    said(it, ({ event, frame }) => event === "suspend" && frame.name === "<genexpr>"),
    /^In <genexpr>, line 16 set n to 0\. <genexpr> yields 0 and is suspended in line 16; its locals stay\. sum\(squares\) in line 17 gets it\.$/,
  );
});

test("a value that goes out through a chain: who passes it on, and who gets it", () => {
  const it = run("channel");
  const through = (/** @type {string} */ name) =>
    said(it, ({ event, frame, value }) => event === "suspend" && frame.name === name && value?.text === "2");
  assert.equal(
    through("inner"),
    "inner() yields 2 and is suspended in line 4; its locals stay. outer(), at its yield from in line 9, gets it.",
  );
  assert.equal(through("outer"), 'outer() is suspended in line 9, at its yield from: it passes 2 on. g.send("hi") in line 17 gets it.');
});

test("returning: what becomes of the value", () => {
  assert.equal(
    said(run("channel"), ({ event, frame }) => event === "return" && frame.name === "inner"),
    "inner() returns 'done' and is closed; yield from inner() in line 9 evaluates to it.",
  );
  assert.equal(
    said(run("tasks"), ({ event, frame }) => event === "return" && frame.name === "tick"),
    "tick() #1 returns 'FAST' and is closed: Task-2 is done.",
  );
  assert.equal(
    said(run("crew"), ({ event, frame }) => event === "return" && frame.name === "<genexpr>"),
    "<genexpr> returns None and is closed; sum(squares) in line 17 gets StopIteration.",
  );
  assert.equal(
    said(run("agen"), ({ event, frame }) => event === "return" && frame.name === "main"),
    "StopAsyncIteration ended the async for in line 12. main() returns None and is closed: Task-1 is done.",
  );
});

test("throwing, catching nothing, closing in order", () => {
  const it = run("throw");
  assert.equal(
    said(it, ({ how }) => how === "throw"),
    "w.throw(ValueError(\"wrong address\")) in line 13 throws ValueError('wrong address') into worker(): it is raised at its yield in line 4.",
  );
  assert.equal(
    said(it, ({ event, frame }) => event === "raise" && frame.name === "worker"),
    "KeyError('lost') leaves worker() from line 6: it is closed. It goes on in module, line 14.",
  );
  assert.equal(
    said(it, ({ event }) => event === "end").replace(/^.*standard error\. /, ""),
    "The program has ended with KeyError: 'lost', raised in line 4; nobody caught it. module is gone.",
  );
  assert.match(
    said(run("channel"), ({ event }) => event === "raise"),
    /GeneratorExit\(\) leaves outer\(\), as the close asked: it is closed\.$/,
  );
  assert.equal(
    said(run("channel"), ({ how }) => how === "close"),
    "g.close() in line 19 closes outer(): GeneratorExit is raised at its yield in line 11.",
  );
});

test("a task that was cancelled is resumed by what is thrown into it, and ends cancelled", () => {
  const it = run("cancel");
  const thrown = (/** @type {Step} */ { how, verb }) => how === "loop" && verb === "throw";
  assert.match(
    said(it, thrown),
    /The event loop throws CancelledError\('enough'\) into worker\(\) \(Task-2\): it is raised at its await in line 7\.$/,
  );
  assert.match(
    said(it, ({ event, frame }) => event === "raise" && frame.name === "worker"),
    /leaves worker\(\) from line \d+: it is closed\. Task-2 is cancelled\.$/,
  );
});

test("an async generator that was left is closed by the loop, and that is no failure", () => {
  const it = run("dropped");
  const ticker = frameNamed(it, "ticker");
  assert.match(
    said(it, ({ how, frame }) => how === "loop" && frame.id === ticker),
    /The event loop throws GeneratorExit\(\) into ticker\(\): it is raised at its yield in line 8\.$/,
  );
  assert.match(
    said(it, ({ event, frame }) => event === "raise" && frame.id === ticker),
    /GeneratorExit\(\) leaves ticker\(\), as the close asked: it is closed\.$/,
  );
  const { look } = it.lanes.rowSegments(ticker);
  assert.equal(LOOKS[look[look.length - 1]], "closed");
});

test("a wake-up that is passed on is no new request", () => {
  const it = run("agen");
  assert.equal(
    said(it, ({ how }) => how === "anext"),
    "The async for in line 12 asks countdown() for its next value: it runs for the first time.",
  );
  const again = find(it, ({ how, index }) => how === "anext" && index > find(it, ({ event }) => event === "suspend"));
  assert.equal(plain(sentence(it, again)), "main() passes the wake-up on to countdown(): it goes on after its await in line 6.");
});

test("the clock is told with the next step that is walked through, wherever it went on", () => {
  const it = run("inside");
  const told = [...it.walk.steps].filter((s) => plain(it.sentence(s)).includes("The clock went on"));
  assert.equal(told.length, 1);
  assert.equal(it.trace.step(told[0]).frame.name, "main");
});

test("the loop starts and resumes tasks, and says when the clock jumps and what a task waits for", () => {
  const it = run("tasks");
  assert.match(
    said(it, ({ how }) => how === "loop"),
    /^The event loop starts main\(\) \(Task-1\)/,
  );
  assert.equal(
    said(it, ({ index }) => it.loop.at(index).time === 1),
    "The clock went on to 1.000 s. The event loop resumes tick() #1 (Task-2): it goes on after its await in line 7.",
  );
  assert.equal(
    said(it, ({ event, frame }) => event === "suspend" && frame.name === "tick"),
    "tick() #1 is suspended in line 7, at its await: Task-2 waits for its timer, due at 1.000 s. The event loop has control.",
  );
  const told = Array.from({ length: it.trace.length }, (_, s) => s).filter((s) => plain(sentence(it, s)).includes("The clock went on"));
  assert.equal(told.length, 6, "only where it goes on");
});

test("the last step shows what the last line did", () => {
  const it = run("channel");
  const { trace } = it;
  assert.equal(trace.step(trace.last).event, "end");
  assert.equal(trace.outputCount(trace.last), trace.output.of.length);
  assert.equal(plain(sentence(it, trace.last)), "The program has ended, and module with it.");
});

test("an object that has changed was not set, and a class's body runs where it is defined", () => {
  const it = run("changed");
  const all = Array.from({ length: it.trace.length }, (_, s) => plain(sentence(it, s)));
  const told = (/** @type {RegExp} */ words) => all.filter((text) => words.test(text));
  assert.deepEqual(told(/defines Job|class Job/), [
    "Next in module: line 4, class Job.",
    "module runs the body of class Job in line 4.",
    "class Job begins at line 4, class Job.",
    'Next in class Job: line 5, kind = "x".',
    "In class Job, line 5 set kind to 'x'. The body of class Job is done: module makes the class of it.",
  ]);
  assert.deepEqual(told(/\['x'\]/), [
    "In add(), done is now ['x']. Next: line 10, return done.",
    "add() returns ['x'] to main() and is closed.",
    "In main(), items is now ['x'] and other is now ['x']. Next: line 22, left = numbers().",
  ]);
});

test("what Python closes as a coroutine ends, no event loop throws into", () => {
  const it = run("changed");
  assert.equal(
    said(it, ({ construct, frame }) => construct === "drop" && frame.name === "numbers"),
    "The last reference to numbers() was dropped, so Python closes it: GeneratorExit is raised at its yield in line 14.",
  );
  assert.equal(
    said(it, ({ event, frame }) => event === "raise" && frame.name === "numbers"),
    "GeneratorExit() leaves numbers(), as the close asked: it is closed.",
  );
});
