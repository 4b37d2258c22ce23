// The player of embeds: code, sentence, timeline and transport of one program, which nobody edits here.

import { PlainEditor } from "../editor/plain.js";
import { interestingStep, nextSuspension } from "../model/jumps.js";
import { plain } from "../words/parts.js";
import { inOrder } from "../model/notes.js";
import { advance, goTo, newPlayer, playTo, togglePlay } from "../model/player.js";
import { Run } from "../model/run.js";
import { NOBODY } from "../model/trace.js";
import { Runs } from "../net/runs.js";
import { byId } from "../view/dom.js";
import { NotesView } from "../view/notes.js";
import { SentenceView } from "../view/sentence.js";
import { showInSource } from "../view/source.js";
import { readPalette } from "../view/timeline/paint.js";
import { PINS, Timeline } from "../view/timeline/timeline.js";
import { Transport } from "../view/transport.js";
import { takeFirstTrace } from "./initial.js";
import { NoteWalk } from "./note-walk.js";
import { words } from "../words/words.js";

/** @import { Carried } from "../model/long-link.js" */
/** @import { Player } from "../model/player.js" */

/** Lines of code that are seen at once; of longer programs the running line is brought into sight. */
const LINES = 22;
/** Pixels a row of the timeline, and at most for all of them. */
const ROW = 44;
const ROWS_HEIGHT = 420;

export class Embedded {
  /** @type {Run|null} */ #run = null;
  /** @type {Player} */ #player = newPlayer(0);
  #tick = 0;
  /** The frame that was chosen by hand; NOBODY follows the step. */ #chosen = NOBODY;

  /** @param {Carried} program @param {{ step: string|null, hasCode: boolean, runs: Runs }} how */
  constructor({ source, input, notes = [] }, { step, hasCode, runs }) {
    this.runs = runs;
    this.source = source;
    this.notes = inOrder(notes);
    this.input = input ?? "";
    this.wanted = step;
    this.hasCode = hasCode;
  }

