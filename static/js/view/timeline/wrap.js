// How many lines a name takes in a room of some width: it is broken where its words end, else wherever it has to be.

const ENDS_OF_WORDS = /(?<=[_. ])/;

/** @type {CanvasRenderingContext2D|null} */ let pen = null;

/** The pieces of a name that stay together. @param {string} text */
export function piecesOf(text) {
  return text.split(ENDS_OF_WORDS);
}

/** @param {string} text @param {string} font as CSS has it @param {number} room in pixels */
export function linesIn(text, font, room) {
  pen ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  pen.font = font;
  const measure = (/** @type {string} */ piece) => /** @type {CanvasRenderingContext2D} */ (pen).measureText(piece).width;
  return linesOf(
    piecesOf(text).map((piece) => ({ whole: measure(piece), seen: measure(piece.trimEnd()) })),
    room,
  );
}

/** @param {{ whole: number, seen: number }[]} pieces  how wide each is, and without the space at its end @param {number} room */
export function linesOf(pieces, room) {
  let lines = 1;
  let at = 0;
  for (const { whole, seen } of pieces) {
    if (at > 0 && at + seen > room) {
      lines++;
      at = 0;
    }
    at += whole;
    for (; at - whole + seen > room; at -= room) lines++;
  }
  return lines;
}
