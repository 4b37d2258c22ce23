// What the page's views and parts say, in German: see ../en/page.js.

import { seconds } from "../parts.js";
import { waiting } from "./waiting.js";

export { waiting };

/** @param {number} count */
const number = (count) => count.toLocaleString("de");

/** @type {typeof import("../en/page.js").decimal} */
export const decimal = (value, digits) => value.toFixed(digits).replace(".", ",");

/** @type {typeof import("../en/page.js").states} */
export const states = {
  created: "erzeugt",
  running: "läuft",
  waiting: "läuft, wartet auf einen Aufruf",
  suspended: "angehalten",
  closed: "geschlossen",
  failed: "durch eine Exception beendet",
};

/** @type {typeof import("../en/page.js").doing} */
export const doing = {
  created: "erzeugt",
  ready: "bereit",
  running: "läuft",
  asleep: "schläft",
  done: "fertig",
  failed: "gescheitert",
  cancelled: "abgebrochen",
};

/** @type {typeof import("../en/page.js").kinds} */
export const kinds = {
  coroutine: "Coroutine",
  generator: "Generator",
  "async generator": "asynchroner Generator",
  function: "Funktion",
  module: "Modul",
  class: "Klasse",
};

/** The kinds of frames, with their articles. @type {Record<string, string>} */
const KINDS = {
  coroutine: "eine Coroutine",
  generator: "ein Generator",
  "async generator": "ein asynchroner Generator",
  function: "eine Funktion",
  module: "ein Modul",
  class: "eine Klasse",
};

/** @type {typeof import("../en/page.js").keyNames} */
export const keyNames = { Shift: "Umschalt", Home: "Pos1", End: "Ende", Space: "Leertaste" };

/** @type {typeof import("../en/page.js").limits} */
export const limits = {
  names: { instructions: "Instruktionen", memory: "Speicher", output: "Ausgabe", frames: "Frames", source: "Programmtext" },
};

/** @type {Record<string, string>} */
const LIMIT_SENTENCES = {
  source: "Das Programm ist länger, als ein Programm sein darf.",
  instructions: "Das Programm wollte mehr Instruktionen, als ein Lauf verbrauchen darf.",
  memory: "Das Programm wollte mehr Speicher, als ein Lauf belegen darf.",
  output: "Das Programm schrieb mehr, als ein Lauf schreiben darf.",
  frames: "Es lebten mehr Frames zugleich, als ein Lauf haben darf.",
};

/** @type {Record<string, string>} */
const REFUSALS = {
  busy: "Kein freier Platz.",
  too_often: "Zu viele Anfragen.",
  trace_too_large: "Die Aufzeichnung ist zu groß.",
  source_too_large: "Das Programm ist zu lang.",
  input_too_large: "Die Eingabe ist zu lang.",
  store_down: "Nicht geteilt.",
  taken_down: "Nicht geteilt.",
  run_ended: "Der Lauf wurde beendet.",
};

/** @type {Record<string, string>} */
const EVENTS = {
  line: "Zeile",
  call: "Aufruf",
  create: "Erzeugen",
  resume: "Fortsetzen",
  suspend: "Anhalten",
  return: "Rückkehr",
  raise: "Exception",
  drop: "Wegfall",
  end: "Ende",
};

/** @type {typeof import("../en/page.js").search} */
export const search = {
  line: /^(?:zeile|line) (\d+)$/i,
  also: {
    aufruf: "call",
    erzeugt: "create",
    anhalten: "suspend",
    angehalten: "suspend",
    fortsetzen: "resume",
    weckt: "resume",
    schläft: "suspend",
    exception: "raise",
    rückkehr: "return",
  },
};

/** @type {typeof import("../en/page.js").editorPhrases} */
export const editorPhrases = {
  Find: "Suchen",
  Replace: "Ersetzen",
  next: "nächstes",
  previous: "voriges",
  all: "alle",
  "match case": "Groß/klein",
  regexp: "Regex",
  "by word": "ganze Wörter",
  replace: "ersetzen",
  "replace all": "alle ersetzen",
  close: "schließen",
  "current match": "dieser Treffer",
  "replaced match on line $": "Treffer in Zeile $ ersetzt",
  "replaced $ matches": "$ Treffer ersetzt",
  "on line": "in Zeile",
  Completions: "Vervollständigungen",
  "Folded lines": "Eingeklappte Zeilen",
  "Unfolded lines": "Ausgeklappte Zeilen",
};

