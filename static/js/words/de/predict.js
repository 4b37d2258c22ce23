// Predict, in German: see ../en/predict.js.

/** @import { Misconception } from "../words.js" */
/** @import { Happening } from "../en/predict.js" */

/** @type {Record<string, Misconception>} */
export const misconceptions = {
  "call-runs-nothing": {
    question: "Führt der Aufruf einer Generatorfunktion sie aus?",
    believed: "Das wäre so, wenn der Aufruf den Rumpf ausführte.",
    right: "Der Aufruf macht nur einen Frame, der noch nicht begonnen hat. Das erste `next()` führt ihn aus.",
  },
  "yield-is-not-return": {
    question: "Ist `yield` ein `return`, nach dem es das nächste Mal von vorn losgeht?",
    believed: "Das wäre so, wenn die Funktion von vorn anfinge.",
    right:
      "Ein `yield` hält den Frame mit seinen lokalen Variablen an. Die nächste Anfrage geht nach diesem `yield` weiter; nur ein neuer Aufruf fängt von vorn an.",
  },
  exhausted: {
    question: "Warum gibt meine zweite Schleife nichts aus?",
    believed: "Das wäre so, wenn der Generator wieder von vorn begänne.",
    right:
      "Ein Generator ist ein einziger Durchgang. Geschlossen bleibt geschlossen; ruf die Funktion noch einmal auf, dann hast du einen neuen.",
  },
  "error-waits-for-next": {
    question: "Warum schlägt meine Prüfung der Argumente nicht beim Aufruf an?",
    believed: "Das wäre so, wenn die Prüfung beim Aufruf liefe.",
    right: "Vor dem ersten `next()` läuft keine Zeile eines Generators, auch keine Prüfung.",
  },
  "one-yield-changes-all": {
    question: "Warum bekomme ich einen Generator, obwohl ich eine Liste zurückgebe?",
    believed: "Das wäre so, wenn das `yield` erst zählte, sobald es erreicht wird.",
    right: "Ein einziges `yield`, auch ein nie erreichtes, macht aus jedem Aufruf einen Generator, und `return` beendet ihn nur.",
  },
  "genexp-late-names": {
    question: "Wann werden die Namen in einem Generatorausdruck nachgeschlagen?",
    believed: "Das wäre so, wenn alle Namen im selben Moment nachgeschlagen würden.",
    right: "Das erste Iterable wird sofort geholt. Alles andere wird nachgeschlagen, wenn jemand einen Wert verlangt.",
  },
  "prime-before-send": {
    question: "Warum muss ich zuerst None senden?",
    believed: "Das wäre so, wenn ein Frame, der noch nicht begonnen hat, einen Wert annehmen könnte.",
    right: "Ein Frame, der noch nicht begonnen hat, steht an keinem `yield`. Also gibt es nichts, was den Wert annimmt.",
  },
  "where-sent-values-go": {
    question: "Was gibt `send()` zurück, und wohin geht der Wert?",
    believed: "Das wäre so, wenn `send()` den Wert zurückgäbe, den es sendet.",
    right:
      "Der gesendete Wert wird zum Ergebnis des `yield`, an dem der Frame schläft. `send()` gibt zurück, was das nächste `yield` herausgibt.",
  },
  "return-value-is-hidden": {
    question: "Wohin geht der Rückgabewert eines Generators?",
    believed: "Das wäre so, wenn `return` einen Wert herausgäbe wie `yield`.",
    right: "`return` beendet den Generator. Der Wert reist in `StopIteration.value`, und das werfen `for` und `list` weg.",
  },
  "stopiteration-inside": {
    question: "RuntimeError: generator raised StopIteration?",
    believed: "Das wäre so, wenn StopIteration einen Generator von innen beendete.",
    right: "Eine StopIteration, die den Rumpf eines Generators verlässt, wird zu RuntimeError. Beende einen Generator mit `return`.",
  },
  "recursion-needs-yield-from": {
    question: "Warum liefert mein rekursiver Generator nichts?",
    believed: "Das wäre so, wenn der innere Aufruf den Rumpf ausführte.",
    right: "Der innere Aufruf macht einen weiteren Frame und lässt ihn fallen. Delegiere an ihn mit `yield from`.",
  },
  "yield-from-is-not-a-for": {
    question: "Ist `yield from` nur eine `for`-Schleife?",
    believed: "Das wäre so, wenn der delegierende Frame mitwirkte. Er reicht nur weiter, was kommt.",
    right: "`yield from` trägt `send`, `throw` und `close` nach innen und die gelieferten Werte nach außen, am delegierenden Frame vorbei.",
  },
  "break-does-not-close": {
    question: "Wann läuft das `finally` eines Generators nach `break`?",
    believed: "Das wäre so, wenn `break` den Generator schlösse.",
    right:
      "`break` hört nur auf zu fragen. Der Frame schläft weiter, bis `close()`, bis zu seinem Ende oder bis seine letzte Referenz wegfällt.",
  },
  "dropped-is-closed": {
    question: "Was wird aus einem Generator, den niemand mehr braucht?",
    believed: "Das wäre so, wenn ein fallen gelassener Frame einfach verschwände.",
    right: "Wenn die letzte Referenz wegfällt, schließt Python den Generator. Also läuft dort sein `finally`.",
  },
  "close-ends-the-frame": {
    question: "Ist ein Generator nach `close()` noch angehalten?",
    believed: "Das wäre so, wenn `close()` den Frame nur markierte.",
    right: "`close()` wirft am `yield` GeneratorExit hinein. Der Frame räumt auf und ist geschlossen.",
  },
  "yield-in-finally": {
    question: "RuntimeError: generator ignored GeneratorExit?",
    believed: "Das wäre so, wenn `close()` den Frame immer beendete.",
    right: "`close()` wirft am `yield` GeneratorExit hinein. Darauf mit einem weiteren `yield` zu antworten, ist der Fehler.",
  },
  "throw-can-be-survived": {
    question: "Beendet `throw()` einen Generator immer?",
    believed: "Das wäre so, wenn der Frame mit der Exception andersherum umgegangen wäre.",
    right:
      "`throw()` lässt die Exception am `yield` entstehen. Ein Frame, der sie fängt, läuft zum nächsten `yield` weiter; sonst ist er geschlossen.",
  },
  "exception-ends-the-frame": {
    question: "Wohin geht eine Exception, die einen Generator verlässt?",
    believed: "Das wäre so, wenn die Exception im Generator bliebe.",
    right: "Eine Exception, die einen Frame verlässt, schließt ihn und geht dort weiter, wo der Frame gefragt wurde.",
  },
  "yield-gives-control-back": {
    question: "Wer läuft nach einem `yield`?",
    believed: "Das wäre so, wenn der Frame nach seinem `yield` weiterliefe.",
    right: "Ein `yield` gibt die Kontrolle und den Wert an den, der gefragt hat. Der Frame schläft.",
  },
  "delegation-gives-the-return-value": {
    question: "Was ergeben `yield from` und `await`?",
    believed: "Das wäre so, wenn eine Exception oder ein gelieferter Wert herauskäme.",
    right: "`yield from` und `await` ergeben, was der innere Frame zurückgibt.",
  },
  "never-awaited": {
    question: "Coroutine was never awaited: Warum lief nichts?",
    believed: "Das wäre so, wenn der Aufruf den Rumpf ausführte.",
    right: "Auch der Aufruf einer `async`-Funktion macht nur einen Frame. `await` oder ein Task führt ihn aus.",
  },
  "await-is-not-yield-from": {
    question: "Ist `await` dasselbe wie `yield from`? Geht `await` mit einem Generator?",
    believed: "Das wäre so, wenn `await` jeden Generator nähme.",
    right: "Es ist derselbe Kanal, aber `await` nimmt nur Awaitables. `types.coroutine` macht einen Generator zu einem.",
  },
  "await-is-not-concurrency": {
    question: "Warum laufen meine awaits noch immer nacheinander?",
    believed: "Das wäre so, wenn `await` die nächste Zeile inzwischen weiterlaufen ließe.",
    right: "`await` wartet auf das, worauf es wartet. Nur Tasks (`create_task`, `gather`) lassen andere inzwischen weiterlaufen.",
  },
  "await-may-not-switch": {
    question: "Gibt jedes `await` die Kontrolle an den Event-Loop ab?",
    believed: "Das wäre so, wenn jedes `await` die Kontrolle abgäbe.",
    right: "`await` führt die Coroutine aus wie ein Aufruf. Die Kontrolle geht erst weg, wenn der innerste Frame wirklich anhält.",
  },
  "sleep-lets-others-run": {
    question: "Wer läuft, während ein Task wartet?",
    believed: "Das wäre so, wenn ein wartender Task den Thread behielte.",
    right: "Ein angehaltener Task gibt die Kontrolle an den Event-Loop, und der setzt den nächsten Callback fort, der bereit ist.",
  },
  "create-task-starts-later": {
    question: "Wann beginnen neue Tasks, und in welcher Reihenfolge?",
    believed: "Das wäre so, wenn `create_task` die Coroutine ausführte.",
    right: "Ein neuer Task kommt nur in die Bereit-Schlange. Er beginnt, wenn der, der ihn gemacht hat, wirklich anhält.",
  },
  "blocking-sleep": {
    question: "Warum friert `time.sleep` alle Tasks ein?",
    believed: "Das wäre so, wenn `time.sleep` den Event-Loop weiterlaufen ließe.",
    right: "Es gibt einen Thread, und der Event-Loop ist ein Aufrufer: Er führt nichts aus, bis dein Frame anhält.",
  },
  "cancel-is-a-request": {
    question: "Ich habe `cancel()` aufgerufen: Warum läuft der Task weiter?",
    believed: "Das wäre so, wenn `cancel()` den Task sofort beendete.",
    right: "`cancel()` bittet nur: Später wirft der Event-Loop CancelledError an dem `await` hinein, an dem der Task schläft.",
  },
  "one-thread-still-races": {
    question: "Keine Threads, also keine Race Conditions?",
    believed: "Das wäre so, wenn zwischen zwei Zeilen niemand sonst laufen könnte.",
    right: "Zwischen zwei awaits bist du allein; über eines hinweg nicht. Was du davor gelesen hast, kann veraltet sein.",
  },
  "gather-lets-others-run": {
    question: "Bricht `gather` die anderen ab, wenn einer scheitert?",
    believed: "Das wäre so, wenn `gather` die anderen abbräche.",
    right: "`gather` reicht den ersten Fehler weiter und lässt den Rest laufen. Eine TaskGroup bricht sie ab.",
  },
  "async-for-is-one-at-a-time": {
    question: "Holt `async for` Werte im Voraus oder parallel?",
    believed: "Das wäre so, wenn der Generator von selbst weiterliefe.",
    right: "`async for` fragt, wartet, führt den Rumpf aus und fragt wieder. Dazwischen laufen nur andere Tasks.",
  },
  "async-yield-goes-to-its-asker": {
    question: "Wohin geht das `yield` eines asynchronen Generators?",
    believed: "Das wäre so, wenn ein `yield` dorthin ginge, wohin ein `await` geht.",
    right:
      "Ein asynchroner Generator hat zwei Ausgänge: Sein `await` geht zum Event-Loop, sein `yield` zu dem, der nach dem Wert gefragt hat.",
  },
  "async-gen-left-open": {
    question: "Warum läuft das `finally` meines asynchronen Generators spät oder nur halb?",
    believed: "Das wäre so, wenn das Verlassen des `async for` ihn schlösse.",
    right:
      "Das Verlassen eines `async for` schließt den Generator nicht, und sein `finally` braucht vielleicht den Event-Loop. Nimm `aclosing()`.",
  },
  "print-order": {
    question: "In welcher Reihenfolge wird ausgegeben?",
    believed: "Das wird auch ausgegeben, aber später.",
    right: "Was als Nächstes ausgegeben wird, hängt davon ab, welcher Frame die Kontrolle hat.",
  },
};

