// Which two programs stand side by side: the lists to choose from, and the addresses that name them.

import { pack } from "../model/long-link.js";
import { hrefOf } from "../net/site.js";
import { addressOfOwn, addressOfPacked } from "../view/address.js";
import { byId, h } from "../view/dom.js";
import { words } from "../words/words.js";

/** @import { Files } from "./initial.js" */

/**
 * @typedef {{ value: string, name: string }} Entry
 * @typedef {Entry & { source: string|null, input: string|null }} Program  source is null where only the browser has it
 * @typedef {{ pair: string|null, left: Program, right: Program, pairs: Entry[], programs: Entry[], examples: Entry[] }} Chosen
 */

/** Before the id of a program that the browser keeps. */
export const OWN = "own/";

/** @param {Chosen} chosen @param {Entry[]} own the browser's own programs */
export function showChoices({ pair, left, right, pairs, programs, examples }, own) {
  const list = byId("pair");
  list.append(
    ...(pair ? [] : [h("option", { value: "", selected: true }, words.compareChoices.ofYourChoice)]),
    ...pairs.map((one) => option(one, pair)),
  );
  list.addEventListener("change", () => location.assign(hrefOf(`/compare?${new URLSearchParams({ pair: list.value })}`)));
  const sides = { left, right };
  for (const [side, { value, name }] of Object.entries(sides)) {
    const known = [...programs, ...examples, ...own].some((one) => one.value === value);
    const choice = byId(`${side}-choice`);
    choice.append(
      ...(known ? [] : [option({ value, name }, value)]),
      group(words.compareChoices.pairs, programs, value),
      group(words.compareChoices.examples, examples, value),
      ...(own.length ? [group(words.compareChoices.mine, own, value)] : []),
    );
    choice.addEventListener("change", () =>
      location.assign(addressOf(side === "left" ? choice.value : left.value, side === "right" ? choice.value : right.value)),
    );
    openedAt(sides[/** @type {"left"|"right"} */ (side)], examples).then((address) => {
      byId(`${side}-open`).href = hrefOf(address);
    });
  }
}

/**
 * What the address names, where no server has looked.
 * @template {Chosen} T @param {T & { files: Files|null }} initial @returns {T}
 */
export function chosenByAddress(initial) {
  const { files } = initial;
  const asked = new URLSearchParams(location.search);
  const left = asked.get("left") ?? asked.get("right");
  if (!files) return initial;
  const pair = files.pairs.find(({ named }) => named.slug === asked.get("pair"));
  if (pair) {
    const { slug: name, ...named } = pair.named;
    return { ...initial, ...named, pair: name, left: programOf(named.left.program, files), right: programOf(named.right.program, files) };
  }
  if (left === null) return initial;
  const both = { left: programOf(left, files), right: programOf(asked.get("right") ?? left, files) };
  return { ...initial, ...both, pair: null, title: words.compareChoices.two, about: "", link: "steps" };
}

/** @param {string} value @param {Files} files @returns {Program} */
function programOf(value, { pairs, examples }) {
  const program = (/** @type {string} */ name, /** @type {string|null} */ source) => ({ value, name, source, input: null });
  if (value.startsWith(OWN)) return program(words.compareChoices.myProgram, null);
  for (const { named, left, right } of pairs) {
    if (named.left.program === value) return program(named.left.name, left);
    if (named.right.program === value) return program(named.right.name, right);
  }
  const example = examples.find(({ slug }) => slug === value);
  return example ? program(example.title, example.source) : program(words.compareChoices.notHere, "");
}

/** @param {string} left @param {string} right */
function addressOf(left, right) {
  return hrefOf(`/compare?${new URLSearchParams({ left, right })}`);
}

/** Where the playground shows a program alone. That of a pair has no address of its own, so the link holds it. @param {Program} program @param {Entry[]} examples */
async function openedAt({ value, name, source, input }, examples) {
  if (value.startsWith(OWN)) return addressOfOwn(value.slice(OWN.length));
  if (value.startsWith("p/")) return `/${value}`;
  if (examples.some((example) => example.value === value)) return `/?${new URLSearchParams({ example: value })}`;
  return addressOfPacked(await pack({ source: source ?? "", title: name, ...(input ? { input } : {}) }));
}

/** @param {string} label @param {Entry[]} entries @param {string} chosen */
function group(label, entries, chosen) {
  return h("optgroup", { label }, ...entries.map((one) => option(one, chosen)));
}

/** @param {Entry} entry @param {string|null} chosen */
function option({ value, name }, chosen) {
  return h("option", { value, selected: value === chosen }, name);
}
