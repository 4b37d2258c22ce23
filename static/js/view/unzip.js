// Reads the files of a ZIP archive: those that `zip.js` writes, and those that other programs pack again. Pure.

import { crc32 } from "./zip.js";
import { words } from "../words/words.js";

/**
 * @typedef {object} Entry
 * @property {string} name  with its folders
 * @property {number} changed  milliseconds since 1970
 * @property {() => Promise<Uint8Array>} read  rejects with a `Broken`, or with `TooLong`
 */

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const FILE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** The archive, or a file in it, is damaged or is of a kind that can't be read here. The message says what is wrong. */
export class Broken extends Error {}

/** A file in the archive is longer than was asked for. */
export class TooLong extends Error {}

/** @param {Uint8Array} archive @param {number} longest  bytes that a file may have @returns {Entry[]} without folders */
export function unzip(archive, longest) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  /** @type {Entry[]} */
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) throw new Broken(words.unzip.badList);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    const place = at;
    if (!name.endsWith("/")) entries.push({ name, changed: timeOf(view, place), read: () => contents(archive, view, place, longest) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** Where the end of the directory is told: at the very end, but for a comment. @param {DataView} view */
function endOf(view) {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Broken(words.unzip.noArchive);
}

/** @param {Uint8Array} archive @param {DataView} view @param {number} at  of the entry in the directory @param {number} longest */
async function contents(archive, view, at, longest) {
  const [flags, method] = [8, 10].map((offset) => view.getUint16(at + offset, true));
  const [sum, packed, length, start] = [16, 20, 24, 42].map((offset) => view.getUint32(at + offset, true));
  if (flags & ENCRYPTED) throw new Broken(words.unzip.encrypted);
  if (method !== STORED && method !== DEFLATED) throw new Broken(words.unzip.unknownPacking);
  if (length > longest) throw new TooLong();
  if (start + 30 > view.byteLength || view.getUint32(start, true) !== FILE) throw new Broken(words.unzip.badFile);
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const data = archive.slice(from, from + packed);
  const file = method === STORED ? data : await inflated(data, longest);
  if (file.length !== length || crc32(file) !== sum) throw new Broken(words.unzip.badFile);
  return file;
}

/** Stops as soon as it is too long: a small archive can hold a very long file. @param {Uint8Array<ArrayBuffer>} data @param {number} longest */
async function inflated(data, longest) {
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > longest) throw new TooLong();
      parts.push(part.value);
    }
  } catch (error) {
    if (error instanceof TooLong) throw error;
    throw new Broken(words.unzip.badFile);
  } finally {
    reader.cancel().catch(() => {});
  }
  return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (parts)).arrayBuffer());
}

/** @param {DataView} view @param {number} at  of the entry in the directory */
function timeOf(view, at) {
  const [time, day] = [12, 14].map((offset) => view.getUint16(at + offset, true));
  return new Date((day >> 9) + 1980, ((day >> 5) & 15) - 1, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2).getTime();
}
