// How somebody answered, by the misconception that the question was about: so that what was answered wrongly is asked again in another program.

/** @typedef {{ right: number, wrong: number, due: boolean }} Count  due: the last answer was wrong */
/** @typedef {Record<string, Count>} Tally */

/** @param {Tally} tally @param {string} kind @param {boolean} isRight @returns {Tally} */
export function counted(tally, kind, isRight) {
  const { right = 0, wrong = 0 } = tally[kind] ?? {};
  return { ...tally, [kind]: { right: right + Number(isRight), wrong: wrong + Number(!isRight), due: !isRight } };
}

/** The kinds that were answered wrongly the last time. @param {Tally} tally */
export function dueOf(tally) {
  return new Set(Object.keys(tally).filter((kind) => tally[kind].due));
}

/** All answers. @param {Tally} tally */
export function totalOf(tally) {
  const counts = Object.values(tally);
  const sum = (/** @type {(count: Count) => number} */ of) => counts.reduce((all, count) => all + of(count), 0);
  return { right: sum(({ right }) => right), all: sum(({ right, wrong }) => right + wrong) };
}

/** As it was stored; empty where that can't be read. @param {string|null} text @returns {Tally} */
export function tallyOf(text) {
  try {
    const found = JSON.parse(text ?? "{}");
    const isCount = (/** @type {any} */ count) => Number.isInteger(count?.right) && Number.isInteger(count?.wrong);
    return Object.fromEntries(Object.entries(found).filter(([, count]) => isCount(count)));
  } catch {
    return {};
  }
}
