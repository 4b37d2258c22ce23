// Puts new content in the place of the old and touches only what differs: the rest keeps its layout, its focus and its scroll position.

/** Elements that name what they stand for by this never become those of another. */
const IDENTITY = "data-token";
/** The rows in an element that has this are left to `patchRows`. */
export const ROWS = "data-rows";

/**
 * @typedef {object} Row  rows of one key look the same, but for the rows in them
 * @property {string} key
 * @property {() => Element} make
 * @property {Row[]} [rows] in it
 *
 * @typedef {{ left: number }} Budget  how many rows may still be made
 */

/** @type {WeakMap<Element, string>} */
const keys = new WeakMap();

/** @param {Element} parent @param {(Node|string|null)[]} children no listeners: an element that stays keeps its own */
export function patch(parent, ...children) {
  const made = document.createElement("div");
  made.append(...children.filter((child) => child !== null));
  patchChildren(parent, made);
}

/**
 * Makes only the rows that are new. Those that the budget does not allow are left out.
 * @param {Element} list with the attribute `data-rows` @param {Row[]} rows @param {Budget} [budget]
 */
export function patchRows(list, rows, budget = { left: Infinity }) {
  const wanted = new Set(rows.map(({ key }) => key));
  /** @type {Map<string, Element>} */
  const present = new Map();
  for (const row of [...list.children]) {
    const key = keys.get(row);
    if (key === undefined || !wanted.has(key) || present.has(key)) row.remove();
    else present.set(key, row);
  }
  let next = list.firstElementChild;
  for (const { key, make, rows: inner } of rows) {
    const known = present.get(key);
    if (!known && --budget.left < 0) continue;
    const row = known ?? make();
    present.delete(key);
    keys.set(row, key);
    if (inner) patchRows(row, inner, budget);
    if (row === next) next = next.nextElementSibling;
    else list.insertBefore(row, next);
  }
}

/** @param {Element} parent @param {Element} made */
function patchChildren(parent, made) {
  const wanted = [...made.childNodes];
  removeGone(parent, made);
  const present = [...parent.childNodes];
  wanted.forEach((node, i) => patchNode(parent, present[i], node));
  for (const node of present.slice(wanted.length)) node.remove();
}

/** What is named and no longer wanted goes first, so that those after it keep their elements. @param {Element} parent @param {Element} made */
function removeGone(parent, made) {
  const names = new Set(Array.from(made.children, (child) => child.getAttribute(IDENTITY)));
  for (const child of [...parent.children]) {
    const name = child.getAttribute(IDENTITY);
    if (name !== null && !names.has(name)) child.remove();
  }
}

/** @param {Element} parent @param {ChildNode|undefined} present @param {ChildNode} wanted */
function patchNode(parent, present, wanted) {
  if (!present) parent.append(wanted);
  else if (present.isEqualNode(wanted)) return;
  else if (present instanceof Text && wanted instanceof Text) present.data = wanted.data;
  else if (present instanceof Element && wanted instanceof Element && areAlike(present, wanted)) patchElement(present, wanted);
  else present.replaceWith(wanted);
}

/** @param {Element} present @param {Element} wanted */
function areAlike(present, wanted) {
  return present.tagName === wanted.tagName && present.getAttribute(IDENTITY) === wanted.getAttribute(IDENTITY);
}

/** @param {Element} present @param {Element} wanted */
function patchElement(present, wanted) {
  for (const { name } of [...present.attributes]) if (!wanted.hasAttribute(name)) present.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (present.getAttribute(name) !== value) present.setAttribute(name, value);
  if (!wanted.hasAttribute(ROWS)) patchChildren(present, wanted);
}
