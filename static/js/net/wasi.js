// One run of the interpreter's WebAssembly module: standard input goes in, standard output comes out. The module is a plain program of WASI
// (preview 1), which asks for six things. It gets no file, no clock and no chance: `random_get` gives zeros, and the interpreter uses none of it.

/** The module ended otherwise than by itself: it ran out of memory or of stack, or it has a fault. */
export class Fault extends Error {}

/** WASI's numbers. */
const SUCCESS = 0;
const BAD_DESCRIPTOR = 8;
const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;

/** Thrown by `proc_exit`, which may not return. */
class Exit {
  /** @param {number} status */
  constructor(status) {
    this.status = status;
  }
}

/**
 * Runs the module to its end, in a new instance.
 *
 * @param {WebAssembly.Module} module @param {Uint8Array} input @returns {Uint8Array} its output
 * @throws {Fault} with what it wrote to standard error
 */
export function runInstance(module, input) {
  const process = new Process(input);
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: process.imports() });
  const { memory, _start } = /** @type {{ memory: WebAssembly.Memory, _start: () => void }} */ (/** @type {unknown} */ (instance.exports));
  process.memory = memory;
  const status = statusOf(_start);
  if (status instanceof Error) throw new Fault(process.told || String(status));
  if (status !== 0) throw new Fault(process.told || `The interpreter ended with status ${status}.`);
  return joined(process.output);
}

/** The exit status, or what trapped. @param {() => void} start @returns {number|Error} */
function statusOf(start) {
  try {
    start();
    return 0;
  } catch (error) {
    if (error instanceof Exit) return error.status;
    if (error instanceof Error) return error;
    throw error;
  }
}

/** What the module sees of the world. */
class Process {
  /** @type {WebAssembly.Memory|null} */ memory = null;
  /** @type {Uint8Array[]} */ output = [];
  #errors = "";
  #read = 0;

  /** @param {Uint8Array} input */
  constructor(input) {
    this.input = input;
  }

  /** What it wrote to standard error. */
  get told() {
    return this.#errors.trim();
  }

  /** @returns {Record<string, (...args: number[]) => number>} */
  imports() {
    return {
      fd_read: (descriptor, buffers, count, read) => this.#readInto(descriptor ?? -1, buffers ?? 0, count ?? 0, read ?? 0),
      fd_write: (descriptor, buffers, count, written) => this.#write(descriptor ?? -1, buffers ?? 0, count ?? 0, written ?? 0),
      environ_sizes_get: (count, bytes) => this.#setNumber(count ?? 0, 0) ?? this.#setNumber(bytes ?? 0, 0) ?? SUCCESS,
      environ_get: () => SUCCESS,
      random_get: () => SUCCESS,
      proc_exit: (status) => {
        throw new Exit(status ?? 0);
      },
    };
  }

  /** Memory moves as it grows, so nobody keeps a view of it. */
  get #view() {
    if (!this.memory) throw new Fault("The interpreter has no memory yet.");
    return new DataView(this.memory.buffer);
  }

  /** @param {number} at @param {number} number */
  #setNumber(at, number) {
    this.#view.setUint32(at, number, true);
  }

  /** The parts of memory that a call names. @param {number} buffers @param {number} count @returns {Uint8Array[]} */
  #buffers(buffers, count) {
    const view = this.#view;
    return Array.from({ length: count }, (_, index) => {
      const at = buffers + 8 * index;
      return new Uint8Array(view.buffer, view.getUint32(at, true), view.getUint32(at + 4, true));
    });
  }

  /** @param {number} descriptor @param {number} buffers @param {number} count @param {number} read where the number of bytes goes */
  #readInto(descriptor, buffers, count, read) {
    if (descriptor !== STANDARD_INPUT) return BAD_DESCRIPTOR;
    const before = this.#read;
    for (const buffer of this.#buffers(buffers, count)) {
      const part = this.input.subarray(this.#read, this.#read + buffer.length);
      buffer.set(part);
      this.#read += part.length;
    }
    this.#setNumber(read, this.#read - before);
    return SUCCESS;
  }

  /** @param {number} descriptor @param {number} buffers @param {number} count @param {number} written where the number of bytes goes */
  #write(descriptor, buffers, count, written) {
    if (descriptor !== STANDARD_OUTPUT && descriptor !== STANDARD_ERROR) return BAD_DESCRIPTOR;
    const parts = this.#buffers(buffers, count).map((part) => part.slice());
    if (descriptor === STANDARD_OUTPUT) this.output.push(...parts);
    else this.#errors += new TextDecoder().decode(joined(parts));
    this.#setNumber(
      written,
      parts.reduce((bytes, part) => bytes + part.length, 0),
    );
    return SUCCESS;
  }
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
