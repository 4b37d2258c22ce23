// The list of programs: one's own that were changed last, and the examples by topic.

import { byId, h, narrowScreen } from "./dom.js";
import { marked } from "./marked.js";
import { words } from "../words/words.js";

/** @import { SavedProgram } from "../net/saved-programs.js" */

/**
 * @typedef {{ slug: string, title: string, topic: string, summary: string, step: number|null, source: string }} Example
 *
 * @typedef {object} Shown
 * @property {string} text
 * @property {string} name
 * @property {SavedProgram|null} own  where the text is one's own
 * @property {SavedProgram[]} others  one's own besides, the one changed last first
 */

/** So many of one's own; My programs has them all. */
const MOST = 8;
/** The value of what is neither an example nor one's own. */
const OTHER = "";

export class Examples {
  /** What is in the group of one's own. */
  #names = "";

  /** @param {Example[]} examples @param {{ open: (example: Example) => void, openOwn: (id: string) => void }} intents */
  constructor(examples, intents) {
    this.examples = examples;
    this.select = /** @type {HTMLSelectElement} */ (byId("examples"));
    this.other = h("option", { value: OTHER });
    this.own = h("optgroup", { label: words.examples.mine });
    const topics = [...new Set(examples.map((example) => example.topic))];
    this.select.append(
      this.other,
      this.own,
      ...topics.map((topic) =>
        h(
          "optgroup",
          { label: topic },
          ...examples.filter((example) => example.topic === topic).map(({ slug, title }) => h("option", { value: slug }, title)),
        ),
      ),
    );
    this.select.addEventListener("change", () => {
      const example = examples.find(({ slug }) => slug === this.select.value);
      if (example) intents.open(example);
      else intents.openOwn(this.select.value);
    });
    narrowScreen.addEventListener("change", () => this.#foldAbout());
    this.#foldAbout();
  }

  /** Shows which program the text is. @param {Shown} shown */
  show({ text, name, own, others }) {
    this.#list(own ? [own, ...others] : others);
    const example = own ? undefined : this.examples.find(({ source }) => source === text);
    this.other.hidden = own !== null || example !== undefined;
    this.other.textContent = name;
    this.select.value = own?.id ?? example?.slug ?? OTHER;
    byId("about").hidden = !example?.summary;
    byId("about-text").replaceChildren(...marked(example?.summary ?? ""));
  }

  /** A narrow screen has no room for the words about an example until they are asked for. */
  #foldAbout() {
    byId("about").open = !narrowScreen.matches;
  }

  /** @param {SavedProgram[]} programs */
  #list(programs) {
    const listed = programs.slice(0, MOST).map(({ id, name }) => ({ id, name }));
    const names = JSON.stringify(listed);
    if (names === this.#names) return;
    this.#names = names;
    this.own.hidden = listed.length === 0;
    this.own.replaceChildren(...listed.map(({ id, name }) => h("option", { value: id }, name)));
  }
}
