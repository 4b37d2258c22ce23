// Programs out of files: Python files, and archives of them as Export all writes them. What can't be taken is told, with the reason and a way out.

import { Broken, TooLong, unzip } from "./unzip.js";
import { words } from "../words/words.js";

/**
 * @typedef {{ file: string, name: string, text: string, changed: number }} Found  a program: the file's name, and its own
 * @typedef {{ file: string, why: string }} Refusal
 * @typedef {{ found: Found[], refused: Refusal[] }} FilesRead
 */

const MOST_ARCHIVE_BYTES = 256 * 1024 * 1024;
const LONGEST_NAME = 120;
const PYTHON = /\.pyw?$/i;
const ARCHIVE = /\.zip$/i;
/** What macOS puts beside each file that it packs. */
const LITTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/;

/** A file that is not taken, and why. */
class Refused extends Error {}

/** @param {File[]} files @param {number} longest  bytes that a program may have @returns {Promise<FilesRead>} */
export async function readPrograms(files, longest) {
  /** @type {FilesRead} */
  const read = { found: [], refused: [] };
  for (const file of files) {
    await attempt(read, file.name, () => (ARCHIVE.test(file.name) ? readArchive(read, file, longest) : readFile(read, file, longest)));
  }
  return read;
}

/** @param {FilesRead} read @param {File} file @param {number} longest */
async function readFile(read, file, longest) {
  demandPython(file.name);
  if (file.size > longest) throw tooLong(longest, file.size);
  read.found.push(programOf(file.name, file.name, await bytesOf(file), file.lastModified));
}

/** @param {FilesRead} read @param {File} file @param {number} longest */
async function readArchive(read, file, longest) {
  if (file.size > MOST_ARCHIVE_BYTES) throw new Refused(words.readFiles.archiveTooLarge);
  const entries = unzip(await bytesOf(file), longest).filter(({ name }) => !LITTER.test(name));
  if (!entries.length) throw new Refused(words.readFiles.archiveEmpty);
  for (const { name, changed, read: contents } of entries) {
    await attempt(read, words.readFiles.fileIn(name, file.name), async () => {
      demandPython(name);
      const data = await contents().catch((error) => {
        throw error instanceof TooLong ? tooLong(longest) : error;
      });
      read.found.push(programOf(words.readFiles.fileIn(name, file.name), name, data, changed));
    });
  }
}

/** @param {FilesRead} read @param {string} file @param {() => Promise<void>} work */
async function attempt(read, file, work) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Broken) read.refused.push({ file, why: words.readFiles.broken(error.message) });
    else if (error instanceof Refused) read.refused.push({ file, why: error.message });
    else throw error;
  }
}

/** @param {string} name */
function demandPython(name) {
  if (!PYTHON.test(name)) throw new Refused(words.readFiles.noPython);
}

/** @param {number} longest @param {number} [length] where it is known */
function tooLong(longest, length) {
  return new Refused(words.readFiles.tooLong(longest, length));
}

/** @param {File} file */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refused(words.readFiles.unreadable);
  }
}

/** @param {string} file @param {string} path @param {Uint8Array} data @param {number} changed @returns {Found} */
function programOf(file, path, data, changed) {
  const name = path.split("/").at(-1)?.replace(PYTHON, "").trim().slice(0, LONGEST_NAME);
  return { file, name: name || words.readFiles.untitled, text: textOf(data), changed: Math.min(changed, Date.now()) };
}

/** As the editor has it: without a mark at the beginning, and with one kind of line end. @param {Uint8Array} data */
function textOf(data) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch {
    throw new Refused(words.readFiles.noUtf8);
  }
  if (text.includes("\0")) throw new Refused(words.readFiles.zeroBytes);
  return text.replace(/\r\n?/g, "\n");
}
