// What the page's views and parts say: a group for each module, and what several of them need at the top. What the server's templates say is in
// words/ at the top of the repository.

import { seconds } from "../parts.js";

/** @param {number} count */
const number = (count) => count.toLocaleString("en");

/** What a task waits for, as the library calls it in a trace. @type {(what: string) => string} */
export const waiting = (what) => what;

/** @type {(value: number, digits: number) => string} */
export const decimal = (value, digits) => value.toFixed(digits);

/** The states of frames, and the looks of them that the timeline has. @type {Record<string, string>} */
export const states = {
  created: "created",
  running: "running",
  waiting: "running, waiting for a call",
  suspended: "suspended",
  closed: "closed",
  failed: "ended by an exception",
};

/** What a task does, as the event loop's card has it. @type {Record<string, string>} */
export const doing = {};

/** Kinds of frames. @type {Record<string, string>} */
export const kinds = {};

/** Keys that are called otherwise than in the key tables of the page's modules. @type {Record<string, string>} */
export const keyNames = {};

export const limits = {
  /** The limits of a run by their names, where they are called otherwise. @type {Record<string, string>} */
  names: {},
};

export const search = {
  /** `line 9`, with the number. */
  line: /^line (\d+)$/i,
  /** Other words for events. @type {Record<string, string>} */
  also: { throws: "throw", raises: "raise", raised: "raise", yields: "yield", sleep: "suspend", wake: "resume", returns: "return" },
};

/** What the editor's own panels say, by what they say in English. @type {Record<string, string>} */
export const editorPhrases = {};

/** Titles of refusals by their code. @type {Record<string, string>} */
const REFUSALS = {
  busy: "No free place.",
  too_often: "Too many requests.",
  trace_too_large: "The trace is too large.",
  source_too_large: "The program is too long.",
  input_too_large: "The input is too long.",
  store_down: "Not shared.",
  taken_down: "Not shared.",
  run_ended: "The run was ended.",
};

/** @param {number} count @param {string} what */
const counted = (count, what) => (count === 1 ? `1 ${what}` : `${count} ${what}s`);

export const banners = {
  topLevelAwait: "Top-level await.",
  topLevelAwaitMore: "This program awaits outside of functions. It runs here as “python -m asyncio” runs it; “python3” would refuse it.",
  longRun: "A long run.",
  /** @param {string} steps how many @param {boolean} isFull whether the trace was full @param {boolean} isWhole whether the program ran to its end */
  longRunMore: (steps, isFull, isWhole) =>
    `${isFull ? `There was much to tell of each step: the trace was full after ${steps}` : `This recorded the first ${steps}`}${isWhole ? "; the program ran on to its end, and its output is complete at the last step" : "; the program ran on, unrecorded"}.`,
  manyObjects: "Many objects.",
  /** @param {number} step */
  manyObjectsMore: (step) => `There was much to record of them: from step ${number(step)} on, the page does not show what objects hold.`,
  virtualTime: "Time is virtual.",
  virtualTimeMore:
    "It stands still while nothing sleeps. This program reads the clock very often at one instant, so each further reading moves it by a millisecond.",
  readsInput: "This program reads input.",
  readsInputMore: "Write it into the field Input, over the output, a line for each input(). Then press Run.",
  /** @param {number|undefined} line where it was raised, where that is known */
  uncaught: (line) => (line ? `Raised in line ${line}; nobody caught it.` : "Nobody caught it."),
  /** @param {string} limit */
  limitPassed: (limit) => `Limit passed: ${limit}.`,
  /** @type {(name: string, sentence: string|undefined) => string} name of the limit, and the sentence that the server has for it */
  runEnded: (_, sentence) => sentence ?? "The run was ended.",
  /** @param {string} steps */
  recordedUpTo: (steps) => `Here is what was recorded up to there: ${steps}.`,
  deadlock: "Deadlock.",
  stopped: "Stopped.",
  /** @param {number} status */
  exited: (status) => `The program ended itself with status ${status}.`,
  /** @param {number} all @param {{ program: number, library: number, imports: number }} of whose they are */
  steps: (all, { program, library, imports }) =>
    `${number(all)} steps${program < all ? ` (${[`${number(program)} of the program`, `${number(library)} of the library’s`, ...(imports ? [`${number(imports)} of imports`] : [])].join(", ")})` : ""}`,
  /** @param {number} tasks that wait */
  deadlockMore: (tasks) =>
    `Nothing is ready and no timer is set: ${tasks > 1 ? `${tasks} tasks` : tasks ? "one task" : "whoever sleeps here"} would sleep for ever.`,
  whatTasksWaitFor: "What each task waits for",
  waiting: "Waiting for a turn.",
  /** @param {number} place how many programs run before */
  waitingMore: (place) => `${place === 1 ? "One program runs" : `${place} programs run`} before yours. Stop gives the place up.`,
  /** Titles of refusals by their code; any other has the last one. @param {string} code */
  refused: (code) => REFUSALS[code] ?? "The server refused.",
  cantRun: "Programs can’t run here.",
  /** @param {string} why */
  cantRunMore: (why) => `This page runs them in your browser, and needs a part for it. ${why}`,
  ended: "The run was ended.",
  /** @param {string} why */
  tookTooMuch: (why) => `It took more memory or a deeper stack than this browser gives (${why}).`,
  noRoom: "Not saved: this browser has no more room for programs.",
  noRoomMore: "What you write stays here until you close the page. Delete some in My programs, or export or share this one.",
  savesNothing: "Not saved: this browser lets the page save nothing.",
  savesNothingMore: "What you write stays here until you close the page. Export it in My programs, or share it.",
  /** @param {string} type of the error @param {number|undefined} line @param {number|undefined} column */
  misspelt: (type, line, column) => `${type}${line ? ` (line ${line}${column ? `, column ${column}` : ""})` : ""}:`,
  stillShown: " The timeline still shows the last program that ran.",
};

