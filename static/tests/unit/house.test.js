// The house rules of the page, which no single module can hold: floors, and the template beside the code.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);
/** With what it includes. @type {(name: string) => string} */
const templateOf = (name) =>
  readFileSync(new URL(`../templates/${name}`, ROOT), "utf8").replace(/\{% include "([^"]+)" %\}/g, (_, part) => templateOf(part));
const template = templateOf("page.html");
const embed = templateOf("embed.html");
const files = /** @type {string[]} */ (readdirSync(new URL("js/", ROOT), { recursive: true })).filter((file) => file.endsWith(".js"));
const source = (/** @type {string} */ file) => readFileSync(new URL(`js/${file}`, ROOT), "utf8");
const code = files.map(source).join("\n");

/** Which floors a floor may import from. */
const MAY = /** @type {Record<string, string[]>} */ ({
  words: ["words"],
  net: ["net", "words"],
  model: ["model", "words"],
  view: ["view", "model", "net", "words"],
  editor: ["editor", "view", "net", "words"],
  page: ["page", "net", "model", "view", "editor", "words"],
});

test("no file imports from a higher floor", () => {
  for (const file of files) {
    const floor = file.split("/")[0];
    if (!(floor in MAY)) continue;
    for (const [, path] of source(file).matchAll(/^import .* from "(.*)";$/gm)) {
      const target = new URL(path, new URL(file, "file:///")).pathname.split("/")[1];
      assert.ok(MAY[floor].includes(target), `${file} imports ${path}`);
    }
  }
});

test("only net fetches, and the model knows no document", () => {
  for (const file of files) {
    if (!file.startsWith("net/")) assert.doesNotMatch(source(file), /\bfetch\(|XMLHttpRequest/, file);
    if (file.startsWith("model/")) assert.doesNotMatch(source(file), /\bdocument\.|\bwindow\.|localStorage/, file);
  }
});

test("what the code looks for by id, the template has, once", () => {
  const idsIn = (/** @type {string} */ text) => [...text.matchAll(/ id="([^"{]+)"/g)].map(([, id]) => id);
  const [page, compares] = [template.replace(templateOf("compare.html"), ""), templateOf("compare.html")];
  for (const text of [page, compares, embed]) assert.equal(new Set(idsIn(text)).size, idsIn(text).length, "an id stands twice");
  const ids = idsIn(template);
  const wanted = [...code.matchAll(/byId\("([^"]+)"\)/g)].map(([, id]) => id);
  assert.ok(wanted.length > 40);
  for (const id of wanted) assert.ok(ids.includes(id) || idsIn(embed).includes(id), `#${id} is not in the template`);
});

test("every icon is drawn in the template", () => {
  const drawn = new Set([...template.matchAll(/<symbol id="icon-([^"]+)"/g)].map(([, name]) => name));
  const used = [...template.matchAll(/href="#icon-([^"]+)"/g), ...code.matchAll(/\bicon\("([^"]+)"\)/g)].map(([, name]) => name);
  for (const name of used) assert.ok(drawn.has(name), name);
});

test("nothing stands inline that the content policy forbids", () => {
  const all = template + embed;
  assert.doesNotMatch(all, /<style|\sstyle=|\son[a-z]+="/);
  for (const [, attributes, body] of all.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
    assert.ok(attributes.includes("src=") || attributes.includes("application/json"), attributes);
    if (attributes.includes("src=")) assert.equal(body, "");
  }
  assert.doesNotMatch(all, /(src|href)="https?:/);
});

test("every file the template names is there", () => {
  for (const [, path] of (template + embed).matchAll(/"\/static\/([^"?]+)\?/g)) {
    assert.ok(readFileSync(new URL(path, ROOT)).length > 0, path);
  }
});

test("colours stand in tokens.css only", () => {
  for (const file of readdirSync(new URL("css/", ROOT))) {
    if (file === "tokens.css") continue;
    assert.doesNotMatch(readFileSync(new URL(`css/${file}`, ROOT), "utf8"), /#[0-9a-f]{3,8}\b(?![^{]*\{)/i, file);
  }
});
