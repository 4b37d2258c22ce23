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
    module ??= compiled(address);
    const code = await module;
    if (job === null) return { ready: true };
    return { trace: new TextDecoder().decode(runInstance(code, new TextEncoder().encode(job))) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {string} address */
async function compiled(address) {
  const response = await fetch(address).catch(() => null);
  if (!response) throw new Error(`The file ${address} could not be fetched.`);
  if (!response.ok) throw new Error(`The file ${address} could not be fetched: status ${response.status}.`);
  // Not every file server knows this type, without which browsers compile nothing as it comes.
  const isKnown = response.headers.get("content-type")?.startsWith("application/wasm");
  return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