/** @type {typeof import("../en/page.js").banners} */
export const banners = {
  topLevelAwait: "Await auf oberster Ebene.",
  topLevelAwaitMore:
    "Dieses Programm benutzt await außerhalb von Funktionen. Hier läuft es wie mit „python -m asyncio“; „python3“ würde es ablehnen.",
  longRun: "Ein langer Lauf.",
  longRunMore: (steps, isFull, isWhole) =>
    `${isFull ? `Von jedem Schritt gab es viel zu sagen: Die Aufzeichnung war nach diesen Schritten voll: ${steps}` : `Aufgezeichnet sind die ersten Schritte: ${steps}`}${isWhole ? ". Das Programm lief weiter bis zu seinem Ende, und seine Ausgabe ist am letzten Schritt vollständig" : ". Das Programm lief weiter, ohne Aufzeichnung"}.`,
  manyObjects: "Viele Objekte.",
  manyObjectsMore: (step) =>
    `Von ihnen gab es viel aufzuzeichnen: Ab Schritt ${number(step)} zeigt die Seite nicht mehr, was Objekte enthalten.`,
  virtualTime: "Die Zeit ist virtuell.",
  virtualTimeMore:
    "Sie steht still, solange nichts schläft. Dieses Programm liest die Uhr in einem Augenblick sehr oft, also stellt jedes weitere Lesen sie um eine Millisekunde weiter.",
  readsInput: "Dieses Programm liest Eingaben.",
  readsInputMore: "Schreib sie in das Feld Eingabe über der Ausgabe, eine Zeile für jedes input(). Drück dann Start.",
  uncaught: (line) => (line ? `Entstanden in Zeile ${line}; niemand hat sie gefangen.` : "Niemand hat sie gefangen."),
  limitPassed: (limit) => `Grenze überschritten: ${limit}.`,
  runEnded: (name) => LIMIT_SENTENCES[name] ?? "Der Lauf wurde beendet.",
  recordedUpTo: (steps) => `Hier ist, was bis dahin aufgezeichnet wurde: ${steps}.`,
  deadlock: "Deadlock.",
  stopped: "Gestoppt.",
  exited: (status) => `Das Programm hat sich selbst mit dem Status ${status} beendet.`,
  steps: (all, { program, library, imports }) =>
    `${number(all)} Schritte${program < all ? ` (${[`${number(program)} des Programms`, `${number(library)} der Bibliothek`, ...(imports ? [`${number(imports)} von Importen`] : [])].join(", ")})` : ""}`,
  deadlockMore: (tasks) =>
    `Nichts ist bereit und kein Timer gestellt: ${tasks > 1 ? `${tasks} Tasks würden` : tasks ? "Ein Task würde" : "Was hier schläft, würde"} ewig schlafen.`,
  whatTasksWaitFor: "Worauf jeder Task wartet",
  waiting: "Du bist noch nicht an der Reihe.",
  waitingMore: (place) => `Vor deinem ${place === 1 ? "läuft ein Programm" : `laufen ${place} Programme`}. Stopp gibt den Platz auf.`,
  refused: (code) => REFUSALS[code] ?? "Der Server hat abgelehnt.",
  cantRun: "Hier können keine Programme laufen.",
  cantRunMore: (why) => `Diese Seite führt sie in deinem Browser aus und braucht einen Teil dafür. ${why}`,
  ended: "Der Lauf wurde beendet.",
  tookTooMuch: (why) => `Er brauchte mehr Speicher oder einen tieferen Stapel, als dieser Browser gibt (${why}).`,
  noRoom: "Nicht gespeichert: Dieser Browser hat keinen Platz mehr für Programme.",
  noRoomMore:
    "Was du schreibst, bleibt hier, bis du die Seite schließt. Lösche einige unter Meine Programme, oder exportiere oder teile dieses.",
  savesNothing: "Nicht gespeichert: Dieser Browser lässt die Seite nichts speichern.",
  savesNothingMore: "Was du schreibst, bleibt hier, bis du die Seite schließt. Exportiere es unter Meine Programme, oder teile es.",
  misspelt: (type, line, column) => `${type}${line ? ` (Zeile ${line}${column ? `, Spalte ${column}` : ""})` : ""}:`,
  stillShown: " Die Zeitleiste zeigt noch das Programm, das zuletzt lief.",
};

/** @type {typeof import("../en/page.js").cards} */
export const cards = {
  locals: "Lokale Variablen",
  noFrame: "Kein Frame.",
  localsOf: (frame) => `Lokale Variablen · ${frame}`,
  noLocals: "Keine lokalen Variablen.",
  onTheStack: "Auf dem Stapel",
  nothingRuns: "Nichts läuft.",
  asleep: "Es schlafen",
  noneSleeps: "Kein Frame schläft.",
  notMade: "noch nicht gemacht",
  line: (line) => `Zeile ${line}`,
  resumedMore: "Wie oft der Frame bis zu diesem Schritt begonnen oder weitergemacht hat",
  resumed: (count) => (count === 1 ? "einmal fortgesetzt" : `${count}-mal fortgesetzt`),
  peakMore: "Der meiste Speicher, den der Lauf belegte, solange dieser Frame lebte, abzüglich dessen zu Beginn des Frames",
  peak: (size) => `Speicherspitze ${size}`,
  noSuchVariables: "Dieser Frame hat keine solchen Variablen.",
  raises: (error) => `löst ${error} aus`,
  unbound: "eine der Variablen hat jetzt keinen Wert",
  name: "Name",
  value: "Wert",
  eventLoop: "Event-Loop",
  inLine: (line) => ` Zeile ${line}`,
  moreBetween: (count) => `${count} weitere dazwischen `,
};

/** @type {typeof import("../en/page.js").choices} */
export const choices = {
  byTime: "Die Zeitleiste nach der Uhr des Event-Loops ordnen (T)",
};

/** @type {typeof import("../en/page.js").examples} */
export const examples = {
  mine: "Meine Programme",
};

