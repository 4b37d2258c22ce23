// What the server is asked. Only this file fetches.

/** The server did answer, and said no. */
export class Refused extends Error {
  /** @param {{ code?: string, message?: string, hint?: string }} error */
  constructor({ code, message, hint }) {
    super(message ?? "The server could not do that.");
    this.code = code ?? "";
    this.hint = hint ?? "";
  }
}

/** There was no answer: the server is gone, or the network is. */
export class Unreachable extends Error {}

/**
 * @typedef {{ source: string, input?: string|undefined }} Text  a program and what it reads, which is left out where there is nothing
 *
 * @typedef {object} How
 * @property {boolean} library  whether the library's frames are told too
 * @property {boolean} top_level_await  whether it may await outside of functions; one that does not runs as ever
 */

/** @param {Text & How} program @param {AbortSignal} signal @returns {Promise<any>} the packed trace */
export function runProgram(program, signal) {
  return post("/api/trace", program, signal);
}

/**
 * The source of a module of the library; null where it can't be had now.
 * @param {string} module @param {string} edition of the library, which lets the browser keep it
 */
export async function librarySource(module, edition) {
  const response = await fetch(`/api/library/${encodeURIComponent(module)}?edition=${edition}`).catch(() => null);
  return response?.ok ? response.text() : null;
}

/** @param {Text} program @returns {Promise<{ id: string, address: string }>} */
export function keepProgram(program) {
  return post("/api/programs", program);
}

/** @param {string} address @param {object} body @param {AbortSignal} [signal] */
async function post(address, body, signal) {
  let response;
  try {
    response = await fetch(address, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable("The server does not answer.");
  }
  if (response.status === 502 || response.status === 503 || response.status === 504) {
    const answer = await response.json().catch(() => null);
    if (!answer?.error) throw new Unreachable("The server does not answer.");
    throw new Refused(answer.error);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(answer?.error ?? { message: `The server answered with status ${response.status}.` });
  if (answer === null) throw new Unreachable("The server's answer broke off.");
  return answer;
}