export const cards = {
  locals: "Locals",
  noFrame: "No frame.",
  /** @param {string} frame */
  localsOf: (frame) => `Locals · ${frame}`,
  noLocals: "No locals.",
  onTheStack: "On the stack",
  nothingRuns: "Nothing runs.",
  asleep: "Asleep",
  noneSleeps: "No frame sleeps.",
  notMade: "not made yet",
  /** @param {number} line */
  line: (line) => `line ${line}`,
  resumedMore: "How often the frame has begun or gone on, up to this step",
  /** @param {number} count */
  resumed: (count) => (count === 1 ? "resumed once" : `resumed ${count} times`),
  peakMore: "The most memory the run held while this frame lived, less what it held as the frame began",
  /** @param {string} size */
  peak: (size) => `peak memory ${size}`,
  noSuchVariables: "This frame has no such variables.",
  /** @param {string} error */
  raises: (error) => `raises ${error}`,
  unbound: "one of its variables has no value now",
  name: "Name",
  value: "Value",
  eventLoop: "event loop",
  /** @param {number} line */
  inLine: (line) => ` line ${line}`,
  /** @param {number} count */
  moreBetween: (count) => `${count} more between them `,
};

export const choices = {
  byTime: "Lay the timeline out by the event loop’s clock (T)",
};

export const examples = {
  mine: "My programs",
};

export const frameTools = {
  /** @param {string} frame */
  stepsOf: (frame) => `Steps of ${frame}`,
  /** @param {string} name of a variable */
  cameFrom: (name) => `Where ${name} came from`,
  /** @param {string} name of a variable */
  nextChange: (name) => `Next change of ${name}`,
};

export const importing = {
  /** @param {string} name */
  known: (name) => `You have this text already, as “${name}”.`,
  /** @param {string} found the name of another program @param {string} name that this one has now */
  renamed: (found, name) => `Another program is named “${found}”, so this one is “${name}”.`,
  files: "Files",
  ok: "OK",
  /** @param {number} added @param {number} known @param {number} refused */
  summary: (added, known, refused) =>
    [
      added ? `${counted(added, "program")} imported.` : "Nothing was imported.",
      ...(known ? [`${counted(known, "file")} ${known === 1 ? "was" : "were"} here already.`] : []),
      ...(refused ? [`${counted(refused, "file")} could not be imported.`] : []),
    ].join(" "),
  /** @param {boolean} isFull */
  unsaved: (isFull) =>
    `Not saved: ${isFull ? "this browser has no more room for programs" : "this browser lets the page save nothing"}. What was imported is here until you close the page.`,
  tooLarge: () => "An archive may have 256 MB. Unpack it, and import its files.",
};

