// The player inside of other people's pages. `docs/embedding.md` says what its address may ask for, and what it tells the page around it.

import { unpack } from "./model/long-link.js";
import { Runs } from "./net/runs.js";
import { hrefOf } from "./net/site.js";
import { Embedded } from "./page/embedded.js";
import { initial } from "./page/initial.js";
import { byId } from "./view/dom.js";
import { words } from "./words/words.js";

/** @import { Carried } from "./model/long-link.js" */

/** What is before the `#`, and after it: what follows a long link can't stand before. */
const asked = new URLSearchParams([...new URLSearchParams(location.search), ...new URLSearchParams(location.hash.slice(1))]);
const theme = asked.get("theme");
const step = asked.get("step");

if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
tellHeight();
const carried = await carriedProgram();
if (carried) begin(carried);

/** @param {Carried & { step?: number|null }} program */
function begin(program) {
  const isEditable = asked.get("edit") === "1";
  // Who only reads needs no interpreter beside the server's.
  const runs = new Runs(isEditable ? initial : (initial.files ?? null));
  const hasCode = asked.get("code") !== "off";
  const embedded = new Embedded(program, { step: step ?? program.step?.toString() ?? null, hasCode, isEditable, runs });
  if (asked.get("load") !== "click") {
    embedded.open();
    return;
  }
  const start = byId("embed-start");
  start.hidden = false;
  start.addEventListener("click", () => {
    start.hidden = true;
    embedded.open(true);
  });
}

/** @returns {Promise<Carried & { step?: number|null }|null>} null where it is said that there is none */
async function carriedProgram() {
  const packed = asked.get("packed");
  if (!packed) return exampleOfAddress() ?? (initial.program.missing ? null : /** @type {Carried} */ (initial.program));
  const program = await unpack(packed);
  const said = byId("embed-said");
  said.hidden = program !== null;
  if (!program) {
    said.textContent = words.embed.broken;
    return null;
  }
  show(program.title ?? words.embed.aProgram, `/#${new URLSearchParams({ packed, ...(step ? { step } : {}) })}`);
  return program;
}

/** Where no server puts it into the page. */
function exampleOfAddress() {
  const example = initial.files?.examples.find(({ slug }) => slug === asked.get("example"));
  if (!example) return null;
  const { slug, title } = example;
  byId("embed-said").hidden = true;
  show(title, `/?${new URLSearchParams({ example: slug, ...(step ? { step } : {}) })}`);
  return example;
}

/** @param {string} title @param {string} address of the program in the playground */
function show(title, address) {
  byId("embed-title").textContent = title;
  byId("embed-open").href = hrefOf(address);
}

/** The page around may make the frame as high as its content is. */
function tellHeight() {
  if (parent === window) return;
  const tell = () =>
    parent.postMessage({ type: "stillframe:height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
}
