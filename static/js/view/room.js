// A text in a room of a fixed size: where it is too long it is set smaller, in two steps, so that it is never cut and never moves what is below.

const SMALLER = ["tight", "tighter"];

/** @param {HTMLElement} element whose height does not depend on its text */
export function fitText(element) {
  element.classList.remove(...SMALLER);
  for (const size of SMALLER) {
    if (element.scrollHeight <= element.clientHeight) return;
    element.classList.add(size);
  }
}
