// What leaves the page: the share dialogue, long links, the page without JavaScript, players in other people's pages.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { drawn, leaveEditor, open, picture, program, runText, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

/** What a way of sharing copies. @param {Page} page @param {string} way */
async function copied(page, way) {
  await page.getByRole("button", { name: `Copy the ${way}`, exact: true }).click();
  await expect(page.locator("#share-copied")).toBeVisible();
  return page.locator("#share-copied").inputValue();
}

test("a program is shared in every way, with a title", async ({ page, context }) => {
  test.slow();
  await open(page);
  await runText(page, program("channel"));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  await drawn(page);
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByLabel("Title").fill("Two <ways>");
  await dialog.getByLabel("Description").fill("What goes in & what comes out");
  await picture(page, "share");
  expect(await violations(page)).toEqual([]);

  const short = await copied(page, "short link");
  expect(short).toMatch(/\/p\/\w+\?step=12$/);
  const embed = await copied(page, "embed code");
  expect(embed).toContain(`<stillframe-player src="${short.split("?")[0]}" step="12">`);
  expect(embed).toContain(">Two &lt;ways></a>");
  const markdown = await copied(page, "Markdown");
  expect(markdown).toContain(`**[Two \\<ways>](${short})**\n\n\`\`\`python stillframe\ndef inner():`);
  const long = await copied(page, "long link");
  expect(long).toMatch(/\/#packed=[\w-]+&step=12$/);
  await dialog.getByRole("button", { name: "Show the QR code" }).click();
  await expect(page.locator("#qr-link")).toHaveText(short);
  const code = page.getByRole("img", { name: "QR code of the link" });
  expect((await code.boundingBox())?.height, "it is large").toBeGreaterThan(500);
  await picture(page, "qr-code");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  for (const form of ["SVG", "PNG"]) {
    const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: form, exact: true }).click()]);
    expect(file.suggestedFilename()).toBe(`timeline-12.${form.toLowerCase()}`);
    const bytes = readFileSync(await file.path());
    if (form === "SVG") expect(bytes.toString()).toMatch(/^<svg [^]*>inner\(\)<\/text>[^]*>Step 12 of 34<\/text><\/svg>\n$/);
    else expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  }

  await dialog.getByLabel("to", { exact: true }).fill("13");
  const [film] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "GIF of the steps", exact: true }).click(),
  ]);
  expect(film.suggestedFilename()).toBe("steps-12-13.gif");
  expect(
    readFileSync(await film.path())
      .subarray(0, 6)
      .toString(),
  ).toBe("GIF89a");

  const other = await context.newPage();
  for (const link of [short, long]) {
    await open(other, link);
    await expect(other.locator("#count")).toHaveText("Step 12 of 34");
    await expect(other.locator("#examples")).toContainText("Two <ways>");
  }
  await open(other, long.slice(0, -30));
  await expect(other.locator(".banner.warning")).toContainText("This link is not whole.");
  await other.close();
});

test("without JavaScript the page shows program, output, picture and steps", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/?example=throw&from=0");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Throwing into a generator");
  await expect(page.getByRole("table")).toContainText("suspend at yield");
  await expect(page.getByRole("button")).toHaveCount(0);
  await picture(page, "without-javascript");
  await page.getByRole("link", { name: "5", exact: true }).first().click();
  const image = page.getByRole("img", { name: /The timeline at step 5 of/ });
  await expect(image).toBeVisible();
  await expect.poll(() => image.getAttribute("src")).toContain("?step=5");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table"), "it is printed, too").toBeVisible();
  await context.close();
});

