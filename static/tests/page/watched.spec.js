// An expression to watch: its value in the locals, the late print beside the output, what is refused.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, leaveEditor, open, picture, runText, test } from "./page.js";
import { WORKERS } from "../watched-program.js";

test("an expression is watched, printed late, refused with a sentence, and let go", async ({ page }) => {
  await open(page);
  await runText(page, WORKERS);
  await leaveEditor(page);
  await page.keyboard.press("Home");
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  await drawn(page);
  const count = await page.locator("#count").innerText();
  const output = page.locator("#output");
  await page.keyboard.press("e");
  const field = page.getByRole("textbox", { name: "Expression to watch" });
  await expect(field).toBeFocused();
  await page.keyboard.type("total + len(queue)");
  await page.keyboard.press("Enter");
  const late = page.getByRole("region", { name: "Late print" });
  await expect(late).toContainText("13 values of total + len(queue)");
  await expect(page.locator("#count"), "the place stays").toHaveText(count);
  await expect(field).toBeFocused();

  const watched = page.locator("#locals .watched");
  await late
    .getByRole("button", { name: /^Go to step/ })
    .nth(2)
    .click();
  const value = await late.locator("[aria-current] code").innerText();
  await expect(watched).toHaveText(`total + len(queue)${value}`);
  await expect(late.locator(".ahead")).toHaveCount(10);
  expect(await violations(page)).toEqual([]);
  await picture(page, "watched");

  await field.fill("queue");
  await page.keyboard.press("Enter");
  await watched.getByRole("button", { name: "list #" }).click();
  await expect(watched.getByRole("listitem").first()).toBeVisible();

  await field.fill("queue.pop()");
  await page.keyboard.press("Enter");
  await expect(late).toContainText("It calls a function, which could change what the program does.");
  await field.fill("nothing_of_that_name");
  await page.keyboard.press("Enter");
  await expect(watched).toContainText("This frame has no such variables.");
  const printed = await output.innerText();
  await page.keyboard.press("Escape");
  await expect(late).toBeHidden();
  await expect(watched).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Watch an expression" })).toBeFocused();
  expect(await output.innerText()).toBe(printed);
});
