// Every room and device: sizes, zoom, forced colours, paper, projector. The pictures are for looking at.

import { expect } from "@playwright/test";
import { eachExample, leaveEditor, open, picture, program, ran, runText, stepUntil, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

const ROOMS = [
  { what: "a small phone", width: 320, height: 640 },
  { what: "a phone", width: 390, height: 844 },
  { what: "a phone held sideways", width: 844, height: 390 },
  { what: "1440×900 at 200 %", width: 720, height: 450 },
  { what: "1440×900 at 400 %", width: 360, height: 225 },
  { what: "1280×1024 at 400 %", width: 320, height: 256 },
  { what: "a low window", width: 1280, height: 600 },
  { what: "a large screen", width: 2560, height: 1300 },
];

/** @param {Page} page @param {string} selector */
async function boxOf(page, selector) {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not seen`);
  return box;
}

for (const { what, width, height } of ROOMS) {
  test(`${what}: all of it is there, and nothing lies over the timeline`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page, "/?example=producer-consumer");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "nothing overflows sideways").toBeLessThanOrEqual(
      0,
    );
    await page.waitForTimeout(300);
    await picture(page, `room-${width}x${height}`);
    await page.locator(".timeline-body").scrollIntoViewIfNeeded();
    const body = await boxOf(page, ".timeline-body");
    expect(body.height).toBeGreaterThanOrEqual(110);
    const tools = await boxOf(page, ".tools");
    expect(tools.y + tools.height, "the tools stand over it").toBeLessThanOrEqual(body.y + 1);
    expect(tools.x + tools.width).toBeLessThanOrEqual(width);
    const transport = await boxOf(page, ".transport");
    expect(transport.y + transport.height, "the transport is always there").toBeLessThanOrEqual(height + 1);
    const signs = await page.locator(".density-legend").boundingBox();
    if (signs) expect(signs.y, "its signs do not lie over the timeline").toBeGreaterThanOrEqual(transport.y);
    await page.getByRole("button", { name: "One step forward" }).click();
    await expect(page.locator("#count")).toHaveText("Step 24 of 61");
    if (await page.getByRole("tab", { name: "Code" }).isVisible()) {
      for (const tab of ["Code", "Frames", "Output"]) {
        await page.getByRole("tab", { name: tab }).click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), tab).toBeLessThanOrEqual(0);
        await picture(page, `room-${width}x${height}-${tab.toLowerCase()}`);
      }
    }
  });
}

test("on a large screen the code has more room, until somebody moves the divider", async ({ page }) => {
  await page.setViewportSize({ width: 2560, height: 1300 });
  await open(page);
  expect((await boxOf(page, "#editor")).width).toBeGreaterThan(780);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(async () => (await boxOf(page, "#editor")).width).toBeLessThan(480);
  await page.locator("#divider-left").focus();
  await page.keyboard.press("ArrowRight");
  const moved = (await boxOf(page, "#editor")).width;
  expect(moved).toBeGreaterThan(480);
  await page.setViewportSize({ width: 2560, height: 1300 });
  expect((await boxOf(page, "#editor")).width).toBe(moved);
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1000, height: 700 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]) {
  const what = width < 400 ? "no sentence and no column's name of any example is cut, nothing" : "no sentence of any example is cut or";
  test(`${what} moves the timeline, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await open(page);
    await walkAll(page, async (slug) => {
      if (width < 400) await lookAtNames(page, slug, width);
    });
  });
}

/** Through all examples. Nothing glides: without painting, what glides is drawn again and again. @param {Page} page @param {(slug: string) => Promise<void>} [look] before the first step */
async function walkAll(page, look) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await eachExample(page, async (slug) => {
    await look?.(slug);
    const { steps, wrong } = await page.evaluate(walk);
    expect(steps, slug).toBeGreaterThan(5);
    expect(wrong, slug).toEqual([]);
  });
}

/** Where columns are narrow. @param {Page} page @param {string} slug @param {number} width */
async function lookAtNames(page, slug, width) {
  for (const end of /** @type {const} */ (["first", "last"]))
    await expect.poll(() => page.evaluate(namesWrong, end), `${slug}, the ${end} columns`).toEqual([]);
  if (["producer-consumer", "clock-mixed", "yield-from-chain"].includes(slug)) await picture(page, `names-${width}-${slug}`);
}

