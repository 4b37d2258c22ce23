// Light, dark, or as the system has it. What was chosen is put on the page before it is painted, by first-paint.js.

import { read, write } from "../net/kept.js";
import { byId, setIcon } from "./dom.js";
import { words } from "../words/words.js";

const THEMES = ["auto", "light", "dark"];
const ICONS = /** @type {Record<string, string>} */ ({ auto: "half", light: "sun", dark: "moon" });

export class Theme {
  #now = read("theme") ?? "auto";

  /** @param {() => void} changed */
  constructor(changed) {
    byId("theme").addEventListener("click", () => {
      this.#now = THEMES[(THEMES.indexOf(this.#now) + 1) % THEMES.length];
      write("theme", this.#now);
      this.#show();
      changed();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
    this.#show();
  }

  #show() {
    if (this.#now === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.#now;
    const button = byId("theme");
    setIcon(button, ICONS[this.#now]);
    button.setAttribute("aria-label", words.theme.theme(this.#now));
    button.title = words.theme.theme(this.#now);
  }
}
