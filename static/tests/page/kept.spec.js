// Nothing that somebody wrote is lost; every program and step has an address that leads back to it.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { expectText, leaveEditor, open, picture, program, ran, runText, shareLink, test, write } from "./page.js";

/** @import { Locator, Page } from "@playwright/test" */

const OWN = /\/#program=\w+$/;

/** @param {Page} page */
const list = (page) => page.getByRole("dialog", { name: "My programs" });

/** @param {Page} page @param {string} name */
const row = (page, name) => list(page).locator(".my-program", { has: page.getByRole("button", { name, exact: true }) });

/** @param {Page} page */
const names = (page) => list(page).locator(".my-program-name").allInnerTexts();

/** @param {Page} page */
const chosen = (page) => page.locator("#examples option:checked");

/** @param {Page} page */
async function openList(page) {
  await page.getByRole("button", { name: "My programs" }).click();
  await expect(list(page)).toBeVisible();
}

/** @param {Page} page @param {string} slug */
async function openExample(page, slug) {
  await page.locator("#examples").selectOption(slug);
  await ran(page);
}

/** Types at the beginning of the program. @param {Page} page @param {string} text */
async function type(page, text) {
  await page.getByRole("textbox", { name: "Program" }).click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type(text);
}

/** Has the server keep a program. @param {Page} page @param {string} source @returns {Promise<string>} its address */
async function shared(page, source) {
  const answer = await page.request.post("/api/programs", { data: { source } });
  return (await answer.json()).address;
}

/** The text in the editor. @param {Page} page */
async function textOf(page) {
  const field = page.getByRole("textbox", { name: "Program" });
  return (await page.locator("#editor-kind").textContent()) === "textarea" ? field.inputValue() : field.innerText();
}

test("an example that is edited becomes a copy; the original can be brought back, and the copy stays", async ({ page }) => {
  await open(page, "/?example=throw");
  const original = await textOf(page);
  await expect(page.getByRole("button", { name: "Reset" })).toBeHidden();
  await type(page, "# mine\n");
  await expect(chosen(page)).toHaveText("Edited copy of Throwing into a generator");
  await expect(page).toHaveTitle("Edited copy of Throwing into a generator – Stillframe");
  await expect(page).toHaveURL(OWN);
  await page.reload();
  await ran(page);
  await expectText(page, "# mine");

  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page).toHaveURL("/?example=throw");
  await ran(page);
  expect(await textOf(page)).toBe(original);
  await expect(page.locator("#toast")).toContainText("Your edited copy is in My programs");
  await openList(page);
  const copy = row(page, "Edited copy of Throwing into a generator");
  await expect(copy.getByRole("link")).toHaveAttribute("href", "/?example=throw");
  await expect(copy.locator("time").first()).toHaveAttribute("datetime", /^20\d\d-/);
  await copy.getByRole("button", { name: "Edited copy of Throwing into a generator", exact: true }).click();
  await ran(page);
  await expectText(page, "# mine");
});

for (const [way, leave] of /** @type {[string, (page: Page) => Promise<unknown>][]} */ ([
  ["closed", (page) => page.close()],
  ["left", (page) => page.goto("about:blank")],
  ["loaded again", (page) => page.reload()],
])) {
  test(`the last keystroke is not lost when the page is ${way} at once`, async ({ context }) => {
    for (let n = 0; n < 3; n++) {
      const page = await context.newPage();
      await open(page, "/?example=throw");
      await type(page, `# number ${n}, to its end`);
      const address = page.url();
      await leave(page);
      const next = await context.newPage();
      await next.goto(address);
      await expectText(next, `# number ${n}, to its enddef patient`);
      await next.close();
      await page.close();
    }
  });
}

test("what was done to one program can't be undone in another", async ({ page }) => {
  await open(page, "/?example=throw");
  await type(page, "# mine\n");
  await openExample(page, "close");
  await page.getByRole("textbox", { name: "Program" }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page).toHaveURL("/?example=close");
  expect(await textOf(page)).toMatch(/^def connection/);
});

test("a second copy overwrites nothing, and one that was not changed after all is used again", async ({ page }) => {
  await open(page, "/?example=throw");
  await type(page, "# first\n");
  await openExample(page, "throw");
  await type(page, "#");
  await page.keyboard.press("Backspace");
  await openExample(page, "throw");
  await type(page, "# second\n");
  await openList(page);
  expect(await names(page)).toEqual(["Edited copy of Throwing into a generator (2)", "Edited copy of Throwing into a generator"]);
  await expect(list(page).locator(".my-program-text")).toHaveText(["# second", "# first"]);
});

