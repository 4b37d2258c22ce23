import { expect } from "@playwright/test";
import { leaveEditor, open, picture, program, runText, stepUntil, test } from "./page.js";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 });

/** @param {import("@playwright/test").Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("tabs show one panel at a time, and nothing overflows sideways", async ({ page }) => {
  await open(page);
  for (const [tab, panel] of [
    ["Code", "#panel-code"],
    ["Timeline", "#panel-timeline"],
    ["Frames", "#panel-frames"],
    ["Output", "#panel-output"],
  ]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.locator(panel)).toBeVisible();
    await expect(page.getByRole("tabpanel")).toHaveCount(1);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await picture(page, `narrow-${tab.toLowerCase()}`);
  }
  await page.getByRole("tab", { name: "Output" }).press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Code" })).toHaveAttribute("aria-selected", "true");
});

test("what an example is about is told when it is asked for, and leaves the code its room", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "/?example=two-way-channel");
  await page.getByRole("tab", { name: "Code" }).click();
  const about = page.locator("#about-text");
  const room = async () => (await page.locator("#editor").boundingBox())?.height ?? 0;
  await expect(about).toBeHidden();
  expect(await room()).toBeGreaterThan(200);
  await page.getByText("About this example").click();
  await expect(about).toBeVisible();
  await picture(page, "narrow-about");
  expect(await room()).toBeGreaterThan(100);
});

test("the hint speaks of no keys", async ({ page }) => {
  await open(page);
  await expect(page.locator("#hint")).toContainText("press play");
  await expect(page.locator("#hint kbd").first()).toBeHidden();
});

test("time runs down, frames are columns, and stepping moves the row", async ({ page }) => {
  await open(page);
  await page.getByRole("tab", { name: "Code" }).click();
  await runText(page, program("channel"));
  await page.getByRole("tab", { name: "Timeline" }).click();
  await expect(page.locator("#panel-timeline")).toHaveClass(/vertical/);
  // The columns are laid out anew as the tab opens: asked until they stand.
  await expect
    .poll(async () => {
      const [module, outer] = [await page.locator(".lane").nth(0).boundingBox(), await page.locator(".lane").nth(1).boundingBox()];
      return module !== null && outer !== null && module.y === outer.y && module.x < outer.x;
    })
    .toBe(true);
  const row = page.locator(".playhead-column");
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await page.waitForTimeout(300);
  const before = (await row.boundingBox())?.y ?? 0;
  await page.getByRole("button", { name: "One step forward" }).click();
  await page.waitForTimeout(300);
  expect((await row.boundingBox())?.y).toBeGreaterThan(before);
  await leaveEditor(page);
  await stepUntil(page, /it passes 2 on/);
  await page.waitForTimeout(300);
  await picture(page, "narrow-channel");
});

test("a deadlock is said in few lines, and who sleeps is told on demand", async ({ page }) => {
  await open(page);
  await page.getByRole("tab", { name: "Code" }).click();
  await runText(
    page,
    "import asyncio\n\nasync def main():\n    never = asyncio.Event()\n    await asyncio.gather(*[never.wait() for n in range(9)])\n\nasyncio.run(main())\n",
  );
  await page.getByRole("tab", { name: "Timeline" }).click();
  const banner = page.locator(".banner.warning");
  await expect(banner).toContainText("10 tasks would sleep for ever");
  const summary = banner.locator("summary");
  const list = page.getByRole("list", { name: "What each task waits for" });
  await expect(list).toBeHidden();
  const { height = 0 } = (await banner.boundingBox()) ?? {};
  expect(height).toBeGreaterThanOrEqual(44);
  expect(height).toBeLessThan(70);

  await summary.tap();
  await expect(list).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(10);
  expect((await banner.boundingBox())?.height, "more tasks are scrolled to").toBeLessThan(180);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await picture(page, "narrow-deadlock");
  await summary.press("Enter");
  await expect(list).toBeHidden();
});

test("what a finger has to hit is 44 pixels, the transport 60 high", async ({ page }) => {
  await open(page);
  expect((await page.locator(".transport").boundingBox())?.height).toBe(60);
  const buttons = await page
    .locator(".top button:visible, .tabs button:visible, .transport button:visible, .tools button:visible, .hint button:visible")
    .all();
  expect(buttons.length).toBeGreaterThan(10);
  for (const button of buttons) {
    const box = await button.boundingBox();
    expect(box?.height, (await button.getAttribute("id")) ?? "").toBeGreaterThanOrEqual(44);
    expect(box?.width, (await button.getAttribute("id")) ?? "").toBeGreaterThanOrEqual(44);
  }
});

test("a name without end is cut, and never what tells it from others of that name", async ({ page }) => {
  const name = "a_rather_long_name_of_a_generator_that_goes_on";
  await open(page);
  await page.getByRole("tab", { name: "Code" }).click();
  await runText(page, `def ${name}():\n    yield 1\n\na = ${name}()\nb = ${name}()\nprint(next(a), next(b))\n`);
  await page.getByRole("tab", { name: "Timeline" }).click();
  for (const ordinal of ["#1", "#2"]) {
    const lane = page.locator(".lane", { hasText: ordinal });
    await lane.scrollIntoViewIfNeeded();
    await expect(lane.locator(".lane-ordinal")).toBeInViewport({ ratio: 1 });
    await expect(lane.getByRole("button")).toHaveAttribute("title", new RegExp(`^${name}\\(\\), a generator`));
    expect((await lane.locator(".lane-name").boundingBox())?.height).toBeLessThan(100);
  }
  await picture(page, "names-long");
});

test("a press on the timeline goes to that step", async ({ page }) => {
  await open(page);
  await page.getByRole("tab", { name: "Code" }).click();
  await runText(page, program("channel"));
  await page.getByRole("tab", { name: "Timeline" }).click();
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await page.waitForTimeout(300);
  const box = await page.locator(".timeline-stage canvas").boundingBox();
  if (!box) throw new Error("no canvas");
  await page.touchscreen.tap(box.x + 200, box.y + 26 * 4 + 13);
  await expect(page.locator("#count")).toHaveText(/^Step 4 of /);
});
