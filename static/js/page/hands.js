// The buttons, dividers and keys of the page: what each of them does.

import { nextSuspension } from "../model/jumps.js";
import { wireAbout } from "../view/about.js";
import { divider } from "../view/divider.js";
import { byId, narrowScreen, zoomed } from "../view/dom.js";
import { Keys } from "../view/keys.js";
import { findingsHands } from "./findings-hands.js";
import { notesHands } from "./notes-hands.js";
import { frameHands } from "./frame-hands.js";
import { searchHands } from "./search-hands.js";
import { watchHands } from "./watch-hands.js";
import { initial } from "./initial.js";
import { Windows } from "./windows.js";
import { words } from "../words/words.js";

/** @import { Choices } from "../view/choices.js" */
/** @import { Projector } from "../view/projector.js" */
/** @import { Live } from "./live.js" */
/** @import { Programs } from "./programs.js" */
/** @import { Quiz } from "./quiz.js" */
/** @import { Runner } from "./runner.js" */
/** @import { Sharing } from "./sharing.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ stage: Stage, runner: Runner, programs: Programs, sharing: Sharing, choices: Choices, projector: Projector, quiz: Quiz, live: Live }} Parts */

/** @param {Parts} parts */
export function giveHands(parts) {
  const windows = new Windows(parts);
  buttons(parts);
  goToStep(parts.stage, windows);
  dividers();
  keys(parts, windows);
}

/** @param {Parts} parts */
function buttons({ stage, runner, sharing }) {
  const { timeline } = stage;
  const press = (/** @type {string} */ id, /** @type {() => void} */ does) => byId(id).addEventListener("click", does);
  press("run", () => (runner.isBusy ? runner.stop() : runner.run()));
  press("stale", () => runner.run());
  press("share", () => sharing.open());
  press("follow", () => stage.followStep());
  press("zoom-in", () => timeline.zoom(1.5));
  press("zoom-out", () => timeline.zoom(1 / 1.5));
  press("fit", () => timeline.fit());
  press("steps-open", () => stage.run && stage.stepsTable.open(stage.run, stage.step, stage.isVeiled));
  press("help-open", openHelp);
  wireAbout();
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLElement} */ (event.target).closest?.("[data-frame]");
    if (link) stage.choose(Number(link.getAttribute("data-frame")));
  });
}

function openHelp() {
  byId("help").showModal();
}

function openLesson() {
  byId("tab-lesson").click();
  byId("panel-lesson").focus();
}

/** @param {Stage} stage @param {Windows} windows */
function goToStep(stage, windows) {
  byId("count").addEventListener("click", () => askForStep(stage));
  byId("goto-cancel").addEventListener("click", () => byId("goto").close());
  byId("goto-form").addEventListener("submit", () => windows.goTo(Number(byId("goto-step").value)));
}

/** @param {Stage} stage */
function askForStep({ run, step }) {
  if (!run?.trace.length) return;
  const field = byId("goto-step");
  const last = run.trace.runLength;
  field.max = String(last);
  field.value = String(run.trace.numberOf[step]);
  byId("goto-range").textContent = words.keys.stepRange(last);
  byId("goto").showModal();
  field.select();
}

/** Where nobody moved them: a third of the width for the program, a fifth of the height for the output, a quarter for the cards. */
function dividers() {
  const width = () => innerWidth / zoomed();
  const height = () => innerHeight / zoomed();
  const overTransport = (/** @type {PointerEvent} */ event) => (byId("transport").getBoundingClientRect().top - event.clientY) / zoomed();
  // A lesson stands to the left of the program, or above it.
  const lesson = () => document.querySelector(".left")?.getBoundingClientRect().left ?? 0;
  divider("divider-left", "--left", {
    least: 280,
    most: () => width() - 420 - lesson() / zoomed(),
    start: () => (lesson() > 0 ? width() * 0.29 : Math.max(Math.min(460, width() * 0.42), width() * 0.32)),
    sizeAt: (event) => (event.clientX - lesson()) / zoomed(),
    grow: "ArrowRight",
    shrink: "ArrowLeft",
  });
  divider("divider-lanes", "--lanes", {
    least: 96,
    most: () => (narrowScreen.matches ? width() : width() - parseFloat(document.documentElement.style.getPropertyValue("--left"))) / 2,
    start: () => 176,
    sizeAt: (event) => (event.clientX - byId("panel-timeline").getBoundingClientRect().left) / zoomed(),
    grow: "ArrowRight",
    shrink: "ArrowLeft",
  });
  divider("divider-output", "--output", {
    least: 90,
    most: () => height() - 260,
    start: () => Math.max(96, height() * 0.21),
    sizeAt: overTransport,
    grow: "ArrowUp",
    shrink: "ArrowDown",
  });
  divider("divider-cards", "--cards", {
    least: 90,
    most: () => height() - 400,
    start: () => Math.max(130, height() * 0.26),
    sizeAt: overTransport,
    grow: "ArrowUp",
    shrink: "ArrowDown",
  });
}

