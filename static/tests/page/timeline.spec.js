// The timeline: hidden calls, the width of the names, the ruler's corner, both ends of an arrow, columns that show shares, playing to a suspension.

import { expect } from "@playwright/test";
import { leaveEditor, open, picture, program, ran, runText, stepUntil, test } from "./page.js";

/** Many frames that are resumed once, each from the module; and one call from the last of them. */
const MANY = `${Array.from({ length: 14 }, (_, i) => `def generator${i}():\n    yield ${i}\n`).join("\n")}
for each in [${Array.from({ length: 14 }, (_, i) => `generator${i}()`).join(", ")}]:
    next(each)
`;

test("finished calls are hidden in one row, which can be opened", async ({ page }) => {
  await open(page);
  await runText(page, program("calls"));
  const row = page.locator(".lane.calls");
  await expect(row.locator(".lane-label")).toHaveText("4 calls hidden");
  await expect(row.locator(".lane-detail")).toContainText("class Counter, double(), both()");
  await picture(page, "calls-hidden");
  await row.getByRole("button", { name: "Open the frames under 4 calls" }).click();
  await expect(page.locator(".lane-label", { hasText: "double() #1" })).toBeVisible();
  await expect(row.locator(".lane-label")).toHaveText("4 calls");
});

test("the names can be made wider, and stay so", async ({ page }) => {
  await open(page);
  const width = async () => (await page.locator(".lane-headers").boundingBox())?.width ?? 0;
  const edge = async () => (await page.locator(".timeline-stage canvas").boundingBox())?.x ?? 0;
  const [before, edgeBefore] = [await width(), await edge()];
  await page.locator("#divider-lanes").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect.poll(width).toBe(before + 48);
  await expect.poll(edge).toBe(edgeBefore + 48);
  await page.reload();
  await ran(page);
  expect(await width()).toBe(before + 48);
});

test("beside the rows a name stands on one line, however long it is", async ({ page }) => {
  await open(page, "/?example=tiny-event-loop");
  const name = "a_rather_long_name_of_a_generator_that_goes_on";
  await runText(page, `def ${name}():\n    yield 1\n\na = ${name}()\nb = ${name}()\nprint(next(a), next(b))\n`);
  const heights = await page.locator(".lane-label").evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().height));
  expect(heights).toHaveLength(3);
  expect(Math.max(...heights)).toBeLessThan(20);
});

test("a phone held sideways has names that can be made wider, too", async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page);
  const width = async () => (await page.locator(".lane-headers").boundingBox())?.width ?? 0;
  const before = await width();
  await page.getByRole("separator", { name: "Width of the frames’ names" }).press("ArrowRight");
  await expect.poll(width).toBe(before + 24);
});

test("a low timeline has its rows closer together, so that all are seen", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(page, "/?example=clock-mixed");
  const lanes = page.locator(".lane");
  await expect(lanes).toHaveCount(6);
  const heights = () => lanes.evaluateAll((all) => all.map((lane) => lane.getBoundingClientRect().height));
  const low = Math.max(...(await heights()));
  expect(low).toBeGreaterThanOrEqual(36);
  await page.setViewportSize({ width: 1280, height: 1000 });
  await expect.poll(async () => Math.min(...(await heights()))).toBe(54);
  expect(low).toBeLessThan(54);
});

test("scrolled names pass under the corner of the ruler", async ({ page }) => {
  await open(page);
  await runText(page, MANY);
  const scroller = page.locator(".timeline-scroll");
  const box = await scroller.boundingBox();
  await scroller.evaluate((element) => {
    element.scrollTop = 20;
  });
  const over = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x, y)?.closest(".lane") === null,
    [(box?.x ?? 0) + 60, (box?.y ?? 0) + 12],
  );
  expect(over).toBe(true);
});

