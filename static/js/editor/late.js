// CodeMirror, before it is there: its bundle is several times as large as the rest of the page and comes after the first picture. Until then the text
// is shown, with its marks, and can't be changed.

import { words } from "../words/words.js";
import { PlainEditor } from "./plain.js";

/** @import { Editor, Marks, Options, Trouble } from "./editor.js" */

/** So long at most the editor waits for an idle browser. */
const LONGEST_WAIT_MS = 1000;

/** @implements {Editor} */
export class LateEditor {
  /** @type {Editor} */ #editor;
  /** What it shows, to be shown again by the one that comes. */
  #shown = {
    marks: /** @type {Marks} */ ({}),
    trouble: /** @type {Trouble|null} */ (null),
    wraps: false,
    stops: /** @type {number[]} */ ([]),
  };

  /** @param {HTMLElement} parent @param {string} bundle its address @param {Options} options */
  constructor(parent, bundle, options) {
    this.parent = parent;
    const { stopsChanged } = options;
    this.options = {
      ...options,
      ...(stopsChanged && {
        stopsChanged: (/** @type {number[]} */ lines) => {
          this.#shown.stops = lines;
          stopsChanged(lines);
        },
      }),
    };
    this.#editor = new PlainEditor(parent, { ...this.options, readOnly: true });
    parent.setAttribute("aria-busy", "true");
    this.ready = this.#load(bundle);
  }

  get kind() {
    return this.#editor.kind;
  }

  getText() {
    return this.#editor.getText();
  }

  /** @param {string} text */
  setText(text) {
    this.#editor.setText(text);
  }

  focus() {
    this.#editor.focus();
  }

  find() {
    this.#editor.find?.();
  }

  /** @param {boolean} wraps */
  setWraps(wraps) {
    this.#shown.wraps = wraps;
    this.#editor.setWraps?.(wraps);
  }

  /** @param {Marks} marks */
  showMarks(marks) {
    Object.assign(this.#shown.marks, marks);
    this.#editor.showMarks(marks);
  }

  /** @param {number} line */
  reveal(line) {
    this.#editor.reveal(line);
  }

  /** @param {Trouble|null} trouble */
  showTrouble(trouble) {
    this.#shown.trouble = trouble;
    this.#editor.showTrouble(trouble);
  }

  /** @param {number} line */
  toggleStop(line) {
    this.#editor.toggleStop(line);
  }

  /** @param {string} bundle */
  async #load(bundle) {
    await firstPicture();
    const { createEditor } = await import(bundle).catch((error) => {
      console.warn("The editor's bundle did not load; a plain textarea takes its place.", error);
      return { createEditor: null };
    });
    const text = this.getText();
    const says = { label: words.plainEditor.program, phrases: words.editorPhrases, sleepsAt: words.plainEditor.sleepsAt };
    const hadFocus = this.parent.contains(document.activeElement);
    this.parent.replaceChildren();
    this.#editor = createEditor
      ? createEditor(this.parent, { ...says, ...this.options, text })
      : new PlainEditor(this.parent, { ...this.options, text });
    const { marks, trouble, wraps, stops } = this.#shown;
    for (const line of stops) this.#editor.toggleStop(line);
    this.#editor.setWraps?.(wraps);
    this.#editor.showMarks(marks);
    this.#editor.showTrouble(trouble);
    if (hadFocus) this.focus();
    this.parent.removeAttribute("aria-busy");
  }
}

/** Ends when what the page shows first is drawn, and the browser has nothing else to do. */
function firstPicture() {
  const idle = window.requestIdleCallback ?? setTimeout;
  return new Promise((done) => {
    requestAnimationFrame(() => idle(() => done(null), { timeout: LONGEST_WAIT_MS }));
  });
}
