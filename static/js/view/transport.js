// First, back, play, play to the next suspension, forward, last; the scrubber; the count; the speed.

import { SPEEDS } from "../model/player.js";
import { byId, h, setIcon } from "./dom.js";
import { words } from "../words/words.js";

/** @import { Player } from "../model/player.js" */

/** @typedef {{ goTo: (place: number) => void, back: () => void, forward: () => void, togglePlay: () => void, playToSuspension: () => void, setSpeed: (speed: number) => void }} Intents */

export class Transport {
  /** @param {Intents} intents */
  constructor(intents) {
    this.scrubber = /** @type {HTMLInputElement} */ (byId("scrubber"));
    byId("first").addEventListener("click", () => intents.goTo(0));
    byId("last").addEventListener("click", () => intents.goTo(Infinity));
    byId("back").addEventListener("click", intents.back);
    byId("forward").addEventListener("click", intents.forward);
    byId("play").addEventListener("click", intents.togglePlay);
    byId("play-to").addEventListener("click", intents.playToSuspension);
    this.scrubber.addEventListener("input", () => intents.goTo(Number(this.scrubber.value)));
    byId("speed").append(...SPEEDS.map((speed) => h("option", { value: speed, selected: speed === 1 }, speedText(speed))));
    byId("speed").addEventListener("change", (/** @type {any} */ event) => intents.setSpeed(Number(event.target.value)));
  }

  /** Room for the longest count, so that counting moves nothing. @param {string} longest */
  setRoom(longest) {
    byId("count").style.setProperty("--letters", String(longest.length));
  }

  /**
   * @param {Player} player @param {string} count `16 of 30` @param {string} sentence what the step did, for the scrubber
   * @param {{ before: boolean, after: boolean }} [more] whether the run has steps before the first one here, and after the last
   */
  show(player, count, sentence, more = { before: false, after: false }) {
    this.scrubber.max = String(player.last);
    this.scrubber.value = String(player.step);
    this.scrubber.setAttribute("aria-valuetext", words.transport.aloud(count, sentence));
    /** @type {HTMLElement} */ (this.scrubber.parentElement).style.setProperty(
      "--part",
      player.last ? String(player.step / player.last) : "0",
    );
    byId("count").replaceChildren(h("span", { class: "count-word" }, words.transport.step), count);
    const play = byId("play");
    setIcon(play, player.playing ? "pause" : "play");
    play.setAttribute("aria-label", player.playing ? words.transport.pause : words.transport.play);
    for (const id of ["first", "back"]) setUsable(id, player.step > 0 || more.before);
    const goesOn = player.step < player.limit || (more.after && player.limit === player.last);
    setUsable("play-to", player.step < player.limit);
    for (const id of ["forward", "last"]) setUsable(id, goesOn);
    setUsable("play", player.limit > 0 && (player.step < player.limit || player.limit === player.last));
    this.scrubber.disabled = player.last === 0;
  }
}

/** Marks a button as of no use now. It stays focusable: the focus must not get lost at the end of a run. @param {string} id @param {boolean} usable */
function setUsable(id, usable) {
  byId(id).setAttribute("aria-disabled", String(!usable));
}

/** @param {number} speed */
function speedText(speed) {
  return `${speed === 0.25 ? "¼" : speed === 0.5 ? "½" : speed}×`;
}
