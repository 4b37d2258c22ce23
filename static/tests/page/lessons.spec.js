// The course in the page: every lesson walked once, every misconception asked once, and a lesson by the keyboard alone on a small screen.

import { readFileSync, readdirSync } from "node:fs";
import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { open, picture, ran, test, write } from "./page.js";

/** @typedef {{ address: string, source: string, steps: string[], title: string, predictions: any[], change: any }} Lesson */

const ROOT = new URL("../../../lessons/", import.meta.url);
const lessons = lessonsIn("");
const misconceptions = lessonsIn("misconceptions/");

for (const lesson of lessons) {
  test(`lesson “${lesson.title}”: its links, its predictions, its change`, async ({ page }) => {
    await open(page, lesson.address);
    const panel = page.locator("#panel-lesson");
    await expect(page.locator("#count")).toHaveText(new RegExp(`^Step ${lesson.predictions[0].step} of `));
    for (const step of lesson.steps) {
      await panel.locator(`.lesson-text a[href="#step=${step}"]`).first().click();
      await expect(page.locator("#count")).toHaveText(new RegExp(`^Step ${step} of `));
    }
    for (const [place, { step, answer, wrong }] of lesson.predictions.entries()) {
      const task = panel.locator(`[data-predict="${place}"]`);
      const given = place === 0 ? wrong[0].answer : answer;
      await task.getByRole("button").click();
      await expect(page.locator("#count")).toHaveText(new RegExp(`^Step ${step} of `));
      await expect(page.locator("body")).toHaveClass(/veiled/);
      await page.locator(`#question-choices button[data-answer=${JSON.stringify(given)}]`).click();
      await expect(task.locator(".task-told")).toContainText(place === 0 ? `It is ${answer}.` : "Right.");
      await expect(task.locator("details")).toHaveAttribute("open");
      if (place === 0) await expect(page.locator("#question-verdict")).toContainText(plain(wrong[0].why));
    }
    await expect(page.locator("body")).not.toHaveClass(/veiled/);
    await write(page, changed(lesson));
    await page.keyboard.press("Control+Enter");
    await expect(panel.locator("[data-change] .task-told")).toHaveText("That is it. The trace shows it.");
    await expect(panel.locator(".lesson-progress")).toHaveText("Done");
    await expect(page).toHaveURL(new RegExp(`${lesson.address}#program=`));
  });
}

test("every misconception asks its prediction at once, and says why a wrong answer is wrong", async ({ page }) => {
  test.setTimeout(90_000);
  for (const { address, predictions } of misconceptions) {
    const [{ text, wrong }] = predictions;
    await open(page, address);
    await expect(page.locator("#question-text")).toHaveText(plain(text));
    await page.locator(`#question-choices button[data-answer=${JSON.stringify(wrong[0].answer)}]`).click();
    await expect(page.locator("#question-verdict")).toContainText(plain(wrong[0].why));
  }
  await page.goto("/learn/misconceptions");
  await expect(page.locator("li.is-done")).toHaveCount(misconceptions.length);
});

