// Looking inside of the library: its frames, its source in a second tab, arrows that end where they really do.

import { expect } from "@playwright/test";
import { drawn, field, leaveEditor, open, picture, program, ran, runText, shareLink, stepUntil, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

/** Runs a program with the library's frames. @param {Page} page @param {string} text */
async function lookInside(page, text) {
  await runText(page, text);
  await Promise.all([page.waitForResponse("**/api/trace"), page.getByRole("button", { name: "Look inside" }).click()]);
  await ran(page);
  await leaveEditor(page);
  await page.keyboard.press("Home");
}

/** @param {Page} page @param {string} module */
const laneOf = (page, module) =>
  page.locator(".lane.library", { has: page.locator(".lane-label", { hasText: new RegExp(`^${module}$`) }) });

test("modules are folded at first and stepped over; an opened one is stepped into, with its source", async ({ page }) => {
  await open(page);
  await lookInside(page, program("inside"));
  await expect(page.getByRole("button", { name: "Look inside" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator(".lane-name.plain")).toHaveCount(0);
  const tabs = page.getByRole("tablist", { name: "Sources" });
  await expect(tabs.getByRole("tab")).toHaveText(["main.py"]);
  await expect(page.locator("#count")).toHaveText("Step 0 of 11");
  for (let step = 1; step <= 10; step++) {
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("#count")).toHaveText(`Step ${step} of 11`);
  }

  await laneOf(page, "asyncio\\.tasks")
    .getByRole("button", { name: /Open the frames/ })
    .click();
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /(Next in sleep\(\)|Next): line \d+, future = loop.create_future\(\)/);
  await expect(tabs.getByRole("tab", { selected: true })).toHaveText("asyncio.tasks");
  const library = page.getByRole("textbox", { name: "Library" });
  await expect(library).toHaveAttribute("aria-readonly", "true");
  await expect(page.locator("#library-source .cm-running-line")).toHaveText("    future = loop.create_future()");
  await expect(page.locator("#count")).toHaveText(/^Step \d+\.\d+ of 11$/);
  await picture(page, "inside-sleep");
  await stepUntil(page, /main\(\) is suspended/);
  await expect(tabs.getByRole("tab", { selected: true })).toHaveText("main.py");
  await expect(page.locator("#sentence")).toContainText("control goes to Task._step() #1");
  await picture(page, "inside-send");
  await tabs.getByRole("tab", { name: "asyncio.tasks" }).click();
  await expect(page.locator("#library-source .badge")).toContainText("sleep");

  await laneOf(page, "asyncio\\.tasks")
    .getByRole("button", { name: /Fold the frames/ })
    .click();
  await expect(page.locator("#count")).toHaveText(/^Step \d+ of 11$/);
});

test("the second tab is read-only, and the keyboard alone leads there and back", async ({ page }) => {
  await open(page);
  await runText(page, program("inside"));
  await leaveEditor(page);
  await Promise.all([page.waitForResponse("**/api/trace"), page.keyboard.press("i")]);
  await ran(page);
  const fold = laneOf(page, "asyncio\\.tasks").locator(".lane-fold");
  await fold.focus();
  await page.keyboard.press("Enter");
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /Next in sleep\(\): line/);
  const tab = page.getByRole("tab", { name: "asyncio.tasks" });
  await tab.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "main.py" })).toBeFocused();
  await expect(field(page)).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const library = page.getByRole("textbox", { name: "Library" });
  const line = page.locator("#library-source .cm-running-line");
  await drawn(page);
  const before = await line.innerText();
  await library.focus();
  await page.keyboard.type("x");
  await expect(line).toHaveText(before);
  await expect(library).not.toContainText(/^x/);
  await expect(page.locator("body.stale")).toHaveCount(0);
});

test("contextlib and itertools can be looked into too", async ({ page }) => {
  await open(page);
  await lookInside(
    page,
    "import contextlib\nimport itertools\n\n@contextlib.contextmanager\ndef room():\n    yield 'in'\n\nwith room() as where:\n    print(where, list(itertools.accumulate([1, 2, 3])))\n",
  );
  await expect(laneOf(page, "itertools")).toBeVisible();
  await laneOf(page, "contextlib")
    .getByRole("button", { name: /Open the frames/ })
    .click();
  await leaveEditor(page);
  await stepUntil(page, /asks room\(\) for its next value/);
  await expect(page.locator("#sentence")).toContainText("_GeneratorContextManager.__enter__()");
});

test("a run too long to record says whose the recorded steps are", async ({ page }) => {
  await open(page);
  await lookInside(
    page,
    "import asyncio\n\nasync def main():\n    for i in range(2000):\n        await asyncio.sleep(0)\n\nasyncio.run(main())\n",
  );
  await expect(page.locator(".banner.note")).toContainText(
    /the first 50,000 steps \([\d,]+ of the program, [\d,]+ of the library’s, [\d,]+ of imports\); the program ran on/,
  );
  await Promise.all([page.waitForResponse("**/api/trace"), page.keyboard.press("i")]);
  await ran(page);
  await expect(page.locator(".banner")).toHaveCount(0);
});

