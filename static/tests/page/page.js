// What the tests of the page share: opening it, writing a program, running it, reading what it shows.

import { readFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";

/** @import { Page } from "@playwright/test" */

const FIXTURES = new URL("../fixtures/", import.meta.url);
const RESULTS = new URL("../../../test-results/pictures/", import.meta.url);

/** @param {string} name */
export function program(name) {
  return readFileSync(new URL(`${name}.py`, FIXTURES), "utf8");
}

/** @typedef {{ interpreterInBrowser: boolean }} Chosen */
/** @typedef {import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions} Given */
/** @typedef {import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions} GivenToWorker */

/**
 * Fails on errors in the page and on what its content policy refused. Let off: Chromium's own editing, which tries to keep the look of
 * replaced text by a style attribute on a line of the editor. It is refused, and CodeMirror draws the line itself.
 */
export const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<Chosen, {}, Given, GivenToWorker>} */ ({
    /** Whether the page gets the interpreter. Without it every run asks the server, which most tests look at. */
    interpreterInBrowser: [false, { option: true }],
    page: async ({ page, interpreterInBrowser }, use) => {
      if (!interpreterInBrowser) await page.route(/interpreter-\w+\.wasm/, (route) => route.abort());
      /** @type {string[]} */
      const wrong = [];
      page.on("pageerror", (error) => wrong.push(String(error)));
      await page.exposeFunction("tellViolation", (/** @type {string} */ words) => wrong.push(words));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const [target] = /** @type {Element[]} */ (event.composedPath());
          if (!target.classList?.contains("cm-line")) {
            /** @type {any} */ (window).tellViolation(
              `${event.violatedDirective}: ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
            );
          }
        });
      });
      await use(page);
      expect(wrong).toEqual([]);
    },
  }),
);

/** @param {Page} page @param {string} [address] */
export async function open(page, address = "/") {
  await page.goto(address);
  await ran(page);
}

/** Waits until a run is shown. @param {Page} page */
export async function ran(page) {
  // A run has its own limits of time; on a busy machine it may wait for its turn.
  await expect(page.locator("body.busy")).toHaveCount(0, { timeout: 20_000 });
  await expect(page.locator("#count")).not.toHaveText(/ 0 \S+ 0$/);
  await expect(page.locator("#editor[aria-busy]")).toHaveCount(0);
}

/** Opens each example and has its run looked at. @param {Page} page @param {(slug: string) => Promise<void>} look */
export async function eachExample(page, look) {
  const slugs = await page
    .locator("#examples optgroup option")
    .evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""));
  expect(slugs.length).toBeGreaterThan(20);
  for (const slug of slugs) {
    await page.locator("#examples").selectOption(slug);
    await ran(page);
    await look(slug);
  }
}

/** The editor's field, whichever it is. @param {Page} page */
export function field(page) {
  return page.getByRole("textbox", { name: "Program" });
}

/** @param {Page} page @param {string} text */
export async function write(page, text) {
  await field(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  if ((await page.locator("#editor-kind").textContent()) === "textarea") await field(page).fill(text);
  else await page.keyboard.insertText(text);
}

/** Waits until the editor holds this. @param {Page} page @param {string} part */
export async function expectText(page, part) {
  await expect(
    page.locator("#editor").locator(".codemirror-host, textarea:not([readonly])"),
    "the editor that comes late is there",
  ).toHaveCount(1);
  const area = page.locator("textarea.plain-text");
  await expect.poll(async () => ((await area.count()) ? area.inputValue() : field(page).innerText())).toContain(part);
}

/** @param {Page} page @param {string} text */
export async function runText(page, text) {
  await write(page, text);
  await Promise.all([page.waitForResponse("**/api/trace"), page.getByRole("button", { name: /^Run/ }).first().click()]);
  await ran(page);
}

/** Shares the program by a short link, and answers that. @param {Page} page */
export async function shareLink(page) {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Copy the short link" }).click();
  await expect(page.locator("#share-copied")).toBeVisible();
  const link = await page.locator("#share-copied").inputValue();
  await page.keyboard.press("Escape");
  return link;
}

/** Steps until the sentence says it. @param {Page} page @param {RegExp} words */
export async function stepUntil(page, words) {
  const sentence = page.locator("#sentence");
  for (let i = 0; i < 200; i++) {
    if (words.test(await sentence.innerText())) return;
    await page.keyboard.press("ArrowRight");
    await drawn(page);
  }
  throw new Error(`No step says ${words}`);
}

/** Waits until what was asked for is drawn: steps that come faster than frames are drawn together. @param {Page} page */
export async function drawn(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Moves the focus to where the page's keys work. @param {Page} page */
export async function leaveEditor(page) {
  await page.locator("#sentence").focus();
}

/** @param {Page} page @param {string} name */
export async function picture(page, name) {
  await page.screenshot({ path: new URL(`${name}.png`, RESULTS).pathname });
}
