import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, expectText, field, leaveEditor, open, picture, program, ran, runText, shareLink, stepUntil, test, write } from "./page.js";

test("first visit: an example has run, the sentence tells its step, one hint can be dismissed for good", async ({ page }) => {
  await open(page);
  await expect(page.locator("#sentence")).toContainText(/\w+.*\./);
  await expect(page.locator("#examples")).not.toHaveValue("");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page.locator("#hint")).toBeVisible();
  await picture(page, "first-visit");
  await page.getByRole("button", { name: "Dismiss the hint" }).click();
  await page.reload();
  await ran(page);
  await expect(page.locator("#hint")).toBeHidden();
});

test("the canvas is drawn, and drawn anew at another step", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  const canvas = page.locator(".timeline-stage canvas");
  const inked = () =>
    canvas.evaluate((/** @type {HTMLCanvasElement} */ c) => {
      const { data } = /** @type {CanvasRenderingContext2D} */ (c.getContext("2d")).getImageData(0, 0, c.width, c.height);
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) sum += data[i + 3] ? data[i] * 3 + data[i + 1] : 0;
      return sum;
    });
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await page.waitForTimeout(400);
  const first = await inked();
  expect(first).toBeGreaterThan(1000);
  await stepUntil(page, /it passes 2 on/);
  await page.waitForTimeout(400);
  expect(await inked()).not.toBe(first);
});

test("an edited program is greyed until it is run, then stepped through to its end", async ({ page }) => {
  await open(page);
  await write(page, `${program("channel")}# edited\n`);
  await expect(page.getByRole("button", { name: /Run to update/ })).toBeVisible();
  await expect(page.locator("#examples option:checked")).toHaveText("Edited copy of A first generator");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: /Run to update/ })).toBeHidden();
  await ran(page);
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await expect(page.locator("#sentence")).toHaveText(/^The program begins/);
  await stepUntil(page, /it passes 2 on\. g\.send\("hi"\) in line 17 gets it/);
  await expect(page.locator(".badge")).toHaveText([/inner/, /outer/]);
  await expect(page.locator("#waiting .chains")).toContainText("outer()");
  await expect(page.locator("#waiting .chains")).toContainText("inner()");
  await expect(page.locator(".lane-label")).toHaveText(["module", "outer()", "inner()"]);
  await expect(page.locator("#output .stdout").first()).toContainText("inner got hi");
  await expect(page.locator("#output .ahead")).toContainText("cleaning up");
  await picture(page, "wide-channel");
  await page.keyboard.press("End");
  await expect(page.locator("#output .ahead")).toHaveCount(0);
  await expect(page.locator("#totals")).toContainText(/steps.*peak memory/s);
});

test("the keys do what the list says, and can be switched off", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  const count = page.locator("#count");
  const step = async () => {
    await drawn(page);
    return Number((await count.innerText()).match(/\d+/)?.[0]);
  };
  await page.keyboard.press("Home");
  expect(await step()).toBe(0);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  expect(await step()).toBe(1);
  await page.keyboard.press(".");
  await expect(page.locator("#sentence")).toContainText("yields 1");
  const suspension = await step();
  await page.keyboard.press(".");
  expect(await step()).toBeGreaterThan(suspension);
  await page.keyboard.press(",");
  expect(await step()).toBe(suspension);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.locator("#sentence")).toContainText("inner()");
  await page.keyboard.press("ArrowUp");
  await expect(page.locator("#follow")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  expect(await step()).toBe(7);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Play" })).toBeVisible();
  for (const key of ["+", "-", "0", "f"]) await page.keyboard.press(key);

  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys and signs" });
  await expect(help).toBeVisible();
  await picture(page, "help");
  await help.getByRole("button", { name: "About Stillframe" }).press("Enter");
  const about = page.getByRole("dialog", { name: "About Stillframe" });
  await expect(about).toContainText("What is stored");
  await expect(about.getByRole("link", { name: "Every known difference" })).toHaveAttribute("href", /language$/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("?");
  await help.getByLabel("These keys are on").uncheck();
  await page.keyboard.press("Escape");
  const before = await step();
  await leaveEditor(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("g");
  expect(await step()).toBe(before);
  await expect(page.locator("dialog[open]")).toHaveCount(0);
});

test("letters typed into the editor are text; Escape then Tab leaves it", async ({ page }) => {
  await open(page);
  const before = await page.locator("#count").innerText();
  await write(page, "x = 1");
  await page.keyboard.type("fg,.? ");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  expect(await page.locator("#count").innerText()).toBe(before);
  const inEditor = () => page.evaluate(() => document.querySelector("#editor")?.contains(document.activeElement));
  await page.keyboard.press("Tab");
  expect(await inEditor()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect.poll(inEditor).toBe(false);
});

test("a value that is a frame is a link to its row", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /set g to outer/);
  await page.locator("#locals").getByRole("button", { name: "outer()" }).click();
  await expect(page.locator("#locals-title")).toHaveText("Locals · outer()");
  await expect(page.locator("#locals")).toContainText("GEN_CREATED");
  await page.getByRole("button", { name: "Follow the step" }).click();
  await expect(page.locator("#locals-title")).toHaveText("Locals · module");
});

