// The texts whose lines a trace names: the program's, and those of the library's modules as far as they were fetched.

/** @import { Frame, Place } from "./packed.js" */

export class Sources {
  /** @type {Map<string, string>} */ #texts = new Map();
  /** @type {Map<string, string[]>} */ #lines = new Map();

  /** @param {string} program */
  constructor(program) {
    this.set("", program);
  }

  /** @param {string} module the empty name is the program's @param {string} text */
  set(module, text) {
    this.#texts.set(module, text);
    this.#lines.set(module, text.split("\n"));
  }

  /** @param {string} module */
  text(module) {
    return this.#texts.get(module) ?? null;
  }

  /** A line of the text that a frame runs, without its indentation; empty where it is not known. @param {Frame} frame @param {number} line */
  lineOf({ library }, line) {
    return (this.#lines.get(library)?.[line - 1] ?? "").trim();
  }

  /** A stretch of that text; where it is longer than a line, its first line. @param {Frame} frame @param {Place} place */
  textAt({ library }, { line, column, endLine, endColumn }) {
    const characters = [...(this.#lines.get(library)?.[line - 1] ?? "")];
    return characters
      .slice(column - 1, endLine > line ? undefined : endColumn - 1)
      .join("")
      .trim();
  }
}
