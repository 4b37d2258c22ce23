import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStop, nextSuspension } from "../../js/model/jumps.js";
import { SPEEDS, advance, goTo, holdAt, newPlayer, playTo, togglePlay } from "../../js/model/player.js";
import { run } from "./fixtures.js";

test("a step outside of the run is its nearest", () => {
  const player = newPlayer(10);
  assert.equal(goTo(player, 99).step, 9);
  assert.equal(goTo(player, -3).step, 0);
  assert.equal(goTo(newPlayer(0), 5).step, 0);
});

test("playing takes time, and more of it when slow", () => {
  const playing = togglePlay(newPlayer(100));
  assert.equal(advance(playing, 599).step, 0);
  assert.equal(advance(playing, 600).step, 1);
  assert.equal(advance({ ...playing, speed: 0.25 }, 600).step, 0);
  assert.equal(advance({ ...playing, speed: 8 }, 600).step, 8);
  assert.equal(advance(advance(playing, 400), 400).step, 1);
});

test("playing ends with the run, and begins again at its start", () => {
  const ended = advance(togglePlay(newPlayer(3)), 10_000);
  assert.deepEqual([ended.step, ended.playing], [2, false]);
  const again = togglePlay(ended);
  assert.deepEqual([again.step, again.playing], [0, true]);
});

test("nobody goes beyond the limit, by hand or by playing, until it is lifted", () => {
  const held = holdAt(newPlayer(10), 4);
  assert.equal(goTo(held, 7).step, 4);
  assert.equal(goTo(held, 2).step, 2);
  assert.deepEqual([advance(togglePlay(held), 60_000).step, advance(playTo(held, 8), 60_000).step], [4, 4]);
  assert.equal(togglePlay(goTo(held, 4)).playing, false);
  assert.equal(holdAt(goTo(newPlayer(10), 8), 4).step, 4);
  assert.equal(goTo(holdAt(held, Infinity), 7).step, 7);
});

test("the fastest speed crosses the longest run in a minute", () => {
  const player = togglePlay({ ...newPlayer(50_000), speed: Math.max(...SPEEDS) });
  assert.equal(advance(player, 60_000).playing, false);
});

test("playing to a place ends there, however fast, and playing on from it goes to the end", () => {
  const playing = playTo({ ...newPlayer(100), speed: 512 }, 7);
  assert.equal(playing.playing, true);
  const there = advance(playing, 10_000);
  assert.deepEqual([there.step, there.playing], [7, false]);
  assert.equal(advance(togglePlay(there), 10_000).step, 99);
  assert.equal(playTo(there, 7).playing, false);
});

test("a hand on the step stops the playing; standing still stays so", () => {
  assert.equal(goTo(togglePlay(newPlayer(5)), 2).playing, false);
  assert.equal(advance(newPlayer(5), 5000).step, 0);
  assert.equal(togglePlay(newPlayer(1)).playing, false);
});

test("suspensions are found in both directions, and none is where one stands", () => {
  const { trace, walk } = run("channel");
  const first = nextSuspension(trace, walk, 0, 1);
  assert.equal(trace.step(first).event, "suspend");
  assert.equal(nextSuspension(trace, walk, first, -1), first);
  assert.equal(nextSuspension(trace, walk, nextSuspension(trace, walk, first, 1), -1), first);
  assert.equal(nextSuspension(trace, walk, trace.last, 1), trace.last);
});

test("play stops at the next line of the program that has a stop", () => {
  const { trace, walk } = run("channel");
  const lines = [...walk.steps.keys()].filter((place) => trace.step(walk.steps[place]).event === "line");
  const printed = lines.filter((place) => trace.step(walk.steps[place]).line === 3);
  assert.equal(nextStop(trace, walk, [3], 0), printed[0]);
  assert.equal(nextStop(trace, walk, [3], printed[0]), Infinity, "not where it stands");
  assert.equal(
    nextStop(trace, walk, [3, 18], printed[0]),
    lines.find((place) => trace.step(walk.steps[place]).line === 18),
  );
  assert.equal(nextStop(trace, walk, [], 0), Infinity);
});
