// The names of the rows, as buttons: only those in sight are in the document.

import { IMPORTS } from "../../model/lanes.js";
import { nameOf } from "../../model/trace.js";
import { h, icon, inBytes } from "../dom.js";
import { linesIn, piecesOf } from "./wrap.js";
import { words } from "../../words/words.js";

/** @import { Lane, Lanes } from "../../model/lanes.js" */

/** Further in than this is not told apart any more. */
const DEEPEST = 6;
/** Where no frame comes to this many bytes, rows say nothing of memory. */
const WORTH_TELLING = 1024 * 1024;
const OVERSCAN = 2;
/** Names above the columns, as css/narrow.css has them: in how many lines they are seen at most, and what they take. */
const ABOVE = { most: 3, least: 48, label: 16.25, detail: 13, around: 7, beside: 11, fold: 24 };

export class Headers {
  /** @type {Map<string, HTMLElement>} */ #shown = new Map();
  #pitch = 0;
  #edge = 0;
  #vertical = false;
  /** @type {Lanes|null} */ #lanes = null;
  #chosenKey = "";
  #tellPeaks = false;
  #scroll = 0;
  #size = 0;

  /** @param {HTMLElement} list @param {{ choose: (frame: number) => void, toggle: (lane: Lane) => void }} intents */
  constructor(list, intents) {
    this.list = list;
    this.intents = intents;
  }

