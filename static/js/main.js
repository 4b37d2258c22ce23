// Wires the page: the only file that knows every other. Answers come in from net, the models say what stands where, the views draw it.

import { openEditor } from "./editor/editor.js";
import { nextEventOf, nextSuspension } from "./model/jumps.js";
import { advance, goTo, newPlayer, togglePlay } from "./model/player.js";
import { Run } from "./model/run.js";
import { plain, sentence } from "./model/sentence.js";
import { NOBODY } from "./model/trace.js";
import { Refused, Unreachable, keepProgram, librarySource, runProgram } from "./net/api.js";
import { read, write } from "./net/kept.js";
import { linkTo, momentOfAddress } from "./view/address.js";
import { bannersOf, showBanners, syntaxBanner } from "./view/banners.js";
import { showLocals, showWaiting } from "./view/cards.js";
import { Choices } from "./view/choices.js";
import { Density } from "./view/density.js";
import { divider } from "./view/divider.js";
import { byId, narrowScreen, setIcon } from "./view/dom.js";
import { Examples } from "./view/examples.js";
import { Keys } from "./view/keys.js";
import { LoopCard } from "./view/loop-card.js";
import { showOutput, showTotals } from "./view/output.js";
import { SentenceView } from "./view/sentence.js";
import { SourceTabs } from "./view/source-tabs.js";
import { StepsTable } from "./view/steps.js";
import { Tabs } from "./view/tabs.js";
import { Theme } from "./view/theme.js";
import { Timeline } from "./view/timeline/timeline.js";
import { toast } from "./view/toast.js";
import { Transport } from "./view/transport.js";

/** @import { Player } from "./model/player.js" */
/** @import { Banner } from "./view/banners.js" */
/** @import { Example } from "./view/examples.js" */

/**
 * @typedef {object} Initial  what the server put into the page
 * @property {{ source: string, id: string|null, example: string|null, step: number|null, missing: boolean }} program
 * @property {Example[]} examples
 * @property {string} version
 * @property {"codemirror"|"textarea"} editor
 * @property {string} library  the edition of the library's sources
 * @property {Record<string, number>} limits
 */

const DRAFT = "draft";
const HINT = "hint";
/** @type {Banner} */
const MISSING = { tone: "warning", title: "No such program.", text: "Nothing is kept at this address. Here is an example instead." };

/** @type {Initial} */
const initial = JSON.parse(byId("initial").textContent);

/** @type {Run|null} */ let run = null;
/** By places of the run's walk. @type {Player} */ let player = newPlayer(0);
/** The frame that was chosen by hand; NOBODY follows the step. */
let chosen = NOBODY;
/** @type {AbortController|null} while a program runs on the server */ let underway = null;
/** What is wrong with the page or its last answer. @type {Banner[]} */ let troubles = [];

const timeline = new Timeline(byId("panel-timeline"), { goTo: moveTo, choose, refolded });
const transport = new Transport({
  goTo: moveToPlace,
  back: () => moveToPlace(player.step - 1),
  forward: () => moveToPlace(player.step + 1),
  togglePlay: play,
  setSpeed: (speed) => { player = { ...player, speed }; },
});
const choices = new Choices({ lookInside: setLookInside, byTime: (wanted) => timeline.setByTime(wanted) });
const density = new Density();
const loopCard = new LoopCard();
const sentenceView = new SentenceView();
const stepsTable = new StepsTable({ goTo: moveTo });
const examples = new Examples(initial.examples, { open: openExample, openDraft });
new Theme(() => {
  timeline.refreshPalette();
  density.draw();
});
new Tabs(() => run && draw());

const editor = await openEditor(byId("editor"), initial.editor, { text: firstText(), changed: edited, choose });
const sourceTabs = new SourceTabs(editor, (place) => openEditor(place, editor.kind, { text: "", choose, label: "Library", readOnly: true }));
byId("editor-kind").textContent = editor.kind;
wire();
timeline.setVertical(narrowScreen.matches);
const arrival = momentOfAddress();
choices.lookInside = arrival.lookInside;
choices.setByTime(arrival.byTime);
examples.show(editor.getText(), read(DRAFT) !== null);
await runNow(arrival.step ?? String(initial.program.step ?? 0));

/** The program that the address names; else the one left here the last time; else the first example. */
function firstText() {
  const { source } = initial.program;
  return isHome() ? read(DRAFT) ?? source : source;
}

/** Whether the address names no program. */
function isHome() {
  return location.pathname === "/" && location.search === "";
}

