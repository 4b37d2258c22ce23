// Every language says all that English says, and the templates' words and the lessons' translations fit.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { LANGUAGES } from "../../js/words/words.js";

const ROOT = new URL("../../../", import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), "utf8");
const json = (/** @type {string} */ path) => JSON.parse(read(path));
const folders = ["js/words", "../words"].map((folder) => readdirSync(new URL(`../../${folder}`, import.meta.url)));
/** What differs on purpose: keys of tables of other words, which English needs less of. */
const TABLES = ["doing", "kinds", "keyNames", "limits", "search", "editorPhrases", "states", "language"];
/** Words of plain English that are none in German. */
const ENGLISH = /\b(?:the|of|and|is|are|with|that|this|which|its|from|not|nothing|step|steps|line|lines)\b/i;

test("the page's script and the templates speak the same languages", () => {
  const [script, templates] = folders;
  const spoken = Object.keys(LANGUAGES).sort();
  assert.deepEqual(
    script.filter((name) => !name.endsWith(".js")),
    spoken,
  );
  assert.deepEqual(
    templates.map((name) => name.replace(".json", "")),
    spoken,
  );
  for (const [name, words] of Object.entries(LANGUAGES)) assert.equal(words.language, name);
});

for (const [name, words] of Object.entries(LANGUAGES)) {
  test(`${name}: the script's words are those of English, and none is empty`, () => {
    const [wanted, found] = [keysOf(LANGUAGES.en), keysOf(words)];
    assert.deepEqual(found, wanted);
    for (const [key, text] of textsOf(words)) assert.ok(text.trim() || /^\s+$/.test(text), key);
  });

  test(`${name}: no text in another language was left`, () => {
    if (name === "en") return;
    const own = [...textsOf(words), ...textsOf(json(`words/${name}.json`))].filter(([key]) => !key.startsWith("editorPhrases"));
    for (const [key, text] of own) {
      const told = text.replace(/`[^`]*`|<[^>]*>|\{\w+\}|“[^”]*”|„[^“]*“|RuntimeError: .*|--\S+|Coroutine was never awaited/g, "");
      assert.doesNotMatch(told, ENGLISH, key);
    }
  });
}

for (const path of translatedTexts()) {
  test(`${path}: no English was left`, () => {
    const text = path.endsWith(".json") ? textsOf(json(path)).map(([, text]) => (text.includes(" ") ? text : "")) : [read(path)];
    for (const told of text) assert.doesNotMatch(told.replace(/yield from|`[^`]*`|\]\([^)]*\)|^\{.*\}$/gm, ""), ENGLISH, told);
  });
}

test("every module takes the words in the one way that bundling knows", () => {
  for (const file of /** @type {string[]} */ (readdirSync(new URL("../../js", import.meta.url), { recursive: true }))) {
    if (!file.endsWith(".js") || file.startsWith("words")) continue;
    const text = read(`static/js/${file}`);
    if (!/from ".*words\/(?!parts)/.test(text)) continue;
    assert.match(text, /^import \{ words \} from "(\.\/|(\.\.\/)+)words\/words\.js";$/m, file);
    assert.doesNotMatch(text, /from ".*words\/\w+\//, file);
  }
});

for (const folder of ["lessons/", "lessons/misconceptions/"]) {
  for (const name of readdirSync(new URL(folder, ROOT))) {
    for (const language of languagesOf(`${folder}${name}/`)) {
      test(`${folder}${name} in ${language} leads to the same steps, and has the same tasks in the same order`, () => {
        const marks = (/** @type {string} */ text) => [...text.matchAll(/\(#step=\d+\)|\(\/[^)]*\)|^\{.*\}$/gm)].map(([mark]) => mark);
        assert.deepEqual(marks(read(`${folder}${name}/text.${language}.md`)), marks(read(`${folder}${name}/text.md`)));
      });
    }
  }
}

/** What is told in German of lessons, misconceptions, examples and pairs. */
function translatedTexts() {
  const tops = ["lessons/", "lessons/misconceptions/", "examples/"];
  const folders = tops.flatMap((top) => readdirSync(new URL(top, ROOT)).map((name) => `${top}${name}/`));
  const files = folders
    .filter((folder) => !folder.endsWith(".json/"))
    .flatMap((folder) => readdirSync(new URL(folder, ROOT)).map((file) => folder + file));
  return [...files.filter((path) => /\.de\.(md|json)$/.test(path)), "lessons/questions.de.json", "pairs/pairs.de.json"];
}

/** @param {string} folder of a lesson */
function languagesOf(folder) {
  if (!/\/\d\d-/.test(folder)) return [];
  return readdirSync(new URL(folder, ROOT)).flatMap((file) => /^text\.(\w+)\.md$/.exec(file)?.[1] ?? []);
}

/** Groups and the names in them. @param {object} words */
function keysOf(words) {
  return Object.entries(words).flatMap(([group, texts]) => {
    if (typeof texts !== "object" || TABLES.includes(group)) return [group];
    return Object.entries(texts).map(([key, text]) => `${group}.${key} ${typeof text}`);
  });
}

/** Texts that need no facts. @param {object} words @param {string} [path] @returns {[string, string][]} */
function textsOf(words, path = "") {
  return Object.entries(words).flatMap(([key, text]) => {
    if (typeof text === "string") return [[`${path}${key}`, text]];
    return text !== null && typeof text === "object" && !(text instanceof RegExp) ? textsOf(text, `${path}${key}.`) : [];
  });
}
