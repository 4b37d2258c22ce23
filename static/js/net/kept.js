// What the browser keeps for this page. Where it may keep nothing (a private window, say), the page works without.

const PREFIX = "stillframe.";

/** @param {string} name @returns {string|null} */
export function read(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** The names that begin so. @param {string} beginning */
export function namesOf(beginning) {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX + beginning))
      .map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** @param {string} name @param {string|null} value null forgets it @returns {boolean} whether it is kept */
export function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}
