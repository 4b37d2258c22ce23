// The editor as CodeMirror has it: find and replace, brackets, completion, cursors, wrapping, the badges.

import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { FILE, namesOf } from "../names.js";
import { expectText, field, leaveEditor, open, picture, program, runText, stepUntil, test, write } from "./page.js";

test("names.json is what our interpreter has", async ({ baseURL }) => {
  expect(readFileSync(FILE, "utf8"), "write it anew: STILLFRAME_URL=… npm run names").toBe(await namesOf(baseURL ?? ""));
});

test("find and replace, by button and by key", async ({ page }) => {
  await open(page);
  await write(page, "first = 1\nsecond = first\nprint(first)\n");
  await page.getByRole("button", { name: "Find and replace" }).click();
  await page.getByRole("textbox", { name: "Find" }).fill("first");
  await page.getByRole("textbox", { name: "Replace" }).fill("one");
  await picture(page, "find");
  await page.getByRole("button", { name: "replace all" }).click();
  await expectText(page, "second = one\nprint(one)");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Find" })).toHaveCount(0);
  await field(page).click();
  await page.keyboard.press("ControlOrMeta+f");
  await expect(page.getByRole("textbox", { name: "Find" })).toBeFocused();
});

test("brackets and quotes close themselves, and are typed over", async ({ page }) => {
  await open(page);
  await write(page, "");
  await page.keyboard.type('print("a", [1, {2}])');
  await expectText(page, 'print("a", [1, {2}])');
  expect(await field(page).innerText()).not.toContain("))");
  await write(page, "");
  await page.keyboard.type("f(");
  await expectText(page, "f()");
});

test("the program's names, built-ins, modules and their names are completed", async ({ page }) => {
  await open(page);
  const labels = () => page.getByRole("option").locator(".cm-completionLabel").allInnerTexts();
  const typed = async (/** @type {string} */ before, /** @type {string} */ text) => {
    await write(page, before);
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(text);
    await expect(page.getByRole("listbox")).toBeVisible();
  };
  // Until the names for the last letter are there, the list still shows those for an earlier one.
  await typed("def countdown_of(n):\n    yield n\n\n", "countd");
  await expect.poll(async () => (await labels())[0]).toBe("countdown_of");
  await page.getByRole("listbox").getByRole("option").first().click();
  await expectText(page, "\ncountdown_of");
  await typed("", "StopAs");
  await expect.poll(labels).toEqual(["StopAsyncIteration"]);
  await typed("", "import asyn");
  await expect.poll(labels).toContain("asyncio");
  await typed("", "from asyncio import gat");
  await expect.poll(labels).toContain("gather");
  await typed("import asyncio as aio\n", "aio.create_t");
  await expect.poll(labels).toEqual(["create_task"]);
  await typed("g = (n for n in range(3))\n", "g.thr");
  await expect.poll(async () => (await labels())[0]).toBe("throw");
  await picture(page, "completion");
  await page.keyboard.press("Escape");
  await write(page, "");
  await page.keyboard.type("# pri");
  await page.waitForTimeout(300);
  await expect(page.getByRole("listbox")).toHaveCount(0);
});

test("several cursors write at once", async ({ page }) => {
  await open(page);
  await write(page, "a = 1\nb = 2\n");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("ControlOrMeta+Alt+ArrowDown");
  await page.keyboard.type("x");
  await expectText(page, "xa = 1\nxb = 2");
});

test("long lines go on in the next row where that is asked for, at the next visit too", async ({ page }) => {
  await open(page);
  const wrap = page.getByRole("button", { name: "Wrap long lines" });
  const overflow = () => page.locator(".cm-scroller").evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
  await runText(page, `${program("channel")}\nwords = "${"a long line of text ".repeat(12)}"\n`);
  expect(await overflow()).toBeGreaterThan(100);
  await wrap.click();
  await expect(wrap).toHaveAttribute("aria-pressed", "true");
  expect(await overflow()).toBeLessThanOrEqual(0);
  await picture(page, "wrapped");
  await page.reload();
  await expect(wrap).toHaveAttribute("aria-pressed", "true");
  await expect.poll(overflow).toBeLessThanOrEqual(0);
});

for (const { width, column } of [
  { width: 1440, column: 460 },
  { width: 800, column: 280 },
  { width: 320, column: 320 },
]) {
  test(`badges take a fifth of the column at most, ${column} pixels wide, and stepping moves no code`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript((/** @type {number} */ size) => localStorage.setItem("stillframe.--left", String(size)), column);
    await open(page);
    if (width < 500) await page.getByRole("tab", { name: "Code" }).click();
    await runText(page, program("channel").replaceAll("inner", "a_generator_of_a_long_name"));
    const left = async () => (await page.locator(".cm-content").boundingBox())?.x;
    await leaveEditor(page);
    await page.keyboard.press("Home");
    await expect(page.locator(".badge")).toHaveCount(0);
    const before = await left();
    await stepUntil(page, /it passes 2 on/);
    await expect(page.locator(".badge")).toHaveCount(2);
    expect(await left()).toBe(before);
    const gutter = (await page.locator(".cm-badges").boundingBox())?.width ?? 999;
    const whole = (await page.locator("#editor").boundingBox())?.width ?? 0;
    expect(whole).toBeGreaterThanOrEqual(column - 2);
    expect(gutter).toBeLessThanOrEqual(whole / 5);
    for (const badge of await page.locator(".badge").all()) expect((await badge.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    await picture(page, `badges-${width}`);
  });
}

test("a badge is reached and pressed by keyboard", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /it passes 2 on/);
  await page.getByRole("button", { name: "Wrap long lines" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const badge = page.getByRole("button", { name: /^outer sleeps at line/ });
  if (!(await badge.evaluate((element) => element === /** @type {ShadowRoot} */ (element.getRootNode()).activeElement)))
    await page.keyboard.press("Tab");
  await expect(badge).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#locals-title")).toHaveText("Locals · outer()");
});

test("the expression that a step comes from is marked, in the line of who runs it", async ({ page }) => {
  await open(page);
  await runText(
    page,
    "def echo():\n    heard = '🦉🦉' and (yield 1)\n    yield heard\n\ng = echo()\nnext(g)\nprint(g.send(\n    'Ada'\n))\n",
  );
  await leaveEditor(page);
  await page.keyboard.press("Home");
  const marked = page.locator("#editor .cm-expression");
  const text = async () => (await marked.allInnerTexts()).join("|");
  await expect(marked, "of a line that is about to run nothing is marked").toHaveCount(0);
  await stepUntil(page, /asks echo\(\)/);
  expect(await text()).toBe("next(g)");
  await stepUntil(page, /yields 1/);
  expect(await text()).toBe("yield 1");
  await stepUntil(page, /gives 'Ada'/);
  expect(await text()).toBe("g.send(|'Ada'|)");
  const held = async (/** @type {string} */ look) => (await page.locator(`#editor .cm-held.${look}`).allInnerTexts()).join("|");
  expect(await held("running"), "who is resumed goes on after what it slept at").toBe("yield 1");
  await stepUntil(page, /echo\(\), line 2 set heard/);
  expect(await held("waiting"), "who resumed it waits in this expression").toBe("g.send(|'Ada'|)");
  await stepUntil(page, /module printed Ada/);
  expect(await held("suspended"), "who sleeps, sleeps at this one").toBe("yield heard");
  await picture(page, "expression");
});