test("tasks: the event loop has a row, a clock, timers", async ({ page }) => {
  await open(page);
  await runText(page, program("tasks"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /The clock went on to 2\.500 s/);
  await expect(page.locator("#loop-title")).toHaveText("Event loop · t = 2.500 s");
  await expect(page.locator("#loop")).toContainText("Task-3");
  await expect(page.locator(".lane-name.plain")).toHaveText("event loop");
  await picture(page, "wide-tasks");
});

test("more than eight like frames are one row, which opens", async ({ page }) => {
  await open(page);
  await runText(page, program("crew"));
  const group = page.locator(".lane", { hasText: "worker ×12" });
  await expect(group).toBeVisible();
  await group.getByRole("button", { name: /Open the frames/ }).click();
  await expect(page.locator(".lane-label", { hasText: "worker() #1" }).first()).toBeVisible();
});

test("on screens from 770 to 1300 pixels the tools are all there", async ({ page }) => {
  await open(page);
  await runText(page, program("tasks"));
  const tools = await page.locator(".tools button").all();
  expect(tools.length).toBe(11);
  for (const width of [770, 900, 1100, 1300]) {
    await page.setViewportSize({ width, height: 700 });
    await drawn(page);
    for (const tool of tools) {
      const box = await tool.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? width), (await tool.getAttribute("id")) ?? "").toBeLessThanOrEqual(width);
    }
    await page.getByRole("button", { name: "By time" }).click();
    await expect(page.getByRole("button", { name: "By time", pressed: true })).toBeVisible();
    await picture(page, `wide-${width}`);
    await page.getByRole("button", { name: "By steps" }).click();
  }
});

test("where names are cut, what tells them apart is not", async ({ page }) => {
  await open(page);
  await runText(
    page,
    "def a_rather_long_name_of_a_generator():\n    yield\n\nboth = [a_rather_long_name_of_a_generator(), a_rather_long_name_of_a_generator()]\nprint([next(one) for one in both])\n",
  );
  const ordinals = page.locator(".lane-ordinal");
  await expect(ordinals).toHaveText([" #1", " #2"]);
  for (const ordinal of await ordinals.all()) {
    const [own, lane] = [await ordinal.boundingBox(), await ordinal.locator("xpath=ancestor::li").boundingBox()];
    expect((own?.x ?? 0) + (own?.width ?? 999)).toBeLessThanOrEqual((lane?.x ?? 0) + (lane?.width ?? 0));
  }
});

test("all steps as a table say the same and lead to a step", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await page.getByRole("button", { name: "All steps as a table" }).click();
  const table = page.getByRole("dialog", { name: "All steps" });
  const row = table.getByRole("row").filter({ hasText: "it passes 2 on" }).last();
  const words = await row.getByRole("cell").last().innerText();
  await picture(page, "steps");
  await row.getByRole("button").click();
  await expect(table).toBeHidden();
  expect((await page.locator("#sentence").innerText()).replace(/\s+/g, " ")).toBe(words.replace(/\s+/g, " "));
});

test("an uncaught exception is told, with its traceback in the output", async ({ page }) => {
  await open(page);
  await runText(page, program("throw"));
  await expect(page.locator(".banner.error")).toContainText("KeyError");
  await leaveEditor(page);
  await page.keyboard.press("End");
  await expect(page.locator("#output .stderr")).toContainText("Traceback (most recent call last):");
  await picture(page, "uncaught");
});

test("a syntax error: a squiggle and a sentence, and the old trace stays", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  const before = await page.locator("#count").innerText();
  await runText(page, "x = 1\ndef f(:\n    pass\n");
  await expect(page.locator(".banner.error")).toContainText(/SyntaxError \(line 2/);
  await expect(page.locator(".cm-lintRange-error, .plain-squiggle")).toHaveCount(1);
  expect(await page.locator("#count").innerText()).toBe(before);
  await picture(page, "syntax-error");
  await runText(page, "x = 1\n");
  await expect(page.locator(".banner")).toHaveCount(0);
  await expect(page.locator(".cm-lintRange-error, .plain-squiggle")).toHaveCount(0);
});

