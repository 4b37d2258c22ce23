// Short texts with `code` and [links to a step](#step=12), as the examples have them.

import { h } from "./dom.js";

/** @param {string} text @returns {(Node|string)[]} */
export function marked(text) {
  return text.split(/(`[^`]*`|\[[^\]]*\]\(#step=[\d.]+\))/).map((part) => {
    if (part.startsWith("`")) return h("code", {}, part.slice(1, -1));
    const [, words, address] = /^\[(.*)\]\((.*)\)$/s.exec(part) ?? [];
    return address ? h("a", { href: address }, ...marked(words)) : part;
  });
}
