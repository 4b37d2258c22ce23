// Predict: questions, wrong answers and what they show (model/situations.js, model/misconceptions.js); what a lesson's change still lacks
// (model/conditions.js). A text in backticks is shown as code.

/** @import { Misconception } from "../words.js" */

/** @type {Record<string, Misconception>} */
export const misconceptions = {
  "call-runs-nothing": {
    question: "Does calling a generator function run it?",
    believed: "That would be so if the call ran the body.",
    right: "The call only makes a frame that has not begun. The first `next()` runs it.",
  },
  "yield-is-not-return": {
    question: "Is `yield` a `return` that starts over next time?",
    believed: "That would be so if the function started over.",
    right: "A `yield` suspends the frame with its locals. The next request goes on after that `yield`; only a new call starts over.",
  },
  exhausted: {
    question: "Why does my second loop print nothing?",
    believed: "That would be so if the generator began again.",
    right: "A generator is one pass. Closed stays closed; call the function again for a new one.",
  },
  "error-waits-for-next": {
    question: "Why is my argument check not raised at the call?",
    believed: "That would be so if the check ran at the call.",
    right: "No line of a generator runs before the first `next()`, checks included.",
  },
  "one-yield-changes-all": {
    question: "Why do I get a generator although I return a list?",
    believed: "That would be so if the `yield` counted only when it is reached.",
    right: "One `yield` anywhere, even one that is never reached, makes every call give a generator, and `return` only ends it.",
  },
  "genexp-late-names": {
    question: "When are names in a generator expression looked up?",
    believed: "That would be so if all names were looked up at the same moment.",
    right: "The first iterable is taken at once. Everything else is looked up when a value is asked for.",
  },
  "prime-before-send": {
    question: "Why must I send None first?",
    believed: "That would be so if a frame that has not begun could receive a value.",
    right: "A frame that has not begun stands at no `yield`, so there is nothing to receive the value.",
  },
  "where-sent-values-go": {
    question: "What does `send()` return, and where does the value go?",
    believed: "That would be so if `send()` gave back the value that it sends.",
    right: "The sent value becomes the result of the `yield` at which the frame sleeps. `send()` returns what the next `yield` hands out.",
  },
  "return-value-is-hidden": {
    question: "Where does a generator’s return value go?",
    believed: "That would be so if `return` handed out a value as `yield` does.",
    right: "`return` ends the generator. Its value travels in `StopIteration.value`, which `for` and `list` throw away.",
  },
  "stopiteration-inside": {
    question: "RuntimeError: generator raised StopIteration?",
    believed: "That would be so if StopIteration ended a generator from inside.",
    right: "A StopIteration that leaves a generator’s body is turned into RuntimeError. End a generator with `return`.",
  },
  "recursion-needs-yield-from": {
    question: "Why does my recursive generator yield nothing?",
    believed: "That would be so if the inner call ran the body.",
    right: "The inner call makes another frame and drops it. Delegate to it with `yield from`.",
  },
  "yield-from-is-not-a-for": {
    question: "Is `yield from` only a `for` loop?",
    believed: "That would be so if the delegating frame took part. It only passes on what comes.",
    right: "`yield from` carries `send`, `throw` and `close` inwards, and what is yielded outwards, past the frame that delegates.",
  },
  "break-does-not-close": {
    question: "When does the `finally` of a generator run after `break`?",
    believed: "That would be so if `break` closed the generator.",
    right: "`break` only stops asking. The frame sleeps on until `close()`, its end, or the loss of its last reference.",
  },
  "dropped-is-closed": {
    question: "What becomes of a generator that nobody needs any more?",
    believed: "That would be so if a dropped frame just vanished.",
    right: "When the last reference goes, Python closes the generator, so its `finally` runs there.",
  },
  "close-ends-the-frame": {
    question: "Is a generator still suspended after `close()`?",
    believed: "That would be so if `close()` only marked the frame.",
    right: "`close()` throws GeneratorExit in at the `yield`. The frame runs its clean-up and is closed.",
  },
  "yield-in-finally": {
    question: "RuntimeError: generator ignored GeneratorExit?",
    believed: "That would be so if `close()` always ended the frame.",
    right: "`close()` throws GeneratorExit in at the `yield`. Answering it with another `yield` is the error.",
  },
  "throw-can-be-survived": {
    question: "Does `throw()` always end a generator?",
    believed: "That would be so if the frame had dealt with the exception in the other way.",
    right: "`throw()` raises the exception at the `yield`. A frame that catches it goes on to its next `yield`; else it is closed.",
  },
  "exception-ends-the-frame": {
    question: "Where does an exception go that leaves a generator?",
    believed: "That would be so if the exception stayed in the generator.",
    right: "An exception that leaves a frame closes it, and goes on where the frame was asked.",
  },
  "yield-gives-control-back": {
    question: "Who runs after a `yield`?",
    believed: "That would be so if the frame went on after its `yield`.",
    right: "A `yield` gives control, and the value, to whoever asked. The frame sleeps.",
  },
  "delegation-gives-the-return-value": {
    question: "What do `yield from` and `await` evaluate to?",
    believed: "That would be so if what comes out were an exception or a yielded value.",
    right: "`yield from` and `await` evaluate to what the inner frame returns.",
  },
  "never-awaited": {
    question: "Coroutine was never awaited: why did nothing run?",
    believed: "That would be so if the call ran the body.",
    right: "Calling an `async` function only makes a frame, too. `await` or a task runs it.",
  },
  "await-is-not-yield-from": {
    question: "Does `await` equal `yield from`? Can I await a generator?",
    believed: "That would be so if `await` took every generator.",
    right: "It is the same channel, but `await` takes only awaitables. `types.coroutine` marks a generator as one.",
  },
  "await-is-not-concurrency": {
    question: "Why are my awaits still one after the other?",
    believed: "That would be so if `await` let the next line go on meanwhile.",
    right: "`await` waits for what it awaits. Only tasks (`create_task`, `gather`) let others go on meanwhile.",
  },
  "await-may-not-switch": {
    question: "Does every `await` give way to the loop?",
    believed: "That would be so if every `await` gave control away.",
    right: "`await` runs the coroutine like a call. Control leaves only when the innermost frame really suspends.",
  },
  "sleep-lets-others-run": {
    question: "Who runs while a task waits?",
    believed: "That would be so if a task that waits kept the thread.",
    right: "A suspended task gives control to the event loop, which resumes the next callback that is ready.",
  },
  "create-task-starts-later": {
    question: "When does a created task start, and in which order?",
    believed: "That would be so if `create_task` ran the coroutine.",
    right: "A new task only joins the ready queue. It begins when its maker really suspends.",
  },
  "blocking-sleep": {
    question: "Why does `time.sleep` freeze every task?",
    believed: "That would be so if `time.sleep` let the event loop go on.",
    right: "There is one thread, and the loop is a caller: it runs nothing until your frame suspends.",
  },
  "cancel-is-a-request": {
    question: "I called `cancel()`: why does the task go on?",
    believed: "That would be so if `cancel()` ended the task at once.",
    right: "`cancel()` only asks: later the loop throws CancelledError in at the `await` where the task sleeps.",
  },
  "one-thread-still-races": {
    question: "No threads, so no races?",
    believed: "That would be so if nobody else could run between two lines.",
    right: "Between two awaits you are alone; across one you are not. What you read before may be stale.",
  },
  "gather-lets-others-run": {
    question: "Does `gather` cancel the others when one fails?",
    believed: "That would be so if `gather` cancelled the others.",
    right: "`gather` passes on the first error and lets the rest run. A TaskGroup cancels them.",
  },
  "async-for-is-one-at-a-time": {
    question: "Does `async for` fetch ahead or in parallel?",
    believed: "That would be so if the generator went on by itself.",
    right: "`async for` asks, waits, runs the body, and asks again. Only other tasks run in between.",
  },
  "async-yield-goes-to-its-asker": {
    question: "Where does an async generator’s `yield` go?",
    believed: "That would be so if a `yield` went where an `await` goes.",
    right: "An async generator has two ways out: its `await` goes to the event loop, its `yield` to whoever asked for the value.",
  },
  "async-gen-left-open": {
    question: "Why does my async generator’s `finally` run late or half?",
    believed: "That would be so if leaving the `async for` closed it.",
    right: "Leaving an `async for` does not close the generator, and its `finally` may need the loop. Use `aclosing()`.",
  },
  "print-order": {
    question: "In which order is it printed?",
    believed: "That is printed, too, but later.",
    right: "What is printed next depends on which frame has control.",
  },
};

