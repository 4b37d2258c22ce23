// One's own programs, as far as that needs no browser: names, what counts as a replaced text, files.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { freeName, newProgram } from "../../js/net/saved-programs.js";
import { replaces } from "../../js/page/sitting.js";
import { Broken, TooLong, unzip } from "../../js/view/unzip.js";
import { readPrograms } from "../../js/view/read-files.js";
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

/** Writes one, compressed. */
const WRITE = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text, when in json.load(sys.stdin):
        entry = zipfile.ZipInfo(name, when)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, text)
`;

/** @param {Uint8Array} archive */
function readByPython(archive) {
  return withFile((path) => {
    writeFileSync(path, archive);
    return JSON.parse(execFileSync("python3", ["-c", READ, path], { encoding: "utf8" }));
  });
}

/** @param {import("../../js/view/zip.js").TextFile[]} files */
function packedByPython(files) {
  const input = JSON.stringify(
    files.map(({ name, text, changed }) => {
      const when = new Date(changed);
      return [name, text, [when.getFullYear(), when.getMonth() + 1, when.getDate(), when.getHours(), when.getMinutes(), when.getSeconds()]];
    }),
  );
  return withFile((path) => {
    execFileSync("python3", ["-c", WRITE, path], { input });
    return new Uint8Array(readFileSync(path));
  });
}

/** @template T @param {(path: string) => T} work @returns {T} */
function withFile(work) {
  const folder = mkdtempSync(join(tmpdir(), "zip-"));
  try {
    return work(join(folder, "all.zip"));
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
  assert.deepEqual(
    files.map(({ name }) => name),
    ["Edited copy of Throw.py", "a b c.py", "a b c (2).py", "program.py", "日本語.py", "Throw (2).py"],
  );
});

test("an archive of all programs is one to others, with texts, names and times", () => {
  const changed = new Date(2026, 10, 29, 10, 31, 44).getTime();
  const files = [
    { name: "one.py", text: "print('ä€')\r\n", changed },
    { name: "日本語.py", text: "", changed },
  ];
  const when = [2026, 11, 29, 10, 31, 44];
  assert.deepEqual(
    readByPython(zip(files)),
    files.map(({ name, text }) => [name, when, text]),
  );
  assert.deepEqual(readByPython(zip([])), []);
});

/** @param {Uint8Array} archive */
const textsIn = async (archive) =>
  Promise.all(unzip(archive, 1000).map(async ({ name, changed, read }) => [name, changed, new TextDecoder().decode(await read())]));

test("an archive is read as it was written, and as another hand packs it", async () => {
  const changed = new Date(2026, 10, 29, 10, 31, 44).getTime();
  const files = [
    { name: "one.py", text: "print('ä€')\r\n", changed },
    { name: "日本語.py", text: "", changed },
  ];
  const expected = files.map(({ name, text }) => [name, changed, text]);
  assert.deepEqual(await textsIn(zip(files)), expected);
  assert.deepEqual(await textsIn(packedByPython(files)), expected);
  assert.deepEqual(unzip(zip([]), 1000), []);
});

test("a damaged archive, and a file that is too long, are refused", async () => {
  const archive = zip([{ name: "one.py", text: "x = 1\n".repeat(100), changed: Date.now() }]);
  assert.throws(() => unzip(new TextEncoder().encode("no archive at all, though it is long enough"), 1000), Broken);
  assert.throws(() => unzip(archive.slice(0, -30), 1000), Broken);
  const damaged = archive.slice();
  damaged[100] ^= 1;
  await assert.rejects(unzip(damaged, 1000)[0].read(), Broken);
  await assert.rejects(unzip(archive, 599)[0].read(), TooLong);
  const bomb = packedByPython([{ name: "one.py", text: "x".repeat(100_000), changed: Date.now() }]);
  const lying = bomb.slice();
  new DataView(lying.buffer).setUint32(lying.length - 22 - 52 + 24, 10, true); // the directory says that it has ten bytes
  await assert.rejects(unzip(lying, 1000)[0].read(), TooLong);
});

test("files of an archive that are no programs are told, but for what macOS adds", async () => {
  const changed = Date.now();
  const files = ["sub/one.py", "__MACOSX/sub/._one.py", "sub/.DS_Store", "photo.png", "sub/"].map((name) => ({
    name,
    text: "x = 1\n",
    changed,
  }));
  const { found, refused } = await readPrograms([new File([zip(files)], "all.zip")], 1000);
  assert.deepEqual(
    found.map(({ file, name }) => [file, name]),
    [["sub/one.py in all.zip", "one"]],
  );
  assert.deepEqual(
    refused.map(({ file }) => file),
    ["photo.png in all.zip"],
  );
});
