// Which Chromium draws the page, for tests and for measurements. CHROMIUM names another.

import { existsSync } from "node:fs";

/** The headless shell has none of Chromium's own windows and menus: it draws a page as Chromium does, and takes half the time. */
const KNOWN = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

export const CHROMIUM = process.env.CHROMIUM ?? KNOWN.find((path) => existsSync(path));
