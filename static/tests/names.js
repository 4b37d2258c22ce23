// What the editor completes beside the program's own names: built-ins, modules and methods, as our own interpreter has them. They are kept
// in editor/names.json. `npm run names` asks the server at STILLFRAME_URL and writes the file; a test of the page holds the file to the answer.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Trace } from "../js/model/trace.js";

export const FILE = new URL("../editor/names.json", import.meta.url);
const SOURCES = new URL("../../interpreter/src/library/sources.rs", import.meta.url);
/** Built in, and without a source of its own. */
const WITHOUT_SOURCE = ["builtins"];
/** What a name of unknown type may be: its methods are offered after the dot. */
const TYPES = ["generator", "coroutine", "async_generator", "list", "dict", "set", "str"];

/** @param {string} server its address @returns {Promise<string>} the text of names.json */
export async function namesOf(server) {
  const response = await fetch(new URL("/api/trace", server), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ source: programFor(modules()) }),
  });
  const { raw, outcome } = new Trace(await response.json());
  const written = raw.output.of.map(({ text }) => text).join("");
  if (outcome.outcome !== "finished") throw new Error(`The program that lists the names ended with ${outcome.outcome}: ${written}`);
  return `${JSON.stringify(JSON.parse(written), null, 1)
    .replace(/\n {3,}/g, " ")
    .replace(/\n {2}([\]}])/g, " $1")}\n`;
}

/** The library's modules that a program imports by name. The parts of asyncio are not among them: they are cut otherwise than CPython's. */
function modules() {
  const names = Array.from(readFileSync(SOURCES, "utf8").matchAll(/^ +"([\w.]+)":/gm), ([, name]) => name);
  const isPublic = (/** @type {string} */ name) =>
    name !== "prelude" && !name.startsWith("asyncio.") && !name.split(".").some((part) => part.startsWith("_"));
  return [...names.filter(isPublic), ...WITHOUT_SOURCE].sort();
}

/** @param {string[]} names of modules */
function programFor(names) {
  return `import json, ${names.join(", ")}

def public(names):
    return sorted(name for name in names if not name.startswith("_"))

def kind(value):
    return "class" if isinstance(value, type) else "function" if callable(value) else "constant"

def a_generator():
    yield

async def a_coroutine():
    pass

async def an_async_generator():
    yield

a_coroutine = a_coroutine()
values = {"generator": a_generator(), "coroutine": a_coroutine, "async_generator": an_async_generator(), "list": [], "dict": {}, "set": set(), "str": ""}
builtin = {"class": [], "function": [], "constant": []}
for name in public(dir(builtins)):
    builtin[kind(getattr(builtins, name))].append(name)
modules = {${names.map((name) => `"${name}": ${name}`).join(", ")}}
print(json.dumps({
    "builtins": builtin,
    "modules": {name: public(getattr(module, "__all__", None) or dir(module)) for name, module in modules.items()},
    "methods": {name: public(dir(values[name])) for name in ${JSON.stringify(TYPES)}},
}))
a_coroutine.close()
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(FILE, await namesOf(process.env.STILLFRAME_URL ?? "http://127.0.0.1:3000"));
}
