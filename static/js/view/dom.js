// Small helpers around the DOM.

import { words } from "../words/words.js";

/**
 * @param {string} id
 * @returns {any} the element, which the template holds; typed loosely, for inputs and dialogs have properties of their own
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

/**
 * An element with attributes, listeners (`onclick`) and children.
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {(Node|string|null)[]} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** One of the icons of the template. @param {string} name */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** Puts another icon in a button's place. @param {Element} button @param {string} name */
export function setIcon(button, name) {
  button.querySelector("use")?.setAttribute("href", `#icon-${name}`);
}

/** A link to a frame's row. @param {string} text @param {number} frame */
export function frameLink(text, frame) {
  return h("button", { type: "button", class: "frame-link", "data-frame": frame }, text);
}

/** How much larger the page is set than its style sheets say: the projector mode does that. @returns {number} */
export function zoomed() {
  if (document.documentElement.dataset.projector === undefined) return 1; // asked for, the browser computes the page's styles
  return /** @type {any} */ (document.body).currentCSSZoom ?? 1;
}

export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
/** One panel at a time: narrow, or a phone held sideways, or zoomed in far. css/narrow.css asks the same. */
export const narrowScreen = matchMedia("(max-width: 760px), (max-height: 500px)");
/** Time runs down where there is no width for it. */
export const timeRunsDown = matchMedia("(max-width: 760px) and (orientation: portrait), (max-width: 480px)");

/** @param {number} bytes */
export function inBytes(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${words.decimal(bytes / 1024, 1)} KB`;
  return `${words.decimal(bytes / 1024 / 1024, 1)} MB`;
}
