// Mouse, wheel, touch and pinch over the timeline, told as pan, zoom, press and hover.

/**
 * @typedef {object} Hands
 * @property {() => boolean} vertical
 * @property {(pixels: number) => void} pan  along the time
 * @property {(factor: number, at: number) => void} zoom
 * @property {(x: number, y: number) => void} press
 * @property {(x: number, y: number) => boolean} onRuler
 * @property {(x: number, y: number) => void} hover  negative: nowhere
 * @property {() => boolean} overflows  whether the rows scroll
 */

/** Less than this is a press, not a drag. */
const SLACK = 4;

export class Gestures {
  /** @type {Map<number, { x: number, y: number }>} */ #pointers = new Map();
  #dragged = false;
  #scrubbing = false;
  #start = { x: 0, y: 0 };

  /** @param {HTMLElement} surface @param {Hands} hands */
  constructor(surface, hands) {
    this.surface = surface;
    this.hands = hands;
    surface.addEventListener("pointerdown", (event) => this.#down(event));
    surface.addEventListener("pointermove", (event) => this.#move(event));
    surface.addEventListener("pointerup", (event) => this.#up(event));
    surface.addEventListener("pointercancel", (event) => this.#pointers.delete(event.pointerId));
    surface.addEventListener("pointerleave", () => hands.hover(-1, -1));
    surface.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    const at = placeIn(this.surface, event);
    this.surface.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, at);
    if (this.#pointers.size > 1) return;
    this.#start = at;
    this.#dragged = false;
    this.#scrubbing = this.hands.onRuler(at.x, at.y);
    if (this.#scrubbing) this.hands.press(at.x, at.y);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const at = placeIn(this.surface, event);
    const before = this.#pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") this.hands.hover(at.x, at.y);
      return;
    }
    if (this.#pointers.size === 2) {
      this.#pinch(event.pointerId, at);
    } else if (this.#scrubbing) {
      this.hands.press(at.x, at.y);
    } else {
      this.#dragged ||= Math.hypot(at.x - this.#start.x, at.y - this.#start.y) > SLACK;
      if (this.#dragged) this.hands.pan(this.hands.vertical() ? before.y - at.y : before.x - at.x);
    }
    this.#pointers.set(event.pointerId, at);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    const known = this.#pointers.delete(event.pointerId);
    const { x, y } = placeIn(this.surface, event);
    if (known && !this.#dragged && !this.#scrubbing) this.hands.press(x, y);
    if (this.#pointers.size === 1) this.#dragged = true; // the other finger of a pinch presses nothing
  }

  /** @param {number} id @param {{ x: number, y: number }} at */
  #pinch(id, at) {
    const [other] = [...this.#pointers].filter(([key]) => key !== id).map(([, place]) => place);
    const before = /** @type {{ x: number, y: number }} */ (this.#pointers.get(id));
    this.#dragged = true;
    const distance = (/** @type {{ x: number, y: number }} */ p) => Math.max(20, Math.hypot(p.x - other.x, p.y - other.y));
    const middle = this.hands.vertical() ? (at.y + other.y) / 2 : (at.x + other.x) / 2;
    this.hands.zoom(distance(at) / distance(before), middle);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const vertical = this.hands.vertical();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const { x, y } = placeIn(this.surface, event);
      this.hands.zoom(Math.exp(-event.deltaY / 200), vertical ? y : x);
      return;
    }
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    const along = vertical ? event.deltaY : sideways || (this.hands.overflows() ? 0 : event.deltaY);
    if (!along) return;
    event.preventDefault();
    this.hands.pan(along);
  }
}

/** Where in an element, in its own pixels: the projector mode has larger ones. @param {HTMLElement} element @param {MouseEvent} event */
function placeIn(element, { clientX, clientY }) {
  const { left, top, width } = element.getBoundingClientRect();
  const larger = width / element.clientWidth || 1;
  return { x: (clientX - left) / larger, y: (clientY - top) / larger };
}