  /** Makes them anew, after rows came or went. @param {Lanes} lanes @param {number} pitch @param {number} edge @param {boolean} vertical */
  arrange(lanes, pitch, edge, vertical) {
    const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.closest?.("[data-lane]");
    const key = focused && this.list.contains(focused) ? focused.getAttribute("data-lane") : null;
    const role = document.activeElement?.className;
    if (lanes !== this.#lanes) this.#tellPeaks = lanes.trace.frames.some(({ peak }) => peak !== null && peak >= WORTH_TELLING);
    this.#lanes = lanes;
    this.#pitch = pitch;
    this.#edge = edge;
    this.#vertical = vertical;
    this.list.replaceChildren();
    this.#shown.clear();
    this.window(this.#scroll, this.#size);
    if (key) /** @type {HTMLElement|null} */ (this.#shown.get(key)?.getElementsByClassName(role ?? "")[0])?.focus();
  }

  /** How high the names above the columns have to be. */
  get height() {
    const styles = getComputedStyle(this.list);
    const [mono, sans] = [`13px ${styles.getPropertyValue("--mono")}`, `10.5px ${styles.getPropertyValue("--sans")}`];
    const needed = (this.#lanes?.rows ?? []).map((lane) => {
      const lanes = /** @type {Lanes} */ (this.#lanes);
      const room = this.#pitch - ABOVE.beside - (lane.children.length ? ABOVE.fold : 0);
      const lines = (/** @type {string} */ text, /** @type {string} */ font) =>
        text ? Math.min(ABOVE.most, linesIn(text, font, room)) : 0;
      const label = this.#label(lanes, lane);
      const { name, ordinal } = parted(label);
      const ofLabel = lines(label, mono) === 1 ? 1 : lines(name, mono) + (ordinal ? 1 : 0);
      return ABOVE.around + ABOVE.label * ofLabel + ABOVE.detail * lines(this.#detail(lanes, lane), sans);
    });
    return Math.ceil(needed.reduce((most, one) => Math.max(most, one), ABOVE.least));
  }

  /** @param {number} scroll @param {number} size */
  window(scroll, size) {
    this.#scroll = scroll;
    this.#size = size;
    if (!this.#lanes) return;
    const { rows } = this.#lanes;
    const first = Math.max(0, Math.floor(scroll / this.#pitch) - OVERSCAN);
    const last = Math.min(rows.length - 1, Math.ceil((scroll + size) / this.#pitch) + OVERSCAN);
    const wanted = new Set();
    for (let row = first; row <= last; row++) {
      const lane = rows[row];
      wanted.add(lane.key);
      if (this.#shown.has(lane.key)) continue;
      const header = this.#header(lane, row);
      this.#shown.set(lane.key, header);
      this.#markOne(lane.key, header);
      this.list.append(header);
    }
    for (const [key, header] of this.#shown) {
      if (wanted.has(key) || header.contains(document.activeElement)) continue;
      header.remove();
      this.#shown.delete(key);
    }
  }

  /** @param {number} chosen @param {Lanes|null} lanes */
  mark(chosen, lanes) {
    const row = lanes?.rowOf(chosen) ?? -1;
    const before = this.#chosenKey;
    this.#chosenKey = row >= 0 ? (lanes?.rows[row].key ?? "") : "";
    if (this.#chosenKey === before) return;
    for (const key of [before, this.#chosenKey]) {
      const header = this.#shown.get(key);
      if (header) this.#markOne(key, header);
    }
  }

  /** @param {string} key @param {HTMLElement} header */
  #markOne(key, header) {
    const chosen = key === this.#chosenKey;
    header.classList.toggle("chosen", chosen);
    header.querySelector("button.lane-name")?.setAttribute("aria-pressed", String(chosen));
  }

  /** @param {Lane} lane @param {number} row */
  #header(lane, row) {
    const lanes = /** @type {Lanes} */ (this.#lanes);
    const folded = lanes.isFolded(lane);
    const name =
      lane.kind === "loop"
        ? h("span", { class: "lane-name plain" }, lane.label)
        : h(
            "button",
            {
              type: "button",
              class: "lane-name",
              "aria-pressed": "false",
              title: describe(lanes, lane),
              onclick: () => (lane.kind === "frame" ? this.intents.choose(lane.frame) : this.intents.toggle(lane)),
            },
            labelOf(this.#label(lanes, lane), this.#vertical),
            detailOf(this.#detail(lanes, lane)),
          );
    const fold = lane.children.length
      ? h(
          "button",
          {
            type: "button",
            class: "lane-fold",
            "aria-expanded": String(!folded),
            "aria-label": words.lanes.fold(lane.label, folded),
            onclick: () => this.intents.toggle(lane),
          },
          icon(folded ? "right" : "down"),
        )
      : h("span", { class: "lane-fold" });
    const header = h("li", { class: this.#classOf(lanes, lane), "data-lane": lane.key }, fold, name);
    const place = this.#edge + row * this.#pitch;
    header.style.transform = this.#vertical ? `translateX(${place}px)` : `translateY(${place}px)`;
    header.style.setProperty(this.#vertical ? "width" : "height", `${this.#pitch}px`);
    if (!this.#vertical) header.style.setProperty("padding-left", `${4 + 10 * Math.min(DEEPEST, lane.depth)}px`);
    return header;
  }

  /** Of a method of the library's the class stands below. @param {Lanes} lanes @param {Lane} lane */
  #label(lanes, lane) {
    const { kind, frame, label } = lane;
    if (kind === "library" && label === IMPORTS) return words.laneNames.imports;
    if (kind === "calls") return lanes.isFolded(lane) ? words.lanes.hidden(label) : label;
    return kind === "library" || kind === "loop" || !lanes.trace.frames[frame].library ? label : label.slice(label.lastIndexOf(".") + 1);
  }

  /** @param {Lanes} lanes @param {Lane} lane */
  #classOf(lanes, { kind, frame }) {
    if (kind === "library") return "lane library";
    if (kind === "calls") return "lane calls";
    return lanes.trace.frames[frame]?.library ? "lane of-library" : "lane";
  }

  /** @param {Lanes} lanes @param {Lane} lane */
  #detail(lanes, lane) {
    if (lane.kind === "loop") return "";
    if (lane.kind === "library") return words.lanes.library(lane.members.length);
    if (lane.kind === "calls") return namesOf(lanes, lane);
    const frame = lanes.trace.frames[lane.frame];
    const owner = frame.library ? lane.label.slice(0, Math.max(0, lane.label.lastIndexOf("."))) : "";
    if (lane.kind === "group") return owner;
    const peak = frame.peak !== null && this.#tellPeaks ? words.lanes.peak(inBytes(frame.peak)) : "";
    return [
      owner,
      frame.sleeps ? (words.kinds[kindOf(frame)] ?? kindOf(frame)) : "",
      frame.awaitable ? words.lanes.awaitable : "",
      frame.task,
      peak,
    ]
      .filter(Boolean)
      .join(" · ");
  }
}

/** Where there is little room the name is cut, and never what tells it from others of that name. @param {string} label @param {boolean} inLines */
function labelOf(label, inLines) {
  const { name, ordinal } = parted(label);
  const pieces = inLines ? piecesOf(name).flatMap((piece) => [piece, h("wbr")]) : [name];
  return h(
    "span",
    { class: "lane-label" },
    h("span", { class: "lane-text" }, ...pieces),
    ordinal ? h("span", { class: "lane-ordinal" }, ordinal) : null,
  );
}

/** @param {string} label */
function parted(label) {
  const [, name, ordinal = ""] = /^(.*?)( [#×]\d+)?$/.exec(label) ?? ["", label];
  return { name, ordinal };
}

/** @param {string} words */
function detailOf(words) {
  return words ? h("span", { class: "lane-detail" }, words) : null;
}

/** @param {Lanes} lanes @param {Lane} lane */
export function describe(lanes, lane) {
  if (lane.kind === "loop") return words.lanes.eventLoop;
  if (lane.kind === "library") return words.lanes.module(lane.label === IMPORTS ? null : lane.label, lane.members.length);
  if (lane.kind === "calls") return words.lanes.calls(lane.label, namesOf(lanes, lane));
  const frame = lanes.trace.frames[lane.frame];
  if (lane.kind === "group") return words.lanes.group(lane.members.length, nameOf(frame));
  const told = [words.lanes.frame({ name: nameOf(frame), kind: kindOf(frame), line: frame.line, isAwaitable: frame.awaitable })];
  if (frame.task) told.push(words.lanes.task(frame.task));
  if (frame.library) told.push(words.lanes.ofLibrary(frame.library));
  if (frame.peak !== null) told.push(words.lanes.peakMemory(inBytes(frame.peak)));
  return told.join("\n");
}

/** Whose calls a row hides. @param {Lanes} lanes @param {Lane} lane */
function namesOf({ trace }, { members }) {
  return [...new Set(members.map((frame) => nameOf(trace.frames[frame])))].join(", ");
}

/** @param {import("../../model/packed.js").Frame} frame */
function kindOf({ kind, sleeps }) {
  return kind === "module" && sleeps ? "coroutine" : kind.replace("_", " ");
}
