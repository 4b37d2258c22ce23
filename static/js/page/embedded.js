// The player of embeds: code, sentence, timeline and transport of one program, which its reader may edit where the page around says so.

import { PlainEditor } from "../editor/plain.js";
import { interestingStep, nextSuspension } from "../model/jumps.js";
import { plain } from "../words/parts.js";
import { inOrder } from "../model/notes.js";
import { advance, goTo, newPlayer, playTo, togglePlay } from "../model/player.js";
import { pack } from "../model/long-link.js";
import { Run } from "../model/run.js";
import { NOBODY } from "../model/trace.js";
import { troubleIn } from "../model/trouble.js";
import { Runs } from "../net/runs.js";
import { hrefOf } from "../net/site.js";
import { addressOfPacked } from "../view/address.js";
import { byId } from "../view/dom.js";
import { NotesView } from "../view/notes.js";
import { OutputView } from "../view/output.js";
import { SentenceView } from "../view/sentence.js";
import { showInSource } from "../view/source.js";
import { readPalette } from "../view/timeline/paint.js";
import { PINS, Timeline } from "../view/timeline/timeline.js";
import { Transport } from "../view/transport.js";
import { takeFirstTrace } from "./initial.js";
import { NoteWalk } from "./note-walk.js";
import { words } from "../words/words.js";

/** @import { Carried } from "../model/long-link.js" */
/** @import { Marks } from "../editor/editor.js" */
/** @import { Note } from "../model/notes.js" */
/** @import { Player } from "../model/player.js" */

/** Lines of code that are seen at once; of longer programs the running line is brought into sight. */
const LINES = 22;
/** Pixels a row of the timeline, and at most for all of them. */
const ROW = 44;
const ROWS_HEIGHT = 420;

/** A text that did not run has no marks. @type {Marks} */
const UNMARKED = { running: { line: null, failed: false }, badges: [], expression: null, held: [], noted: [] };

export class Embedded {
  /** @type {Run|null} */ #run = null;
  /** @type {Player} */ #player = newPlayer(0);
  #tick = 0;
  /** The frame that was chosen by hand; NOBODY follows the step. */ #chosen = NOBODY;

  /** The run that is awaited. */ #underway = new AbortController();
  /** Whether the text is no more that of the run. */ #isEdited = false;

  /** @param {Carried} program @param {{ step: string|null, hasCode: boolean, isEditable: boolean, runs: Runs }} how */
  constructor({ source, input, notes = [] }, { step, hasCode, isEditable, runs }) {
    this.runs = runs;
    this.source = source;
    this.notes = inOrder(notes);
    this.input = input ?? "";
    this.wanted = step;
    this.hasCode = hasCode || isEditable;
    this.isEditable = isEditable;
  }

  /** Has the program run, and shows the step that was asked for. @param {boolean} [focuses] where somebody pressed a button for it */
  async open(focuses = false) {
    const run = await this.#runOf(this.source);
    if (!run) return;
    if (run.trace.length || this.isEditable) this.#begin();
    this.#show(run, this.notes);
    if (focuses) byId("play").focus();
  }

