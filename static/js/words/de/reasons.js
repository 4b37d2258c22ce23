// Findings, and why, in German: see ../en/reasons.js.

import { code, listed, said, seconds } from "../parts.js";

/** @import { Does } from "../en/reasons.js" */

/** @type {typeof import("../en/reasons.js").causes} */
export const causes = {
  makes: (frame, line, task) => said`${frame} macht in Zeile ${line} ${task}, der sofort bereit ist.`,
  wakes: (frame, line, task) => said`${frame} weckt in Zeile ${line} ${task}.`,
  cancels: (frame, line, task) => said`${frame} lässt in Zeile ${line} ${task} abbrechen.`,
  loopStops: (task) => said`Der Event-Loop hält an, also wird ${task} abgebrochen.`,
  goesOn: (other, does, task) => said`${other} läuft weiter, ${so(does, task)}.`,
  timerDue: ({ owner, when, does, task, isOwn }) =>
    said`${owner ? `Der Timer von ${owner}` : "Ein Timer"} ist bei ${seconds(when)} fällig, ${isOwn && does === "wakes" ? "und das weckt den Task" : so(does, task)}.`,
  ended: ({ other, end, value, does, task }) =>
    said`${other} ${end === "returned" ? "kehrt zurück" : end === "raised" ? `endet mit ${value}` : "endet abgebrochen"}, ${so(does, task)}.`,
};

/** @type {typeof import("../en/reasons.js").origins} */
export const origins = {
  sets: ({ line, frame, name, value, source }) =>
    said`Zeile ${line} von ${frame} setzt ${code(name)} auf ${value}${source ? said`: ${code(source)}` : []}.`,
  argument: ({ name, frame, by, line, value }) =>
    said`${code(name)} ist ein Argument von ${frame}: ${by ? said`Der Aufruf von ${by}${inLine(line)} übergibt ` : "Beim Aufruf kam "}${value}.`,
  byLoop: (frame) => said`Der Event-Loop setzt ${frame} damit fort.`,
  sends: ({ by, line, isPassed, frame }) =>
    isPassed ? said`${by} reicht das${inLine(line)} an ${frame} weiter.` : said`${by} sendet das${inLine(line)} an ${frame}.`,
  gives: ({ frame, line, does }) =>
    said`${frame} ${does === "returns" ? "gibt das" : does === "yields" ? "liefert das" : "reicht das"} in Zeile ${line}${does === "returns" ? " zurück" : does === "passes" ? " weiter" : ""}.`,
};

/** @type {typeof import("../en/reasons.js").findings} */
export const findings = {
  awaitsInTurn: (frame, awaited, saved) =>
    said`${frame} wartet auf eines nach dem anderen: ${listed(
      awaited.map((one) => said`auf ${one.frame} ${seconds(one.slept)} lang`),
      "und",
    )}. Falls keines braucht, was ein anderes tut, würde asyncio.gather ${seconds(saved)} sparen.`,
  blockedLoop: ({ line, frame, slept, times }) =>
    said`Zeile ${line} von ${frame} schläft ${seconds(slept)} lang${times > 1 ? `, in ${times} Malen,` : ""} ohne ein await: Währenddessen steht der Event-Loop still.`,
  clock: (frame, line, isOften) =>
    said`${frame} liest in Zeile ${line} eine Uhr. Die Zeit hier ist virtuell: Sie steht still, während Code läuft, und nur Schlafen bewegt sie.${isOften ? " Die Uhr wird in einem Augenblick so oft gelesen, dass jedes weitere Lesen sie um eine Millisekunde weiterstellt." : ""}`,
  leftSuspended: (frame, line, others) =>
    said`${frame} schläft noch in Zeile ${line}, als das Programm endet.${others > 0 ? ` Ebenso ${others} weitere dieser Art.` : ""}`,
  closedByDrop: ({ frame, dropped, line, others }) =>
    said`Die letzte Referenz auf ${frame} fällt${dropped ? ` in Zeile ${dropped}` : ""} weg, also schließt Python den Frame dort, wo er schläft, in Zeile ${line}.${others > 0 ? ` Ebenso gehen ${others} weitere dieser Art.` : ""}`,
  anException: "Eine Exception",
  lostException: ({ error, task, line, frame }) =>
    said`${code(error)} beendet ${task} in Zeile ${line} von ${frame}. In keinem anderen Frame kommt diese Exception an.`,
  neverAwaited: (frame, line, others) =>
    said`Auf ${frame}${line ? `, gemacht in Zeile ${line},` : ""} wartet nie jemand mit await: Vom Rumpf läuft nichts.${others > 0 ? ` Ebenso bei ${others} weiteren, die dort gemacht werden.` : ""}`,
  cancelledAtStop: (task, frame) =>
    said`${task}, der ${frame} ausführt, war nicht fertig, als der Event-Loop anhielt, und bekam deshalb die Bitte abzubrechen.`,
  neverDone: (task, frame) => said`${task}, der ${frame} ausführt, wird nie fertig: Das Programm endet vorher.`,
};

/** @param {Does} does @param {string} task */
function so(does, task) {
  return does === "wakes" ? `und das weckt ${task}` : `also wird ${task} abgebrochen`;
}

/** @param {number|null} line */
function inLine(line) {
  return line ? ` in Zeile ${line}` : "";
}