/** @type {typeof import("../en/page.js").frameTools} */
export const frameTools = {
  stepsOf: (frame) => `Schritte von ${frame}`,
  cameFrom: (name) => `Woher ${name} kam`,
  nextChange: (name) => `Nächste Änderung von ${name}`,
};

/** @type {typeof import("../en/page.js").importing} */
export const importing = {
  known: (name) => `Diesen Text hast du schon, als „${name}“.`,
  renamed: (found, name) => `Ein anderes Programm heißt „${found}“, also heißt dieses „${name}“.`,
  files: "Dateien",
  ok: "OK",
  summary: (added, known, refused) =>
    [
      added ? `${added === 1 ? "1 Programm" : `${added} Programme`} importiert.` : "Nichts wurde importiert.",
      ...(known ? [`${known === 1 ? "1 Datei war" : `${known} Dateien waren`} schon da.`] : []),
      ...(refused ? [`${refused === 1 ? "1 Datei konnte" : `${refused} Dateien konnten`} nicht importiert werden.`] : []),
    ].join(" "),
  unsaved: (isFull) =>
    `Nicht gespeichert: ${isFull ? "Dieser Browser hat keinen Platz mehr für Programme" : "Dieser Browser lässt die Seite nichts speichern"}. Was importiert wurde, ist hier, bis du die Seite schließt.`,
  tooLarge: () => "Ein Archiv darf 256 MB haben. Entpacke es und importiere seine Dateien.",
};

/** @type {typeof import("../en/page.js").latePrint} */
export const latePrint = {
  earlier: (count) => `${number(count)} davor`,
  later: (count) => `${number(count)} danach`,
  goTo: (step) => `Zu Schritt ${step} gehen`,
  step: (step) => `Schritt ${step}`,
  raises: (error) => `löst ${error} aus`,
  valuesOf: (count) => (count === 0 ? "kein Wert von " : count === 1 ? "1 Wert von " : `${number(count)} Werte von `),
};

/** @type {typeof import("../en/page.js").lesson} */
export const lesson = {
  answerAgain: "Noch einmal antworten",
  notYet: "Noch nicht:",
  changed: "Genau so. Die Aufzeichnung zeigt es.",
};

/** @type {typeof import("../en/page.js").loopCard} */
export const loopCard = {
  title: (time) => `Event-Loop · t = ${time}`,
  hasStopped: "Der Event-Loop hat angehalten.",
  none: "keine",
  timers: "Timer",
  ready: "Bereit",
  running: "Läuft",
  notBegun: "Der Event-Loop hat noch nicht begonnen.",
  tasks: (count) => `Tasks (${count})`,
  noTask: "Kein Task.",
  more: (count) => `und ${count} weitere`,
  cancelling: "zum Abbruch aufgefordert",
  waitsFor: (what, due) => `wartet auf ${waiting(what)}${due === null ? "" : `, fällig bei ${seconds(due)}`}`,
  asleepAt: (told, line) => `${told}${told ? " · " : ""}Zeile ${line} `,
};

/** @type {typeof import("../en/page.js").myPrograms} */
export const myPrograms = {
  open: "offen",
  imported: "importiert",
  rename: "Umbenennen",
  export: "Exportieren",
  delete: "Löschen",
  changed: "Geändert ",
  from: " · aus ",
  notSaved: "nicht gespeichert",
  earlierOf: (name) => `Frühere Fassungen von ${name}`,
  earlier: (count) => (count === 1 ? "1 frühere Fassung" : `${count} frühere Fassungen`),
  restoreOf: (time) => `Die Fassung von ${time} wiederherstellen`,
  restore: "Wiederherstellen",
  deleted: (name) => `„${name}“ ist gelöscht. `,
  undo: "Rückgängig",
  newName: (name) => `Neuer Name von ${name}`,
  save: "Speichern",
  cancel: "Abbrechen",
  none: "Es gibt noch keine. Ändere ein Beispiel, dann ist deine Kopie hier. Oder zieh Python-Dateien hierher.",
  count: (found, all) =>
    found === all ? (all === 1 ? "1 Programm" : `${all} Programme`) : `${found} von ${all === 1 ? "1 Programm" : `${all} Programmen`}`,
  lines: (count) => (count === 1 ? "1 Zeile" : `${count} Zeilen`),
};

/** @type {typeof import("../en/page.js").noteDialog} */
export const noteDialog = {
  title: (step, isNew) => (isNew ? `Eine Notiz an Schritt ${step}` : `Die Notiz an Schritt ${step}`),
  none: "keiner",
  unknownFrame: "ein Frame, den es in diesem Lauf nicht gibt",
  lastAfterFirst: "Die letzte Zeile kommt nach der ersten.",
};

/** @type {typeof import("../en/page.js").notes} */
export const notes = {
  place: (place, count, { step, until }) =>
    `Notiz ${place} von ${count} · ${until === undefined ? `Schritt ${step}` : `Schritte ${step} bis ${until}`}`,
  count: (count, next) =>
    `${count === 1 ? "1 Notiz." : `${count} Notizen.`}${next === undefined ? "" : ` Die nächste ist an Schritt ${next}.`}`,
};

