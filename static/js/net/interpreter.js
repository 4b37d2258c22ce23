// The interpreter in this browser: a worker with the WebAssembly module, fetched when the first program is run.

import { hrefOf } from "./site.js";
import { Fault } from "./wasi.js";
import { words } from "../words/words.js";

/** @import { How, Text } from "./api.js" */
/** @import { Answered } from "./interpreter-worker.js" */

/** @typedef {{ worker: string, module: string }} Addresses */

/** This browser can't have the interpreter. */
export class Missing extends Error {}

export class Interpreter {
  /** @type {Worker|null} */ #worker = null;
  /** Settled when programs can be run. @type {Promise<void>|null} */ #ready = null;
  #isReady = false;
  /** Who waits for answers, in the order of what was asked. @type {((answered: Answered) => void)[]} */ #waiting = [];
  /** Whether it was ready before: then it is again in a moment. */ #wasReady = false;

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
    if (!this.#isReady && this.#wasReady && mayWait) await this.prepare().catch(() => {});
    return this.#isReady;
  }

  /** Makes ready, if that has not begun. @throws {Missing} */
  prepare() {
    this.#ready ??= this.#start();
    return this.#ready;
  }

  /**
   * @param {Text & How} program @param {AbortSignal} signal ends the worker @returns {Promise<any>} the packed trace
   * @throws {Fault} what the module could not do @throws {Missing}
   */
  async run(program, signal) {
    signal.throwIfAborted();
    const stop = () => this.#end();
    signal.addEventListener("abort", stop);
    try {
      await this.prepare();
      const answered = await this.#ask(JSON.stringify({ program, limits: this.limits }));
      if ("trace" in answered) return JSON.parse(answered.trace);
      throw new Fault("fault" in answered ? answered.fault : words.interpreter.noAnswer);
    } finally {
      signal.removeEventListener("abort", stop);
      signal.throwIfAborted();
    }
  }

  async #start() {
    if (!("compileStreaming" in WebAssembly)) throw new Missing(words.interpreter.noWebAssembly);
    const worker = new Worker(hrefOf(this.addresses.worker), { type: "module" });
    worker.addEventListener("message", ({ data }) => this.#waiting.shift()?.(data));
    worker.addEventListener("error", ({ message }) => this.#answerAll(message || words.interpreter.notLoaded(this.addresses.worker)));
    this.#worker = worker;
    const answered = await this.#ask(null);
    if ("fault" in answered) throw new Missing(answered.fault);
    this.#isReady = this.#wasReady = true;
  }

  /** @param {string|null} job @returns {Promise<Answered>} */
  #ask(job) {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#worker?.postMessage({ module: new URL(hrefOf(this.addresses.module), location.href).href, job });
    });
  }

  /** @param {string} fault */
  #answerAll(fault) {
    for (const answer of this.#waiting.splice(0)) answer({ fault });
  }

  /** Ends the worker, and what it runs; another one is made ready. */
  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#isReady = false;
    this.#ready = null;
    this.#answerAll(words.interpreter.stopped);
    this.prepare().catch(() => {}); // whoever runs a program next is told
  }
}
