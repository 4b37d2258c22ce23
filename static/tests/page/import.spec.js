// Programs come back from files: what Export writes, and other Python files. Nothing that is kept is overwritten.

import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { zip } from "../../js/view/zip.js";
import { violations } from "./axe.js";
import { expectText, open, picture, ran, runText, test } from "./page.js";

/** @import { Locator, Page } from "@playwright/test" */

/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} Given */

const CHANGED = new Date(2024, 4, 17, 10, 31, 44).getTime();

/** @param {Page} page */
const list = (page) => page.getByRole("dialog", { name: "My programs" });

/** @param {Page} page */
const names = (page) => list(page).locator(".my-program-name");

/** What came of the import: the whole of it, and what is said of each file. @param {Page} page */
const report = (page) => page.locator("#my-programs-imported");

/** @param {Page} page */
const told = (page) => report(page).getByRole("listitem");

/** @param {string} name @param {string|Uint8Array} contents @returns {Given} */
const given = (name, contents) => ({ name, mimeType: "", buffer: Buffer.from(contents) });

/** @param {Record<string, string>} texts by the names of their files @returns {Given} */
const archive = (texts) => given("all.zip", zip(Object.entries(texts).map(([name, text]) => ({ name, text, changed: CHANGED }))));

/** @param {Page} page */
async function openList(page) {
  await page.getByRole("button", { name: "My programs" }).click();
  await expect(list(page)).toBeVisible();
}

/** @param {Page} page @param {...Given} files */
async function choose(page, ...files) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), list(page).getByRole("button", { name: "Import" }).click()]);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles(files);
  await expect(report(page)).toContainText(/imported/);
}

/** @param {Page} page @param {Locator} onto @param {string[]} kinds of the events @param {Record<string, string>} texts by the names of their files */
async function drag(page, onto, kinds, texts) {
  const dataTransfer = await page.evaluateHandle((entries) => {
    const transfer = new DataTransfer();
    for (const [name, text] of entries) transfer.items.add(new File([text], name));
    return transfer;
  }, Object.entries(texts));
  for (const kind of kinds) await onto.dispatchEvent(kind, { dataTransfer });
}

test("what Export all wrote comes back in another browser, with names, texts and times", async ({ page, browser }) => {
  await open(page);
  await openList(page);
  await choose(page, archive({ "one.py": "x = 'ä€'\n", "zwei (2).py": "y = 2\n" }));
  await expect(report(page)).toContainText("2 programs imported.");
  await expect(names(page)).toHaveText(["one", "zwei (2)"]);
  const [file] = await Promise.all([page.waitForEvent("download"), list(page).getByRole("button", { name: "Export all" }).click()]);
  const exported = given("my-programs.zip", await readFile(await file.path()));

  const other = await (await browser.newContext()).newPage();
  await open(other);
  await openList(other);
  await choose(other, exported);
  await expect(names(other)).toHaveText(["one", "zwei (2)"]);
  await expect(list(other).locator(".my-program-text")).toHaveText(["x = 'ä€'", "y = 2"]);
  await expect(list(other).locator("time").first()).toHaveAttribute("datetime", new Date(CHANGED).toISOString());
  await names(other).first().click();
  await ran(other);
  await expectText(other, "x = 'ä€'");
  await other.reload();
  await ran(other);
  await expectText(other, "x = 'ä€'");
  await other.context().close();
});

test("one file that Export wrote is here already, and is not doubled; nor is one that is imported twice", async ({ page }) => {
  await open(page);
  await runText(page, "print('mine')\n");
  await openList(page);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    list(page)
      .getByRole("button", { name: /^Export Edited copy/ })
      .click(),
  ]);
  await choose(page, given(file.suggestedFilename(), await readFile(await file.path())));
  const [name] = await names(page).allInnerTexts();
  await expect(report(page)).toContainText("Nothing was imported. 1 file was here already.");
  await expect(told(page)).toHaveText(`${name}.py You have this text already, as “${name}”.`);
  await choose(page, given("a.py", "a = 1\n"), given("b.py", "a = 1\n"));
  await expect(report(page)).toContainText("1 program imported. 1 file was here already.");
  await expect(told(page)).toHaveText("b.py You have this text already, as “a”.");
  await expect(names(page)).toHaveText(["a", name]);
});

test("another text of the same name gets a number, and what was there stays", async ({ page }) => {
  await open(page);
  await openList(page);
  await choose(page, given("clock.py", "first = 1\n"));
  await choose(page, given("clock.py", "second = 2\n"));
  await expect(told(page)).toHaveText("clock.py Another program is named “clock”, so this one is “clock (2)”.");
  await expect(list(page).locator(".my-program", { hasText: "first = 1" }).locator(".my-program-name")).toHaveText("clock");
  await expect(list(page).locator(".my-program", { hasText: "second = 2" }).locator(".my-program-name")).toHaveText("clock (2)");
});