/** @type {typeof import("../en/page.js").objects} */
export const objects = {
  textOf: (object) => `Text von ${object}`,
  unrecorded: (count) => `${number(count)} weitere, die nicht aufgezeichnet sind`,
  holdsNothing: "enthält nichts",
  empty: "leer",
  changed: " (geändert)",
  more: (count) => `und ${count} weitere`,
  of: " von ",
  moreHolders: (count) => ` und ${count} weiteren`,
  heldBy: "gehalten von",
  notFromHere: "ab hier sind Objekte nicht aufgezeichnet",
  notThis: "was es enthält, ist nicht aufgezeichnet",
};

/** @type {typeof import("../en/page.js").output} */
export const output = {
  earlier: (count) => `(${count} frühere Ausgaben sind hier nicht gezeigt)\n`,
  later: "später geschrieben",
  more: (count) => `\n(und ${count} weitere)`,
  laterMore: "Später geschrieben, nach diesem Schritt",
  nothing: "Nichts wird geschrieben.",
  steps: (count) => `${number(count)} Schritte`,
  instructions: (count) => `${number(count)} Instruktionen`,
  peak: (size) => `Speicherspitze ${size}`,
};

/** @type {typeof import("../en/page.js").picture} */
export const picture = {
  objects: "Objekte",
  objectsOf: (frame) => `Objekte von ${frame}`,
  noFrame: "Kein Frame.",
  hidden: (count) => `${count} weitere Objekte sind nicht gezeichnet.`,
  label: (frame, count) => `Die Variablen von ${frame} und ${count} Objekte`,
};

/** @type {typeof import("../en/page.js").printSheet} */
export const printSheet = {
  program: "Programm",
  notes: "Notizen",
  note: (step, text) => `Schritt ${step}: ${text}`,
  changed: "Das Programm wurde seit dem Lauf hier unten geändert.",
  timeline: "Zeitleiste",
  step: (step, last, sentence) => `Schritt ${step} von ${last}: ${sentence}`,
  output: "Ausgabe",
  nothing: "Nichts wird geschrieben.",
};

/** @type {typeof import("../en/page.js").qr} */
export const qr = {
  tooLong: "Der Link ist zu lang für einen QR-Code.",
};

/** @type {typeof import("../en/page.js").question} */
export const question = {
  pressRow: "Du kannst auch auf die Zeile des Frames in der Zeitleiste drücken.",
  pressLine: "Du kannst auch auf die Zeile im Programm drücken.",
  right: "Richtig.",
  hereIsIt: "Hier ist die Antwort.",
  notSo: "Nein.",
  theAnswer: "Die Antwort: ",
  line: (line) => `Zeile ${line}`,
  emptyLine: "eine leere Zeile",
};

/** @type {typeof import("../en/page.js").readFiles} */
export const readFiles = {
  archiveTooLarge: "Ein Archiv darf 256 MB haben. Entpacke es und importiere seine Dateien.",
  archiveEmpty: "In diesem Archiv ist keine Datei.",
  fileIn: (name, archive) => `${name} in ${archive}`,
  broken: (why) => `Das ist nicht lesbar: ${why}. Exportiere oder packe es noch einmal.`,
  noPython: "Das ist keine Python-Datei. Wähle Dateien, die auf .py enden, oder ein .zip-Archiv mit solchen.",
  tooLong: (most, length) =>
    `${length ? `Das hat ${number(length)} Bytes; ein Programm darf ${number(most)} haben.` : `Das hat mehr als die ${number(most)} Bytes, die ein Programm haben darf.`} Kürze es und importiere es dann noch einmal.`,
  unreadable: "Der Browser kann das nicht lesen. Wenn es ein Ordner ist, wähle die Dateien darin.",
  untitled: "Ohne Titel",
  noUtf8: "Das ist kein Text in UTF-8. Speichere ihn in deinem Editor als UTF-8 und importiere ihn dann noch einmal.",
  zeroBytes: "Hier sind Null-Bytes enthalten, also ist das kein Programmtext. Wähle eine andere Datei.",
};

/** @type {typeof import("../en/page.js").rows} */
export const rows = {
  more: (count) => `und ${count} weitere`,
};

/** @type {typeof import("../en/page.js").searchBar} */
export const searchBar = {
  count: (place, count, what, isPart) =>
    `${count ? `${place ? `${place} von ` : ""}${count}` : "nichts"}${isPart ? " in den Schritten hier" : ""} · ${what}`,
};

/** @type {typeof import("../en/page.js").sentence} */
export const sentence = {
  aloud: (step, isLast, sentence) => `Schritt ${step}${isLast ? ", der letzte" : ""}. ${sentence}`,
};

/** @type {typeof import("../en/page.js").shareDialog} */
export const shareDialog = {
  notShared: "Nicht geteilt. ",
  notSaved: "Nicht gespeichert. ",
  notes: (count) =>
    count === 0
      ? "Um Schritte zu erklären, schreib Notizen an sie: mit J oder mit dem Knopf über der Zeitleiste. Notizen reisen mit jedem Link."
      : `${count === 1 ? "Eine Notiz reist" : `${count} Notizen reisen`} mit jedem Link.`,
  step: (step) => `Schritt ${step}`,
  copied: "Kopiert:",
  copyThis: "Kopiere das:",
  order: "Der erste Schritt kommt vor dem letzten.",
  tooMany: (most) => `Wähle höchstens ${most} Schritte für diese Datei.`,
  drawing: "Der Server zeichnet es.",
};

