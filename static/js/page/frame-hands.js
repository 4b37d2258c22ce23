// What stays with the chosen frame, by button and by key: its lines and events, the frames next to it, the next time that its line runs.

import { awaitedBy, callerOf, changeOf, eventOf, lineOf, outOf, runOfLine } from "../model/frame-steps.js";
import { NOBODY } from "../model/trace.js";
import { FrameTools, onVariableButtons } from "../view/frame-tools.js";
import { toast } from "../view/toast.js";

/** @import { Moment } from "../model/frame-steps.js" */
/** @import { Trace } from "../model/trace.js" */
/** @import { Key } from "../view/keys.js" */
/** @import { Stage } from "./stage.js" */

/**
 * @typedef {object} Act
 * @property {string} id
 * @property {string} icon  empty where it has no button
 * @property {string[]} keys
 * @property {string} shown  the keys
 * @property {string} does
 * @property {(trace: Trace, frame: number, step: number) => Moment|null} find
 * @property {string} none  what is said where there is none
 */

/** @param {number} frame @param {number|null} step @returns {Moment|null} */
const own = (frame, step) => (step === null ? null : { step, frame });
/** @param {number} step @param {number|null} frame @returns {Moment|null} */
const now = (step, frame) => (frame === null ? null : { step, frame });

/** @type {Act[]} */
const ACTS = [
  {
    id: "event-before",
    icon: "event-before",
    keys: ["Shift+ArrowLeft"],
    shown: "Shift ←",
    does: "this frame’s event before",
    find: (trace, frame, step) => own(frame, eventOf(trace, frame, step, -1)),
    none: "Nothing has happened to this frame before.",
  },
  {
    id: "next-event",
    icon: "next-event",
    keys: ["Shift+ArrowRight"],
    shown: "Shift →",
    does: "this frame’s next event",
    find: (trace, frame, step) => own(frame, eventOf(trace, frame, step, 1)),
    none: "Nothing more happens to this frame.",
  },
  {
    id: "line-before",
    icon: "",
    keys: ["Shift+n"],
    shown: "Shift N",
    does: "this frame’s line before",
    find: (trace, frame, step) => own(frame, lineOf(trace, frame, step, -1)),
    none: "This frame has run no line before.",
  },
  {
    id: "next-line",
    icon: "next-line",
    keys: ["n"],
    shown: "N",
    does: "this frame’s next line, whoever runs in between",
    find: (trace, frame, step) => own(frame, lineOf(trace, frame, step, 1)),
    none: "This frame runs no further line.",
  },
  {
    id: "out",
    icon: "out",
    keys: ["o"],
    shown: "O",
    does: "out: to whoever called or resumed this frame",
    find: (trace, frame, step) => outOf(trace, frame, step),
    none: "Nobody waits for this frame to give control back.",
  },
  {
    id: "caller",
    icon: "caller",
    keys: ["c"],
    shown: "C",
    does: "the frame that awaits this one, delegates to it, or called it",
    find: (trace, frame, step) => now(step, callerOf(trace, frame, step)),
    none: "No frame awaits this one here.",
  },
  {
    id: "awaited",
    icon: "awaited",
    keys: ["a"],
    shown: "A",
    does: "the frame that this one awaits, delegates to, or called",
    find: (trace, frame, step) => now(step, awaitedBy(trace, frame, step)),
    none: "This frame awaits no other frame here.",
  },
  {
    id: "line-again",
    icon: "line-again",
    keys: ["r"],
    shown: "R",
    does: "the next time that this line runs, in any frame",
    find: (trace, frame, step) => lineAgain(trace, frame, step, 1),
    none: "This line does not run again.",
  },
  {
    id: "line-ran",
    icon: "",
    keys: ["Shift+r"],
    shown: "Shift R",
    does: "the time before that this line ran",
    find: (trace, frame, step) => lineAgain(trace, frame, step, -1),
    none: "This line has not run before.",
  },
];

/** Makes the buttons. @param {Stage} stage @returns {Key[]} the keys */
export function frameHands(stage) {
  const press = (/** @type {Act} */ act) => visit(stage, (trace) => act.find(trace, stage.frame, stage.step), act.none);
  const tools = new FrameTools(
    ACTS.filter((act) => act.icon),
    (id) => press(ACTS.find((act) => act.id === id) ?? ACTS[0]),
  );
  stage.drawers.push(({ run: { trace }, step, frame }) => {
    const usable = (/** @type {string} */ id) =>
      frame !== NOBODY && trace.length > 0 && (ACTS.find((act) => act.id === id)?.find(trace, frame, step) ?? null) !== null;
    tools.show(usable, frame === NOBODY ? "the frame" : trace.label(frame));
  });
  onVariableButtons("next-change", (name) =>
    visit(stage, (trace) => own(stage.frame, changeOf(trace, stage.frame, name, stage.step, 1)), `${name} does not change again.`),
  );
  return [
    ...ACTS.map((act) => ({ keys: act.keys, shown: act.shown, does: act.does, run: () => press(act) })),
    { keys: ["b"], shown: "B", does: "Play stops at this line, or no more", run: () => toggleStop(stage) },
  ];
}

/** @param {Stage} stage @param {(trace: Trace) => Moment|null} find @param {string} none */
function visit(stage, find, none) {
  const trace = stage.run?.trace;
  if (!trace?.length || stage.frame === NOBODY) return;
  const moment = find(trace);
  if (moment) stage.visit(moment);
  else toast(none);
}

/** @param {Trace} trace @param {number} frame @param {number} step @param {1|-1} direction */
function lineAgain(trace, frame, step, direction) {
  const found = runOfLine(trace, trace.frames[frame].library, trace.lineAt(frame, step), step, direction);
  return found === null ? null : own(trace.raw.stepFrame[found], found);
}

/** @param {Stage} stage */
function toggleStop({ run, frame, step, sourceTabs }) {
  if (!run?.trace.length || frame === NOBODY) return;
  if (run.trace.frames[frame].library) return toast("Play stops at lines of the program alone.");
  sourceTabs.program.toggleStop(run.trace.lineAt(frame, step));
}
