// What people believe of suspended frames, and what is so. Questions name their misconception by its key; the browser counts answers by it.
// `telling` is the order in which a program's questions are chosen: see docs/predict.md.

/**
 * @typedef {object} Misconception
 * @property {string} question  as people ask it
 * @property {string} believed  what would have to be so for the wrong answer to be right
 * @property {string} right  what is so
 * @property {number} telling  the higher, the sooner a question about it is chosen; 0 is never chosen by the rule, only asked by a lesson
 */

/** @type {Record<string, Misconception>} */
export const MISCONCEPTIONS = {
  "call-runs-nothing": {
    question: "Does calling a generator function run it?",
    believed: "That would be so if the call ran the body.",
    right: "The call only makes a frame that has not begun. The first `next()` runs it.",
    telling: 10,
  },
  "yield-is-not-return": {
    question: "Is `yield` a `return` that starts over next time?",
    believed: "That would be so if the function started over.",
    right: "A `yield` suspends the frame with its locals. The next request goes on after that `yield`; only a new call starts over.",
    telling: 9,
  },
  exhausted: {
    question: "Why does my second loop print nothing?",
    believed: "That would be so if the generator began again.",
    right: "A generator is one pass. Closed stays closed; call the function again for a new one.",
    telling: 0,
  },
  "error-waits-for-next": {
    question: "Why is my argument check not raised at the call?",
    believed: "That would be so if the check ran at the call.",
    right: "No line of a generator runs before the first `next()`, checks included.",
    telling: 0,
  },
  "one-yield-changes-all": {
    question: "Why do I get a generator although I return a list?",
    believed: "That would be so if the `yield` counted only when it is reached.",
    right: "One `yield` anywhere, even one that is never reached, makes every call give a generator, and `return` only ends it.",
    telling: 0,
  },
  "genexp-late-names": {
    question: "When are names in a generator expression looked up?",
    believed: "That would be so if all names were looked up at the same moment.",
    right: "The first iterable is taken at once. Everything else is looked up when a value is asked for.",
    telling: 0,
  },
  "prime-before-send": {
    question: "Why must I send None first?",
    believed: "That would be so if a frame that has not begun could receive a value.",
    right: "A frame that has not begun stands at no `yield`, so there is nothing to receive the value.",
    telling: 0,
  },
  "where-sent-values-go": {
    question: "What does `send()` return, and where does the value go?",
    believed: "That would be so if `send()` gave back the value that it sends.",
    right: "The sent value becomes the result of the `yield` at which the frame sleeps. `send()` returns what the next `yield` hands out.",
    telling: 10,
  },
  "return-value-is-hidden": {
    question: "Where does a generator’s return value go?",
    believed: "That would be so if `return` handed out a value as `yield` does.",
    right: "`return` ends the generator. Its value travels in `StopIteration.value`, which `for` and `list` throw away.",
    telling: 8,
  },
  "stopiteration-inside": {
    question: "RuntimeError: generator raised StopIteration?",
    believed: "That would be so if StopIteration ended a generator from inside.",
    right: "A StopIteration that leaves a generator’s body is turned into RuntimeError. End a generator with `return`.",
    telling: 0,
  },
  "recursion-needs-yield-from": {
    question: "Why does my recursive generator yield nothing?",
    believed: "That would be so if the inner call ran the body.",
    right: "The inner call makes another frame and drops it. Delegate to it with `yield from`.",
    telling: 0,
  },
  "yield-from-is-not-a-for": {
    question: "Is `yield from` only a `for` loop?",
    believed: "That would be so if the delegating frame took part. It only passes on what comes.",
    right: "`yield from` carries `send`, `throw` and `close` inwards, and what is yielded outwards, past the frame that delegates.",
    telling: 10,
  },
  "break-does-not-close": {
    question: "When does the `finally` of a generator run after `break`?",
    believed: "That would be so if `break` closed the generator.",
    right: "`break` only stops asking. The frame sleeps on until `close()`, its end, or the loss of its last reference.",
    telling: 0,
  },
  "dropped-is-closed": {
    question: "What becomes of a generator that nobody needs any more?",
    believed: "That would be so if a dropped frame just vanished.",
    right: "When the last reference goes, Python closes the generator, so its `finally` runs there.",
    telling: 6,
  },
  "close-ends-the-frame": {
    question: "Is a generator still suspended after `close()`?",
    believed: "That would be so if `close()` only marked the frame.",
    right: "`close()` throws GeneratorExit in at the `yield`. The frame runs its clean-up and is closed.",
    telling: 8,
  },
  "yield-in-finally": {
    question: "RuntimeError: generator ignored GeneratorExit?",
    believed: "That would be so if `close()` always ended the frame.",
    right: "`close()` throws GeneratorExit in at the `yield`. Answering it with another `yield` is the error.",
    telling: 8,
  },
  "throw-can-be-survived": {
    question: "Does `throw()` always end a generator?",
    believed: "That would be so if the frame had dealt with the exception in the other way.",
    right: "`throw()` raises the exception at the `yield`. A frame that catches it goes on to its next `yield`; else it is closed.",
    telling: 8,
  },
  "exception-ends-the-frame": {
    question: "Where does an exception go that leaves a generator?",
    believed: "That would be so if the exception stayed in the generator.",
    right: "An exception that leaves a frame closes it, and goes on where the frame was asked.",
    telling: 5,
  },
  "yield-gives-control-back": {
    question: "Who runs after a `yield`?",
    believed: "That would be so if the frame went on after its `yield`.",
    right: "A `yield` gives control, and the value, to whoever asked. The frame sleeps.",
    telling: 4,
  },
  "delegation-gives-the-return-value": {
    question: "What do `yield from` and `await` evaluate to?",
    believed: "That would be so if what comes out were an exception or a yielded value.",
    right: "`yield from` and `await` evaluate to what the inner frame returns.",
    telling: 7,
  },
  "never-awaited": {
    question: "Coroutine was never awaited: why did nothing run?",
    believed: "That would be so if the call ran the body.",
    right: "Calling an `async` function only makes a frame, too. `await` or a task runs it.",
    telling: 9,
  },
  "await-is-not-yield-from": {
    question: "Does `await` equal `yield from`? Can I await a generator?",
    believed: "That would be so if `await` took every generator.",
    right: "It is the same channel, but `await` takes only awaitables. `types.coroutine` marks a generator as one.",
    telling: 0,
  },
  "await-is-not-concurrency": {
    question: "Why are my awaits still one after the other?",
    believed: "That would be so if `await` let the next line go on meanwhile.",
    right: "`await` waits for what it awaits. Only tasks (`create_task`, `gather`) let others go on meanwhile.",
    telling: 0,
  },
  "await-may-not-switch": {
    question: "Does every `await` give way to the loop?",
    believed: "That would be so if every `await` gave control away.",
    right: "`await` runs the coroutine like a call. Control leaves only when the innermost frame really suspends.",
    telling: 9,
  },
  "sleep-lets-others-run": {
    question: "Who runs while a task waits?",
    believed: "That would be so if a task that waits kept the thread.",
    right: "A suspended task gives control to the event loop, which resumes the next callback that is ready.",
    telling: 9,
  },
  "create-task-starts-later": {
    question: "When does a created task start, and in which order?",
    believed: "That would be so if `create_task` ran the coroutine.",
    right: "A new task only joins the ready queue. It begins when its maker really suspends.",
    telling: 10,
  },
  "blocking-sleep": {
    question: "Why does `time.sleep` freeze every task?",
    believed: "That would be so if `time.sleep` let the event loop go on.",
    right: "There is one thread, and the loop is a caller: it runs nothing until your frame suspends.",
    telling: 0,
  },
  "cancel-is-a-request": {
    question: "I called `cancel()`: why does the task go on?",
    believed: "That would be so if `cancel()` ended the task at once.",
    right: "`cancel()` only asks: later the loop throws CancelledError in at the `await` where the task sleeps.",
    telling: 10,
  },
  "one-thread-still-races": {
    question: "No threads, so no races?",
    believed: "That would be so if nobody else could run between two lines.",
    right: "Between two awaits you are alone; across one you are not. What you read before may be stale.",
    telling: 0,
  },
  "gather-lets-others-run": {
    question: "Does `gather` cancel the others when one fails?",
    believed: "That would be so if `gather` cancelled the others.",
    right: "`gather` passes on the first error and lets the rest run. A TaskGroup cancels them.",
    telling: 0,
  },
  "async-for-is-one-at-a-time": {
    question: "Does `async for` fetch ahead or in parallel?",
    believed: "That would be so if the generator went on by itself.",
    right: "`async for` asks, waits, runs the body, and asks again. Only other tasks run in between.",
    telling: 0,
  },
  "async-yield-goes-to-its-asker": {
    question: "Where does an async generator’s `yield` go?",
    believed: "That would be so if a `yield` went where an `await` goes.",
    right: "An async generator has two ways out: its `await` goes to the event loop, its `yield` to whoever asked for the value.",
    telling: 9,
  },
  "async-gen-left-open": {
    question: "Why does my async generator’s `finally` run late or half?",
    believed: "That would be so if leaving the `async for` closed it.",
    right: "Leaving an `async for` does not close the generator, and its `finally` may need the loop. Use `aclosing()`.",
    telling: 0,
  },
  "print-order": {
    question: "In which order is it printed?",
    believed: "That is printed, too, but later.",
    right: "What is printed next depends on which frame has control.",
    telling: 6,
  },
};