/** @type {typeof import("../en/page.js").overview} */
export const overview = {
  here: (from, last, length) => `${number(from)} bis ${number(last)} von ${number(length)} Schritten sind hier`,
  step: (step, length) => `Schritt ${number(step)} von ${number(length)}`,
  to: (step) => `Zu ${step}`,
  goingTo: (step) => `Unterwegs zu ${step} …`,
  recording: (step) => `Die Schritte um Schritt ${number(step)} werden aufgezeichnet.`,
};

/** @type {typeof import("../en/page.js").sourceTabs} */
export const sourceTabs = {
  unfetched: "# Der Quelltext dieses Moduls war nicht zu holen.\n",
};

/** @type {typeof import("../en/page.js").stepList} */
export const stepList = {
  goTo: (step) => `Zu Schritt ${step} gehen`,
  step: (step) => `Schritt ${step}`,
};

/** @type {typeof import("../en/page.js").stepsTable} */
export const stepsTable = {
  after: (step) => `Nach Schritt ${step}`,
  range: (first, last, end) => `Schritte ${first} bis ${last} von ${end}`,
  none: "Keine Schritte",
  goTo: (step) => `Zu Schritt ${step} gehen`,
  event: (event, how) => `${EVENTS[event] ?? event}${how ? ` (${how})` : ""}`,
};

/** @type {typeof import("../en/page.js").theme} */
export const theme = {
  theme: (theme) => `Farben: ${{ auto: "automatisch", light: "hell", dark: "dunkel" }[theme] ?? theme}`,
};

/** @type {typeof import("../en/page.js").lanes} */
export const lanes = {
  fold: (lane, isFolded) => `Die Frames unter ${lane} ${isFolded ? "aufklappen" : "zuklappen"}`,
  hidden: (label) => `${label} verborgen`,
  library: (count) => `Bibliothek · ${count === 1 ? "1 Frame" : `${count} Frames`}`,
  peak: (size) => `Spitze ${size}`,
  awaitable: "awaitable",
  eventLoop: "Der Event-Loop",
  module: (module, count) =>
    `${module === null ? "Was lief, um Module der Bibliothek zu importieren" : `Das Modul ${module} der Bibliothek`}: ${count === 1 ? "1 Frame" : `${count} Frames`}`,
  calls: (label, names) => `${label}, die zurückkehrten und in denen kein Frame schlief: ${names}`,
  group: (count, name) => `${count} Frames von ${name}`,
  frame: ({ name, kind, line, isAwaitable }) =>
    `${name}, ${isAwaitable ? "ein Generator, den types.coroutine awaitable macht" : (KINDS[kind] ?? kind)}, Zeile ${line}`,
  task: (task) => `getrieben von ${task}`,
  ofLibrary: (module) => `aus dem Modul ${module} der Bibliothek`,
  peakMemory: (size) => `Speicherspitze ${size}`,
};

/** @type {typeof import("../en/page.js").tooltip} */
export const tooltip = {
  steps: (from, to) => `Schritte ${from} bis ${to}`,
  loop: (isWaiting, steps) =>
    `Der Event-Loop\n${isWaiting ? "wartet auf den Task, den er fortgesetzt hat" : "hat die Kontrolle"}, ${steps}`,
  atLine: (line) => ` in Zeile ${line}`,
};

/** @type {typeof import("../en/page.js").timelinePicture} */
export const timelinePicture = {
  tooLarge: "Das Bild ist zu groß.",
};

/** @type {typeof import("../en/page.js").pins} */
export const pins = {
  notes: (first, last) => `Notizen ${first} bis ${last}`,
  note: (number) => `Notiz ${number}`,
};

/** @type {typeof import("../en/page.js").transport} */
export const transport = {
  aloud: (count, sentence) => `Schritt ${count}. ${sentence}`,
  step: "Schritt ",
  pause: "Pause",
  play: "Abspielen",
};

/** @type {typeof import("../en/page.js").unzip} */
export const unzip = {
  badList: "die Liste der Dateien ist beschädigt",
  noArchive: "es ist kein ZIP-Archiv, oder das Ende fehlt",
  encrypted: "es ist verschlüsselt",
  unknownPacking: "es ist auf eine Art gepackt, die diese Seite nicht liest",
  badFile: "das Archiv ist an dieser Datei beschädigt",
};

/** @type {typeof import("../en/page.js").plainEditor} */
export const plainEditor = {
  program: "Programm",
  trouble: (line, message) => `Zeile ${line}: ${message}`,
  sleepsAt: (frame, line) => `${frame} schläft in Zeile ${line}`,
};

/** @type {typeof import("../en/page.js").compareChoices} */
export const compareChoices = {
  ofYourChoice: "Zwei Programme deiner Wahl",
  pairs: "Paare",
  examples: "Beispiele",
  mine: "Meine Programme",
  two: "Zwei Programme",
  myProgram: "Mein Programm",
  notHere: "Nicht auf dieser Site",
};

/** @type {typeof import("../en/page.js").comparePane} */
export const comparePane = {
  differs: (count, lines) => `anders in ${count > 1 ? "den Zeilen" : "Zeile"} ${lines}`,
  step: (step, sentence) => `Schritt ${step}. ${sentence}`,
};

