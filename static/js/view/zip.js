// Texts as the files of one ZIP archive, not compressed: programs are small, and so this needs no library. Pure.

/** @typedef {{ name: string, text: string, changed: number }} TextFile  changed: milliseconds since 1970 */

const UTF8_NAMES = 0x0800;
const VERSION = 20;

/** @param {TextFile[]} files whose names are all different @returns {Uint8Array<ArrayBuffer>} */
export function zip(files) {
  /** @type {Uint8Array[]} */
  const bodies = [];
  /** @type {Uint8Array[]} */
  const entries = [];
  let offset = 0;
  for (const file of files) {
    const name = new TextEncoder().encode(file.name);
    const data = new TextEncoder().encode(file.text);
    const facts = factsOf(name, data, file.changed);
    const body = joined([bytes([4, 0x04034b50]), facts, name, data]);
    entries.push(joined([bytes([4, 0x02014b50], [2, VERSION]), facts, bytes([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name]));
    bodies.push(body);
    offset += body.length;
  }
  const directory = joined(entries);
  const end = bytes([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, directory.length], [4, offset], [2, 0]);
  return joined([...bodies, directory, end]);
}

/** What a file's head and its entry in the directory have in common. @param {Uint8Array} name @param {Uint8Array} data @param {number} changed */
function factsOf(name, data, changed) {
  const when = new Date(changed);
  const time = (when.getHours() << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1);
  const day = ((when.getFullYear() - 1980) << 9) | ((when.getMonth() + 1) << 5) | when.getDate();
  return bytes(
    [2, VERSION],
    [2, UTF8_NAMES],
    [2, 0],
    [2, time],
    [2, day],
    [4, crc32(data)],
    [4, data.length],
    [4, data.length],
    [2, name.length],
    [2, 0],
  );
}

/** Numbers, the lowest byte first. @param {[size: number, value: number][]} fields */
function bytes(...fields) {
  return Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255)));
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The sum that an archive has of each file. @param {Uint8Array} data */
export function crc32(data) {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
