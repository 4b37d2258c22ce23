import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { pack, unpack } from "../../js/model/long-link.js";
import { names } from "./fixtures.js";
import { readFileSync } from "node:fs";

/** @param {Buffer} deflated @param {number} [version] */
const link = (deflated, version = 1) => Buffer.from([version, ...deflated]).toString("base64url");

test("a program comes out of a long link as it went in", async () => {
  for (const name of names) {
    const source = readFileSync(new URL(`../fixtures/${name}.py`, import.meta.url), "utf8");
    const carried = { source, input: "Ada\n", title: "é – 日本語", description: "" };
    const packed = await pack(carried);
    assert.match(packed, /^[\w-]+$/);
    assert.deepEqual(await unpack(packed), carried);
    assert.ok(packed.length < source.length + 200, `${packed.length} letters for ${source.length}`);
  }
  assert.deepEqual(await unpack(await pack({ source: "" })), { source: "" });
  const noted = { source: "", notes: [{ step: 3, until: 5, text: "<b>&\n", arrow: /** @type {[number, number]} */ ([0, 1]) }] };
  assert.deepEqual(await unpack(await pack(noted)), noted);
});

test("what others wrote as docs/embedding.md says is read", async () => {
  const deflated = deflateRawSync(Buffer.from('{"source":"print(1)"}'));
  assert.deepEqual(await unpack(link(deflated)), { source: "print(1)" });
});

test("a link that is damaged, of another version or too large is no program", async () => {
  const whole = await pack({ source: "print('hello')\n" });
  const bomb = deflateRawSync(Buffer.from(JSON.stringify({ source: "x".repeat(4_000_000) })));
  for (const text of [
    "",
    "!",
    whole.slice(0, -8),
    link(deflateRawSync(Buffer.from('{"source":1}'))),
    link(deflateRawSync(Buffer.from("null"))),
    link(deflateRawSync(Buffer.from('{"source":"","notes":[{"step":-1,"text":"a"}]}'))),
    link(deflateRawSync(Buffer.from('{"source":""}')), 2),
    link(bomb),
  ])
    assert.equal(await unpack(text), null, text.slice(0, 20));
});
