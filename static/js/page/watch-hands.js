// An expression that is watched: by button and by key, and by running the program again with it.

import { samePlace } from "../model/same-place.js";
import { LatePrint } from "../view/late-print.js";
import { WatchBar } from "../view/watch-bar.js";
import { words } from "../words/words.js";

/** @import { Key } from "../view/keys.js" */
/** @import { Runner } from "./runner.js" */
/** @import { Stage } from "./stage.js" */

/** @param {Stage} stage @param {Runner} runner @returns {Key[]} */
export function watchHands(stage, runner) {
  const bar = new WatchBar({ watch: (expression) => watch(stage, runner, expression) });
  const late = new LatePrint(({ step, frame }) => stage.visit({ step, frame }));
  stage.drawers.push(({ run, step }) => {
    late.show(run, step, stage.isVeiled);
    late.scrollToNow();
  });
  return [{ keys: ["e"], shown: "E", does: words.watchHands.watch, run: () => bar.open() }];
}

/** @param {Stage} stage @param {Runner} runner @param {string} expression */
function watch({ run, step, chosen }, runner, expression) {
  if (runner.watch === expression) return;
  runner.watch = expression;
  if (runner.isAsked) return; // what runs now runs without it; the next run has it
  runner.follow((next) => {
    if (!run) return { step: "0" };
    const found = samePlace({ run, step, chosen }, next);
    return { step: next.trace.stepName(found.step), chosen: found.chosen, isLike: true };
  });
}
