import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { WORDS } from "../../js/model/packed.js";

test("the words of the packed form are those of docs/trace-words.json", () => {
  const file = JSON.parse(readFileSync(new URL("../../../docs/trace-words.json", import.meta.url), "utf8"));
  for (const [family, words] of Object.entries(WORDS)) assert.deepEqual(words, file[family], family);
});
