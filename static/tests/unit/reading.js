// How old a reader has to be: the Automated Readability Index (Senter and Smith, 1967). It takes the length of words and of sentences, and gives a
// school grade; age is grade + 5. It needs no guess about syllables, so anybody can check it.

/** @typedef {{ words: number, sentences: number, letters: number, longest: number }} Measure  longest: the words of the longest sentence */

/** Markdown as it is read: without the marks of code and links, and without lines that are no text. @param {string} markdown */
export function asRead(markdown) {
  return markdown
    .replace(/^\{.*\}$/gm, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/`[^`]*`/g, "code") // a name of the program is read as one short word
    .replace(/\s+/g, " ")
    .trim();
}

/** @param {string} text @returns {Measure} */
export function measure(text) {
  const sentences = text
    .split(/(?<=[.?!:]["”]?)\s+/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  return {
    words: words.length,
    sentences: sentences.length,
    letters: words.join("").length,
    longest: Math.max(0, ...sentences.map((sentence) => sentence.length)),
  };
}

/** @param {Measure} measure */
export function grade({ words, sentences, letters }) {
  return 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43;
}
