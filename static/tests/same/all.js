// `npm run same`: runs the examples, the course, the corpus and random programs by the server and by the module for the browser, in Node and (each
// fortieth) in Chromium, and compares the traces. It wants a server at STILLFRAME_URL that has the module, and time:
// `stillframe --deadline 120 --client-runs 100000`. `-- --random 1000` says how many random programs, `-- --folder PATH/` which others instead, `-- --every 20` that a part of all
// is enough, and `-- --module FILE` which module Node runs: that of a release build is quicker than a debug server's.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { SITE, launch } from "../../bench/browser.js";
import { Module } from "./module.js";
import { asked, differences, ownPrograms, programsIn, randomPrograms } from "./programs.js";

/** @import { Page } from "@playwright/test" */
/** @import { Program } from "./programs.js" */

const SECONDS = 120;
/** Chromium runs each so many-th. */
const IN_CHROMIUM = 40;

const { values } = parseArgs({
  options: {
    random: { type: "string", default: "1000" },
    folder: { type: "string" },
    every: { type: "string", default: "1" },
    module: { type: "string" },
  },
});
const initial = await initialOf(SITE);
const bytes = values.module
  ? readFileSync(values.module)
  : new Uint8Array(await (await fetch(new URL(initial.interpreter.module, SITE))).arrayBuffer());
const module = new Module(bytes, initial.limits, SECONDS);
const browser = await launch();
const page = await browser.newPage();
await page.goto(SITE);

const others = values.folder ? programsIn(pathToFileURL(values.folder)) : [...ownPrograms(), ...randomPrograms(Number(values.random))];
const found = { same: 0, inChromium: 0, differ: 0, faults: 0 };
const slowest = { name: "", milliseconds: 0 };
const programs = others.filter((_, index) => index % Number(values.every) === 0);
for (const [index, program] of programs.entries()) await compare(program, index % IN_CHROMIUM === 0);
console.log(
  `${programs.length} programs: ${found.same} the same in Node, ${found.differ} differ, ${found.faults} faults; ${found.inChromium} the same in Chromium`,
);
console.log(`the slowest in Node: ${slowest.name}, ${(slowest.milliseconds / 1000).toFixed(1)} s`);
module.end();
await browser.close();
process.exit(found.differ + found.faults ? 1 : 0);

/** @param {Program} program @param {boolean} inChromium, too */
async function compare({ name, source }, inChromium) {
  const [here, expected] = [await module.run(asked(source)), await traceOfServer(source)];
  if (here.milliseconds > slowest.milliseconds) Object.assign(slowest, { name, milliseconds: here.milliseconds });
  if ("fault" in here) {
    found.faults++;
    console.log(`${name}: ${here.fault}`);
    return;
  }
  if (expected === null) return console.log(`${name}: the server gave no trace`);
  const traces = [here.trace, ...(inChromium ? [await traceInChromium(page, source)] : [])];
  const parts = traces.flatMap((trace) => differences(trace, expected));
  if (parts.length) {
    found.differ++;
    console.log(`${name}: ${parts.join("; ")}`);
  } else {
    found.same++;
    if (inChromium) found.inChromium++;
  }
}

/** What the page begins with. @param {string} site */
async function initialOf(site) {
  const html = await (await fetch(site)).text();
  const initial = JSON.parse(/id="initial">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}");
  if (!initial.interpreter) throw new Error("The server has no interpreter for the browser: build it with STILLFRAME_BROWSER=require");
  return initial;
}

/** @param {string} source */
async function traceOfServer(source) {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(new URL("/api/trace", SITE), { method: "POST", headers, body: JSON.stringify(asked(source)) });
  return answer.ok ? answer.text() : null;
}

/** By the page's own worker, as it writes it. @param {Page} page @param {string} source @returns {Promise<string>} */
function traceInChromium(page, source) {
  return page.evaluate(
    ({ interpreter, job }) => {
      const state = /** @type {any} */ (window);
      const worker = /** @type {Worker} */ (state.worker ??= new Worker(interpreter.worker, { type: "module" }));
      worker.postMessage({ module: new URL(interpreter.module, location.href).href, job });
      return new Promise((resolve) =>
        worker.addEventListener("message", ({ data }) => resolve(data.trace ?? JSON.stringify(data)), { once: true }),
      );
    },
    { interpreter: initial.interpreter, job: JSON.stringify({ program: asked(source), limits: initial.limits }) },
  );
}
