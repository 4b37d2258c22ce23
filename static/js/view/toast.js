// A few words that go away again by themselves, with a link where there is one.

import { byId, h } from "./dom.js";

const STAYS_MS = 8000;
/** @type {ReturnType<typeof setTimeout>|undefined} */ let timer;

/** @param {string} words @param {string} [link] */
export function toast(words, link) {
  const place = byId("toast");
  place.replaceChildren(words, ...(link ? [" ", h("a", { href: link }, link.replace(/^https?:\/\//, ""))] : []));
  place.classList.add("shown");
  clearTimeout(timer);
  timer = setTimeout(() => place.classList.remove("shown"), STAYS_MS);
}
