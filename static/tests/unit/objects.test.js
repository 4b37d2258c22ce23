import assert from "node:assert/strict";
import { test } from "node:test";
import { Holders } from "../../js/model/holders.js";
import { Objects } from "../../js/model/objects.js";
import { OBJECT_OPS } from "../../js/model/packed.js";
import { picture } from "../../js/model/picture.js";
import { preview } from "../../js/model/previews.js";
import { names, run } from "./fixtures.js";

/**
 * Columns of entries: a step, an object, what happened, where, a text and an object.
 * @param {[number, number, string, number|string, string?, number?][]} rows
 */
function columns(rows) {
  /** @type {string[]} */
  const strings = [];
  const index = (/** @type {string} */ text) => (strings.includes(text) ? strings.indexOf(text) : strings.push(text) - 1);
  const pick = (/** @type {(row: typeof rows[0]) => number} */ of) => Int32Array.from(rows, of);
  return {
    at: pick(([at]) => at),
    object: pick(([, object]) => object),
    op: Uint8Array.from(rows, ([, , op]) => OBJECT_OPS.indexOf(op)),
    place: pick(([, , , place]) => (typeof place === "string" ? index(place) : place)),
    text: pick(([, , , , text = ""]) => index(text)),
    value: pick(([, , , , , value = 0]) => value),
    frame: pick(() => -1),
    textOf: (/** @type {number} */ i) => strings[i],
  };
}

/** @param {Objects} objects @param {number} id @param {number} step */
const texts = (objects, id, step) => objects.at(id, step)?.items.map(({ value }) => value.text);

test("an object is as the entries up to a step say, forwards and backwards", () => {
  const objects = new Objects(
    columns([
      [1, 1, "new", 1, "list"],
      [1, 1, "insert", 0, "a"],
      [1, 1, "insert", 1, "b"],
      [3, 1, "insert", 0, "z"],
      [4, 2, "new", 0, "Node"],
      [4, 2, "attribute", "left", "None"],
      [5, 1, "remove", 1],
      [6, 2, "attribute", "left", "list", 1],
      [6, 2, "attribute", "right", "1"],
      [7, 2, "delete", "left"],
      [8, 1, "set", 0, "y"],
      [9, 1, "truncate", 1],
    ]),
  );
  assert.equal(objects.at(1, 0), null);
  for (const _ of ["forwards", "again"]) {
    assert.deepEqual(texts(objects, 1, 1), ["a", "b"]);
    assert.deepEqual(texts(objects, 1, 4), ["z", "a", "b"]);
    assert.deepEqual(texts(objects, 1, 7), ["z", "b"]);
    assert.deepEqual(texts(objects, 1, 8), ["y", "b"]);
    assert.deepEqual(texts(objects, 1, 99), ["y"]);
  }
  const names = (/** @type {number} */ step) => objects.at(2, step)?.attributes.map(({ name }) => name);
  assert.deepEqual([names(4), names(6), names(7)], [["left"], ["left", "right"], ["right"]]);
  assert.equal(objects.at(2, 6)?.attributes[0].value.object, 1);
  assert.equal(objects.at(1, 8)?.items[0].changedAt, 8);
  assert.ok(objects.changed(1, 7, 8) && !objects.changed(1, 5, 7) && objects.changed(1, 0, 1));
});

test("the entries of a dict keep their keys", () => {
  const objects = new Objects(
    columns([
      [1, 7, "new", 2, "dict"],
      [1, 7, "key", 0, "'a'"],
      [1, 7, "set", 0, "1"],
      [2, 7, "key", 1, "'b'"],
      [2, 7, "set", 1, "2"],
      [3, 7, "remove", 0],
    ]),
  );
  assert.deepEqual(
    objects.at(7, 3)?.items.map(({ key, value }) => [key?.text, value.text]),
    [["'b'", "2"]],
  );
});

test("of a long list the first items are known, and those that were replaced last", () => {
  const objects = new Objects(
    columns([
      [1, 1, "new", 1, "list"],
      [1, 1, "insert", 0, "0"],
      [1, 1, "length", 1_000],
      [2, 1, "set", 700, "x"],
      [3, 1, "set", 600, "y"],
      [4, 1, "forget", 1],
      [4, 1, "length", 999],
    ]),
  );
  assert.deepEqual(
    objects.at(1, 3)?.beyond.map(({ place, value }) => [place, value.text]),
    [
      [600, "y"],
      [700, "x"],
    ],
  );
  assert.deepEqual([objects.at(1, 3)?.length, objects.at(1, 4)?.length, objects.at(1, 4)?.beyond], [1_000, 999, []]);
});

