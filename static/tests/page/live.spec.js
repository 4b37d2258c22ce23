// Live: the page follows the typing, and stays where somebody stands.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { field, leaveEditor, open, picture, ran, runText, stepUntil, test } from "./page.js";

const SLEEPERS = `import asyncio

async def worker(name, pause):
    await asyncio.sleep(pause)
    return name

async def main():
    await asyncio.gather(worker("a", 1), worker("b", 2), worker("c", 4))

asyncio.run(main())
`;

test("the page follows the typing, keeps its place, and says quietly what is wrong", async ({ page }) => {
  await open(page);
  await runText(page, SLEEPERS);
  const live = page.getByRole("button", { name: "Live" });
  const note = page.locator("#live-note");
  const sentence = page.locator("#sentence");
  await expect(note).toBeHidden();
  await leaveEditor(page);
  await page.keyboard.press("u");
  await expect(live).toHaveAttribute("aria-pressed", "true");
  await expect(note).toHaveText("Runs as you type.");
  await page.keyboard.press("Home");
  await stepUntil(page, /worker\(\) #2 goes on|resumes worker\(\) #2|worker\(\) #2.*2\.000 s/);
  const told = await sentence.innerText();
  const step = await page.locator("#count").innerText();
  const height = async () => (await page.locator("#panel-timeline").boundingBox())?.height;
  const room = await height();

  // A line above: the same frame at the same line.
  let runs = 0;
  await page.route("**/api/trace", (route) => {
    runs++;
    return route.continue();
  });
  await field(page).click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("# three sleepers\n", { delay: 20 });
  await expect(sentence).toHaveText(told.replace(/line (\d+)/g, (_, line) => `line ${Number(line) + 1}`));
  await expect(page.locator("#count")).toHaveText(step);
  expect(runs, "one run for all of the keystrokes").toBe(1);

  // A broken text: the old trace stays, the focus too, and nothing moves.
  await page.keyboard.insertText("def broken(:\n");
  await expect(note).toContainText("SyntaxError (line 2");
  await expect(page.locator("body")).toHaveClass(/stale/);
  await expect(page.locator("#banners")).toBeEmpty();
  expect(await height()).toBe(room);
  await picture(page, "live-broken");
  expect(await violations(page)).toEqual([]);
  await expect(field(page)).toBeFocused();

  // Mended: the place is found again.
  await page.keyboard.press("ControlOrMeta+z");
  await expect(note).toHaveText("Runs as you type.");
  await expect(page.locator("body")).not.toHaveClass(/stale/);
  await expect(page.locator("#count")).toHaveText(step);

  // The browser remembers it; a run under way is given up for the newer text.
  await page.reload();
  await ran(page);
  await expect(live).toHaveAttribute("aria-pressed", "true");
  await page.route("**/api/trace", async (route) => {
    if (route.request().postData()?.includes("older")) await new Promise((resolve) => setTimeout(resolve, 3000));
    await route.fallback().catch(() => {});
  });
  await field(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("print('older')");
  const run = page.locator("#run");
  await expect(run).toHaveText(/Stop/);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.insertText("print('newer')");
  await expect(page.locator("#output")).toContainText("newer");
  await expect(run).toHaveText(/Run/);
});
