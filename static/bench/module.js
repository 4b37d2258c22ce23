// `npm run bench:module -- MODULE NATIVE`: how long programs take by the interpreter's module in Node and in Chromium, beside the native interpreter, in
// turns. It wants a server at STILLFRAME_URL for its limits. MODULE is built by
// `cargo build --package stillframe-browser --profile browser --target wasm32-wasip1`, NATIVE is `stillframe` of a release build.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { runInstance } from "../js/net/wasi.js";
import { SITE, launch, newPage, quantile, table } from "./browser.js";
import { PROGRAMS as LARGE } from "./programs.js";

const TURNS = 15;
const [modulePath, native] = process.argv.slice(2);
if (!modulePath || !native) throw new Error("Say which module, and which native program");

const example = (/** @type {string} */ name) => readFileSync(new URL(`../../examples/${name}/program.py`, import.meta.url), "utf8");
const PROGRAMS = { nothing: "\n", "an example of 36 lines": example("15-tiny-event-loop"), "50,000 steps": LARGE["50,000 steps"] };

const html = await (await fetch(SITE)).text();
const { limits } = JSON.parse(/id="initial">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");
const bytes = readFileSync(modulePath);
const module = new WebAssembly.Module(bytes);
const browser = await launch();
const { page } = await newPage(browser);
await page.goto(SITE);
await page.route("**/measured.wasm", (route) => route.fulfill({ body: bytes, contentType: "application/wasm" }));
console.log(`Chromium: ${Math.round(await loadInChromium())} ms to fetch and compile the module`);

const rows = [];
for (const [name, source] of Object.entries(PROGRAMS)) {
  const job = JSON.stringify({ program: { source, library: false, top_level_await: true }, limits });
  const times = { native: /** @type {number[]} */ ([]), node: /** @type {number[]} */ ([]), chromium: /** @type {number[]} */ ([]) };
  let steps = 0;
  for (let i = 0; i <= TURNS; i++) {
    const began = performance.now();
    spawnSync(native, ["trace", "--top-level-await", "-"], { input: source, maxBuffer: Infinity });
    const native_ended = performance.now();
    const trace = JSON.parse(new TextDecoder().decode(runInstance(module, new TextEncoder().encode(job))));
    const ended = performance.now();
    steps = trace.steps?.event?.length ?? 0;
    const chromium = await inChromium(source);
    if (i === 0) continue; // whatever is compiled late is, by now
    times.native.push(native_ended - began);
    times.node.push(ended - native_ended);
    times.chromium.push(chromium);
  }
  const median = (/** @type {number[]} */ found) =>
    quantile(
      found.toSorted((a, b) => a - b),
      0.5,
    );
  const told = (/** @type {number[]} */ found) => `${median(found).toFixed(1)} ms`;
  const ratio = (/** @type {number[]} */ found) => (median(found) / median(times.native)).toFixed(1);
  rows.push([name, String(steps), told(times.native), told(times.node), ratio(times.node), told(times.chromium), ratio(times.chromium)]);
}
console.log(table(["program", "steps", "native process", "Node", "ratio", "Chromium", "ratio"], rows));
await browser.close();

function loadInChromium() {
  return page.evaluate(async (limits) => {
    const address = "/static/js/net/interpreter.js";
    const { Interpreter } = await import(address);
    const state = /** @type {any} */ (window);
    state.interpreter = new Interpreter({ worker: "/static/js/net/interpreter-worker.js", module: "/measured.wasm" }, limits);
    const began = performance.now();
    await state.interpreter.prepare();
    return performance.now() - began;
  }, limits);
}

/** From the program to the parsed trace, as the page has it. @param {string} source */
function inChromium(source) {
  return page.evaluate(async (source) => {
    const began = performance.now();
    const program = { source, library: false, top_level_await: true };
    await /** @type {any} */ (window).interpreter.run(program, new AbortController().signal);
    return performance.now() - began;
  }, source);
}