/** @param {Parts} parts @param {Windows} windows */
function keys({ programs, stage, runner, choices, projector, quiz, live }, windows) {
  const { timeline } = stage;
  const lesson = initial.lesson ? [{ keys: ["l"], shown: "L", does: words.keys.lesson, run: openLesson }] : [];
  new Keys(
    [
      {
        heading: words.keys.steps,
        keys: [
          { keys: ["ArrowLeft"], shown: "←", does: words.keys.back, run: () => stage.moveBy(-1) },
          { keys: ["ArrowRight"], shown: "→", does: words.keys.forward, run: () => stage.moveBy(1) },
          { keys: ["Home"], shown: "Home", does: words.keys.first, run: () => stage.moveToPlace(0) },
          { keys: ["End"], shown: "End", does: words.keys.last, run: () => stage.moveToPlace(Infinity) },
          { keys: [" "], shown: "Space", does: words.keys.play, run: () => stage.togglePlay() },
          { keys: ["Shift+ "], shown: "Shift Space", does: words.keys.playToSuspension, run: () => stage.playToSuspension() },
          {
            keys: [","],
            shown: ",",
            does: words.keys.suspensionBefore,
            run: () => stage.jump(({ trace, walk }) => nextSuspension(trace, walk, stage.step, -1)),
          },
          {
            keys: ["."],
            shown: ".",
            does: words.keys.nextSuspension,
            run: () => stage.jump(({ trace, walk }) => nextSuspension(trace, walk, stage.step, 1)),
          },
          { keys: ["g"], shown: "G", does: words.keys.goToStep, run: () => askForStep(stage) },
          { keys: ["z"], shown: "Z", does: words.keys.overview, run: () => stage.overview.focus() },
          { keys: ["x"], shown: "X", does: words.keys.stepsOn, run: () => windows.page(1) },
          { keys: ["Shift+x"], shown: "Shift X", does: words.keys.stepsBack, run: () => windows.page(-1) },
          ...searchHands(stage),
        ],
      },
      {
        heading: words.keys.oneFrame,
        keys: [
          { keys: ["ArrowUp"], shown: "↑", does: words.keys.frameAbove, run: () => stage.choose(timeline.neighbour(stage.frame, -1)) },
          { keys: ["ArrowDown"], shown: "↓", does: words.keys.frameBelow, run: () => stage.choose(timeline.neighbour(stage.frame, 1)) },
          ...frameHands(stage),
        ],
      },
      {
        heading: words.keys.values,
        keys: [
          { keys: [], shown: "↑ ↓ Enter", does: words.keys.inLocals, run: () => {} },
          { keys: ["d"], shown: "D", does: words.keys.picture, run: () => stage.picture.toggle() },
          ...watchHands(stage, runner),
          ...findingsHands(stage),
        ],
      },
      {
        heading: words.keys.timeline,
        keys: [
          { keys: ["+", "="], shown: "+", does: words.keys.zoomIn, run: () => timeline.zoom(1.5) },
          { keys: ["-"], shown: "-", does: words.keys.zoomOut, run: () => timeline.zoom(1 / 1.5) },
          { keys: ["0"], shown: "0", does: words.keys.goodScale, run: () => timeline.resetZoom() },
          { keys: ["f"], shown: "F", does: words.keys.wholeRun, run: () => timeline.fit() },
          { keys: ["t"], shown: "T", does: words.keys.byStepsByTime, run: () => choices.toggleByTime() },
          { keys: ["v"], shown: "V", does: words.keys.sequence, run: () => choices.setSequence(!choices.sequence) },
          {
            keys: ["Shift+v"],
            shown: "Shift V",
            does: words.keys.allFrames,
            run: () => choices.toggleAllFrames(),
          },
          { keys: ["i"], shown: "I", does: words.keys.lookInside, run: () => choices.toggleLookInside() },
        ],
      },
      { heading: words.keys.notes, keys: notesHands(stage, programs) },
      {
        heading: words.keys.predict,
        keys: [
          { keys: ["q"], shown: "Q", does: words.keys.questions, run: () => quiz.toggle() },
          { keys: ["1", "2", "3", "4"], shown: "1 2 3", does: words.keys.answer, run: (key) => quiz.answerNumber(Number(key)) },
        ],
      },
      {
        heading: words.keys.page,
        keys: [
          { keys: ["u"], shown: "U", does: words.keys.live, run: () => live.toggle() },
          { keys: ["p"], shown: "P", does: words.keys.projector, run: () => projector.toggle() },
          { keys: ["s"], shown: "S", does: words.keys.share, run: () => byId("share").click() },
          { keys: ["m"], shown: "M", does: words.keys.myPrograms, run: () => byId("my-programs-open").click() },
          ...lesson,
          { keys: ["?"], shown: "?", does: words.keys.thisList, run: openHelp },
        ],
      },
    ],
    () => runner.run(),
  );
}
