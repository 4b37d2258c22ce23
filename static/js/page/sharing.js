// The ways to pass a program on: short and long link, embed code, Markdown, picture.

import { pack } from "../model/long-link.js";
import { markdownOf } from "../model/markdown.js";
import { pictureAt } from "../net/api.js";
import { hrefOf, isOfFiles } from "../net/site.js";
import { addressOfPacked } from "../view/address.js";
import { download } from "../view/files.js";
import { showQr } from "../view/qr.js";
import { ShareDialog } from "../view/share-dialog.js";
import { asPng, asSvg } from "../view/timeline/picture.js";
import { readPalette } from "../view/timeline/paint.js";
import { initial } from "./initial.js";
import { words } from "../words/words.js";

/** @import { Steps, Way, Words } from "../view/share-dialog.js" */
/** @import { Programs } from "./programs.js" */
/** @import { Stage } from "./stage.js" */

/** Names that the page gave, not an author. */
const NAMELESS = /^(Shared program |Program from a link$|Untitled)/;

export class Sharing {
  #dialog = new ShareDialog({
    copy: (way, words) => this.#text(way, words),
    save: (form) => this.#save(form),
    saveSteps: (form, steps, words) => this.#saveSteps(form, steps, words),
    showQr: initial.qr_bundle ? (words) => this.#showQr(words, initial.qr_bundle ?? "") : null,
  });

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
      steps: this.#steps,
    });
  }

  /** @param {Way} way @param {Words} about @returns {Promise<string>} what is to be copied */
  async #text(way, about) {
    const { programs } = this;
    const step = about.atStep ? this.#stepName : null;
    if (way === "long") return programs.linkTo(await this.#longAddress(about), step);
    const address = isOfFiles ? await this.#longAddress(about) : await programs.share(about, step);
    const link = programs.linkTo(address, step);
    if (way === "short") return link;
    const title = about.title || words.sharing.aProgram;
    return way === "embed" ? embedOf(address, step, title) : markdownOf({ ...programs.shown, title, link, run: programs.runOfShown });
  }

  /** @param {Words} words @param {string} bundle */
  async #showQr(words, bundle) {
    const link = await this.#text(isOfFiles ? "long" : "short", words);
    await showQr({ link, title: words.title || "Stillframe", bundle });
  }

  /** The address that has the whole program. @param {Words} words */
  async #longAddress({ title, description }) {
    const { source, input, notes } = this.programs.shown;
    return addressOfPacked(await pack({ source, ...given({ input, title, description }), ...(notes.length ? { notes } : {}) }));
  }

  /** @param {"svg"|"png"} form of what is on the screen */
  async #save(form) {
    const { scene } = this.stage.timeline;
    if (!scene) return;
    const caption = words.sharing.caption(this.stage.stepName, scene.trace.stepName(scene.trace.last));
    const picture =
      form === "svg"
        ? new Blob([asSvg(scene, readPalette(), caption)], { type: "image/svg+xml" })
        : await asPng(scene, readPalette(), caption);
    download(`timeline-${this.stage.stepName}.${form}`, picture);
  }

  /** A file that the server draws of the program, which it stores for that. @param {"gif"|"png"} form @param {Steps} steps @param {Words} words */
  async #saveSteps(form, { from, to }, words) {
    const address = await this.programs.share(words, null);
    download(`steps-${from}-${to}.${form}`, await pictureAt(`${address}.${form}?from=${from}&to=${to}`));
  }

  /** The shown step and the last one, by their numbers; null where nothing is drawn. */
  get #steps() {
    const { scene } = this.stage.timeline;
    return scene && { from: scene.trace.numberOf[this.stage.step], to: scene.trace.numberOf[scene.trace.last] };
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
  const program = new URL(hrefOf(address), location.origin).href;
  const script = new URL(hrefOf("/stillframe-player.js"), location.origin).href;
  const at = step === null ? "" : ` step="${step}"`;
  return `<script async src="${script}"></script>
<stillframe-player src="${program}"${at}><a href="${program}">${escaped(title)}</a></stillframe-player>
`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