export const latePrint = {
  /** @param {number} count */
  earlier: (count) => `${number(count)} earlier`,
  /** @param {number} count */
  later: (count) => `${number(count)} later`,
  /** @param {string} step */
  goTo: (step) => `Go to step ${step}`,
  /** @param {string} step */
  step: (step) => `Step ${step}`,
  /** @param {string} error */
  raises: (error) => `raises ${error}`,
  /** Before the expression. @param {number} count */
  valuesOf: (count) => (count === 0 ? "no value of " : count === 1 ? "1 value of " : `${number(count)} values of `),
};

export const lesson = {
  answerAgain: "Answer it again",
  notYet: "Not yet:",
  changed: "That is it. The trace shows it.",
};

export const loopCard = {
  /** @param {string} time */
  title: (time) => `Event loop · t = ${time}`,
  hasStopped: "The loop has stopped.",
  none: "none",
  timers: "Timers",
  ready: "Ready",
  running: "Runs",
  notBegun: "The loop has not begun.",
  /** @param {number} count */
  tasks: (count) => `Tasks (${count})`,
  noTask: "No task.",
  /** @param {number} count */
  more: (count) => `and ${count} more`,
  cancelling: "asked to cancel",
  /** @param {string} what @param {number|null} due */
  waitsFor: (what, due) => `waits for ${what}${due === null ? "" : `, due at ${seconds(due)}`}`,
  /** @param {string} told what it waits for @param {number} line */
  asleepAt: (told, line) => `${told}${told ? " · " : ""}line ${line} `,
};

export const myPrograms = {
  open: "open",
  imported: "imported",
  rename: "Rename",
  export: "Export",
  delete: "Delete",
  changed: "Changed ",
  from: " · from ",
  notSaved: "not saved",
  /** @param {string} name */
  earlierOf: (name) => `Earlier versions of ${name}`,
  /** @param {number} count */
  earlier: (count) => (count === 1 ? "1 earlier version" : `${count} earlier versions`),
  /** @param {string} time */
  restoreOf: (time) => `Restore the version of ${time}`,
  restore: "Restore",
  /** @param {string} name */
  deleted: (name) => `“${name}” is deleted. `,
  undo: "Undo",
  /** @param {string} name */
  newName: (name) => `New name of ${name}`,
  save: "Save",
  cancel: "Cancel",
  none: "There are none yet. Change an example, and your copy of it is here. Or drop Python files here.",
  /** @param {number} found @param {number} all */
  count: (found, all) => `${found === all ? "" : `${found} of `}${all === 1 ? "1 program" : `${all} programs`}`,
  /** @param {number} count */
  lines: (count) => (count === 1 ? "1 line" : `${count} lines`),
};

export const noteDialog = {
  /** @param {number} step @param {boolean} isNew */
  title: (step, isNew) => (isNew ? `A note at step ${step}` : `The note at step ${step}`),
  none: "none",
  unknownFrame: "a frame that is not in this run",
  lastAfterFirst: "The last line comes after the first one.",
};

export const notes = {
  /** @param {number} place @param {number} count @param {{ step: number, until?: number }} of its steps */
  place: (place, count, { step, until }) =>
    `Note ${place} of ${count} · ${until === undefined ? `step ${step}` : `steps ${step} to ${until}`}`,
  /** @param {number} count @param {number|undefined} next the step of the one that follows */
  count: (count, next) => `${count === 1 ? "1 note." : `${count} notes.`}${next === undefined ? "" : ` The next one is at step ${next}.`}`,
};

export const objects = {
  /** @param {string} object */
  textOf: (object) => `Text of ${object}`,
  /** @param {number} count */
  unrecorded: (count) => `${number(count)} more, which are not recorded`,
  holdsNothing: "holds nothing",
  empty: "empty",
  changed: " (changed)",
  /** @param {number} count */
  more: (count) => `and ${count} more`,
  of: " of ",
  /** @param {number} count */
  moreHolders: (count) => ` and ${count} more`,
  heldBy: "held by",
  notFromHere: "objects are not recorded from here on",
  notThis: "what it holds is not recorded",
};

