import assert from "node:assert/strict";
import { test } from "node:test";
import { heldAt, placeOf } from "../../js/model/held.js";
import { find, frameNamed, names, run } from "./fixtures.js";

/** What is marked after a step, as `look text`. @param {import("../../js/model/run.js").Run} it @param {number} step */
const marked = ({ trace, sources }, step) =>
  heldAt(trace, step).map(({ frame, place, look }) => `${look} ${sources.textAt(trace.frames[frame], place)}`);

test("a frame that runs has those under it wait in the expressions that called or resumed it", () => {
  const it = run("channel");
  const inner = find(it, ({ event, frame }) => event === "line" && frame.name === "inner");
  assert.deepEqual(marked(it, inner), ["waiting yield from inner()", "waiting next(g)"]);
});

test("what sleeps is held where it fell asleep, and who got its value goes on with the expression that asked for it", () => {
  const it = run("channel");
  const asleep = find(it, ({ event, frame }) => event === "suspend" && frame.name === "outer");
  assert.deepEqual(marked(it, asleep), ["running next(g)", "suspended yield from inner()", "suspended yield 1"]);
  assert.equal(placeOf(it.trace, frameNamed(it, "inner"), asleep)?.line, 2);
});

test("who is resumed goes on where it slept; who begins has no place yet", () => {
  const it = run("channel");
  const first = find(it, ({ event, frame }) => event === "resume" && frame.name === "outer");
  assert.deepEqual(marked(it, first), ["waiting next(g)"]);
  const sent = find(it, ({ how, frame }) => how === "send" && frame.name === "outer");
  assert.deepEqual(marked(it, sent), ["running yield from inner()", 'waiting g.send("hi")', "suspended yield 1"]);
});

test("a task sleeps at its await, and the event loop stands nowhere in the text", () => {
  const it = run("tasks");
  const asleep = find(it, ({ event, frame }) => event === "suspend" && frame.name === "tick");
  const all = marked(it, asleep);
  assert.ok(all.includes("suspended await asyncio.sleep(pause)"), String(all));
  assert.ok(all.includes("suspended await first"), String(all));
});

test("at every step of every program each sleeper is held in the line where it sleeps, and nobody twice", () => {
  for (const name of names) {
    const { trace } = run(name);
    for (let step = 0; step < trace.length; step++) {
      const held = heldAt(trace, step);
      const frames = held.map(({ frame }) => frame);
      assert.equal(new Set(frames).size, frames.length, `${name}, step ${step}`);
      for (const { frame, place, look } of held) {
        const line = trace.lineAt(frame, step);
        assert.ok(
          look === "running" || (place.line <= line && line <= place.endLine),
          `${name}, step ${step}: frame ${frame} in line ${line}`,
        );
      }
    }
  }
});
