// Wires the page: makes its parts, tells each of the others it speaks to, and has the first program run.

import { openEditor } from "./editor/editor.js";
import { SavedPrograms } from "./net/saved-programs.js";
import { giveHands } from "./page/hands.js";
import { initial } from "./page/initial.js";
import { Live } from "./page/live.js";
import { LessonPage, followStepLinks } from "./page/lesson.js";
import { goToMoment, lookAsSequence, lookByTime, lookInside, turnTimeline } from "./page/looks.js";
import { firstProgram } from "./page/opened.js";
import { Programs } from "./page/programs.js";
import { Quiz } from "./page/quiz.js";
import { Runner } from "./page/runner.js";
import { Sharing } from "./page/sharing.js";
import { Stage } from "./page/stage.js";
import { followAddress, momentOfAddress } from "./view/address.js";
import { Choices } from "./view/choices.js";
import { InputField } from "./view/input-field.js";
import { CodeTools } from "./view/code-tools.js";
import { byId, timeRunsDown } from "./view/dom.js";
import { MyPrograms } from "./view/my-programs.js";
import { makePrintSheet } from "./view/print-sheet.js";
import { Projector } from "./view/projector.js";
import { SourceTabs } from "./view/source-tabs.js";
import { Tabs } from "./view/tabs.js";
import { Theme } from "./view/theme.js";
import { words } from "./words/words.js";

const saved = new SavedPrograms();
const first = await firstProgram(saved);
const choose = (/** @type {number} */ frame) => stage.choose(frame);
/** @type {CodeTools} */ const codeTools = new CodeTools(() => sourceTabs.shown);
const editor = codeTools.add(
  openEditor(byId("editor"), initial.editor_bundle, {
    text: first.text,
    changed: (text) => programs.edited(text),
    choose,
    pressed: (line) => quiz.answerLine(line),
    stopsChanged: (lines) => stage.setStops(lines),
  }),
);
const inputField = new InputField((text) => programs.inputEdited(text));
inputField.setText(first.input);
const sourceTabs = new SourceTabs(editor, (place) =>
  codeTools.add(openEditor(place, initial.editor_bundle, { text: "", choose, label: words.main.library, readOnly: true })),
);
const stage = new Stage(sourceTabs);
const choices = new Choices({
  lookInside: (wanted) => {
    if (!runner.isBusy) lookInside(parts, wanted);
  },
  byTime: (wanted) => lookByTime(parts, wanted),
  sequence: (on, all) => lookAsSequence(parts, on, all),
});
const runner = new Runner({ editor, inputField, sourceTabs, stage, choices });
const programs = new Programs({ editor, inputField, stage, choices, runner, saved }, first);
const projector = new Projector((on) => {
  codeTools.forceWraps(on);
  stage.repaint();
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      // once the editor knows how high its lines are now
      sourceTabs.clear();
      stage.draw(); // with the running line in sight again
    }),
  );
});
/** @type {Quiz} */ const quiz = new Quiz({ stage, runner }, () => lookInside(parts, false));
const live = new Live({ stage, runner });
const parts = { stage, runner, programs, sharing: new Sharing(programs, stage), choices, projector, quiz, live };

editor.ready.then(() => {
  byId("editor-kind").textContent = editor.kind;
});
new Theme(() => stage.repaint());
new Tabs(() => stage.draw());
giveHands(parts);
followStepLinks(programs);
if (initial.lesson) new LessonPage(initial.lesson, parts);
new MyPrograms(saved, programs, initial.limits.source);
makePrintSheet(() => ({
  run: stage.run,
  step: stage.step,
  text: editor.getText(),
  title: byId("examples").selectedOptions[0]?.textContent ?? "Stillframe",
  notes: programs.notes,
}));
timeRunsDown.addEventListener("change", () => turnTimeline(parts));
turnTimeline(parts);
followAddress({
  program: async (address, moment) => {
    await programs.goTo(address, moment);
    if (moment.ask) quiz.askAt(moment.ask);
  },
  moment: async (moment) => {
    await goToMoment(parts, moment);
    if (moment.ask) quiz.askAt(moment.ask);
  },
});

const arrival = momentOfAddress();
choices.lookInside = arrival.lookInside;
choices.setByTime(arrival.byTime);
if (arrival.sequence) choices.setSequence(true);
await runner.run(arrival.step ?? first.step);
if (arrival.ask) quiz.askAt(arrival.ask);
