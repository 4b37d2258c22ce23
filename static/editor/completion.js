// What the editor completes: the program's own names, keywords, and what our interpreter has, from names.json. That file is written by a
// program that our interpreter runs (tests/names.js), and a test holds it to that.

import { completeFromList, ifNotIn } from "@codemirror/autocomplete";
import { localCompletionSource, pythonLanguage } from "@codemirror/lang-python";
import { LanguageSupport, syntaxTree } from "@codemirror/language";
import names from "./names.json";

/** @import { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete" */

/** Where nothing is completed. */
const UNCOMPLETED = ["String", "FormatString", "Comment", "Number"];
/** What a word may be begun with. */
const WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** Words of the grammar that are no keywords of Python 3.11. */
const OTHER_WORDS = ["print", "type"];

const keywords = pythonLanguage.parser.nodeSet.types
  .map(({ name }) => name)
  .filter((name) => /^[a-z]+$/.test(name) && !OTHER_WORDS.includes(name));

const everywhere = [
  ...[...keywords, "None", "True", "False"].map((label) => ({ label, type: "keyword" })),
  ...Object.entries(names.builtins).flatMap(([type, of]) => of.map((label) => ({ label, type, detail: "built-in" }))),
];
const modules = Object.keys(names.modules).map((label) => ({ label, type: "module" }));
const methods = [...new Set(Object.values(names.methods).flat())].map((label) => ({
  label,
  type: "method",
  detail: Object.keys(names.methods)
    .filter((type) => names.methods[type].includes(label))
    .join(", "),
}));

/** Python, with our names in place of those that come with its package. */
export function python() {
  const complete = (source) => pythonLanguage.data.of({ autocomplete: ifNotIn(UNCOMPLETED, source) });
  return new LanguageSupport(pythonLanguage, [
    complete(bare(localCompletionSource)),
    complete(bare(completeFromList(everywhere))),
    complete(ofModule),
    complete(ofObject),
  ]);
}

/** A source for words that stand alone: not after a dot, not in an import. @param {(context: CompletionContext) => any} source */
function bare(source) {
  return (context) => (context.matchBefore(/\.[\w]*$/) || importAt(context) ? null : source(context));
}

/** In an import: the modules, or the names of one. @param {CompletionContext} context @returns {CompletionResult|null} */
function ofModule(context) {
  const at = importAt(context);
  if (!at) return null;
  return { from: at.from, options: at.module === null ? modules : listed(at.module), validFor: at.module === null ? /^[\w.]*$/ : WORD };
}

/** After a dot: the names of a module; else what the program and the built-in types have for attributes. @param {CompletionContext} context @returns {CompletionResult|null} */
function ofObject(context) {
  const before = context.matchBefore(/[\p{L}_][\p{L}\p{N}_.]*\.[\p{L}\p{N}_]*$|[\])"']\.[\p{L}\p{N}_]*$/u);
  if (!before || importAt(context)) return null;
  const object = before.text.slice(0, before.text.lastIndexOf("."));
  const module = moduleCalled(context, object);
  return {
    from: before.from + object.length + 1,
    options: module ? listed(module) : [...attributesIn(context), ...methods],
    validFor: /^[\p{L}\p{N}_]*$/u,
  };
}

/**
 * What an import is at the cursor: a module to be named (null), or a name of one.
 * @param {CompletionContext} context @returns {{ from: number, module: string|null }|null}
 */
function importAt(context) {
  const line = context.state.doc.lineAt(context.pos);
  const text = line.text.slice(0, context.pos - line.from);
  const names = /^\s*from\s+([\w.]+)\s+import\s+(?:.*,\s*|\(\s*)?(\w*)$/.exec(text);
  if (names) return { from: context.pos - names[2].length, module: names[1] };
  const modules = /^\s*(?:from|import)\s+(?:.*,\s*)?([\w.]*)$/.exec(text);
  return modules ? { from: context.pos - modules[1].length, module: null } : null;
}

/** The module that goes by a name in the program; empty where none does. @param {CompletionContext} context @param {string} name */
function moduleCalled({ state }, name) {
  for (const [, from, what] of state.doc.toString().matchAll(/^\s*(?:from\s+([\w.]+)\s+)?import\s+\(?([\w., ]+)/gm)) {
    for (const part of what.split(",")) {
      const [module, as = module] = part.trim().split(/\s+as\s+/);
      const full = from ? `${from}.${module}` : module;
      if (as === name && full in names.modules) return full;
    }
  }
  return "";
}

/** The attributes that the program names, but for the one that is being typed. @param {CompletionContext} context @returns {Completion[]} */
function attributesIn({ state, pos }) {
  /** @type {Set<string>} */
  const found = new Set();
  syntaxTree(state).iterate({
    enter({ name, from, to }) {
      if (name === "PropertyName" && to !== pos) found.add(state.sliceDoc(from, to));
    },
  });
  return [...found]
    .filter((label) => WORD.test(label) && !methods.some((method) => method.label === label))
    .map((label) => ({ label, type: "property", boost: 1 }));
}

/** @param {string} module @returns {Completion[]} */
function listed(module) {
  return (names.modules[module] ?? []).map((label) => ({ label, detail: module }));
}
