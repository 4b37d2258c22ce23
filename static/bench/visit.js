// `npm run bench:visit`: how long a first visit takes, and the next one, until the first picture of a run is there; on a slow 4G network
// with the processor four times slower. It wants a server at STILLFRAME_URL, best a release build.

import { SITE, launch, newPage, quantile, slowDown, table } from "./browser.js";

const VISITS = 5;
/** 150 ms to the server and back, 1.6 MBit/s down, 750 kBit/s up: what Lighthouse calls slow 4G. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };

const browser = await launch();
/** @type {number[][]} */
const times = [[], []];
let requests = 0;
let bytes = 0;
for (let i = 0; i < VISITS; i++) {
  const { page, tools } = await newPage(browser);
  await tools.send("Network.enable");
  await tools.send("Network.emulateNetworkConditions", SLOW_4G);
  await slowDown(tools, 4);
  await page.addInitScript(watch);
  requests = bytes = 0;
  tools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    requests++;
    bytes += encodedDataLength;
  });
  for (const found of times) {
    await page.goto(SITE);
    await page.waitForLoadState("networkidle"); // asked before, the page would work for the answer
    found.push(await (await page.waitForFunction(() => /** @type {any} */ (window).firstPicture)).jsonValue());
    if (found === times[0] && i === 0) console.log(`cold: ${requests} requests, ${Math.round(bytes / 1024)} KB`);
  }
  await page.context().close();
}
await browser.close();
console.log(
  table(
    ["visit", "median", "slowest"],
    times.map((found, i) => {
      const sorted = found.toSorted((a, b) => a - b);
      return [["cold", "warm"][i], `${Math.round(quantile(sorted, 0.5))} ms`, `${Math.round(quantile(sorted, 1))} ms`];
    }),
  ),
);

/** Runs in the page, before its own scripts. */
function watch() {
  // The page's script may have drawn before the document is said to be loaded.
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    const count = document.getElementById("count");
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => Object.assign(window, { firstPicture: performance.now() });
    new MutationObserver((_, observer) => {
      if (count?.textContent?.endsWith(" 0 of 0")) return;
      observer.disconnect();
      requestAnimationFrame(() => port2.postMessage(null));
    }).observe(/** @type {Node} */ (count), { childList: true, characterData: true, subtree: true });
  });
}
