// What arrows and bars are called, in few words.

import { words } from "../../words/words.js";

/** @import { Trace } from "../../model/trace.js" */
/** @import { Frame } from "../../model/packed.js" */
/** @import { Look } from "../../model/segments.js" */

/**
 * @param {Trace} trace @param {number} s @param {number} room in letters
 */
export function arrowLabel(trace, s, room) {
  const { event, how, value, frame } = trace.step(s);
  const text = value?.text ?? "";
  switch (event) {
    case "call":
      return "call";
    case "suspend":
      return cut(how === "await" ? how : `yield ${text}`, room);
    case "return":
      return cut(room < 12 ? `ret ${text}` : `return ${text}`, room);
    case "raise":
      return cut(text, room);
    case "resume":
      break;
    default:
      return "";
  }
  switch (how) {
    case "send":
    case "asend":
      return cut(`${how}(${text})`, room);
    case "throw":
    case "athrow":
      return cut(`${how} ${text}`, room);
    case "close":
    case "aclose":
      return cut(text || how, room);
    case "await":
    case "yield from":
      return cut(text && text !== "None" ? `send(${text})` : how, room);
    case "loop":
      return cut(frame.task || "loop", room);
    default:
      return how;
  }
}

/** What CPython calls a state. @param {Frame} frame @param {Look} look */
export function officialState(frame, look) {
  const prefix = frame.kind === "generator" ? "GEN" : frame.kind === "async_generator" ? "AGEN" : "CORO";
  const state = look === "waiting" ? "running" : look === "failed" ? "closed" : look;
  return `${prefix}_${state.toUpperCase()}`;
}

/** @param {Look} look */
export function stateName(look) {
  return words.states[look];
}

/** @param {string} text @param {number} room */
function cut(text, room) {
  return text.length > room ? `${text.slice(0, Math.max(1, room - 1))}…` : text;
}