/** @type {typeof import("../en/page.js").comparison} */
export const comparison = {
  both: (left, right) => `Links: ${left} Rechts: ${right}`,
  count: (step, last) => `${step} von ${last}`,
  noClock: "keine",
  number: (count) => number(count),
};

/** @type {typeof import("../en/page.js").embedded} */
export const embedded = {
  waiting: (place) => `${place === 1 ? "Ein Programm läuft" : `${place} Programme laufen`} vor diesem.`,
  notRun: (error) => `Das Programm ist nicht gelaufen. ${error}`,
  changed: "Geändert. Starten (Strg Enter) zeigt den neuen Lauf.",
  running: "Läuft.",
  ran: (where) => `Es lief ${where}.`,
  count: (step, last) => `${step} von ${last}`,
};

/** @type {typeof import("../en/page.js").stage} */
export const stage = {
  count: (step, last) => `${step} von ${last}`,
  ran: (isFinished, last, step) => `Das Programm lief${isFinished ? " zu Ende" : ""}, bis Schritt ${last}. Jetzt an Schritt ${step}.`,
  chosen: ({ frame, state, line, locals }) =>
    `${frame} ist gewählt: ${state ? states[state] : "noch nicht gemacht"}${line > 0 ? `, Zeile ${line}` : ""}, ${locals} lokale Variablen.`,
};

/** @type {typeof import("../en/page.js").findingsHands} */
export const findingsHands = {
  cameFrom: (name) => `Woher ${name} kam`,
  keyFindings: "Befunde: was in diesem Lauf einen Blick wert ist",
  keyWhy: "warum dieser Frame läuft: wer ihn fortsetzte, wer ihn weckte",
  worthALook: "Einen Blick wert in diesem Lauf",
  nothingFound: "In diesem Lauf fand sich nichts, was einen Blick braucht.",
  count: (count) => (count === 1 ? "1 Befund" : `${count} Befunde`),
  why: (frame) => `Warum ${frame} läuft`,
  notRunYet: "Dieser Frame ist noch nicht gelaufen.",
  ranBefore: "Dieser Frame läuft schon länger, als die Schritte hier zurückreichen.",
};

/** @type {typeof import("../en/page.js").frameHands} */
export const frameHands = {
  eventBefore: "das vorige Ereignis dieses Frames",
  noEventBefore: "Davor ist mit diesem Frame nichts geschehen.",
  nextEvent: "das nächste Ereignis dieses Frames",
  noNextEvent: "Mit diesem Frame geschieht nichts mehr.",
  lineBefore: "die vorige Zeile dieses Frames",
  noLineBefore: "Dieser Frame hat davor keine Zeile ausgeführt.",
  nextLine: "die nächste Zeile dieses Frames, wer auch dazwischen läuft",
  noNextLine: "Dieser Frame führt keine weitere Zeile aus.",
  out: "hinaus: zu dem, der diesen Frame aufrief oder fortsetzte",
  noOut: "Niemand wartet darauf, dass dieser Frame die Kontrolle zurückgibt.",
  caller: "der Frame, der auf diesen wartet, an ihn delegiert oder ihn aufrief",
  noCaller: "Hier wartet kein Frame auf diesen.",
  awaited: "der Frame, auf den dieser wartet, an den er delegiert oder den er aufrief",
  noAwaited: "Dieser Frame wartet hier auf keinen anderen.",
  lineAgain: "das nächste Mal, dass diese Zeile läuft, in irgendeinem Frame",
  noLineAgain: "Diese Zeile läuft nicht noch einmal.",
  lineRan: "das vorige Mal, dass diese Zeile lief",
  noLineRan: "Diese Zeile ist davor nicht gelaufen.",
  theFrame: "dem Frame",
  noChange: (name) => `${name} ändert sich nicht mehr.`,
  stop: "Abspielen hält an dieser Zeile an, oder nicht mehr",
  stopOfProgram: "Abspielen hält nur an Zeilen des Programms an.",
};

/** @type {typeof import("../en/page.js").keys} */
export const keys = {
  lesson: "die Lektion",
  steps: "Schritte",
  back: "ein Schritt zurück",
  forward: "ein Schritt vor",
  first: "erster Schritt",
  last: "letzter Schritt",
  play: "abspielen, Pause",
  playToSuspension: "abspielen bis zum nächsten Anhalten",
  suspensionBefore: "das vorige Anhalten",
  nextSuspension: "das nächste Anhalten",
  goToStep: "zu einem Schritt gehen",
  overview: "der Überblick über einen langen Lauf",
  stepsOn: "20.000 Schritte weiter, in einem langen Lauf",
  stepsBack: "20.000 Schritte zurück",
  stepRange: (last) => `(0 bis ${last})`,
  oneFrame: "Ein Frame",
  frameAbove: "der Frame darüber",
  frameBelow: "der Frame darunter",
  values: "Werte und Gründe",
  inLocals: "in den lokalen Variablen: das Objekt darüber, das darunter; öffnet es",
  picture: "das Bild der Objekte",
  timeline: "Die Zeitleiste",
  zoomIn: "vergrößern",
  zoomOut: "verkleinern",
  goodScale: "ein gut lesbarer Maßstab",
  wholeRun: "der ganze Lauf",
  byStepsByTime: "nach Schritten, nach Zeit",
  sequence: "eine Folge von Pfeilen: Die Zeit läuft nach unten",
  allFrames: "dasselbe mit allen Frames, nicht nur denen, die schlafen können",
  lookInside: "in die Bibliothek hineinsehen",
  notes: "Notizen",
  predict: "Vorhersagen",
  questions: "eine Frage vor jedem entscheidenden Schritt",
  answer: "die Frage beantworten",
  page: "Die Seite",
  live: "live: beim Tippen laufen lassen",
  projector: "Projektor: größere Schrift, Code umbrochen",
  share: "teilen",
  myPrograms: "meine Programme",
  thisList: "diese Liste",
};

