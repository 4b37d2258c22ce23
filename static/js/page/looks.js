// How the run is looked at: as the buttons and keys have it, and the address.

import { showLook } from "../view/address.js";
import { timeRunsDown } from "../view/dom.js";
import { toast } from "../view/toast.js";
import { words } from "../words/words.js";

/** @import { Moment } from "../view/address.js" */
/** @import { Choices } from "../view/choices.js" */
/** @import { Runner } from "./runner.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {{ stage: Stage, runner: Runner, choices: Choices }} Parts */

/** Runs the program again, with the library's frames or without. @param {Parts} parts @param {boolean} wanted @param {string|null} [step] to stand at */
export async function lookInside({ stage, runner, choices }, wanted, step) {
  choices.lookInside = wanted;
  choices.show(stage.run?.whyNotByTime ?? "");
  showLook(choices);
  await runner.run(step);
  const { run } = stage;
  if (run?.trace.hasLibrary && run.walk.length === run.trace.programSteps.length) toast(words.looks.openRow);
}

/** @param {Parts} parts @param {boolean} wanted */
export function lookByTime({ stage, choices }, wanted) {
  stage.timeline.setByTime(wanted);
  showLook(choices);
}

/** @param {Parts} parts @param {boolean} on @param {boolean} all frames, or those alone that can sleep */
export function lookAsSequence({ stage, choices }, on, all) {
  turnTimeline({ stage, choices });
  stage.timeline.setSequence(on, all);
  showLook(choices);
}

/** Time runs down where that is asked for, or where there is no width for it. @param {Pick<Parts, "stage"|"choices">} parts */
export function turnTimeline({ stage, choices }) {
  stage.timeline.setVertical(choices.sequence || timeRunsDown.matches);
}

/** Goes where the address was changed to. @param {Parts} parts @param {Moment} moment */
export function goToMoment(parts, moment) {
  const { stage, runner, choices } = parts;
  const isInside = choices.lookInside;
  choices.lookInside = moment.lookInside; // the address is not to be told the old one
  if (choices.byTime !== moment.byTime) choices.setByTime(moment.byTime);
  if (choices.sequence !== moment.sequence) choices.setSequence(moment.sequence);
  if (isInside !== moment.lookInside) {
    runner.giveUp();
    return lookInside(parts, moment.lookInside, moment.step ?? undefined);
  }
  if (moment.step !== null && stage.run) stage.moveTo(stage.run.trace.stepCalled(moment.step));
}
