// Where a text that is no program is wrong, and why.

/** @import { Trouble } from "../editor/editor.js" */
/** @import { Outcome } from "./packed.js" */

/** @param {Outcome} outcome of such a text @returns {Trouble} */
export function troubleIn({
  type = "SyntaxError",
  message = "invalid syntax",
  line = 1,
  column = 1,
  end_line = line,
  end_column = column + 1,
}) {
  return { line, column, endLine: end_line, endColumn: end_column, message: `${type}: ${message}` };
}