/** In the page: the names that are not seen whole over their columns. Only those in sight are in the document. @param {"first"|"last"} end that is scrolled to */
function namesWrong(end) {
  const scroller = /** @type {HTMLElement} */ (document.querySelector(".timeline-scroll"));
  const canvas = /** @type {HTMLElement} */ (document.querySelector(".timeline-stage canvas"));
  scroller.scrollLeft = end === "first" ? 0 : scroller.scrollWidth;
  const lanes = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".lane")]);
  const isCut = (/** @type {Element} */ { scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
    scrollWidth > clientWidth || scrollHeight > clientHeight + 1;
  const wrong = lanes.filter((lane) => {
    const name = /** @type {HTMLElement} */ (lane.querySelector(".lane-name"));
    const box = name.getBoundingClientRect();
    const parts = [...name.querySelectorAll(".lane-text, .lane-detail")];
    return parts.some(isCut) || box.top < scroller.getBoundingClientRect().top || box.bottom > canvas.getBoundingClientRect().top + 0.5;
  });
  return lanes.length ? wrong.map((lane) => lane.innerText) : ["no names at all"];
}

/** In the page: the steps of the run, of a long one the first 300; and those whose sentence is cut or moved the timeline. */
async function walk() {
  const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const [sentence, forward, timeline] = ["sentence", "forward", "panel-timeline"].map(element);
  // What is measured is laid out, but painted only at the end: painting each step takes thrice the time.
  const afterFrame = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => {
    Promise.resolve().then(() => callback(performance.now()));
    return 1;
  };
  const drawn = () => new Promise(requestAnimationFrame); // a frame draws one step
  await drawn();
  element("first").click();
  const { top } = timeline.getBoundingClientRect();
  /** @type {string[]} */
  const wrong = [];
  let steps = 0;
  for (; ; steps++) {
    if (sentence.scrollHeight > sentence.clientHeight || sentence.scrollWidth > sentence.clientWidth)
      wrong.push(`cut: ${sentence.innerText}`);
    if (timeline.getBoundingClientRect().top !== top) wrong.push(`moved: ${sentence.innerText}`);
    if (steps === 300 || forward.getAttribute("aria-disabled") === "true") break;
    await drawn();
    forward.click();
  }
  window.requestAnimationFrame = afterFrame;
  return { steps, wrong };
}

test("the line that runs stays in sight when the code loses height", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "/?example=producer-consumer");
  await leaveEditor(page);
  const running = page.locator("#editor .cm-running-line");
  const below = async () => {
    const [line, editor] = [await boxOf(page, "#editor .cm-running-line"), await boxOf(page, "#editor")];
    return line.y + line.height - (editor.y + editor.height);
  };
  await runText(page, `${"n = 1\n".repeat(14)}`);
  await leaveEditor(page);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(running).toBeInViewport({ ratio: 1 });
  const before = await below();
  await page.getByRole("separator", { name: "Height of the output" }).focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowUp");
  await expect.poll(below).toBeLessThan(0);
  expect(before).toBeLessThan(0);
});

test("the line that makes a frame stays in sight, not the one where the frame is defined", async ({ page }) => {
  await open(page);
  await runText(page, `def numbers():\n    yield 1\n${"\n".repeat(60)}kept = 1\nmade = numbers()\nprint(next(made))\n`);
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /makes numbers\(\)/);
  await expect(page.locator("#editor .cm-running-line")).toBeInViewport({ ratio: 1 });
  await expect(page.locator("#editor .cm-running-line")).toHaveText("made = numbers()");
});

test("the cards have a divider", async ({ page }) => {
  await open(page);
  const height = async () => (await boxOf(page, "#panel-frames")).height;
  const before = await height();
  await page.getByRole("separator", { name: "Height of the cards" }).focus();
  await page.keyboard.press("ArrowUp");
  expect(await height()).toBe(before + 24);
  await page.reload();
  await ran(page);
  expect(await height()).toBe(before + 24);
  const { x, y } = await boxOf(page, "#divider-cards");
  await page.mouse.move(x + 300, y);
  await page.mouse.down();
  await page.mouse.move(x + 300, y + 60);
  await page.mouse.up();
  expect(Math.abs((await height()) - (before + 24 - 60))).toBeLessThanOrEqual(2);
});

test("the event loop has a card only where there is a loop, and the others take its room", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  const width = async () => (await boxOf(page, "#locals")).width;
  await expect(page.locator("#loop-card")).toBeHidden();
  const wide = await width();
  await runText(page, program("tasks"));
  await expect(page.locator("#loop-card")).toBeVisible();
  expect(await width()).toBeLessThan(wide * 0.75);
});

for (const colorScheme of /** @type {("light"|"dark")[]} */ (["light", "dark"])) {
  test(`forced colours, ${colorScheme}: the states keep their shapes in the system's colours`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await open(page);
    await runText(page, program("channel"));
    await leaveEditor(page);
    await page.keyboard.press("Home");
    await stepUntil(page, /it passes 2 on/);
    await page.waitForTimeout(400);
    await picture(page, `forced-${colorScheme}`);
    const counts = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement("canvas")).getContext("2d");
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector(".timeline-stage canvas"));
      const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(0, 0, canvas.width, canvas.height);
      return ["Highlight", "CanvasText"].map((name) => {
        const element = document.body.appendChild(document.createElement("i"));
        element.style.color = name;
        const colour = getComputedStyle(element).color;
        if (!probe) throw new Error("no canvas");
        probe.fillStyle = colour;
        probe.fillRect(0, 0, 1, 1);
        const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
        let count = 0;
        const near = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) <= 3;
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] > 128 && near(data[i], r) && near(data[i + 1], g) && near(data[i + 2], b)) count++;
        return count;
      });
    });
    expect(counts[0], "what runs is in the system's highlight").toBeGreaterThan(2000);
    expect(counts[1], "edges and hatching in its text's colour").toBeGreaterThan(500);
    await expect(page.locator(".playhead")).toHaveCSS(
      "background-color",
      await page.locator("body").evaluate((body) => getComputedStyle(body).color),
    );
  });
}

