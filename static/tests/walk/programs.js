// The programs that the walks go through, and what the interpreter records of them. It is the program that STILLFRAME names.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { Run } from "../../js/model/run.js";

const ROOT = new URL("../../../", import.meta.url);
const TOPICS = [
  "generators",
  "coroutines",
  "asyncgen",
  "asyncio",
  "delegation",
  "finalisation",
  "contextlib",
  "top_level_await",
  "exceptions",
  "closures",
  "comprehensions",
];
const COUNT = 200;

const stillframe = process.env.STILLFRAME;
if (!stillframe) throw new Error("STILLFRAME has to name the program, such as target/debug/stillframe");

export const examples = programsBelow("examples/");
export const pairs = programsBelow("pairs/");
export const lessons = [...programsBelow("lessons/"), ...programsBelow("lessons/misconceptions/")];
export const corpus = TOPICS.flatMap(programsOf).slice(0, COUNT);
assert.equal(corpus.length, COUNT);

/** The programs that have a folder each. @param {string} folder */
function programsBelow(folder) {
  return readdirSync(new URL(folder, ROOT))
    .filter((name) => /^\d\d-/.test(name))
    .sort()
    .map((name) => new URL(`${folder}${name}/program.py`, ROOT));
}

/** The programs of the corpus about one topic. @param {string} topic */
function programsOf(topic) {
  const folder = new URL(`interpreter/tests/programs/${topic}/`, ROOT);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => new URL(file, folder));
}

/** `topic/name.py`. @param {URL} url */
export function nameOf(url) {
  return url.pathname.split("/").slice(-2).join("/");
}

/** The run of a text, with options of `stillframe trace`. @param {string} source @param {string[]} options */
export function runOf(source, ...options) {
  const packed = execFileSync(String(stillframe), ["trace", ...options, "-"], { input: source, encoding: "utf8", maxBuffer: 1 << 26 });
  return new Run(JSON.parse(packed), source);
}

/** What the page and what tools are given of a run: the run, and of the plain form the steps and the outcome. @param {URL} url */
export function recorded(url) {
  const awaits = ["--top-level-await", url.pathname];
  const run = new Run(JSON.parse(output("trace", ...awaits)), readFileSync(url, "utf8"));
  const lines = output("trace", "--steps", ...awaits)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { run, outcome: lines.at(-1), lines: lines.filter((line) => "step" in line) };
}

/** @param {...string} args */
function output(...args) {
  return execFileSync(/** @type {string} */ (stillframe), args, { maxBuffer: 1 << 30, encoding: "utf8" });
}
