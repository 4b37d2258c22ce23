// The packed trace of docs/trace.md, unpacked: columns of plain numbers, differences undone. What they mean is trace.js's business.

import { words } from "../words/words.js";

/**
 * @typedef {{
 *   outcome: "finished"|"raised"|"exit"|"limit"|"deadlock"|"stopped"|"syntax_error",
 *   type?: string, message?: string, line?: number, column?: number, end_line?: number, end_column?: number,
 *   traceback?: string, limit?: string, status?: number, sleepers?: string[], clock_read_on?: boolean, input_asked?: boolean, objects_end?: number,
 *   recorded?: boolean, recording_ended_by?: string, from?: number, steps?: number, instructions?: number, memory?: number,
 * }} Outcome
 *
 * @typedef {"module"|"class"|"function"|"comprehension"|"generator"|"coroutine"|"async_generator"} Kind
 * @typedef {"line"|"create"|"call"|"resume"|"suspend"|"return"|"raise"|"drop"|"open"|"end"} EventName  the page itself adds `end`, the last step; `open` is how a frame is where a window begins
 * @typedef {"next"|"send"|"throw"|"close"|"anext"|"asend"|"athrow"|"aclose"|"await"|"yield from"|"loop"|"yield"} How
 * @typedef {"time"|"ready"|"run"|"timer"|"timer_gone"|"task"|"task_done"|"task_cancel"|"begin"|"stop"|"task_waits"|"task_drives"|"task_name"|"passed"} LoopOp
 *
 * @typedef {"expression"|"for"|"async for"|"unpacking"|"with"|"async with"|"drop"} Construct
 * @typedef {""|"returned"|"raised"|"cancelled"} TaskEnd
 * @typedef {"value"|"raises"|"refused"|"unbound"} WatchKind
 * @typedef {{ expression: number, frame: number, kind: WatchKind, value: Value }} Watched  what an expression is in a frame; the value's text is what it raises, or why it is refused
 *
 * @typedef {object} LoopChange
 * @property {LoopOp} op
 * @property {number} id
 * @property {string} text
 * @property {number|null} when
 * @property {number} frame
 * @property {number} task  the number of the task that a callback or timer belongs to, 0 for none
 * @property {TaskEnd} end  how a task ended
 * @property {string} value  what it returned or raised
 * @typedef {{ line: number, column: number, endLine: number, endColumn: number }} Place  a stretch of source, columns in characters from 1
 * @typedef {{ error: boolean, text: string, frame: number, line: number }} Output  the frame and line that wrote it; -1 is the event loop
 * @typedef {{ caught: boolean, before: boolean, type: string, message: string }} ExceptionEntry
 * @typedef {{ text: string, object: number, frame: number }} Value  what `repr` shows; frame is -1 where it is no frame's object
 *
 * @typedef {object} Frame
 * @property {number} id
 * @property {Kind} kind
 * @property {string} name
 * @property {number} line
 * @property {boolean} sleeps  whether it can: a generator, a coroutine, an async generator, a module that awaits outside of functions
 * @property {boolean} awaitable
 * @property {string} library
 * @property {string} task
 * @property {number} creator
 * @property {number|null} peak  bytes
 * @property {number} ordinal  which of the run's frames of that name, from 1; 0 where all are there and can be counted
 *
 * @typedef {{ name: string, kind: Kind, ordinal: number, first: number, created: number[], running: number[], suspended: number[] }} FrameShares  percent of each column from the first one on
 * @typedef {{ steps: number, width: number, left_out?: number, frames: FrameShares[] }} OverviewColumns  of a run that had more steps than are recorded
 *
 * @typedef {{ at: number[] } & Record<string, any>} Column  entries that name their steps, one step perhaps several times
 */

const KINDS = /** @type {Record<string, Kind>} */ ({
  m: "module",
  k: "class",
  f: "function",
  c: "comprehension",
  g: "generator",
  r: "coroutine",
  a: "async_generator",
});

const STATES = /** @type {Record<string, State>} */ ({ c: "created", r: "running", s: "suspended", x: "closed" });