export const output = {
  /** @param {number} count */
  earlier: (count) => `(${count} earlier pieces of output are not shown here)\n`,
  later: "written later",
  /** @param {number} count */
  more: (count) => `\n(and ${count} more)`,
  laterMore: "Written later, after this step",
  nothing: "Nothing is written.",
  /** @param {number} count */
  steps: (count) => `${number(count)} steps`,
  /** @param {number} count */
  instructions: (count) => `${number(count)} instructions`,
  /** @param {string} size */
  peak: (size) => `peak memory ${size}`,
};

export const picture = {
  objects: "Objects",
  /** @param {string} frame */
  objectsOf: (frame) => `Objects of ${frame}`,
  noFrame: "No frame.",
  /** @param {number} count */
  hidden: (count) => `${count} more objects are not drawn.`,
  /** @param {string} frame @param {number} count of objects */
  label: (frame, count) => `The variables of ${frame}, and ${count} objects`,
};

export const printSheet = {
  program: "Program",
  notes: "Notes",
  /** @param {number} step @param {string} text */
  note: (step, text) => `Step ${step}: ${text}`,
  changed: "The program was changed since the run below.",
  timeline: "Timeline",
  /** @param {string} step @param {string} last @param {string} sentence */
  step: (step, last, sentence) => `Step ${step} of ${last}: ${sentence}`,
  output: "Output",
  nothing: "Nothing is written.",
};

export const qr = {
  tooLong: "The link is too long for a QR code.",
};

export const question = {
  pressRow: "You can also press the frame’s row in the timeline.",
  pressLine: "You can also press the line in the program.",
  right: "Right.",
  hereIsIt: "Here is the answer.",
  notSo: "Not so.",
  theAnswer: "The answer: ",
  /** @param {string} line */
  line: (line) => `line ${line}`,
  emptyLine: "an empty line",
};

export const readFiles = {
  archiveTooLarge: "An archive may have 256 MB. Unpack it, and import its files.",
  archiveEmpty: "There is no file in this archive.",
  /** @param {string} name @param {string} archive */
  fileIn: (name, archive) => `${name} in ${archive}`,
  /** @param {string} why */
  broken: (why) => `This can’t be read: ${why}. Export or pack it again.`,
  noPython: "This is no Python file. Choose files that end in .py, or a .zip archive of such files.",
  /** @param {number} most @param {number|undefined} length where it is known */
  tooLong: (most, length) =>
    `${length ? `This has ${number(length)} bytes; a program may have ${number(most)}.` : `This has more than the ${number(most)} bytes that a program may have.`} Shorten it, then import it again.`,
  unreadable: "The browser can’t read this. If it is a folder, choose the files in it.",
  untitled: "Untitled",
  noUtf8: "This is no text in UTF-8. Save it as UTF-8 in your editor, then import it again.",
  zeroBytes: "There are zero bytes in this, so it is no text of a program. Choose another file.",
};

export const rows = {
  /** @param {number} count */
  more: (count) => `and ${count} more`,
};

export const searchBar = {
  /** @param {number} place of the step that is shown, from 1; 0 where it is none of them @param {number} count @param {string} what @param {boolean} isPart whether the run has more steps than are here */
  count: (place, count, what, isPart) =>
    `${count ? `${place ? `${place} of ` : ""}${count}` : "none"}${isPart ? " in the steps that are here" : ""} · ${what}`,
};

export const sentence = {
  /** @param {string} step @param {boolean} isLast @param {string} sentence */
  aloud: (step, isLast, sentence) => `Step ${step}${isLast ? ", the last" : ""}. ${sentence}`,
};

export const shareDialog = {
  notShared: "Not shared. ",
  notSaved: "Not saved. ",
  /** @param {number} count */
  notes: (count) =>
    count === 0
      ? "To explain steps, put notes on them: with J, or with the button above the timeline. Notes travel with every link."
      : `${count === 1 ? "A note travels" : `${count} notes travel`} with every link.`,
  /** @param {string|null} step */
  step: (step) => `step ${step}`,
  copied: "Copied:",
  copyThis: "Copy this:",
  order: "The first step comes before the last one.",
  /** @param {number} most */
  tooMany: (most) => `Choose at most ${most} steps for this file.`,
  drawing: "The server draws it.",
};

