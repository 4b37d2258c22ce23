// Whether a changed program does what a lesson asks for: conditions on its trace, as lesson.json has them. docs/lessons.md says how they are written.

import { nameOf } from "./trace.js";
import { words } from "../words/words.js";

/** @import { EventName } from "./packed.js" */
/** @import { Trace } from "./trace.js" */

/**
 * Something that happens in a run, as far as it is named: an event of the trace, or a line of output.
 * @typedef {{ event: EventName, frame?: string, how?: string, value?: string }} Event  frame: the function's name
 * @typedef {{ prints: string }} Printed
 * @typedef {Event|Printed} Happening
 *
 * @typedef {{ count: Happening, is?: number, at_least?: number }} Count  how often it happens
 * @typedef {{ order: [Happening, Happening] }} Order  the first time of one comes before the first time of the other
 * @typedef {{ state: string, of: string }} LastState  of the last frame of a name, when the program has ended
 * @typedef {{ clock: number }} Clock  what the loop's clock shows at the end
 * @typedef {{ outcome: string }} Ended  how the program ends
 * @typedef {Count|Order|LastState|Clock|Ended} Condition
 */

/** What does not hold of a run, each in a sentence; none where all holds. @param {Trace} trace @param {Condition[]} conditions */
export function unmet(trace, conditions) {
  return conditions.flatMap((condition) => fault(trace, condition) ?? []);
}

/** @param {Trace} trace @param {Condition} condition @returns {string|null} */
function fault(trace, condition) {
  if ("count" in condition) return countFault(stepsOf(trace, condition.count).length, condition);
  if ("order" in condition) return orderFault(trace, condition.order);
  if ("state" in condition) return stateFault(trace, condition);
  if ("clock" in condition) return clockFault(trace, condition.clock);
  if ("outcome" in condition) return outcomeFault(trace.outcome.outcome, condition.outcome);
  throw new Error(`Not a condition: ${JSON.stringify(condition)}`);
}

/** @param {number} found @param {Count} count */
function countFault(found, { count, is, at_least: least = 1 }) {
  const holds = is === undefined ? found >= least : found === is;
  return holds ? null : words.conditions.count(count, found, { is, least });
}

/** @param {Trace} trace @param {[Happening, Happening]} order */
function orderFault(trace, [first, then]) {
  const [a, b] = [stepsOf(trace, first)[0], stepsOf(trace, then)[0]];
  if (a === undefined) return words.conditions.notYet(first);
  if (b === undefined) return words.conditions.notYet(then);
  return a < b ? null : words.conditions.wrongOrder(first, then);
}

/** @param {Trace} trace @param {LastState} wanted */
function stateFault(trace, { state, of }) {
  const frame = trace.frames.findLast((frame) => isNamed(nameOf(frame), of));
  if (!frame) return words.conditions.noFrame(of);
  const found = trace.stateAt(frame.id, trace.last);
  return found === state ? null : words.conditions.state(of, found, state);
}

/** @param {Trace} trace @param {number} wanted */
function clockFault(trace, wanted) {
  const found = trace.timeAt(trace.last);
  return Math.abs(found - wanted) < 1e-6 ? null : words.conditions.clock(found, wanted);
}

/** @param {string} found @param {string} wanted */
function outcomeFault(found, wanted) {
  return found === wanted ? null : words.conditions.outcome(found, wanted);
}

/** The steps at which something happens. @param {Trace} trace @param {Happening} happening @returns {number[]} */
function stepsOf(trace, happening) {
  return "prints" in happening ? printedAt(trace, happening.prints) : eventsAt(trace, happening);
}

/** @param {Trace} trace @param {Event} wanted */
function eventsAt(trace, { event, frame, how, value }) {
  const found = [];
  for (let s = 0; s < trace.length; s++) {
    if (trace.raw.events[s] !== event) continue;
    const step = trace.step(s);
    if (frame !== undefined && !isNamed(nameOf(step.frame), frame)) continue;
    if (how !== undefined && step.how !== how) continue;
    if (value !== undefined && step.value?.text !== value) continue;
    found.push(s);
  }
  return found;
}

/** Where a line of the output ends that reads so. @param {Trace} trace @param {string} line */
function printedAt({ output }, line) {
  const found = [];
  let text = "";
  for (let i = 0; i < output.of.length; i++) {
    const lines = (text + output.of[i].text).split("\n");
    text = lines.pop() ?? "";
    for (const one of lines) if (one === line) found.push(output.at[i]);
  }
  if (text !== "" && text === line) found.push(output.at[output.at.length - 1]);
  return found;
}

/** @param {string} name as the page says it @param {string} wanted */
function isNamed(name, wanted) {
  return name === wanted || name === `${wanted}()`;
}
