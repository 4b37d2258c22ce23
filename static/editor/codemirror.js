// CodeMirror behind the page's small interface (js/editor/editor.js). It lives in a shadow root: under `style-src 'self'` its
// style sheets are taken there, as constructed ones, and not in the document.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  EditorView,
  crosshairCursor,
  drawSelection,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { badgeGutter, setBadges, unhideBadges } from "./badges.js";
import { python } from "./completion.js";
import { look } from "./look.js";
import { clearStops, stopGutter, stopsIn, stopsMoved, toggleStop } from "./stops.js";

/** @import { Text } from "@codemirror/state" */
/** @import { Editor, Options, Part, Trouble } from "../js/editor/editor.js" */

/** @param {HTMLElement} parent @param {Options & Required<Pick<Options, "label"|"phrases"|"sleepsAt">>} options @returns {Editor} */
export function createEditor(parent, { text, changed, choose, pressed, stopsChanged, label, phrases, sleepsAt, readOnly = false }) {
  const host = document.createElement("div");
  host.className = "codemirror-host";
  parent.append(host);
  const root = host.attachShadow({ mode: "open" });
  const undo = new Compartment();
  const wrapping = new Compartment();
  let silent = false;

  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        stopsChanged ? stopGutter : lineNumbers(),
        badgeGutter(choose, sleepsAt),
        foldGutter(),
        runningLine,
        differingLines,
        notedLines,
        heldMarks,
        expressionMark,
        highlightActiveLineGutter(),
        undo.of(history()),
        drawSelection(),
        EditorState.allowMultipleSelections.of(true),
        rectangularSelection(),
        crosshairCursor(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        python(),
        search({ top: true }),
        EditorState.phrases.of(phrases),
        highlightSelectionMatches(),
        wrapping.of([]),
        ...(readOnly ? [] : [closeBrackets(), autocompletion({ icons: false })]),
        look,
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({
          "aria-label": label,
          ...(readOnly ? { "aria-readonly": "true" } : {}),
          tabindex: "0",
          spellcheck: "false",
          autocapitalize: "off",
        }),
        // Ctrl+Enter is the page's, which runs the program.
        keymap.of([
          { key: "Mod-Enter", run: () => true },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...(readOnly ? [] : [indentWithTab]),
        ]),
        EditorView.domEventHandlers({
          click: (event, view) => {
            const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
            if (at !== null && view.state.selection.main.empty) pressed?.(view.state.doc.lineAt(at).number);
          },
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !silent) changed?.(update.state.doc.toString());
          if (stopsChanged && stopsMoved(update)) stopsChanged(stopsIn(update.state));
        }),
      ],
    }),
  });

  unhideBadges(view.dom);
  let height = 0;
  new ResizeObserver(() => {
    host.style.setProperty("--badge-room", `${Math.floor(host.clientWidth / 5)}px`);
    const at = runningAt(view.state);
    if (at !== null && seen(view, at, height) && !seen(view, at))
      view.dispatch({ effects: EditorView.scrollIntoView(at, { y: "nearest", yMargin: 24 }) });
    height = view.scrollDOM.clientHeight;
  }).observe(host);
  const lineAt = (/** @type {number} */ number) => lineOf(view.state.doc, number);

  // Whoever comes in to read comes to the line that is shown; the cursor of one who writes is left alone.
  const cursorAt = (/** @type {number|null} */ at) => (readOnly && at !== null ? { selection: { anchor: at } } : {});

  return {
    kind: "codemirror",
    ready: Promise.resolve(),
    getText: () => view.state.doc.toString(),
    setText(next) {
      silent = true;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        effects: clearStops.of(null),
        scrollIntoView: true,
        selection: { anchor: 0 },
      });
      // Another program: what was done to the one before can't be undone in it.
      view.dispatch({ effects: undo.reconfigure([]) });
      view.dispatch({ effects: undo.reconfigure(history()) });
      silent = false;
    },
    focus: () => view.focus(),
    find: () => openSearchPanel(view),
    setWraps: (wraps) => view.dispatch({ effects: wrapping.reconfigure(wraps ? EditorView.lineWrapping : []) }),
    // All that changed in one transaction: each of them costs.
    showMarks({ running, badges, expression, held, differing, noted }) {
      /** @type {StateEffect<any>[]} */
      const effects = [];
      const at = running && running.line !== null ? lineAt(running.line).from : null;
      if (running) effects.push(setLine.of(at === null ? null : { at, failed: running.failed }));
      if (at !== null && !seen(view, at)) effects.push(EditorView.scrollIntoView(at, { y: "center" }));
      if (expression !== undefined) effects.push(setExpression.of(expression && stretches(view.state.doc, expression)));
      if (held)
        effects.push(
          setHeld.of(held.flatMap(({ place, look }) => stretches(view.state.doc, place).map((stretch) => ({ ...stretch, look })))),
        );
      if (differing) effects.push(setDiffering.of(differing.map((line) => lineAt(line).from)));
      if (noted) effects.push(setNoted.of(noted.map((line) => lineAt(line).from)));
      if (badges)
        effects.push(
          setBadges.of(
            badges.filter(({ line }) => line <= view.state.doc.lines).map((badge) => ({ ...badge, at: lineAt(badge.line).from })),
          ),
        );
      view.dispatch({ ...cursorAt(at), effects });
    },
    reveal(line) {
      const at = lineAt(line).from;
      const inSight = seen(view, at);
      if (inSight && !readOnly) return;
      view.dispatch({ ...cursorAt(at), effects: inSight ? [] : EditorView.scrollIntoView(at, { y: "center" }) });
    },
    toggleStop: (line) => stopsChanged && toggleStop(view, line),
    showTrouble(trouble) {
      view.dispatch(setDiagnostics(view.state, trouble ? [diagnostic(view.state.doc, trouble)] : []));
    },
  };
}

