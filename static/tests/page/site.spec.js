// The playground as files (`stillframe site`), below a path of a plain file server: nothing is asked of a server that is not there.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { leaveEditor, picture, program, ran, test, write } from "./page.js";

/** @import { Page } from "@playwright/test" */

test.use({ interpreterInBrowser: true });
test.describe.configure({ mode: "serial" });

/** The folder that is served, the address of the site in it, and who serves. */
let folder = "";
let site = "";
/** @type {import("node:child_process").ChildProcess|undefined} */
let server;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = await mkdtemp(join(tmpdir(), "stillframe-site-"));
  const stillframe = process.env.STILLFRAME;
  if (!stillframe) throw new Error("STILLFRAME has to name the program");
  await promisify(execFile)(stillframe, ["site", join(folder, "stillframe"), "--address", "https://me.example.org/stillframe/"]);
  const serve = ["-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", folder, "0"];
  server = spawn("python3", serve, { stdio: ["ignore", "pipe", "ignore"] });
  const port = await new Promise((resolve) => {
    server?.stdout?.on("data", (/** @type {Buffer} */ told) => resolve(/ port (\d+)/.exec(String(told))?.[1]));
  });
  site = `http://127.0.0.1:${port}/stillframe/`;
});

test.afterAll(async () => {
  server?.kill();
  await rm(folder, { recursive: true });
});

/** What is asked for and is not there, or is elsewhere. @param {Page} page */
function missed(page) {
  /** @type {string[]} */
  const found = [];
  page.on("response", (response) => {
    if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith("data:")) found.push(request.url());
  });
  return found;
}

test("a program is written, run in the browser and shared by the link that holds it", async ({ page, context }) => {
  test.slow();
  const found = missed(page);
  await page.goto(site);
  await ran(page);
  await write(page, program("channel"));
  await page.keyboard.press("ControlOrMeta+Enter");
  await ran(page);
  await expect(page.locator("#runs-where")).toHaveText("in this browser");
  await expect(page).toHaveURL(new RegExp(`^${site}#program=`));
  await leaveEditor(page);
  await page.keyboard.press("Home");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");

  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "Share" });
  await expect(dialog.getByText("no server stores programs here")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Copy the short link" })).toHaveCount(0);
  await picture(page, "site-share");
  await dialog.getByRole("button", { name: "Copy the embed code" }).click();
  await expect(page.locator("#share-copied")).toHaveValue(new RegExp(`src="${site}stillframe-player.js".*src="${site}#packed=`, "s"));
  await dialog.getByRole("button", { name: "Copy the long link" }).click();
  await expect(page.locator("#share-copied")).toHaveValue(new RegExp(`^${site}#packed=.*&step=3$`));
  const long = await page.locator("#share-copied").inputValue();

  const other = await context.newPage();
  await other.goto(long);
  await ran(other);
  await expect(other.locator("#count")).toHaveText("Step 3 of 34");
  await other.close();
  expect(found).toEqual([]);
});

test("examples, the library, the course and the comparison are there", async ({ page }) => {
  test.slow();
  const found = missed(page);
  await page.goto(`${site}?example=throw`);
  await ran(page);
  await expect(page.locator("#examples")).toHaveValue("throw");
  await expect(page.locator("#count")).not.toHaveText(/^Step 0 /);
  await page.reload();
  await ran(page);
  await expect(page.locator("#examples")).toHaveValue("throw");

  await page.getByRole("link", { name: "Learn" }).first().click();
  await expect(page).toHaveURL(`${site}learn/`);
  await page.locator("#go-on").click();
  await ran(page);
  await page.getByRole("link", { name: /^Next/ }).click();
  await ran(page);
  await expect(page.locator("#panel-lesson")).toContainText("2 of 12");
  await picture(page, "site-lesson");
  await page.getByRole("link", { name: "This lesson as a plain page" }).click();
  await expect(page.getByRole("heading", { name: "The program" })).toBeVisible();
  await page.getByRole("link", { name: "Open it in the playground" }).click();
  await ran(page);

  await page.goto(`${site}compare/?pair=yield-from-and-await`);
  await expect(page.locator("#compare-numbers tr")).toHaveCount(2);
  await expect(page.locator("#pair")).toHaveValue("yield-from-and-await");
  await page.locator("#right-choice").selectOption("throw");
  await expect(page).toHaveURL(new RegExp(`^${site}compare/\\?left=.*&right=throw`));
  await expect(page.locator("#compare-numbers tr")).toHaveCount(2);
  await page.getByRole("link", { name: "Playground", exact: true }).click();
  await expect(page).toHaveURL(site);
  expect(found).toEqual([]);
});

test("a player stands in another page", async ({ page }) => {
  const html = `<!doctype html><title>Host</title><script async src="stillframe/stillframe-player.js"></script>
    <stillframe-player src="stillframe/?example=throw" step="5"></stillframe-player>`;
  await writeFile(join(folder, "host.html"), html);
  await page.goto(new URL("../host.html", site).href);
  const player = page.frameLocator("stillframe-player iframe");
  await expect(player.locator("#count")).toHaveText(/Step 5 of/);
  await expect(player.getByRole("link", { name: "Open in Stillframe" })).toHaveAttribute("href", `${site}?example=throw&step=5`);
});

test("a page that gets no interpreter says so", async ({ page }) => {
  await page.route(/interpreter-\w+\.wasm/, (route) => route.abort());
  await page.goto(site);
  await ran(page);
  await write(page, "print(1)\n");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator(".banner.error")).toContainText("Programs can’t run here.");
  await expect(page.locator(".banner.error")).toContainText(/interpreter-\w+\.wasm could not be fetched/);
  await picture(page, "site-without-interpreter");
});
