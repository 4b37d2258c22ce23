// Has programs run: by the interpreter in this browser, or by the server.

import { runProgram } from "./api.js";
import { Interpreter } from "./interpreter.js";
import { isOfFiles } from "./site.js";
import { Fault } from "./wasi.js";

/** @import { How, Text } from "./api.js" */
/** @import { Addresses } from "./interpreter.js" */

export class Runs {
  #interpreter;
  /** Where the last program ran. @type {"browser"|"server"} */ where = "server";

  /** @param {{ interpreter: Addresses|null, limits: object }|null} here what this browser has to run programs; null where it has nothing */
  constructor(here) {
    this.#interpreter = here?.interpreter ? new Interpreter(here.interpreter, here.limits) : null;
  }

  /**
   * Here, once the interpreter is; the server runs what comes before, and what this browser can't. Without a server all run here.
   * @param {Text & How} program @param {AbortSignal} signal
   * @param {(place: number) => void} waits  called while programs run before it, with how many, and with 0 when it is its turn
   * @param {boolean} [mayWait] for an interpreter that was ended, a moment
   * @returns {Promise<any>} the packed trace
   */
  async trace(program, signal, waits, mayWait = false) {
    if (this.#interpreter && (isOfFiles || (await this.#interpreter.comes(mayWait)))) {
      try {
        const packed = await this.#interpreter.run(program, signal);
        this.where = "browser";
        return packed;
      } catch (error) {
        if (isOfFiles || !(error instanceof Fault)) throw error;
        console.warn(error);
      }
    } else this.#interpreter?.prepare().catch((error) => console.warn(error));
    this.where = "server";
    return runProgram(program, signal, waits);
  }
}