test("a change that does not do it is told so, and the lesson's program comes back with a link", async ({ page }) => {
  const { address } = lessons[1];
  await open(page, address);
  await write(page, "def countdown(n):\n    yield n\n\nprint(next(countdown(1)))\n");
  await page.keyboard.press("Control+Enter");
  const told = page.locator("[data-change] .task-told");
  await expect(told).toContainText("countdown() falls asleep once. It should be 3 times.");
  await page.reload();
  await ran(page);
  await expect(page.locator("#panel-lesson")).toBeVisible();
  await page.locator('#panel-lesson a[href="#step=10"]').click();
  await expect(page.locator("#count")).toHaveText("Step 10 of 25");
  await expect(page).toHaveURL(`${address}#step=10`);
  // What was written is still there, and leads back into the lesson.
  await page.goBack();
  await expect(page).toHaveURL(/#program=/);
  // An example is on the home page, without the lesson.
  await page.locator("#examples").selectOption("throw");
  await expect(page).toHaveURL(/\?example=throw/);
  await expect(page.locator("#panel-lesson")).toHaveCount(0);
});

test("the list knows how far somebody has come, and forgets it", async ({ page }) => {
  await page.goto("/learn");
  await expect(page.locator("#kept")).toBeHidden();
  await page.evaluate(() =>
    localStorage.setItem("stillframe.lesson./learn/what-a-for-loop-asks", '{"answers":{"0":"right","1":"wrong"},"changed":true}'),
  );
  await page.reload();
  await expect(page.locator(".lessons li").first()).toContainText("Done");
  await expect(page.locator("#go-on")).toHaveText("Go on with lesson 2");
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(page.locator("#go-on")).toHaveText("Start with lesson 1");
});

test("a lesson by the keyboard alone, 320 pixels wide", async ({ page }) => {
  const { address, predictions } = lessons[1];
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, address);
  await expect(page.getByRole("tab", { name: "Lesson" })).toHaveAttribute("aria-selected", "true");
  for (const [place, { answer }] of predictions.entries()) {
    await page.keyboard.press("l");
    await tabTo(page, `[data-predict="${place}"] button`);
    await page.keyboard.press("Enter");
    await expect(page.locator("#question-text")).toBeFocused();
    await picture(page, `lesson-320-question-${place}`);
    await tabTo(page, `#question-choices button[data-answer=${JSON.stringify(answer)}]`);
    await page.keyboard.press("Enter");
    await expect(page.locator("#question-verdict")).toContainText("Right.");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.keyboard.press("l");
  await page.keyboard.press("Shift+Tab");
  await page.getByRole("tab", { name: "Lesson" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Code" })).toBeFocused();
  await tabTo(page, '[role="textbox"], textarea');
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 7; i++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("3");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".lesson-progress")).toHaveText("Done");
  // The first closes what the editor may be about to offer.
  for (const key of ["Escape", "Escape", "Tab", "l"]) await page.keyboard.press(key);
  await expect(page.getByRole("tab", { name: "Lesson" })).toHaveAttribute("aria-selected", "true");
  await tabTo(page, '.lesson-nav [rel="next"]');
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(lessons[2].address);
});

test("axe finds no fault, wide and narrow, light and dark", async ({ page }) => {
  for (const [width, height, colorScheme] of /** @type {[number, number, "light"|"dark"][]} */ ([
    [1440, 900, "light"],
    [390, 844, "dark"],
  ])) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await open(page, lessons[8].address);
    await picture(page, `lesson-${width}`);
    expect(await violations(page)).toEqual([]);
    for (const path of ["/learn", "/learn/misconceptions", `${lessons[8].address}/plain`]) {
      await page.goto(path);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
});

/** @param {import("@playwright/test").Page} page @param {string} selector */
async function tabTo(page, selector) {
  for (let i = 0; i < 60; i++) {
    const isThere = await page.evaluate((wanted) => {
      const deepest = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return deepest?.matches(wanted) ?? false;
    }, selector);
    if (isThere) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

/** Without the marks of code. @param {string} text */
function plain(text) {
  return text.replaceAll("`", "");
}

/** @param {Lesson} lesson */
function changed({ source, change }) {
  const lines = source.split("\n");
  for (const { line, text } of change.solution) lines[line - 1] = text;
  return lines.join("\n");
}

/** @param {string} place @returns {Lesson[]} */
function lessonsIn(place) {
  return readdirSync(new URL(place, ROOT))
    .filter((name) => /^\d\d-/.test(name))
    .sort()
    .map((name) => {
      const read = (/** @type {string} */ file) => readFileSync(new URL(`${place}${name}/${file}`, ROOT), "utf8");
      const steps = [...read("text.md").matchAll(/\(#step=(\d+)\)/g)].map(([, step]) => step);
      return { ...JSON.parse(read("lesson.json")), address: `/learn/${place}${name.slice(3)}`, source: read("program.py"), steps };
    });
}
