// The dialogue that shares a program: how it is called, and the ways to pass it on. It raises wishes; page/sharing.js fulfils them.

import { byId } from "./dom.js";
import { words } from "../words/words.js";

/** @typedef {"short"|"long"|"embed"|"markdown"} Way  that is copied */
/** @typedef {{ title: string, description: string, atStep: boolean }} Words */
/** @typedef {{ from: number, to: number }} Steps  both are in it */
/** @typedef {{ copy: (way: Way, words: Words) => Promise<string>, save: (form: "svg"|"png") => Promise<void>, saveSteps: (form: "gif"|"png", steps: Steps, words: Words) => Promise<void>, showQr: ((words: Words) => Promise<void>)|null }} Intents  copy answers the text; showQr is null where no library makes codes */

/** @type {Way[]} */
const WAYS = ["short", "long", "embed", "markdown"];
/** @type {("svg"|"png")[]} */
const FORMS = ["svg", "png"];
/** How many steps the server puts into a file of such a form: `docs/limits.md`. */
const MOST_STEPS = { gif: 30, png: 12 };
/** So many are offered. */
const OFFERED_STEPS = 10;

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
    for (const form of /** @type {("gif"|"png")[]} */ (["gif", "png"]))
      byId(`share-steps-${form}`).addEventListener("click", () =>
        this.#tried(words.shareDialog.notSaved, () => this.#saveSteps(intents, form)),
      );
  }

  /** @param {{ title: string, description: string, notes: number, stepName: string|null, steps: Steps|null }} shown  steps: the shown one and the last; null without a picture */
  open({ title, description, notes, stepName, steps }) {
    byId("share-name").value = title;
    byId("share-about").value = description;
    byId("share-notes").textContent = words.shareDialog.notes(notes);
    byId("share-at").hidden = stepName === null;
    byId("share-step").checked = stepName !== null;
    byId("share-step-name").textContent = words.shareDialog.step(stepName);
    for (const form of FORMS) byId(`share-${form}`).disabled = !steps;
    byId("share-from").value = String(steps?.from ?? 0);
    byId("share-to").value = String(steps ? Math.min(steps.to, steps.from + OFFERED_STEPS - 1) : 0);
    for (const id of ["share-from", "share-to"]) byId(id).max = String(steps?.to ?? 0);
    for (const form of ["gif", "png"]) byId(`share-steps-${form}`).disabled = !steps;
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

  /** @param {Intents} intents @param {"gif"|"png"} form */
  async #saveSteps(intents, form) {
    const [from, to] = ["share-from", "share-to"].map((id) => byId(id).valueAsNumber);
    if (!(from >= 0 && to >= from)) throw new Error(words.shareDialog.order);
    if (to - from >= MOST_STEPS[form]) throw new Error(words.shareDialog.tooMany(MOST_STEPS[form]));
    byId("share-told").textContent = words.shareDialog.drawing;
    await intents.saveSteps(form, { from, to }, this.#words);
    byId("share-told").textContent = "";
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
