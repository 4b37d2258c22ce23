// The late print: what a watched expression was, from step to step, as if the program had printed it. It stands beside the output, and like there, what
// comes after the step is grey.

import { byId, frameLink, h } from "./dom.js";
import { patch } from "./patch.js";
import { words } from "../words/words.js";

/** @import { Run } from "../model/run.js" */
/** @import { Trace } from "../model/trace.js" */
/** @import { Seen } from "../model/watched.js" */

/** So many values are shown before and after the step: a run may have tens of thousands. */
const BEFORE = 300;
const AFTER = 100;
/** The height of the title, which stays at the top, in pixels. */
const TITLE = 22;

export class LatePrint {
  /** What is shown: most steps change nothing here. */
  #shown = { run: /** @type {Run|null} */ (null), now: -1, veiled: false };

  /** @param {(seen: Seen) => void} go */
  constructor(go) {
    this.pane = byId("late-print");
    this.pane.addEventListener("click", (/** @type {MouseEvent} */ { target }) => {
      const place = /** @type {HTMLElement} */ (target).closest("[data-printed]")?.getAttribute("data-printed");
      if (place && this.#shown.run) go(this.#shown.run.watched.printed[Number(place)]);
    });
  }

  /** @param {Run} run @param {number} step @param {boolean} veiled whether what comes later is hidden */
  show(run, step, veiled) {
    const { watched } = run;
    this.pane.hidden = watched.expression === "";
    if (this.pane.hidden) return;
    const now = watched.printedUpTo(step);
    const { run: before, now: count, veiled: hidden } = this.#shown;
    this.#shown = { run, now, veiled };
    if (before !== run || count !== now || hidden !== veiled) this.#write(run, now, veiled);
  }

  /** Brings the value of the step into sight. */
  scrollToNow() {
    if (this.pane.hidden) return;
    const now = /** @type {HTMLElement|null} */ (this.pane.querySelector("[aria-current]"));
    const above = now ? now.offsetTop - TITLE : 0;
    const below = now ? now.offsetTop + 2 * now.offsetHeight - this.pane.clientHeight : 0;
    this.pane.scrollTop = Math.max(0, Math.min(above, below));
  }

  /** @param {Run} run @param {number} now how many are printed @param {boolean} veiled */
  #write({ trace, watched }, now, veiled) {
    const { expression, refused, printed } = watched;
    const from = Math.max(0, now - BEFORE);
    const to = veiled ? now : Math.min(printed.length, now + AFTER);
    const owners = new Set(printed.map(({ frame }) => frame));
    const rows = printed.slice(from, to).map((seen, i) => row(trace, seen, from + i, now, owners.size > 1));
    const hidden = (/** @type {number} */ count, /** @type {string} */ which) => (count > 0 ? [h("p", { class: "soft" }, which)] : []);
    patch(
      this.pane,
      h(
        "p",
        { class: "late-title", title: expression },
        refused ? "" : words.latePrint.valuesOf(veiled ? now : printed.length),
        h("code", {}, expression),
      ),
      refused ? h("p", { class: "late-refused" }, refused) : null,
      ...hidden(from, words.latePrint.earlier(from)),
      h("ol", {}, ...rows),
      ...hidden(veiled ? 0 : printed.length - to, words.latePrint.later(printed.length - to)),
    );
  }
}

/** @param {Trace} trace @param {Seen} seen @param {number} place @param {number} now @param {boolean} namesFrame */
function row(trace, { step, frame, kind, value }, place, now, namesFrame) {
  const name = trace.stepName(step);
  return h(
    "li",
    { class: place < now ? null : "ahead", "aria-current": place === now - 1 ? "step" : null },
    h(
      "button",
      { type: "button", class: "step-link", "data-printed": String(place), "aria-label": words.latePrint.goTo(name) },
      words.latePrint.step(name),
    ),
    kind === "value"
      ? h("code", {}, value.text)
      : h("span", { class: "soft" }, kind === "raises" ? words.latePrint.raises(value.text) : value.text),
    namesFrame ? frameLink(trace.label(frame), frame) : null,
  );
}
