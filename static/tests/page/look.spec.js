// Looking closer: what stays with a frame, stops for Play, the search over steps.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, leaveEditor, open, picture, program, runText, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const sentence = (/** @type {Page} */ page) => page.locator("#sentence");
const title = (/** @type {Page} */ page) => page.locator("#locals-title");

/** @param {Page} page @param {string[]} keys */
async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await drawn(page);
  }
}

test("by key and by button the page stays with a frame, goes out of it, and to the frames next to it", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await press(page, "/");
  await page.keyboard.type("got == 'hi'");
  await press(page, "Enter", "Escape");
  await expect(title(page)).toHaveText("Locals · inner()");
  await press(page, "n");
  await expect(sentence(page)).toContainText("inner() printed inner got hi in line 3. Next in inner(): line 4");
  await press(page, "n");
  await expect(sentence(page), "whoever runs in between").toContainText("line 5");
  await press(page, "Shift+N", "c");
  await expect(title(page)).toHaveText("Locals · outer()");
  await press(page, "a");
  await expect(title(page)).toHaveText("Locals · inner()");
  await page
    .getByRole("group", { name: "Steps of inner()" })
    .getByRole("button", { name: /^Out: / })
    .click();
  await expect(sentence(page)).toContainText("inner() yields 2");
  await expect(title(page)).toHaveText("Locals · outer()");
  await press(page, "r");
  await expect(page.locator("#toast")).toHaveText("This line does not run again.");
  await picture(page, "frame-steps");
  expect(await violations(page)).toEqual([]);
});

test("play ends at a stop; a variable's button goes to its next change", async ({ page }) => {
  await open(page);
  await runText(page, program("tasks"));
  await leaveEditor(page);
  await press(page, "Home");
  await page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^7$/ }).click();
  await expect(page.locator(".cm-lineNumbers .cm-stop")).toHaveText("7");
  await page.locator("#speed").selectOption("512");
  const play = page.getByRole("button", { name: "Play", exact: true });
  await play.click();
  await expect(sentence(page)).toContainText("Next in tick() #1: line 7");
  await expect(play).toBeVisible();
  await page.getByRole("button", { name: "Next change of n", exact: true }).click();
  await expect(page.locator("#locals .changed")).toContainText("n1");
  await leaveEditor(page);
  await press(page, "n", "b");
  await expect(page.locator(".cm-lineNumbers .cm-stop"), "the line of the frame has one no more").toHaveCount(0);
});

test("the search counts what it finds, marks it over the scrubber, and goes from one to the next", async ({ page }) => {
  await open(page);
  await runText(page, program("tasks"));
  await leaveEditor(page);
  await press(page, "Home", "/");
  const field = page.getByRole("searchbox", { name: "Find steps" });
  const count = page.locator("#search-count");
  await expect(field).toBeFocused();
  const strip = () => page.locator("#density").evaluate((/** @type {HTMLCanvasElement} */ canvas) => canvas.toDataURL());
  const before = await strip();
  await field.fill("n == 2");
  await expect(count).toHaveText("2 · n becomes 2");
  expect(await strip()).not.toBe(before);
  await press(page, "Enter");
  await expect(count).toHaveText("1 of 2 · n becomes 2");
  await press(page, "Enter", "Enter");
  await expect(count, "after the last comes the first").toHaveText("1 of 2 · n becomes 2");
  await picture(page, "search");
  expect(await violations(page)).toEqual([]);
  await field.fill("no such thing");
  await expect(count).toHaveText("none · “no such thing”");
  await press(page, "Escape");
  await expect(field).toBeHidden();
  expect(await strip(), "without a search nothing is marked").toBe(before);
});

test("as a sequence of arrows time runs down, the sleepers have columns, and the address says so", async ({ page }) => {
  await open(page);
  await runText(page, program("calls"));
  await leaveEditor(page);
  const names = () => page.locator(".lane-text").allInnerTexts();
  await press(page, "v");
  await expect(page.locator("#panel-timeline")).toHaveClass(/vertical/);
  expect(await names()).toEqual(["module", "numbers()"]);
  await expect(page.getByRole("button", { name: "As a sequence of arrows" })).toHaveAttribute("aria-pressed", "true");
  expect(page.url()).toContain("view=sequence");
  await picture(page, "sequence");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "All frames" }).click();
  expect((await names()).length).toBeGreaterThan(2);
  await page.reload();
  await expect(page.locator("#panel-timeline")).toHaveClass(/vertical/);
  await leaveEditor(page);
  await press(page, "v");
  await expect(page.locator("#panel-timeline")).not.toHaveClass(/vertical/);
  expect(page.url()).not.toContain("view=");
});

test("findings, the way of a value and the reason why a frame runs are lists of steps to go to", async ({ page }) => {
  await open(page);
  await runText(page, program("forgotten"));
  await page.getByRole("button", { name: "7 findings" }).click();
  const list = page.getByRole("dialog", { name: "Worth a look in this run" });
  await expect(list.getByRole("listitem")).toHaveCount(7);
  await expect(list).toContainText("never(), made in line 24, is never awaited");
  await picture(page, "findings");
  expect(await violations(page)).toEqual([]);
  await list
    .getByRole("listitem")
    .filter({ hasText: "without an await" })
    .getByRole("button", { name: /^Go to step/ })
    .click();
  await expect(list).toBeHidden();
  await expect(title(page)).toHaveText("Locals · slow()");

  await runText(page, program("averager"));
  await expect(page.locator("#findings-open")).toHaveText("1 finding");
  await leaveEditor(page);
  await press(page, "End");
  await page.getByRole("button", { name: "Where answer came from" }).click();
  const way = page.getByRole("dialog", { name: "Where answer came from" });
  await expect(way.getByRole("listitem").nth(3)).toContainText("averager(), line 6, yields it.");
  await picture(page, "origin");
  await way
    .getByRole("listitem")
    .nth(3)
    .getByRole("button", { name: /^Go to step/ })
    .click();
  await expect(title(page)).toHaveText("Locals · averager()");
  await leaveEditor(page);
  await press(page, "y");
  await expect(page.getByRole("dialog", { name: "Why averager() runs" })).toContainText("relay() passes 12 on to averager()");
});