/** Runs the text of the editor and shows what happened. @param {string} step the name of the one to stand at */
async function runNow(step) {
  if (underway) return;
  const source = editor.getText();
  const controller = new AbortController();
  underway = controller;
  showBusy();
  try {
    const packed = await runProgram({ source, library: choices.lookInside, top_level_await: true }, controller.signal);
    const next = new Run(packed, source);
    await fetchLibrary(next);
    if (underway !== controller) return; // another program was opened meanwhile
    troubles = [];
    if (packed.outcome.outcome === "syntax_error") misspelt(packed.outcome);
    else if (next.trace.length === 0) troubles = bannersOf(next.trace, initial.limits);
    else await adopt(next, step);
  } catch (error) {
    if (underway !== controller) return;
    troubles = [troubleOf(error, controller.signal.aborted)];
  }
  underway = null;
  showBusy();
  banners();
  stale();
}

/** The sources of the library's modules that ran. @param {Run} of */
async function fetchLibrary({ trace, sources }) {
  const modules = [...new Set(trace.frames.map(({ library }) => library).filter(Boolean))];
  await Promise.all(modules.map(async (module) => {
    const text = await librarySource(module, initial.library);
    if (text !== null) sources.set(module, text);
  }));
}

/** @param {Run} next @param {string} step */
async function adopt(next, step) {
  await sourceTabs.prepare(next.trace.hasLibrary);
  if (run) next.openLike(run);
  run = next;
  player = { ...newPlayer(run.walk.length), speed: player.speed };
  player = goTo(player, run.walk.placeOf(run.trace.stepCalled(step)));
  chosen = NOBODY;
  editor.showTrouble(null);
  timeline.setRun(run);
  density.setRun(run);
  showTotals(run.trace);
  choices.show(run.whyNotByTime);
  sourceTabs.follow(run, stepFrame(), stepNow());
  draw();
}

/** The step that is shown. */
function stepNow() {
  return run?.walk.steps[player.step] ?? 0;
}

/** The frame of the step. */
function stepFrame() {
  return run?.trace.length ? run.trace.step(stepNow()).frame.id : NOBODY;
}

/** The name of the step that is shown. */
function stepName() {
  return run?.trace.length ? run.trace.stepName(stepNow()) : "0";
}

/** @param {import("./model/packed.js").Outcome} outcome */
function misspelt(outcome) {
  const { line = 1, column = 1, end_line = line, end_column = column + 1, message = "invalid syntax" } = outcome;
  editor.showTrouble({ line, column, endLine: end_line, endColumn: end_column, message: `${outcome.type ?? "SyntaxError"}: ${message}` });
  troubles = [syntaxBanner(outcome, run !== null)];
  if (!run) byId("sentence").textContent = "The program did not run.";
}

/** @param {unknown} error @param {boolean} stopped @returns {Banner} */
function troubleOf(error, stopped) {
  if (stopped) return { tone: "note", title: "Stopped.", text: "The run was given up. Change the program or run it again." };
  if (error instanceof Unreachable) {
    const kept = write(DRAFT, editor.getText());
    const text = kept ? "Your program is kept in this browser and will be here when you come back." : "Keep a copy of your program before you leave.";
    return { tone: "error", title: "The server does not answer.", text: `${text} Try Run again in a moment.` };
  }
  if (error instanceof Refused) return { tone: "error", title: "The server refused.", text: `${error.message}${error.hint ? ` ${error.hint}` : ""}` };
  console.error(error);
  return { tone: "error", title: "The page failed.", text: error instanceof Error ? error.message : String(error) };
}

/** @param {string} text */
function edited(text) {
  const example = examples.show(text, true);
  if (!example) write(DRAFT, text);
  if (!isHome()) history.replaceState(null, "", "/"); // it named another text
  editor.showTrouble(null);
  troubles = [];
  banners();
  stale();
}

/** Greys what belongs to an earlier text. */
function stale() {
  const old = run !== null && run.source !== editor.getText();
  byId("stale").hidden = !old || underway !== null || troubles.length > 0;
  document.body.classList.toggle("stale", old);
  if (old) {
    sourceTabs.clear();
  } else if (run) {
    sourceTabs.mark(run, stepNow());
  }
}

function banners() {
  const missing = initial.program.missing && run?.source === initial.program.source;
  showBanners([...(missing ? [MISSING] : []), ...troubles, ...(run ? bannersOf(run.trace, initial.limits) : [])]);
}

