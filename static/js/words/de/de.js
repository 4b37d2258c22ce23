// What the page says in German.

import * as page from "./page.js";
import { conditions, misconceptions, predict } from "./predict.js";
import { causes, findings, origins } from "./reasons.js";
import { steps } from "./steps.js";

/** @type {import("../words.js").Words} */
export const de = { ...page, causes, conditions, findings, misconceptions, origins, predict, steps };
