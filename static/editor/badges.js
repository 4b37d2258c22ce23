// Badges of the frames that sleep, in a gutter of their own: a button each, at the line where it sleeps.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { GutterMarker, gutter } from "@codemirror/view";

/** @import { Badge } from "../js/editor/editor.js" */

/** @type {import("@codemirror/state").StateEffectType<(Badge & { at: number })[]>} */
export const setBadges = StateEffect.define();

/** What a badge says. @typedef {(frame: string, line: number) => string} SleepsAt */

/** @param {(frame: number) => void} choose @param {SleepsAt} sleepsAt */
export function badgeGutter(choose, sleepsAt) {
  /** @type {StateField<RangeSet<GutterMarker>>} */
  const badges = StateField.define({
    create: () => RangeSet.empty,
    update(set, transaction) {
      let next = set.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (effect.is(setBadges))
          next = RangeSet.of(
            effect.value.map((badge) => new BadgeMarker(badge, choose, sleepsAt).range(badge.at)),
            true,
          );
      }
      return next;
    },
  });
  return [badges, gutter({ class: "cm-badges", markers: (view) => view.state.field(badges) })];
}

/**
 * CodeMirror hides all gutters from screen readers. The badges are for everybody: the others are hidden one by one instead.
 * @param {HTMLElement} editor
 */
export function unhideBadges(editor) {
  editor.querySelector(".cm-gutters")?.removeAttribute("aria-hidden");
  for (const gutter of editor.querySelectorAll(".cm-gutter:not(.cm-badges)")) gutter.setAttribute("aria-hidden", "true");
}

class BadgeMarker extends GutterMarker {
  /** @param {Badge} badge @param {(frame: number) => void} choose @param {SleepsAt} sleepsAt */
  constructor(badge, choose, sleepsAt) {
    super();
    this.badge = badge;
    this.choose = choose;
    this.sleepsAt = sleepsAt;
  }

  /** @param {BadgeMarker} other */
  eq(other) {
    return other.badge.label === this.badge.label && other.badge.frame === this.badge.frame && other.badge.line === this.badge.line;
  }

  toDOM() {
    const { label, frame, line } = this.badge;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "badge";
    button.title = this.sleepsAt(label, line);
    button.setAttribute("aria-label", button.title);
    const pause = document.createElement("span");
    pause.className = "badge-pause";
    const name = document.createElement("span");
    name.className = "badge-name";
    name.textContent = label;
    button.append(pause, name);
    button.addEventListener("click", () => this.choose(frame));
    return button;
  }
}
