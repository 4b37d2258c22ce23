// Stops for Play: a line number is pressed, and the line is marked. A mark goes with its line as the text is edited.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { GutterMarker, gutterLineClass, lineNumbers } from "@codemirror/view";

/** @import { EditorState } from "@codemirror/state" */
/** @import { EditorView } from "@codemirror/view" */

/** @type {import("@codemirror/state").StateEffectType<{ from: number, on: boolean }>} */
const setStop = StateEffect.define({ map: ({ from, on }, changes) => ({ from: changes.mapPos(from), on }) });

/** For another text. @type {import("@codemirror/state").StateEffectType<null>} */
export const clearStops = StateEffect.define();

class StopMarker extends GutterMarker {
  elementClass = "cm-stop";
}
const MARKER = new StopMarker();

/** @type {StateField<RangeSet<GutterMarker>>} */
const field = StateField.define({
  create: () => RangeSet.empty,
  update(set, { changes, effects, newDoc }) {
    let next = set.map(changes);
    // A line that was joined to another has one mark, at its beginning.
    if (!changes.empty) next = RangeSet.of([...new Set(startsOf(next, newDoc))].map((from) => MARKER.range(from)));
    for (const effect of effects) {
      if (effect.is(clearStops)) next = RangeSet.empty;
      if (!effect.is(setStop)) continue;
      const { from, on } = effect.value;
      next = next.update({ filter: (at) => at !== from, add: on ? [MARKER.range(from)] : [] });
    }
    return next;
  },
  provide: (stops) => gutterLineClass.from(stops),
});

/** The numbers of the lines, which can be pressed. */
export const stopGutter = [
  field,
  lineNumbers({
    domEventHandlers: {
      mousedown(view, { from }) {
        toggle(view, from);
        return true;
      },
    },
  }),
];

/** The lines that have one, in order. @param {EditorState} state @returns {number[]} */
export function stopsIn(state) {
  return startsOf(state.field(field), state.doc).map((from) => state.doc.lineAt(from).number);
}

/** Whether an update made them others. @param {import("@codemirror/view").ViewUpdate} update */
export function stopsMoved({ state, startState }) {
  return state.field(field) !== startState.field(field) && String(stopsIn(state)) !== String(stopsIn(startState));
}

/** @param {EditorView} view @param {number} line */
export function toggleStop(view, line) {
  if (line <= view.state.doc.lines) toggle(view, view.state.doc.line(line).from);
}

/** @param {EditorView} view @param {number} from where the line begins */
function toggle(view, from) {
  const on = !startsOf(view.state.field(field), view.state.doc).includes(from);
  view.dispatch({ effects: setStop.of({ from, on }) });
}

/** Where the lines with a mark begin. @param {RangeSet<GutterMarker>} set @param {import("@codemirror/state").Text} doc */
function startsOf(set, doc) {
  /** @type {number[]} */
  const starts = [];
  for (const cursor = set.iter(); cursor.value; cursor.next()) starts.push(doc.lineAt(cursor.from).from);
  return starts;
}