test("a shared program that is edited becomes a copy, too, and its link still names what was shared", async ({ page }) => {
  const address = await shared(page, program("channel"));
  await open(page, address);
  await expect(page).toHaveURL(address);
  const id = address.split("/").at(-1);
  await expect(chosen(page)).toHaveText(`Shared program ${id}`);
  await type(page, "# mine\n");
  await expect(page).toHaveURL(OWN);
  await expect(chosen(page)).toHaveText(`Edited copy of Shared program ${id}`);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page).toHaveURL(address);
  await ran(page);
  expect(await textOf(page)).not.toContain("# mine");

  await page.goBack();
  await expectText(page, "# mine");
  await page.reload();
  await ran(page);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page).toHaveURL(address);
  expect(await textOf(page)).not.toContain("# mine");
});

test("one's own program that was shared goes on as one's own", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  const own = page.url();
  await shareLink(page);
  await expect(page).toHaveURL(/\/p\//);
  const [link] = page.url().split("#");
  await leaveEditor(page);
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/\/p\/\w+#step=\d+$/);
  await type(page, "# more\n");
  await expect(page).toHaveURL(own);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${link}#step=`));
  await expect.poll(() => textOf(page)).not.toContain("# more");
  await page.goForward();
  await expectText(page, "# more");
});

test("the list can be searched, by name and by text", async ({ page }) => {
  await open(page, "/?example=throw");
  await type(page, "# apples\n");
  await openExample(page, "close");
  await type(page, "# pears\n");
  await openList(page);
  const search = list(page).getByRole("searchbox");
  const count = list(page).getByRole("status");
  await expect(count).toHaveText("2 programs");
  await search.fill("APPLES");
  await expect(count).toHaveText("1 of 2 programs");
  expect(await names(page)).toEqual(["Edited copy of Throwing into a generator"]);
  await search.fill("edited closing");
  expect(await names(page)).toEqual(["Edited copy of Closing, and cleaning up"]);
  await search.fill("plums");
  await expect(count).toHaveText("0 of 2 programs");
});

test("a text that ran, and one that was replaced, can be restored", async ({ page }) => {
  await open(page);
  await runText(page, "print('the text that ran')\n");
  await write(page, "print('never ran, but long enough')\n");
  await write(page, "x = 1\n");
  await openList(page);
  await list(page).getByText("2 earlier versions").click();
  const versions = list(page).getByRole("list", { name: /^Earlier versions/ });
  await expect(versions.locator("code")).toHaveText(["print('never ran, but long enough')", "print('the text that ran')"]);
  await picture(page, "my-programs-versions");
  await versions
    .getByRole("button", { name: /^Restore/ })
    .last()
    .click();
  await expect(list(page)).toBeHidden();
  await ran(page);
  await expectText(page, "the text that ran");
  await openList(page);
  await list(page).getByText("3 earlier versions").click();
  await expect(versions.locator("code")).toContainText(["x = 1"]);
});