const EVENTS = /** @type {Record<string, EventName>} */ ({
  l: "line",
  n: "create",
  c: "call",
  r: "resume",
  s: "suspend",
  t: "return",
  x: "raise",
  d: "drop",
  o: "open",
});

/** @type {How[]} */
const HOWS = ["next", "send", "throw", "close", "anext", "asend", "athrow", "aclose", "await", "yield from", "loop", "yield"];
/** @type {LoopOp[]} */
const LOOP_OPS = [
  "time",
  "ready",
  "run",
  "timer",
  "timer_gone",
  "task",
  "task_done",
  "task_cancel",
  "begin",
  "stop",
  "task_waits",
  "task_drives",
  "task_name",
  "passed",
];
const VERBS = ["", "send", "throw"];
/** @type {Construct[]} */
const CONSTRUCTS = ["expression", "for", "async for", "unpacking", "with", "async with", "drop"];
/** What may be told of an object, by number. */
export const OBJECT_OPS = ["new", "attribute", "delete", "insert", "key", "set", "remove", "truncate", "length", "forget", "text"];
/** @type {WatchKind[]} */
const WATCH_KINDS = ["value", "raises", "refused", "unbound"];
/** @type {TaskEnd[]} */
const TASK_ENDS = ["", "returned", "raised", "cancelled"];

/** The words of the packed form, as `docs/trace-words.json` lists them. A test holds them to it. */
export const WORDS = {
  kinds: KINDS,
  events: EVENTS,
  states: STATES,
  hows: HOWS,
  verbs: VERBS,
  constructs: CONSTRUCTS,
  loop_ops: LOOP_OPS,
  object_ops: OBJECT_OPS,
  watch_kinds: WATCH_KINDS,
  task_ends: TASK_ENDS,
};

/** The version of the packed form that this page reads. */
export const VERSION = 1;

/**
 * @param {any} packed the answer of `POST /api/trace`
 */
export function unpack(packed) {
  if (packed?.version !== VERSION) {
    throw new Error(words.packed.version(VERSION, packed?.version));
  }
  /** @type {string[]} */
  const strings = packed.strings;
  const text = (/** @type {number} */ index) => (index < 0 ? "" : strings[index]);
  const value = (/** @type {any} */ column, /** @type {number} */ i) =>
    /** @type {Value} */ ({ text: text(column.text[i]), object: column.object[i], frame: column.frame[i] });

  return {
    frames: unpackFrames(packed.frames, text),
    events: [...packed.steps.event].map((letter) => EVENTS[letter]),
    stepFrame: sums(packed.steps.frame),
    stepLine: sums(packed.steps.line),
    how: entries(packed.how, (column, i) => ({
      how: HOWS[column.how[i]],
      verb: VERBS[column.verb[i]],
      construct: CONSTRUCTS[column.construct[i]],
    })),
    through: entries(packed.through, (column, i) => text(column.text[i])),
    expression: expressions(packed),
    generatorExits: new Set(sums(packed.generator_exit.at)),
    /** Drops that a `close()` caused. */
    byClose: new Set(sums(packed.by_close.at)),
    /** The step after which the program first read a clock; none where it did not. */
    clockRead: sums(packed.clock_read.at)[0] ?? -1,
    peer: entries(packed.peer, (column, i) => /** @type {number} */ (column.frame[i])),
    value: entries(packed.value, value),
    states: entries(packed.states, (column, i) => ({ frame: /** @type {number} */ (column.frame[i]), state: stateOf(column.state[i]) })),
    locals: entries(packed.locals, (column, i) => ({
      name: text(column.name[i]),
      value: column.text[i] < 0 ? null : value(column, i),
    })),
    exceptions: entries(
      packed.exceptions,
      (column, i) =>
        /** @type {ExceptionEntry} */ ({
          caught: column.caught[i] === 1,
          before: column.before[i] === 1,
          type: text(column.type[i]),
          message: text(column.message[i]),
        }),
    ),
    output: entries(
      packed.output,
      (column, i) =>
        /** @type {Output} */ ({
          error: column.error[i] === 1,
          text: text(column.text[i]),
          frame: column.frame[i],
          line: column.line[i],
        }),
    ),
    loop: entries(
      packed.loop,
      (column, i) =>
        /** @type {LoopChange} */ ({
          op: LOOP_OPS[column.op[i]],
          id: column.id[i],
          text: text(column.text[i]),
          when: column.when[i],
          frame: column.frame[i],
          task: column.task[i],
          end: TASK_ENDS[column.end[i]],
          value: text(column.value[i]),
        }),
    ),
    objects: objects(packed.objects, text),
    ...watched(packed, text),
    overview: /** @type {OverviewColumns|null} */ (packed.overview ?? null),
    outcome: /** @type {Outcome} */ (packed.outcome),
  };
}