test("a limit is named, and what was recorded is there", async ({ page }) => {
  await open(page);
  await runText(page, "while True:\n    pass\n");
  await expect(page.locator(".banner.warning")).toContainText("Limit passed: instructions.");
  await expect(page.locator(".banner.note")).toContainText(/recorded the first [\d,]+ steps/);
  await leaveEditor(page);
  await page.keyboard.press("End");
  await expect(page.locator("#sentence")).toContainText(/\w/);
  await picture(page, "limit");
});

test("a deadlock is told", async ({ page }) => {
  await open(page);
  await runText(page, "import asyncio\n\nasync def main():\n    await asyncio.get_running_loop().create_future()\n\nasyncio.run(main())\n");
  await expect(page.locator(".banner.warning")).toContainText("Nothing is ready and no timer is set");
});

test("a link to a program and a moment brings both back", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
  await drawn(page);
  const sentence = await page.locator("#sentence").innerText();
  const link = await shareLink(page);
  expect(link).toMatch(/\/p\/\w+\?step=5$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const other = await context.newPage();
  await open(other, link);
  expect(await other.locator("#sentence").innerText()).toBe(sentence);
  await expect(other.locator("#count")).toHaveText(/^Step 5 of /);
  await other.evaluate(() => {
    location.hash = "step=8";
  });
  await expect(other.locator("#count")).toHaveText(/^Step 8 of /);
  await other.close();
});