test("a program can be renamed, deleted and brought back again", async ({ page }) => {
  await open(page, "/?example=throw");
  await type(page, "# mine\n");
  await openList(page);
  await list(page)
    .getByRole("button", { name: /^Rename/ })
    .click();
  await list(page)
    .getByRole("textbox", { name: /^New name/ })
    .fill("My throws");
  await page.keyboard.press("Enter");
  await expect(list(page).getByRole("button", { name: "Rename My throws" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(chosen(page)).toHaveText("My throws");
  await type(page, "# more\n");
  await openList(page);
  await row(page, "My throws").getByRole("button", { name: "Delete My throws" }).click();
  await expect(list(page).getByRole("status")).toHaveText(/^There are none yet/);
  await expect(list(page).getByRole("button", { name: "Undo" })).toBeFocused();
  await picture(page, "my-programs-deleted");
  await page.keyboard.press("Enter");
  await expect(list(page).getByRole("button", { name: "Delete My throws" })).toBeFocused();
  await expect(row(page, "My throws").locator("code").first()).toHaveText("# more");

  await row(page, "My throws").getByRole("button", { name: "Delete My throws" }).click();
  await expect(list(page).getByRole("button", { name: "Undo" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expectText(page, "# mine");
  await page.reload();
  await ran(page);
  await expect(page.locator(".banner.warning")).toContainText("This program is not in this browser.");
});

test("programs are exported as files: one, or all in an archive", async ({ page }) => {
  await open(page, "/?example=throw");
  await type(page, "# apples\n");
  await openExample(page, "close");
  await type(page, "# pears\n");
  await openList(page);
  const download = async (/** @type {Locator} */ button) => (await Promise.all([page.waitForEvent("download"), button.click()]))[0];
  /** @param {import("@playwright/test").Download} file */
  const contents = async (file) => {
    let text = "";
    for await (const part of await file.createReadStream()) text += part;
    return text;
  };
  const one = await download(list(page).getByRole("button", { name: "Export Edited copy of Throwing into a generator" }));
  expect(one.suggestedFilename()).toBe("Edited copy of Throwing into a generator.py");
  expect(await contents(one)).toMatch(/^# apples\ndef patient/);
  const all = await download(list(page).getByRole("button", { name: "Export all" }));
  expect(all.suggestedFilename()).toBe("my-programs.zip");
  const archive = await contents(all);
  for (const part of ["Edited copy of Throwing into a generator.py", "# apples", "Edited copy of Closing and cleaning up.py", "# pears"])
    expect(archive).toContain(part);
});

test("a new program begins empty, and is one of one's own", async ({ page }) => {
  await open(page);
  await openList(page);
  await list(page).getByRole("button", { name: "New program" }).click();
  await expect(chosen(page)).toHaveText("Untitled");
  await expect(page).toHaveURL(OWN);
  await page.keyboard.type("x = 1");
  await expectText(page, "x = 1");
  await openList(page);
  await list(page).getByRole("button", { name: "New program" }).click();
  await expect(chosen(page)).toHaveText("Untitled (2)");
  await openList(page);
  expect(await names(page)).toEqual(["Untitled (2)", "Untitled"]);
});

test("two tabs that edit one program do not overwrite each other", async ({ page, context }) => {
  await open(page);
  await write(page, "common = 1\n");
  await expect(page).toHaveURL(/#program=/);
  const other = await context.newPage();
  await open(other, page.url());
  await type(page, "# here\n");
  await type(other, "# there\n");
  await expect(other.locator("#toast")).toContainText("“Edited copy of A first generator” was changed in another tab");
  await expect(chosen(other)).toHaveText("Edited copy of A first generator (2)");
  await type(page, "# still here\n");
  await type(other, "# still there\n");
  await other.reload();
  await ran(other);
  await expectText(other, "# still there\n# there\ncommon = 1");
  await page.reload();
  await ran(page);
  await expectText(page, "# still here\n# here\ncommon = 1");
  await openList(page);
  expect(await names(page)).toEqual(["Edited copy of A first generator (2)", "Edited copy of A first generator"]);
  await other.close();
});

test("a program of one tab is in the other's list at once", async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await open(other, "/?example=throw");
  await type(other, "# there\n");
  await expect(page.locator("#examples optgroup[label='My programs'] option")).toHaveText(["Edited copy of Throwing into a generator"]);
  await other.close();
});

test("the browser has no more room: the page says so, and loses nothing that is on the screen", async ({ page }) => {
  await open(page, "/?example=throw");
  await type(page, "# saved\n");
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    /** @type {any} */ (window).makeRoom = () => {
      IDBObjectStore.prototype.put = put;
    };
    IDBObjectStore.prototype.put = function full() {
      this.transaction.abort();
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  });
  await type(page, "# not saved\n");
  const banner = page.locator(".banner.warning", { hasText: "Not saved" });
  await expect(banner).toContainText("this browser has no more room for programs");
  await picture(page, "no-room");
  await openExample(page, "close");
  await page.locator("#examples").selectOption({ label: "Edited copy of Throwing into a generator" });
  await expectText(page, "# not saved");
  await openList(page);
  await expect(row(page, "Edited copy of Throwing into a generator")).toContainText("not saved");
  await page.keyboard.press("Escape");

  await page.evaluate(() => /** @type {any} */ (window).makeRoom());
  await type(page, "# room again\n");
  await expect(banner).toHaveCount(0);
  await page.reload();
  await ran(page);
  await expectText(page, "# room again\n# not saved\n# saved");
});

test("a browser that saves nothing: the page says so, and works as long as it is open", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("Refused.", "SecurityError");
      },
    });
  });
  await open(page, "/?example=throw");
  await expect(page.locator(".banner")).toHaveCount(0);
  await type(page, "# mine\n");
  await expect(page.locator(".banner.warning")).toContainText("this browser lets the page save nothing");
  await openExample(page, "close");
  await openList(page);
  await row(page, "Edited copy of Throwing into a generator")
    .getByRole("button", { name: "Edited copy of Throwing into a generator", exact: true })
    .click();
  await expectText(page, "# mine");
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
  await closing;
});

test("the program that an earlier edition of the page kept is one of one's own now", async ({ page }) => {
  await page.addInitScript(() => {
    if (!localStorage.getItem("stillframe.last")) localStorage.setItem("stillframe.draft", "print('from before')\n");
  });
  await open(page);
  await expectText(page, "from before");
  await expect(chosen(page)).toHaveText("My program");
  expect(await page.evaluate(() => localStorage.getItem("stillframe.draft"))).toBeNull();
});

