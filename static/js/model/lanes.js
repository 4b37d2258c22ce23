// The rows of the timeline: one for each frame, nested under the frame that first resumed it, folded where there are many.
// Calls that came and went without a frame that can sleep are hidden in one row where there are several.
// The event loop has a row of its own, over the tasks that it resumes; or, where the library's frames are told, each of its modules has.

import { NOBODY, nameOf } from "./trace.js";
import { merge, segmentsOf, LOOKS } from "./segments.js";
import { words } from "../words/words.js";

/** @import { Frame } from "./packed.js" */
/** @import { Trace } from "./trace.js" */
/** @import { LoopHistory } from "./loop.js" */
/** @import { Segments } from "./segments.js" */

/**
 * @typedef {object} Lane
 * @property {string} key
 * @property {string} label
 * @property {"frame"|"loop"|"group"|"calls"|"library"} kind  a library row stands for the frames of a module, or of all imports; calls for those of several functions
 * @property {number} frame  the frame; of a group its first; NOBODY for the event loop
 * @property {number[]} members  the frames a group stands for
 * @property {number} depth
 * @property {Lane[]} children
 */

/** More like siblings than this fold into one row; of the library's functions more than one. */
const MANY = 8;
/** More finished calls than this under one frame are hidden. */
const FEW_CALLS = 3;
/** @type {Set<Frame["kind"]>} */
const CALLS = new Set(["function", "comprehension", "class"]);
/** What the row of all imports is called. */
export const IMPORTS = "imports";
/** More open rows than this, and those below the second level begin folded. */
const OPEN_ROWS = 60;

export class Lanes {
  /** @type {Set<string>} */ #folded = new Set();
  /** @type {Map<string, Segments>} */ #segments = new Map();
  /** @type {Map<number, Lane>} the rows a frame is drawn in: its own, or its group's */ #laneOf = new Map();
  /** @type {Lane[]|null} */ #rows = null;
  /** @type {Map<number, number>|null} */ #rowOf = null;
  /** @type {Map<string, Lane>} */ #parents = new Map();
  /** @type {Set<number>} frames of finished calls, with none under them that can sleep */ #quiet = new Set();
  #onlySleepers = false;
  /** @type {Map<number, Lane>} the module's row of each frame of the library */ #libraryLaneOf = new Map();

  /** @param {Trace} trace @param {LoopHistory} loop */
  constructor(trace, loop) {
    this.trace = trace;
    this.loop = loop;
    this.rowSegments = segmentsOf(trace);
    this.roots = this.#tree();
    this.#foldMany();
  }