function showBusy() {
  const busy = underway !== null;
  document.body.classList.toggle("busy", busy);
  byId("run-text").textContent = busy ? "Stop" : "Run";
  setIcon(byId("run"), busy ? "stop" : "play");
}

/** Draws the step. @param {{ aloud?: boolean, smooth?: boolean }} [how] */
function draw({ aloud = false, smooth = false } = {}) {
  if (!run) return;
  const { trace, sources, walk } = run;
  const step = stepNow();
  const frame = ownFrame();
  timeline.show(step, frame, smooth);
  sentenceView.show(trace, step, sources, aloud);
  const words = trace.length ? `Step ${stepName()}. ${plain(sentence(trace, step, sources))}` : "No steps";
  transport.show(player, words, `${stepName()} / ${trace.stepName(walk.steps[player.last] ?? 0)}`);
  showLocals(trace, step, frame, chosen !== NOBODY);
  showWaiting(trace, step);
  loopCard.show(run, step, smooth);
  showOutput(trace, step);
  if (!document.body.classList.contains("stale")) sourceTabs.mark(run, step);
}

/** @param {number} step by hand */
function moveTo(step) {
  if (run) moveToPlace(run.walk.placeOf(step));
}

/** @param {number} place of the walk, by hand */
function moveToPlace(place) {
  if (!run) return;
  const before = player.step;
  player = goTo(player, place === Infinity ? player.last : place);
  if (player.step !== before) sourceTabs.follow(run, stepFrame(), stepNow());
  draw({ aloud: player.step !== before, smooth: Math.abs(player.step - before) <= 2 });
}

/** @param {number} frame its row, its locals */
function choose(frame) {
  if (!run) return;
  chosen = frame;
  timeline.reveal(frame);
  sourceTabs.follow(run, frame, stepNow());
  draw();
}

/** A module of the library was opened or folded: other steps are walked through now. */
function refolded() {
  if (!run) return;
  const step = stepNow();
  run.walkAnew();
  player = goTo({ ...newPlayer(run.walk.length), speed: player.speed }, run.walk.placeOf(step));
  timeline.layAnew();
  density.setRun(run);
  if (stepNow() !== step) sourceTabs.follow(run, stepFrame(), stepNow());
  draw();
}

