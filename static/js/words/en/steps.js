// What a step did: who did what, in which line, and why (model/sentence.js, model/acts.js).

import { code, listed, said, seconds, strong } from "../parts.js";

/** @import { Part } from "../parts.js" */

/** Who acts: a frame, or something of Python's own. @typedef {Part|Part[]} Actor */

export const steps = {
  nothingRan: () => said`Nothing ran.`,

  // Who acts.
  eventLoop: "the event loop",
  theEventLoop: () => said`The event loop`,
  python: () => said`Python`,
  /** @param {number} line @param {boolean} begins whether the sentence begins with it */
  assignment: (line, begins) => said`${begins ? "The" : "the"} assignment in line ${line}`,
  /** @param {string} construct as `for` @param {number} line @param {boolean} begins whether the sentence begins with it */
  construct: (construct, line, begins) => said`${begins ? "The" : "the"} ${code(construct)} in line ${line}`,
  /** @param {string} expression @param {number} line @param {Part|null} frame whose line it is, where that has to be said */
  expression: (expression, line, frame) => said`${code(expression)} in line ${line}${frame ? said` of ${frame}` : []}`,
  /** @param {Part} frame @param {number} line */
  frameInLine: (frame, line) => said`${frame} in line ${line}`,
  /** The actor as the subject of a sentence of its own. @param {Part[]} actor */
  beginning: ([first, ...rest]) => [
    first.kind === "text" ? { ...first, text: first.text[0].toUpperCase() + first.text.slice(1) } : first,
    ...rest,
  ],

  // Lines, calls and frames that are made.
  /** @param {{ me: Part, name: string, line: number }} of */
  defines: ({ me, name, line }) => said`${me} defines ${code(name)} in line ${line}; none of its body runs.`,
  /** @param {{ me: Part, line: number, source: string, given: Part[] }} of */
  begins: ({ me, line, source, given }) => said`${me} begins at line ${line}${after(source)}${given}.`,
  /** @param {{ me: Part|null, line: number, source: string, given: Part[] }} of me: null where the sentence has named it */
  next: ({ me, line, source, given }) => said`Next${me ? said` in ${me}` : []}: line ${line}${after(source)}${given}.`,
  /** @param {Part[][]} named each as `name = value` @param {number} more */
  given: (named, more) => said`, with ${listed(named, "and")}${more > 0 ? ` and ${more} more` : ""}`,
  /** @param {Part} me */
  programCreated: (me) =>
    said`The program awaits outside of functions, so its ${me} is a coroutine: it is ${strong("created")}, and the event loop will run it.`,
  /** @param {Part} me */
  open: (me) => said`${me} was made before the steps that are recorded here.`,
  /** @param {{ by: Actor, me: Part, line: number|null, kind: string }} of */
  created: ({ by, me, line, kind }) =>
    said`${by} makes ${me}${inLine(line)}: ${article(kind)} is ${strong("created")}; none of its body has run.`,
  /** @param {{ by: Actor, me: Part, module: string, line: number|null }} of */
  imports: ({ by, me, module, line }) => said`${by} imports ${code(module)}${inLine(line)}: its ${me} begins to run.`,
  /** @param {Part} me */
  programBegins: (me) => said`The program begins: its ${me} is ${strong("running")}.`,
  /** @param {{ by: Actor, me: Part, line: number|null }} of */
  runsBody: ({ by, me, line }) => said`${by} runs the body of ${me}${inLine(line)}.`,
  /** @param {{ by: Actor, me: Part, line: number|null, given: Part[], waits: boolean }} of */
  calls: ({ by, me, line, given, waits }) => said`${by} calls ${me}${inLine(line)}${given}${waits ? " and waits for it." : "."}`,

  // A frame goes on.
  /** @param {{ by: Actor, through: string[], me: Part, then: Part[] }} of through: built-in iterators, each asking the next */
  asks: ({ by, through, me, then }) =>
    said`${by}${through.flatMap((name) => said` asks ${code(name)}, which`)} asks ${me} for its next value${then}`,
  /** @param {{ by: Actor, value: Part, me: Part, then: Part[] }} of */
  gives: ({ by, value, me, then }) => said`${by} gives ${value} to ${me}${then}`,
  /** @param {{ by: Actor, value: Part, me: Part, where: Part[] }} of */
  throws: ({ by, value, me, where }) => said`${by} throws ${value} into ${me}: it is raised${where}.`,
  /** @param {{ by: Actor, me: Part, where: Part[] }} of */
  closes: ({ by, me, where }) => said`${by} closes ${me}: ${code("GeneratorExit")} is raised${where}.`,
  /** @param {{ me: Part, line: number|null, where: Part[] }} of */
  closedByDrop: ({ me, line, where }) =>
    said`The last reference to ${me} was dropped${inLine(line)}, so Python closes it: ${code("GeneratorExit")} is raised${where}.`,
  /** @param {{ by: Actor, value: Part, me: Part, where: Part[] }} of */
  passesThrow: ({ by, value, me, where }) => said`${by} passes ${value} on to ${me}: it is raised${where}.`,
  /** @param {{ by: Actor, isAwait: boolean, me: Part, line: number|null, then: Part[] }} of */
  delegates: ({ by, isAwait, me, line, then }) => said`${by} ${isAwait ? "awaits" : "delegates to"} ${me}${inLine(line)}${then}`,
  /** @param {{ by: Actor, value: Part, me: Part, then: Part[] }} of */
  passesValue: ({ by, value, me, then }) => said`${by} passes ${value} on to ${me}${then}`,
  /** @param {{ by: Actor, isWakeUp: boolean, me: Part, then: Part[] }} of */
  passesOn: ({ by, isWakeUp, me, then }) => said`${by} passes ${isWakeUp ? "the wake-up" : "the request"} on to ${me}${then}`,
  /** @param {{ by: Actor, me: Part, then: Part[] }} of */
  resumes: ({ by, me, then }) => said`${by} resumes ${me}${then}`,
  /** @param {{ value: Part, me: Part, task: string, where: Part[] }} of */
  loopThrows: ({ value, me, task, where }) => said`The event loop throws ${value} into ${me}${bracketed(task)}: it is raised${where}.`,
  /** @param {{ isFirst: boolean, me: Part, task: string, then: Part[] }} of */
  loopResumes: ({ isFirst, me, task, then }) => said`The event loop ${isFirst ? "starts" : "resumes"} ${me}${bracketed(task)}${then}`,

  // How it goes on: the ends of those sentences.
  firstRun: () => said`: it ${strong("runs")} for the first time.`,
  /** @param {string} at as `yield` @param {number} line */
  goesOnAfter: (at, line) => said`: it goes on after its ${code(at)} in line ${line}.`,
  /** @param {string} at as `await` @param {number} line */
  whichIsAt: (at, line) => said`, which is at its ${code(at)} in line ${line}.`,
  /** @param {string} expression @param {number} line @param {Part} value */
  evaluates: (expression, line, value) => said`: ${code(expression)} in line ${line} evaluates to ${value}.`,
  beforeItsLines: () => said` before a line of it has run`,
  /** @param {string} at as `yield` @param {number} line */
  atIts: (at, line) => said` at its ${code(at)} in line ${line}`,

  // A frame falls asleep.
  /** @param {{ me: Part, value: Part, line: number, gets: Part[] }} of */
  yields: ({ me, value, line, gets }) =>
    said`${me} yields ${value} and is ${strong("suspended")} in line ${line}; its locals stay. ${gets}`,
  /** @param {{ me: Part, line: number, at: string, why: Part[] }} of */
  suspendedToLoop: ({ me, line, at, why }) => said`${me} is ${strong("suspended")} in line ${line}, at its ${code(at)}: ${why}`,
  /** @param {{ me: Part, line: number, at: string, value: Part, gets: Part[] }} of */
  suspendedPassing: ({ me, line, at, value, gets }) =>
    said`${me} is ${strong("suspended")} in line ${line}, at its ${code(at)}: it passes ${value} on. ${gets}`,
  /** @param {{ me: Part, line: number, at: string, to: Actor }} of */
  suspendedTo: ({ me, line, at, to }) =>
    said`${me} is ${strong("suspended")} in line ${line}, at its ${code(at)}; control goes to ${to}, which waits for it.`,
  loopHasControl: () => said`The event loop has control.`,
  loopHasControlThen: () => said`the event loop has control.`,
  /** @param {Part[]} who as `beginning` makes it */
  getsIt: (who) => said`${who} gets it.`,
  /** @param {{ by: Actor, at: string, line: number }} of */
  getsItAt: ({ by, at, line }) => said`${by}, at its ${code(at)} in line ${line}, gets it.`,
  /** @param {string} task */
  letsLoopGoOn: (task) => said`${task} lets the event loop go on.`,
  /** @param {string} task @param {string} what @param {number|null} due */
  waitsFor: (task, what, due) =>
    said`${task} waits for ${what}${due === null ? "" : `, due at ${seconds(due)}`}. The event loop has control.`,

  // A frame ends.
  /** @param {Part} me */
  programDone: (me) => said`The program's last line is done: ${me} is ${strong("closed")}.`,
  /** @param {Part} me @param {Actor|null} by */
  bodyDone: (me, by) => said`The body of ${me} is done: ${by ? said`${by} makes the class of it.` : []}`,
  /** @param {{ me: Part, value: Part, to: Actor|null }} of */
  returns: ({ me, value, to }) => said`${me} returns ${value}${to ? said` to ${to}` : []} and is ${strong("closed")}.`,
  /** @param {Part} me @param {Part} value */
  returnsClosing: (me, value) => said`${me} returns ${value} and is ${strong("closed")}: its clean-up is done.`,
  /** @param {{ me: Part, value: Part, who: Part[] }} of */
  returnsTo: ({ me, value, who }) => said`${me} returns ${value} and is ${strong("closed")}; ${who} evaluates to it.`,
  /** @param {{ me: Part, value: Part, task: string }} of */
  returnsForTask: ({ me, value, task }) => said`${me} returns ${value} and is ${strong("closed")}: ${task} is done.`,
  /** @param {{ me: Part, value: Part, who: Part[], error: string }} of */
  returnsStop: ({ me, value, who, error }) => said`${me} returns ${value} and is ${strong("closed")}; ${who} gets ${code(error)}.`,
  anException: () => said`an exception`,
  /** @param {{ me: Part, error: Actor }} of */
  leavesAsAsked: ({ me, error }) => said`${error} leaves ${me}, as the close asked: it is ${strong("closed")}.`,
  /** @param {{ me: Part, error: Actor, line: number, then: Part[] }} of then: a sentence of its own; empty for none */
  leaves: ({ me, error, line, then }) =>
    said`${error} leaves ${me} from line ${line}: it is ${strong("closed")}.${then.length ? said` ${then}` : []}`,
  nobodyCatches: () => said`Nobody is left to catch it.`,
  /** @param {Actor} by @param {number} line */
  goesOnIn: (by, line) => said`It goes on in ${by}, line ${line}.`,
  /** @param {string} task @param {boolean} isCancelled */
  taskEnds: (task, isCancelled) => said`${task} is ${isCancelled ? "cancelled" : "done, and failed"}.`,
  itsTask: "its task",
  /** @param {Part} me */
  dropped: (me) => said`${me} is ${strong("closed")}; none of its body ever ran.`,

  // The program has ended.
  /** @param {Part} me */
  recordingEnds: (me) => said`The recording of ${me} ends here; the program ran on.`,
  /** @param {{ me: Part, error: string, line: number|null }} of */
  endedWith: ({ me, error, line }) =>
    said`The program has ended with ${code(error)}${line ? `, raised in line ${line}` : ""}; nobody caught it. ${me} is gone.`,
  /** @param {Part} me @param {number} status */
  exited: (me, status) => said`The program has ended itself with status ${code(String(status))}: ${me} is gone.`,
  /** @param {Part} me @param {string} limit */
  passedLimit: (me, limit) => said`The program passed the limit on ${limit}, and was ended in ${me}.`,
  /** @param {Part} me */
  deadlocked: (me) => said`The program was ended: nothing is ready and no timer is set, so ${me} would wait for ever.`,
  /** @param {Part} me */
  stopped: (me) => said`The run was stopped in ${me}.`,
  /** @param {Part} me */
  ended: (me) => said`The program has ended, and ${me} with it.`,

  // What happened since the step before: each a sentence, with a space after it.
  /** @param {{ who: Actor, what: Actor, isError: boolean, line: number|null }} of */
  wrote: ({ who, what, isError, line }) =>
    said`${who} ${isError ? "wrote" : "printed"} ${what}${isError ? " to standard error" : ""}${inLine(line)}. `,
  aTraceback: () => said`a traceback`,
  anEmptyLine: () => said`an empty line`,
  /** @param {number} more */
  moreOutput: (more) => said`${more} more pieces of output, then: `,
  /** @param {Part} error @param {string} construct as `for` @param {number} line */
  endedLoop: (error, construct, line) => said`${error} ended the ${construct} in line ${line}. `,
  /** @param {Part} error @param {number} line */
  wasCaught: (error, line) => said`${error} was caught in line ${line}. `,
  /** @param {Part} error @param {number} line */
  wasRaised: (error, line) => said`${error} was raised in line ${line}. `,
  /** @param {number} now */
  clock: (now) => said`The clock went on to ${strong(seconds(now))}. `,
  /** @param {{ me: Part, line: number, changes: { name: string, value: Part|null }[], more: number }} of value: null for a name that was deleted */
  bound: ({ me, line, changes, more }) =>
    said`In ${me}, line ${line} ${listed(
      changes.map(({ name, value }) => (value ? said`set ${code(name)} to ${value}` : said`deleted ${code(name)}`)),
      "and",
    )}${more > 0 ? ` and ${more} more` : ""}. `,
  /** Objects that variables hold, and that have changed. @param {{ me: Part|null, changes: { name: string, value: Part|null }[], more: number }} of me: null where the sentence has named it */
  changed: ({ me, changes, more }) =>
    said`${me ? said`In ${me}, ` : []}${listed(
      changes.map(({ name, value }) => said`${code(name)} is now ${value ?? []}`),
      "and",
    )}${more > 0 ? `; ${more} more have changed` : ""}. `,
};

/** @param {string} source of a line */
function after(source) {
  return source ? said`, ${code(source)}` : [];
}

/** @param {number|null} line */
function inLine(line) {
  return line ? ` in line ${line}` : "";
}

/** @param {string} task */
function bracketed(task) {
  return task ? ` (${task})` : "";
}

/** @param {string} kind of a frame */
function article(kind) {
  const name = kind.replace("_", " ");
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}