export const overview = {
  /** @param {number} from @param {number} last @param {number} length of the run */
  here: (from, last, length) => `${number(from)} to ${number(last)} of ${number(length)} steps are here`,
  /** @param {number} step @param {number} length of the run */
  step: (step, length) => `step ${number(step)} of ${number(length)}`,
  /** @param {string} step as `step` says it */
  to: (step) => `To ${step}`,
  /** @param {string} step as `step` says it */
  goingTo: (step) => `Going to ${step} …`,
  /** @param {number} step */
  recording: (step) => `Recording the steps round step ${number(step)}.`,
};

export const sourceTabs = {
  unfetched: "# The source of this module could not be fetched.\n",
};

export const stepList = {
  /** @param {string} step */
  goTo: (step) => `Go to step ${step}`,
  /** @param {string} step */
  step: (step) => `Step ${step}`,
};

export const stepsTable = {
  /** @param {string} step */
  after: (step) => `After step ${step}`,
  /** @param {string} first @param {string} last @param {string} end */
  range: (first, last, end) => `Steps ${first} to ${last} of ${end}`,
  none: "No steps",
  /** @param {string} step */
  goTo: (step) => `Go to step ${step}`,
  /** @param {string} event @param {string} how */
  event: (event, how) => (how ? `${event} (${how})` : event),
};

export const theme = {
  /** @param {string} theme `auto`, `light` or `dark` */
  theme: (theme) => `Theme: ${theme}`,
};

export const lanes = {
  /** @param {string} lane @param {boolean} isFolded */
  fold: (lane, isFolded) => `${isFolded ? "Open" : "Fold"} the frames under ${lane}`,
  /** @param {string} label of calls */
  hidden: (label) => `${label} hidden`,
  /** @param {number} count of frames */
  library: (count) => `library · ${count === 1 ? "1 frame" : `${count} frames`}`,
  /** @param {string} size */
  peak: (size) => `peak ${size}`,
  awaitable: "awaitable",
  eventLoop: "The event loop",
  /** @param {string|null} module null for all that ran to import modules @param {number} count of frames */
  module: (module, count) =>
    `${module === null ? "What ran to import the library’s modules" : `The library’s module ${module}`}: ${count === 1 ? "1 frame" : `${count} frames`}`,
  /** @param {string} label @param {string} names */
  calls: (label, names) => `${label} that returned, and in which no frame slept: ${names}`,
  /** @param {number} count @param {string} name */
  group: (count, name) => `${count} frames of ${name}`,
  /** @param {{ name: string, kind: string, line: number, isAwaitable: boolean }} of */
  frame: ({ name, kind, line, isAwaitable }) =>
    `${name}, a ${isAwaitable ? "generator made awaitable by types.coroutine" : kind}, line ${line}`,
  /** @param {string} task */
  task: (task) => `driven by ${task}`,
  /** @param {string} module */
  ofLibrary: (module) => `of the library module ${module}`,
  /** @param {string} size */
  peakMemory: (size) => `peak memory ${size}`,
};

export const tooltip = {
  /** @param {string} from @param {string} to */
  steps: (from, to) => `steps ${from} to ${to}`,
  /** @param {boolean} isWaiting @param {string} steps */
  loop: (isWaiting, steps) => `The event loop\n${isWaiting ? "waits for the task it resumed" : "has control"}, ${steps}`,
  /** @param {number} line */
  atLine: (line) => ` at line ${line}`,
};

export const timelinePicture = {
  tooLarge: "The picture is too large.",
};

export const pins = {
  /** @param {number} first @param {number} last */
  notes: (first, last) => `Notes ${first} to ${last}`,
  /** @param {number} number */
  note: (number) => `Note ${number}`,
};

export const transport = {
  /** @param {string} count @param {string} sentence */
  aloud: (count, sentence) => `Step ${count}. ${sentence}`,
  step: "Step ",
  pause: "Pause",
  play: "Play",
};

export const unzip = {
  badList: "its list of files is damaged",
  noArchive: "it is no ZIP archive, or its end is missing",
  encrypted: "it is encrypted",
  unknownPacking: "it is packed in a way that this page does not read",
  badFile: "the archive is damaged at this file",
};

