// What the server put into the page.

import { byId } from "../view/dom.js";

/** @import { Example } from "../view/examples.js" */

/**
 * @typedef {object} Initial
 * @property {{ source: string, id: string|null, example: string|null, step: number|null, missing: boolean }} program
 * @property {Example[]} examples
 * @property {string} version
 * @property {"codemirror"|"textarea"} editor
 * @property {string} library  the edition of the library's sources
 * @property {Record<string, number>} limits
 */

/** @type {Initial} */
export const initial = JSON.parse(byId("initial").textContent);
