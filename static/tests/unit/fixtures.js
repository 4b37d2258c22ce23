// Programs with their traces, recorded; see tests/fixtures. What is tested is found by searching, so that they can be recorded anew.

import { readFileSync, readdirSync } from "node:fs";
import { Run } from "../../js/model/run.js";

const FOLDER = new URL("../fixtures/", import.meta.url);

/** @param {string} name */
export function packed(name) {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));
}

/** @param {string} name */
export function run(name) {
  return new Run(packed(name), readFileSync(new URL(`${name}.py`, FOLDER), "utf8"));
}

export const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -5));

/**
 * The first step that is so.
 * @param {Run} of @param {(step: import("../../js/model/trace.js").Step) => boolean} is
 */
export function find({ trace }, is) {
  for (let s = 0; s < trace.length; s++) if (is(trace.step(s))) return s;
  throw new Error("no such step in this trace");
}

/** @param {Run} of @param {string} name */
export function frameNamed({ trace }, name) {
  const frame = trace.frames.find((its) => its.name === name);
  if (!frame) throw new Error(`no frame ${name}`);
  return frame.id;
}
