// Two programs side by side: one playhead moves both, in three ways, by keyboard, and from either timeline.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const SIDES = ["left", "right"];

/** @param {Page} page @param {string} address */
async function open(page, address) {
  await page.goto(address);
  await expect(page.locator("#compare-numbers tr")).toHaveCount(2, { timeout: 20_000 });
  await expect(page.locator(".editor[aria-busy]")).toHaveCount(0);
}

/** What a side has written up to the step. @param {Page} page @param {string} side */
const written = (page, side) => page.locator(`#${side} .pane-output .stdout:not(.ahead)`).allInnerTexts();

/** @param {Page} page @param {string} key */
async function press(page, key) {
  await page.keyboard.press(key);
  await drawn(page);
}

test("a pair by line printed: both have printed as much at each step, to the end, by keyboard alone", async ({ page }) => {
  await open(page, "/compare");
  await expect(page.getByRole("row", { name: /^A generator/ })).toContainText("2");
  await expect(page.locator("#left .pane-differs")).toHaveText("differs in lines 2, 5–6");
  await expect(page.locator("#right .pane-differs")).toHaveText("differs in line 4");
  await expect(page.locator(".cm-differing-line")).toHaveCount(4);
  expect(await violations(page)).toEqual([]);
  const alone = await page.locator("#right-open").getAttribute("href");
  const lines = async (/** @type {string} */ side) => (await written(page, side)).join("").split("\n").length;
  for (let i = 0; i < 12; i++) {
    await press(page, "ArrowRight");
    expect(await lines("left")).toBe(await lines("right"));
  }
  await expect(page.locator("#announcement")).toHaveText(/^Left: Step \d+\. .* Right: Step \d+\. /);
  await expect(page).toHaveURL(/\/compare#step=12$/);
  await picture(page, "compare");
  await press(page, "End");
  for (const side of SIDES) await expect(page.locator(`#${side} .pane-sentence`)).toContainText("The program has ended");
  await press(page, "t");
  await expect(page.getByRole("button", { name: "By step" })).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/link=steps/);
  await page.goto(alone ?? "");
  await expect(page.locator("#examples"), "the program of a pair opens in the playground").toContainText("A generator");
  await expect(page.locator("#output")).toContainText("make 0");
});

test("by time both sleep together; a step of one timeline moves both; any two programs can be chosen", async ({ page }) => {
  await open(page, "/compare?pair=gather-and-one-after-the-other");
  await expect(page.getByRole("button", { name: "By time" })).toHaveAttribute("aria-pressed", "true");
  const times = page.locator("#compare-numbers td:nth-of-type(4)");
  await expect(times).toHaveText(["3.000 s", "2.000 s"]);
  const canvas = page.locator("#right canvas");
  await canvas.click({ position: { x: 200, y: 10 } });
  await expect(page.locator("#count")).not.toContainText("Step 0");
  await page.locator("#left-choice").selectOption("priming");
  await expect(page).toHaveURL("/compare?left=priming&right=gather");
  await expect(page.locator("#compare-numbers tr")).toHaveCount(2, { timeout: 20_000 });
  await expect(page.locator("#left .editor")).toContainText("listener");
  await expect(page.getByRole("link", { name: "Open in the playground" }).first()).toHaveAttribute("href", "/?example=priming");
});

test("on a phone one is above the other, and a switch shows one alone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "/compare?pair=yield-from-and-await");
  for (const side of SIDES) await expect(page.locator(`#${side} .pane-sentence`)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Right" }).click();
  await expect(page.locator("#left")).toBeHidden();
  await expect(page.locator("#right .pane-output")).toBeVisible();
});

test("the playground opens its program beside another one", async ({ page }) => {
  await page.goto("/?example=priming");
  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page).toHaveURL("/compare?left=priming");
  await expect(page.locator("#compare-numbers tr")).toHaveCount(2, { timeout: 20_000 });
});