  /** The rows to be seen, from top to bottom. */
  get rows() {
    if (!this.#rows) {
      /** @type {Lane[]} */
      const rows = [];
      const pending = [...this.roots].reverse();
      while (pending.length) {
        const lane = /** @type {Lane} */ (pending.pop());
        if (this.#isShown(lane)) rows.push(lane);
        if (!this.#folded.has(lane.key)) for (let i = lane.children.length - 1; i >= 0; i--) pending.push(lane.children[i]);
      }
      this.#rows = rows;
    }
    return this.#rows;
  }

  /** @param {boolean} wanted whether frames that can't sleep have no row: they are seen in the row of who called them. Modules stay. */
  showOnlySleepers(wanted) {
    this.#onlySleepers = wanted;
    this.#forgetRows();
  }

  /** @param {Lane} lane */
  isFolded(lane) {
    return this.#folded.has(lane.key);
  }

  /** Whether a frame is inside of a library module that is folded. @param {number} frame */
  isHidden(frame) {
    const lane = this.#libraryLaneOf.get(frame);
    return lane !== undefined && this.#folded.has(lane.key);
  }

  /** Opens the library modules that are open in those of another run. @param {Lanes} before */
  openLike(before) {
    for (const { key, kind } of before.roots) if (kind === "library" && !before.#folded.has(key)) this.#folded.delete(key);
    this.#forgetRows();
  }

  /** @param {Lane} lane */
  toggle(lane) {
    if (!this.#folded.delete(lane.key)) this.#folded.add(lane.key);
    this.#forgetRows();
  }

  /** The row in which a frame is to be seen: its own, or that of the folded row it is in. -1 where it has none. @param {number} frame */
  rowOf(frame) {
    this.#rowOf ??= this.#findRows();
    return this.#rowOf.get(frame) ?? -1;
  }

  /** Opens what hides a frame. @param {number} frame */
  reveal(frame) {
    const path = this.#pathTo(frame);
    if (path.some((lane) => this.#folded.delete(lane.key))) this.#forgetRows();
  }

  /** @param {Lane} lane */
  #isShown({ kind, frame }) {
    if (!this.#onlySleepers || kind === "loop" || kind === "library") return true;
    const { sleeps, kind: of } = this.trace.frames[frame];
    return kind !== "calls" && (sleeps || of === "module");
  }

  /** @param {Lane} lane @returns {Segments} */
  segments(lane) {
    let found = this.#segments.get(lane.key);
    if (!found) {
      found = lane.kind === "loop" ? this.#loopSegments() : merge(lane.members.map(this.rowSegments));
      this.#segments.set(lane.key, found);
    }
    return found;
  }

  /** How many steps are the program's, the library's as it is used, and the library's as it is imported. */
  stepsByOwner() {
    const { trace } = this;
    const steps = (/** @type {number[]} */ frames) => frames.reduce((sum, frame) => sum + trace.stepsOf(frame).length, 0);
    const imports = steps(this.roots.find(({ kind, label }) => kind === "library" && label === IMPORTS)?.members ?? []);
    // The last step, at which the program has ended, is nobody's.
    const program = Math.max(0, trace.programSteps.length - 1);
    const open = trace.raw.events.lastIndexOf("open") + 1;
    return { program, imports, library: trace.last - open - program - imports };
  }

  #forgetRows() {
    this.#rows = null;
    this.#rowOf = null;
  }

  #findRows() {
    /** @type {Map<number, number>} */
    const found = new Map();
    const below = (/** @type {Lane} */ top, /** @type {number} */ row) => {
      const pending = [top];
      while (pending.length) {
        const lane = /** @type {Lane} */ (pending.pop());
        for (const frame of lane.kind === "loop" ? [NOBODY] : lane.members) found.set(frame, row);
        pending.push(...lane.children);
      }
    };
    this.rows.forEach((lane, row) => {
      if (this.#folded.has(lane.key)) below(lane, row);
      else if (lane.kind === "loop" || lane.kind === "frame") found.set(lane.frame, row);
    });
    if (this.#onlySleepers) this.#findCallers(found);
    return found;
  }

  /** Puts frames without a row of their own into the row of who called them. @param {Map<number, number>} rowOf */
  #findCallers(rowOf) {
    for (const { id } of this.trace.frames) {
      if (rowOf.has(id)) continue;
      const over = this.#pathTo(id).findLast(({ kind, frame }) => kind !== "calls" && rowOf.has(kind === "loop" ? NOBODY : frame));
      if (over) rowOf.set(id, rowOf.get(over.kind === "loop" ? NOBODY : over.frame) ?? -1);
    }
  }

  /** @param {number} frame @returns {Lane[]} the rows over a frame's own, outermost first */
  #pathTo(frame) {
    const path = [];
    let lane = this.#laneOf.get(frame);
    while (lane) {
      lane = this.#parents.get(lane.key);
      if (lane) path.unshift(lane);
    }
    return path;
  }

  #tree() {
    const { trace } = this;
    const hasLoop = this.loop.turns.length > 0 && !trace.hasLibrary;
    /** @type {Lane[]} */
    const lanes = trace.frames.map((frame) => ({
      key: `f${frame.id}`,
      label: trace.label(frame.id),
      kind: "frame",
      frame: frame.id,
      members: [frame.id],
      depth: 0,
      children: [],
    }));
    /** @type {Lane} */
    const loopLane = { key: "loop", label: words.laneNames.loop, kind: "loop", frame: NOBODY, members: [], depth: 0, children: [] };
    const firstTurn = hasLoop ? this.loop.turns[0].from : 0;
    /** @type {Lane[]} */
    const roots = [];

    for (const frame of trace.frames) {
      if (frame.library) continue;
      const by = this.#firstResumer(frame.id);
      const lane = lanes[frame.id];
      if (by === NOBODY) (hasLoop && frame.sleeps ? loopLane.children : roots).push(lane);
      else lanes[by].children.push(lane);
    }
    if (hasLoop) {
      const starter = trace.active.slice(0, firstTurn + 1).findLast((frame) => frame !== NOBODY && !trace.frames[frame].sleeps);
      if (starter === undefined) roots.push(loopLane);
      else lanes[starter].children.push(loopLane);
    }

    this.#findQuiet(lanes);
    const top = [...this.#group(roots, ""), ...this.#libraryLanes(lanes)];
    const pending = top.map((lane) => ({ lane, depth: 0 }));
    while (pending.length) {
      const { lane, depth } = /** @type {{ lane: Lane, depth: number }} */ (pending.pop());
      lane.depth = depth;
      if (lane.kind === "loop" || lane.kind === "frame") this.#laneOf.set(lane.frame, lane);
      if (lane.kind === "calls") lane.children = this.#groupLikes(lane.children, lane.key);
      else if (lane.kind !== "group") lane.children = this.#group(lane.children, lane.key);
      for (const child of lane.children) {
        this.#parents.set(child.key, lane);
        pending.push({ lane: child, depth: depth + 1 });
      }
    }
    return top;
  }

  /** A row for each module of the library, and one for all that ran to import them. @param {Lane[]} lanes of all frames @returns {Lane[]} */
  #libraryLanes(lanes) {
    const { frames } = this.trace;
    /** @type {Set<number>} */
    const importing = new Set();
    /** @type {Map<string, Lane>} */
    const found = new Map();
    for (const { id, kind, library } of frames) {
      if (!library) continue;
      if (kind === "module" || importing.has(this.#resumerBefore(id))) importing.add(id);
      const label = importing.has(id) ? IMPORTS : library;
      const lane = found.get(label) ?? { key: `library/${label}`, label, kind: "library", frame: id, members: [], depth: 0, children: [] };
      found.set(label, lane);
      lane.members.push(id);
      lane.children.push(lanes[id]);
      this.#libraryLaneOf.set(id, lane);
      this.#folded.add(lane.key);
    }
    const imports = found.get(IMPORTS);
    found.delete(IMPORTS);
    return [...found.values(), ...(imports ? [imports] : [])];
  }

  /** The frame of the program that first resumed a frame, through the library's frames between. @param {number} frame */
  #firstResumer(frame) {
    let by = this.#resumerBefore(frame);
    while (by !== NOBODY && this.trace.frames[by].library) by = this.#resumerBefore(by);
    return by;
  }

  /** @param {number} frame */
  #resumerBefore(frame) {
    const { trace } = this;
    const steps = trace.stepsOf(frame);
    for (const s of steps) {
      const { event, peer } = trace.step(s);
      if (event === "resume" || event === "call") return peer ?? NOBODY;
    }
    return trace.frames[frame].creator;
  }

  /** A frame's children come after it. @param {Lane[]} lanes of all frames */
  #findQuiet(lanes) {
    const { trace } = this;
    for (const { frame, children } of lanes.toReversed()) {
      const { kind, sleeps, library } = trace.frames[frame];
      if (!CALLS.has(kind) || sleeps || library || !children.every((child) => this.#quiet.has(child.frame))) continue;
      const end = trace.stepsOf(frame).at(-1);
      if (end !== undefined && trace.raw.events[end] === "return") this.#quiet.add(frame);
    }
  }

  /** @param {Lane[]} siblings @param {string} under @returns {Lane[]} */
  #group(siblings, under) {
    return this.#groupLikes(this.#hideCalls(siblings, under), under);
  }

  /** Puts finished calls into one row where they are several. @param {Lane[]} siblings @param {string} under @returns {Lane[]} */
  #hideCalls(siblings, under) {
    const calls = siblings.filter(({ frame }) => this.#quiet.has(frame));
    if (calls.length <= FEW_CALLS) return siblings;
    const key = `${under}/calls`;
    this.#folded.add(key);
    /** @type {Lane} */
    const row = {
      key,
      label: words.laneNames.calls(calls.length),
      kind: "calls",
      frame: calls[0].frame,
      members: calls.map(({ frame }) => frame),
      depth: 0,
      children: calls,
    };
    return siblings.flatMap((lane) => (lane === calls[0] ? [row] : this.#quiet.has(lane.frame) ? [] : [lane]));
  }

  /** Puts like siblings into a group where they are many. @param {Lane[]} siblings @param {string} under @returns {Lane[]} */
  #groupLikes(siblings, under) {
    const nameOfLane = (/** @type {Lane} */ lane) =>
      lane.kind === "loop" || lane.kind === "calls" ? lane.key : nameOf(this.trace.frames[lane.frame]);
    /** @type {Map<string, Lane[]>} */
    const likes = new Map();
    for (const lane of siblings) {
      const name = nameOfLane(lane);
      const like = likes.get(name);
      if (like) like.push(lane);
      else likes.set(name, [lane]);
    }
    /** @type {Lane[]} */
    const out = [];
    for (const lane of siblings) {
      const name = nameOfLane(lane);
      const likeIt = likes.get(name) ?? [];
      if (likeIt.length <= this.#fewOf(lane)) {
        out.push(lane);
      } else if (likeIt[0] === lane) {
        const key = `${under}/${name}`;
        const label = `${name.replace(/\(\)$/, "")} ×${likeIt.length}`;
        out.push({ key, label, kind: "group", frame: lane.frame, members: likeIt.map((like) => like.frame), depth: 0, children: likeIt });
        this.#folded.add(key);
      }
    }
    return out;
  }

  /** @param {Lane} lane */
  #fewOf({ kind, frame }) {
    if (kind !== "frame") return MANY;
    const { frames } = this.trace;
    return frames[frame].library && !frames[frame].sleeps ? 1 : MANY;
  }

  #foldMany() {
    if (this.rows.length <= OPEN_ROWS) return;
    /** @type {number[]} */
    const openAt = [];
    for (const { depth } of this.rows) openAt[depth] = (openAt[depth] ?? 0) + 1;
    let open = 0;
    const deepest = Math.max(
      2,
      openAt.findIndex((count) => (open += count) > OPEN_ROWS),
    );
    for (const lane of this.rows) if (lane.depth === deepest - 1 && lane.children.length) this.#folded.add(lane.key);
    this.#forgetRows();
  }

  /** Where the loop has control it runs; else it waits for the task it resumed. @returns {Segments} */
  #loopSegments() {
    const { active, length } = this.trace;
    const [RUNNING, WAITING, CLOSED] = [LOOKS.indexOf("running"), LOOKS.indexOf("waiting"), LOOKS.indexOf("closed")];
    /** @type {{ from: number, look: number }[]} */
    const turns = [];
    for (const turn of this.loop.turns) {
      for (let s = turn.from; s < Math.min(turn.to, length); s++) {
        const look = active[s] === NOBODY ? RUNNING : WAITING;
        if (turns.at(-1)?.look !== look) turns.push({ from: s, look });
      }
      if (turn.to < length) turns.push({ from: turn.to, look: CLOSED });
    }
    return {
      from: Int32Array.from(turns, (turn) => turn.from),
      to: Int32Array.from(turns, (_, i) => turns[i + 1]?.from ?? length),
      look: Uint8Array.from(turns, (turn) => turn.look),
      line: new Int32Array(turns.length),
    };
  }
}
