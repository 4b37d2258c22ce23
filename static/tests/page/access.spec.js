// axe in both layouts and themes, in every state of the page; sizes of controls; what is said to screen readers; the keyboard.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, leaveEditor, open, picture, program, ran, runText, stepUntil, test, write } from "./page.js";

/** @import { Page } from "@playwright/test" */

test.describe.configure({ timeout: 60_000 }); // axe takes seconds, and many states are looked at in one test

const LAYOUTS = [
  { name: "wide", width: 1440, height: 900 },
  { name: "narrow", width: 390, height: 844 },
];
const THEMES = /** @type {("light"|"dark")[]} */ (["light", "dark"]);

for (const { name, width, height } of LAYOUTS) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test("axe finds nothing", async ({ page }) => {
      await open(page);
      const show = async (/** @type {string} */ tab) => name === "narrow" && page.getByRole("tab", { name: tab }).click();
      await show("Code");
      await runText(page, program("channel"));
      expect(await violationsInThemes(page)).toEqual([]);
      await show("Timeline");
      await leaveEditor(page);
      await page.keyboard.press("Home");
      await stepUntil(page, /it passes 2 on/);
      await page.waitForTimeout(400);
      expect(await violationsInThemes(page, name)).toEqual([]);
      await show("Frames");
      expect(await violationsInThemes(page)).toEqual([]);
      await show("Output");
      expect(await violationsInThemes(page)).toEqual([]);

      await show("Code");
      await runText(page, program("locks"));
      if (name === "narrow") await page.locator(".banner summary").click();
      await expect(page.locator(".banner-list")).toBeVisible();
      expect(await violationsInThemes(page)).toEqual([]);
      await runText(page, program("throw"));
      expect(await violationsInThemes(page)).toEqual([]);
      await page.getByRole("button", { name: "Keys and signs" }).click();
      expect(await violationsInThemes(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await show("Timeline");
      await page.getByRole("button", { name: "All steps as a table" }).click();
      expect(await violationsInThemes(page)).toEqual([]);
    });

    test("axe finds nothing by time, looking inside, in the second tab and the loop's card", async ({ page }) => {
      await open(page);
      const show = async (/** @type {string} */ tab) => name === "narrow" && page.getByRole("tab", { name: tab, exact: true }).click();
      await show("Code");
      await runText(page, program("tasks"));
      await show("Timeline");
      await page.getByRole("button", { name: "By time" }).click();
      await leaveEditor(page);
      await page.keyboard.press("Home");
      await stepUntil(page, /tick\(\) #2 is suspended/);
      await page.waitForTimeout(400);
      expect(await violationsInThemes(page, `by-time-${name}`)).toEqual([]);
      await show("Frames");
      expect(await violationsInThemes(page)).toEqual([]);
      await show("Timeline");
      await Promise.all([page.waitForResponse("**/api/trace"), page.getByRole("button", { name: "Look inside" }).click()]);
      await ran(page);
      const module = page.locator(".lane.library", { hasText: "asyncio.tasks" });
      // Names of rows are in the document as far as they are in sight.
      const scroller = page.locator(".timeline-scroll");
      await expect
        .poll(async () => {
          await scroller.evaluate((element) => element.scrollBy(100, 40));
          return module.count();
        })
        .toBe(1);
      await module.locator(".lane-name").click();
      await leaveEditor(page);
      await stepUntil(page, /Next in sleep\(\) #\d: line/);
      await page.waitForTimeout(400);
      expect(await violationsInThemes(page, `inside-${name}`)).toEqual([]);
      await show("Code");
      await expect(page.getByRole("textbox", { name: "Library" })).toBeVisible();
      expect(await violationsInThemes(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });

    test("axe finds nothing with the textarea", async ({ page }) => {
      await page.route("**/static/editor*.js", (route) => route.abort());
      await open(page);
      if (name === "narrow") await page.getByRole("tab", { name: "Code" }).click();
      await runText(page, "def f(:\n");
      await expect(page.locator(".plain-trouble")).toBeVisible();
      expect(await violationsInThemes(page)).toEqual([]);
    });
  });
}

/** In both themes, each of which may have a picture. @param {Page} page @param {string} [pictured] */
async function violationsInThemes(page, pictured) {
  const found = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await drawn(page);
    if (pictured) await picture(page, `${pictured}-${colorScheme}`);
    found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

const ENDLESS = "while True:\n    pass\n";

/** The states of the page: how each is come to, from a page that has run `channel.py`. @type {Record<string, (page: Page, show: (tab: string) => Promise<void>) => Promise<void>>} */
const STATES = {
  "a step with sleepers": async (page) => {
    await toSleepers(page);
  },
  "a chosen row": async (page) => {
    await toSleepers(page);
    await page.keyboard.press("ArrowUp");
    await expect(page.locator("#follow")).toHaveCount(1);
  },
  "an edited program": async (page, show) => {
    await show("Code");
    await write(page, "x = 1\n");
    await show("Timeline");
    await expect(page.locator("#stale")).toBeVisible();
  },
  "a syntax error": async (page, show) => {
    await show("Code");
    await runText(page, "def f(:\n");
    await expect(page.locator(".banner.error")).toBeVisible();
  },
  "an uncaught exception": async (page, show) => {
    await show("Code");
    await runText(page, program("throw"));
    await show("Output");
    await page.keyboard.press("End");
  },
  "a limit": async (page, show) => {
    await show("Code");
    await runText(page, ENDLESS);
    await show("Timeline");
  },
  "a deadlock": async (page, show) => {
    await show("Code");
    await runText(page, program("locks"));
    await show("Frames");
  },
  "a loop, by time": async (page, show) => {
    await show("Code");
    await runText(page, program("tasks"));
    await show("Timeline");
    await page.getByRole("button", { name: "By time" }).click();
  },
  "the library's source": async (page, show) => {
    await show("Code");
    await runText(page, program("inside"));
    await show("Timeline");
    await Promise.all([page.waitForResponse("**/api/trace"), page.getByRole("button", { name: "Look inside" }).click()]);
    await ran(page);
    await show("Code");
  },
  "find and replace": async (page, show) => {
    await show("Code");
    await page.getByRole("button", { name: "Find and replace" }).click();
    await page.getByRole("textbox", { name: "Find" }).fill("yield");
  },
  completion: async (page, show) => {
    await show("Code");
    await write(page, "import asyncio\n");
    await page.keyboard.type("asyncio.g");
    await expect(page.getByRole("listbox", { name: /ompletion/ })).toBeVisible();
  },
  "keys and signs": async (page) => {
    await page.getByRole("button", { name: "Keys and signs" }).click();
  },
  "the table of steps": async (page, show) => {
    await show("Timeline");
    await page.getByRole("button", { name: "All steps as a table" }).click();
  },
  "go to a step": async (page) => {
    await page.locator("#count").click();
  },
  "the server gone": async (page) => {
    await page.route("**/api/**", (route) => route.abort());
    await page.locator("#run").click();
    await expect(page.locator(".banner.error")).toBeVisible();
  },
  "a run under way": async (page) => {
    await page.route("**/api/trace", () => {});
    await page.locator("#run").click();
    await expect(page.locator("#run")).toHaveText(/Stop/);
  },
  "for a projector": async (page) => {
    await leaveEditor(page);
    await page.keyboard.press("p");
    await page.waitForTimeout(300);
  },
};

/** @param {Page} page */
async function toSleepers(page) {
  await leaveEditor(page);
  await page.keyboard.press("Home");
  await stepUntil(page, /it passes 2 on/);
  await page.waitForTimeout(300);
}

for (const { name, width, height, colorScheme } of [
  { ...LAYOUTS[0], colorScheme: THEMES[0] },
  { ...LAYOUTS[1], colorScheme: THEMES[1] },
]) {
  test.describe(`in every state, ${name}`, () => {
    test.use({ viewport: { width, height }, colorScheme });
    for (const [state, reach] of Object.entries(STATES)) {
      test(`${state}: axe finds nothing, and no control is smaller than 24 pixels`, async ({ page }) => {
        await open(page);
        const show = async (/** @type {string} */ tab) => {
          if (name === "narrow") await page.getByRole("tab", { name: tab, exact: true }).click();
        };
        await show("Code");
        await runText(page, program("channel"));
        await reach(page, show);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(smallControls)).toEqual([]);
      });
    }
  });
}

/** In the page: what can be pressed and is smaller than 24 pixels, in the editor's shadow too. Dividers are lines, and moved by keys as well. */
function smallControls() {
  const within = (/** @type {ParentNode} */ root) =>
    /** @type {Element[]} */ ([...root.querySelectorAll("button, select, input, textarea, summary, a[href], [role=button], [role=tab]")]);
  const shadows = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? within(shadowRoot) : []));
  return [...within(document), ...shadows]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".skip"))
    .flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width >= 24 && height >= 24
        ? []
        : [`${element.tagName} ${element.id || element.className} ${element.textContent}: ${width} × ${height}`];
    });
}

