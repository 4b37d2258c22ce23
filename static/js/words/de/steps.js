// What a step did, in German: see ../en/steps.js.

import { code, listed, said, seconds, strong } from "../parts.js";
import { waiting } from "./waiting.js";

/** @type {typeof import("../en/steps.js").steps} */
export const steps = {
  nothingRan: () => said`Nichts ist gelaufen.`,

  // Wer handelt.
  eventLoop: "der Event-Loop",
  theEventLoop: () => said`Der Event-Loop`,
  python: () => said`Python`,
  assignment: (line, begins) => said`${begins ? "Die" : "die"} Zuweisung in Zeile ${line}`,
  construct: (construct, line, begins) => said`${begins ? "Das" : "das"} ${code(construct)} in Zeile ${line}`,
  expression: (expression, line, frame) => said`${code(expression)} in Zeile ${line}${frame ? said` von ${frame}` : []}`,
  frameInLine: (frame, line) => said`${frame} in Zeile ${line}`,
  beginning: ([first, ...rest]) => [
    first.kind === "text" ? { ...first, text: first.text[0].toUpperCase() + first.text.slice(1) } : first,
    ...rest,
  ],

  // Zeilen, Aufrufe und Frames, die entstehen.
  defines: ({ me, name, line }) => said`${me} definiert ${code(name)} in Zeile ${line}; vom Rumpf läuft nichts.`,
  begins: ({ me, line, source, given }) => said`${me} beginnt in Zeile ${line}${after(source)}${given}.`,
  next: ({ me, line, source, given }) => said`Als Nächstes${me ? said` in ${me}` : []}: Zeile ${line}${after(source)}${given}.`,
  given: (named, more) => said`, mit ${listed(named, "und")}${more > 0 ? ` und ${more} weiteren` : ""}`,
  programCreated: (me) =>
    said`Das Programm benutzt await außerhalb von Funktionen, also ist sein ${me} eine Coroutine: Sie ist ${strong("erzeugt")}, und der Event-Loop wird sie laufen lassen.`,
  open: (me) => said`${me} ist älter als die Schritte, die hier aufgezeichnet sind.`,
  created: ({ by, me, line, kind }) =>
    said`${by} macht${inLine(line)} ${me}: ${article(kind)} ist ${strong("erzeugt")}; vom Rumpf ist noch nichts gelaufen.`,
  imports: ({ by, me, module, line }) => said`${by} importiert${inLine(line)} ${code(module)}: Dessen ${me} beginnt zu laufen.`,
  programBegins: (me) => said`Das Programm beginnt: Sein ${me} ${strong("läuft")}.`,
  runsBody: ({ by, me, line }) => said`${by} führt${inLine(line)} den Rumpf von ${me} aus.`,
  calls: ({ by, me, line, given, waits }) => said`${by} ruft${inLine(line)} ${me} auf${given}${waits ? " und wartet darauf." : "."}`,

  // Ein Frame läuft weiter.
  asks: ({ by, through, me, then }) =>
    said`${by} fragt ${through.flatMap((name) => said`${code(name)}, und das fragt `)}${me} nach dem nächsten Wert${then}`,
  gives: ({ by, value, me, then }) => said`${by} gibt ${value} an ${me}${then}`,
  throws: ({ by, value, me, where }) => said`${by} wirft ${value} in ${me} hinein: Die Exception entsteht${where}.`,
  closes: ({ by, me, where }) => said`${by} schließt ${me}: ${code("GeneratorExit")} entsteht${where}.`,
  closedByDrop: ({ me, line, where }) =>
    said`Die letzte Referenz auf ${me} fällt${inLine(line)} weg, also schließt Python den Frame: ${code("GeneratorExit")} entsteht${where}.`,
  passesThrow: ({ by, value, me, where }) => said`${by} reicht ${value} an ${me} weiter: Die Exception entsteht${where}.`,
  delegates: ({ by, isAwait, me, line, then }) =>
    isAwait
      ? said`${by} wartet${inLine(line)} mit ${code("await")} auf ${me}${then}`
      : said`${by} delegiert${inLine(line)} an ${me}${then}`,
  passesValue: ({ by, value, me, then }) => said`${by} reicht ${value} an ${me} weiter${then}`,
  passesOn: ({ by, isWakeUp, me, then }) => said`${by} reicht ${isWakeUp ? "das Wecken" : "die Anfrage"} an ${me} weiter${then}`,
  resumes: ({ by, me, then }) => said`${by} setzt ${me} fort${then}`,
  loopThrows: ({ value, me, task, where }) =>
    said`Der Event-Loop wirft ${value} in ${me}${bracketed(task)} hinein: Die Exception entsteht${where}.`,
  loopResumes: ({ isFirst, me, task, then }) =>
    isFirst ? said`Der Event-Loop startet ${me}${bracketed(task)}${then}` : said`Der Event-Loop setzt ${me}${bracketed(task)} fort${then}`,

  // Wie es weitergeht: die Enden dieser Sätze.
  firstRun: () => said`: Der Frame ${strong("läuft")} zum ersten Mal.`,
  goesOnAfter: (at, line) => said`: Es geht nach dem ${code(at)} in Zeile ${line} weiter.`,
  whichIsAt: (at, line) => said`, gerade am ${code(at)} in Zeile ${line}.`,
  evaluates: (expression, line, value) => said`: ${code(expression)} in Zeile ${line} ergibt ${value}.`,
  beforeItsLines: () => said`, bevor eine Zeile davon gelaufen ist`,
  atIts: (at, line) => said` am ${code(at)} in Zeile ${line}`,

  // Ein Frame schläft ein.
  yields: ({ me, value, line, gets }) =>
    said`${me} liefert ${value} und ist in Zeile ${line} ${strong("angehalten")}; die lokalen Variablen bleiben. ${gets}`,
  suspendedToLoop: ({ me, line, at, why }) => said`${me} ist in Zeile ${line} am ${code(at)} ${strong("angehalten")}: ${why}`,
  suspendedPassing: ({ me, line, at, value, gets }) =>
    said`${me} ist in Zeile ${line} am ${code(at)} ${strong("angehalten")} und reicht ${value} weiter. ${gets}`,
  suspendedTo: ({ me, line, at, to }) =>
    said`${me} ist in Zeile ${line} am ${code(at)} ${strong("angehalten")}; die Kontrolle geht an ${to}, das darauf wartet.`,
  loopHasControl: () => said`Der Event-Loop hat die Kontrolle.`,
  loopHasControlThen: () => said`Der Event-Loop hat die Kontrolle.`,
  getsIt: (who) => said`${who} bekommt den Wert.`,
  getsItAt: ({ by, at, line }) => said`${by} bekommt den Wert, am ${code(at)} in Zeile ${line}.`,
  letsLoopGoOn: (task) => said`${task} lässt den Event-Loop weiterlaufen.`,
  waitsFor: (task, what, due) =>
    said`${task} wartet auf ${waiting(what)}${due === null ? "" : `, fällig bei ${seconds(due)}`}. Der Event-Loop hat die Kontrolle.`,

  // Ein Frame endet.
  programDone: (me) => said`Die letzte Zeile des Programms ist fertig: ${me} ist ${strong("geschlossen")}.`,
  bodyDone: (me, by) => said`Der Rumpf von ${me} ist fertig: ${by ? said`${by} macht daraus die Klasse.` : []}`,
  returns: ({ me, value, to }) => said`${me} gibt ${value}${to ? said` an ${to}` : []} zurück und ist ${strong("geschlossen")}.`,
  returnsClosing: (me, value) => said`${me} gibt ${value} zurück und ist ${strong("geschlossen")}: Das Aufräumen ist fertig.`,
  returnsTo: ({ me, value, who }) => said`${me} gibt ${value} zurück und ist ${strong("geschlossen")}; ${who} ergibt diesen Wert.`,
  returnsForTask: ({ me, value, task }) => said`${me} gibt ${value} zurück und ist ${strong("geschlossen")}: ${task} ist fertig.`,
  returnsStop: ({ me, value, who, error }) =>
    said`${me} gibt ${value} zurück und ist ${strong("geschlossen")}; ${who} bekommt ${code(error)}.`,
  anException: () => said`Eine Exception`,
  leavesAsAsked: ({ me, error }) => said`${error} verlässt ${me}, wie beim Schließen verlangt: Der Frame ist ${strong("geschlossen")}.`,
  leaves: ({ me, error, line, then }) =>
    said`${error} verlässt ${me} aus Zeile ${line}: Der Frame ist ${strong("geschlossen")}.${then.length ? said` ${then}` : []}`,
  nobodyCatches: () => said`Niemand ist mehr da, der sie fängt.`,
  goesOnIn: (by, line) => said`Sie geht weiter in ${by}, Zeile ${line}.`,
  taskEnds: (task, isCancelled) => said`${task} ist ${isCancelled ? "abgebrochen" : "fertig, mit einem Fehler"}.`,
  itsTask: "der Task",
  dropped: (me) => said`${me} ist ${strong("geschlossen")}; vom Rumpf ist nie etwas gelaufen.`,

  // Das Programm ist zu Ende.
  recordingEnds: (me) => said`Die Aufzeichnung von ${me} endet hier; das Programm lief weiter.`,
  endedWith: ({ me, error, line }) =>
    said`Das Programm endete mit ${code(error)}${line ? `, entstanden in Zeile ${line}` : ""}; niemand hat die Exception gefangen. ${me} gibt es nicht mehr.`,
  exited: (me, status) => said`Das Programm hat sich selbst mit dem Status ${code(String(status))} beendet: ${me} gibt es nicht mehr.`,
  passedLimit: (me, limit) => said`Das Programm überschritt eine Grenze (${limit}) und wurde in ${me} beendet.`,
  deadlocked: (me) => said`Das Programm wurde beendet: Nichts ist bereit und kein Timer gestellt, also würde ${me} ewig warten.`,
  stopped: (me) => said`Der Lauf wurde in ${me} gestoppt.`,
  ended: (me) => said`Das Programm ist zu Ende, und ${me} mit ihm.`,

  // Was seit dem Schritt davor geschah: je ein Satz, mit Leerzeichen danach.
  wrote: ({ who, what, isError, line }) =>
    isError ? said`${who} schrieb${inLine(line)} ${what} auf die Standardfehlerausgabe. ` : said`${who} gab${inLine(line)} ${what} aus. `,
  aTraceback: () => said`einen Traceback`,
  anEmptyLine: () => said`eine leere Zeile`,
  moreOutput: (more) => said`${more} weitere Ausgaben, dann: `,
  endedLoop: (error, construct, line) => said`${error} beendete das ${code(construct)} in Zeile ${line}. `,
  wasCaught: (error, line) => said`${error} wurde in Zeile ${line} gefangen. `,
  wasRaised: (error, line) => said`${error} entstand in Zeile ${line}. `,
  clock: (now) => said`Die Uhr ging weiter auf ${strong(seconds(now))}. `,
  bound: ({ me, line, changes, more }) =>
    said`In ${me} hat Zeile ${line} ${listed(
      changes.map(({ name, value }) => (value ? said`${code(name)} auf ${value} gesetzt` : said`${code(name)} gelöscht`)),
      "und",
    )}${more > 0 ? ` und ${more} weitere geändert` : ""}. `,
  changed: ({ me, changes, more }) =>
    said`${me ? said`In ${me}: ` : []}${listed(
      changes.map(({ name, value }) => said`${code(name)} ist jetzt ${value ?? []}`),
      "und",
    )}${more > 0 ? `; ${more} weitere haben sich geändert` : ""}. `,
};

/** @param {string} source of a line */
function after(source) {
  return source ? said`, ${code(source)}` : [];
}

/** @param {number|null} line */
function inLine(line) {
  return line ? ` in Zeile ${line}` : "";
}

/** @param {string} task */
function bracketed(task) {
  return task ? ` (${task})` : "";
}

/** @param {string} kind of a frame */
function article(kind) {
  switch (kind) {
    case "generator":
      return "ein Generator";
    case "coroutine":
      return "eine Coroutine";
    case "async_generator":
      return "ein asynchroner Generator";
    default:
      return "ein Frame";
  }
}
