import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { FILE, written } from "../primitives.js";

test("the primitives that the server's pictures are compared with are those of this page", () => {
  assert.equal(written(), readFileSync(FILE, "utf8"), "write them down anew: npm run primitives");
});