/** Whether a place is in sight, or was at another height. @param {EditorView} view @param {number} at @param {number} [height] */
function seen(view, at, height = view.scrollDOM.clientHeight) {
  const block = view.lineBlockAt(at);
  const { scrollTop } = view.scrollDOM;
  return block.top >= scrollTop && block.bottom <= scrollTop + height - 24;
}

/** Where the line that runs begins; null where none does. @param {EditorState} state */
function runningAt(state) {
  const { value, from } = state.field(runningLine).iter();
  return value ? from : null;
}

/** @param {Text} doc @param {Trouble} trouble */
function diagnostic(doc, { line, column, endLine, endColumn, message }) {
  const start = lineOf(doc, line);
  const from = placeIn(start, column);
  const to = Math.max(from, placeIn(lineOf(doc, endLine), endColumn));
  return {
    from: from === to ? Math.max(start.from, from - 1) : from,
    to: from === to ? Math.min(start.to, to + 1) : to,
    severity: /** @type {"error"} */ ("error"),
    message,
  };
}

/** A line of the text, or the nearest there is. @param {Text} doc @param {number} number */
function lineOf(doc, number) {
  return doc.line(Math.min(Math.max(1, number), doc.lines));
}

/** Where a column is: it counts characters, CodeMirror what they take in UTF-16. @param {{ from: number, text: string }} line @param {number} column */
function placeIn({ from, text }, column) {
  return from + [...text].slice(0, column - 1).join("").length;
}

/** What of a place stands in each of its lines, without their indentation. @param {Text} doc @param {Part} place */
function stretches(doc, { line, column, endLine, endColumn, isHead }) {
  const found = [];
  for (let number = line; number <= Math.min(isHead ? line : endLine, doc.lines); number++) {
    const at = doc.line(number);
    const from = number === line ? placeIn(at, column) : at.from + at.text.search(/\S|$/);
    const to = number === endLine ? placeIn(at, endColumn) : at.to;
    if (from < to) found.push({ from, to });
  }
  return found;
}

// The line that runs, the expression that the step comes from, and those at which frames wait or sleep.

/** @type {import("@codemirror/state").StateEffectType<{ at: number, failed: boolean }|null>} */
const setLine = StateEffect.define();

/** @type {import("@codemirror/state").StateEffectType<{ from: number, to: number }[]|null>} */
const setExpression = StateEffect.define();

/** @type {import("@codemirror/state").StateEffectType<{ from: number, to: number, look: string }[]>} */
const setHeld = StateEffect.define();

/** @type {import("@codemirror/state").StateEffectType<number[]>} */
const setDiffering = StateEffect.define();

const differingLines = markedLines(setDiffering, "cm-differing-line");

/** @type {import("@codemirror/state").StateEffectType<number[]>} */
const setNoted = StateEffect.define();

const notedLines = markedLines(setNoted, "cm-noted-line");

const runningLine = StateField.define({
  create: () => Decoration.none,
  update(lines, transaction) {
    let next = lines.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLine)) continue;
      next =
        effect.value === null
          ? Decoration.none
          : Decoration.set([Decoration.line({ class: effect.value.failed ? "cm-failed-line" : "cm-running-line" }).range(effect.value.at)]);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const expressionMark = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setExpression))
        next = Decoration.set((effect.value ?? []).map(({ from, to }) => Decoration.mark({ class: "cm-expression" }).range(from, to)));
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const heldMarks = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setHeld))
        next = Decoration.set(
          effect.value.map(({ from, to, look }) => Decoration.mark({ class: `cm-held ${look}` }).range(from, to)),
          true,
        );
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * Lines that have a class, those that an effect names.
 * @param {import("@codemirror/state").StateEffectType<number[]>} effect where the lines begin @param {string} name
 */
function markedLines(effect, name) {
  return StateField.define({
    create: () => Decoration.none,
    update(lines, transaction) {
      let next = lines.map(transaction.changes);
      for (const one of transaction.effects) {
        if (one.is(effect)) next = Decoration.set(one.value.map((at) => Decoration.line({ class: name }).range(at)));
      }
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
