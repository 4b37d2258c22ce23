// What people believe of suspended frames, and what is so: the words are in words/. Questions name their misconception by its key; the browser counts
// answers by it.

/**
 * The order in which a program's questions are chosen, see docs/predict.md: the higher, the sooner a question about a misconception is chosen. 0 is never
 * chosen by the rule, only asked by a lesson.
 * @type {Record<string, number>}
 */
export const TELLING = {
  "call-runs-nothing": 10,
  "yield-is-not-return": 9,
  exhausted: 0,
  "error-waits-for-next": 0,
  "one-yield-changes-all": 0,
  "genexp-late-names": 0,
  "prime-before-send": 0,
  "where-sent-values-go": 10,
  "return-value-is-hidden": 8,
  "stopiteration-inside": 0,
  "recursion-needs-yield-from": 0,
  "yield-from-is-not-a-for": 10,
  "break-does-not-close": 0,
  "dropped-is-closed": 6,
  "close-ends-the-frame": 8,
  "yield-in-finally": 8,
  "throw-can-be-survived": 8,
  "exception-ends-the-frame": 5,
  "yield-gives-control-back": 4,
  "delegation-gives-the-return-value": 7,
  "never-awaited": 9,
  "await-is-not-yield-from": 0,
  "await-is-not-concurrency": 0,
  "await-may-not-switch": 9,
  "sleep-lets-others-run": 9,
  "create-task-starts-later": 10,
  "blocking-sleep": 0,
  "cancel-is-a-request": 10,
  "one-thread-still-races": 0,
  "gather-lets-others-run": 0,
  "async-for-is-one-at-a-time": 0,
  "async-yield-goes-to-its-asker": 9,
  "async-gen-left-open": 0,
  "print-order": 6,
};
