// The keys of the page. Those of one letter work outside of the editor and of fields, and can be switched off (WCAG 2.1.4).

import { byId, h } from "./dom.js";
import { read, write } from "../net/kept.js";
import { words } from "../words/words.js";

/**
 * @typedef {object} Key
 * @property {string[]} keys  as `event.key` says them, `Shift+` before where it matters
 * @property {string} shown
 * @property {string} does
 * @property {(key: string) => void} run
 */

/** @typedef {{ heading: string, keys: Key[] }} Group  keys that belong together */

const SWITCH = "keys";

export class Keys {
  /** @param {Group[]} groups @param {() => void} runProgram */
  constructor(groups, runProgram) {
    const keys = groups.flatMap((group) => group.keys);
    this.table = tableOf(keys.flatMap((key) => key.keys.map((name) => /** @type {[string, Key]} */ ([name, key]))));
    this.on = read(SWITCH) !== "off";
    const box = byId("keys-on");
    box.checked = this.on;
    box.addEventListener("change", () => {
      this.on = box.checked;
      write(SWITCH, this.on ? "on" : "off");
    });
    byId("key-list").append(
      ...groups.map(({ heading, keys }) => h("section", {}, h("h4", {}, heading), h("dl", {}, ...keys.flatMap(listed)))),
    );
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
        event.preventDefault();
        runProgram();
      } else {
        this.#single(event);
      }
    });
  }

  /** @param {KeyboardEvent} event */
  #single(event) {
    if (!this.on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTaken(event)) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const key = (event.shiftKey && this.table.get(`Shift+${name}`)) || this.table.get(name);
    if (!key) return;
    event.preventDefault();
    key.run(name);
  }
}

/** @param {Key} key */
function listed({ shown, does }) {
  return [h("dt", {}, ...shown.split(" ").map((name) => h("kbd", {}, words.keyNames[name] ?? name))), h("dd", {}, does)];
}

/** By their names: each has one use. @param {[string, Key][]} named */
function tableOf(named) {
  const table = new Map(named);
  if (table.size < named.length) throw new Error(`A key is used twice: ${named.map(([name]) => name).join(" ")}`);
  return table;
}

/** Whether the key belongs to what has the focus: a field, the editor, an open dialog, a button that is pressed by it. @param {KeyboardEvent} event */
function isTaken(event) {
  if (document.querySelector("dialog[open]")) return true;
  const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
  if (target.isContentEditable || target.closest?.("textarea, select, input:not([type=range])")) return true;
  if (event.key === " ") return target.closest?.("button, a, summary") !== null;
  if (target.closest?.("[role=tab]")) return event.key.startsWith("Arrow") || event.key === "Home" || event.key === "End";
  if (target.id === "overview-slider") return /^(Arrow|Home|End|Page)/.test(event.key);
  if (target.closest?.("[role=separator]")) return event.key.startsWith("Arrow");
  return false;
}
