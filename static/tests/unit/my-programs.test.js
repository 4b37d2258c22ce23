// One's own programs, as far as that needs no browser: names, what counts as a replaced text, files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { freeName, newProgram } from "../../js/net/saved-programs.js";
import { replaces } from "../../js/page/sitting.js";
import { zip } from "../../js/view/zip.js";

// What draws asks the window how wide it is.
Object.assign(globalThis, { matchMedia: () => ({ matches: false }) });
const { filesOf } = await import("../../js/view/files.js");

/** Reads an archive with another hand's code. */
const READ = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    print(json.dumps([[one.filename, list(one.date_time), archive.read(one).decode()] for one in archive.infolist()]))
`;

/** @param {Uint8Array} archive */
function readByPython(archive) {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    const path = join(folder, "all.zip");
    writeFileSync(path, archive);
    return JSON.parse(execFileSync("python3", ["-c", READ, path], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} name */
const named = (name) => newProgram({ name, text: `# ${name}\n`, origin: null });

test("a name that others have gets a number", () => {
  assert.equal(freeName("Throw", []), "Throw");
  assert.equal(freeName("Throw", ["Throw"]), "Throw (2)");
  assert.equal(freeName("Throw (2)", ["Throw", "Throw (2)"]), "Throw (3)");
  assert.equal(freeName("Throw (2)", ["Throw"]), "Throw (2)");
});

test("an edit that takes away more than half of a text replaces it", () => {
  const text = "for i in range(10):\n    print(i)\n";
  assert.ok(replaces(text, ""));
  assert.ok(replaces(text, "while True: pass"));
  assert.ok(!replaces(text, `${text}# more\n`));
  assert.ok(!replaces(text, text.replace("print(i)", "")));
  assert.ok(!replaces("x = 1", ""), "too short to be missed");
});

test("files have names that every system takes, all different", () => {
  const files = filesOf(["Edited copy of Throw", "a/b: c?", "a b c", "…", "日本語", "Throw (2)"].map(named));
  assert.deepEqual(files.map(({ name }) => name), ["Edited copy of Throw.py", "a b c.py", "a b c (2).py", "program.py", "日本語.py", "Throw (2).py"]);
});

test("an archive of all programs is one to others, with texts, names and times", () => {
  const changed = new Date(2026, 10, 29, 10, 31, 44).getTime();
  const files = [{ name: "one.py", text: "print('ä€')\r\n", changed }, { name: "日本語.py", text: "", changed }];
  const when = [2026, 11, 29, 10, 31, 44];
  assert.deepEqual(readByPython(zip(files)), files.map(({ name, text }) => [name, when, text]));
  assert.deepEqual(readByPython(zip([])), []);
});