export const predict = {
  // What is asked. `frame` and `expression` are code, between backticks.
  /** @param {number} line @param {string} source of the line; empty where it is not known */
  aboutToRun: (line, source) => (source ? `Line ${line}, \`${source}\`, is about to run.` : `Line ${line} is about to run.`),
  /** @param {string} expression @param {number|undefined} line */
  expressionInLine: (expression, line) => `\`${expression}\` in line ${line}`,
  /** @param {number} line */
  line: (line) => `line ${line}`,
  whichLine: "Which line runs next?",
  whichFrame: "Which frame runs next?",
  whatIsPrinted: "What is printed next?",
  /** @param {string} frame */
  asksAgain: (frame) => `It asks ${frame} again. Which line runs next?`,
  /** @param {string} expression */
  givesBack: (expression) => `What does ${expression} give back?`,
  /** @param {string} frame @param {string} expression */
  stateAfter: (frame, expression) => `In which state is ${frame} after ${expression}?`,
  /** @param {string} frame */
  losesReference: (frame) => `${frame} loses its last reference there. In which state is it then?`,
  /** @param {string} how @param {string} frame */
  evaluatesTo: (how, frame) => `What does the \`${how}\` for ${frame} evaluate to?`,
  /** @param {string} frame */
  askerGets: (frame) => `What does whoever asked ${frame} get?`,
  /** @param {string} frame */
  exceptionLeaves: (frame) => `An exception leaves ${frame} there. Which line runs next?`,
  /** @param {string} frame */
  cancelsTask: (frame) => `It cancels the task of ${frame}. In which state is that frame after the line?`,

  // Why an answer is wrong.
  notCaught: "That would be so if nothing in the frame caught the exception.",
  caught: "That would be so if the frame caught the exception and went on to a `yield`.",
  madeAgain: "A frame never goes back to its beginning.",
  /** @param {number} line */
  standsAt: (line) => `The frame stands at line ${line} already. It goes on after that \`yield\`.`,
  handedOutBefore: "That was handed out before, at the `yield` where the frame sleeps now.",
  valueLost: "That would be so if the value of the `return` were lost.",
  comesOutThere: "There the exception comes out of the frame. That line does not go on.",
  /** @param {string} frame @param {number} step */
  printsLater: (frame, step) => `\`${frame}\` prints that later, in step ${step}.`,
  runsOnlyThen: "It runs only once the event loop has control and throws CancelledError in.",
  /** @param {"line"|"frame"|"value"} what @param {number} step */
  comesLater: (what, step) => `${SUBJECTS[what]} comes later, in step ${step}.`,
  /** @param {"line"|"frame"|"value"} what @param {number} step */
  cameBefore: (what, step) => `${SUBJECTS[what]} came before, in step ${step}.`,
  nothingCameBack: "That would be so if nothing came back.",
  /** @param {number} step */
  printedLater: (step) => `That is printed later, in step ${step}.`,
};

