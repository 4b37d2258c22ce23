// The page in a browser, against the server at STILLFRAME_URL. Screenshots go to test-results/pictures at the top.

import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "../../bench/chromium.js";

const HEADLESS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Every test has a new browser profile, and would check the whole module of 9 MB, of which it runs little.
  "--js-flags=--wasm-lazy-validation",
];

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  // `.ci/test` says so where the interpreter for the browser could not be built.
  testIgnore: process.env.STILLFRAME_BROWSER === "skip" ? ["browser.spec.js", "site.spec.js"] : [],
  outputDir: "../../../test-results/failures",
  forbidOnly: true,
  workers: 2,
  fullyParallel: true,
  timeout: 30_000,
  reporter: [["list"]],
  use: {
    baseURL: process.env.STILLFRAME_URL ?? "http://127.0.0.1:3000",
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: CHROMIUM, args: HEADLESS },
  },
});
