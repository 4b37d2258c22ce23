// What the program wrote: up to this step in full; under a line that says so, in grey, what it writes later.

import { byId, h, inBytes } from "./dom.js";
import { patch } from "./patch.js";
import { words } from "../words/words.js";

/** @import { Trace } from "../model/trace.js" */

/** Entries shown before and after the step: a program may write tens of thousands. */
const BEFORE = 1500;
const AFTER = 300;

export class OutputView {
  /** What is shown: most steps write nothing, and change nothing here. */
  #shown = { trace: /** @type {Trace|null} */ (null), now: 0, veiled: false };

  /** @param {HTMLElement} pane */
  constructor(pane) {
    this.pane = pane;
  }

  /** @param {Trace} trace @param {number} step @param {boolean} veiled whether what is written later is hidden */
  show(trace, step, veiled) {
    const now = trace.outputCount(step);
    const { trace: before, now: count, veiled: hidden } = this.#shown;
    if (before !== trace || count !== now || hidden !== veiled) this.#write(trace, now, veiled);
    this.#shown = { trace, now, veiled };
  }

  /** Brings what was written last into sight. Measures, so it comes after all that a step changes. */
  scrollToEdge() {
    const { pane } = this;
    const edge = /** @type {HTMLElement|null} */ (pane.querySelector(".edge"));
    if (!edge) return;
    pane.scrollTop = Math.max(0, edge.offsetTop + edge.offsetHeight - pane.clientHeight + 20);
  }

  /** @param {Trace} trace @param {number} now how many entries are written @param {boolean} veiled */
  #write(trace, now, veiled) {
    const { output } = trace;
    const isMore = !veiled && now < output.of.length;
    const from = Math.max(0, now - BEFORE);
    const to = Math.min(output.of.length, now + AFTER);
    patch(
      this.pane,
      ...(from > 0 ? [h("span", { class: "soft" }, words.output.earlier(from))] : []),
      ...runs(output.of.slice(from, now), ""),
      h("span", { class: "edge", "aria-hidden": "true" }, isMore ? words.output.later : ""),
      ...(isMore ? [h("span", { role: "group", "aria-label": words.output.laterMore }, ...runs(output.of.slice(now, to), " ahead"))] : []),
      ...(isMore && to < output.of.length ? [h("span", { class: "soft" }, words.output.more(output.of.length - to))] : []),
      output.of.length === 0 && !veiled ? h("span", { class: "soft" }, words.output.nothing) : null,
    );
  }
}

/** @param {Trace} trace */
export function showTotals(trace) {
  const { instructions, memory } = trace.outcome;
  const facts = [
    h("span", {}, words.output.steps(trace.runLength)),
    ...(instructions ? [h("span", {}, words.output.instructions(instructions))] : []),
    ...(memory ? [h("span", { class: "peak" }, words.output.peak(inBytes(memory)))] : []),
  ];
  byId("totals").replaceChildren(...facts);
}

/** Neighbours of one stream as one element. @param {{ error: boolean, text: string }[]} entries @param {string} extra */
function runs(entries, extra) {
  /** @type {{ error: boolean, texts: string[] }[]} */
  const joined = [];
  for (const { error, text } of entries) {
    const last = joined.at(-1);
    if (last?.error === error) last.texts.push(text);
    else joined.push({ error, texts: [text] });
  }
  return joined.map(({ error, texts }) => h("span", { class: (error ? "stderr" : "stdout") + extra }, texts.join("")));
}
