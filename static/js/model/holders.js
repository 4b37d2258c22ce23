// Who holds an object at a step: variables of frames that live, and other objects, as far as such a variable leads to them.

/** @import { Trace } from "./trace.js" */

/**
 * A place that holds an object: a variable of a frame, or an attribute or item of another object.
 * @typedef {{ frame: number, object: number, name: string }} Holder  `frame` is -1 for an object's; `name` is empty for an item
 */

/** So many holders of holders are asked for a variable that leads to them. */
const MOST = 200;

export class Holders {
  /** The entries about variables and about objects that tell of each object. @type {{ locals: Map<number, number[]>, objects: Map<number, number[]> }|null} */
  #told = null;

  /** @param {Trace} trace */
  constructor(trace) {
    this.trace = trace;
  }

  /** @param {number} id @param {number} step @returns {Holder[]} */
  of(id, step) {
    return [...this.#variables(id, step), ...this.#owners(id, step).filter(({ object }) => this.#isHeld(object, step, new Set([id])))];
  }

  /**
   * Whether a variable leads to an object, by way of others than those that were met.
   * @param {number} id @param {number} step @param {Set<number>} met @returns {boolean}
   */
  #isHeld(id, step, met) {
    if (met.has(id) || met.size > MOST) return false;
    met.add(id);
    return this.#variables(id, step).length > 0 || this.#owners(id, step).some(({ object }) => this.#isHeld(object, step, met));
  }

  /** @param {number} id @param {number} step @returns {Holder[]} */
  #variables(id, step) {
    const { trace } = this;
    const { locals, stepFrame } = trace.raw;
    const frames = new Set(
      this.#index()
        .locals.get(id)
        ?.map((entry) => stepFrame[locals.at[entry]]),
    );
    const living = [...frames].filter((frame) => ![null, "closed"].includes(trace.stateAt(frame, step)));
    return living.flatMap((frame) =>
      trace
        .localsAt(frame, step)
        .filter(({ value }) => value.object === id)
        .map(({ name }) => ({ frame, object: 0, name })),
    );
  }

  /** @param {number} id @param {number} step @returns {Holder[]} */
  #owners(id, step) {
    const { objects } = this.trace;
    const owners = new Set(
      this.#index()
        .objects.get(id)
        ?.map((entry) => objects.columns.object[entry]),
    );
    return [...owners].flatMap((object) => {
      const thing = objects.at(object, step);
      if (!thing) return [];
      const named = thing.attributes.filter(({ value }) => value.object === id).map(({ name }) => ({ frame: -1, object, name }));
      const isItem = [...thing.items, ...thing.beyond].some(({ key, value }) => value.object === id || key?.object === id);
      return isItem ? [...named, { frame: -1, object, name: "" }] : named;
    });
  }

  #index() {
    if (this.#told) return this.#told;
    const { locals } = this.trace.raw;
    const { value } = this.trace.objects.columns;
    this.#told = { locals: new Map(), objects: new Map() };
    for (let i = 0; i < locals.of.length; i++) put(this.#told.locals, locals.of[i].value?.object ?? 0, i);
    for (let i = 0; i < value.length; i++) put(this.#told.objects, value[i], i);
    return this.#told;
  }
}

/** @param {Map<number, number[]>} lists @param {number} object @param {number} entry */
function put(lists, object, entry) {
  if (object === 0) return;
  const list = lists.get(object);
  if (list) list.push(entry);
  else lists.set(object, [entry]);
}
