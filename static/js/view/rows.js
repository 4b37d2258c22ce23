// Lists that may be long, in the cards: what is listed of them, and when its rows are made.

import { h } from "./dom.js";
import { patchRows } from "./patch.js";
import { words } from "../words/words.js";

/** @import { Row } from "./patch.js" */

/** More entries of one kind than this are counted, not listed. */
export const LISTED = 40;
/** So many new rows are made with a step. Those after them are out of sight, and come when no step has been taken for a moment. */
const AT_ONCE = 14;
const MOMENT_MS = 120;
/** The rows still to come, by their lists' selectors. @type {Map<string, ReturnType<typeof setTimeout>>} */
const toCome = new Map();

/**
 * The first of the entries as rows, and how many there are more.
 * @template T
 * @param {string} selector @param {T[]} entries none where the list is not there @param {(entry: T, index: number) => Row} row
 */
export function listRows(selector, entries, row) {
  clearTimeout(toCome.get(selector));
  const list = document.querySelector(selector);
  if (!list) return;
  const rest = entries.length - LISTED;
  const rows = entries.slice(0, LISTED).map(row);
  if (rest > 0) rows.push({ key: `more ${rest}`, make: () => h("li", { class: "soft" }, words.rows.more(rest)) });
  const budget = { left: isScrolled(list) ? Infinity : AT_ONCE };
  patchRows(list, rows, budget);
  if (budget.left < 0)
    toCome.set(
      selector,
      setTimeout(() => patchRows(list, rows), MOMENT_MS),
    );
}

/** The parts of the page that are scrolled down: noted as it happens, for asking the browser in the middle of a step makes it lay the page out. @type {Set<Element>} */
const scrolled = new Set();
document.addEventListener(
  "scroll",
  ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.scrollTop > 0) scrolled.add(target);
    else scrolled.delete(target);
  },
  { capture: true, passive: true },
);

/** Whether rows far down may be in sight. @param {Element} list */
function isScrolled(list) {
  return [...scrolled].some((element) => element.contains(list));
}