/** @type {typeof import("../en/page.js").lessonTold} */
export const lessonTold = {
  wereRight: "Deine Antwort war richtig.",
  answered: "Du hast geantwortet.",
  told: (answer, given, isRight) =>
    isRight
      ? "Richtig."
      : given === null
        ? `Es ist ${states[answer] ?? answer}.`
        : `Deine Antwort war ${states[given] ?? given}. Es ist ${states[answer] ?? answer}.`,
  hidden: "Was danach kommt, ist verborgen, bis du geantwortet hast.",
};

/** @type {typeof import("../en/page.js").live} */
export const live = {
  runs: "Läuft, während du tippst.",
};

/** @type {typeof import("../en/page.js").looks} */
export const looks = {
  openRow: "Klapp die Zeile eines Moduls auf, um hineinzugehen. Über zugeklappte geht es hinweg.",
};

/** @type {typeof import("../en/page.js").notesHands} */
export const notesHands = {
  keyNext: "die nächste Notiz",
  keyBefore: "die vorige Notiz",
  keyWrite: "eine Notiz an diesen Schritt schreiben",
  keyEdit: "die gezeigte Notiz bearbeiten",
  none: "Dieses Programm hat keine Notizen. J schreibt eine an diesen Schritt.",
  hidden: "Notizen späterer Schritte sind verborgen, während du vorhersagst.",
  noneAfter: "Danach kommt keine Notiz.",
  noneBefore: "Davor kommt keine Notiz.",
  most: (most) => `Ein Programm hat höchstens ${most} Notizen.`,
  noneHere: "An diesem Schritt ist keine Notiz zu sehen. J schreibt eine.",
  notYours: "Diese Notizen sind von jemand anderem. J schreibt eine eigene, in deine Kopie des Programms.",
};

/** @type {typeof import("../en/page.js").opened} */
export const opened = {
  missing: "Kein solches Programm.",
  missingMore: "An dieser Adresse ist nichts gespeichert. Hier ist stattdessen ein Beispiel.",
  elsewhere: "Dieses Programm ist nicht in diesem Browser.",
  elsewhereMore:
    "Es wurde gelöscht, oder es entstand in einem anderen Browser: Dort macht Teilen einen Link, der überall geht. Hier ist stattdessen ein Beispiel.",
  broken: "Dieser Link ist unvollständig.",
  brokenMore:
    "Ein langer Link enthält das Programm selbst, und ein Teil davon ging verloren. Kopiere ihn noch einmal. Hier ist stattdessen ein Beispiel.",
  shared: (id) => `Geteiltes Programm ${id}`,
  fromLink: "Programm aus einem Link",
  mine: "Mein Programm",
};

/** @type {typeof import("../en/page.js").programs} */
export const programs = {
  untitled: "Ohne Titel",
  editedCopy: (name) => `Bearbeitete Kopie von ${name}`,
  original: "Hier ist das Original. Deine bearbeitete Kopie ist unter Meine Programme.",
  changedElsewhere: (before, name) =>
    `„${before}“ wurde in einem anderen Tab geändert. Was du hier schreibst, wird als „${name}“ gespeichert.`,
};

/** @type {typeof import("../en/page.js").quiz} */
export const quiz = {
  isOff: "Vorhersagen ist aus: Es fragt nach den eigenen Frames des Programms.",
  count: (place, all) => `Frage ${place} von ${all}`,
  forgotten: "Deine Antworten sind vergessen.",
  next: "Nächste Frage",
  waitsAt: (step) => `An Schritt ${step} wartet eine Frage.`,
  back: "Zurück zur Frage",
  goOn: "Weiter",
  progress: ({ all, right, left }, ever) =>
    `${all === 0 ? "In diesem Programm gibt es nichts zu fragen." : left ? `Was danach kommt, ist verborgen. Noch ${left} von ${all} Fragen.` : `Hier gibt es keine Fragen mehr: ${right} von ${all} richtig.`}${ever.all ? ` In allen Programmen: ${ever.right} von ${ever.all} richtig.` : ""}`,
};

/** @type {typeof import("../en/page.js").runner} */
export const runner = {
  where: { browser: "in diesem Browser", server: "auf dem Server" },
  notRun: "Das Programm ist nicht gelaufen.",
  stop: "Stopp",
  run: "Start",
  isRunning: "Das Programm läuft.",
  stopped: "Gestoppt.",
  givenUp: "Der Lauf wurde aufgegeben. Ändere das Programm oder starte es noch einmal.",
  noAnswer: "Der Server antwortet nicht.",
  tryAgain: (isSaved) =>
    `${isSaved ? "Was du geschrieben hast, ist in diesem Browser gespeichert." : "Kopiere dein Programm, bevor du gehst."} Versuch Start gleich noch einmal.`,
  failed: "Die Seite ist gescheitert.",
};