function play() {
  player = togglePlay(player);
  draw();
  let before = performance.now();
  const tick = (/** @type {number} */ now) => {
    if (!player.playing) return;
    const { step } = player;
    player = advance(player, now - before);
    before = now;
    if (run && player.step !== step) sourceTabs.follow(run, stepFrame(), stepNow());
    if (player.step !== step || !player.playing) draw({ smooth: player.speed <= 2 });
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** @param {Example} example */
function openExample(example) {
  load(example.source, `/?example=${example.slug}`);
  return runNow(String(example.step ?? 0));
}

function openDraft() {
  const draft = read(DRAFT);
  if (draft === null) return;
  load(draft, "/");
  return runNow("0");
}

/** @param {string} text @param {string} address */
function load(text, address) {
  underway?.abort();
  underway = null;
  troubles = [];
  editor.setText(text);
  editor.showTrouble(null);
  examples.show(text, read(DRAFT) !== null);
  history.replaceState(null, "", address);
}

async function share() {
  const source = editor.getText();
  try {
    const { address } = await keepProgram(source);
    const step = run?.source === source && stepNow() > 0 ? stepName() : null;
    const link = linkTo(address, { step, lookInside: choices.lookInside, byTime: choices.byTime });
    history.replaceState(null, "", link);
    const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
    toast(copied ? "Link copied:" : "The link to this program:", link);
  } catch (error) {
    troubles = [troubleOf(error, false)];
    banners();
  }
}

/** @param {boolean} wanted whether the library's frames are shown too */
async function setLookInside(wanted) {
  if (underway) return;
  choices.lookInside = wanted;
  choices.show(run?.whyNotByTime ?? "");
  await runNow(stepName());
  if (run?.trace.hasLibrary && run.walk.length === run.trace.programSteps.length) toast("Open a module’s row to step into it. Folded ones are stepped over.");
}

/** @param {(run: Run) => number} find */
function jump(find) {
  if (run?.trace.length) moveTo(find(run));
}

function ownFrame() {
  return chosen !== NOBODY ? chosen : stepFrame();
}

function askForStep() {
  if (!run?.trace.length) return;
  const field = byId("goto-step");
  const last = run.trace.numberOf[run.trace.last];
  field.max = String(last);
  field.value = String(run.trace.numberOf[stepNow()]);
  byId("goto-range").textContent = `(0 to ${last})`;
  byId("goto").showModal();
  field.select();
}

function wire() {
  byId("run").addEventListener("click", () => (underway ? underway.abort() : runNow(stepName())));
  byId("stale").addEventListener("click", () => runNow(stepName()));
  byId("share").addEventListener("click", share);
  byId("follow").addEventListener("click", () => {
    chosen = NOBODY;
    draw();
  });
  byId("zoom-in").addEventListener("click", () => timeline.zoom(1.5));
  byId("zoom-out").addEventListener("click", () => timeline.zoom(1 / 1.5));
  byId("fit").addEventListener("click", () => timeline.fit());
  byId("steps-open").addEventListener("click", () => run && stepsTable.open(run, stepNow()));
  byId("help-open").addEventListener("click", () => byId("help").showModal());
  byId("count").addEventListener("click", askForStep);
  byId("goto-cancel").addEventListener("click", () => byId("goto").close());
  byId("goto-form").addEventListener("submit", () => run && moveTo(run.trace.stepNumbered(Number(byId("goto-step").value))));
  byId("hint").hidden = read(HINT) !== null;
  byId("hint-close").addEventListener("click", () => {
    byId("hint").hidden = true;
    write(HINT, "seen");
  });
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.("[data-frame]");
    if (link) choose(Number(link.getAttribute("data-frame")));
  });
  addEventListener("hashchange", () => {
    const { step } = momentOfAddress();
    if (step !== null && run) moveTo(run.trace.stepCalled(step));
  });
  narrowScreen.addEventListener("change", () => timeline.setVertical(narrowScreen.matches));

  divider("divider-left", "--left", {
    least: 280, most: () => innerWidth - 420, start: 460, sizeAt: (event) => event.clientX, grow: "ArrowRight", shrink: "ArrowLeft",
  });
  divider("divider-output", "--output", {
    least: 90, most: () => innerHeight - 260, start: 190, sizeAt: (event) => innerHeight - 64 - event.clientY, grow: "ArrowUp", shrink: "ArrowDown",
  });

  new Keys([
    { keys: ["ArrowLeft"], shown: "←", does: "one step back", run: () => moveToPlace(player.step - 1) },
    { keys: ["ArrowRight"], shown: "→", does: "one step forward", run: () => moveToPlace(player.step + 1) },
    { keys: ["Shift+ArrowLeft"], shown: "Shift ←", does: "this frame’s event before", run: () => jump(({ trace }) => nextEventOf(trace, ownFrame(), stepNow(), -1)) },
    { keys: ["Shift+ArrowRight"], shown: "Shift →", does: "this frame’s next event", run: () => jump(({ trace }) => nextEventOf(trace, ownFrame(), stepNow(), 1)) },
    { keys: ["ArrowUp"], shown: "↑", does: "the frame above", run: () => run && choose(timeline.neighbour(ownFrame(), -1)) },
    { keys: ["ArrowDown"], shown: "↓", does: "the frame below", run: () => run && choose(timeline.neighbour(ownFrame(), 1)) },
    { keys: ["Home"], shown: "Home", does: "first step", run: () => moveToPlace(0) },
    { keys: ["End"], shown: "End", does: "last step", run: () => moveToPlace(Infinity) },
    { keys: [" "], shown: "Space", does: "play, pause", run: play },
    { keys: [","], shown: ",", does: "the suspension before", run: () => jump(({ trace, walk }) => nextSuspension(trace, walk, stepNow(), -1)) },
    { keys: ["."], shown: ".", does: "the next suspension", run: () => jump(({ trace, walk }) => nextSuspension(trace, walk, stepNow(), 1)) },
    { keys: ["+", "="], shown: "+", does: "zoom in", run: () => timeline.zoom(1.5) },
    { keys: ["-"], shown: "-", does: "zoom out", run: () => timeline.zoom(1 / 1.5) },
    { keys: ["0"], shown: "0", does: "a scale that reads well", run: () => timeline.resetZoom() },
    { keys: ["f"], shown: "F", does: "the whole run", run: () => timeline.fit() },
    { keys: ["t"], shown: "T", does: "by steps, by time", run: () => choices.toggleByTime() },
    { keys: ["i"], shown: "I", does: "look inside of the library", run: () => choices.toggleLookInside() },
    { keys: ["g"], shown: "G", does: "go to a step", run: askForStep },
    { keys: ["?"], shown: "?", does: "this list", run: () => byId("help").showModal() },
  ], () => runNow(stepName()));
}