const SUBJECTS = { line: "That line", frame: "The turn of that frame", value: "That value" };

/** What a happening is: an event of a frame, or a line of output. @typedef {{ prints: string }|{ event: string, frame?: string, how?: string, value?: string }} Happening */

export const conditions = {
  /** @param {Happening} what @param {number} found @param {{ is?: number, least: number }} wanted how often */
  count: (what, found, { is, least }) =>
    `${happening(what)}${found === 0 ? ": not yet" : ` ${times(found)}`}. It should be ${is === undefined ? `at least ${times(least)}` : is === 0 ? "never" : times(is)}.`,
  /** @param {Happening} what */
  notYet: (what) => `${happening(what)}: not yet.`,
  /** @param {Happening} first @param {Happening} then */
  wrongOrder: (first, then) => `${happening(then)} before ${happening(first)}. It should be the other way round.`,
  /** @param {string} name of a function */
  noFrame: (name) => `There is no frame of ${name}().`,
  /** @param {string} name @param {string|null} found @param {string} wanted */
  state: (name, found, wanted) => `At the end ${name}() is ${found}. It should be ${wanted}.`,
  /** @param {number} found @param {number} wanted in seconds */
  clock: (found, wanted) => `It takes ${duration(found)}. It should take ${duration(wanted)}.`,
  /** @param {string} found @param {string} wanted as the trace calls them */
  outcome: (found, wanted) => `The program ends ${OUTCOMES[found] ?? found}. It should end ${OUTCOMES[wanted] ?? wanted}.`,
};

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

/** @param {Happening} what */
function happening(what) {
  if ("prints" in what) return `“${what.prints}” is printed`;
  const { event, frame, how, value } = what;
  const who = frame === undefined ? "A frame" : `${frame}()`;
  return `${who} ${EVENTS[event] ?? event}${how ? ` by ${how}` : ""}${value === undefined ? "" : ` with ${value}`}`;
}

/** @param {number} count */
function times(count) {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** @param {number} count of seconds */
function duration(count) {
  return count === 1 ? "1 second" : `${count} seconds`;
}
