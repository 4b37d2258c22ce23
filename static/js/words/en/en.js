// What the page says in English.

export * from "./page.js";
export * from "./predict.js";
export * from "./reasons.js";
export * from "./steps.js";

export const language = "en";