test("on paper: the whole program, the whole run, the output, on white", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  const long = `${program("channel")}${"\n# a line".repeat(150)}\nprint("the last line")\n`;
  await runText(page, long);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const sheet = page.locator("#print-sheet");
  await expect(sheet).toBeVisible();
  await expect(page.locator("header.top")).toBeHidden();
  await expect(sheet.locator(".print-program li")).toHaveCount(long.trimEnd().split("\n").length);
  await expect(sheet.locator(".print-program li").last()).toHaveText('print("the last line")');
  await expect(sheet.locator(".print-strip").first()).toContainText("module");
  await expect(sheet.locator(".print-strip canvas").first()).toBeVisible();
  await expect(sheet.locator(".output")).toContainText("cleaning up");
  const [ground, ink] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
  expect(ground).toBe("rgb(255, 255, 255)");
  expect(ink).not.toBe("rgb(232, 237, 242)");
  await page.setViewportSize({ width: 718, height: 1000 });
  await picture(page, "paper");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(sheet).toBeEmpty();
});

test("for a projector: type half as large again, code wrapped, by one key; pointers still find the timeline", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  const height = () =>
    page
      .locator("#sentence code, #sentence strong, #sentence button")
      .first()
      .evaluate((element) => element.getBoundingClientRect().height);
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const before = await height();
  await page.keyboard.press("p");
  expect((await height()) / before).toBeCloseTo(1.5, 1);
  await expect(page.getByRole("button", { name: "Wrap long lines" })).toHaveAttribute("aria-pressed", "true");
  await stepUntil(page, /it passes 2 on/);
  await page.waitForTimeout(300);
  await picture(page, "projector");
  const column = await boxOf(page, ".playhead-column");
  const count = await page.locator("#count").innerText();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#count")).not.toHaveText(count);
  await page.waitForTimeout(300);
  await page.mouse.click(column.x + column.width / 2, column.y + 60);
  await expect(page.locator("#count")).toHaveText(count);
  await page.reload();
  await ran(page);
  await expect(page.locator("html")).toHaveAttribute("data-projector", "");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await leaveEditor(page);
  await page.keyboard.press("p");
  await expect(page.locator("html")).not.toHaveAttribute("data-projector", "");
  await expect(page.getByRole("button", { name: "Wrap long lines" })).toHaveAttribute("aria-pressed", "false");
});

for (const { width, height } of [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
]) {
  test(`a projector of ${width}×${height}: code, sentence and timeline have room side by side`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await open(page, "/?example=producer-consumer");
    await leaveEditor(page);
    await page.keyboard.press("p");
    const running = page.locator("#editor .cm-running-line");
    await expect(running, "the line that runs comes into sight").toBeInViewport({ ratio: 1 });
    await page.waitForTimeout(300);
    await picture(page, `projector-${width}x${height}`);
    const editor = await boxOf(page, "#editor");
    const [line, text] = [await boxOf(page, "#editor .cm-running-line"), await boxOf(page, "#editor .cm-content")];
    expect(editor.height / 36, "lines of code").toBeGreaterThan(10);
    expect(text.width / editor.width, "the gutter takes not much of the code's room").toBeGreaterThan(0.65);
    expect(line.y).toBeGreaterThanOrEqual(editor.y);
    expect(line.y + line.height).toBeLessThanOrEqual(editor.y + editor.height);
    const rows = await page.evaluate(() => {
      const body = /** @type {HTMLElement} */ (document.querySelector(".timeline-body")).getBoundingClientRect();
      return [...document.querySelectorAll(".lane")]
        .map((lane) => lane.getBoundingClientRect())
        .map(({ top, bottom, height }) => ({ height, seen: top >= body.top && bottom <= body.bottom + 1 }));
    });
    expect(rows.length).toBe(3);
    for (const row of rows) {
      expect(row.seen, "every frame's row is in sight").toBe(true);
      expect(row.height).toBeGreaterThanOrEqual(54);
    }
    for (const [part, least] of /** @type {[string, number][]} */ ([
      [".output", 90],
      ["#locals", 75],
      ["#waiting", 75],
    ])) {
      expect((await boxOf(page, part)).height, part).toBeGreaterThan(least);
    }
    await walkAll(page);
  });
}
