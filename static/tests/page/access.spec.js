// axe in both layouts and themes, with whatever can be opened opened.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { leaveEditor, open, picture, program, ran, runText, stepUntil, test } from "./page.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LAYOUTS = [{ name: "wide", width: 1440, height: 900 }, { name: "narrow", width: 390, height: 844 }];
const THEMES = /** @type {("light"|"dark")[]} */ (["light", "dark"]);

/** @param {import("@playwright/test").Page} page */
async function violations(page) {
  if (!(await page.evaluate("typeof axe !== 'undefined'"))) await page.evaluate(AXE);
  const found = /** @type {any} */ (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })"));
  return found.violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => `${n.target} ${n.failureSummary}`).join(" | ")}`);
}

for (const { name, width, height } of LAYOUTS) {
  for (const colorScheme of THEMES) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test("axe finds nothing", async ({ page }) => {
        await open(page);
        const show = async (/** @type {string} */ tab) => name === "narrow" && page.getByRole("tab", { name: tab }).click();
        await show("Code");
        await runText(page, program("channel"));
        expect(await violations(page)).toEqual([]);
        await show("Timeline");
        await leaveEditor(page);
        await page.keyboard.press("Home");
        await stepUntil(page, /passes 2 straight through/);
        await page.waitForTimeout(400);
        await picture(page, `${name}-${colorScheme}`);
        expect(await violations(page)).toEqual([]);
        await show("Frames");
        expect(await violations(page)).toEqual([]);
        await show("Output");
        expect(await violations(page)).toEqual([]);

        await show("Code");
        await runText(page, program("locks"));
        if (name === "narrow") await page.locator(".banner summary").click();
        await expect(page.locator(".banner-list")).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await runText(page, program("throw"));
        expect(await violations(page)).toEqual([]);
        await page.getByRole("button", { name: "Keys and signs" }).click();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("Escape");
        await show("Timeline");
        await page.getByRole("button", { name: "All steps as a table" }).click();
        expect(await violations(page)).toEqual([]);
      });

      test("axe finds nothing by time, looking inside, in the second tab and the loop's card", async ({ page }) => {
        await open(page);
        const show = async (/** @type {string} */ tab) => name === "narrow" && page.getByRole("tab", { name: tab, exact: true }).click();
        await show("Code");
        await runText(page, program("tasks"));
        await show("Timeline");
        await page.getByRole("button", { name: "By time" }).click();
        await leaveEditor(page);
        await page.keyboard.press("Home");
        await stepUntil(page, /tick\(\) #2 falls asleep/);
        await page.waitForTimeout(400);
        await picture(page, `by-time-${name}-${colorScheme}`);
        expect(await violations(page)).toEqual([]);
        await show("Frames");
        expect(await violations(page)).toEqual([]);
        await show("Timeline");
        await Promise.all([page.waitForResponse("**/api/trace"), page.getByRole("button", { name: "Look inside" }).click()]);
        await ran(page);
        const module = page.locator(".lane.library", { hasText: "asyncio.tasks" });
        // Names of rows are in the document as far as they are in sight.
        const scroller = page.locator(".timeline-scroll");
        await expect.poll(async () => {
          await scroller.evaluate((element) => element.scrollBy(100, 40));
          return module.count();
        }).toBe(1);
        await module.locator(".lane-name").click();
        await leaveEditor(page);
        await stepUntil(page, /^sleep\(\) #\d runs line/);
        await page.waitForTimeout(400);
        await picture(page, `inside-${name}-${colorScheme}`);
        expect(await violations(page)).toEqual([]);
        await show("Code");
        await expect(page.getByRole("textbox", { name: "Library" })).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      });

      test("axe finds nothing with the textarea", async ({ page }) => {
        await page.route("**/static/editor*.js", (route) => route.abort());
        await open(page);
        if (name === "narrow") await page.getByRole("tab", { name: "Code" }).click();
        await runText(page, "def f(:\n");
        await expect(page.locator(".plain-trouble")).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test("everything can be reached with the keyboard alone", async ({ page }) => {
  await open(page);
  const reached = new Set();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => {
      const element = document.activeElement;
      if (element?.closest("#editor")) return "editor";
      return element?.id || element?.className || "";
    });
    if (where === "editor") await page.keyboard.press("Escape");
    reached.add(where);
  }
  for (const id of ["examples", "run", "share", "theme", "help-open", "editor", "output", "divider-left", "look-inside", "by-steps", "by-time", "zoom-in", "steps-open", "locals", "play", "scrubber", "speed"]) {
    expect([...reached], id).toContain(id);
  }
});

test("no motion where none is wanted", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  const playhead = page.locator(".playhead");
  const after = async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return playhead.evaluate((element) => element.style.transform);
  };
  await page.keyboard.press("ArrowRight");
  const soon = await after();
  await page.waitForTimeout(400);
  expect(await playhead.evaluate((element) => element.style.transform)).toBe(soon);
});
