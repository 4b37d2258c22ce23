// Draws the primitives of layout.js on a canvas, in the colours of css/tokens.css.

import { zoomed } from "../dom.js";

/** @import { Arrow, Bar, Pointer, Primitive, SharesBar, Text } from "./layout.js" */

/** The lines of the hatching, in a tile of 8 by 8. */
export const HATCH = "M-9 9L1-1M-1 9L9-1M7 9L17-1";

const MONO = '12px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** The custom properties a canvas needs. */
const NAMES = [
  "created-fill",
  "created-edge",
  "running-fill",
  "running-edge",
  "waiting-fill",
  "waiting-edge",
  "suspended-fill",
  "suspended-edge",
  "suspended-text",
  "closed-edge",
  "failed-edge",
  "grid",
  "instant",
  "chosen",
  "text",
  "soft",
  "faint",
  "surface",
  "sunken",
  "edge",
  "column",
  "accent",
  "strip-in",
  "strip-out",
];

/** @typedef {Record<string, string>} Palette */

/** The colours of now: they follow the theme. @returns {Palette} */
export function readPalette() {
  const probe = document.createElement("div");
  for (const name of NAMES) probe.appendChild(document.createElement("span")).style.color = `var(--${name})`;
  document.body.append(probe); // all at once: each change before a question makes the browser compute the styles anew
  const palette = Object.fromEntries(NAMES.map((name, i) => [name, getComputedStyle(probe.children[i]).color]));
  probe.remove();
  return palette;
}

