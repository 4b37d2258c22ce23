// CodeMirror behind the page's small interface (js/editor/editor.js). It lives in a shadow root: under `style-src 'self'` its
// style sheets are taken there, as constructed ones, and not in the document.

import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  HighlightStyle, bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting,
} from "@codemirror/language";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration, EditorView, GutterMarker, drawSelection, gutter, highlightActiveLineGutter, keymap, lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** @import { Badge, Editor, Options, Trouble } from "../js/editor/editor.js" */

/** @param {HTMLElement} parent @param {Options} options @returns {Editor} */
export function createEditor(parent, { text, changed, choose, label = "Program", readOnly = false }) {
  const host = document.createElement("div");
  host.className = "codemirror-host";
  parent.append(host);
  const root = host.attachShadow({ mode: "open" });
  let silent = false;

  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        badgeGutter(choose),
        foldGutter(),
        runningLine,
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        python(),
        syntaxHighlighting(highlighting),
        look,
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({
          "aria-label": label, ...(readOnly ? { "aria-readonly": "true" } : {}), tabindex: "0", spellcheck: "false", autocapitalize: "off",
        }),
        // Ctrl+Enter is the page's, which runs the program.
        keymap.of([{ key: "Mod-Enter", run: () => true }, ...defaultKeymap, ...historyKeymap, ...foldKeymap, ...(readOnly ? [] : [indentWithTab])]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !silent) changed?.(update.state.doc.toString());
        }),
      ],
    }),
  });

  /** Marks that are asked for in one step are made at once: each change of the view costs. @type {StateEffect<any>[]} */
  let marks = [];
  const mark = (/** @type {StateEffect<any>[]} */ ...effects) => {
    if (!marks.length) queueMicrotask(flush);
    marks.push(...effects);
  };
  const flush = () => {
    if (marks.length) view.dispatch({ effects: marks });
    marks = [];
  };

  const lineAt = (/** @type {number} */ number) => view.state.doc.line(Math.min(Math.max(1, number), view.state.doc.lines));

  // Whoever comes in to read comes to the line that is shown; the cursor of one who writes is left alone.
  const cursorAt = (/** @type {number|null} */ at) => (readOnly && at !== null ? { selection: { anchor: at } } : {});

  return {
    kind: "codemirror",
    ready: Promise.resolve(),
    getText: () => view.state.doc.toString(),
    setText(next) {
      flush(); // their places are in the text that goes
      silent = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, scrollIntoView: true, selection: { anchor: 0 } });
      silent = false;
    },
    focus: () => view.focus(),
    showLine(line, failed) {
      const at = line === null ? null : lineAt(line).from;
      /** @type {StateEffect<any>[]} */
      const effects = [setLine.of(at === null ? null : { at, failed })];
      const outside = at !== null && !seen(view, at);
      if (outside) effects.push(EditorView.scrollIntoView(at, { y: "center" }));
      if (readOnly) view.dispatch({ ...cursorAt(at), effects });
      else mark(...effects);
    },
    reveal(line) {
      const at = lineAt(line).from;
      const inSight = seen(view, at);
      if (inSight && !readOnly) return;
      view.dispatch({ ...cursorAt(at), effects: inSight ? [] : EditorView.scrollIntoView(at, { y: "center" }) });
    },
    showBadges(badges) {
      mark(setBadges.of(badges.filter((badge) => badge.line <= view.state.doc.lines).map((badge) => ({ ...badge, at: lineAt(badge.line).from }))));
    },
    showTrouble(trouble) {
      view.dispatch(setDiagnostics(view.state, trouble ? [diagnostic(lineAt, trouble)] : []));
    },
  };
}

/** Whether a place is in sight. @param {EditorView} view @param {number} at */
function seen(view, at) {
  const block = view.lineBlockAt(at);
  const { scrollTop, clientHeight } = view.scrollDOM;
  return block.top >= scrollTop && block.bottom <= scrollTop + clientHeight - 24;
}

/** @param {(line: number) => { from: number, to: number }} lineAt @param {Trouble} trouble */
function diagnostic(lineAt, { line, column, endLine, endColumn, message }) {
  const start = lineAt(line);
  const end = lineAt(endLine);
  const from = Math.min(start.to, start.from + column - 1);
  const to = Math.max(from, Math.min(end.to, end.from + endColumn - 1));
  return { from: from === to ? Math.max(start.from, from - 1) : from, to: from === to ? Math.min(start.to, to + 1) : to, severity: /** @type {"error"} */ ("error"), message };
}