/** @type {typeof import("../en/page.js").searchHands} */
export const searchHands = {
  find: "Schritte finden: nach Text, Ereignis, Wert, Task oder Zeile",
  next: "der nächste gefundene Schritt",
  before: "der gefundene davor",
};

/** @type {typeof import("../en/page.js").sharing} */
export const sharing = {
  aProgram: "Ein Python-Programm",
  caption: (step, last) => `Schritt ${step} von ${last}`,
};

/** @type {typeof import("../en/page.js").watchHands} */
export const watchHands = {
  watch: "einen Ausdruck bei jedem Schritt beobachten",
};

/** @type {typeof import("../en/page.js").compare} */
export const compare = {
  steps: "Schritte",
  back: "ein Schritt zurück",
  forward: "ein Schritt vor",
  first: "erster Schritt",
  last: "letzter Schritt",
  play: "abspielen, Pause",
  link: "die Abspielköpfe gehen gemeinsam nach Schritten, nach Zeit, nach ausgegebenen Zeilen",
  thisList: "diese Liste",
  notHere: "Nicht in diesem Browser",
  loadAgain: "Lade die Seite gleich noch einmal.",
  noAnswer: "Der Server antwortet nicht.",
  failed: "Die Seite ist gescheitert.",
};

/** @type {typeof import("../en/page.js").course} */
export const course = {
  goOn: (lesson) => `${lesson === 1 ? "Beginnen" : "Weiter"} mit Lektion ${lesson}`,
};

/** @type {typeof import("../en/page.js").embed} */
export const embed = {
  broken: "Dieser Link ist unvollständig: Ein Teil des Programms ging verloren.",
  aProgram: "Ein Python-Programm",
};

/** @type {typeof import("../en/page.js").main} */
export const main = {
  library: "Bibliothek",
};

/** @type {typeof import("../en/page.js").axis} */
export const axis = {
  noLoop: "Dieses Programm hat keinen Event-Loop, also keine Uhr.",
  noTime: "In diesem Programm vergeht keine Zeit: Nichts schläft eine Weile.",
};

/** @type {typeof import("../en/page.js").findSteps} */
export const findSteps = {
  becomes: (name, value) => `${name} wird ${value}`,
  eventsOf: (task) => `Ereignisse von ${task}`,
  runsOf: (line) => `Läufe von Zeile ${line}`,
  quoted: (text) => `„${text}“`,
};

/** @type {typeof import("../en/page.js").laneNames} */
export const laneNames = {
  imports: "Importe",
  calls: (count) => `${count} Aufrufe`,
  loop: "Event-Loop",
};

/** @type {typeof import("../en/page.js").longLink} */
export const longLink = {
  tooLong: "Der Link enthält zu viel.",
};

/** @type {typeof import("../en/page.js").markdown} */
export const markdown = {
  input: "Eingabe:",
  output: "Ausgabe:",
  note: (step, text) => `- Schritt ${step}: ${text}`,
};

/** @type {typeof import("../en/page.js").lostNotes} */
export const lostNotes = {
  step: (step, last) => `Schritt ${step} gibt es in diesem Lauf nicht, er endet an Schritt ${last}.`,
  arrow: "Die Frames des Pfeils gibt es in diesem Lauf nicht.",
  unrecorded: (step) => `Schritt ${step} gehört nicht zu denen, die gerade aufgezeichnet sind.`,
  line: (line) => `Zeile ${line} gibt es in diesem Programm nicht.`,
};

/** @type {typeof import("../en/page.js").boxes} */
export const boxes = {
  more: (count) => `und ${number(count)} weitere`,
};

/** @type {typeof import("../en/page.js").packed} */
export const packed = {
  version: (ours, theirs) =>
    `Diese Seite liest Aufzeichnungen der Version ${ours}, und der Server sandte Version ${theirs}. Lade die Seite neu.`,
};

/** @type {typeof import("../en/page.js").api} */
export const api = {
  failed: "Der Server konnte das nicht tun.",
  noAnswer: "Der Server antwortet nicht.",
  status: (status) => `Der Server antwortete mit dem Status ${status}.`,
  brokeOff: "Die Antwort des Servers brach ab.",
};

/** @type {typeof import("../en/page.js").interpreter} */
export const interpreter = {
  noAnswer: "Er hat nicht geantwortet.",
  noWebAssembly: "Dieser Browser kann zu wenig WebAssembly.",
  notLoaded: (file) => `Die Datei ${file} war nicht zu laden.`,
  stopped: "Das Programm wurde gestoppt.",
};

/** @type {typeof import("../en/page.js").savedPrograms} */
export const savedPrograms = {
  notSaved: "Der Browser hat das Programm nicht gespeichert.",
};

/** @type {typeof import("../en/page.js").progress} */
export const progress = {
  done: "Erledigt",
  partly: (done, all) => `${done} von ${all} erledigt`,
};
