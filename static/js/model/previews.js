// An object in one line, as `repr` would write it, made of what the trace tells it holds. Instances are told by type and number, frames' objects by the
// name of the frame.

/** @import { Held, Thing } from "./objects.js" */
/** @import { Trace } from "./trace.js" */
/** @import { Value } from "./packed.js" */

/** A line is cut at so many characters. */
const LONGEST = 72;
/** So deep things are written out in others. */
const DEPTH = 3;
const BRACKETS = /** @type {Record<string, [string, string]>} */ ({ tuple: ["(", ")"], set: ["{", "}"], frozenset: ["{", "}"] });

/** `Node #4`. @param {string} type @param {number} id */
export function tokenName(type, id) {
  return `${type} #${id}`;
}

/** What a thing holds, in a line. @param {Trace} trace @param {Thing} thing @param {number} step */
export function preview(trace, thing, step) {
  const writer = new Writer(trace, step);
  writer.contents(thing, 0);
  return writer.text;
}

class Writer {
  text = "";
  /** @type {number[]} */ #open = [];

  /** @param {Trace} trace @param {number} step */
  constructor(trace, step) {
    this.trace = trace;
    this.step = step;
  }

  get #isFull() {
    return this.text.length > LONGEST;
  }

  /** @param {Thing} thing @param {number} depth */
  contents(thing, depth) {
    if (thing.text) return this.#write(thing.text);
    this.#open.push(thing.id);
    if (thing.shape === "attributes") this.#list("", "", thing.attributes, thing.attributes.length, depth);
    else if (thing.shape === "entries") this.#list("{", "}", thing.items, thing.length, depth);
    else this.#list(...(BRACKETS[thing.type] ?? ["[", "]"]), thing.items, thing.length, depth);
    this.#open.pop();
  }

  /**
   * @param {string} begin @param {string} end @param {(Held & { name?: string, key?: Value|null })[]} rows those that are told @param {number} length of all
   * @param {number} depth
   */
  #list(begin, end, rows, length, depth) {
    this.#write(begin);
    for (const [i, { name, key, value }] of rows.entries()) {
      if (this.#isFull) return;
      if (i > 0) this.#write(", ");
      if (name) this.#write(`${name}=`);
      if (key) {
        this.#value(key, depth + 1);
        this.#write(": ");
      }
      this.#value(value, depth + 1);
    }
    if (length > rows.length) this.#write(", …");
    this.#write(end);
  }

  /** @param {Value} value @param {number} depth */
  #value({ text, object, frame }, depth) {
    if (frame >= 0) return this.#write(this.trace.label(frame));
    const thing = this.trace.objects.at(object, this.step);
    if (!thing) return this.#write(text);
    const isWrittenOut = thing.shape !== "attributes" && depth < DEPTH && !this.#open.includes(object);
    if (isWrittenOut || thing.text) this.contents(thing, depth);
    else this.#write(tokenName(thing.type, object));
  }

  /** @param {string} text */
  #write(text) {
    if (this.#isFull) return;
    this.text += text;
    if (this.#isFull) this.text = `${this.text.slice(0, LONGEST)}…`;
  }
}