test("a player in another page sizes itself, and no other page is framed", async ({ page, baseURL }) => {
  test.slow();
  await open(page);
  const kept = await page.request.post("/api/programs", { data: { source: program("channel"), title: "Two ways" } });
  const { address } = await kept.json();
  const site = String(baseURL);
  const html = `<!doctype html><title>Host</title><script async src="${site}/stillframe-player.js"></script>
    <stillframe-player id="wide" src="${site}${address}" step="12" theme="dark"></stillframe-player>
    <stillframe-player id="narrow" style="width: 320px" src="${site}${address}" code="off" load="click"></stillframe-player>
    <iframe id="other" src="${site}${address}"></iframe>`;
  // A page with a strict policy of its own.
  const policy = `default-src 'none'; script-src ${site}; frame-src ${site}; style-src-attr 'unsafe-inline'`;
  const host = createServer((_, answer) =>
    answer.writeHead(200, { "content-type": "text/html", "content-security-policy": policy }).end(html),
  );
  await new Promise((listens) => host.listen(0, "127.0.0.1", () => listens(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (host.address());
  await page.goto(`http://localhost:${port}/`);

  const wide = page.frameLocator("#wide iframe");
  await expect(wide.locator("#count")).toHaveText("Step 12 of 34");
  await expect(wide.getByRole("heading")).toHaveText("Two ways");
  await wide.getByRole("button", { name: "One step forward" }).click();
  await expect(wide.locator("#count")).toHaveText("Step 13 of 34");
  await expect(wide.locator("#sentence")).toContainText("outer()");
  const frameOf = (/** @type {string} */ id) => page.locator(`#${id} iframe`);
  const isAsHighAsItsContent = async (/** @type {string} */ id) => {
    const inner = await page
      .frameLocator(`#${id} iframe`)
      .locator("body")
      .evaluate((body) => body.getBoundingClientRect().height);
    const outer = await frameOf(id).evaluate((frame) => frame.clientHeight);
    return Math.abs(outer - inner) <= 2;
  };
  await expect.poll(() => isAsHighAsItsContent("wide")).toBe(true);

  const narrow = page.frameLocator("#narrow iframe");
  await narrow.getByRole("button", { name: "Step through it" }).click();
  await expect(narrow.locator("#count")).toHaveText("Step 12 of 34");
  await expect(narrow.locator("#panel-code")).toBeHidden();
  await expect.poll(() => isAsHighAsItsContent("narrow")).toBe(true);
  await picture(page, "embedded");
  const refused = page.frames().find((frame) => frame.parentFrame() && frame.url().startsWith("chrome-error:"));
  expect(refused, "only /embed may be framed").toBeTruthy();
  host.close();

  await page.goto(`${address.replace("/p/", "/embed/")}?step=3`);
  await expect(page.locator("#count")).toHaveText(/3 of 34/);
  expect(await violations(page)).toEqual([]);
});

test("a reader edits and runs the program of a player", async ({ page }) => {
  await page.goto("/embed?example=throw&edit=1");
  const [editor, edited] = [page.getByRole("textbox", { name: "Program" }), page.locator("#embed-edited")];
  await expect(page.locator("#count")).toContainText("of 31");
  await editor.fill("print('mine')\n");
  await expect(edited).toContainText("Changed.");
  await editor.press("Control+Enter");
  await expect(page.getByRole("region", { name: "Output" })).toContainText("mine");
  await expect(edited).toHaveText(/^It ran (on the server|in this browser)\.$/);
  await expect(page.locator("#count")).toContainText("of 3");
  await expect(page.getByRole("link", { name: "Open in Stillframe" })).toHaveAttribute("href", /^\/#packed=/);
  await editor.fill("print('mine'\n");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByRole("alert")).toContainText("Line 1: SyntaxError: '(' was never closed");
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole("button", { name: "Undo my changes" }).click();
  await expect(page.locator("#count")).toContainText("of 31");
});

test("a player reads a long link, and says when it is not whole", async ({ page }) => {
  await open(page);
  await runText(page, "print('carried')\n");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const long = await copied(page, "long link");
  const [, hash] = long.split("#");
  await page.goto(`/embed#${hash}`);
  await expect(page.locator("#sentence")).toContainText(/\w/);
  await expect(page.getByRole("link", { name: "Open in Stillframe" })).toHaveAttribute("href", /^\/#packed=/);
  await page.goto("about:blank");
  await page.goto(`/embed#${hash.slice(0, 20)}`);
  await expect(page.getByRole("status").first()).toContainText("not whole");
});
