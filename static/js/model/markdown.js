// A program as Markdown, for an answer or an issue: its text, what it writes, and the link. `stillframe check` knows the marks of its blocks. Pure.

import { words } from "../words/words.js";

/** @import { Note } from "./notes.js" */
/** @import { Run } from "./run.js" */

/** @param {{ source: string, input: string, title: string, link: string, notes: Note[], run: Run|null }} of @returns {string} */
export function markdownOf({ source, input, title, link, notes, run }) {
  const output = run?.trace.raw.output.of.map(({ text }) => text).join("") ?? "";
  const parts = [`**[${escaped(title)}](${link})**`, block("python stillframe", source)];
  if (input) parts.push(words.markdown.input, block("text input", input));
  if (output) parts.push(words.markdown.output, block("text output", output));
  if (notes.length) parts.push(notes.map(({ step, text }) => words.markdown.note(step, escaped(text.replace(/\s+/g, " ")))).join("\n"));
  return `${parts.join("\n\n")}\n`;
}

/** @param {string} text that has no meaning in Markdown then */
function escaped(text) {
  return text.replace(/[[\]\\*_`<]/g, "\\$&");
}

/** A fence is longer than any in the text. @param {string} language @param {string} text */
function block(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n?$/, "\n")}${fence}`;
}
