// `npm run snippets`: builds the snippets of docs/embedding.md with the real tools (integrations/snippets.py) and looks at each page in Chromium. It
// wants a server at STILLFRAME_URL, python3 with venv, and the registries.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SITE, launch } from "../../bench/browser.js";

/** @import { Page } from "@playwright/test" */

const BUILD = fileURLToPath(new URL("../../../integrations/snippets.py", import.meta.url));
const PROGRAM = "def countdown(n):\n    while n:\n        yield n\n        n -= 1\n\nfor n in countdown(9):\n    print(n)\n";
const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".css": "text/css" });

/** What each page shows. @type {Record<string, (page: Page) => Promise<void>>} */
const PAGES = {
  "html/index.html": (page) => shows(page, "stillframe-player iframe", 18),
  "html/frame.html": (page) => shows(page, "iframe", 18),
  "html/moodle.html": (page) => shows(page, "iframe", 18),
  "markdown/index.html": async (page) => {
    const [picture, link] = [page.locator("img"), page.locator("a")];
    await picture.evaluate((/** @type {HTMLImageElement} */ image) => image.decode());
    assert.equal(await link.getAttribute("href"), `${SITE}/p/${id}?step=18`);
  },
  "mkdocs/site/index.html": (page) => shows(page, "stillframe-player iframe", 18),
  "sphinx/html/index.html": async (page) => {
    await shows(page, "stillframe-player:nth-of-type(1) iframe", 18);
    await shows(page, "stillframe-player:nth-of-type(2) iframe", 2);
    await page.frameLocator("stillframe-player:nth-of-type(3) iframe").getByRole("button", { name: "Step through it" }).click();
    await shows(page, "stillframe-player:nth-of-type(3) iframe");
  },
  "jupyter/page.html": (page) => shows(page, "iframe", 18),
  "reveal/index.html": async (page) => {
    assert.equal(await page.locator("iframe").getAttribute("src"), null, "no frame before its slide is shown");
    await page.keyboard.press("ArrowRight");
    await shows(page, "iframe", 18);
  },
};

const kept = await fetch(new URL("/api/programs", SITE), {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ source: PROGRAM, title: "A countdown" }),
});
const { id } = await kept.json();
const folder = mkdtempSync(join(tmpdir(), "stillframe-snippets-"));
execFileSync("python3", [BUILD, SITE, id, folder], { stdio: "inherit" });

const host = createServer((request, answer) => {
  try {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const content = readFileSync(join(folder, path));
    answer.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(content);
  } catch {
    answer.writeHead(404).end();
  }
});
await new Promise((listens) => host.listen(0, "127.0.0.1", () => listens(null)));
const { port } = /** @type {import("node:net").AddressInfo} */ (host.address());
const browser = await launch();
for (const [path, look] of Object.entries(PAGES)) {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/${path}`);
  await look(page);
  await page.close();
  console.log(`shown: ${path}`);
}
await browser.close();
host.close();
rmSync(folder, { recursive: true });

/** Waits until the player shows a step. @param {Page} page @param {string} frame @param {number} [step] */
async function shows(page, frame, step) {
  await page.locator(frame).scrollIntoViewIfNeeded();
  const count = page.frameLocator(frame).locator("#count");
  await count.filter({ hasText: step === undefined ? /Step \d+ of \d+/ : new RegExp(`Step ${step} of \\d+`) }).waitFor({ timeout: 30_000 });
}
