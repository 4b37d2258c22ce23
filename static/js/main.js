// Wires the page: makes its parts, tells each of the others it speaks to, and has the first program run.

import { openEditor } from "./editor/editor.js";
import { giveHands } from "./page/hands.js";
import { initial } from "./page/initial.js";
import { goToMoment, lookByTime, lookInside } from "./page/looks.js";
import { Programs, firstStep, firstText } from "./page/programs.js";
import { Runner } from "./page/runner.js";
import { Stage } from "./page/stage.js";
import { followAddress, momentOfAddress } from "./view/address.js";
import { Choices } from "./view/choices.js";
import { byId, narrowScreen } from "./view/dom.js";
import { SourceTabs } from "./view/source-tabs.js";
import { Tabs } from "./view/tabs.js";
import { Theme } from "./view/theme.js";

const choose = (/** @type {number} */ frame) => stage.choose(frame);
const editor = openEditor(byId("editor"), initial.editor_bundle, { text: firstText(), changed: (text) => programs.edited(text), choose });
const sourceTabs = new SourceTabs(editor, (place) => openEditor(place, initial.editor_bundle, { text: "", choose, label: "Library", readOnly: true }));
const stage = new Stage(sourceTabs);
const choices = new Choices({ lookInside: (wanted) => { if (!runner.isBusy) lookInside(parts, wanted); }, byTime: (wanted) => lookByTime(parts, wanted) });
const runner = new Runner({ editor, sourceTabs, stage, choices });
const programs = new Programs({ editor, stage, choices, runner });
const parts = { stage, runner, programs, choices };

editor.ready.then(() => { byId("editor-kind").textContent = editor.kind; });
new Theme(() => stage.repaint());
new Tabs(() => stage.draw());
giveHands(parts);
narrowScreen.addEventListener("change", () => stage.timeline.setVertical(narrowScreen.matches));
stage.timeline.setVertical(narrowScreen.matches);
followAddress((moment) => goToMoment(parts, moment));

const arrival = momentOfAddress();
choices.lookInside = arrival.lookInside;
choices.setByTime(arrival.byTime);
await runner.run(arrival.step ?? firstStep());
