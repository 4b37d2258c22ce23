// The buttons that stay with the chosen frame, beside its name, and the one beside each of its variables.

import { byId, h, icon } from "./dom.js";
import { words } from "../words/words.js";

/** @typedef {{ id: string, icon: string, does: string, shown: string }} Tool  shown: its key */

export class FrameTools {
  /** @param {Tool[]} tools @param {(id: string) => void} press */
  constructor(tools, press) {
    this.buttons = new Map(
      tools.map(({ id, icon: name, does, shown }) => {
        const label = does[0].toUpperCase() + does.slice(1);
        const title = `${label} (${shown})`;
        const button = h(
          "button",
          { type: "button", class: "square small", "aria-label": label, title, onclick: () => press(id) },
          icon(name),
        );
        return [id, button];
      }),
    );
    byId("frame-tools").append(...this.buttons.values());
  }

  /** @param {(id: string) => boolean} isUsable @param {string} name of the frame */
  show(isUsable, name) {
    byId("frame-tools").setAttribute("aria-label", words.frameTools.stepsOf(name));
    for (const [id, button] of this.buttons) {
      const disabled = String(!isUsable(id));
      if (button.getAttribute("aria-disabled") !== disabled) button.setAttribute("aria-disabled", disabled);
    }
  }
}

/** The buttons in a variable's row: where its value came from, and the step at which it changes next. @param {string} name */
export function variableButtons(name) {
  return h(
    "span",
    { class: "variable-buttons" },
    variableButton(name, "origin", words.frameTools.cameFrom(name), "origin"),
    variableButton(name, "next-change", words.frameTools.nextChange(name), "next-event"),
  );
}

/** @param {string} name @param {string} does @param {string} label @param {string} picture */
function variableButton(name, does, label, picture) {
  return h(
    "button",
    { type: "button", class: "of-variable", "data-variable": name, "data-does": does, "aria-label": label, title: label },
    icon(picture),
  );
}

/** @param {string} does @param {(name: string) => void} press */
export function onVariableButtons(does, press) {
  byId("locals").addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const button = /** @type {HTMLElement} */ (event.target).closest(`[data-does="${does}"]`);
    if (button) press(button.getAttribute("data-variable") ?? "");
  });
}
