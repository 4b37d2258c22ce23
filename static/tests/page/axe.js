// What axe finds wrong with the page as it stands.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param {import("@playwright/test").Page} page */
export async function violations(page) {
  if (!(await page.evaluate("typeof axe !== 'undefined'"))) await page.evaluate(AXE);
  const found = /** @type {any} */ (
    await page.evaluate("axe.run(document, { resultTypes: ['violations', 'incomplete'], rules: { 'target-size': { enabled: true } } })")
  );
  // Attributes that an element may not have are only "incomplete" where axe thinks that some screen reader might read them.
  const doubtful = found.incomplete.filter((/** @type {any} */ v) => v.id.startsWith("aria-"));
  return [...found.violations, ...doubtful].map(
    (/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => `${n.target} ${n.failureSummary}`).join(" | ")}`,
  );
}