test("Back and Forward walk through the programs that were visited, each at its step", async ({ page }) => {
  await open(page);
  await openExample(page, "throw");
  await leaveEditor(page);
  for (const key of ["Home", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  await expect(page).toHaveURL("/?example=throw#step=2");
  const entries = await page.evaluate(() => history.length);
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL("/?example=throw#step=3");
  expect(await page.evaluate(() => history.length), "steps are replaced, not pushed").toBe(entries);
  await type(page, "# mine\n");
  await expect(page).toHaveURL(OWN);
  await openExample(page, "close");

  await page.goBack();
  await expectText(page, "# mine");
  await page.goBack();
  await ran(page);
  await expect(page).toHaveURL("/?example=throw#step=3");
  await expect(page.locator("#count")).toHaveText(/^Step 3 of/);
  expect(await textOf(page)).not.toContain("# mine");
  await page.goBack();
  await expect(chosen(page)).toHaveText("A first generator");
  for (let i = 0; i < 3; i++) await page.goForward();
  await expect(page).toHaveURL("/?example=close");
  await expect(chosen(page)).toHaveText("Closing, and cleaning up");
});

test("the step in the address is there again when the page is loaded again", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\/#program=\w+&step=4$/);
  await page.reload();
  await ran(page);
  await expect(page.locator("#count")).toHaveText(/^Step 4 of/);
});

test("a shared link without a step opens at the one that tells most", async ({ page }) => {
  const locks = program("locks");
  for (const [source, words] of [
    [program("channel"), /yields 1 .*suspended/s],
    [program("throw"), /KeyError/],
    [locks, /suspended|sleep/],
  ]) {
    const address = await shared(page, /** @type {string} */ (source));
    await open(page, address);
    await expect(page.locator("#sentence")).toHaveText(words);
    await expect(page).toHaveURL(address);
    await expect(page.locator("#count")).not.toHaveText(/^Step 0 of/);
  }
  await open(page, `${await shared(page, locks)}#step=2`);
  await expect(page.locator("#count")).toHaveText(/^Step 2 of/);
});

test("nobody is told that a program has run before it has, or to run it while it does", async ({ page }) => {
  const hint = page.locator("#hint");
  const update = page.getByRole("button", { name: /Run to update/ });
  await open(page);
  await write(page, "x = 1\n");
  await expect(page).toHaveURL(OWN);
  await page.route("**/api/trace", () => {}); // never answered
  await page.reload();
  await expectText(page, "x = 1");
  await expect(page.locator("#run")).toHaveText(/Stop/);
  await expect(hint).toBeHidden();
  await page.locator("#run").click();
  await page.unroute("**/api/trace");
  await expect(page.locator(".banner")).toContainText("Stopped.");
  await expect(hint).toBeHidden();
  await page.locator("#run").click();
  await ran(page);
  await expect(hint).toBeVisible();

  await type(page, "# edited\n");
  await expect(hint).toBeHidden();
  await expect(update).toBeVisible();
  await page.route("**/api/trace", () => {});
  await update.click();
  await expect(page.locator("#run")).toHaveText(/Stop/);
  await expect(update).toBeHidden();
});

test("all that counts steps says the same number", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("End");
  const [, step, last] = (await page.locator("#count").innerText()).replace(/\s+/g, " ").match(/^Step (\d+) of (\d+)$/) ?? [];
  expect(step).toBe(last);
  await expect(page.locator("#totals")).toContainText(`${last} steps`);
  await expect(page.getByRole("slider", { name: "Step" })).toHaveAttribute("aria-valuetext", new RegExp(`^Step ${last} of ${last}\\.`));
  await page.keyboard.press("g");
  await expect(page.locator("#goto-range")).toHaveText(`(0 to ${last})`);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "All steps as a table" }).click();
  await expect(page.locator("#steps-range")).toHaveText(`Steps 0 to ${last} of ${last}`);
});

for (const [name, width, height] of /** @type {[string, number, number][]} */ ([
  ["wide", 1440, 900],
  ["narrow", 390, 844],
])) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test("axe finds nothing in My programs, and nothing overflows sideways", async ({ page }) => {
        await open(page, "/?example=throw");
        if (name === "narrow") await page.getByRole("tab", { name: "Code" }).click();
        await runText(page, "# mine\nprint('a longer text than before')\n");
        await write(page, "x = 1\n");
        await openExample(page, "close");
        await type(page, "# pears\n");
        expect(await violations(page)).toEqual([]);
        await openList(page);
        await list(page).getByText("1 earlier version").click();
        await expect(list(page).getByRole("button", { name: /^Restore/ })).toBeVisible();
        await picture(page, `my-programs-${name}-${colorScheme}`);
        expect(await violations(page)).toEqual([]);
        expect(await list(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
        await list(page)
          .getByRole("button", { name: /^Delete/ })
          .first()
          .click();
        await expect(list(page).getByRole("button", { name: "Undo" })).toBeVisible();
        await list(page)
          .getByRole("button", { name: /^Rename/ })
          .click();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}
