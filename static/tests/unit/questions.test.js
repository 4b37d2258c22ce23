import assert from "node:assert/strict";
import { test } from "node:test";
import { answerTo } from "../../js/model/answers.js";
import { questionOf } from "../../js/model/choices.js";
import { TELLING } from "../../js/model/misconceptions.js";
import { MOST, candidates, choose, questionAt } from "../../js/model/questions.js";
import { counted, dueOf, tallyOf, totalOf } from "../../js/model/tally.js";
import { find, frameNamed, names, run } from "./fixtures.js";

/** @import { Ask } from "../../js/model/answers.js" */
/** @import { Question } from "../../js/model/choices.js" */

const NONE = new Set();
const plainRuns = names.filter((name) => name !== "inside").map(run);

/** @param {Question[]} questions */
const kindsOf = (questions) => questions.map(({ prediction }) => prediction.kind ?? "");

/** @param {Question} a @param {Question} b */
const areApart = (a, b) => a.right.step <= b.prediction.step || b.right.step <= a.prediction.step;

test("the questions of a program are in its order, one is answered before the next, and ten at most", () => {
  assert.ok(plainRuns.some((it) => choose(it, NONE).length > 3));
  for (const it of plainRuns) {
    const chosen = choose(it, NONE);
    assert.ok(chosen.length <= MOST);
    for (const [i, one] of chosen.entries()) if (i > 0) assert.ok(chosen[i - 1].right.step <= one.prediction.step);
  }
});

test("what is left out would be open while another question is, or there are ten", () => {
  for (const it of plainRuns) {
    const chosen = choose(it, NONE);
    const left = candidates(it).filter((one) => !chosen.some(({ prediction }) => prediction.text === one.prediction.text));
    if (chosen.length < MOST)
      for (const one of left)
        assert.ok(
          chosen.some((other) => !areApart(one, other)),
          one.prediction.text,
        );
  }
});

test("what crowds a question out is as telling, or has an earlier turn", () => {
  const { telling } = { telling: (/** @type {Question} */ one) => TELLING[one.prediction.kind ?? ""] };
  for (const it of plainRuns) {
    const [all, chosen] = [candidates(it), choose(it, NONE)];
    const turn = (/** @type {Question} */ one) =>
      all.filter((other) => other.prediction.kind === one.prediction.kind && other.prediction.step < one.prediction.step).length;
    for (const one of all.filter((candidate) => !kindsOf(chosen).includes(candidate.prediction.kind ?? ""))) {
      const others = chosen.filter((other) => !areApart(one, other));
      assert.ok(
        others.some((other) => turn(other) < turn(one) || telling(other) >= telling(one)),
        one.prediction.text,
      );
    }
  }
});

test("what was answered wrongly comes first", () => {
  let changed = 0;
  for (const it of plainRuns) {
    for (const kind of new Set(kindsOf(candidates(it)))) {
      if (!kindsOf(choose(it, NONE)).includes(kind)) changed++;
      assert.ok(kindsOf(choose(it, new Set([kind]))).includes(kind), kind);
    }
  }
  assert.ok(changed > 0, "some kind is asked only because it is due");
});

test("a link asks the question of its step, else the next one", () => {
  const it = run("channel");
  const [first, second] = choose(it, NONE);
  assert.equal(questionAt(it, second.prediction.step, NONE)?.prediction.text, second.prediction.text);
  assert.equal(questionAt(it, first.prediction.step + 1, NONE)?.prediction.step, second.prediction.step);
  assert.equal(questionAt(it, it.trace.last, NONE), null);
  for (const { prediction } of candidates(it)) assert.equal(questionAt(it, prediction.step, NONE)?.prediction.step, prediction.step);
});

test("the choices hold the right answer once, in an order that does not depend on it", () => {
  const it = run("channel");
  const step = find(it, ({ event, how }) => event === "resume" && how === "send") - 1;
  const wrong = ["closed", "created"].map((answer) => ({ answer, why: "why" }));
  const question = questionOf(it.trace, { step, ask: "state", frame: frameNamed(it, "inner"), text: "?", wrong });
  assert.deepEqual(
    question?.choices.map(({ answer }) => answer),
    ["created", "suspended", "closed"],
  );
  assert.equal(question?.right.answer, "suspended");
});

test("a run that ends before has no answer", () => {
  const { trace } = run("channel");
  for (const ask of /** @type {Ask[]} */ (["line", "frame", "output", "value"])) {
    assert.equal(answerTo(trace, { step: trace.last, ask, text: "", wrong: [] }), null, ask);
  }
  assert.equal(answerTo(trace, { step: 0, ask: "state", frame: 1, until: 0, text: "", wrong: [] }), null);
});

test("answers are counted by misconception, and the last one says whether it is due", () => {
  let tally = counted(counted({}, "exhausted", false), "never-awaited", true);
  assert.deepEqual([...dueOf(tally)], ["exhausted"]);
  tally = counted(tally, "exhausted", true);
  assert.deepEqual([...dueOf(tally)], []);
  assert.deepEqual(totalOf(tally), { right: 2, all: 3 });
  assert.deepEqual(tallyOf(JSON.stringify(tally)), tally);
  for (const broken of [null, "", "[", "3", '{"a":1}']) assert.deepEqual(tallyOf(broken), {});
});
