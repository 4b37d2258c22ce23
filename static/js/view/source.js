// What a step marks in the text of the program: the line that runs, the expression that the step comes from, the lines where frames sleep, and in the
// lines the expressions at which frames wait or sleep.

import { heldAt, partAt } from "../model/held.js";
import { NOBODY, nameOf } from "../model/trace.js";

/** @import { Editor, Held, Marks, Part } from "../editor/editor.js" */
/** @import { Trace } from "../model/trace.js" */

const LONGEST_NAME = 12;

/** What each editor shows: a mark that is there already is not made again. @type {WeakMap<Editor, { trace: Trace, line: string, badges: string, expression: string, held: string }>} */
const shown = new WeakMap();

/** @param {Editor} editor @param {string} module whose text it holds; the empty name is the program's @param {Trace} trace @param {number} step */
export function showInSource(editor, module, trace, step) {
  if (!trace.length) return;
  const failed = !module && step === trace.last && trace.outcome.outcome === "raised";
  const line = failed && trace.outcome.line ? trace.outcome.line : runningLine(module, trace, step);

  /** @type {Map<number, number[]>} */
  const asleep = new Map();
  for (const frame of trace.sleepingAt(step)) {
    if (frame.library !== module) continue;
    const line = trace.lineAt(frame.id, step);
    const others = asleep.get(line);
    if (others) others.push(frame.id);
    else asleep.set(line, [frame.id]);
  }
  const badges = [...asleep].map(([at, frames]) => ({ line: at, frame: frames[0], label: badgeLabel(trace, frames) }));

  const expression = expressionIn(module, trace, step);
  const held = heldIn(module, trace, step, expression);

  const known = shown.get(editor);
  const before = known?.trace === trace ? known : null; // the text of another run may be another one
  const now = {
    trace,
    line: JSON.stringify([module, line, failed]),
    badges: JSON.stringify([module, badges]),
    expression: JSON.stringify([module, expression]),
    held: JSON.stringify([module, held]),
  };
  shown.set(editor, now);
  /** @type {Marks} */
  const marks = {};
  if (before?.line !== now.line) marks.running = { line, failed };
  if (before?.badges !== now.badges) marks.badges = badges;
  if (before?.expression !== now.expression) marks.expression = expression;
  if (before?.held !== now.held) marks.held = held;
  if (Object.keys(marks).length) editor.showMarks(marks);
}

/** The text is another one now: nothing in it is known. @param {Editor} editor */
export function clearSource(editor) {
  shown.delete(editor);
  editor.showMarks({ running: { line: null, failed: false }, badges: [], expression: null, held: [] });
}

/** @param {string} module @param {Trace} trace @param {number} step */
function runningLine(module, trace, step) {
  const active = trace.active[step];
  return active === NOBODY || trace.frames[active].library !== module ? null : trace.lineAt(active, step);
}

/** @param {string} module @param {Trace} trace @param {number} step */
function expressionIn(module, trace, step) {
  const found = trace.expressionAt(step);
  return found?.frame.library === module ? partAt(trace, step) : null;
}

/**
 * Each place once, under the look of the first that stands there, without the one that the step itself comes from.
 * @param {string} module @param {Trace} trace @param {number} step @param {Part|null} expression @returns {Held[]}
 */
function heldIn(module, trace, step, expression) {
  const seen = new Set([JSON.stringify(expression)]);
  return heldAt(trace, step).flatMap(({ frame, place, look }) => {
    const key = JSON.stringify(place);
    if (trace.frames[frame].library !== module || seen.has(key)) return [];
    seen.add(key);
    return [{ place, look }];
  });
}

/** @param {Trace} trace @param {number[]} frames that sleep at one line */
function badgeLabel(trace, frames) {
  const name = nameOf(trace.frames[frames[0]]).replace("()", "");
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return frames.length > 1 ? `${short} ×${frames.length}` : short;
}
