// What stays with the chosen frame, by button and by key: its lines and events, the frames next to it, the next time that its line runs.

import { awaitedBy, callerOf, changeOf, eventOf, lineOf, outOf, runOfLine } from "../model/frame-steps.js";
import { NOBODY } from "../model/trace.js";
import { FrameTools, onVariableButtons } from "../view/frame-tools.js";
import { toast } from "../view/toast.js";
import { words } from "../words/words.js";

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
    does: words.frameHands.eventBefore,
    find: (trace, frame, step) => own(frame, eventOf(trace, frame, step, -1)),
    none: words.frameHands.noEventBefore,
  },
  {
    id: "next-event",
    icon: "next-event",
    keys: ["Shift+ArrowRight"],
    shown: "Shift →",
    does: words.frameHands.nextEvent,
    find: (trace, frame, step) => own(frame, eventOf(trace, frame, step, 1)),
    none: words.frameHands.noNextEvent,
  },
  {
    id: "line-before",
    icon: "",
    keys: ["Shift+n"],
    shown: "Shift N",
    does: words.frameHands.lineBefore,
    find: (trace, frame, step) => own(frame, lineOf(trace, frame, step, -1)),
    none: words.frameHands.noLineBefore,
  },
  {
    id: "next-line",
    icon: "next-line",
    keys: ["n"],
    shown: "N",
    does: words.frameHands.nextLine,
    find: (trace, frame, step) => own(frame, lineOf(trace, frame, step, 1)),
    none: words.frameHands.noNextLine,
  },
  {
    id: "out",
    icon: "out",
    keys: ["o"],
    shown: "O",
    does: words.frameHands.out,
    find: (trace, frame, step) => outOf(trace, frame, step),
    none: words.frameHands.noOut,
  },
  {
    id: "caller",
    icon: "caller",
    keys: ["c"],
    shown: "C",
    does: words.frameHands.caller,
    find: (trace, frame, step) => now(step, callerOf(trace, frame, step)),
    none: words.frameHands.noCaller,
  },
  {
    id: "awaited",
    icon: "awaited",
    keys: ["a"],
    shown: "A",
    does: words.frameHands.awaited,
    find: (trace, frame, step) => now(step, awaitedBy(trace, frame, step)),
    none: words.frameHands.noAwaited,
  },
  {
    id: "line-again",
    icon: "line-again",
    keys: ["r"],
    shown: "R",
    does: words.frameHands.lineAgain,
    find: (trace, frame, step) => lineAgain(trace, frame, step, 1),
    none: words.frameHands.noLineAgain,
  },
  {
    id: "line-ran",
    icon: "",
    keys: ["Shift+r"],
    shown: "Shift R",
    does: words.frameHands.lineRan,
    find: (trace, frame, step) => lineAgain(trace, frame, step, -1),
    none: words.frameHands.noLineRan,
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
    tools.show(usable, frame === NOBODY ? words.frameHands.theFrame : trace.label(frame));
  });
  onVariableButtons("next-change", (name) =>
    visit(stage, (trace) => own(stage.frame, changeOf(trace, stage.frame, name, stage.step, 1)), words.frameHands.noChange(name)),
  );
  return [
    ...ACTS.map((act) => ({ keys: act.keys, shown: act.shown, does: act.does, run: () => press(act) })),
    { keys: ["b"], shown: "B", does: words.frameHands.stop, run: () => toggleStop(stage) },
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
  if (run.trace.frames[frame].library) return toast(words.frameHands.stopOfProgram);
  sourceTabs.program.toggleStop(run.trace.lineAt(frame, step));
}
