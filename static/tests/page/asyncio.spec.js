// Programs with an event loop: laid out by time, and its card.

import { expect } from "@playwright/test";
import { drawn, leaveEditor, open, picture, program, runText, stepUntil, test } from "./page.js";

/** @param {import("@playwright/test").Page} page @param {string} name */
const taskRow = (page, name) => page.locator(".tasks li", { has: page.locator("strong", { hasText: new RegExp(`^${name}$`) }) });

test("by time: an axis of times, steps still stepped through; the choice can be taken back", async ({ page }) => {
  await open(page);
  await runText(page, program("tasks"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  const head = page.locator(".playhead-column");
  const left = async () => (await head.boundingBox())?.x ?? 0;
  await page.getByRole("button", { name: "By time" }).click();
  await expect(page.getByRole("button", { name: "By time" })).toHaveAttribute("aria-pressed", "true");
  await stepUntil(page, /tick\(\) #2 is suspended/);
  await expect(page.locator("#loop-title")).toHaveText("Event loop · t = 0.000 s");
  await page.waitForTimeout(300);
  const before = await left();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#sentence")).toContainText("The clock went on to 1.000 s");
  await expect(page.locator("#loop-title")).toHaveText("Event loop · t = 1.000 s");
  await page.waitForTimeout(300);
  const woken = await left();
  expect(woken - before, "a second was slept").toBeGreaterThan(30);
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(300);
  expect((await left()) - woken, "the next step is at the same instant").toBeLessThan(20);
  expect(await left()).toBeGreaterThan(woken);
  await picture(page, "by-time");
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: "By steps" })).toHaveAttribute("aria-pressed", "true");
});

test("by time is grey, with the reason, where there is no clock to lay it out by", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  const button = page.getByRole("button", { name: "By time" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(/no event loop/);
  await button.click({ force: true });
  await expect(page.locator("#toast")).toContainText("no event loop");
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await runText(page, program("tasks"));
  await expect(button).toHaveAttribute("aria-disabled", "false");
});

test("tokens stand where callbacks are: timers, the queue, what runs; tasks say what they wait for", async ({ page }) => {
  await open(page);
  await runText(page, program("tasks"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /tick\(\) #1 is suspended/);
  await expect(page.locator(".token.timers")).toHaveText(["Task-21.000 s"]);
  await expect(page.locator(".token.ready")).toHaveText(["Task-3"]);
  await expect(page.locator(".token.running")).toHaveCount(0);
  await expect(taskRow(page, "Task-2")).toContainText(
    /asleep.*tick\(\) #1.*waits for its timer, due at 1\.000 s · line 7 await asyncio\.sleep\(pause\)/,
  );
  await expect(taskRow(page, "Task-1")).toContainText(/asleep.*for Task-2 · line 14 print\(await first/);
  await taskRow(page, "Task-2").getByRole("button", { name: "tick() #1" }).click();
  await expect(page.locator("#locals-title")).toHaveText("Locals · tick() #1");
});

test("a token moves from the timers to where it runs, and does not where no motion is wanted", async ({ page }) => {
  await open(page);
  await runText(page, program("tasks"));
  await leaveEditor(page);
  const moving = () => page.evaluate(() => document.querySelector("#loop")?.getAnimations({ subtree: true }).length);
  const toTheWaking = async () => {
    await page.keyboard.press("Home");
    await stepUntil(page, /tick\(\) #2 is suspended/);
    await page.waitForTimeout(500);
    await page.keyboard.press("ArrowRight");
    await drawn(page);
    return moving();
  };
  expect(await toTheWaking()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await toTheWaking()).toBe(0);
});

test("a cancelled task cleans up, and ends cancelled", async ({ page }) => {
  await open(page);
  await runText(page, program("cancel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /printed cleaning up/);
  await expect(taskRow(page, "Task-2")).toContainText("asked to cancel");
  await picture(page, "cancelled");
  await page.keyboard.press("End");
  await expect(taskRow(page, "Task-2").locator(".doing")).toHaveText("cancelled");
});

test("a deadlock: nothing ready, no timer, and each task says where it sleeps", async ({ page }) => {
  await open(page);
  await runText(page, program("locks"));
  await expect(page.locator(".banner.warning")).toContainText("Nothing is ready and no timer is set");
  await expect(page.locator(".banner-list li")).toContainText([
    /^Task-1/,
    /^Task-2 \(take, line 8\) waits for a Lock that Task-3 holds/,
    /^Task-3/,
  ]);
  await leaveEditor(page);
  await page.keyboard.press("End");
  await expect(page.locator(".token")).toHaveCount(0);
  await expect(page.locator(".tasks li", { hasText: "take()" })).toContainText([
    /asleep.*for a Lock that Task-3 holds.*async with second:/,
    /asleep.*for a Lock that Task-2 holds.*async with second:/,
  ]);
  await picture(page, "deadlock");
});

test("a program that awaits outside of functions runs as python -m asyncio runs it, and that is said", async ({ page }) => {
  await open(page);
  await runText(page, program("top_await"));
  await expect(page.locator(".banner.note")).toContainText("Top-level await.");
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await expect(page.locator("#sentence")).toContainText("module is a coroutine: it is created");
  await stepUntil(page, /module is suspended/);
  await expect(page.locator(".badge")).toContainText("module");
  await expect(page.locator("#locals")).toContainText("CORO_SUSPENDED");
  await page.keyboard.press("End");
  await expect(page.locator("#output")).toHaveText(/rested/);
  await picture(page, "top-level-await");
  await runText(page, "print('plain')\n");
  await expect(page.locator(".banner")).toHaveCount(0);
});
