// The page with two programs side by side: makes its parts, and has both programs run.

import { Run } from "./model/run.js";
import { Refused, Unreachable } from "./net/api.js";
import { Missing } from "./net/interpreter.js";
import { Runs } from "./net/runs.js";
import { SavedPrograms } from "./net/saved-programs.js";
import { pathOfPage } from "./net/site.js";
import { OWN, chosenByAddress, showChoices } from "./page/compare-choices.js";
import { Pane } from "./page/compare-pane.js";
import { Comparison, showNumbers } from "./page/comparison.js";
import { wireAbout } from "./view/about.js";
import { momentOfAddress, showStep } from "./view/address.js";
import { missingBanner, refusalBanner, showBanners, syntaxBanner } from "./view/banners.js";
import { byId } from "./view/dom.js";
import { Keys } from "./view/keys.js";
import { marked } from "./view/marked.js";
import { Theme } from "./view/theme.js";
import { words } from "./words/words.js";

/** @import { Link } from "./model/together.js" */
/** @import { Chosen, Program } from "./page/compare-choices.js" */
/** @import { Files } from "./page/initial.js" */
/** @import { Banner } from "./view/banners.js" */

/** @typedef {Chosen & { title: string, about: string, link: Link, editor_bundle: string|null }} Initial */

/** @type {Initial & { files: Files|null }} */
const given = JSON.parse(byId("initial").textContent);
/** @type {Initial} */
const initial = chosenByAddress(given);
const runs = new Runs(given.files);
const SIDES = /** @type {const} */ (["left", "right"]);
const LINKS = /** @type {const} */ (["steps", "time", "lines"]);

const saved = new SavedPrograms();
const own = await saved.all();
const sides = { left: await textOf(initial.left), right: await textOf(initial.right) };
showChoices(
  { ...initial, ...sides },
  own.map(({ id, name }) => ({ value: OWN + id, name })),
);
document.title = `${initial.title} – Stillframe`;
byId("compare-about").hidden = !initial.about;
byId("compare-about").replaceChildren(...marked(initial.about));

const pane = (/** @type {"left"|"right"} */ side) =>
  new Pane(byId(side), { text: sides[side].source, label: sides[side].name, bundle: initial.editor_bundle }, (step) =>
    comparison.goToStepOf(side, step),
  );
/** @type {Comparison} */ const comparison = new Comparison({ left: pane("left"), right: pane("right") }, linkOfAddress());
comparison.moved = nameStep;

new Theme(() => comparison.repaint());
byId("help-open").addEventListener("click", () => byId("help").showModal());
wireAbout();
new Keys(
  [
    {
      heading: words.compare.steps,
      keys: [
        { keys: ["ArrowLeft"], shown: "←", does: words.compare.back, run: () => comparison.moveBy(-1) },
        { keys: ["ArrowRight"], shown: "→", does: words.compare.forward, run: () => comparison.moveBy(1) },
        { keys: ["Home"], shown: "Home", does: words.compare.first, run: () => comparison.goTo(0) },
        { keys: ["End"], shown: "End", does: words.compare.last, run: () => comparison.goTo(Infinity) },
        { keys: [" "], shown: "Space", does: words.compare.play, run: () => comparison.togglePlay() },
        {
          keys: ["t"],
          shown: "T",
          does: words.compare.link,
          run: () => setLink(LINKS[(LINKS.indexOf(comparison.link) + 1) % LINKS.length]),
        },
        { keys: ["?"], shown: "?", does: words.compare.thisList, run: () => byId("help").showModal() },
      ],
    },
  ],
  () => {},
);
for (const button of document.querySelectorAll("[data-link]")) {
  button.addEventListener("click", () => setLink(/** @type {Link} */ (button.getAttribute("data-link"))));
}
for (const button of document.querySelectorAll(".compare-sides [data-side]")) {
  button.addEventListener("click", () => showSide(button.getAttribute("data-side") ?? "both"));
}
byId("count").inert = true; // here nobody asks for a step by its number
showLink();
await run();

async function run() {
  const found = await Promise.all(SIDES.map((side) => runOf(sides[side]))).catch((error) => error);
  if (!Array.isArray(found)) return showBanners([troubleOf(found)]);
  const troubles = found.flatMap(({ trace }, i) =>
    trace.outcome.outcome === "syntax_error"
      ? [{ ...syntaxBanner(trace.outcome, false), title: `${sides[SIDES[i]].name}: SyntaxError:` }]
      : [],
  );
  showBanners(troubles);
  const [left, right] = found;
  showNumbers({ left: { name: sides.left.name, run: left }, right: { name: sides.right.name, run: right } });
  comparison.show({ left, right }, Number(momentOfAddress().step ?? 0));
}

/** @param {{ source: string, input: string|null }} of */
async function runOf({ source, input }) {
  const asked = { source, input: input ?? undefined, library: false, top_level_await: true };
  return new Run(await runs.trace(asked, new AbortController().signal, () => {}), source, input ?? "");
}

/** With the text, of a program that only the browser has, too. @param {Program} program @returns {Promise<Program & { source: string }>} */
async function textOf(program) {
  if (program.source !== null) return { ...program, source: program.source };
  const found = await saved.find(program.value.slice(OWN.length));
  return { ...program, name: found?.name ?? words.compare.notHere, source: found?.text ?? "", input: found?.input ?? null };
}

/** @param {unknown} error @returns {Banner} */
function troubleOf(error) {
  if (error instanceof Refused) return refusalBanner(error);
  if (error instanceof Missing) return missingBanner(error);
  const text = error instanceof Unreachable ? words.compare.loadAgain : String(error);
  return { tone: "error", title: error instanceof Unreachable ? words.compare.noAnswer : words.compare.failed, text };
}

/** @returns {Link} */
function linkOfAddress() {
  const named = new URLSearchParams(location.search).get("link");
  return LINKS.find((link) => link === named) ?? initial.link;
}

/** @param {Link} link */
function setLink(link) {
  const named = new URLSearchParams(location.search);
  named.set("link", link);
  history.replaceState(null, "", `?${named}${location.hash}`);
  comparison.setLink(link);
  nameStep(comparison.place); // a step that is written in a moment would bring the address before back
  showLink();
}

/** @param {number} place that the address names from now on */
function nameStep(place) {
  showStep(pathOfPage() + location.search, String(place));
}

function showLink() {
  for (const button of document.querySelectorAll("[data-link]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-link") === comparison.link));
  }
}

/** On a narrow screen: one program, or both, one above the other. @param {string} side */
function showSide(side) {
  byId("panes").dataset.side = side;
  for (const button of document.querySelectorAll(".compare-sides [data-side]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-side") === side));
  }
}