export const plainEditor = {
  program: "Program",
  /** @param {number} line @param {string} message */
  trouble: (line, message) => `Line ${line}: ${message}`,
  /** @param {string} frame @param {number} line */
  sleepsAt: (frame, line) => `${frame} sleeps at line ${line}`,
};

export const compareChoices = {
  ofYourChoice: "Two programs of your choice",
  pairs: "Pairs",
  examples: "Examples",
  mine: "My programs",
  two: "Two programs",
  myProgram: "My program",
  notHere: "Not on this site",
};

export const comparePane = {
  /** @param {number} count of lines @param {string} lines */
  differs: (count, lines) => `differs in ${count > 1 ? "lines" : "line"} ${lines}`,
  /** @param {string} step @param {string} sentence */
  step: (step, sentence) => `Step ${step}. ${sentence}`,
};

export const comparison = {
  /** @param {string} left @param {string} right */
  both: (left, right) => `Left: ${left} Right: ${right}`,
  /** @param {string|number} step @param {string|number} last */
  count: (step, last) => `${step} of ${last}`,
  noClock: "none",
  /** @param {number} count */
  number: (count) => number(count),
};

export const embedded = {
  /** @param {number} place */
  waiting: (place) => `${place} programs run before this one.`,
  /** @param {string} error */
  notRun: (error) => `The program did not run. ${error}`,
  changed: "Changed. Press Run (Ctrl Enter) to see the new run.",
  running: "Running.",
  /** @param {string} where */
  ran: (where) => `It ran ${where}.`,
  /** @param {string|number} step @param {string|number} last */
  count: (step, last) => `${step} of ${last}`,
};

export const stage = {
  /** @param {string|number} step @param {string|number} last */
  count: (step, last) => `${step} of ${last}`,
  /** @param {boolean} isFinished @param {string} last @param {string} step */
  ran: (isFinished, last, step) => `The program ${isFinished ? "ran to its end" : "was run"}, to step ${last}. Now at step ${step}.`,
  /** @param {{ frame: string, state: string|null, line: number, locals: number }} of line: 0 where it stands in none */
  chosen: ({ frame, state, line, locals }) =>
    `${frame} is chosen: ${state ?? "not made yet"}${line > 0 ? `, line ${line}` : ""}, ${locals} locals.`,
};

export const findingsHands = {
  /** @param {string} name of a variable */
  cameFrom: (name) => `Where ${name} came from`,
  keyFindings: "findings: what is worth a look in this run",
  keyWhy: "why this frame runs: who resumed it, who woke it",
  worthALook: "Worth a look in this run",
  nothingFound: "Nothing was found in this run that needs a look.",
  /** @param {number} count */
  count: (count) => (count === 1 ? "1 finding" : `${count} findings`),
  /** @param {string} frame */
  why: (frame) => `Why ${frame} runs`,
  notRunYet: "This frame has not run yet.",
  ranBefore: "This frame has run since before the steps that are here.",
};

export const frameHands = {
  eventBefore: "this frame’s event before",
  noEventBefore: "Nothing has happened to this frame before.",
  nextEvent: "this frame’s next event",
  noNextEvent: "Nothing more happens to this frame.",
  lineBefore: "this frame’s line before",
  noLineBefore: "This frame has run no line before.",
  nextLine: "this frame’s next line, whoever runs in between",
  noNextLine: "This frame runs no further line.",
  out: "out: to whoever called or resumed this frame",
  noOut: "Nobody waits for this frame to give control back.",
  caller: "the frame that awaits this one, delegates to it, or called it",
  noCaller: "No frame awaits this one here.",
  awaited: "the frame that this one awaits, delegates to, or called",
  noAwaited: "This frame awaits no other frame here.",
  lineAgain: "the next time that this line runs, in any frame",
  noLineAgain: "This line does not run again.",
  lineRan: "the time before that this line ran",
  noLineRan: "This line has not run before.",
  theFrame: "the frame",
  /** @param {string} name of a variable */
  noChange: (name) => `${name} does not change again.`,
  stop: "Play stops at this line, or no more",
  stopOfProgram: "Play stops at lines of the program alone.",
};