  /** Has a text run. @param {string} source @returns {Promise<Run|null>} null where that was not possible, which is said, or where another text came */
  async #runOf(source) {
    const { input } = this;
    this.#underway.abort();
    const { signal } = (this.#underway = new AbortController());
    say("");
    try {
      const packed =
        takeFirstTrace(source, input) ??
        (await this.runs.trace({ source, input: input || undefined, library: false, top_level_await: true }, signal, (place) =>
          say(place ? words.embedded.waiting(place) : ""),
        ));
      return signal.aborted ? null : new Run(packed, source, input);
    } catch (error) {
      if (signal.aborted) return null;
      byId("embed-edited").textContent = "";
      say(error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  /** Makes the parts of the player, once. */
  #begin() {
    byId("embed-player").hidden = false;
    byId("panel-code").hidden = !this.hasCode;
    byId("embed-player").classList.toggle("without-code", !this.hasCode);
    byId("embed-edit").hidden = byId("output").hidden = !this.isEditable;
    this.editor = new PlainEditor(byId("editor"), {
      text: this.source,
      readOnly: !this.isEditable,
      choose: (frame) => this.#choose(frame),
      changed: (text) => this.#edited(text),
    });
    this.timeline = new Timeline(byId("panel-timeline"), {
      goTo: (step) => this.#goToStep(step),
      choose: (frame) => this.#choose(frame),
      answers: () => false,
      refolded: () => {},
      openNote: (place) => this.walk?.open(place),
    });
    this.walk = new NoteWalk({
      view: new NotesView({
        go: (direction) => this.walk?.go(direction, this.#run?.trace.numberOf[this.#step] ?? 0),
        edit: () => {},
      }),
      timeline: this.timeline,
      editor: this.editor,
      goTo: (step) => this.#goToStep(step),
    });
    this.transport = this.#newTransport();
    this.sentence = new SentenceView(byId("sentence"));
    this.output = this.isEditable ? new OutputView(byId("output")) : null;
    this.#followTheme();
    this.#setLines(this.source);
    addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("click", ({ target }) => {
      const link = /** @type {HTMLElement} */ (target).closest("[data-frame]");
      if (link) this.#choose(Number(link.getAttribute("data-frame")));
    });
    byId("embed-rerun").addEventListener("click", () => this.#rerun());
    byId("embed-undo").addEventListener("click", () => this.#undo());
  }

  /** @param {Run} run @param {Note[]} notes on its steps */
  #show(run, notes) {
    const { trace } = run;
    if (!trace.length) return this.#refuse(run);
    this.editor?.showTrouble(null);
    this.#run = run;
    this.#chosen = NOBODY;
    byId("panel-timeline").style.setProperty(
      "--rows",
      `${Math.min(ROWS_HEIGHT, 36 + run.lanes.rows.length * ROW) + (notes.length ? PINS : 0)}px`,
    );
    this.walk?.set(notes, false);
    const wanted = this.wanted ?? notes[0]?.step.toString() ?? null;
    const step = wanted === null ? interestingStep(trace) : trace.stepCalled(wanted);
    this.#player = goTo({ ...newPlayer(run.walk.length), speed: this.#player.speed }, run.walk.placeOf(step));
    this.timeline?.setRun(run);
    this.#draw();
  }

  /** A text that is no program: the run before stays. @param {Run} run */
  #refuse({ trace: { outcome } }) {
    if (this.editor && outcome.outcome === "syntax_error") return this.editor.showTrouble(troubleIn(outcome));
    say(words.embedded.notRun(`${outcome.type ?? ""} ${outcome.message ?? ""}`));
  }

  /** The reader changed the text. The marks of the run are not those of this text. @param {string} text */
  #edited(text) {
    this.#setLines(text);
    this.#isEdited = text !== (this.#run?.sources.text("") ?? this.source);
    byId("embed-undo").hidden = text === this.source;
    byId("embed-edited").textContent = this.#isEdited ? words.embedded.changed : "";
    this.editor?.showTrouble(null);
    if (this.#isEdited) this.editor?.showMarks(UNMARKED);
    else this.#draw();
  }

  async #rerun() {
    const source = this.editor?.getText() ?? this.source;
    byId("embed-edited").textContent = words.embedded.running;
    const run = await this.#runOf(source);
    if (!run) return;
    this.wanted = null;
    this.#isEdited = false;
    byId("embed-edited").textContent = run.trace.length ? words.embedded.ran(words.runner.where[this.runs.where]) : "";
    this.#show(run, source === this.source ? this.notes : []);
    const { input } = this;
    byId("embed-open").href = hrefOf(addressOfPacked(await pack({ source, ...(input ? { input } : {}) })));
  }

  /** Back to the text of the page's author. */
  #undo() {
    this.editor?.setText(this.source);
    this.#edited(this.source);
    this.editor?.focus();
    return this.#rerun();
  }

  /** @param {string} text whose lines are seen */
  #setLines(text) {
    byId("editor").style.setProperty("--lines", String(Math.min(LINES, text.replace(/\n$/, "").split("\n").length + 1)));
  }

  #newTransport() {
    return new Transport({
      goTo: (place) => this.#goTo(place),
      back: () => this.#goTo(this.#player.step - 1),
      forward: () => this.#goTo(this.#player.step + 1),
      togglePlay: () => this.#play(togglePlay(this.#player)),
      playToSuspension: () => this.#playToSuspension(),
      setSpeed: (speed) => {
        this.#player = { ...this.#player, speed };
      },
    });
  }

  #playToSuspension() {
    if (!this.#run) return;
    const { trace, walk } = this.#run;
    const { step } = this.#player;
    const next = nextSuspension(trace, walk, walk.steps[step], 1);
    this.#play(playTo(this.#player, next === walk.steps[step] ? this.#player.last : walk.placeOf(next)));
  }

  /** @param {number} step by hand */
  #goToStep(step) {
    if (this.#run) this.#goTo(this.#run.walk.placeOf(step));
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
    if (!this.#isEdited) showInSource(this.editor, "", trace, step);
    this.output?.show(trace, step, false);
    this.timeline?.show(step, frame, smooth);
    this.transport.setRoom(words.embedded.count(last, last));
    this.transport.show(this.#player, words.embedded.count(trace.stepName(step), last), plain(run.sentence(step)));
    this.sentence?.show(run, step, aloud);
    this.walk?.draw(run, step, false);
    this.output?.scrollToEdge();
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
    if (this.isEditable && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return void this.#rerun();
    }
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