export class Painter {
  #hatch = /** @type {CanvasPattern|null} */ (null);
  #palette = /** @type {Palette} */ ({});

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  }

  /** @param {Palette} palette */
  setPalette(palette) {
    this.#palette = palette;
    this.#hatch = this.context.createPattern(hatching(palette["suspended-edge"]), "repeat");
  }

  /** @param {number} width @param {number} height in CSS pixels @param {number} [ratio] the canvas's pixels for each of them */
  resize(width, height, ratio = (devicePixelRatio || 1) * zoomed()) {
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
    }
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  /** @param {Primitive[]} primitives @param {() => void} [under] draws what lies under them */
  paint(primitives, under) {
    const { context: c } = this;
    c.clearRect(0, 0, this.canvas.width, this.canvas.height);
    under?.();
    c.font = MONO;
    c.textBaseline = "middle";
    // Labels lie over everything else.
    for (const p of primitives) if (p.type !== "text" || !p.boxed) this.#one(p);
    for (const p of primitives) if (p.type === "text" && p.boxed) this.#text(p);
  }

  /** @param {Primitive} p */
  #one(p) {
    const { context: c } = this;
    switch (p.type) {
      case "band":
        c.fillStyle = this.#palette[p.paint];
        c.fillRect(p.x, p.y, p.w, p.h);
        break;
      case "line":
        c.strokeStyle = this.#palette[p.paint] ?? this.#palette[`${p.paint}-edge`];
        c.lineWidth = p.width;
        stroke(c, p.x1, p.y1, p.x2, p.y2);
        break;
      case "cross":
        this.#cross(p.x, p.y);
        break;
      case "bar":
        this.#bar(p);
        break;
      case "shares":
        this.#shares(p);
        break;
      case "arrow":
        this.#arrow(p);
        break;
      case "pointer":
        this.#pointer(p);
        break;
      case "text":
        this.#text(p);
        break;
    }
  }

  /** @param {Bar} bar */
  #bar({ x, y, w, h, look, label, vertical }) {
    const { context: c } = this;
    const fill = this.#palette[`${look}-fill`];
    const edge = this.#palette[`${look}-edge`];
    c.fillStyle = fill;
    if (w < 4 || h < 4) {
      c.fillStyle = look === "waiting" || look === "created" ? edge : fill;
      c.fillRect(x, y, w, h);
      return;
    }
    const gap = vertical ? 0 : 0.5;
    c.beginPath();
    c.roundRect(x + gap + 0.5, y + 0.5, w - 1 - 2 * gap, h - 1, 3);
    c.fill();
    if (look === "suspended" && this.#hatch) {
      c.fillStyle = this.#hatch;
      c.fill();
    }
    c.strokeStyle = edge;
    c.lineWidth = 1.25;
    c.setLineDash(look === "created" ? [4, 3] : []);
    c.stroke();
    c.setLineDash([]);
    if (look === "suspended") this.#asleep(x, y, w, h, label, fill, vertical);
  }

  /** Each look has its part of the thickness; an edge lies between it and the next. @param {SharesBar} bar */
  #shares({ x, y, w, h, parts, vertical }) {
    const { context: c } = this;
    let foot = vertical ? x : y + h;
    for (const { look, share } of parts) {
      const thick = share * (vertical ? w : h);
      const head = vertical ? foot + thick : foot - thick;
      /** @type {[number, number, number, number]} */
      const box = vertical ? [foot, y, thick, h] : [x, head, w, thick];
      c.fillStyle = this.#palette[`${look}-fill`];
      c.fillRect(...box);
      if (look === "suspended" && this.#hatch) {
        c.fillStyle = this.#hatch;
        c.fillRect(...box);
      }
      c.fillStyle = this.#palette[`${look}-edge`];
      if (vertical) c.fillRect(head - 1, y, 1, h);
      else c.fillRect(x, head, w, 1);
      foot = head;
    }
  }

  /** A pause sign and the line, on clear ground. @param {number} x @param {number} y @param {number} w @param {number} h @param {string} label @param {string} fill @param {boolean} vertical */
  #asleep(x, y, w, h, label, fill, vertical) {
    const { context: c } = this;
    if (vertical) {
      if (!label || h < 16) return;
      c.fillStyle = this.#palette.faint;
      c.textAlign = "left";
      c.fillText(label, x + w + 5, Math.max(y, 0) + 11);
      return;
    }
    const room = 16 + 7.3 * label.length;
    const left = Math.max(x, 0);
    if (w - (left - x) < 14 || h < 16) return;
    const wide = w - (left - x) >= room + 6;
    c.fillStyle = fill;
    c.fillRect(left + 2, y + 2, wide ? room + 2 : 10, h - 4);
    c.fillStyle = this.#palette["suspended-text"];
    c.fillRect(left + 5, y + h / 2 - 4.5, 2, 9);
    c.fillRect(left + 9, y + h / 2 - 4.5, 2, 9);
    if (!wide) return;
    c.textAlign = "left";
    c.fillText(label, left + 15, y + h / 2 + 0.5);
  }

  /** @param {Arrow} arrow */
  #arrow({ x1, y1, x2: endX, y2: endY, inward, forced, strong, drawn }) {
    const { context: c } = this;
    const [x2, y2] = [x1 + (endX - x1) * drawn, y1 + (endY - y1) * drawn];
    const angle = Math.atan2(endY - y1, endX - x1);
    const head = strong ? 9 : 7;
    c.strokeStyle = c.fillStyle = this.#palette[strong ? "text" : "soft"];
    c.lineWidth = strong ? 2.25 : 1.25;
    c.setLineDash(inward ? [] : [4, 3]);
    stroke(c, x1, y1, x2 - (inward ? Math.cos(angle) * head * 0.7 : 0), y2 - (inward ? Math.sin(angle) * head * 0.7 : 0));
    c.setLineDash([]);
    c.beginPath();
    c.moveTo(x2 - head * Math.cos(angle - 0.5), y2 - head * Math.sin(angle - 0.5));
    c.lineTo(x2, y2);
    c.lineTo(x2 - head * Math.cos(angle + 0.5), y2 - head * Math.sin(angle + 0.5));
    if (inward) {
      c.closePath();
      c.fill();
    } else {
      c.stroke();
    }
    if (forced) this.#cross(x1, y1);
  }

  /** The arrow of a note: a dot at its tail, and clear ground around it, so that nobody takes it for one of the run's. @param {Pointer} pointer */
  #pointer({ x1, y1, x2, y2 }) {
    const { context: c } = this;
    const angle = Math.atan2(y2 - y1, x2 - x1);
    for (const [paint, width, dot] of /** @type {const} */ ([
      ["surface", 8, 8],
      ["accent", 4, 6],
    ])) {
      c.strokeStyle = c.fillStyle = this.#palette[paint];
      c.lineWidth = width;
      stroke(c, x1, y1, x2 - Math.cos(angle) * 9, y2 - Math.sin(angle) * 9);
      c.beginPath();
      c.moveTo(x2 - 13 * Math.cos(angle - 0.6), y2 - 13 * Math.sin(angle - 0.6));
      c.lineTo(x2, y2);
      c.lineTo(x2 - 13 * Math.cos(angle + 0.6), y2 - 13 * Math.sin(angle + 0.6));
      c.closePath();
      c.fill();
      c.beginPath();
      c.roundRect(x1 - dot, y1 - dot, 2 * dot, 2 * dot, dot);
      c.fill();
    }
  }

  /** @param {number} x @param {number} y */
  #cross(x, y) {
    const { context: c } = this;
    c.strokeStyle = this.#palette["failed-edge"];
    c.lineWidth = 2.5;
    stroke(c, x - 5, y - 5, x + 5, y + 5);
    stroke(c, x - 5, y + 5, x + 5, y - 5);
  }

  /** @param {Text} text */
  #text({ x, y, text, paint, align, boxed }) {
    const { context: c } = this;
    c.textAlign = align;
    if (boxed) {
      const width = c.measureText(text).width + 10;
      const left = align === "center" ? x - width / 2 : align === "right" ? x - width : x;
      c.fillStyle = this.#palette.surface;
      c.strokeStyle = this.#palette.edge;
      c.lineWidth = 1;
      c.beginPath();
      c.roundRect(Math.round(left) + 0.5, Math.round(y - 9) + 0.5, Math.round(width), 18, 4);
      c.fill();
      c.stroke();
      c.fillStyle = this.#palette[paint];
      c.textAlign = "left";
      c.fillText(text, Math.round(left) + 5.5, y + 0.5);
      return;
    }
    c.fillStyle = this.#palette[paint];
    c.fillText(text, x, y);
  }
}

/** @param {CanvasRenderingContext2D} c @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
function stroke(c, x1, y1, x2, y2) {
  c.beginPath();
  c.moveTo(x1, y1);
  c.lineTo(x2, y2);
  c.stroke();
}

/** @param {string} colour */
function hatching(colour) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const c = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
  c.strokeStyle = colour;
  c.lineWidth = 1.4;
  c.stroke(new Path2D(HATCH));
  return tile;
}