export const keys = {
  lesson: "the lesson",
  steps: "Steps",
  back: "one step back",
  forward: "one step forward",
  first: "first step",
  last: "last step",
  play: "play, pause",
  playToSuspension: "play to the next suspension",
  suspensionBefore: "the suspension before",
  nextSuspension: "the next suspension",
  goToStep: "go to a step",
  overview: "the overview of a long run",
  stepsOn: "20,000 steps on, in a long run",
  stepsBack: "20,000 steps back",
  /** @param {number} last */
  stepRange: (last) => `(0 to ${last})`,
  oneFrame: "One frame",
  frameAbove: "the frame above",
  frameBelow: "the frame below",
  values: "Values and reasons",
  inLocals: "in the locals: the object above, the one below; opens it",
  picture: "the picture of the objects",
  timeline: "The timeline",
  zoomIn: "zoom in",
  zoomOut: "zoom out",
  goodScale: "a scale that reads well",
  wholeRun: "the whole run",
  byStepsByTime: "by steps, by time",
  sequence: "a sequence of arrows: time runs down",
  allFrames: "the same with all frames, not only those that can sleep",
  lookInside: "look inside of the library",
  notes: "Notes",
  predict: "Predict",
  questions: "a question before each decisive step",
  answer: "answer the question",
  page: "The page",
  live: "live: run as you type",
  projector: "projector: larger type, code wrapped",
  share: "share",
  myPrograms: "my programs",
  thisList: "this list",
};

export const lessonTold = {
  wereRight: "You were right.",
  answered: "You have answered it.",
  /** @param {string} answer @param {string|null} given null where somebody did not know @param {boolean} isRight */
  told: (answer, given, isRight) => (isRight ? "Right." : given === null ? `It is ${answer}.` : `You said ${given}. It is ${answer}.`),
  hidden: "What comes next is hidden until you have answered.",
};

export const live = {
  runs: "Runs as you type.",
};

export const looks = {
  openRow: "Open a module’s row to step into it. Folded ones are stepped over.",
};

export const notesHands = {
  keyNext: "the next note",
  keyBefore: "the note before",
  keyWrite: "write a note at this step",
  keyEdit: "edit the note that is shown",
  none: "This program has no notes. J writes one at this step.",
  hidden: "Notes of later steps are hidden while you predict.",
  noneAfter: "No note comes after this.",
  noneBefore: "No note comes before this.",
  /** @param {number} most */
  most: (most) => `A program has at most ${most} notes.`,
  noneHere: "No note is shown at this step. J writes one.",
  notYours: "These notes are somebody else’s. J writes one of your own, in your copy of the program.",
};

export const opened = {
  missing: "No such program.",
  missingMore: "Nothing is kept at this address. Here is an example instead.",
  elsewhere: "This program is not in this browser.",
  elsewhereMore:
    "It was deleted, or it was written in another browser: there, Share makes a link that works everywhere. Here is an example instead.",
  broken: "This link is not whole.",
  brokenMore: "A long link holds the program itself, and a part of it got lost. Copy it once more. Here is an example instead.",
  /** @param {string|undefined} id */
  shared: (id) => `Shared program ${id}`,
  fromLink: "Program from a link",
  mine: "My program",
};

export const programs = {
  untitled: "Untitled",
  /** @param {string} name */
  editedCopy: (name) => `Edited copy of ${name}`,
  original: "Here is the original. Your edited copy is in My programs.",
  /** @param {string} before @param {string} name that this copy has now */
  changedElsewhere: (before, name) => `“${before}” was changed in another tab. What you write here is saved as “${name}”.`,
};

export const quiz = {
  isOff: "Predict is off: it asks about the program’s own frames.",
  /** @param {number} place @param {number} all */
  count: (place, all) => `Question ${place} of ${all}`,
  forgotten: "Your answers are forgotten.",
  next: "Next question",
  /** @param {number} step */
  waitsAt: (step) => `A question waits at step ${step}.`,
  back: "Back to the question",
  goOn: "Go on",
  /** @param {{ all: number, right: number, left: number }} of this program @param {{ all: number, right: number }} ever in all programs */
  progress: ({ all, right, left }, ever) =>
    `${all === 0 ? "This program has nothing to ask." : left ? `What comes next is hidden. ${left} of ${all} questions left.` : `No more questions here: ${right} of ${all} right.`}${ever.all ? ` In all programs: ${ever.right} of ${ever.all} right.` : ""}`,
};

