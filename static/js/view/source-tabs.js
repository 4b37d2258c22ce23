// The texts beside the timeline: the program, and where the library is looked into a second, read-only tab with the module of the step.

import { NOBODY } from "../model/trace.js";
import { byId } from "./dom.js";
import { clearSource, showInSource } from "./source.js";
import { words } from "../words/words.js";

/** @import { Editor } from "../editor/editor.js" */
/** @import { Run } from "../model/run.js" */

const PROGRAM = "";
const IDS = ["source-program", "source-library"];

export class SourceTabs {
  /** @type {Editor|null} */ #library = null;
  /** The module in the second tab; none before the first was shown. */
  #module = PROGRAM;
  /** The frame whose text was followed there last, and its line. */
  #followed = { frame: NOBODY, line: 1 };

  /** @param {Editor} program @param {(place: HTMLElement) => Editor} openLibrary makes the editor of the second tab */
  constructor(program, openLibrary) {
    this.program = program;
    this.openLibrary = openLibrary;
    IDS.forEach((id, i) => {
      byId(id).addEventListener("click", () => {
        this.#open(i === 1);
        if (i === 1) this.#library?.reveal(this.#followed.line);
      });
      byId(id).addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
        const to = { ArrowRight: 1 - i, ArrowLeft: 1 - i, Home: 0, End: 1 }[event.key];
        if (to === undefined || byId(IDS[to]).hidden) return;
        event.preventDefault();
        byId(IDS[to]).click();
        byId(IDS[to]).focus();
      });
    });
    this.#open(false);
  }

  /** The editor that is seen. */
  get shown() {
    return byId("editor").hidden && this.#library ? this.#library : this.program;
  }

  /** Before a run is shown. @param {boolean} withLibrary whether the library's frames are in it */
  prepare(withLibrary) {
    this.#module = PROGRAM;
    this.#followed = { frame: NOBODY, line: 1 };
    this.#open(false);
    byId("source-tabs").hidden = !withLibrary;
    byId("program-title").hidden = withLibrary;
    for (const [panel, tab] of [
      ["editor", IDS[0]],
      ["library-source", IDS[1]],
    ])
      setPanel(byId(panel), withLibrary ? tab : null);
    if (withLibrary) this.#library ??= this.openLibrary(byId("library-source"));
  }

  /** Marks a step in both texts. @param {Run} run @param {number} step */
  mark({ trace, sources }, step) {
    showInSource(this.program, PROGRAM, trace, step);
    if (this.#followed.frame !== NOBODY) this.#followed.line = trace.lineAt(this.#followed.frame, step);
    if (this.#library && this.#module && sources.text(this.#module) !== null) showInSource(this.#library, this.#module, trace, step);
  }

  /** Opens the text that a frame runs, at its line; where the step makes the frame, at the line that does so. @param {Run} run @param {number} of @param {number} step */
  follow({ trace, sources }, of, step) {
    const isMade = trace.raw.events[step] === "create" && trace.raw.stepFrame[step] === of;
    const frame = isMade && trace.active[step] !== NOBODY ? trace.active[step] : of;
    if (frame === NOBODY) return;
    const module = trace.frames[frame].library;
    if (module && module !== this.#module) {
      this.#module = module;
      byId("source-library").textContent = module;
      this.#library?.setText(sources.text(module) ?? words.sourceTabs.unfetched);
    }
    this.#open(module !== PROGRAM);
    const line = trace.lineAt(frame, step);
    if (module) this.#followed = { frame, line };
    (module ? this.#library : this.program)?.reveal(line);
  }

  /** The program is another one now: nothing in it is known. */
  clear() {
    clearSource(this.program);
    if (this.#library) clearSource(this.#library);
  }

  /** @param {boolean} isLibrary */
  #open(isLibrary) {
    byId("source-library").hidden = !this.#module;
    byId("editor").hidden = isLibrary;
    byId("library-source").hidden = !isLibrary;
    byId("panel-code").classList.toggle("library-open", isLibrary);
    IDS.forEach((id, i) => {
      const selected = (i === 1) === isLibrary;
      byId(id).setAttribute("aria-selected", String(selected));
      byId(id).tabIndex = selected ? 0 : -1;
    });
  }
}

/** @param {HTMLElement} panel @param {string|null} tab */
function setPanel(panel, tab) {
  if (tab) {
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab);
  } else {
    panel.removeAttribute("role");
    panel.removeAttribute("aria-labelledby");
  }
}