test("no step of an object that changes ten thousand times is far from a copy of it", () => {
  /** @type {[number, number, string, number, string?][]} */
  const rows = [[0, 1, "new", 1, "list"]];
  for (let i = 0; i < 10_000; i++) rows.push(i % 3 ? [i + 1, 1, "insert", 0, String(i)] : [i + 1, 1, "truncate", Math.min(i, 50)]);
  const objects = new Objects(columns(rows));
  const expected = (/** @type {number} */ step) => {
    /** @type {string[]} */
    const list = [];
    for (const [at, , op, place, text] of rows) {
      if (at > step) break;
      if (op === "insert") list.splice(place, 0, String(text));
      else if (op === "truncate") list.length = Math.min(list.length, place);
    }
    return list;
  };
  for (const step of [10_000, 1, 5_000, 512, 511, 513, 9_999, 4_096]) assert.deepEqual(texts(objects, 1, step), expected(step), `${step}`);
});

test("an object is written in one line, others in it by their numbers", () => {
  const objects = new Objects(
    columns([
      [0, 1, "new", 1, "list"],
      [0, 1, "insert", 0, "1"],
      [0, 1, "insert", 1, "list", 1],
      [0, 1, "insert", 2, "tuple", 2],
      [0, 2, "new", 1, "tuple"],
      [0, 2, "insert", 0, "<Node object>", 3],
      [0, 3, "new", 0, "Node"],
      [0, 3, "attribute", "n", "5"],
      [0, 3, "attribute", "all", "list", 1],
    ]),
  );
  const trace = /** @type {any} */ ({ objects, label: () => "" });
  const line = (/** @type {number} */ id) => preview(trace, /** @type {any} */ (objects.at(id, 0)), 0);
  assert.equal(line(1), "[1, list #1, (Node #3)]");
  assert.equal(line(3), "n=5, all=[1, list #1, (Node #3)]");
});

test("who holds an object: variables of frames that live, and what they lead to", () => {
  const objects = new Objects(
    columns([
      [0, 1, "new", 0, "Node"],
      [1, 2, "new", 1, "list"],
      [1, 2, "insert", 0, "<Node object>", 1],
      [2, 3, "new", 0, "Node"],
      [2, 3, "attribute", "next", "<Node object>", 1],
      [3, 2, "remove", 0],
    ]),
  );
  const local = (/** @type {string} */ name, /** @type {number} */ object) => ({ name, value: { text: "", object, frame: -1 } });
  const all = [[local("leaf", 1)], [local("items", 2)]];
  const trace = /** @type {any} */ ({
    objects,
    raw: { locals: { at: [0, 1], of: all.flat() }, stepFrame: [0, 1, 0, 0] },
    stateAt: (/** @type {number} */ frame, /** @type {number} */ step) => (frame === 0 && step > 2 ? "closed" : "running"),
    localsAt: (/** @type {number} */ frame) => all[frame],
  });
  const holders = new Holders(trace);
  const names = (/** @type {number} */ step) => holders.of(1, step).map(({ frame, object, name }) => `${frame} ${object} ${name}`);
  assert.deepEqual(names(2), ["0 0 leaf", "-1 2 "], "no variable leads to object 3");
  assert.deepEqual(names(3), [], "frame 0 has ended, and the list holds it no longer");
});

test("every arrow of a picture goes from a variable or an object to an object that is drawn", () => {
  let drawn = 0;
  for (const name of names) {
    const { trace } = run(name);
    for (let step = 0; step < trace.length; step += 7) {
      const { boxes, arrows, width, height } = picture(trace, trace.step(step).frame.id, step, step - 1);
      const drawnObjects = new Set(boxes.map(({ object }) => object));
      assert.equal(drawnObjects.size, boxes.length, "each object is drawn once");
      for (const { object } of arrows) assert.ok(drawnObjects.has(object));
      for (const box of boxes) {
        assert.ok(box.x >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1, `${name} ${step}`);
        const others = boxes.filter((other) => other !== box && other.column === box.column);
        assert.ok(
          others.every(({ y, height: high }) => y >= box.y + box.height || y + high <= box.y),
          "none lies on another",
        );
      }
      drawn += arrows.length;
    }
  }
  assert.ok(drawn > 20, "the fixtures have objects");
});
