// `npm run bench`: what opening, stepping, scrubbing, zooming and playing cost with large traces, and the memory they take,
// plain and with the processor four times slower. It wants a server at STILLFRAME_URL. `npm run bench -- '300 tasks'` measures that one alone.
//
// A cost is the time that the page's main thread works for one act, from the event to the frame that shows it, in milliseconds of the
// processor: what else the machine does meanwhile is not in it. Each is told as median / 95th percentile. Motion is reduced, so that an act
// has one frame. Opening is told in time by the clock.

import { SITE, launch, newPage, quantile, slowDown, table } from "./browser.js";
import { PROGRAMS } from "./programs.js";

/** @import { CDPSession, Page } from "@playwright/test" */

const RATES = [1, 4];
const WANTED = process.argv.slice(2);
/** So many of each kind are measured. */
const ACTS = 60;
const HEAD = ["trace", "open", "step", "play", "scrub", "zoom", "heap"];

/** @typedef {{ drawn: () => Promise<number>, opened: number }} Meter  on the page's window, as `meter` */
/** @typedef {{ page: Page, tools: CDPSession }} Measured */
/** @typedef {{ key?: string, place?: number }} Act */

const browser = await launch();
for (const rate of RATES) {
  const rows = [];
  for (const [name, source] of Object.entries(PROGRAMS)) {
    if (!WANTED.length || WANTED.includes(name)) rows.push([name, ...(await measure(source, rate))]);
  }
  console.log(`\nProcessor ${rate === 1 ? "as it is" : `${rate} times slower`}\n\n${table(HEAD, rows)}`);
}
await browser.close();

/** @param {string} source @param {number} rate */
async function measure(source, rate) {
  const { page, tools } = await newPage(browser);
  await page.addInitScript(installMeter);
  await tools.send("Performance.enable", { timeDomain: "threadTicks" });
  const kept = await page.request.post(`${SITE}/api/programs`, { data: { source } });
  await slowDown(tools, rate);
  await page.goto(`${SITE}${(await kept.json()).address}`);
  await page.locator("#count:not(:text('0 of 0'))").waitFor();
  await page.locator("#editor:not([aria-busy])").waitFor({ state: "attached" });
  await page.locator("#run").click(); // the first trace may have come with the page
  const opened = await page.waitForFunction(() => /** @type {any} */ (window).meter.opened);
  const open = await opened.jsonValue();

  await tools.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await tools.send("Runtime.getHeapUsage");
  await page.locator("#speed").selectOption({ index: (await page.locator("#speed option").count()) - 1 });
  await page.locator("#sentence").focus();
  const keys = (/** @type {string[]} */ ...names) =>
    costs(
      { page, tools },
      names.map((key) => ({ key })),
    );
  const scrubTo = (/** @type {number[]} */ ...places) =>
    costs(
      { page, tools },
      places.map((place) => ({ place })),
    );
  await keys("ArrowRight", "ArrowRight"); // the first of all pays for compiling
  await scrubTo(0.4);
  const step = await keys(...new Array(ACTS).fill("ArrowRight"));
  const scrub = await scrubTo(...Array.from({ length: ACTS }, (_, i) => ((i * 37) % ACTS) / ACTS));
  await scrubTo(0.4);
  const zoom = await keys("f", ...new Array(12).fill("+"), ...new Array(12).fill("-"), "0", "f", "0");
  await scrubTo(0);
  await keys(" ");
  const play = await costs({ page, tools }, new Array(ACTS).fill({}));
  await page.context().close();
  return [
    `${Math.round(open)} ms`,
    ...[step, play, scrub, zoom].map(told),
    `${((usedSize + backingStorageSize) / 1024 / 1024).toFixed(1)} MB`,
  ];
}

/**
 * What each act costs: a key, or the scrubber put somewhere; nothing waits for what happens by itself.
 * @param {Measured} measured @param {Act[]} acts
 */
async function costs({ page, tools }, acts) {
  const found = [];
  let before = await workOf(tools);
  for (const act of acts) {
    await page.evaluate(perform, act);
    const after = await workOf(tools);
    found.push(after - before);
    before = after;
  }
  return found;
}

/** How long the page's main thread has worked up to now, in milliseconds. @param {CDPSession} tools */
async function workOf(tools) {
  const { metrics } = await tools.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
}

/** Runs in the page: ends when the frame is drawn that shows what came of the act. @param {Act} act */
function perform({ key, place }) {
  if (key !== undefined) document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
  if (place !== undefined) {
    const scrubber = /** @type {HTMLInputElement} */ (document.getElementById("scrubber"));
    scrubber.value = String(Math.round(place * Number(scrubber.max)));
    scrubber.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return /** @type {Meter} */ (/** @type {any} */ (window).meter).drawn();
}

/** @param {number[]} found */
function told(found) {
  const sorted = found.toSorted((a, b) => a - b);
  return `${quantile(sorted, 0.5).toFixed(1)} / ${quantile(sorted, 0.95).toFixed(1)}`;
}

/** Runs in the page, before its own scripts. */
function installMeter() {
  const { port1, port2 } = new MessageChannel();
  /** @type {Meter} */
  const meter = {
    opened: 0,
    // A message sent from within a frame comes when that frame is drawn.
    drawn: () =>
      new Promise((done) => {
        requestAnimationFrame(() => {
          port1.onmessage = () => done(performance.now());
          port2.postMessage(null);
        });
      }),
  };
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
      meter.opened = (await meter.drawn()) - answered;
    }).observe(document.body, { attributeFilter: ["class"] });
  });
}
