// Where the page stands in a run, and how playing moves it: by places of its walk (walk.js). Pure: time comes in as milliseconds.

/**
 * @typedef {object} Player
 * @property {number} step
 * @property {number} last
 * @property {number} limit  beyond this place nobody goes now; mostly the last
 * @property {boolean} playing
 * @property {number} speed
 * @property {number} rest  the part of a step that has been played, 0 to 1
 * @property {number} until  the place at which playing ends
 */

/** The fastest crosses the longest run in a minute. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 32, 128, 512];

/** How long a step stands at speed 1. */
const STEP_MS = 600;

/** @param {number} length of the run, in steps @returns {Player} */
export function newPlayer(length) {
  const last = Math.max(0, length - 1);
  return { step: 0, last, limit: last, playing: false, speed: 1, rest: 0, until: last };
}

/** Lets nobody go beyond a place from now on. @param {Player} player @param {number} limit */
export function holdAt(player, limit) {
  const held = clamp(limit, 0, player.last);
  return {
    ...player,
    limit: held,
    step: Math.min(player.step, held),
    until: Math.min(player.until, held),
    playing: player.playing && player.step < held,
  };
}

/** Goes to a step, or the nearest there is. Playing ends: whoever moves by hand wants to look. @param {Player} player @param {number} step */
export function goTo(player, step) {
  return { ...player, step: clamp(Math.round(step), 0, player.limit), playing: false, rest: 0 };
}

/** Plays on, from the start where the end was reached. @param {Player} player */
export function togglePlay(player) {
  if (player.playing) return { ...player, playing: false, rest: 0 };
  const step = player.step >= player.last ? 0 : player.step;
  return { ...player, playing: player.limit > step, step, rest: 0, until: player.limit };
}

/** Plays on up to a step and ends there. @param {Player} player @param {number} step */
export function playTo(player, step) {
  const until = clamp(step, 0, player.limit);
  return { ...player, playing: until > player.step, rest: 0, until };
}

/** @param {Player} player @param {number} elapsed milliseconds @returns {Player} */
export function advance(player, elapsed) {
  if (!player.playing) return player;
  const done = player.rest + (elapsed * player.speed) / STEP_MS;
  const step = Math.min(player.until, player.step + Math.floor(done));
  return step === player.until ? { ...player, step, playing: false, rest: 0 } : { ...player, step, rest: done % 1 };
}

/** @param {number} value @param {number} low @param {number} high */
export function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
