// The long link has a whole program after its `#`, so no server stores it: a version byte and the deflated program, in base64url. Pure.

import { areNotes } from "./notes.js";
import { words } from "../words/words.js";

/** @import { Note } from "./notes.js" */

/** @typedef {{ source: string, input?: string, title?: string, description?: string, notes?: Note[] }} Carried */

const VERSION = 1;
/** A program and its input have 64 KiB each, in which a character may be written as six. A link that holds more is no link of ours. */
const MOST_BYTES = 1024 * 1024;

/** @param {Carried} carried @returns {Promise<string>} what follows `packed=` */
export async function pack(carried) {
  const text = new TextEncoder().encode(JSON.stringify(carried));
  const deflated = await flowed(text, new CompressionStream("deflate-raw"), MOST_BYTES);
  const bytes = new Uint8Array(deflated.length + 1);
  bytes[0] = VERSION;
  bytes.set(deflated, 1);
  return toBase64(bytes);
}

/** @param {string} text @returns {Promise<Carried|null>} null where it is cut off, or of another version */
export async function unpack(text) {
  try {
    const all = fromBase64(text);
    if (all[0] !== VERSION) return null;
    const bytes = await flowed(all.slice(1), new DecompressionStream("deflate-raw"), MOST_BYTES);
    const carried = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isCarried(carried) ? carried : null;
  } catch {
    return null;
  }
}

/** @param {any} carried */
function isCarried(carried) {
  const isText = (/** @type {unknown} */ text) => text === undefined || typeof text === "string";
  const { source, input, title, description, notes } = carried ?? {};
  return typeof source === "string" && [input, title, description].every(isText) && (notes === undefined || areNotes(notes));
}

/**
 * What comes out of a stream, up to a size: a few bytes can stand for many.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream|DecompressionStream} stream @param {number} most
 */
async function flowed(bytes, stream, most) {
  const pieces = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    size += piece.value.length;
    if (size > most) {
      await reader.cancel();
      throw new Error(words.longLink.tooLong);
    }
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
function fromBase64(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