export const runner = {
  where: { browser: "in this browser", server: "on the server" },
  notRun: "The program did not run.",
  stop: "Stop",
  run: "Run",
  isRunning: "The program is being run.",
  stopped: "Stopped.",
  givenUp: "The run was given up. Change the program or run it again.",
  noAnswer: "The server does not answer.",
  /** @param {boolean} isSaved what was written */
  tryAgain: (isSaved) =>
    `${isSaved ? "What you wrote is saved in this browser." : "Copy your program before you leave."} Try Run again in a moment.`,
  failed: "The page failed.",
};

export const searchHands = {
  find: "find steps: by text, event, value, task or line",
  next: "the next step that was found",
  before: "the one before",
};

export const sharing = {
  aProgram: "A Python program",
  /** @param {string} step @param {string} last */
  caption: (step, last) => `Step ${step} of ${last}`,
};

export const watchHands = {
  watch: "watch an expression at each step",
};

export const compare = {
  steps: "Steps",
  back: "one step back",
  forward: "one step forward",
  first: "first step",
  last: "last step",
  play: "play, pause",
  link: "the playheads go together by step, by time, by line printed",
  thisList: "this list",
  notHere: "Not in this browser",
  loadAgain: "Load the page again in a moment.",
  noAnswer: "The server does not answer.",
  failed: "The page failed.",
};

export const course = {
  /** @param {number} lesson */
  goOn: (lesson) => `${lesson === 1 ? "Start" : "Go on"} with lesson ${lesson}`,
};

export const embed = {
  broken: "This link is not whole: a part of the program got lost.",
  aProgram: "A Python program",
};

export const main = {
  library: "Library",
};

export const axis = {
  noLoop: "This program has no event loop, so no clock.",
  noTime: "No time passes in this program: nothing sleeps for a while.",
};

export const findSteps = {
  /** @param {string} name @param {string} value */
  becomes: (name, value) => `${name} becomes ${value}`,
  /** @param {string} task */
  eventsOf: (task) => `events of ${task}`,
  /** @param {number} line */
  runsOf: (line) => `runs of line ${line}`,
  /** @param {string} text */
  quoted: (text) => `“${text}”`,
};

export const laneNames = {
  imports: "imports",
  /** @param {number} count */
  calls: (count) => `${count} calls`,
  loop: "event loop",
};

export const longLink = {
  tooLong: "The link holds too much.",
};

export const markdown = {
  input: "Input:",
  output: "Output:",
  /** @param {number} step @param {string} text */
  note: (step, text) => `- Step ${step}: ${text}`,
};

export const lostNotes = {
  /** @param {number} step @param {number} last */
  step: (step, last) => `Step ${step} is not in this run, which ends at step ${last}.`,
  arrow: "The frames of its arrow are not in this run.",
  /** @param {number} step */
  unrecorded: (step) => `Step ${step} is not among those that are recorded now.`,
  /** @param {number} line */
  line: (line) => `Line ${line} is not in this program.`,
};

export const boxes = {
  /** @param {number} count */
  more: (count) => `and ${number(count)} more`,
};

export const packed = {
  /** @param {number} ours @param {number|undefined} theirs */
  version: (ours, theirs) => `This page reads traces of version ${ours}, and the server sent version ${theirs}. Reload the page.`,
};

export const api = {
  failed: "The server could not do that.",
  noAnswer: "The server does not answer.",
  /** @param {number} status */
  status: (status) => `The server answered with status ${status}.`,
  brokeOff: "The server's answer broke off.",
};

export const interpreter = {
  noAnswer: "It did not answer.",
  noWebAssembly: "This browser knows too little of WebAssembly.",
  /** @param {string} file */
  notLoaded: (file) => `The file ${file} could not be loaded.`,
  stopped: "The program was stopped.",
};

export const savedPrograms = {
  notSaved: "The browser did not save the program.",
};

export const progress = {
  done: "Done",
  /** @param {number} done @param {number} all */
  partly: (done, all) => `${done} of ${all} done`,
};
