// The QR code of a link, as large as the window allows: a room of people opens it with their phones.

import { hrefOf } from "../net/site.js";
import { byId } from "./dom.js";
import { words } from "../words/words.js";

/** White around the code, in its squares, without which readers do not find it. */
const BORDER = 4;
const SVG = "http://www.w3.org/2000/svg";

/** @param {{ link: string, title: string, bundle: string }} of bundle: where the library is, below `/static/` @throws where the link is too long for a code */
export async function showQr({ link, title, bundle }) {
  const { encode } = await import(hrefOf(`/static/${bundle}`));
  byId("qr-picture").replaceChildren(drawn(squaresOf(encode, link)));
  byId("qr-title").textContent = title;
  byId("qr-link").textContent = link;
  byId("qr-dialog").showModal();
}

/** @param {(text: string, options: object) => { data: boolean[][] }} encode @param {string} link */
function squaresOf(encode, link) {
  try {
    return encode(link, { border: BORDER, boostEcc: true }).data;
  } catch {
    throw new Error(words.qr.tooLong);
  }
}

/** @param {boolean[][]} squares by rows */
function drawn(squares) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${squares.length} ${squares.length}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join(""));
  svg.append(path);
  return svg;
}
