// The editor's look, in the colours of the page: custom properties reach into the shadow root.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: "var(--keyword)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--comment)", fontStyle: "italic" },
  {
    tag: [tags.definition(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)],
    color: "var(--definition)",
  },
  { tag: [tags.meta], color: "var(--keyword)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "14px" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "24px" },
  ".cm-content": { padding: "4px 0 24px", caretColor: "var(--text)" },
  ".cm-line": { padding: "0 8px" },
  ".cm-cursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 26%, transparent)",
  },
  ".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--faint)", borderRight: "1px solid var(--edge)" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "30px", padding: "0 4px 0 6px", fontSize: "13px", cursor: "pointer" },
  ".cm-lineNumbers .cm-stop": { color: "var(--accent-text)", background: "var(--accent)", borderRadius: "0 4px 4px 0", fontWeight: "650" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: "var(--text)" },
  ".cm-foldGutter .cm-gutterElement": { width: "14px", cursor: "pointer" },
  ".cm-differing-line": { borderRight: "4px double var(--suspended-edge)" },
  ".cm-noted-line": {
    backgroundImage: "linear-gradient(to right, var(--accent) 0 6px, color-mix(in srgb, var(--accent) 13%, transparent) 6px)",
  },
  ".cm-running-line": { backgroundColor: "var(--column)", boxShadow: "inset 3px 0 var(--running-edge)" },
  ".cm-expression": { textDecoration: "underline 2px var(--running-edge)", textUnderlineOffset: "4px", textDecorationSkipInk: "none" },
  ".cm-held": { borderBottom: "2px dotted var(--waiting-edge)" },
  ".cm-held.running": { borderBottomStyle: "solid", borderBottomColor: "var(--running-edge)" },
  ".cm-held.suspended": { borderBottomStyle: "dashed", borderBottomColor: "var(--suspended-edge)" },
  ".cm-failed-line": { backgroundColor: "var(--error-ground)", boxShadow: "inset 3px 0 var(--failed-edge)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--column)", outline: "1px solid var(--control-edge)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--failed-edge)",
    textUnderlineOffset: "3px",
    textDecorationSkipInk: "none",
  },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--text)", border: "1px solid var(--edge)" },
});

/** The badges take a fifth of the column at most: --badge-room. They have their room whether there are any or not, so that stepping moves no code. */
const badges = EditorView.theme({
  ".cm-badges": { boxSizing: "border-box", width: "min(var(--badge-most, 84px), var(--badge-room))" },
  ".cm-badges .cm-gutterElement": { display: "flex", justifyContent: "flex-end", padding: "0 2px" },
  ".badge": {
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minWidth: "24px",
    maxWidth: "100%",
    height: "24px",
    padding: "0 6px",
    border: "0",
    borderRadius: "12px",
    background: "none",
    position: "relative",
    isolation: "isolate",
    color: "var(--suspended-text)",
    font: "600 11px/16px var(--sans)",
    whiteSpace: "nowrap",
    cursor: "pointer",
  },
  // The pill is lower than the button, which is as high as a finger needs.
  ".badge::before": {
    content: "''",
    position: "absolute",
    inset: "3px 0",
    zIndex: "-1",
    border: "1px solid var(--suspended-edge)",
    borderRadius: "9px",
    backgroundColor: "var(--suspended-fill)",
  },
  ".badge:focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".badge-pause": {
    flex: "none",
    width: "6px",
    height: "9px",
    boxSizing: "border-box",
    border: "solid currentColor",
    borderWidth: "0 2px",
  },
  ".badge-name": { display: "var(--badge-name, block)", minWidth: "0", overflow: "hidden", textOverflow: "ellipsis" },
});

const panels = EditorView.theme({
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--edge)" },
  ".cm-panel.cm-search": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "4px 6px",
    padding: "6px 34px 6px 8px",
    font: "13px var(--sans)",
  },
  ".cm-panel.cm-search br": { flexBasis: "100%", content: "''" },
  ".cm-panel.cm-search :is(input, button, label)": { margin: "0", fontSize: "13px" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", minHeight: "26px" },
  ".cm-panel.cm-search input[type=checkbox]": { width: "24px", height: "24px", accentColor: "var(--accent)" },
  ".cm-textfield": {
    flex: "1 1 130px",
    minWidth: "0",
    height: "28px",
    border: "1px solid var(--control-edge)",
    borderRadius: "4px",
    backgroundColor: "var(--surface)",
    color: "var(--text)",
  },
  ".cm-button": {
    height: "28px",
    padding: "0 8px",
    border: "1px solid var(--control-edge)",
    borderRadius: "4px",
    background: "var(--surface)",
    color: "var(--text)",
    cursor: "pointer",
  },
  ".cm-panel.cm-search [name=close]": {
    top: "4px",
    right: "4px",
    width: "28px",
    height: "28px",
    color: "inherit",
    fontSize: "18px",
    cursor: "pointer",
  },
  ".cm-panel :focus-visible": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-searchMatch": { backgroundColor: "var(--warning-ground)", outline: "1px solid var(--suspended-edge)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--suspended-fill)", color: "var(--suspended-text)" },
  ".cm-selectionMatch": { backgroundColor: "var(--column)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    justifyContent: "space-between",
    gap: "14px",
    minHeight: "24px",
    padding: "2px 8px",
    lineHeight: "20px",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent)", color: "var(--accent-text)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": {
    marginLeft: "0",
    overflow: "hidden",
    maxWidth: "16em",
    fontStyle: "normal",
    fontSize: "12px",
    textOverflow: "ellipsis",
  },
});

export const look = [syntaxHighlighting(highlighting), theme, badges, panels];