/** @type {typeof import("../en/predict.js").predict} */
export const predict = {
  // Was gefragt wird.
  aboutToRun: (line, source) => (source ? `Gleich läuft Zeile ${line}, \`${source}\`.` : `Gleich läuft Zeile ${line}.`),
  expressionInLine: (expression, line) => `\`${expression}\` in Zeile ${line}`,
  line: (line) => `Zeile ${line}`,
  whichLine: "Welche Zeile läuft als Nächstes?",
  whichFrame: "Welcher Frame läuft als Nächstes?",
  whatIsPrinted: "Was wird als Nächstes ausgegeben?",
  asksAgain: (frame) => `Sie fragt ${frame} noch einmal. Welche Zeile läuft als Nächstes?`,
  givesBack: (expression) => `Was gibt ${expression} zurück?`,
  stateAfter: (frame, expression) => `In welchem Zustand ist ${frame} nach ${expression}?`,
  losesReference: (frame) => `${frame} verliert dort seine letzte Referenz. In welchem Zustand ist der Frame dann?`,
  evaluatesTo: (how, frame) => `Was ergibt das \`${how}\` für ${frame}?`,
  askerGets: (frame) => `Was bekommt, wer ${frame} gefragt hat?`,
  exceptionLeaves: (frame) => `Dort verlässt eine Exception ${frame}. Welche Zeile läuft als Nächstes?`,
  cancelsTask: (frame) => `Sie bricht den Task von ${frame} ab. In welchem Zustand ist dieser Frame nach der Zeile?`,

  // Warum eine Antwort falsch ist.
  notCaught: "Das wäre so, wenn nichts im Frame die Exception finge.",
  caught: "Das wäre so, wenn der Frame die Exception finge und zu einem `yield` weiterliefe.",
  madeAgain: "Ein Frame kehrt nie zu seinem Anfang zurück.",
  standsAt: (line) => `Der Frame steht schon in Zeile ${line}. Er läuft nach diesem \`yield\` weiter.`,
  handedOutBefore: "Das wurde davor herausgegeben, an dem `yield`, an dem der Frame jetzt schläft.",
  valueLost: "Das wäre so, wenn der Wert des `return` verloren ginge.",
  comesOutThere: "Dort kommt die Exception aus dem Frame heraus. Diese Zeile läuft nicht weiter.",
  printsLater: (frame, step) => `\`${frame}\` gibt das später aus, in Schritt ${step}.`,
  runsOnlyThen: "Er läuft erst, wenn der Event-Loop die Kontrolle hat und CancelledError hineinwirft.",
  comesLater: (what, step) => `${SUBJECTS[what]} kommt später, in Schritt ${step}.`,
  cameBefore: (what, step) => `${SUBJECTS[what]} kam davor, in Schritt ${step}.`,
  nothingCameBack: "Das wäre so, wenn nichts zurückkäme.",
  printedLater: (step) => `Das wird später ausgegeben, in Schritt ${step}.`,
};