/**
 * What is told of objects, in columns: there may be hundreds of thousands of entries.
 * @param {any} column @param {(index: number) => string} text
 */
function objects(column, text) {
  return {
    at: sums(column.at),
    object: sums(column.object),
    op: Uint8Array.from(column.op),
    place: Int32Array.from(column.place),
    value: Int32Array.from(column.value),
    frame: Int32Array.from(column.frame),
    text: Int32Array.from(column.text),
    textOf: text,
  };
}

/**
 * The expressions that somebody wrote, each with the reason where it is not watched, and what they are.
 * @param {any} packed @param {(index: number) => string} text
 */
function watched({ watched = { expression: [], refused: [] }, watch = { at: [] } }, text) {
  return {
    expressions: watched.expression.map((/** @type {number} */ own, /** @type {number} */ i) => ({
      text: text(own),
      refused: text(watched.refused[i]),
    })),
    watch: entries(
      watch,
      (column, i) =>
        /** @type {Watched} */ ({
          expression: column.expression[i],
          frame: column.frame[i],
          kind: WATCH_KINDS[column.kind[i]],
          value: { text: text(column.text[i]), object: column.object[i], frame: column.value_frame[i] },
        }),
    ),
  };
}

/** @typedef {ReturnType<typeof objects>} ObjectColumns */
/** @typedef {ReturnType<typeof unpack>} Unpacked */

/** @typedef {"created"|"running"|"suspended"|"closed"} State */

/** @param {string} letter @returns {State} */
function stateOf(letter) {
  return STATES[letter];
}

/**
 * @param {any} columns
 * @param {(index: number) => string} text
 * @returns {Frame[]}
 */
function unpackFrames(columns, text) {
  const library = new Map(columns.library);
  const task = new Map(columns.task);
  const peak = new Map(columns.peak);
  const awaitable = new Set(columns.awaitable);
  const isSleeper = (/** @type {Kind} */ kind) => kind === "generator" || kind === "coroutine" || kind === "async_generator";
  return [...columns.kind].map((letter, id) => ({
    id,
    kind: KINDS[letter],
    sleeps: isSleeper(KINDS[letter]),
    name: text(columns.name[id]),
    line: columns.line[id],
    awaitable: awaitable.has(id),
    library: library.has(id) ? text(library.get(id)) : "",
    task: task.has(id) ? text(task.get(id)) : "",
    creator: columns.creator[id],
    peak: peak.get(id) ?? null,
    ordinal: columns.ordinal?.[id] ?? 0,
  }));
}

/** The stretch of source that each step comes from. @param {any} packed */
function expressions({ places, expression }) {
  const lines = sums(places.line);
  return entries(expression, (column, i) => {
    const place = column.place[i];
    const line = lines[place];
    return /** @type {Place} */ ({
      line,
      column: places.column[place],
      endLine: line + places.lines[place],
      endColumn: places.end_column[place],
    });
  });
}

/**
 * @template T
 * @param {any} column
 * @param {(column: any, index: number) => T} read
 * @returns {{ at: Int32Array, of: T[] }} in the order of the steps
 */
function entries(column, read) {
  const at = sums(column.at);
  /** @type {T[]} */
  const of = new Array(at.length);
  for (let i = 0; i < at.length; i++) of[i] = read(column, i);
  return { at, of };
}

/** Undoes differences. @param {number[]} differences */
function sums(differences) {
  const out = new Int32Array(differences.length);
  let sum = 0;
  for (let i = 0; i < out.length; i++) out[i] = sum += differences[i];
  return out;
}