  /** Has the program run, and shows the step that was asked for. @param {boolean} [focuses] where somebody pressed a button for it */
  async open(focuses = false) {
    const { source, input } = this;
    say("");
    try {
      const packed =
        takeFirstTrace(source, input) ??
        (await this.runs.trace(
          { source, input: input || undefined, library: false, top_level_await: true },
          new AbortController().signal,
          (place) => say(place ? words.embedded.waiting(place) : ""),
        ));
      this.#show(new Run(packed, source, input));
      if (focuses) byId("play").focus();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }

  /** @param {Run} run */
  #show(run) {
    const { trace } = run;
    if (!trace.length) return say(words.embedded.notRun(`${trace.outcome.type ?? ""} ${trace.outcome.message ?? ""}`));
    this.#run = run;
    byId("embed-player").hidden = false;
    byId("panel-code").hidden = !this.hasCode;
    byId("embed-player").classList.toggle("without-code", !this.hasCode);
    byId("editor").style.setProperty("--lines", String(Math.min(LINES, this.source.replace(/\n$/, "").split("\n").length + 1)));
    byId("panel-timeline").style.setProperty(
      "--rows",
      `${Math.min(ROWS_HEIGHT, 36 + run.lanes.rows.length * ROW) + (this.notes.length ? PINS : 0)}px`,
    );
    this.editor = new PlainEditor(byId("editor"), { text: this.source, readOnly: true, choose: (frame) => this.#choose(frame) });
    this.timeline = new Timeline(byId("panel-timeline"), {
      goTo: (step) => this.#goTo(run.walk.placeOf(step)),
      choose: (frame) => this.#choose(frame),
      answers: () => false,
      refolded: () => {},
      openNote: (place) => this.walk?.open(place),
    });
    this.walk = new NoteWalk({
      view: new NotesView({ go: (direction) => this.walk?.go(direction, trace.numberOf[this.#step]), edit: () => {} }),
      timeline: this.timeline,
      editor: this.editor,
      goTo: (step) => this.#goTo(run.walk.placeOf(step)),
    });
    this.walk.set(this.notes, false);
    this.transport = this.#newTransport(run);
    this.sentence = new SentenceView(byId("sentence"));
    const wanted = this.wanted ?? this.notes[0]?.step.toString() ?? null;
    const step = wanted === null ? interestingStep(trace) : trace.stepCalled(wanted);
    this.#player = goTo(newPlayer(run.walk.length), run.walk.placeOf(step));
    this.#followTheme();
    this.timeline.setRun(run);
    this.#draw();
    addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("click", ({ target }) => {
      const link = /** @type {HTMLElement} */ (target).closest("[data-frame]");
      if (link) this.#choose(Number(link.getAttribute("data-frame")));
    });
  }

  /** @param {Run} run */
  #newTransport({ trace, walk }) {
    return new Transport({
      goTo: (place) => this.#goTo(place),
      back: () => this.#goTo(this.#player.step - 1),
      forward: () => this.#goTo(this.#player.step + 1),
      togglePlay: () => this.#play(togglePlay(this.#player)),
      playToSuspension: () => {
        const { step } = this.#player;
        const next = nextSuspension(trace, walk, walk.steps[step], 1);
        this.#play(playTo(this.#player, next === walk.steps[step] ? this.#player.last : walk.placeOf(next)));
      },
      setSpeed: (speed) => {
        this.#player = { ...this.#player, speed };
      },
    });
  }

  /** @param {number} place of the walk, by hand */
  #goTo(place) {
    const before = this.#player.step;
    this.#player = goTo(this.#player, place === Infinity ? this.#player.last : place);
    this.#draw({ aloud: this.#player.step !== before, smooth: Math.abs(this.#player.step - before) <= 2 });
  }

  /** The one that is shown. */
  get #step() {
    return this.#run?.walk.steps[this.#player.step] ?? 0;
  }

  /** @param {number} frame */
  #choose(frame) {
    this.#chosen = frame;
    this.timeline?.reveal(frame);
    this.#draw();
  }

  /** @param {Player} player */
  #play(player) {
    this.#player = player;
    this.#draw();
    cancelAnimationFrame(this.#tick);
    this.#playOn(performance.now());
  }

  /** @param {number} before when the last frame was drawn */
  #playOn(before) {
    if (!this.#player.playing) return;
    this.#tick = requestAnimationFrame((now) => {
      this.#player = advance(this.#player, now - before);
      this.#draw({ smooth: this.#player.speed <= 2 });
      this.#playOn(now);
    });
  }

  /** @param {{ aloud?: boolean, smooth?: boolean }} [how] */
  #draw({ aloud = false, smooth = false } = {}) {
    const run = this.#run;
    if (!run || !this.editor || !this.transport) return;
    const { trace } = run;
    const step = this.#step;
    const frame = this.#chosen === NOBODY ? trace.step(step).frame.id : this.#chosen;
    const last = trace.stepName(trace.last);
    showInSource(this.editor, "", trace, step);
    this.timeline?.show(step, frame, smooth);
    this.transport.setRoom(words.embedded.count(last, last));
    this.transport.show(this.#player, words.embedded.count(trace.stepName(step), last), plain(run.sentence(step)));
    this.sentence?.show(run, step, aloud);
    this.walk?.draw(run, step, false);
  }

  /** The reader's own theme may change while the page is open. */
  #followTheme() {
    const paint = () => this.timeline?.setPalette(readPalette());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    paint();
  }

  /** Keys of the playground, as far as no field or button has them. @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("textarea, select, input")) return;
    if (event.key.toLowerCase() === "k") return void this.walk?.go(event.shiftKey ? -1 : 1, this.#run?.trace.numberOf[this.#step] ?? 0);
    if (event.key === " " && !target.closest("button, a, summary")) {
      event.preventDefault();
      byId(event.shiftKey ? "play-to" : "play").click();
    }
    /** @type {Record<string, number>} */
    const places = { ArrowLeft: this.#player.step - 1, ArrowRight: this.#player.step + 1, Home: 0, End: Infinity };
    if (!(event.key in places) || event.shiftKey) return;
    event.preventDefault();
    this.#goTo(places[event.key]);
  }
}

/** What keeps the player from being seen; nothing when it is. @param {string} words */
function say(words) {
  byId("embed-said").hidden = !words;
  byId("embed-said").textContent = words;
}
