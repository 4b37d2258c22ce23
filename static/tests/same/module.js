// The interpreter's WebAssembly module as Node runs it: in a thread with a stack like a browser's, which ends when its time is up.

import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { Fault, runInstance } from "../../js/net/wasi.js";

/** @typedef {{ trace: string, milliseconds: number }|{ fault: string, milliseconds: number }} Ran */

/** Chromium gives a worker about a mebibyte. */
const STACK_MB = 1;

export class Module {
  /** @type {Worker|null} */ #worker = null;

  /** @param {Uint8Array} bytes of the module @param {object} limits @param {number} seconds that a run may take */
  constructor(bytes, limits, seconds) {
    this.code = new WebAssembly.Module(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));
    this.limits = limits;
    this.seconds = seconds;
  }

  /** @param {object} program @returns {Promise<Ran>} */
  run(program) {
    const worker = (this.#worker ??= new Worker(new URL(import.meta.url), {
      workerData: this.code,
      resourceLimits: { stackSizeMb: STACK_MB },
    }));
    const began = performance.now();
    return new Promise((resolve) => {
      const ends = (/** @type {{ trace: string }|{ fault: string }} */ ran) => {
        clearTimeout(clock);
        worker.off("message", ends).off("error", fails);
        if ("fault" in ran) this.end();
        resolve({ ...ran, milliseconds: performance.now() - began });
      };
      const clock = setTimeout(() => ends({ fault: `not ended after ${this.seconds} s` }), this.seconds * 1000);
      const fails = (/** @type {unknown} */ error) => ends({ fault: `THE THREAD ENDED: ${error}` });
      worker.on("message", ends).on("error", fails);
      worker.postMessage(JSON.stringify({ program, limits: this.limits }));
    });
  }

  end() {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

if (!isMainThread) {
  parentPort?.on("message", (/** @type {string} */ job) => {
    try {
      parentPort?.postMessage({ trace: new TextDecoder().decode(runInstance(workerData, new TextEncoder().encode(job))) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      parentPort?.postMessage({ fault: error.message });
    }
  });
}
