// What is shown: a run, the step it stands at, the frame that was chosen. Every step that somebody takes comes here, and is drawn from here.

import { nextStop, nextSuspension } from "../model/jumps.js";
import { plain } from "../words/parts.js";
import { advance, goTo, holdAt, newPlayer, playTo, togglePlay } from "../model/player.js";
import { NOBODY } from "../model/trace.js";
import { announce } from "../view/announce.js";
import { showLocals, showWaiting } from "../view/cards.js";
import { Density } from "../view/density.js";
import { byId, narrowScreen } from "../view/dom.js";
import { LoopCard } from "../view/loop-card.js";
import { ObjectTree, lightUpAliases } from "../view/objects.js";
import { OutputView, showTotals } from "../view/output.js";
import { OverviewBar } from "../view/overview.js";
import { Picture } from "../view/picture.js";
import { SentenceView } from "../view/sentence.js";
import { StepsTable } from "../view/steps.js";
import { readPalette } from "../view/timeline/paint.js";
import { Timeline } from "../view/timeline/timeline.js";
import { Transport } from "../view/transport.js";
import { words } from "../words/words.js";

/** @import { Moment } from "../model/frame-steps.js" */
/** @import { Player } from "../model/player.js" */
/** @import { Run } from "../model/run.js" */
/** @import { SourceTabs } from "../view/source-tabs.js" */

/** @typedef {{ aloud?: boolean, smooth?: boolean }} How */
/** @typedef {{ step: string, chosen?: number, isLike?: boolean }} Standing  the name of a step; the frame that is chosen; isLike: the run is that of before, with another text */
/** @typedef {{ run: Run, step: number, frame: number }} Shown  the frame is the chosen one, or that of the step */

export class Stage {
  /** @type {Run|null} */ run = null;
  /** By places of the run's walk. @type {Player} */ #player = newPlayer(0);
  /** The frame that was chosen by hand; NOBODY follows the step. */
  #chosen = NOBODY;
  /** The frame that is asked for while it plays. */
  #tick = 0;
  /** What was asked to be drawn again before the frame came that shows the last drawing. @type {How|null} */ #owed = null;
  #drewInFrame = false;
  /** Whether the step has moved on since the text of its frame was opened. */
  #toFollow = false;
  /** The lines at which playing stops. @type {number[]} */ #stops = [];
  #density = new Density();
  #loopCard = new LoopCard();
  #objects = new ObjectTree(byId("locals"), () => this.draw());
  picture = new Picture(() => this.draw());
  #output = new OutputView(byId("output"));
  #sentenceView = new SentenceView(byId("sentence"));
  /** Called as another step is gone to, by hand or by playing. */ moved = () => {};
  /** Called with the number of a step of the whole run, that may not be recorded here. @type {(number: number) => void} */ goesTo =
    () => {};
  /** Called with each run before it is drawn for the first time. @type {(run: Run) => void} */ shows = () => {};
  /** Called with the frame whose row was pressed. @type {(frame: number) => boolean} whether that answers a question */ answers = () =>
    false;
  /** Called with the place of the note whose pin was pressed. @type {(place: number) => void} */ opensNote = () => {};
  /** Whether what comes after the step is hidden. */
  #isVeiled = false;
  /** The step beyond which nobody goes now. */
  #limit = Infinity;
  /** Called as a step is drawn. @type {((shown: Shown) => void)[]} */ drawers = [];

  /** @param {SourceTabs} sourceTabs */
  constructor(sourceTabs) {
    this.sourceTabs = sourceTabs;
    this.timeline = new Timeline(byId("panel-timeline"), {
      goTo: (step) => this.moveTo(step),
      choose: (frame) => this.choose(frame),
      answers: (frame) => this.answers(frame),
      openNote: (place) => this.opensNote(place),
      refolded: () => this.#refolded(),
    });
    this.transport = new Transport({
      goTo: (place) => this.moveToPlace(place),
      back: () => this.moveBy(-1),
      forward: () => this.moveBy(1),
      togglePlay: () => this.togglePlay(),
      playToSuspension: () => this.playToSuspension(),
      setSpeed: (speed) => {
        this.#player = { ...this.#player, speed };
      },
    });
    this.overview = new OverviewBar((number) => this.goesTo(number));
    lightUpAliases();
    this.stepsTable = new StepsTable({ goTo: (step) => this.moveTo(step) });
  }