test("a run, an error, a chosen row and the end of the run are announced", async ({ page }) => {
  await open(page);
  const said = page.locator("#announcement");
  await runText(page, program("channel"));
  await expect(said).toHaveText(/^The program ran to its end, to step 34\. Now at step \d+\.$/);
  await toSleepers(page);
  await expect(said).toContainText(/^Step \d+\. outer\(\) is suspended/);
  await page.locator(".lane-name", { hasText: "inner()" }).click();
  await expect(said).toHaveText("inner() is chosen: suspended, line 4, 1 locals.");
  await leaveEditor(page);
  await page.keyboard.press("End");
  await expect(said).toContainText(/^Step \d+, the last\. /);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Space");
  await expect(said, "played to its end").toContainText(/^Step \d+, the last\. /);
  const errors = page.locator("#banners");
  await expect(errors).toHaveAttribute("role", "status");
  await runText(page, "def f(:\n");
  await expect(errors).toContainText("SyntaxError");
});

test("output that is written later is told apart from what is there", async ({ page }) => {
  await open(page);
  await runText(page, program("channel"));
  await toSleepers(page);
  const later = page.getByRole("region", { name: "What the program wrote" }).getByRole("group", { name: "Written later, after this step" });
  await expect(later).toContainText("cleaning up");
  await expect(later).not.toContainText("inner got hi");
  await expect(page.locator("#output .edge")).toHaveText("written later");
  await page.keyboard.press("End");
  await expect(later).toHaveCount(0);
});

test("everything can be reached with the keyboard alone", async ({ page }) => {
  await open(page);
  const reached = new Set();
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press("Tab");
    const where = await page.evaluate(() => {
      const element = document.activeElement;
      if (element?.closest("#editor")) return "editor";
      return element?.id || element?.className || "";
    });
    if (where === "editor") await page.keyboard.press("Escape");
    reached.add(where);
  }
  for (const id of [
    "examples",
    "run",
    "share",
    "theme",
    "help-open",
    "my-programs-open",
    "editor",
    "output",
    "divider-left",
    "look-inside",
    "by-steps",
    "by-time",
    "zoom-in",
    "steps-open",
    "locals",
    "play",
    "scrubber",
    "speed",
  ]) {
    expect([...reached], id).toContain(id);
  }
});

test("no motion where none is wanted", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  const playhead = page.locator(".playhead");
  const after = async () => {
    await drawn(page);
    return playhead.evaluate((element) => element.style.transform);
  };
  await page.keyboard.press("ArrowRight");
  const soon = await after();
  await page.waitForTimeout(400);
  expect(await playhead.evaluate((element) => element.style.transform)).toBe(soon);
});
