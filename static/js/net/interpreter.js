// The interpreter in this browser: a worker with the WebAssembly module, fetched when the first program is run. While it comes, and where it can't be
// had, programs run on the server.

import { Fault } from "./wasi.js";

/** @import { How, Text } from "./api.js" */
/** @import { Answered } from "./interpreter-worker.js" */

/** @typedef {{ worker: string, module: string }} Addresses */

export class Interpreter {
  /** @type {Worker|null} */ #worker = null;
  #isReady = false;
  /** It can't be had in this browser. */ #isRefused = false;
  /** Who waits for it to be ready. @type {(() => void)[]} */ #waiting = [];
  /** Whether it was ready before: then it is again in a moment. */ #wasReady = false;
  /** Who waits for the answer to the program that runs. @type {((answered: Answered) => void)|null} */ #answer = null;

  /** @param {Addresses} addresses @param {object} limits of a run */
  constructor(addresses, limits) {
    this.addresses = addresses;
    this.limits = limits;
  }

  /**
   * Whether it can run a program now. One that was ended is ready again in a moment; who may wait for that, does.
   * @param {boolean} mayWait
   */
  async comes(mayWait) {
    if (!this.#isReady && this.#worker && this.#wasReady && mayWait) await new Promise((done) => this.#waiting.push(() => done(null)));
    return this.#isReady;
  }

  /** Begins to make ready, if that has not begun. */
  prepare() {
    if (this.#worker || this.#isRefused) return;
    const worker = startedWorker(this.addresses.worker);
    if (!worker) {
      this.#isRefused = true;
      return;
    }
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#answered(data));
    worker.addEventListener("error", ({ message }) => this.#answered({ fault: message || "The worker did not start." }));
    this.#ask(null);
  }

  /**
   * @param {Text & How} program @param {AbortSignal} signal ends the worker @returns {Promise<any>} the packed trace
   * @throws {Fault} what the module could not do, a server may
   */
  async run(program, signal) {
    const stop = () => this.#end();
    signal.addEventListener("abort", stop);
    try {
      const answered = await new Promise((/** @type {(answered: Answered) => void} */ resolve) => {
        this.#answer = resolve;
        this.#ask(JSON.stringify({ program, limits: this.limits }));
      });
      signal.throwIfAborted();
      if ("trace" in answered) return JSON.parse(answered.trace);
      throw new Fault("fault" in answered ? answered.fault : "The interpreter did not run the program.");
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  /** @param {string|null} job */
  #ask(job) {
    this.#worker?.postMessage({ module: new URL(this.addresses.module, location.href).href, job });
  }

  /** @param {Answered} answered */
  #answered(answered) {
    if (this.#answer) {
      this.#answer(answered);
      this.#answer = null;
    } else {
      this.#isReady = "ready" in answered;
      this.#isRefused = !this.#isReady;
      this.#wasReady ||= this.#isReady;
      for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Ends the worker, and what it runs; another one is made ready. */
  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    this.#answer?.({ fault: "The program was stopped." });
    this.#answer = null;
    this.prepare();
  }
}

/** @param {string} address @returns {Worker|null} null where the browser can't run the module in one */
function startedWorker(address) {
  try {
    return "compileStreaming" in WebAssembly ? new Worker(address, { type: "module" }) : null;
  } catch {
    return null;
  }
}
