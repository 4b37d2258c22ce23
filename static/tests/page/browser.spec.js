// The interpreter in the browser: it comes with the first run, runs what follows, gives the server's traces, and is no worse a guard of the page.

import { test as base, expect } from "@playwright/test";
import { runInstance } from "../../js/net/wasi.js";
import { asked, differences, ownPrograms } from "../same/programs.js";
import { open, ran, test, write } from "./page.js";

/** @import { APIRequestContext, Page } from "@playwright/test" */

test.use({ interpreterInBrowser: true });

/** @param {Page} page */
const where = (page) => page.locator("#runs-where");

/** @param {Page} page @param {string} text */
async function runHere(page, text) {
  await write(page, text);
  await page.keyboard.press("ControlOrMeta+Enter");
  await ran(page);
}

/** Waits until programs run in the browser. @param {Page} page */
async function openWithInterpreter(page) {
  await open(page);
  const module = page.waitForResponse(/interpreter-\w+\.wasm/);
  await runHere(page, "print('on the server')\n");
  await (await module).finished();
  await expect(async () => {
    await page.getByRole("button", { name: /^Run/ }).first().click();
    await ran(page);
    await expect(where(page)).toHaveText("in this browser", { timeout: 100 });
  }).toPass();
}

test("programs run in the browser once the interpreter is there, can be stopped, and fall back to the server", async ({ page }) => {
  await openWithInterpreter(page);
  let asked = 0;
  await page.route("**/api/trace", (route) => {
    asked++;
    return route.continue();
  });

  await runHere(page, "def g():\n    yield 'here'\n\nprint(next(g()))\n");
  await page.keyboard.press("End");
  await expect(page.locator("#output")).toContainText("here");
  expect(asked, "requests for a trace").toBe(0);

  await write(page, "while True:\n    pass\n");
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.getByRole("button", { name: "Stop" }).first().click();
  await expect(page.getByText("The run was given up.")).toBeVisible();

  // Another worker begins; what comes before it is ready runs on the server.
  await runHere(page, "print('again')\n");
  await page.keyboard.press("End");
  await expect(page.locator("#output")).toContainText("again");
});

base("the module gives the server's traces, memory aside", async ({ request }) => {
  base.setTimeout(120_000);
  const page = await (await request.get("/")).text();
  const initial = JSON.parse(/id="initial">(.*?)<\/script>/s.exec(page)?.[1] ?? "{}");
  const module = new WebAssembly.Module(new Uint8Array(await (await request.get(initial.interpreter.module)).body()));
  for (const { name, source } of sample()) {
    const program = asked(source);
    const job = JSON.stringify({ program, limits: initial.limits });
    const here = new TextDecoder().decode(runInstance(module, new TextEncoder().encode(job)));
    expect(differences(here, await traceOfServer(request, program)), name).toEqual([]);
  }
});

/** The examples, and each fortieth program besides (`npm run same` has them all); not the one that a debug server may stop by the clock. */
function sample() {
  return ownPrograms().filter(
    ({ name }, index) => (name.startsWith("examples/") || index % 40 === 0) && !name.includes("a-million-numbers"),
  );
}

/** A run that the clock stopped says nothing of the two: a machine may stand still for longer than a run may take. @param {APIRequestContext} request @param {object} program */
async function traceOfServer(request, program) {
  let trace = "";
  await expect(async () => {
    const answer = await request.post("/api/trace", { data: program });
    expect(answer.status()).toBe(200);
    trace = await answer.text();
    expect(JSON.parse(trace).outcome.outcome).not.toBe("stopped");
  }).toPass({ timeout: 60_000 });
  return trace;
}
