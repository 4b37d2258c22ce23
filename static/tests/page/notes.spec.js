// Notes on steps: written by keyboard alone, kept in the browser, sent with every link, read only for whoever opens it, walked through in players too.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, leaveEditor, open, picture, program, ran, runText, shareLink, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const HTML = "It <b>sleeps</b> here.";

/** Writes a note at the step that is shown. @param {Page} page @param {string} text @param {Record<string, string>} [points] what it points at, by labels */
async function writeNote(page, text, points = {}) {
  await page.keyboard.press("j");
  const dialog = page.getByRole("dialog", { name: /note at step/ });
  await dialog.getByLabel("Text").fill(text);
  if (Object.keys(points).length) await dialog.getByText("Point at something").click();
  for (const [label, value] of Object.entries(points)) {
    const field = dialog.getByLabel(label, { exact: true });
    if (label.startsWith("Arrow")) await field.selectOption(value);
    else await field.fill(value);
  }
  await expect(dialog).toHaveCount(1);
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await expect(dialog).toHaveCount(0);
}

/** @param {Page} page @param {string} key */
async function press(page, key) {
  await page.keyboard.press(key);
  await drawn(page);
}

/** @param {Page|import("@playwright/test").FrameLocator} place */
const shown = (place) => ({ count: place.locator("#note-count"), text: place.locator("#note-text"), lost: place.locator("#note-lost") });

test("notes are written by key, kept, and sent with every link; whoever opens it can read them alone", async ({ page, context }) => {
  test.slow();
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await page.keyboard.press("k");
  await expect(page.locator("#toast")).toContainText("This program has no notes.");
  for (let i = 0; i < 8; i++) await press(page, "ArrowRight");
  await writeNote(page, "Later.", { "Up to step": "11", Lines: "2", "Arrow from": "1", "Arrow to": "2" });
  const { count, text, lost } = shown(page);
  await expect(count).toHaveText("Note 1 of 1 · steps 8 to 11");
  await expect(page.locator(".cm-noted-line"), "one line is a range, too").toHaveCount(1);
  await press(page, "Home");
  await expect(count).toHaveText("1 note. The next one is at step 8.");
  await writeNote(page, HTML);
  await expect(text).toHaveText(HTML);
  await expect(page.locator(".pin")).toHaveText(["1", "2"]);
  await press(page, "k");
  await expect(page.locator("#count")).toHaveText("Step 8 of 34");
  await press(page, "k");
  await expect(page.locator("#toast")).toContainText("No note comes after this.");
  await press(page, "ArrowRight");
  await expect(text, "in its range").toHaveText("Later.");
  await press(page, "Shift+K");
  await expect(page.locator("#count")).toHaveText("Step 0 of 34");
  await press(page, "k");
  await page.keyboard.press("Shift+J");
  const dialog = page.getByRole("dialog", { name: "The note at step 8" });
  await expect(dialog.getByLabel("Lines", { exact: true })).toHaveValue("2");
  await dialog.getByLabel("Text").fill("Later on.");
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(text).toHaveText("Later on.");
  expect(await violations(page)).toEqual([]);
  await picture(page, "notes");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("#print-sheet")).toContainText(`Step 0: ${HTML}Step 8: Later on.`);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));

  await page.reload();
  await ran(page);
  await expect(page.locator(".pin"), "the browser has kept them").toHaveText(["1", "2"]);
  const short = await shareLink(page);
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "Copy the long link" }).click();
  await expect(page.locator("#share-copied")).toHaveValue(/#packed=/);
  const long = await page.locator("#share-copied").inputValue();
  await page.keyboard.press("Escape");

  const other = await context.newPage();
  for (const link of [short.split("?")[0], long.split("&step")[0]]) {
    await open(other, link);
    await expect(other.locator("#count"), "it opens at the first note").toHaveText("Step 0 of 34");
    await expect(shown(other).text).toHaveText(HTML);
    await expect(other.locator("#note-edit")).toBeHidden();
    await other.locator(".pin").nth(1).click();
    await expect(shown(other).text).toHaveText("Later on.");
  }
  await other.goto(short.split("?")[0].replace("/p/", "/embed/"));
  await expect(shown(other).text).toHaveText(HTML);
  await other.getByRole("button", { name: "Next note" }).click();
  await expect(other.locator("#count")).toHaveText(/8 of 34/);
  await expect(other.locator(".plain-noted")).toHaveCount(1);
  expect(await violations(other)).toEqual([]);
  await other.close();

  await page.locator(".pin").nth(1).click();
  await runText(page, `${program("channel")}\n`);
  await expect(page.locator(".cm-noted-line"), "a new text is marked anew").toHaveCount(1);
  await runText(page, "print(1)\n");
  await leaveEditor(page);
  await press(page, "End");
  await press(page, "k");
  await expect(text, "an edit loses no note").toHaveText("Later on.");
  await expect(lost).toContainText(/^Step 8 is not in this run/);
  await page.keyboard.press("Shift+J");
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(count).toHaveText("1 note.");
});

test("on a phone the note stands under the sentence, and pins of what comes are hidden while one predicts", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const notes = [
    { step: 3, text: "One." },
    { step: 20, text: "Two. ".repeat(80).trim() },
  ];
  await open(page);
  const kept = await page.request.post("/api/programs", { data: { source: program("channel"), notes } });
  await open(page, (await kept.json()).address);
  await expect(page.locator(".pin").first()).toBeVisible();
  await page.getByRole("button", { name: "Next note" }).click();
  await expect(shown(page).count).toHaveText("Note 2 of 2 · step 20");
  await expect(page.locator("#note-text")).toBeInViewport();
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
  await picture(page, "notes-phone");
  await page.locator("#sentence").focus();
  await press(page, "Home");
  await press(page, "q");
  await expect(page.locator(".pin")).toHaveCount(0);
  await press(page, "k");
  await expect(page.locator("#toast")).toContainText("Notes of later steps are hidden while you predict.");
  await expect(page.locator("#note-text")).toBeHidden();
});
