// What the objects of a run hold, at any step. An object is put together from the entries of the trace about it: from a copy of it that was kept
// some entries before, so that no step is far from one.

import { OBJECT_OPS } from "./packed.js";
import { countUpTo, groupBy } from "./search.js";

/** @import { ObjectColumns, Value } from "./packed.js" */

/**
 * A value inside of an object.
 * @typedef {{ value: Value, changedAt: number }} Held  `changedAt`: the step at which it came there
 *
 * @typedef {Held & { place: number, key: Value|null }} Item
 *
 * @typedef {object} Thing  an object, at a step
 * @property {number} id
 * @property {string} type
 * @property {number} frame  whose object it is; -1 for no frame's
 * @property {(Held & { name: string })[]} attributes
 * @property {Item[]} items  or entries, which have keys: the first ones
 * @property {Item[]} beyond  some of those behind them
 * @property {"attributes"|"items"|"entries"} shape
 * @property {number} length  how many items there are, known or not
 * @property {string} text  the whole text of a long string
 * @property {number} changedAt  the step at which anything of it changed last
 */

/**
 * An object as it is put together: by the entries that its values came with.
 * @typedef {{ first: number, last: number, attributes: Map<number, number>, keys: number[], values: number[], beyond: number[], length: number, text: number }} State
 * `beyond`: of the items behind those that are told, the ones that were replaced last; `length`: 0 where all are told
 */

const [NEW, ATTRIBUTE, DELETE, INSERT, KEY, SET, REMOVE, TRUNCATE, LENGTH, FORGET, TEXT] = OBJECT_OPS.keys();
const SHAPES = /** @type {const} */ (["attributes", "items", "entries"]);

/** A copy of an object is kept after every so many entries about it. */
const BETWEEN_COPIES = 512;
/** So many of the items behind those that are told are kept. */
const BEYOND = 20;
/** So many objects are remembered as they were asked for last. */
const REMEMBERED = 2_000;

export class Objects {
  /** By object and number of copy. @type {Map<number, State[]>} */ #copies = new Map();
  /** @type {Map<string, Thing>} */ #things = new Map();

  /** @param {ObjectColumns} columns */
  constructor(columns) {
    this.columns = columns;
    let most = 0;
    for (const id of columns.object) most = Math.max(most, id);
    /** The entries about an object, in order. */
    this.entriesOf = groupBy(most + 1, columns.object);
    this.most = most;
  }

  /** The object at a step; null where nothing is told of what it holds. @param {number} id @param {number} step @returns {Thing|null} */
  at(id, step) {
    const count = this.#countAt(id, step);
    if (count === 0) return null;
    const name = `${id} ${count}`;
    const known = this.#things.get(name);
    if (known) return known;
    const thing = this.#thing(id, this.#state(id, count));
    if (this.#things.size >= REMEMBERED) this.#things.clear();
    this.#things.set(name, thing);
    return thing;
  }

  /** Whether anything of an object changed after one step, up to another. @param {number} id @param {number} after @param {number} step */
  changed(id, after, step) {
    return this.#countAt(id, step) > this.#countAt(id, after);
  }

  /** How many entries about an object there are up to a step. @param {number} id @param {number} step */
  #countAt(id, step) {
    if (id <= 0 || id > this.most) return 0;
    const entries = this.entriesOf(id);
    // Entries are in the order of their steps, and so are those of one object.
    return countUpTo(entries, countUpTo(this.columns.at, step) - 1);
  }

  /** @param {number} id @param {number} count */
  #state(id, count) {
    const entries = this.entriesOf(id);
    let copies = this.#copies.get(id);
    if (!copies) this.#copies.set(id, (copies = []));
    const wanted = Math.floor(count / BETWEEN_COPIES);
    while (copies.length <= wanted) {
      const state = copies.length ? copyOf(copies[copies.length - 1]) : newState(entries[0]);
      const from = Math.max(0, copies.length - 1) * BETWEEN_COPIES;
      for (let i = from; i < copies.length * BETWEEN_COPIES; i++) this.#apply(state, entries[i]);
      copies.push(state);
    }
    const state = copyOf(copies[wanted]);
    for (let i = wanted * BETWEEN_COPIES; i < count; i++) this.#apply(state, entries[i]);
    return state;
  }

  /** @param {State} state @param {number} entry */
  #apply(state, entry) {
    const { op, place } = this.columns;
    const at = place[entry];
    state.last = entry;
    switch (op[entry]) {
      case NEW:
        break;
      case ATTRIBUTE:
        state.attributes.set(at, entry);
        break;
      case DELETE:
        state.attributes.delete(at);
        break;
      case INSERT:
        state.values.splice(at, 0, entry);
        break;
      case KEY:
        state.keys.splice(at, 0, entry);
        state.values.splice(at, 0, entry);
        break;
      case SET:
        if (at < state.values.length) state.values[at] = entry;
        else state.beyond = [...state.beyond.filter((other) => place[other] !== at), entry].slice(-BEYOND);
        break;
      case REMOVE:
        state.keys.splice(at, 1);
        state.values.splice(at, 1);
        break;
      case TRUNCATE:
        state.keys.length = Math.min(state.keys.length, at);
        state.values.length = Math.min(state.values.length, at);
        break;
      case FORGET:
        state.beyond = [];
        break;
      case LENGTH:
        state.length = at;
        break;
      case TEXT:
        state.text = entry;
        break;
    }
  }

  /** @param {number} id @param {State} state @returns {Thing} */
  #thing(id, { first, last, attributes, keys, values, beyond, length, text }) {
    const { at, frame, place, text: texts, textOf } = this.columns;
    const held = (/** @type {number} */ entry) => ({ value: this.#value(entry), changedAt: at[entry] });
    const items = values.map((entry, i) => ({ ...held(entry), place: i, key: i < keys.length ? this.#value(keys[i]) : null }));
    const others = beyond.map((entry) => ({ ...held(entry), place: place[entry], key: null }));
    return {
      id,
      type: textOf(texts[first]),
      frame: frame[first],
      shape: SHAPES[place[first]],
      attributes: [...attributes].map(([name, entry]) => ({ name: textOf(name), ...held(entry) })),
      items,
      beyond: others.sort((a, b) => a.place - b.place),
      length: length || values.length,
      text: text < 0 ? "" : textOf(texts[text]),
      changedAt: at[last],
    };
  }

  /** @param {number} entry @returns {Value} */
  #value(entry) {
    const { text, value, frame, textOf } = this.columns;
    return { text: textOf(text[entry]), object: value[entry], frame: frame[entry] };
  }
}

/** @param {number} first @returns {State} */
function newState(first) {
  return { first, last: first, attributes: new Map(), keys: [], values: [], beyond: [], length: 0, text: -1 };
}

/** @param {State} state @returns {State} */
function copyOf(state) {
  return { ...state, attributes: new Map(state.attributes), keys: state.keys.slice(), values: state.values.slice() };
}
