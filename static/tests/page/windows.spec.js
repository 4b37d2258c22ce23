// Long runs: the overview, and the way from it to any step.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { leaveEditor, open, picture, ran, runText, test } from "./page.js";

/** Six steps a turn, of which the first begins at step 6: what holds at turn 50,000 is not among the first steps. */
const LONG = `def numbers(n):
    for i in range(n):
        yield i

total = 0
for turn in numbers(60_000):
    total += turn
print(total)
`;

test("a long run has an overview, from which three presses lead to any step", async ({ page }) => {
  await open(page);
  await runText(page, LONG);
  const overview = page.getByRole("region", { name: "Overview of the whole run" });
  await expect(overview).toContainText("0 to 49,999 of 360,010 steps are here");
  const slider = overview.getByRole("slider", { name: "Go to a step of the whole run" });
  await expect(slider).toHaveAttribute("aria-valuetext", /^step [\d,]+ of 360,010$/);

  // A place in it.
  const box = await slider.boundingBox();
  if (!box) throw new Error("the slider is not there");
  await page.mouse.click(box.x + box.width * 0.7, box.y + box.height / 2);
  await expect(overview).toContainText(/2\d\d,\d{3} to 2\d\d,\d{3} of 360,010/);
  await ran(page);
  await expect(page.locator("#count")).toHaveText(/^Step 25\d{4} of 360010$/);
  expect(await violations(page)).toEqual([]);
  await picture(page, "long-run");

  // A step by its number; the address names it.
  await page.locator("#count").click();
  await page.locator("#goto-step").fill("300006");
  await page.keyboard.press("Enter");
  await expect(page.locator("#count")).toHaveText("Step 300006 of 360010");
  await expect(page.locator("#panel-frames, .cards").first()).toContainText("49999");
  await expect(page).toHaveURL(/step=300006/);

  // A step beyond those that are here, and back to the beginning.
  await leaveEditor(page);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("#count")).toHaveText("Step 310006 of 360010");
  await page.keyboard.press("z");
  await expect(slider).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.locator("#count")).toHaveText("Step 0 of 360010");
});

test("a link to a late step opens there", async ({ page }) => {
  await open(page);
  await runText(page, LONG);
  await page.locator("#count").click();
  await page.locator("#goto-step").fill("200000");
  await page.keyboard.press("Enter");
  await expect(page.locator("#count")).toHaveText("Step 200000 of 360010");
  const address = page.url();
  await page.goto("about:blank");
  await open(page, address);
  await expect(page.locator("#count")).toHaveText("Step 200000 of 360010");

  // What the search and the reasons say holds of these steps.
  await leaveEditor(page);
  await page.keyboard.press("/");
  await page.locator("#search-field").fill("nowhere");
  await expect(page.locator("#search-count")).toContainText("none in the steps that are here");
  await page.keyboard.press("Escape");
  await page.locator(".lane-name", { hasText: "module" }).click();
  await leaveEditor(page);
  await page.keyboard.press("y");
  await expect(page.locator("#toast")).toContainText("since before the steps that are here");
});
