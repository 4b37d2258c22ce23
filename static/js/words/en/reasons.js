// Findings, and why: why a frame runs (model/causes.js), where a value came from (model/origins.js), what is worth a look (model/findings/).

import { code, listed, said, seconds } from "../parts.js";

/** @import { Part } from "../parts.js" */

/** `wakes`: something makes a task ready; `cancels`: it has it cancelled. @typedef {"wakes"|"cancels"} Does */

export const causes = {
  /** @param {Part} frame @param {number} line @param {string} task */
  makes: (frame, line, task) => said`${frame}, line ${line}, makes ${task}, which is ready at once.`,
  /** @param {Part} frame @param {number} line @param {string} task */
  wakes: (frame, line, task) => said`${frame}, line ${line}, wakes ${task}.`,
  /** @param {Part} frame @param {number} line @param {string} task */
  cancels: (frame, line, task) => said`${frame}, line ${line}, has ${task} cancelled.`,
  /** @param {string} task */
  loopStops: (task) => said`The event loop stops, so ${task} is cancelled.`,
  /** @param {string} other @param {Does} does @param {string} task */
  goesOn: (other, does, task) => said`${other} goes on, ${so(does, task)}.`,
  /** @param {{ owner: string|null, when: number, does: Does, task: string, isOwn: boolean }} of owner: the task that set the timer, where one did */
  timerDue: ({ owner, when, does, task, isOwn }) =>
    said`${owner ? `The timer of ${owner}` : "A timer"} is due at ${seconds(when)}, ${isOwn && does === "wakes" ? "which wakes it" : so(does, task)}.`,
  /** @param {{ other: string, end: string, value: string, does: Does, task: string }} of end: `returned`, `raised`, `cancelled` */
  ended: ({ other, end, value, does, task }) =>
    said`${other} ${end === "returned" ? "returns" : end === "raised" ? `ends with ${value}` : "ends cancelled"}, ${so(does, task)}.`,
};

export const origins = {
  /** @param {{ line: number, frame: Part, name: string, value: Part, source: string }} of */
  sets: ({ line, frame, name, value, source }) =>
    said`Line ${line} of ${frame} sets ${code(name)} to ${value}${source ? said`: ${code(source)}` : []}.`,
  /** @param {{ name: string, frame: Part, by: Part|null, line: number|null, value: Part }} of by: who calls it, where that is known */
  argument: ({ name, frame, by, line, value }) =>
    said`${code(name)} is an argument of ${frame}: ${by ? said`${by}${atLine(line)} calls it with ` : "it was called with "}${value}.`,
  /** @param {Part} frame */
  byLoop: (frame) => said`The event loop resumes ${frame} with it.`,
  /** @param {{ by: Part, line: number|null, isPassed: boolean, frame: Part }} of isPassed: by a frame that delegates */
  sends: ({ by, line, isPassed, frame }) => said`${by}${atLine(line)} ${isPassed ? "passes" : "sends"} it to ${frame}.`,
  /** @param {{ frame: Part, line: number, does: "returns"|"yields"|"passes" }} of */
  gives: ({ frame, line, does }) => said`${frame}, line ${line}, ${does} it${does === "passes" ? " on" : ""}.`,
};

export const findings = {
  /** @param {Part} frame @param {{ frame: Part, slept: number }[]} awaited @param {number} saved */
  awaitsInTurn: (frame, awaited, saved) =>
    said`${frame} awaits one after the other: ${listed(
      awaited.map((one) => said`${one.frame} for ${seconds(one.slept)}`),
      "and",
    )}. If none needs what another does, asyncio.gather would save ${seconds(saved)}.`,
  /** @param {{ line: number, frame: Part, slept: number, times: number }} of */
  blockedLoop: ({ line, frame, slept, times }) =>
    said`Line ${line} of ${frame} sleeps for ${seconds(slept)}${times > 1 ? ` in ${times} times` : ""} without an await: the event loop stands still meanwhile.`,
  /** @param {Part} frame @param {number} line @param {boolean} isOften */
  clock: (frame, line, isOften) =>
    said`${frame} reads a clock, in line ${line}. Time is virtual here: it stands still while code runs, and only sleeping moves it.${isOften ? " It is read so often at one instant that each further reading moves it by a millisecond." : ""}`,
  /** @param {Part} frame @param {number} line @param {number} others of its kind */
  leftSuspended: (frame, line, others) =>
    said`${frame} still sleeps in line ${line} as the program ends.${others > 0 ? ` So do ${others} more of its kind.` : ""}`,
  /** @param {{ frame: Part, dropped: number|null, line: number, others: number }} of dropped: the line where its last reference goes */
  closedByDrop: ({ frame, dropped, line, others }) =>
    said`The last reference to ${frame} goes${dropped ? ` in line ${dropped}` : ""}, so Python closes it where it sleeps, in line ${line}.${others > 0 ? ` ${others} more of its kind go like that.` : ""}`,
  anException: "An exception",
  /** @param {{ error: string, task: string, line: number, frame: Part }} of */
  lostException: ({ error, task, line, frame }) =>
    said`${code(error)} ends ${task} in line ${line} of ${frame}. It is raised in no other frame.`,
  /** @param {Part} frame @param {number|null} line @param {number} others */
  neverAwaited: (frame, line, others) =>
    said`${frame}${line ? `, made in line ${line},` : ""} is never awaited: none of its body runs.${others > 0 ? ` So are ${others} more that are made there.` : ""}`,
  /** @param {string} task @param {Part} frame */
  cancelledAtStop: (task, frame) => said`${task}, which runs ${frame}, was not done as the event loop stopped, so it was asked to cancel.`,
  /** @param {string} task @param {Part} frame */
  neverDone: (task, frame) => said`${task}, which runs ${frame}, is never done: the program ends before it.`,
};

/** @param {Does} does @param {string} task */
function so(does, task) {
  return does === "wakes" ? `which wakes ${task}` : `so ${task} is cancelled`;
}

/** @param {number|null} line */
function atLine(line) {
  return line ? `, line ${line},` : "";
}
