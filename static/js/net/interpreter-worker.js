// A worker of the page that runs programs by the interpreter's WebAssembly module. It gets one message for each program and answers each. The page
// ends it to stop a program.

import { runInstance } from "./wasi.js";

/**
 * @typedef {{ module: string, job: string|null }} Asked  where the module is; what to run, in JSON: null only makes ready
 * @typedef {{ trace: string }|{ fault: string }|{ ready: true }} Answered
 */

/** @type {Promise<WebAssembly.Module>|undefined} */
let module;

addEventListener("message", async (/** @type {MessageEvent<Asked>} */ { data }) => {
  postMessage(await answer(data));
});

/** @param {Asked} asked @returns {Promise<Answered>} */
async function answer({ module: address, job }) {
  try {
    module ??= WebAssembly.compileStreaming(fetch(address));
    const compiled = await module;
    if (job === null) return { ready: true };
    return { trace: new TextDecoder().decode(runInstance(compiled, new TextEncoder().encode(job))) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
