// The picture of a frame's objects, beside the locals: boxes and arrows. What it shows, the locals tell in words.

import { LINE, PAD, picture } from "../model/picture.js";
import { NOBODY } from "../model/trace.js";
import { byId, h } from "./dom.js";
import { words } from "../words/words.js";

/** @import { Box, Picture as Layout } from "../model/picture.js" */
/** @import { Moment } from "./objects.js" */

const SPACE = "http://www.w3.org/2000/svg";
const MARGIN = 10;

export class Picture {
  isOpen = false;

  /** @param {() => void} redraw */
  constructor(redraw) {
    this.redraw = redraw;
    byId("picture-open").addEventListener("click", () => this.toggle());
  }

  toggle() {
    this.isOpen = !this.isOpen;
    byId("picture-open").setAttribute("aria-pressed", String(this.isOpen));
    byId("picture-card").hidden = !this.isOpen;
    byId("panel-frames").classList.toggle("pictured", this.isOpen);
    this.redraw();
  }

  /** @param {Moment} moment @param {number} frame */
  show({ trace, step, before }, frame) {
    if (!this.isOpen) return;
    const card = byId("picture");
    byId("picture-title").textContent = frame === NOBODY ? words.picture.objects : words.picture.objectsOf(trace.label(frame));
    if (frame === NOBODY) return card.replaceChildren(h("p", { class: "soft" }, words.picture.noFrame));
    const layout = picture(trace, frame, step, before);
    const note = layout.hidden ? h("p", { class: "soft" }, words.picture.hidden(layout.hidden)) : "";
    card.replaceChildren(drawing(layout, words.picture.label(trace.label(frame), layout.boxes.length - 1)), note);
  }
}

/** @param {Layout} layout @param {string} label */
function drawing({ boxes, arrows, width, height }, label) {
  const size = { width: width + 2 * MARGIN + LINE, height: height + 2 * MARGIN };
  const head = s(
    "marker",
    { id: "picture-head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" },
    s("path", { d: "M0,0 L8,4 L0,8 z" }),
  );
  return s(
    "svg",
    { class: "picture", role: "img", "aria-label": label, ...size, viewBox: `${-MARGIN} ${-MARGIN} ${size.width} ${size.height}` },
    s("defs", {}, head),
    ...boxes.map(drawnBox),
    ...arrows.map(({ path, changed, object }) =>
      s("path", { class: changed ? "arrow changed" : "arrow", d: path, "marker-end": "url(#picture-head)", "data-to": object }),
    ),
  );
}

/** @param {Box} box */
function drawnBox({ object, frame, title, rows, more, changed, x, y, width, height }) {
  const kind = object === 0 ? "frame" : frame >= 0 ? "frame-object" : "thing";
  const line = (/** @type {number} */ i) => LINE * i + LINE * 0.75;
  const group = s(
    "g",
    {
      class: `box ${kind}${changed ? " changed" : ""}`,
      transform: `translate(${x} ${y})`,
      "data-object": object || null,
      "data-frame": frame >= 0 ? frame : null,
    },
    s("rect", { width, height, rx: 5 }),
    s("text", { class: "title", x: PAD, y: line(0) }, title),
  );
  rows.forEach(({ name, text, object: to, changed: isChanged }, i) => {
    const at = line(i + 1) + PAD / 2;
    if (isChanged) group.append(s("rect", { class: "changed", x: 2, y: at - LINE * 0.72, width: width - 4, height: LINE, rx: 3 }));
    group.append(
      s("text", { x: PAD, y: at }, s("tspan", { class: "name" }, name), name && !to ? "  " : "", to ? "" : s("tspan", {}, text)),
    );
    if (to) group.append(s("circle", { cx: width - PAD - 4, cy: at - LINE * 0.25, r: 3 }));
  });
  if (more) group.append(s("text", { class: "soft", x: PAD, y: line(rows.length + 1) + PAD / 2 }, more));
  return group;
}

/** @param {string} tag @param {Record<string, any>} attributes @param {(Node|string)[]} children */
function s(tag, attributes, ...children) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
