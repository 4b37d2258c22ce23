// What is said to screen readers and shown to nobody: politely, after what they are saying. What people do by hand is told here, never what plays.

import { byId } from "./dom.js";

/** @param {string} words */
export function announce(words) {
  byId("announcement").textContent = words;
}
