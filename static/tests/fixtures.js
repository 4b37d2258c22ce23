// Records the traces that the page's tests use anew, or with --check says whether they are what the interpreter records.
//
// usage: STILLFRAME=path/to/stillframe node tests/fixtures.js [--check]

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

const FOLDER = new URL("fixtures/", import.meta.url);

/** What a fixture's run is asked for besides its program. @type {Record<string, string[]>} */
const OPTIONS = { inside: ["--library"], late: ["--from", "6", "--count", "100"], top_await: ["--top-level-await"] };

const stillframe = process.env.STILLFRAME;
if (!stillframe) throw new Error("STILLFRAME is to be the path of the program that records the traces");

/** @param {string} name */
function recorded(name) {
  const program = new URL(`${name}.py`, FOLDER).pathname;
  return execFileSync(String(stillframe), ["trace", ...(OPTIONS[name] ?? []), program], { encoding: "utf8", maxBuffer: 1 << 26 });
}

/** What a run took differs from build to build. @param {string} text */
function withoutMemory(text) {
  return JSON.stringify(JSON.parse(text), (key, value) => (key === "memory" || key === "peak" ? undefined : value));
}

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".py"))
  .map((file) => file.slice(0, -3));
const stale = [];
for (const name of names) {
  const file = new URL(`${name}.json`, FOLDER);
  const now = recorded(name);
  if (!process.argv.includes("--check")) writeFileSync(file, now);
  else if (withoutMemory(now) !== withoutMemory(readFileSync(file, "utf8"))) stale.push(name);
}
if (stale.length) {
  console.error(`These traces are no longer what the interpreter records: ${stale.join(", ")}. Record them anew: npm run fixtures.`);
  process.exitCode = 1;
}
