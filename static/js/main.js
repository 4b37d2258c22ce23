// Wires the page: makes its parts, tells each of the others it speaks to, and has the first program run.

import { openEditor } from "./editor/editor.js";
import { giveHands } from "./page/hands.js";
import { initial } from "./page/initial.js";
import { Programs, firstText } from "./page/programs.js";
import { Runner } from "./page/runner.js";
import { Stage } from "./page/stage.js";
import { momentOfAddress } from "./view/address.js";
import { Choices } from "./view/choices.js";
import { byId, narrowScreen } from "./view/dom.js";
import { SourceTabs } from "./view/source-tabs.js";
import { Tabs } from "./view/tabs.js";
import { Theme } from "./view/theme.js";
import { toast } from "./view/toast.js";

const choose = (/** @type {number} */ frame) => stage.choose(frame);
const editor = await openEditor(byId("editor"), initial.editor, { text: firstText(), changed: (text) => programs.edited(text), choose });
const sourceTabs = new SourceTabs(editor, (place) => openEditor(place, editor.kind, { text: "", choose, label: "Library", readOnly: true }));
const stage = new Stage(sourceTabs);
const choices = new Choices({ lookInside: setLookInside, byTime: (wanted) => stage.timeline.setByTime(wanted) });
const runner = new Runner({ editor, sourceTabs, stage, choices });
const programs = new Programs({ editor, stage, choices, runner });

byId("editor-kind").textContent = editor.kind;
new Theme(() => stage.repaint());
new Tabs(() => stage.draw());
giveHands({ stage, runner, programs, choices });
narrowScreen.addEventListener("change", () => stage.timeline.setVertical(narrowScreen.matches));
stage.timeline.setVertical(narrowScreen.matches);
addEventListener("hashchange", () => {
  const { step } = momentOfAddress();
  if (step !== null && stage.run) stage.moveTo(stage.run.trace.stepCalled(step));
});

const arrival = momentOfAddress();
choices.lookInside = arrival.lookInside;
choices.setByTime(arrival.byTime);
await runner.run(arrival.step ?? String(initial.program.step ?? 0));

/** @param {boolean} wanted whether the library's frames are shown too */
async function setLookInside(wanted) {
  if (runner.isBusy) return;
  choices.lookInside = wanted;
  choices.show(stage.run?.whyNotByTime ?? "");
  await runner.run();
  const { run } = stage;
  if (run?.trace.hasLibrary && run.walk.length === run.trace.programSteps.length) toast("Open a module’s row to step into it. Folded ones are stepped over.");
}
