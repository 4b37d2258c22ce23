// A textarea with a gutter of our own: numbers, badges of the frames that sleep, the line that runs, a squiggle.

import { h } from "../view/dom.js";
import { words } from "../words/words.js";

/** @import { Badge, Editor, Held, Marks, Options, Place, Running, Trouble } from "./editor.js" */

const INDENT = "    ";

/** @implements {Editor} */
export class PlainEditor {
  /** @type {"textarea"} */ kind = "textarea";
  find = null;
  setWraps = null;
  ready = Promise.resolve();
  #escaped = false;
  /** @type {Badge[]} */ #badges = [];
  /** How far the text is scrolled down. */
  #top = 0;
  /** The lines at which Play stops. @type {Set<number>} */ #stops = new Set();
  /** The line to bring into sight with the next frame. @type {number|null} */ #wanted = null;

  /** @param {HTMLElement} parent @param {Options} options */
  constructor(parent, { text, changed, choose, pressed, stopsChanged, label = words.plainEditor.program, readOnly = false }) {
    this.choose = choose;
    this.stopsChanged = stopsChanged;
    this.numbers = h("div", { class: "plain-numbers" });
    this.marks = h("div", { class: "plain-marks", "aria-hidden": "true" });
    this.trouble = h("p", { class: "plain-trouble", role: "alert", hidden: true });
    this.area = /** @type {HTMLTextAreaElement} */ (
      h("textarea", {
        class: "plain-text",
        wrap: "off",
        spellcheck: "false",
        autocapitalize: "off",
        autocomplete: "off",
        "aria-label": label,
        readonly: readOnly,
      })
    );
    this.area.value = text;
    parent.append(h("div", { class: "plain" }, this.numbers, h("div", { class: "plain-body" }, this.marks, this.area)), this.trouble);
    this.area.addEventListener("input", () => {
      this.#number();
      changed?.(this.area.value);
    });
    this.area.addEventListener("click", () => pressed?.(this.#lineOfCursor()));
    this.area.addEventListener("scroll", () => this.#scroll());
    if (!readOnly) this.area.addEventListener("keydown", (event) => this.#key(event));
    this.#number();
  }

  getText() {
    return this.area.value;
  }

  /** @param {string} text */
  setText(text) {
    this.area.value = text;
    this.#stops.clear();
    this.stopsChanged?.([]);
    this.#number();
  }

  focus() {
    this.area.focus();
  }

  /** @param {Marks} marks */
  showMarks({ running, badges, expression, held, differing, noted }) {
    if (badges) {
      this.#badges = badges;
      this.#number();
    }
    if (running) this.#run(running);
    if (held) this.#hold(held);
    if (differing) this.#markLines("plain-differing", differing);
    if (noted) this.#markLines("plain-noted", noted);
    if (expression !== undefined) this.#underline("plain-expression", expression);
  }

  /** @param {number} line */
  toggleStop(line) {
    if (!this.stopsChanged) return;
    if (!this.#stops.delete(line)) this.#stops.add(line);
    this.stopsChanged([...this.#stops].sort((a, b) => a - b));
    this.#number();
  }

  /** @param {Running} running */
  #run({ line, failed }) {
    this.marks.querySelector(".plain-line")?.remove();
    if (line === null) return;
    const mark = h("div", { class: failed ? "plain-line failed" : "plain-line" });
    mark.style.setProperty("--line", String(line - 1));
    this.marks.append(mark);
    this.reveal(line);
  }

  /** @param {Trouble|null} trouble */
  showTrouble(trouble) {
    this.#underline("plain-squiggle", trouble);
    this.trouble.hidden = !trouble;
    this.area.setAttribute("aria-invalid", String(Boolean(trouble)));
    if (!trouble) return;
    this.trouble.textContent = words.plainEditor.trouble(trouble.line, trouble.message);
    this.reveal(trouble.line);
  }

  /** @param {Held[]} held */
  #hold(held) {
    for (const mark of [...this.marks.querySelectorAll(".plain-held")]) mark.remove();
    for (const { place, look } of held) this.#draw(`plain-held ${look}`, place);
  }

  /** @param {string} name the marks' class @param {number[]} lines */
  #markLines(name, lines) {
    for (const mark of [...this.marks.querySelectorAll(`.${name}`)]) mark.remove();
    for (const line of lines) this.#draw(name, { line, column: 1, endLine: line, endColumn: 2 });
  }

  /** @param {string} name the mark's class @param {Place|null} place */
  #underline(name, place) {
    this.marks.querySelector(`.${name}`)?.remove();
    if (place) this.#draw(name, place);
  }

  /** Of a place that is longer than a line, its first line. @param {string} name the mark's classes @param {Place} place */
  #draw(name, place) {
    const { line, column, endLine, endColumn } = place;
    const end = endLine === line ? endColumn : (this.area.value.split("\n")[line - 1] ?? "").length + 1;
    const mark = h("div", { class: name });
    mark.style.setProperty("--line", String(line - 1));
    mark.style.setProperty("--column", String(column - 1));
    mark.style.setProperty("--length", String(Math.max(1, end - column)));
    this.marks.append(mark);
  }

  #number() {
    const count = this.area.value.split("\n").length;
    const at = new Map(this.#badges.map((badge) => [badge.line, badge]));
    this.numbers.replaceChildren(
      ...Array.from({ length: count }, (_, i) => {
        const badge = at.get(i + 1);
        const look = this.#stops.has(i + 1) ? "plain-number stop" : "plain-number";
        const number = h("span", { class: look, "aria-hidden": "true", onclick: () => this.toggleStop(i + 1) }, String(i + 1));
        return h("div", { class: "plain-row" }, number, badge ? this.#badge(badge) : null);
      }),
    );
    if (this.#top) this.numbers.scrollTop = this.#top;
  }

  /** @param {Badge} badge */
  #badge({ label, frame, line }) {
    return h(
      "button",
      {
        type: "button",
        class: "badge",
        title: words.plainEditor.sleepsAt(label, line),
        "aria-label": words.plainEditor.sleepsAt(label, line),
        onclick: () => this.choose(frame),
      },
      h("span", { class: "badge-pause" }),
      h("span", { class: "badge-name" }, label),
    );
  }

  #scroll() {
    const { scrollLeft, scrollTop } = this.area;
    this.#top = scrollTop;
    this.numbers.scrollTop = scrollTop;
    this.marks.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
  }

  /** @param {number} line */
  reveal(line) {
    if (this.#wanted === null) requestAnimationFrame(() => this.#scrollTo(this.#wanted ?? 1));
    this.#wanted = line;
  }

  /** @param {number} line */
  #scrollTo(line) {
    this.#wanted = null;
    const height = parseFloat(getComputedStyle(this.area).lineHeight);
    const top = (line - 1) * height;
    if (top < this.area.scrollTop || top + 2 * height > this.area.scrollTop + this.area.clientHeight) {
      this.area.scrollTop = Math.max(0, top - this.area.clientHeight / 2);
    }
  }

  #lineOfCursor() {
    return this.area.value.slice(0, this.area.selectionStart).split("\n").length;
  }

  /** Tab indents, unless Escape was pressed before it: then it leaves. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Tab" && !this.#escaped && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      if (event.shiftKey) this.#outdent();
      else insert(INDENT);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const before = this.area.value.slice(0, this.area.selectionStart).split("\n").at(-1) ?? "";
      const indent = before.match(/^\s*/)?.[0] ?? "";
      insert(`\n${indent}${before.trimEnd().endsWith(":") ? INDENT : ""}`);
    }
    if (event.key !== "Shift") this.#escaped = event.key === "Escape";
  }

  #outdent() {
    const start = this.area.value.lastIndexOf("\n", this.area.selectionStart - 1) + 1;
    const spaces = this.area.value.slice(start, start + INDENT.length).match(/^ */)?.[0].length ?? 0;
    if (!spaces) return;
    const at = this.area.selectionStart;
    this.area.setSelectionRange(start, start + spaces);
    document.execCommand("delete");
    const back = Math.max(start, at - spaces);
    this.area.setSelectionRange(back, back);
  }
}

/** As if it had been typed, so that it can be undone. @param {string} text */
function insert(text) {
  document.execCommand("insertText", false, text);
}