test("switched off, the page stands where it stood, and the second tab is gone", async ({ page }) => {
  await open(page);
  await lookInside(page, program("inside"));
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await expect(page.locator("#sentence")).toContainText("of Task._step() #1 gives None to main()");
  await Promise.all([page.waitForResponse("**/api/trace"), page.keyboard.press("i")]);
  await ran(page);
  await expect(page.locator("#count")).toHaveText("Step 5 of 11");
  await expect(page.locator("#sentence")).toContainText("The event loop starts main()");
  await expect(page.getByRole("tablist", { name: "Sources" })).toHaveCount(0);
  await expect(page.locator(".lane.library")).toHaveCount(0);
});

test("a shared link keeps the switches", async ({ page, context }) => {
  await open(page);
  await lookInside(page, program("inside"));
  await page.keyboard.press("t");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  const link = await shareLink(page);
  expect(link).toMatch(/\/p\/\w+\?step=5#look=inside&by=time$/);
  const other = await context.newPage();
  await open(other, link);
  await expect(other.locator("#count")).toHaveText("Step 5 of 11");
  for (const name of ["Look inside", "By time"]) await expect(other.getByRole("button", { name })).toHaveAttribute("aria-pressed", "true");
  await other.close();
});

test("the address is followed as it changes, and tells how the run is looked at", async ({ page }) => {
  await open(page);
  await runText(page, program("inside"));
  const pressed = (/** @type {string} */ name) => page.getByRole("button", { name, pressed: true });
  const go = (/** @type {string} */ hash) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  await Promise.all([page.waitForResponse("**/api/trace"), go("step=5&look=inside")]);
  await ran(page);
  await expect(page.locator("#count")).toHaveText("Step 5 of 11");
  await expect(pressed("Look inside")).toBeVisible();
  await expect(laneOf(page, "asyncio\\.tasks")).toBeVisible();
  await go("step=6&look=inside&by=time");
  await expect(pressed("By time")).toBeVisible();
  await expect(page.locator("#count")).toHaveText("Step 6 of 11");
  await go("sentence");
  await expect(page.locator("#sentence")).toBeInViewport();
  await expect(pressed("By time")).toBeVisible();

  await page.goBack();
  await page.goBack();
  await expect(pressed("By steps")).toBeVisible();
  await Promise.all([page.waitForResponse("**/api/trace"), page.goBack()]);
  await ran(page);
  await expect(page).toHaveURL(/\/#program=\w+$/);
  await expect(pressed("Look inside")).toHaveCount(0);
  await expect(page.locator(".lane.library")).toHaveCount(0);

  await leaveEditor(page);
  await page.keyboard.press("t");
  await expect(page).toHaveURL(/#program=\w+&by=time$/);
  await Promise.all([page.waitForResponse("**/api/trace"), page.keyboard.press("i")]);
  await expect(page).toHaveURL(/#program=\w+&look=inside&by=time$/);
  await page.reload();
  await ran(page);
  await expect(pressed("Look inside")).toBeVisible();
  await expect(pressed("By time")).toBeVisible();
});

test("going back to an address of another program opens that one", async ({ page }) => {
  await open(page);
  const slug = (await page.locator("#examples optgroup option").nth(2).getAttribute("value")) ?? "";
  await open(page, `/?example=${slug}`);
  await page.evaluate(() => {
    location.hash = "step=1";
  });
  await runText(page, "mine = 1\n");
  await expect(page).toHaveURL(/\/#program=\w+$/);
  await page.goBack();
  await expect(page.locator("#examples")).toHaveValue(slug);
  await expect(page).toHaveURL(`/?example=${slug}#step=1`);
});

test("where a module's source can't be had, the tab says so", async ({ page }) => {
  await page.route("**/api/library/**", (route) => route.abort());
  await open(page);
  await lookInside(page, program("inside"));
  await laneOf(page, "asyncio\\.tasks")
    .getByRole("button", { name: /Open the frames/ })
    .click();
  await leaveEditor(page);
  await stepUntil(page, /Next in sleep\(\): line/);
  await expect(page.getByRole("textbox", { name: "Library" })).toContainText("could not be fetched");
});

test("without its bundle the second tab is a textarea that can't be written in", async ({ page }) => {
  await page.route("**/static/editor*.js", (route) => route.abort());
  await open(page);
  await lookInside(page, program("inside"));
  await laneOf(page, "asyncio\\.tasks")
    .getByRole("button", { name: /Open the frames/ })
    .click();
  await leaveEditor(page);
  await stepUntil(page, /Next in sleep\(\): line/);
  await expect(page.locator("#library-source textarea")).toHaveAttribute("readonly", "");
  await expect(page.locator("#library-source .plain-line")).toHaveCount(1);
});
