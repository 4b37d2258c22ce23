// The programs whose traces have to be the same wherever they run, and what of a trace may differ.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

/** @typedef {{ name: string, source: string }} Program */

const ROOT = new URL("../../../", import.meta.url);
const GENERATOR = new URL("interpreter/tests/random/", ROOT).pathname;
const WRITE = `
import json, sys
sys.path.insert(0, sys.argv[1])
from generate import AUTHORS, generate
chosen = [(family, seed) for seed in range(int(sys.argv[2])) for family in AUTHORS][: int(sys.argv[2])]
json.dump([{"name": f"random {family} {seed}", "source": generate(family, seed)} for family, seed in chosen], sys.stdout)
`;

/** The examples, the programs of the course and of comparisons, and the corpus. @returns {Program[]} */
export function ownPrograms() {
  return ["examples/", "lessons/", "pairs/", "interpreter/tests/programs/"].flatMap((folder) => programsIn(new URL(folder, ROOT)));
}

/** All files of Python below a folder. @param {URL} folder @returns {Program[]} */
export function programsIn(folder) {
  const files = /** @type {string[]} */ (readdirSync(folder, { recursive: true })).filter((file) => file.endsWith(".py")).sort();
  const base = folder.pathname.split("/").at(-2);
  return files.map((file) => ({ name: `${base}/${file}`, source: readFileSync(new URL(file, folder), "utf8") }));
}

/** The same ones for the same number, as many of each family. @param {number} count @returns {Program[]} */
export function randomPrograms(count) {
  const written = execFileSync("python3", ["-c", WRITE, GENERATOR, String(count)], { encoding: "utf8", maxBuffer: Infinity });
  return JSON.parse(written);
}

/** As the page asks for a run. @param {string} source */
export function asked(source) {
  return { source, library: false, top_level_await: true };
}

/** Which parts of two packed traces differ, how much memory objects take aside. @param {string} one @param {string} other @returns {string[]} */
export function differences(one, other) {
  if (withoutMemory(one) === withoutMemory(other)) return [];
  const [here, there] = [JSON.parse(withoutMemory(one)), JSON.parse(withoutMemory(other))];
  const names = Object.keys({ ...here, ...there }).filter((name) => !isDeepStrictEqual(here[name], there[name]));
  const short = (/** @type {unknown} */ value) => (JSON.stringify(value) ?? "nothing").slice(0, 300);
  return names.length
    ? names.map((name) => (name === "outcome" ? `outcome ${short(here[name])} for ${short(there[name])}` : name))
    : ["how it is written"];
}

/** How much memory objects take depends on the machine; all else has to be the same, byte for byte. @param {string} text a packed trace */
function withoutMemory(text) {
  // No text of a program has these words: it would have a stroke before each quotation mark.
  return text.replace(/"memory":\d+/, '"memory":0').replace(/"peak":\[[-\d,[\]]*\]/, '"peak":[]');
}
