// The list of programs: the examples by topic, and the one that was written here.

import { byId, h } from "./dom.js";

/** @typedef {{ slug: string, title: string, topic: string, summary: string, step: number|null, source: string }} Example */

const OWN = "";

export class Examples {
  /** @param {Example[]} examples @param {{ open: (example: Example) => void, openDraft: () => void }} intents */
  constructor(examples, intents) {
    this.examples = examples;
    this.select = /** @type {HTMLSelectElement} */ (byId("examples"));
    this.own = /** @type {HTMLOptionElement} */ (h("option", { value: OWN }, "Your program"));
    const topics = [...new Set(examples.map((example) => example.topic))];
    this.select.append(this.own, ...topics.map((topic) =>
      h("optgroup", { label: topic }, ...examples.filter((example) => example.topic === topic).map(({ slug, title }) => h("option", { value: slug }, title)))));
    this.select.addEventListener("change", () => {
      const example = examples.find(({ slug }) => slug === this.select.value);
      if (example) intents.open(example);
      else intents.openDraft();
    });
  }

  /**
   * Shows which program the text is, and answers whether it is an example.
   * @param {string} text @param {boolean} hasOwn whether there is a program of one's own to go back to
   */
  show(text, hasOwn) {
    const example = this.examples.find(({ source }) => source === text);
    this.own.hidden = !hasOwn && example !== undefined;
    this.select.value = example?.slug ?? OWN;
    const about = byId("about");
    about.hidden = !example?.summary;
    about.replaceChildren(...marked(example?.summary ?? ""));
    return example !== undefined;
  }
}

/** Text in which `backticks` mark code. @param {string} text */
function marked(text) {
  return text.split("`").map((part, i) => (i % 2 ? h("code", {}, part) : part));
}