// The line that runs.

/** @type {import("@codemirror/state").StateEffectType<{ at: number, failed: boolean }|null>} */
const setLine = StateEffect.define();

const runningLine = StateField.define({
  create: () => Decoration.none,
  update(lines, transaction) {
    let next = lines.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLine)) continue;
      next = effect.value === null
        ? Decoration.none
        : Decoration.set([Decoration.line({ class: effect.value.failed ? "cm-failed-line" : "cm-running-line" }).range(effect.value.at)]);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

// Badges of the frames that sleep.

/** @type {import("@codemirror/state").StateEffectType<(Badge & { at: number })[]>} */
const setBadges = StateEffect.define();

class BadgeMarker extends GutterMarker {
  /** @param {Badge} badge @param {(frame: number) => void} choose */
  constructor(badge, choose) {
    super();
    this.badge = badge;
    this.choose = choose;
  }

  /** @param {BadgeMarker} other */
  eq(other) {
    return other.badge.label === this.badge.label && other.badge.frame === this.badge.frame && other.badge.line === this.badge.line;
  }

  toDOM() {
    const { label, frame, line } = this.badge;
    // For the mouse only: CodeMirror's gutters are hidden from screen readers, and the cards say the same.
    const element = document.createElement("span");
    element.className = "badge";
    element.title = `${label} sleeps at line ${line}`;
    const pause = document.createElement("span");
    pause.className = "badge-pause";
    element.append(pause, label);
    element.addEventListener("click", () => this.choose(frame));
    return element;
  }
}

/** @param {(frame: number) => void} choose */
function badgeGutter(choose) {
  /** @type {StateField<RangeSet<GutterMarker>>} */
  const badges = StateField.define({
    create: () => RangeSet.empty,
    update(set, transaction) {
      let next = set.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (effect.is(setBadges)) next = RangeSet.of(effect.value.map((badge) => new BadgeMarker(badge, choose).range(badge.at)), true);
      }
      return next;
    },
  });
  return [badges, gutter({ class: "cm-badges", markers: (view) => view.state.field(badges) })];
}

// Its look, in the colours of the page: custom properties reach into the shadow root.

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: "var(--keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--comment)", fontStyle: "italic" },
  { tag: [tags.definition(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: "var(--definition)" },
  { tag: [tags.meta], color: "var(--keyword)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "14px" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "20px" },
  ".cm-content": { padding: "6px 0 24px", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 8px" },
  ".cm-cursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 26%, transparent)" },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--faint)", borderRight: "1px solid var(--edge)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "30px", padding: "0 4px 0 6px", fontSize: "13px" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--text)" },
  ".cm-foldGutter .cm-gutterElement": { width: "14px", cursor: "pointer" },
  ".cm-badges": { minWidth: "68px" },
  ".cm-badges .cm-gutterElement": { display: "flex", alignItems: "center", justifyContent: "flex-end", padding: "0 2px" },
  ".cm-running-line": { backgroundColor: "var(--column)", boxShadow: "inset 3px 0 var(--running-edge)" },
  ".cm-failed-line": { backgroundColor: "var(--error-ground)", boxShadow: "inset 3px 0 var(--failed-edge)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--column)", outline: "1px solid var(--control-edge)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--failed-edge)", textUnderlineOffset: "3px", textDecorationSkipInk: "none" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--text)", border: "1px solid var(--edge)" },
  ".badge": {
    display: "inline-flex", alignItems: "center", gap: "4px", maxWidth: "140px", height: "17px", padding: "0 6px", overflow: "hidden",
    border: "1px solid var(--suspended-edge)", borderRadius: "9px", background: "var(--suspended-fill)", color: "var(--suspended-text)",
    font: "600 11px/15px var(--sans)", whiteSpace: "nowrap", cursor: "pointer",
  },
  ".badge-pause": { flex: "none", width: "6px", height: "9px", boxSizing: "border-box", border: "solid currentColor", borderWidth: "0 2px" },
});
