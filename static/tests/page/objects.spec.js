// Objects one can open: tokens in the locals, what is in them, where else an object is held, and the picture of boxes and arrows.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, leaveEditor, open, picture, runText, test } from "./page.js";

const TREE = `class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

leaf = Node(1)
root = Node(2, leaf, Node(3))
seen = list(range(300))
for value in root:
    seen.append(value)
root.left = None
text = "long " * 50
`;

test("an object opens in place, stays open, and is lit up wherever it is held", async ({ page }) => {
  await open(page);
  await runText(page, TREE);
  await leaveEditor(page);
  await page.keyboard.press("End");
  const locals = page.locator("#locals");
  const token = (/** @type {RegExp} */ name) => locals.getByRole("button", { name });
  const row = (/** @type {string} */ name) => locals.locator(".held li").filter({ has: page.locator(".held-name", { hasText: name }) });

  await test.step("a tree shows its nodes, and what a line changed is marked inside of it", async () => {
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
    await expect(page.locator("#sentence")).toContainText("line 17, root.left = None");
    await locals.locator("tr", { hasText: "root" }).locator("button.object").first().click();
    await expect(row("left").locator("button.object")).toHaveText(/^Node #\d+$/);
    await page.keyboard.press("ArrowRight");
    await drawn(page);
    await expect(row("left"), "it stays open over steps").toHaveClass("changed");
    await expect(row("left")).toContainText("None");
    await page.keyboard.press("ArrowLeft");
    await drawn(page);
    await expect(row("left")).not.toHaveClass("changed");
  });

  await test.step("pointing at an object lights up its other places", async () => {
    const places = locals.locator(`[data-object="${await row("left").locator("button").getAttribute("data-object")}"]`);
    await expect(places).toHaveCount(2);
    const grounds = () => places.evaluateAll((all) => all.map((place) => getComputedStyle(place).boxShadow !== "none"));
    await page.locator("#output-title, #output").first().hover();
    await leaveEditor(page);
    expect(await grounds()).toEqual([false, false]);
    await places.last().hover();
    await expect.poll(grounds).toEqual([true, true]);
    await places.first().focus();
    await page.locator("#output-title, #output").first().hover();
    await expect.poll(grounds, "focusing does, too").toEqual([true, true]);
  });

  await test.step("an open object says who else holds it", async () => {
    await row("left").locator("button.object").click();
    await expect(locals.locator(".held-by").first()).toContainText(/leaf of module, left of Node #\d+/);
    await row("left").locator("button.object").first().click();
  });

  await test.step("by the keyboard: arrows walk through the tokens, Enter opens", async () => {
    await token(/^list/).focus();
    await page.keyboard.press("Enter");
    await drawn(page);
    await expect(token(/^list/)).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    const more = locals.getByRole("button", { name: /^and \d+ more$/ });
    await expect(more).toBeFocused();
    expect(await locals.locator(".held li").count()).toBeLessThan(40);
    await page.keyboard.press("Enter");
    await drawn(page);
    expect(await locals.locator(".held li").count()).toBeGreaterThan(300);
    await page.keyboard.press("ArrowUp");
    await expect(token(/^list/)).toBeFocused();
    await page.keyboard.press("Enter");
  });

  await test.step("a long text opens, and a text that fits has no token", async () => {
    await page.keyboard.press("End");
    await drawn(page);
    await token(/^str/).click();
    await expect(locals.locator(".held-text")).toContainText("long ".repeat(50));
  });

  await test.step("the picture draws what the frame's variables lead to", async () => {
    await leaveEditor(page);
    await page.keyboard.press("d");
    const boxes = page.locator("#picture .box");
    await expect(boxes.first()).toContainText("module");
    await expect(boxes.filter({ hasText: /^Node/ })).toHaveCount(3);
    expect(await page.locator("#picture .arrow").count()).toBeGreaterThan(4);
    await picture(page, "objects");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("d");
    await expect(page.locator("#picture")).toBeHidden();
    await expect(page.locator("#waiting")).toBeVisible();
  });
});
