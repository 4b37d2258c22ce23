// A canvas that writes SVG: it has what paint.js and picture.js draw with, so that what is saved is what is seen. No more of the interface is here.

import { HATCH } from "./paint.js";

const LETTER = 0.602;

/** @param {number} width @param {number} height @returns {HTMLCanvasElement & { svg: () => string }} */
export function svgCanvas(width, height) {
  const context = new Context();
  const canvas = { width, height, getContext: () => context, svg: () => written(width, height, context.parts) };
  return /** @type {any} */ (canvas);
}

class Context {
  /** @type {string[]} */ parts = [];
  fillStyle = "#000";
  strokeStyle = "#000";
  lineWidth = 1;
  font = "12px monospace";
  textAlign = "left";
  textBaseline = "middle";
  #path = "";
  /** @type {number[]} */ #dashes = [];
  #shift = { x: 0, y: 0 };

  /** The picture's own pixels are the page's. */
  setTransform() {}

  clearRect() {}

  /** @param {number} x @param {number} y */
  translate(x, y) {
    this.#shift = { x: this.#shift.x + x, y: this.#shift.y + y };
  }

  /** @param {HTMLCanvasElement} tile */
  createPattern(tile) {
    const { strokeStyle } = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
    this.parts.push(
      `<pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse"><path d="${HATCH}" stroke="${strokeStyle}" stroke-width="1.4"/></pattern>`,
    );
    return "url(#hatch)";
  }

  beginPath() {
    this.#path = "";
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#path += `M${this.#at(x, y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#path += `L${this.#at(x, y)}`;
  }

  closePath() {
    this.#path += "z";
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} r */
  roundRect(x, y, w, h, r) {
    const round = Math.max(0, Math.min(r, w / 2, h / 2));
    const [across, down] = [n(w - 2 * round), n(h - 2 * round)];
    const arc = (/** @type {number} */ dx, /** @type {number} */ dy) => `a${n(round)} ${n(round)} 0 0 1 ${n(dx * round)} ${n(dy * round)}`;
    this.#path += `M${this.#at(x + round, y)}h${across}${arc(1, 1)}v${down}${arc(-1, 1)}h${n(2 * round - w)}${arc(-1, -1)}v${n(2 * round - h)}${arc(1, -1)}z`;
  }

  fill() {
    this.parts.push(`<path d="${this.#path}" fill="${this.fillStyle}"/>`);
  }

  stroke() {
    const dashes = this.#dashes.length ? ` stroke-dasharray="${this.#dashes.join(" ")}"` : "";
    this.parts.push(`<path d="${this.#path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${n(this.lineWidth)}"${dashes}/>`);
  }

  /** @param {number[]} dashes */
  setLineDash(dashes) {
    this.#dashes = dashes;
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  fillRect(x, y, w, h) {
    this.parts.push(`<rect ${this.#box(x, y, w, h)} fill="${this.fillStyle}"/>`);
  }

  /** @param {string} text */
  measureText(text) {
    return { width: text.length * LETTER * this.#size };
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    const anchor = this.textAlign === "center" ? "middle" : this.textAlign === "right" ? "end" : "start";
    const weight = /^(bold|\d{3}) /.test(this.font) ? ' font-weight="700"' : "";
    const [left, base] = [n(x + this.#shift.x), n(y + this.#shift.y + this.#size * 0.34)];
    this.parts.push(
      `<text x="${left}" y="${base}" font-size="${this.#size}" text-anchor="${anchor}" fill="${this.fillStyle}"${weight} xml:space="preserve">${escaped(text)}</text>`,
    );
  }

  get #size() {
    return Number(/(\d+)px/.exec(this.font)?.[1] ?? 12);
  }

  /** @param {number} x @param {number} y */
  #at(x, y) {
    return `${n(x + this.#shift.x)} ${n(y + this.#shift.y)}`;
  }

  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  #box(x, y, w, h) {
    return `x="${n(x + this.#shift.x)}" y="${n(y + this.#shift.y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}"`;
  }
}

/** @param {number} width @param {number} height @param {string[]} parts */
function written(width, height, parts) {
  const fonts = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${fonts}">${parts.join("")}</svg>\n`;
}

/** @param {number} number */
function n(number) {
  return String(Number(number.toFixed(2)));
}

/** What XML can't hold is a sign that says so. @param {string} text */
function escaped(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\u0000-\u001f\ufffe\uffff]/g, "\ufffd");
}
