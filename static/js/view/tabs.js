// The tabs of a narrow screen: four, and one more for a lesson. On a wide one all panels are seen at once and there are no tabs.

import { byId, narrowScreen } from "./dom.js";

const NAMES = ["lesson", "code", "timeline", "frames", "output"].filter((name) => document.getElementById(`tab-${name}`));

export class Tabs {
  /** @param {(name: string) => void} changed */
  constructor(changed) {
    this.changed = changed;
    this.tabs = NAMES.map((name) => /** @type {HTMLElement} */ (byId(`tab-${name}`)));
    this.tabs.forEach((tab, i) => {
      tab.addEventListener("click", () => this.open(NAMES[i]));
      tab.addEventListener("keydown", (event) => this.#key(event, i));
    });
    narrowScreen.addEventListener("change", () => this.#roles());
    this.open(NAMES[0] === "lesson" ? "lesson" : "timeline");
    this.#roles();
  }

  /** @param {string} name */
  open(name) {
    document.body.dataset.tab = name;
    this.tabs.forEach((tab, i) => {
      const selected = NAMES[i] === name;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
    });
    this.changed(name);
  }

  /** A panel is one of a tab only where there are tabs. */
  #roles() {
    for (const name of NAMES) {
      const panel = byId(`panel-${name}`);
      if (narrowScreen.matches) {
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", `tab-${name}`);
      } else {
        panel.removeAttribute("role");
        panel.removeAttribute("aria-labelledby");
      }
    }
  }

  /** @param {KeyboardEvent} event @param {number} i */
  #key(event, i) {
    const count = NAMES.length;
    const to = { ArrowRight: (i + 1) % count, ArrowLeft: (i + count - 1) % count, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.open(NAMES[to]);
    this.tabs[to].focus();
  }
}
