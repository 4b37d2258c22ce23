// Two programs side by side: both are run, and one playhead moves both.

import { differences } from "../model/differences.js";
import { seconds } from "../words/parts.js";
import { advance, goTo, newPlayer, togglePlay } from "../model/player.js";
import { lastUpTo } from "../model/search.js";
import { together } from "../model/together.js";
import { announce } from "../view/announce.js";
import { byId, h, inBytes } from "../view/dom.js";
import { readPalette } from "../view/timeline/paint.js";
import { Transport } from "../view/transport.js";
import { words } from "../words/words.js";

/** @import { Player } from "../model/player.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Link, Together } from "../model/together.js" */
/** @import { Pane } from "./compare-pane.js" */

/** @typedef {"left"|"right"} Side */

const SIDES = /** @type {const} */ (["left", "right"]);

export class Comparison {
  /** @type {Together} */ #places = { left: [0], right: [0] };
  /** By places of both walks together. @type {Player} */ #player = newPlayer(0);
  #tick = 0;
  /** Called as another step is gone to. @type {(place: number) => void} */ moved = () => {};

  /** @param {Record<Side, Pane>} panes @param {Link} link */
  constructor(panes, link) {
    this.panes = panes;
    this.link = link;
    this.transport = new Transport({
      goTo: (place) => this.goTo(place),
      back: () => this.moveBy(-1),
      forward: () => this.moveBy(1),
      togglePlay: () => this.togglePlay(),
      playToSuspension: () => {},
      setSpeed: (speed) => {
        this.#player = { ...this.#player, speed };
      },
    });
  }

  /** @param {Record<Side, Run>} runs @param {number} place to begin with */
  show(runs, place) {
    const differing = differences(runs.left.source, runs.right.source);
    for (const side of SIDES) this.panes[side].setRun(runs[side], differing[side]);
    this.repaint();
    this.setLink(this.link, place);
  }

  /** Where the playheads are. */
  get place() {
    return this.#player.step;
  }

  /** The playheads have something else in common from now on. @param {Link} link @param {number} [place] where not that of the left program's step */
  setLink(link, place) {
    const { left, right } = this.panes;
    if (!left.run || !right.run) return;
    const before = this.#places.left[this.#player.step] ?? 0;
    this.link = link;
    this.#places = together(left.run, right.run, link);
    for (const side of SIDES) this.panes[side].setByTime(link === "time");
    const { length } = this.#places.left;
    this.#player = goTo({ ...newPlayer(length), speed: this.#player.speed }, place ?? lastUpTo(this.#places.left, before));
    this.#draw(false);
  }

  /** The colours are others now. */
  repaint() {
    const palette = readPalette();
    for (const side of SIDES) this.panes[side].setPalette(palette);
  }

  /** @param {number} place by hand */
  goTo(place) {
    const before = this.#player.step;
    this.#player = goTo(this.#player, place === Infinity ? this.#player.last : place);
    this.#draw(Math.abs(this.#player.step - before) <= 2);
    if (this.#player.step === before) return;
    this.moved(this.#player.step);
    announce(words.comparison.both(this.panes.left.words, this.panes.right.words));
  }

  /** @param {number} places by hand */
  moveBy(places) {
    this.goTo(this.#player.step + places);
  }

  /** To a step of one of the runs. @param {Side} side @param {number} step */
  goToStepOf(side, step) {
    const { run } = this.panes[side];
    if (run) this.goTo(this.#places[side].findIndex((place) => place >= run.walk.placeOf(step)));
  }

  togglePlay() {
    this.#player = togglePlay(this.#player);
    this.#draw(false);
    cancelAnimationFrame(this.#tick);
    this.#playOn(performance.now());
  }

  /** @param {number} before when the last frame was drawn */
  #playOn(before) {
    if (!this.#player.playing) return;
    this.#tick = requestAnimationFrame((now) => {
      const { step } = this.#player;
      this.#player = advance(this.#player, now - before);
      if (this.#player.step !== step) this.moved(this.#player.step);
      if (this.#player.step !== step || !this.#player.playing) this.#draw(this.#player.speed <= 2);
      this.#playOn(now);
    });
  }

  /** @param {boolean} smooth */
  #draw(smooth) {
    const { step, last } = this.#player;
    for (const side of SIDES) {
      const places = this.#places[side];
      this.panes[side].show(places[step], { smooth, waits: step > 0 && places[step] === places[step - 1] });
    }
    this.transport.setRoom(words.comparison.count(last, last));
    this.transport.show(
      this.#player,
      words.comparison.count(step, last),
      words.comparison.both(this.panes.left.words, this.panes.right.words),
    );
  }
}

/** What each program took, in a table. @param {Record<Side, { name: string, run: Run }>} of */
export function showNumbers(of) {
  byId("compare-numbers").replaceChildren(
    ...SIDES.map((side) => {
      const { name, run } = of[side];
      const { trace } = run;
      const { instructions, memory } = trace.outcome;
      const clock = trace.loop.of.length ? seconds(trace.timeAt(trace.last)) : words.comparison.noClock;
      const cells = [trace.numberOf[trace.last] ?? 0, instructions ?? 0, inBytes(memory ?? 0), clock, trace.frames.length];
      return h(
        "tr",
        {},
        h("th", { scope: "row" }, name),
        ...cells.map((cell) => h("td", {}, typeof cell === "number" ? words.comparison.number(cell) : cell)),
      );
    }),
  );
}
