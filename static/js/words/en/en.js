// What the page says in English.

import * as page from "./page.js";
import { conditions, misconceptions, predict } from "./predict.js";
import { causes, findings, origins } from "./reasons.js";
import { steps } from "./steps.js";

export const en = { ...page, causes, conditions, findings, misconceptions, origins, predict, steps };
