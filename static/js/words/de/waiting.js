// What a task waits for, in German: a trace has it in English, as the library calls it.

/** @type {[RegExp, string][]} what the library's modules have for it: asyncio/waiting.py, locks.py, queues.py, tasks.py */
const WAITING = [
  [/ waits for /, " wartet auf "],
  [/, line (\d+)/g, ", Zeile $1"],
  [/\bthe first of /g, "den ersten von "],
  [/\ba future that nobody has set\b/g, "ein Future, das niemand gesetzt hat"],
  [/\ba time that never comes\b/g, "eine Zeit, die nie kommt"],
  [/\bits timer\b/g, "seinen Timer"],
  [/\bits turn\b/g, "seine Reihe"],
  [/\ba Lock that (.+) holds\b/g, "ein Lock, das $1 hält"],
  [/\ba Lock\b/g, "ein Lock"],
  [/\ban Event to be set\b/g, "ein Event, das gesetzt wird"],
  [/\ba Condition to be notified\b/g, "eine Condition, die benachrichtigt wird"],
  [/\ba permit of a (\w+)/g, "eine Erlaubnis eines $1"],
  [/\ba Barrier, where (\d+) of (\d+) are\b/g, "eine Barrier, an der $1 von $2 sind"],
  [/\ban item in a (\w+)/g, "ein Element in einer $1"],
  [/\ba free place in a (\w+)/g, "einen freien Platz in einer $1"],
  [/(\d+) more calls? of task_done\(\) of a (\w+)/g, "$1 weitere Aufrufe von task_done() einer $2"],
  [/\b(\d+) more\b/g, "$1 weitere"],
  [/ and /g, " und "],
];

/** @type {typeof import("../en/page.js").waiting} */
export const waiting = (what) => WAITING.reduce((words, [english, german]) => words.replace(english, german), what);