  /** The step that is shown. */
  get step() {
    return this.run?.walk.steps[this.#player.step] ?? 0;
  }

  /** Its name. */
  get stepName() {
    return this.run?.trace.length ? this.run.trace.stepName(this.step) : "0";
  }

  /** The frame that was chosen, or else that of the step. */
  get frame() {
    return this.#chosen !== NOBODY ? this.#chosen : this.#stepFrame;
  }

  /** The frame that was chosen by hand; NOBODY where none is. */
  get chosen() {
    return this.#chosen;
  }

  /** @param {Run} run that is shown from now on @param {Standing} standing in it */
  show(run, { step, chosen = NOBODY, isLike = false }) {
    const isFirst = this.run === null;
    if (isFirst) this.repaint();
    if (this.run) run.openLike(this.run);
    this.run = run;
    this.shows(run);
    this.#stand(run.trace.stepCalled(step));
    this.#chosen = chosen;
    if (!isLike) this.#objects.forget();
    this.timeline.setRun(run, isLike);
    this.#density.setRun(run);
    this.overview.setTrace(run.trace);
    showTotals(run.trace);
    this.#toFollow = !isLike;
    this.draw();
    if (!isFirst && !isLike)
      announce(words.stage.ran(run.trace.outcome.outcome === "finished", run.trace.stepName(run.trace.last), this.stepName));
  }

  /** Hides what comes after the step, or no more; and lets nobody go beyond a step. @param {boolean} hidden @param {number} [limit] */
  veil(hidden, limit = Infinity) {
    this.#isVeiled = hidden;
    this.#limit = limit;
    document.body.classList.toggle("veiled", hidden);
    this.timeline.setVeiled(hidden);
    if (this.run) this.#player = holdAt(this.#player, this.#limitPlace(this.run));
  }

  get isVeiled() {
    return this.#isVeiled;
  }

  /** Whether how the run ends is hidden. */
  get hidesEnd() {
    return this.#isVeiled && this.#player.step < this.#player.last;
  }

  /** Draws the step: at once, but once a frame at most. Steps that come faster than frames are passed over. @param {How} [how] */
  draw(how = {}) {
    if (!this.run) return;
    if (this.#drewInFrame) {
      this.#owed = { aloud: how.aloud || this.#owed?.aloud, smooth: how.smooth };
      return;
    }
    this.#drewInFrame = true;
    requestAnimationFrame(() => {
      const owed = this.#owed;
      this.#drewInFrame = false;
      this.#owed = null;
      if (owed) this.draw(owed);
    });
    this.#draw(this.run, how);
  }

  /** The colours are others now. */
  repaint() {
    const palette = readPalette();
    this.timeline.setPalette(palette);
    this.#density.setPalette(palette);
    this.overview.setPalette(palette);
  }

  /** @param {number} step by hand */
  moveTo(step) {
    if (this.run) this.moveToPlace(this.run.walk.placeOf(step));
  }

  /** @param {number} places by hand */
  moveBy(places) {
    this.moveToPlace(this.#player.step + places);
  }

  /** @param {number} place of the walk, by hand */
  moveToPlace(place) {
    if (!this.run) return;
    const beyond = this.#numberBeyond(this.run, place);
    if (beyond !== null) return this.goesTo(beyond);
    const before = this.#player.step;
    this.#player = goTo(this.#player, place === Infinity ? this.#player.last : place);
    const moved = this.#player.step - before;
    if (moved) this.#movedOn();
    this.draw({ aloud: moved !== 0, smooth: Math.abs(moved) <= 2 });
  }

  /** The number of a step that is not recorded here, where somebody at the first or last one goes on; null where nobody does. @param {Run} run @param {number} place */
  #numberBeyond({ trace }, place) {
    const { step, last, limit } = this.#player;
    if (step === 0 && place <= 0 && trace.from > 0) return place < 0 ? trace.from - 1 : 0;
    if (step === last && limit === last && place > last && trace.goesOn) return place === Infinity ? trace.runLength : trace.lastNumber + 1;
    return null;
  }

  /** @param {(run: Run) => number} find the step to go to */
  jump(find) {
    if (this.run?.trace.length) this.moveTo(find(this.run));
  }

  /** @param {number} frame its row, its locals */
  choose(frame) {
    if (!this.run) return;
    this.#chosen = frame;
    this.#toFollow = false;
    this.timeline.reveal(frame);
    this.sourceTabs.follow(this.run, frame, this.step);
    this.draw();
    if (frame !== NOBODY) announce(this.#chosenInWords(this.run, frame));
  }

  /**
   * Goes to a step and looks at a frame there. It is chosen only where the step would not show it by itself.
   * @param {Moment} moment
   */
  visit({ step, frame }) {
    if (!this.run) return;
    const follows = this.#chosen === NOBODY && this.run.trace.raw.stepFrame[step] === frame;
    if (!follows && frame === NOBODY) this.#chosen = NOBODY;
    else if (!follows && frame !== this.#chosen) this.choose(frame);
    if (step !== this.step) this.moveTo(step);
    else this.draw();
  }

  /** @param {number[]} places to be marked over the scrubber */
  markPlaces(places) {
    this.#density.setMarks(places);
  }

  /** @param {number[]} lines at which playing stops */
  setStops(lines) {
    this.#stops = lines;
    if (this.#player.playing) this.#play({ ...this.#player, until: this.#player.last });
  }

  /** No frame is chosen any more. */
  followStep() {
    this.#chosen = NOBODY;
    this.draw();
  }

  togglePlay() {
    this.#play(togglePlay(this.#player));
  }

  /** To the end, where no frame falls asleep any more. */
  playToSuspension() {
    if (!this.run) return;
    const { trace, walk } = this.run;
    const next = nextSuspension(trace, walk, this.step, 1);
    this.#play(playTo(this.#player, next === this.step ? this.#player.last : walk.placeOf(next)));
  }

  /**
   * What measures comes before the first change and after the last one: measured in between, the page would be laid out twice.
   * @param {Run} run @param {How} how
   */
  #draw(run, { aloud = false, smooth = false }) {
    const { trace, walk } = run;
    const { step, frame } = this;
    if (this.#toFollow) this.sourceTabs.follow(run, this.#stepFrame, step);
    this.#toFollow = false;
    if (!document.body.classList.contains("stale")) this.sourceTabs.mark(run, step);
    this.#loopCard.show(run, step, smooth);
    this.timeline.show(step, frame, smooth);
    const last = trace.goesOn ? String(trace.runLength) : trace.stepName(walk.steps[this.#player.last] ?? 0);
    // The overview says how many there are, where there is no room to say it twice.
    const isShort = narrowScreen.matches && trace.raw.overview;
    const count = (/** @type {string} */ step) => (isShort ? step : words.stage.count(step, last));
    this.transport.setRoom(count(last));
    this.transport.show(this.#player, count(this.stepName), trace.length ? plain(run.sentence(step)) : "", {
      before: trace.from > 0,
      after: trace.goesOn,
    });
    this.overview.show(trace.numberOf[step] ?? 0);
    const moment = { trace, step, before: walk.before(step) };
    showLocals(moment, frame, this.#chosen !== NOBODY, this.#objects, run.watched);
    this.picture.show(moment, frame);
    showWaiting(trace, step);
    this.#output.show(trace, step, this.#isVeiled);
    this.#sentenceView.show(run, step, aloud);
    for (const draw of this.drawers) draw({ run, step, frame });
    this.#output.scrollToEdge();
  }

  /** @param {Player} player */
  #play(player) {
    const { step, until, playing } = player;
    const stop = playing && this.run ? nextStop(this.run.trace, this.run.walk, this.#stops, step) : Infinity;
    this.#player = { ...player, until: Math.min(until, stop) };
    this.draw();
    cancelAnimationFrame(this.#tick);
    this.#playOn(performance.now());
  }

  /** @param {number} before when the last frame was drawn */
  #playOn(before) {
    if (!this.#player.playing) return;
    this.#tick = requestAnimationFrame((now) => {
      const { step, playing } = this.#player;
      this.#player = advance(this.#player, now - before);
      const moved = this.#player.step !== step;
      if (moved) this.#movedOn();
      const ends = !this.#player.playing;
      if (moved || this.#player.playing !== playing) this.draw({ smooth: this.#player.speed <= 2, aloud: moved && ends });
      this.#playOn(now);
    });
  }

  get #stepFrame() {
    return this.run?.trace.length ? this.run.trace.step(this.step).frame.id : NOBODY;
  }

  /** @param {Run} run @param {number} frame */
  #chosenInWords({ trace }, frame) {
    const state = trace.stateAt(frame, this.step);
    const line = trace.lineAt(frame, this.step);
    return words.stage.chosen({
      frame: trace.label(frame),
      state,
      line: state && state !== "closed" ? line : 0,
      locals: trace.localsAt(frame, this.step).length,
    });
  }

  /** A player for the walk as it is now. @param {number} step */
  #stand(step) {
    if (!this.run) return;
    const { walk } = this.run;
    const player = holdAt({ ...newPlayer(walk.length), speed: this.#player.speed }, this.#limitPlace(this.run));
    this.#player = goTo(player, walk.placeOf(step));
  }

  /** @param {Run} run */
  #limitPlace({ walk }) {
    return this.#limit === Infinity ? Infinity : walk.placeOf(this.#limit);
  }

  /** A module of the library was opened or folded: other steps are walked through now. */
  #refolded() {
    if (!this.run) return;
    const { step } = this;
    this.run.walkAnew();
    this.#stand(step);
    this.timeline.layAnew();
    this.#density.setRun(this.run);
    if (this.step !== step) this.#toFollow = true;
    this.draw();
  }

  #movedOn() {
    this.#toFollow = true;
    this.moved();
  }
}
