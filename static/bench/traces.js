// `npm run bench`: what opening, stepping, scrubbing, zooming and playing cost with large traces, and the memory they take,
// plain and with the processor four times slower. It wants a server at STILLFRAME_URL.
//
// A cost is the time that the page's main thread works for one act: for the event, and for the frame that shows it. The wait for the
// screen between them is not in it. Costs are in milliseconds, as median / 95th percentile.

import { SITE, launch, newPage, quantile, slowDown, table } from "./browser.js";
import { PROGRAMS } from "./programs.js";

/** @import { Page } from "@playwright/test" */

const RATES = [1, 4];
const STEPS = 60;
const HEAD = ["trace", "open", "step", "play", "scrub", "zoom", "heap"];

/** @typedef {{ cost: (act: () => void) => Promise<number>, opened: number }} Meter  on the page's window, as `meter` */

const browser = await launch();
for (const rate of RATES) {
  const rows = [];
  for (const [name, source] of Object.entries(PROGRAMS)) rows.push([name, ...await measure(source, rate)]);
  console.log(`\nProcessor ${rate === 1 ? "as it is" : `${rate} times slower`}\n\n${table(HEAD, rows)}`);
}
await browser.close();

/** @param {string} source @param {number} rate */
async function measure(source, rate) {
  const { page, tools } = await newPage(browser);
  await page.addInitScript(installMeter);
  const kept = await page.request.post(`${SITE}/api/programs`, { data: { source } });
  await slowDown(tools, rate);
  await page.goto(`${SITE}${(await kept.json()).address}`);
  const opened = await page.waitForFunction(() => /** @type {any} */ (window).meter.opened);
  const open = await opened.jsonValue();
  await page.evaluate(() => document.getElementById("sentence")?.focus());

  await tools.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await tools.send("Runtime.getHeapUsage");
  const keys = (/** @type {string[]} */ ...names) => costs(page, names.map((key) => ({ key })));
  await keys("ArrowRight", "ArrowRight"); // the first of all pays for compiling
  const middle = { place: 0.4 };
  await costs(page, [middle]);
  const step = await keys(...new Array(STEPS).fill("ArrowRight"));
  await page.locator("#speed").selectOption({ index: (await page.locator("#speed option").count()) - 1 });
  await page.evaluate(() => document.getElementById("sentence")?.focus());
  const play = await costs(page, new Array(STEPS).fill({}), true);
  const scrub = await costs(page, Array.from({ length: STEPS }, (_, i) => ({ place: ((i * 37) % STEPS) / STEPS })));
  await costs(page, [middle]);
  const zoom = await keys("f", ...new Array(12).fill("+"), ...new Array(12).fill("-"), "0", "f", "0");
  await page.context().close();
  return [`${Math.round(open)} ms`, told(step), told(play), told(scrub), told(zoom), `${((usedSize + backingStorageSize) / 1024 / 1024).toFixed(1)} MB`];
}

/**
 * What each act costs: a key, or the scrubber put somewhere; nothing waits for what happens by itself.
 * @param {Page} page @param {{ key?: string, place?: number }[]} acts @param {boolean} [playing]
 */
function costs(page, acts, playing = false) {
  return page.evaluate(async ({ acts, playing }) => {
    /** @type {Meter} */
    const { cost } = /** @type {any} */ (window).meter;
    const press = (/** @type {string} */ key) => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
    const scrubber = /** @type {HTMLInputElement} */ (document.getElementById("scrubber"));
    const act = (/** @type {{ key?: string, place?: number }} */ { key, place }) => {
      if (key !== undefined) press(key);
      if (place === undefined) return;
      scrubber.value = String(Math.round(place * Number(scrubber.max)));
      scrubber.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const found = [];
    if (playing) press(" ");
    for (const one of acts) found.push(await cost(() => act(one)));
    if (playing) press(" ");
    return found;
  }, { acts, playing });
}

/** @param {number[]} found */
function told(found) {
  const sorted = found.toSorted((a, b) => a - b);
  return `${quantile(sorted, 0.5).toFixed(1)} / ${quantile(sorted, 0.95).toFixed(1)}`;
}

/** Runs in the page, before its own scripts. */
function installMeter() {
  const { port1, port2 } = new MessageChannel();
  // The first callback of a frame to be asked for is the first to be called; a message sent from it comes when the frame is drawn.
  const frame = () => new Promise((/** @type {(ms: number) => void} */ done) => {
    requestAnimationFrame(() => {
      const began = performance.now();
      port1.onmessage = () => done(performance.now() - began);
      port2.postMessage(null);
    });
  });
  const meter = /** @type {Meter} */ ({
    opened: 0,
    async cost(act) {
      const drawn = frame();
      const began = performance.now();
      act();
      const acted = performance.now() - began;
      return acted + await drawn;
    },
  });
  Object.assign(window, { meter });

  // Opening begins with the answer at hand, and ends when the first picture is drawn.
  let answered = 0;
  const { fetch } = window;
  window.fetch = async (...request) => {
    const response = await fetch(...request);
    await response.clone().arrayBuffer();
    if (response.url.endsWith("/api/trace")) answered = performance.now();
    return response;
  };
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(async (_, observer) => {
      if (!answered || document.body.classList.contains("busy")) return;
      observer.disconnect();
      await frame();
      meter.opened = performance.now() - answered;
    }).observe(document.body, { attributeFilter: ["class"] });
  });
}