test("files that can't be taken are told, each with the reason, and the others are taken", async ({ page }) => {
  await open(page);
  await openList(page);
  const limit = 64 * 1024;
  await choose(
    page,
    given("good.py", "\uFEFFx = 1\r\ny = 2\r\n"),
    given("notes.txt", "hello"),
    given("long.py", `#${" ".repeat(limit)}`),
    given("latin.py", Buffer.from([0x23, 0xe4])),
    given("binary.py", "a\0b"),
    given("broken.zip", "PK and nothing more"),
    archive({ "in.py": "z = 3\n", "photo.png": "…", "big.py": `#${"x".repeat(limit)}` }),
  );
  await expect(report(page)).toContainText("2 programs imported. 7 files could not be imported.");
  await expect(told(page)).toHaveText([
    "notes.txt This is no Python file. Choose files that end in .py, or a .zip archive of such files.",
    "long.py This has 65,537 bytes; a program may have 65,536. Shorten it, then import it again.",
    "latin.py This is no text in UTF-8. Save it as UTF-8 in your editor, then import it again.",
    "binary.py There are zero bytes in this, so it is no text of a program. Choose another file.",
    "broken.zip This can’t be read: it is no ZIP archive, or its end is missing. Export or pack it again.",
    "photo.png in all.zip This is no Python file. Choose files that end in .py, or a .zip archive of such files.",
    "big.py in all.zip This has more than the 65,536 bytes that a program may have. Shorten it, then import it again.",
  ]);
  await expect(names(page)).toHaveText(["good", "in"]);
  await names(page).first().click();
  await ran(page);
  await expectText(page, "x = 1");
  await expect(page.locator("#stale"), "the editor has the very text that was imported").toBeHidden();
});

test("a text as long as the limit is taken", async ({ page }) => {
  await open(page);
  await openList(page);
  await choose(page, given("long.py", `#${"x".repeat(64 * 1024 - 1)}`));
  await expect(report(page)).toContainText("1 program imported.");
});

test("files are dropped onto the list", async ({ page }) => {
  await open(page);
  await openList(page);
  await drag(page, list(page), ["dragenter", "dragover"], { "dropped.py": "" });
  await expect(page.locator("html")).toHaveClass(/dropping/);
  await picture(page, "import-dropping");
  await drag(page, page.locator("#my-programs-count"), ["drop"], { "dropped.py": "d = 1\n", "other.py": "o = 2\n" });
  await expect(page.locator("html")).not.toHaveClass(/dropping/);
  await expect(report(page)).toContainText("2 programs imported.");
  expect((await names(page).allInnerTexts()).sort()).toEqual(["dropped", "other"]);
});

test("a file that is dropped beside the list, onto the program even, is imported and not written into it", async ({ page }) => {
  await open(page, "/?example=throw");
  const before = await page.locator("#editor").innerText();
  await drag(page, page.getByRole("textbox", { name: "Program" }), ["dragenter", "dragover", "drop"], { "dropped.py": "d = 1\n" });
  await expect(list(page)).toBeVisible();
  await expect(names(page)).toHaveText(["dropped"]);
  await page.keyboard.press("Escape");
  expect(await page.locator("#editor").innerText()).toBe(before);
  await expect(page).toHaveURL("/?example=throw");
});

test("where the browser saves nothing, it is said, and what was imported can be opened", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  });
  await open(page);
  await openList(page);
  await choose(page, given("a.py", "a = 'unsaved'\n"));
  await expect(report(page)).toContainText("1 program imported. Not saved: this browser has no more room for programs.");
  await expect(list(page).locator(".my-program-facts")).toContainText("not saved");
  await names(page).first().click();
  await ran(page);
  await expectText(page, "a = 'unsaved'");
});

for (const [name, width, height] of /** @type {[string, number, number][]} */ ([
  ["wide", 1440, 900],
  ["narrow", 390, 844],
  ["tiny", 320, 640],
])) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test("axe finds nothing in the report, nothing overflows sideways, and OK takes it away", async ({ page }) => {
        await open(page);
        if (width < 760) await page.getByRole("tab", { name: "Code" }).click();
        await openList(page);
        await choose(
          page,
          given("clock.py", "first = 1\n"),
          given("clock.py", "second = 2\n"),
          given("a-name-without-any-space-in-it-that-is-long.txt", ""),
          given("same.py", "first = 1\n"),
        );
        await picture(page, `import-${name}-${colorScheme}`);
        expect(await violations(page)).toEqual([]);
        expect(await list(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
        expect((await list(page).locator("#my-programs-list").boundingBox())?.height, "the list has room beside it").toBeGreaterThan(90);
        await report(page).getByRole("button", { name: "OK" }).click();
        await expect(report(page)).toBeEmpty();
        await expect(list(page).getByRole("button", { name: "Import" })).toBeFocused();
      });
    });
  }
}
