// A Chromium for the measurements, and what one asks of it.

import { chromium } from "@playwright/test";
import { CHROMIUM } from "./chromium.js";

/** @import { Browser, CDPSession, Page } from "@playwright/test" */

/** Where the server is that is measured. */
export const SITE = process.env.STILLFRAME_URL ?? "http://127.0.0.1:3000";

/** @returns {Promise<Browser>} */
export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}

/** A page, and its line to the browser's own tools. @param {Browser} browser @returns {Promise<{ page: Page, tools: CDPSession }>} */
export async function newPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  return { page, tools: await context.newCDPSession(page) };
}

/** @param {CDPSession} tools @param {number} rate so many times slower */
export async function slowDown(tools, rate) {
  await tools.send("Emulation.setCPUThrottlingRate", { rate });
}

/** @param {number[]} sorted @param {number} part */
export function quantile(sorted, part) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** A table in Markdown. @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(" | ")} |`;
  return [line(head), line(widths.map((width, i) => (i ? `${"-".repeat(width - 1)}:` : "-".repeat(width)))), ...rows.map(line)].join("\n");
}
