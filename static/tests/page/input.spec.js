// What a program reads: the field Input, which comes when a program asks, and goes with the program.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { expectText, leaveEditor, open, picture, ran, runText, shareLink, stepUntil, test } from "./page.js";

const GREETS = "name = input('Who? ')\nprint('hello', name)\n";

/** @import { Page } from "@playwright/test" */

/** @param {Page} page */
const input = (page) => page.getByRole("textbox", { name: "Input" });

/** @param {Page} page @param {string} text */
async function runWith(page, text) {
  await input(page).fill(text);
  await Promise.all([page.waitForResponse("**/api/trace"), page.getByRole("button", { name: /^Run/ }).first().click()]);
  await ran(page);
}

test("a program that asks for input gets a field for it, and reads what stands there", async ({ page }) => {
  await open(page);
  await expect(input(page)).toBeHidden();
  await runText(page, GREETS);
  await expect(page.locator("#banners")).toContainText("This program reads input.");
  await expect(page.locator("#banners")).toContainText("EOFError");
  await input(page).fill("Ada");
  await expect(page.locator("#stale")).toBeVisible();
  await runWith(page, "Ada");
  await expect(page.locator("#banners")).not.toContainText("reads input");
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /ended/);
  await expect(page.locator("#output")).toContainText("Who? hello Ada");
  await picture(page, "input");
  expect(await violations(page)).toEqual([]);
});

test("the input is there again at the next visit, and another program has none", async ({ page }) => {
  await open(page);
  await runText(page, GREETS);
  await runWith(page, "Ada");
  await page.reload();
  await ran(page);
  await expect(input(page)).toHaveValue("Ada");
  await page.locator("#examples").selectOption("first-generator");
  await ran(page);
  await expect(input(page)).toBeHidden();
  await page.goBack();
  await ran(page);
  await expect(input(page)).toHaveValue("Ada");
});

test("a shared program comes with its input, and who changes that has a copy", async ({ page, context }) => {
  await open(page);
  await runText(page, GREETS);
  await runWith(page, "Ada");
  const link = await shareLink(page);
  const other = await context.browser()?.newContext();
  const visitor = (await other?.newPage()) ?? page;
  await visitor.goto(link);
  await ran(visitor);
  await expect(input(visitor)).toHaveValue("Ada");
  await expect(visitor.locator("#output")).toContainText("hello Ada");
  await runWith(visitor, "Bob");
  await expect(visitor.locator("#output")).toContainText("hello Bob");
  await expect(visitor.locator("#examples")).toContainText("Edited copy of");
  await visitor.getByRole("button", { name: "Reset" }).click();
  await ran(visitor);
  await expect(input(visitor)).toHaveValue("Ada");
  await expectText(visitor, "hello");
  await other?.close();
});

test.describe("narrow", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the field has room over the output, and is as high as a finger needs", async ({ page }) => {
    await open(page);
    await page.getByRole("tab", { name: "Code" }).click();
    await runText(page, GREETS);
    await page.getByRole("tab", { name: "Output" }).click();
    await runWith(page, "Ada\nBob");
    await picture(page, "input-narrow");
    expect((await input(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect((await page.locator("#output").boundingBox())?.height).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
