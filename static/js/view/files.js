// Programs as files that the browser downloads.

import { freeName } from "../net/saved-programs.js";
import { h } from "./dom.js";
import { zip } from "./zip.js";

/** @import { SavedProgram } from "../net/saved-programs.js" */
/** @import { TextFile } from "./zip.js" */

/** @param {SavedProgram} program */
export function downloadProgram(program) {
  const [{ name, text }] = filesOf([program]);
  download(name, new Blob([text], { type: "text/x-python;charset=utf-8" }));
}

/** All of them, in one archive. @param {SavedProgram[]} programs */
export function downloadAll(programs) {
  download("my-programs.zip", new Blob([zip(filesOf(programs))], { type: "application/zip" }));
}

/** @param {SavedProgram[]} programs @returns {TextFile[]} with names that every system takes, all different */
export function filesOf(programs) {
  /** @type {string[]} */
  const taken = [];
  return programs.map(({ name, text, changed }) => {
    const stem = freeName(
      name
        .replace(/[^\p{L}\p{N}()_-]+/gu, " ")
        .trim()
        .slice(0, 80)
        .trim() || "program",
      taken,
    );
    taken.push(stem);
    return { name: `${stem}.py`, text, changed };
  });
}

/** @param {string} name @param {Blob} blob */
export function download(name, blob) {
  const address = URL.createObjectURL(blob);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
