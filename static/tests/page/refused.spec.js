// What the page says where the server refuses: what happened, what to do, and that nothing is lost.

import { expect } from "@playwright/test";
import { violations } from "./axe.js";
import { expectText, open, picture, test, write } from "./page.js";

/** @import { Page } from "@playwright/test" */

const TEXT = "print('what somebody wrote')\n";

/** Answers as the server does where it refuses. @param {Page} page @param {string} address @param {number} status @param {{ code: string, message: string, hint: string }} error */
function refuse(page, address, status, error) {
  return page.route(address, (route) => route.fulfill({ status, contentType: "application/json", body: JSON.stringify({ error }) }));
}

/** @param {Page} page */
const runButton = (page) => page.getByRole("button", { name: /^Run/ }).first();

const REFUSED_RUNS = [
  {
    status: 503,
    code: "busy",
    message: "The server is busy: 512 programs wait for their turn already.",
    hint: "Try again in 5 seconds.",
    title: "No free place.",
  },
  {
    status: 429,
    code: "too_often",
    message: "Your network sent too many requests in a short time.",
    hint: "Wait 3 seconds, then try again.",
    title: "Too many requests.",
  },
  {
    status: 422,
    code: "trace_too_large",
    message: "The trace of this run is larger than 16 MiB.",
    hint: "Make the program do less.",
    title: "The trace is too large.",
  },
  {
    status: 413,
    code: "source_too_large",
    message: "The program is longer than 65536 bytes (the limit on source).",
    hint: "Shorten the program.",
    title: "The program is too long.",
  },
  {
    status: 500,
    code: "run_ended",
    message: "The run was ended by the system: its process died.",
    hint: "Try again.",
    title: "The run was ended.",
  },
  {
    status: 421,
    code: "wrong_host",
    message: "This site has another name.",
    hint: "Open the site by its own name.",
    title: "The server refused.",
  },
];

for (const { status, title, ...error } of REFUSED_RUNS) {
  test(`a run that is refused (${error.code}) says why and what to do; the next one shows its trace`, async ({ page }) => {
    await open(page);
    await refuse(page, "**/api/trace", status, error);
    await write(page, TEXT);
    await runButton(page).click();
    const banner = page.locator("#banners .banner");
    await expect(banner).toHaveText(`${title} ${error.message} ${error.hint}`);
    await expectText(page, "what somebody wrote");
    await picture(page, `refused-${error.code}`);
    expect(await violations(page)).toEqual([]);
    await page.unroute("**/api/trace");
    await runButton(page).click();
    await expect(banner).toHaveCount(0);
    await page.keyboard.press("End");
    await expect(page.locator("#output")).toContainText("what somebody wrote");
  });
}

test("sharing while the database is down says so, and the program stays", async ({ page }) => {
  await open(page);
  const error = {
    code: "store_down",
    message: "Shared programs can't be reached at the moment: the database is full.",
    hint: "Try again in a while.",
  };
  await refuse(page, "**/api/programs", 503, error);
  await write(page, TEXT);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Copy the short link" }).click();
  await expect(page.locator("#share-told")).toHaveText(`Not shared. ${error.message} ${error.hint}`);
  await page.keyboard.press("Escape");
  await expectText(page, "what somebody wrote");
});