test("a step taken just before the run is looked at otherwise stays in the address", async ({ page }) => {
  await open(page, "/?example=clock-async-await#step=10");
  await leaveEditor(page);
  for (const key of ["ArrowRight", "ArrowRight", "t"]) await page.keyboard.press(key);
  await expect(page.locator("#count")).toHaveText(/^Step 12 of/);
  await expect(page).toHaveURL(/#step=12&by=time$/);
  for (const key of ["ArrowRight", "ArrowRight", "q"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(/#step=0&by=time$/);
});

test("an address without a program says so and shows an example", async ({ page }) => {
  await page.goto("/p/nothinghere");
  await ran(page);
  await expect(page.locator(".banner.warning")).toContainText("No such program");
});

test("the server is gone: the page says so, and keeps the text for the next visit", async ({ page }) => {
  await open(page);
  await page.route("**/api/**", (route) => route.abort());
  await write(page, "kept = 'here'\n");
  await page.getByRole("button", { name: /^Run/ }).first().click();
  await expect(page.locator(".banner.error")).toContainText("The server does not answer.");
  await picture(page, "server-gone");
  await page.unroute("**/api/**");
  await page.reload();
  await ran(page);
  await expectText(page, "kept");
  await expect(page.locator(".banner")).toHaveCount(0);
});

test("a run under way can be stopped", async ({ page }) => {
  await open(page);
  await page.route("**/api/trace", () => {}); // never answered
  await page.locator("#run").click();
  await expect(page.locator("#run")).toHaveText(/Stop/);
  await page.locator("#run").click();
  await expect(page.locator("#run")).toHaveText(/Run/);
  await expect(page.locator(".banner")).toContainText("Stopped.");
});

test("a run that waits for its turn says how many run before it", async ({ page }) => {
  await open(page);
  await runText(page, "x = 1\n");
  /** @type {string[]} */
  const asked = [];
  let place = 2;
  /** @type {() => void} */
  let answer = () => {};
  await page.route("**/api/trace", async (route) => {
    asked.push(route.request().headers()["x-request-id"] ?? "");
    await new Promise((done) => {
      answer = () => done(null);
    });
    await route.continue();
  });
  await page.route("**/api/queue/*", (route) => {
    asked.push(route.request().url().split("/").at(-1) ?? "");
    return route.fulfill({ json: { place, waiting: 3 } });
  });
  await page.locator("#run").click();
  await expect(page.locator("#banners")).toContainText("2 programs run before yours.");
  place = 1;
  await expect(page.locator("#banners")).toContainText("One program runs before yours.");
  answer();
  await ran(page);
  await expect(page.locator("#banners")).not.toContainText("before yours");
  expect(new Set(asked).size, "the place is that of the run's own request").toBe(1);
});

test("another example can be opened, and one's own program is still there to go back to", async ({ page }) => {
  await open(page);
  await runText(page, "mine = 1\n");
  await page.locator("#examples").selectOption("throw");
  await ran(page);
  await expect(page.locator("body.stale")).toHaveCount(0);
  await page.locator("#examples").selectOption({ label: "Edited copy of A first generator" });
  await ran(page);
  await expectText(page, "mine");
});

test("one's own program is there again at the next visit, at its first step", async ({ page }) => {
  await open(page);
  await expect(page.locator("#count")).not.toHaveText(/^Step 0 of /);
  await runText(page, program("channel"));
  await page.reload();
  await ran(page);
  await expectText(page, "def outer");
  await expect(page.locator("#count")).toHaveText(/^Step 0 of /);
});

test("an example has an address of its own, until its text is changed", async ({ page }) => {
  await open(page);
  const slug = (await page.locator("#examples optgroup option").nth(2).getAttribute("value")) ?? "";
  await page.locator("#examples").selectOption(slug);
  await ran(page);
  await expect(page).toHaveURL(`/?example=${slug}`);
  await page.reload();
  await ran(page);
  await expect(page.locator("#examples")).toHaveValue(slug);
  await write(page, "x = 1\n");
  await expect(page).toHaveURL(/\/#program=\w+$/);
});

test("peaks of memory are told where they matter: rows, locals, totals", async ({ page }) => {
  await open(page);
  await page.route("**/api/trace", (route) => {
    const packed = JSON.parse(readFileSync(new URL("../fixtures/crew.json", import.meta.url), "utf8"));
    packed.frames.peak = [
      [0, 16 * 1024 * 1024],
      [1, 600],
    ];
    packed.outcome.memory = 20 * 1024 * 1024;
    return route.fulfill({ json: packed });
  });
  await runText(page, program("crew"));
  await expect(page.locator(".lane", { hasText: "module" })).toContainText("peak 16.0 MB");
  await expect(page.locator(".lane", { hasText: "listcomp" })).toContainText("peak 600 B");
  await expect(page.locator("#totals")).toContainText("peak memory 20.0 MB");
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await expect(page.locator("#locals .peak")).toHaveText("peak memory 16.0 MB");
});

test("a run that went on unrecorded says how far it was recorded, and its output is complete", async ({ page }) => {
  await open(page);
  await page.route("**/api/trace", (route) => {
    const packed = JSON.parse(readFileSync(new URL("../fixtures/channel.json", import.meta.url), "utf8"));
    packed.outcome.recorded = false;
    return route.fulfill({ json: packed });
  });
  await runText(page, program("channel"));
  await expect(page.locator(".banner.note")).toContainText(/recorded the first \d+ steps; the program ran on to its end/);
  await leaveEditor(page);
  await page.keyboard.press("End");
  await expect(page.locator("#output")).toContainText("cleaning up");
});

test("a program that never began leaves the old run, and the limit is named", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  const before = await page.locator("#count").innerText();
  await page.route("**/api/trace", (route) => {
    const { outcome: _, ...empty } = JSON.parse(readFileSync(new URL("../fixtures/channel.json", import.meta.url), "utf8"), (key, value) =>
      key === "" || key === "strings" || key === "version" || (value && typeof value === "object" && !Array.isArray(value))
        ? value
        : Array.isArray(value)
          ? []
          : "",
    );
    return route.fulfill({
      json: { ...empty, version: 1, outcome: { outcome: "limit", limit: "source", recorded: true, steps: 0, instructions: 0, memory: 0 } },
    });
  });
  await runText(page, "x = 1\n");
  await expect(page.locator(".banner.warning")).toContainText("Limit passed: source.");
  expect(await page.locator("#count").innerText()).toBe(before);
});

test("only steps made by hand are announced, and nothing plays by itself", async ({ page }) => {
  await open(page);
  const count = await page.locator("#count").innerText();
  await page.waitForTimeout(1500);
  expect(await page.locator("#count").innerText()).toBe(count);
  await expect(page.locator("#announcement")).toBeEmpty();
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#announcement")).toContainText("Step 1.");
  await page.keyboard.press("Space");
  await page.waitForTimeout(1500);
  await expect(page.locator("#announcement")).toContainText("Step 1.");
});

test("without its bundle the page has a textarea, with gutter, badges and indentation", async ({ page }) => {
  await page.route("**/static/editor*.js", (route) => route.abort());
  await open(page);
  await expect(page.locator("#editor-kind")).toHaveText("textarea");
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /it passes 2 on/);
  await expect(page.locator(".plain-row .badge")).toHaveText([/inner/, /outer/]);
  await expect(page.locator(".plain-line")).toHaveCount(1);
  await expect(page.locator(".plain-expression")).toHaveCount(1);
  await picture(page, "textarea");
  await write(page, "");
  await page.keyboard.type("def f():");
  await page.keyboard.press("Enter");
  await page.keyboard.type("pass");
  await expect(field(page)).toHaveValue("def f():\n    pass");
});

test("the footer says the editor that the server was built with", async ({ page, request }) => {
  const html = await (await request.get("/")).text();
  const said = html.match(/"editor":\s*"(\w+)"/)?.[1];
  await open(page);
  await expect(page.locator("#editor-kind")).toHaveText(said ?? "none");
  if (said === "codemirror") await expect(page.locator(".cm-editor .cm-gutters")).toBeVisible();
  else await expect(page.locator("textarea.plain-text")).toBeVisible();
});
