import { expect } from "@playwright/test";
import { open, picture, ran, test } from "./page.js";

/** @param {import("@playwright/test").Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("somebody chooses German: the page speaks it from then on, whatever the address", async ({ page }) => {
  await open(page, "/?example=throw#step=10");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Deutsch" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator("#count")).toHaveText("Schritt 10 von 31");
  expect(new URL(page.url()).search, "the language is no part of a link").toBe("?example=throw");
  await page.getByRole("button", { name: "Ein Schritt vor", exact: true }).click();
  await expect(page.locator("#sentence")).toContainText("wirft ValueError('a small problem') in patient() hinein");
  await expect(page.locator("#locals-title")).toHaveText("Lokale Variablen · patient()");
  await expect(page.locator("#locals .state")).toHaveText("läuft");
  await expect(page.locator("#run")).toContainText("Start");
  await page.locator("#help-open").click();
  await expect(page.locator("#key-list")).toContainText("ein Schritt vor");
  await picture(page, "german-help");
  await page.keyboard.press("Escape");
  await picture(page, "german");
  await page.goto("/learn/a-function-that-sleeps");
  await ran(page);
  await expect(page.locator("#panel-lesson h2")).toHaveText("Eine Funktion, die schläft");
  await page.locator("[data-predict='0'] button").click();
  await page.locator("#question-choices").getByRole("button", { name: "läuft" }).click();
  await expect(page.locator("#question-verdict")).toContainText("Die Antwort: erzeugt");
  await picture(page, "german-lesson");
});

test("a misconception is asked in German", async ({ page }) => {
  await open(page, "/learn/misconceptions/exhausted?lang=de");
  await expect(page.locator("#panel-lesson h2")).toHaveText("Warum gibt meine zweite Schleife nichts aus?");
  await expect(page.locator("#question-text")).toContainText("sum hat alle Werte geholt.");
});

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: "de-DE" });

  test("a German browser gets German, and nothing overflows", async ({ page }) => {
    await open(page, "/?example=asyncio-run");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    for (const tab of ["Code", "Zeitleiste", "Frames", "Ausgabe"]) {
      await page.getByRole("tab", { name: tab }).click();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await picture(page, `german-narrow-${tab.toLowerCase()}`);
    }
  });
});
