// Whether a changed program does what a lesson asks for: conditions on its trace, as lesson.json has them. docs/lessons.md says how they are written.

import { nameOf } from "./trace.js";

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

/** What each outcome is called. @type {Record<string, string>} */
const OUTCOMES = { finished: "normally", raised: "with an exception", deadlock: "in a deadlock", limit: "at a limit", exit: "by exit" };
/** The events in words. @type {Record<string, string>} */
const EVENTS = {
  call: "is called",
  create: "is made",
  resume: "wakes",
  suspend: "falls asleep",
  return: "returns",
  raise: "ends with an exception",
  drop: "is dropped",
};

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
  if (holds) return null;
  const wanted = is === undefined ? `at least ${times(least)}` : is === 0 ? "never" : times(is);
  return found === 0 ? `${inWords(count)}: not yet. It should be ${wanted}.` : `${inWords(count)} ${times(found)}. It should be ${wanted}.`;
}

/** @param {Trace} trace @param {[Happening, Happening]} order */
function orderFault(trace, [first, then]) {
  const [a, b] = [stepsOf(trace, first)[0], stepsOf(trace, then)[0]];
  if (a === undefined) return `${inWords(first)}: not yet.`;
  if (b === undefined) return `${inWords(then)}: not yet.`;
  return a < b ? null : `${inWords(then)} before ${inWords(first)}. It should be the other way round.`;
}

/** @param {Trace} trace @param {LastState} wanted */
function stateFault(trace, { state, of }) {
  const frame = trace.frames.findLast((frame) => isNamed(nameOf(frame), of));
  if (!frame) return `There is no frame of ${of}().`;
  const found = trace.stateAt(frame.id, trace.last);
  return found === state ? null : `At the end ${of}() is ${found}. It should be ${state}.`;
}

/** @param {Trace} trace @param {number} wanted */
function clockFault(trace, wanted) {
  const found = trace.timeAt(trace.last);
  return Math.abs(found - wanted) < 1e-6 ? null : `It takes ${seconds(found)}. It should take ${seconds(wanted)}.`;
}

/** @param {string} found @param {string} wanted */
function outcomeFault(found, wanted) {
  return found === wanted ? null : `The program ends ${OUTCOMES[found] ?? found}. It should end ${OUTCOMES[wanted] ?? wanted}.`;
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

/** @param {Happening} happening */
function inWords(happening) {
  if ("prints" in happening) return `“${happening.prints}” is printed`;
  const { event, frame, how, value } = happening;
  const who = frame === undefined ? "A frame" : `${frame}()`;
  return `${who} ${EVENTS[event] ?? event}${how ? ` by ${how}` : ""}${value === undefined ? "" : ` with ${value}`}`;
}

/** @param {number} count */
function times(count) {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** @param {number} count */
function seconds(count) {
  return count === 1 ? "1 second" : `${count} seconds`;
}
