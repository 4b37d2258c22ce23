// The table of steps: it says of each step what the page says there, tells what is still to come apart, and is used by keyboard alone.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { leaveEditor, open, picture, program, runText, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const LAST = 34;

/** Rows of `channel.py`, as somebody reads them in the program. */
const KNOWN = [
  ["0", "call", "module", "1", "The program begins: its module is running."],
  ["4", "create", "outer()", "7", "module makes outer() in line 15: a generator is created; none of its body has run."],
  [
    "13",
    "suspend (yield from)",
    "outer()",
    "9",
    "outer() is suspended in line 9, at its yield from: it passes 1 on. next(g) in line 16 gets it.",
  ],
  ["15", "resume (send)", "outer()", "9", "g.send(\"hi\") in line 17 gives 'hi' to outer(), which is at its yield from in line 9."],
  ["25", "return", "inner()", "5", "inner() returns 'done' and is closed; yield from inner() in line 9 evaluates to it."],
  [
    "32",
    "raise",
    "outer()",
    "13",
    "outer() printed cleaning up in line 13. GeneratorExit() leaves outer(), as the close asked: it is closed.",
  ],
  [String(LAST), "end", "module", "19", "The program has ended, and module with it."],
];

/** @param {Page} page */
const table = (page) => page.getByRole("dialog", { name: "All steps" });

/** @param {Page} page */
const rows = (page) => table(page).locator("tbody tr:not(.edge)");

/** The rows as texts, cell by cell. @param {Page} page */
const textsOf = (page) => rows(page).evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));

/** @param {Page} page */
const numbersOf = async (page) => (await textsOf(page)).map(([number]) => Number(number));

/** Those of the table's steps that are so. @param {Page} page @param {string} selector */
const stepsWith = (page, selector) => table(page).locator(`tbody tr${selector} .step-link`).allInnerTexts();

/** @param {number} from @param {number} to */
const numbers = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** @param {Page} page */
async function openTable(page) {
  await page.getByRole("button", { name: "All steps as a table" }).click();
  await expect(table(page)).toBeVisible();
}

/** @param {Page} page @param {number} step */
async function goTo(page, step) {
  await leaveEditor(page);
  await page.keyboard.press("g");
  await page.keyboard.type(String(step));
  await page.keyboard.press("Enter");
  await expect(page.locator("#count")).toHaveText(new RegExp(`^Step ${step} of`));
}

test("each row says what the page says at its step, in the order of the steps", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  /** @type {string[][]} */
  const said = [];
  for (let step = 0; step <= LAST; step++) {
    await expect(page.locator("#count")).toHaveText(`Step ${step} of ${LAST}`);
    said.push([String(step), (await page.locator("#sentence").textContent()) ?? ""]);
    await page.keyboard.press("ArrowRight");
  }
  await openTable(page);
  const all = await textsOf(page);
  expect(all.map((cells) => [cells[0], cells.at(-1)])).toEqual(said);
  for (const known of KNOWN) expect(all[Number(known[0])]).toEqual(known);
});

for (const [what, step] of /** @type {[string, number][]} */ ([
  ["first", 0],
  ["middle", 13],
  ["last", LAST],
])) {
  test(`at the ${what} step its row is marked, and those still to come stand under a line of their own`, async ({ page }) => {
    await open(page);
    await runText(page, program("channel"));
    await goTo(page, step);
    await openTable(page);
    await picture(page, `steps-${what}`);
    expect(await stepsWith(page, "[aria-current='step']")).toEqual([String(step)]);
    await expect(rows(page).nth(step)).toBeInViewport({ ratio: 1 });
    expect(await stepsWith(page, ".ahead")).toEqual(numbers(step + 1, LAST).map(String));
    const edge = table(page).getByRole("rowheader");
    await expect(edge).toHaveText(step === LAST ? [] : [`After step ${step}`]);
    if (step < LAST)
      await expect(table(page).locator("tr.edge + tr .step-link"), "the line stands before the first of them").toHaveText(String(step + 1));
  });
}

test("by keyboard: from the button to the row of the step, from row to row, to a step and back", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await goTo(page, 13);
  const link = (/** @type {number} */ step) => table(page).getByRole("button", { name: `Go to step ${step}`, exact: true });
  const button = page.getByRole("button", { name: "All steps as a table" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(link(13)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(link(14)).toBeFocused();
  await page.keyboard.press("End");
  await expect(link(LAST)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(link(LAST)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await expect(link(0)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(link(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(table(page)).toBeHidden();
  await expect(page.locator("#count")).toHaveText(`Step 1 of ${LAST}`);
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(link(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(table(page)).toBeHidden();
  await expect(button).toBeFocused();
  await expect(page.locator("#count")).toHaveText(`Step 1 of ${LAST}`);
});

test("a long run comes a hundred steps at a time, none left out and none twice", async ({ page }) => {
  await open(page);
  await runText(page, "for n in range(120):\n    pass\n");
  const last = Number((await page.locator("#count").innerText()).match(/of (\d+)/)?.[1]);
  expect(last).toBeGreaterThan(200);
  await goTo(page, 150);
  await openTable(page);
  const [earlier, later] = ["Earlier", "Later"].map((name) => table(page).getByRole("button", { name }));
  const range = table(page).getByRole("status");
  await expect(range).toHaveText(`Steps 100 to 199 of ${last}`);
  expect(await numbersOf(page)).toEqual(numbers(100, 199));
  await expect(table(page).getByRole("rowheader")).toHaveText("After step 150");
  await earlier.press("Enter");
  expect(await numbersOf(page)).toEqual(numbers(0, 99));
  expect(await stepsWith(page, ".ahead")).toEqual([]);
  await expect(earlier).toBeDisabled();
  await expect(later, "a button that is disabled hands the focus on").toBeFocused();
  await later.press("Enter");
  await later.press("Enter");
  expect(await numbersOf(page)).toEqual(numbers(200, Math.min(299, last)));
  expect(await stepsWith(page, ".ahead")).toHaveLength(Math.min(299, last) - 199);
});

for (const [name, width, height] of /** @type {[string, number, number][]} */ ([
  ["wide", 1440, 900],
  ["narrow", 390, 844],
])) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      test("axe finds nothing in the table, and nothing overflows sideways", async ({ page }) => {
        await open(page, "/?example=two-way-channel#step=12");
        await openTable(page);
        await picture(page, `steps-${name}-${colorScheme}`);
        expect(await violations(page)).toEqual([]);
        expect(
          await table(page)
            .locator(".steps-table")
            .evaluate((region) => region.scrollWidth - region.clientWidth),
        ).toBe(0);
      });
    });
  }
}
