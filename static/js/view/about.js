// The panel that says what this site is, and what it stores. The footer and the list of keys lead to it.

import { byId } from "./dom.js";

export function wireAbout() {
  for (const button of document.querySelectorAll("[data-about]")) button.addEventListener("click", open);
}

function open() {
  /** @type {HTMLDialogElement|null} */ (document.querySelector("dialog[open]"))?.close();
  // The footer says where the last program ran; the page of two programs has none.
  const where = document.getElementById("runs-where")?.textContent;
  if (where) byId("about-where").textContent = where;
  byId("site-about").showModal();
}
