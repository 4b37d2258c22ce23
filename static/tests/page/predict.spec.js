// Predict: what comes is hidden, a question holds the playhead until it is answered, by keys, by a row, by a line, and by a link.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, leaveEditor, open, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const CHANNEL = "/?example=two-way-channel";

/** @param {Page} page */
const question = (page) => page.getByRole("region", { name: "Prediction" });
/** @param {Page} page */
const text = (page) => page.locator("#question-text");
/** @param {Page} page */
const count = (page) => page.locator("#count");

/** @param {Page} page @param {string} key */
async function press(page, key) {
  await page.keyboard.press(key);
  await drawn(page);
}

test("by keyboard alone: asked, answered wrongly, then rightly; what comes is hidden until then", async ({ page }) => {
  await open(page, CHANNEL);
  await expect(page.locator("#output")).toContainText("Ada of London");
  await leaveEditor(page);
  await press(page, "q");
  await expect(page.getByRole("button", { name: "Predict" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("#output")).toHaveText("");
  await expect(question(page)).toContainText("questions left");

  await press(page, "End");
  await expect(count(page)).toHaveText("Step 3 of 46");
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toContainText("Which line runs next?");
  await expect(page.getByRole("button", { name: "One step forward" })).toHaveAttribute("aria-disabled", "true");
  for (const key of ["ArrowRight", " ", "."]) await press(page, key);
  await expect(count(page)).toHaveText("Step 3 of 46");
  await expect(page).toHaveURL(/#step=3&ask=3$/);
  expect(await violations(page)).toEqual([]);

  await press(page, "ArrowLeft");
  await expect(question(page)).toContainText("A question waits at step 3.");
  await press(page, "ArrowRight");
  await press(page, "1");
  await expect(count(page)).toHaveText("Step 5 of 46");
  await expect(question(page)).toContainText(/Not so\..*later.*The answer: line 17 print\(next\(talk\)\)\. The call only makes a frame/);
  await expect(page.getByRole("button", { name: "Next question" })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await press(page, "Enter");
  await expect(text(page)).toContainText("Line 2, answer = yield question, is about to run. Which frame runs next?");
  await press(page, "3");
  await expect(question(page)).toContainText("Right. yield from carries");
  await expect(page.locator("#sentence")).toContainText("it passes 'your name?' on");
  await picture(page, "predict");

  await press(page, "q");
  await expect(question(page)).toBeHidden();
  await expect(page.locator("#sentence"), "the focus does not get lost").toBeFocused();
  await expect(page.locator("#output")).toContainText("Ada of London");
  await expect(page).toHaveURL(/#step=12$/);
});

test("a row and a line are answers, the table and the banners hide what comes, and the counts stay until they are cleared", async ({
  page,
}) => {
  await open(page, `${CHANNEL}#ask=10`);
  await expect(text(page)).toContainText("Which frame runs next?");
  await page.getByRole("button", { name: "All steps as a table" }).click();
  await expect(page.locator("#steps-rows tr")).toHaveCount(11);
  await press(page, "Escape");
  await page.locator("[data-lane] .lane-name", { hasText: "interview()" }).click();
  await expect(question(page)).toContainText("Not so. That would be so if the delegating frame took part.");
  await expect(page.getByRole("button", { name: "Follow the step" }), "the row was an answer, no choice").toBeHidden();

  await open(page, "/?example=first-generator#ask=2");
  await expect(text(page)).toContainText("Which line runs next?");
  await page.locator(".cm-line").nth(9).click();
  await expect(question(page)).toContainText("Right.");
  await page.reload();
  await expect(text(page)).toContainText("Which line runs next?");
  await press(page, "ArrowLeft");
  await page.getByRole("button", { name: "Back to the question" }).click();
  await page.getByRole("button", { name: "I don’t know" }).click();
  await expect(question(page)).toContainText("Here is the answer.");
  await press(page, "ArrowLeft");
  await expect(question(page)).toContainText("In all programs: 1 of 3 right.");
  await page.getByRole("button", { name: "Clear my answers" }).click();
  await expect(question(page)).not.toContainText("In all programs");
});

test("on a phone the question and its choices are seen over the timeline", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, CHANNEL);
  await page.getByRole("button", { name: "Predict" }).click();
  await page.getByRole("button", { name: "Next question" }).click();
  for (const button of await page.locator("#question-choices button").all()) await expect(button).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
  await page.locator("#question-choices button").last().click();
  await expect(page.getByRole("button", { name: "Next question" })).toBeInViewport({ ratio: 1 });
});
