// What opens a list of sentences with their steps: the findings of the run, where a variable's value came from, why the chosen frame runs.

import { causesOf } from "../model/causes.js";
import { findingsOf } from "../model/findings/findings.js";
import { originOf } from "../model/origins.js";
import { NOBODY } from "../model/trace.js";
import { byId } from "../view/dom.js";
import { onVariableButtons } from "../view/frame-tools.js";
import { StepList } from "../view/step-list.js";
import { toast } from "../view/toast.js";
import { words } from "../words/words.js";

/** @import { Finding } from "../model/findings/finding.js" */
/** @import { Run } from "../model/run.js" */
/** @import { Key } from "../view/keys.js" */
/** @import { Stage } from "./stage.js" */

/** @param {Stage} stage @returns {Key[]} */
export function findingsHands(stage) {
  const list = new StepList((finding) => stage.visit(finding));
  const findings = new Findings(stage, list);
  onVariableButtons("origin", (name) => {
    const { run, frame, step } = stage;
    if (run) list.open(words.findingsHands.cameFrom(name), run.trace, originOf(run, frame, name, step));
  });
  byId("why").addEventListener("click", () => why(stage, list));
  return [
    { keys: ["w"], shown: "W", does: words.findingsHands.keyFindings, run: () => findings.open() },
    { keys: ["y"], shown: "Y", does: words.findingsHands.keyWhy, run: () => why(stage, list) },
  ];
}

/** Those of the run that is shown: sought once, after its first picture. */
class Findings {
  /** @type {Run|null} */ #run = null;
  /** @type {Finding[]} */ #found = [];

  /** @param {Stage} stage @param {StepList} list */
  constructor(stage, list) {
    this.list = list;
    this.button = byId("findings-open");
    this.button.addEventListener("click", () => this.open());
    stage.drawers.push(({ run }) => {
      if (run === this.#run) return;
      this.#run = run;
      this.#show([]);
      setTimeout(() => {
        if (run === this.#run) this.#show(findingsOf(run));
      });
    });
  }

  open() {
    if (this.#run && this.#found.length) this.list.open(words.findingsHands.worthALook, this.#run.trace, this.#found);
    else toast(words.findingsHands.nothingFound);
  }

  /** @param {Finding[]} found */
  #show(found) {
    this.#found = found;
    this.button.hidden = found.length === 0;
    this.button.textContent = words.findingsHands.count(found.length);
  }
}

/** @param {Stage} stage @param {StepList} list */
function why({ run, frame, step }, list) {
  if (!run?.trace.length || frame === NOBODY) return;
  const causes = causesOf(run, frame, step);
  if (causes.length) list.open(words.findingsHands.why(run.trace.label(frame)), run.trace, causes);
  else toast(run.trace.from > 0 && run.trace.lastStepOf(frame, step) >= 0 ? words.findingsHands.ranBefore : words.findingsHands.notRunYet);
}
