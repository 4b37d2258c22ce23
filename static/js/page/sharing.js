// The ways to pass a program on: short and long link, embed code, Markdown, picture.

import { pack } from "../model/long-link.js";
import { markdownOf } from "../model/markdown.js";
import { addressOfPacked } from "../view/address.js";
import { download } from "../view/files.js";
import { ShareDialog } from "../view/share-dialog.js";
import { asPng, asSvg } from "../view/timeline/picture.js";
import { readPalette } from "../view/timeline/paint.js";

/** @import { Way, Words } from "../view/share-dialog.js" */
/** @import { Programs } from "./programs.js" */
/** @import { Stage } from "./stage.js" */

/** Names that the page gave, not an author. */
const NAMELESS = /^(Shared program |Program from a link$|Untitled)/;

export class Sharing {
  #dialog = new ShareDialog({ copy: (way, words) => this.#text(way, words), save: (form) => this.#save(form) });

  /** @param {Programs} programs @param {Stage} stage */
  constructor(programs, stage) {
    this.programs = programs;
    this.stage = stage;
  }

  open() {
    const { name, description, notes } = this.programs.shown;
    this.#dialog.open({
      title: NAMELESS.test(name) ? "" : name,
      description,
      notes: notes.length,
      stepName: this.#stepName,
      hasPicture: this.stage.timeline.scene !== null,
    });
  }

  /** @param {Way} way @param {Words} words @returns {Promise<string>} what is to be copied */
  async #text(way, words) {
    const { programs } = this;
    const step = words.atStep ? this.#stepName : null;
    if (way === "long") {
      const { source, input, notes } = programs.shown;
      const { title, description } = words;
      const carried = { source, ...given({ input, title, description }), ...(notes.length ? { notes } : {}) };
      return programs.linkTo(addressOfPacked(await pack(carried)), step);
    }
    const address = await programs.share(words, step);
    const link = programs.linkTo(address, step);
    if (way === "short") return link;
    const title = words.title || "A Python program";
    return way === "embed" ? embedOf(address, step, title) : markdownOf({ ...programs.shown, title, link, run: programs.runOfShown });
  }

  /** @param {"svg"|"png"} form of what is on the screen */
  async #save(form) {
    const { scene } = this.stage.timeline;
    if (!scene) return;
    const caption = `Step ${this.stage.stepName} of ${scene.trace.stepName(scene.trace.last)}`;
    const picture =
      form === "svg"
        ? new Blob([asSvg(scene, readPalette(), caption)], { type: "image/svg+xml" })
        : await asPng(scene, readPalette(), caption);
    download(`timeline-${this.stage.stepName}.${form}`, picture);
  }

  /** The step that is shown, where it belongs to the text in the editor and is not the first. */
  get #stepName() {
    return this.programs.runOfShown && this.stage.step > 0 ? this.stage.stepName : null;
  }
}

/** Without the texts that are empty. @param {Record<string, string>} texts */
function given(texts) {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text));
}

/** The code that puts a player into a page. Where the script can't be had, its link is there. @param {string} address @param {string|null} step @param {string} title */
function embedOf(address, step, title) {
  const program = new URL(address, location.origin).href;
  const at = step === null ? "" : ` step="${step}"`;
  return `<script async src="${location.origin}/stillframe-player.js"></script>
<stillframe-player src="${program}"${at}><a href="${program}">${escaped(title)}</a></stillframe-player>
`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