const SUBJECTS = { line: "Diese Zeile", frame: "Dieser Frame", value: "Dieser Wert" };

/** @type {typeof import("../en/predict.js").conditions} */
export const conditions = {
  count: (what, found, { is, least }) =>
    `${happening(what)}: ${found === 0 ? "noch nicht" : times(found)}. Es soll ${is === undefined ? `mindestens ${times(least)}` : is === 0 ? "nie" : times(is)} sein.`,
  notYet: (what) => `${happening(what)}: noch nicht.`,
  wrongOrder: (first, then) => `Falsche Reihenfolge. Zuerst soll kommen: ${happening(first)}. Und danach: ${happening(then)}.`,
  noFrame: (name) => `Es gibt keinen Frame von ${name}().`,
  state: (name, found, wanted) =>
    `Am Ende ist ${name}() ${STATES[found ?? ""] ?? found}. Der Zustand soll ${STATES[wanted] ?? wanted} sein.`,
  clock: (found, wanted) => `Es dauert ${duration(found)}. Es soll ${duration(wanted)} dauern.`,
  outcome: (found, wanted) => `Das Programm endet ${OUTCOMES[found] ?? found}. Es soll ${OUTCOMES[wanted] ?? wanted} enden.`,
};

/** @type {Record<string, string>} */
const STATES = { created: "erzeugt", running: "laufend", suspended: "angehalten", closed: "geschlossen" };
/** @type {Record<string, string>} */
const OUTCOMES = {
  finished: "normal",
  raised: "mit einer Exception",
  deadlock: "in einem Deadlock",
  limit: "an einer Grenze",
  exit: "durch exit",
};
/** @type {Record<string, string>} */
const EVENTS = {
  call: "wird aufgerufen",
  create: "wird gemacht",
  resume: "wacht auf",
  suspend: "schläft ein",
  return: "kehrt zurück",
  raise: "endet mit einer Exception",
  drop: "wird fallen gelassen",
};

/** @param {Happening} what */
function happening(what) {
  if ("prints" in what) return `„${what.prints}“ wird ausgegeben`;
  const { event, frame, how, value } = what;
  const who = frame === undefined ? "Ein Frame" : `${frame}()`;
  return `${who} ${EVENTS[event] ?? event}${how ? ` durch ${how}` : ""}${value === undefined ? "" : ` mit ${value}`}`;
}

/** @param {number} count */
function times(count) {
  return count === 1 ? "einmal" : count === 2 ? "zweimal" : `${count}-mal`;
}

/** @param {number} count of seconds */
function duration(count) {
  return count === 1 ? "1 Sekunde" : `${count} Sekunden`;
}
