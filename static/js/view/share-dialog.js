// The dialogue that shares a program: how it is called, and the ways to pass it on. It raises wishes; page/sharing.js fulfils them.

import { byId } from "./dom.js";
import { words } from "../words/words.js";

/** @typedef {"short"|"long"|"embed"|"markdown"} Way  that is copied */
/** @typedef {{ title: string, description: string, atStep: boolean }} Words */
/** @typedef {{ copy: (way: Way, words: Words) => Promise<string>, save: (form: "svg"|"png") => Promise<void>, showQr: ((words: Words) => Promise<void>)|null }} Intents  copy answers the text; showQr is null where no library makes codes */

/** @type {Way[]} */
const WAYS = ["short", "long", "embed", "markdown"];
/** @type {("svg"|"png")[]} */
const FORMS = ["svg", "png"];

export class ShareDialog {
  /** @param {Intents} intents */
  constructor(intents) {
    for (const way of WAYS)
      byId(`share-${way}`).addEventListener("click", () => this.#tried(words.shareDialog.notShared, () => this.#copy(intents, way)));
    const { showQr } = intents;
    byId("share-qr-way").hidden = !showQr;
    byId("share-qr").addEventListener("click", () => this.#tried("", async () => showQr?.(this.#words)));
    for (const form of FORMS)
      byId(`share-${form}`).addEventListener("click", () => this.#tried(words.shareDialog.notSaved, () => intents.save(form)));
  }

  /** @param {{ title: string, description: string, notes: number, stepName: string|null, hasPicture: boolean }} shown */
  open({ title, description, notes, stepName, hasPicture }) {
    byId("share-name").value = title;
    byId("share-about").value = description;
    byId("share-notes").textContent = words.shareDialog.notes(notes);
    byId("share-at").hidden = stepName === null;
    byId("share-step").checked = stepName !== null;
    byId("share-step-name").textContent = words.shareDialog.step(stepName);
    for (const form of FORMS) byId(`share-${form}`).disabled = !hasPicture;
    byId("share-told").textContent = "";
    byId("share-copied").hidden = true;
    byId("share-dialog").showModal();
    byId(byId("share-short").hidden ? "share-long" : "share-short").focus();
  }

  /** @returns {Words} */
  get #words() {
    return { title: byId("share-name").value.trim(), description: byId("share-about").value.trim(), atStep: byId("share-step").checked };
  }

  /** @param {Intents} intents @param {Way} way */
  async #copy(intents, way) {
    const text = await intents.copy(way, this.#words);
    const field = byId("share-copied");
    field.value = text;
    field.hidden = false;
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    byId("share-told").textContent = copied ? words.shareDialog.copied : words.shareDialog.copyThis;
    if (!copied) field.select();
  }

  /** @param {string} otherwise @param {() => Promise<void>} wish */
  async #tried(otherwise, wish) {
    byId("share-told").textContent = "";
    byId("share-copied").hidden = true;
    try {
      await wish();
    } catch (error) {
      const { message, hint = "" } = /** @type {{ message: string, hint?: string }} */ (error);
      byId("share-told").textContent = `${otherwise}${message} ${hint}`.trim();
    }
  }
}
