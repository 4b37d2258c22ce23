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
  buttons(parts);
  goToStep(parts.stage);
  dividers();
  keys(parts);
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

/** @param {Stage} stage */
function goToStep(stage) {
  byId("count").addEventListener("click", () => askForStep(stage));
  byId("goto-cancel").addEventListener("click", () => byId("goto").close());
  byId("goto-form").addEventListener(
    "submit",
    () => stage.run && stage.moveTo(stage.run.trace.stepNumbered(Number(byId("goto-step").value))),
  );
}

/** @param {Stage} stage */
function askForStep({ run, step }) {
  if (!run?.trace.length) return;
  const field = byId("goto-step");
  const last = run.trace.numberOf[run.trace.last];
  field.max = String(last);
  field.value = String(run.trace.numberOf[step]);
  byId("goto-range").textContent = `(0 to ${last})`;
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

/** @param {Parts} parts */
function keys({ programs, stage, runner, choices, projector, quiz, live }) {
  const { timeline } = stage;
  const lesson = initial.lesson ? [{ keys: ["l"], shown: "L", does: "the lesson", run: openLesson }] : [];
  new Keys(
    [
      {
        heading: "Steps",
        keys: [
          { keys: ["ArrowLeft"], shown: "←", does: "one step back", run: () => stage.moveBy(-1) },
          { keys: ["ArrowRight"], shown: "→", does: "one step forward", run: () => stage.moveBy(1) },
          { keys: ["Home"], shown: "Home", does: "first step", run: () => stage.moveToPlace(0) },
          { keys: ["End"], shown: "End", does: "last step", run: () => stage.moveToPlace(Infinity) },
          { keys: [" "], shown: "Space", does: "play, pause", run: () => stage.togglePlay() },
          { keys: ["Shift+ "], shown: "Shift Space", does: "play to the next suspension", run: () => stage.playToSuspension() },
          {
            keys: [","],
            shown: ",",
            does: "the suspension before",
            run: () => stage.jump(({ trace, walk }) => nextSuspension(trace, walk, stage.step, -1)),
          },
          {
            keys: ["."],
            shown: ".",
            does: "the next suspension",
            run: () => stage.jump(({ trace, walk }) => nextSuspension(trace, walk, stage.step, 1)),
          },
          { keys: ["g"], shown: "G", does: "go to a step", run: () => askForStep(stage) },
          ...searchHands(stage),
        ],
      },
      {
        heading: "One frame",
        keys: [
          { keys: ["ArrowUp"], shown: "↑", does: "the frame above", run: () => stage.choose(timeline.neighbour(stage.frame, -1)) },
          { keys: ["ArrowDown"], shown: "↓", does: "the frame below", run: () => stage.choose(timeline.neighbour(stage.frame, 1)) },
          ...frameHands(stage),
        ],
      },
      {
        heading: "Values and reasons",
        keys: [
          { keys: [], shown: "↑ ↓ Enter", does: "in the locals: the object above, the one below; opens it", run: () => {} },
          { keys: ["d"], shown: "D", does: "the picture of the objects", run: () => stage.picture.toggle() },
          ...watchHands(stage, runner),
          ...findingsHands(stage),
        ],
      },
      {
        heading: "The timeline",
        keys: [
          { keys: ["+", "="], shown: "+", does: "zoom in", run: () => timeline.zoom(1.5) },
          { keys: ["-"], shown: "-", does: "zoom out", run: () => timeline.zoom(1 / 1.5) },
          { keys: ["0"], shown: "0", does: "a scale that reads well", run: () => timeline.resetZoom() },
          { keys: ["f"], shown: "F", does: "the whole run", run: () => timeline.fit() },
          { keys: ["t"], shown: "T", does: "by steps, by time", run: () => choices.toggleByTime() },
          { keys: ["v"], shown: "V", does: "a sequence of arrows: time runs down", run: () => choices.setSequence(!choices.sequence) },
          {
            keys: ["Shift+v"],
            shown: "Shift V",
            does: "the same with all frames, not only those that can sleep",
            run: () => choices.toggleAllFrames(),
          },
          { keys: ["i"], shown: "I", does: "look inside of the library", run: () => choices.toggleLookInside() },
        ],
      },
      { heading: "Notes", keys: notesHands(stage, programs) },
      {
        heading: "Predict",
        keys: [
          { keys: ["q"], shown: "Q", does: "a question before each decisive step", run: () => quiz.toggle() },
          { keys: ["1", "2", "3", "4"], shown: "1 2 3", does: "answer the question", run: (key) => quiz.answerNumber(Number(key)) },
        ],
      },
      {
        heading: "The page",
        keys: [
          { keys: ["u"], shown: "U", does: "live: run as you type", run: () => live.toggle() },
          { keys: ["p"], shown: "P", does: "projector: larger type, code wrapped", run: () => projector.toggle() },
          { keys: ["s"], shown: "S", does: "share", run: () => byId("share").click() },
          { keys: ["m"], shown: "M", does: "my programs", run: () => byId("my-programs-open").click() },
          ...lesson,
          { keys: ["?"], shown: "?", does: "this list", run: openHelp },
        ],
      },
    ],
    () => runner.run(),
  );
}
