// Which two programs stand side by side: the lists to choose from, and the addresses that name them.

import { pack } from "../model/long-link.js";
import { addressOfOwn, addressOfPacked } from "../view/address.js";
import { byId, h } from "../view/dom.js";

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
    ...(pair ? [] : [h("option", { value: "", selected: true }, "Two programs of your choice")]),
    ...pairs.map((one) => option(one, pair)),
  );
  list.addEventListener("change", () => location.assign(`/compare?${new URLSearchParams({ pair: list.value })}`));
  const sides = { left, right };
  for (const [side, { value, name }] of Object.entries(sides)) {
    const known = [...programs, ...examples, ...own].some((one) => one.value === value);
    const choice = byId(`${side}-choice`);
    choice.append(
      ...(known ? [] : [option({ value, name }, value)]),
      group("Pairs", programs, value),
      group("Examples", examples, value),
      ...(own.length ? [group("My programs", own, value)] : []),
    );
    choice.addEventListener("change", () =>
      location.assign(addressOf(side === "left" ? choice.value : left.value, side === "right" ? choice.value : right.value)),
    );
    openedAt(sides[/** @type {"left"|"right"} */ (side)], examples).then((address) => {
      byId(`${side}-open`).href = address;
    });
  }
}

/** @param {string} left @param {string} right */
function addressOf(left, right) {
  return `/compare?${new URLSearchParams({ left, right })}`;
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