test("both ends of the step's arrow are in sight, where there is room for both", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await open(page);
  await runText(page, MANY);
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /generator3\(\) yields 3/);
  await page.keyboard.press("ArrowLeft");
  await page.locator(".timeline-scroll").evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  await expect(page.locator(".lane", { hasText: "module" })).not.toBeInViewport();
  await page.keyboard.press("ArrowRight");
  const body = await page.locator(".timeline-scroll").boundingBox();
  for (const name of ["module", "generator3()"]) {
    const lane = await page.locator(".lane", { hasText: name }).first().boundingBox();
    expect(lane?.y ?? 0, name).toBeGreaterThanOrEqual((body?.y ?? 0) + 20);
    expect((lane?.y ?? 0) + (lane?.height ?? 0), name).toBeLessThanOrEqual((body?.y ?? 0) + (body?.height ?? 0) + 1);
  }
});

test("zoomed out, a long loop is more than one solid bar", async ({ page }) => {
  await open(page);
  await runText(page, "def numbers():\n    for n in range(4_000):\n        yield n\n\nfor n in numbers():\n    pass\n");
  await leaveEditor(page);
  await page.keyboard.press("f");
  await page.waitForTimeout(400);
  // The colours from the top of the generator's bar to its foot, in the middle of the run.
  const colours = await page.locator(".timeline-stage canvas").evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(
      Math.round(canvas.width * 0.7),
      26 + 54 + 17,
      1,
      20,
    );
    return [0, 19].map((row) => (data[4 * row] > data[4 * row + 2] ? "warm" : "cold"));
  });
  expect(colours).toEqual(["warm", "cold"]);
  await picture(page, "shares");
});

test("play to the next suspension ends there", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await page.locator("#speed").selectOption("8");
  await leaveEditor(page);
  await page.keyboard.press("Shift+Space");
  await expect(page.locator("#sentence")).toContainText("yields 1");
  await expect(page.locator("#play")).toHaveAttribute("aria-label", "Play");
  const place = await page.locator("#count").innerText();
  await page.getByRole("button", { name: "To the next suspension" }).click();
  await expect(page.locator("#count")).not.toHaveText(place);
  await expect(page.locator("#play")).toHaveAttribute("aria-label", "Play");
  await expect(page.locator("#sentence")).toContainText("suspended");
});

test("a step redraws only what changed: what stays keeps its element and the focus", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /it passes 2 on/);
  const sleeper = page.locator("#waiting .chains .frame-link").first();
  await sleeper.focus();
  const before = await sleeper.elementHandle();
  const sentence = await page.locator("#sentence").innerText();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#sentence")).not.toHaveText(sentence);
  await expect(sleeper).toBeFocused();
  expect(await sleeper.evaluate((now, then) => now === then, before)).toBe(true);
});

test("of steps that come faster than frames only the last is drawn", async ({ page }) => {
  await open(page);
  await leaveEditor(page);
  await page.keyboard.press("Home");
  const counts = await page.evaluate(async () => {
    const count = /** @type {HTMLElement} */ (document.getElementById("count"));
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    /** @type {(string|null)[]} */
    const drawn = [];
    new MutationObserver(() => drawn.push(count.textContent)).observe(count, { childList: true });
    for (let i = 0; i < 5; i++) {
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
      await null; // observers are told
    }
    await frame();
    return drawn.map((text) => text?.replace(/ of .*/, ""));
  });
  expect(counts).toEqual(["Step 1", "Step 5"]);
});

test("of a long list the rows out of sight come a moment later", async ({ page }) => {
  await open(page);
  await runText(page, "def nap():\n    yield\n\nnaps = [nap() for _ in range(60)]\nfor each in naps:\n    next(each)\n");
  await leaveEditor(page);
  await page.keyboard.press("Home");
  const rows = page.locator("#waiting .chains li");
  await expect(rows).toHaveCount(0);
  const atOnce = await page.evaluate(async () => {
    const scrubber = /** @type {HTMLInputElement} */ (document.getElementById("scrubber"));
    await new Promise(requestAnimationFrame);
    scrubber.value = String(Number(scrubber.max) - 1);
    scrubber.dispatchEvent(new Event("input"));
    return document.querySelectorAll("#waiting .chains li").length;
  });
  expect(atOnce).toBeLessThan(20);
  await expect(rows).toHaveCount(41);
  await expect(rows.last()).toHaveText("and 20 more");
});
