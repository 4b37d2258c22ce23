// What the page says in German.

export * from "./page.js";
export * from "./predict.js";
export * from "./reasons.js";
export * from "./steps.js";

export const language = "de";
