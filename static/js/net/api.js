// What the server is asked. Only this file fetches.

import { newId } from "./saved-programs.js";
import { hrefOf } from "./site.js";
import { words } from "../words/words.js";

/** @import { Note } from "../model/notes.js" */

/** The server did answer, and said no. */
export class Refused extends Error {
  /** @param {{ code?: string, message?: string, hint?: string }} error */
  constructor({ code, message, hint }) {
    super(message ?? words.api.failed);
    this.code = code ?? "";
    this.hint = hint ?? "";
  }
}

/** So often a run that is not answered asks for its place. */
const ASK_FOR_PLACE_MS = 1000;

/** There was no answer: the server is gone, or the network is. */
export class Unreachable extends Error {}

/**
 * @typedef {{ source: string, input?: string|undefined }} Text  a program and what it reads, which is left out where there is nothing
 *
 * @typedef {object} How
 * @property {boolean} library  whether the library's frames are told too
 * @property {boolean} top_level_await  whether it may await outside of functions; one that does not runs as ever
 * @property {string[]|undefined} [watch]  expressions that are told at each step
 * @property {number} [from]  the first step that is recorded
 * @property {number} [steps]  how many are, if fewer than may be
 */

/**
 * @param {Text & How} program @param {AbortSignal} signal
 * @param {(place: number) => void} waits  called while programs run before it, with how many, and with 0 when it is its turn
 * @returns {Promise<any>} the packed trace
 */
export async function runProgram(program, signal, waits) {
  const request = newId();
  const watching = setInterval(async () => waits(await placeOf(request)), ASK_FOR_PLACE_MS);
  try {
    return await post("/api/trace", program, signal, { "x-request-id": request });
  } finally {
    clearInterval(watching);
    waits(0);
  }
}

/** How many programs run before the one of a request; 0 where that can't be had. @param {string} request */
async function placeOf(request) {
  const response = await fetch(`/api/queue/${request}`).catch(() => null);
  const answer = response?.ok ? await response.json().catch(() => null) : null;
  return answer?.place ?? 0;
}

/**
 * The source of a module of the library; null where it can't be had now.
 * @param {string} module @param {string} edition of the library, which lets the browser keep it
 */
export async function librarySource(module, edition) {
  const response = await fetch(hrefOf(`/api/library/${encodeURIComponent(module)}?edition=${edition}`)).catch(() => null);
  return response?.ok ? response.text() : null;
}

/** @param {Text & { title?: string|undefined, description?: string|undefined, notes?: Note[]|undefined }} program @returns {Promise<{ id: string, address: string }>} */
export function keepProgram(program) {
  return post("/api/programs", program);
}

/** A picture that the server draws of a program. @param {string} address */
export async function pictureAt(address) {
  return (await answered(address, {})).blob();
}

/** @param {string} address @param {object} body @param {AbortSignal} [signal] @param {Record<string, string>} [headers] */
async function post(address, body, signal, headers = {}) {
  const response = await answered(address, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": words.language, ...headers },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
  const answer = await response.json().catch(() => null);
  if (answer === null) throw new Unreachable(words.api.brokeOff);
  return answer;
}

/** What the server answers, where it does not say no. @param {string} address @param {RequestInit} request */
async function answered(address, request) {
  let response;
  try {
    response = await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Unreachable(words.api.noAnswer);
  }
  if (response.ok) return response;
  const error = (await response.json().catch(() => null))?.error;
  if (!error && [502, 503, 504].includes(response.status)) throw new Unreachable(words.api.noAnswer);
  throw new Refused(error ?? { message: words.api.status(response.status) });
}
