// The lists of lessons and of misconceptions: says how far somebody has come, and where to go on.

import { PROGRESS, inWords, progressOf } from "./model/progress.js";
import { namesOf, read, write } from "./net/kept.js";
import { hrefOf } from "./net/site.js";

const lessons = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-lesson]"))];
const goOn = document.getElementById("go-on");
const kept = document.getElementById("kept");

show();
document.getElementById("forget")?.addEventListener("click", () => {
  for (const name of namesOf(PROGRESS)) write(name, null);
  show();
});

function show() {
  let next = -1;
  lessons.forEach((lesson, i) => {
    const words = inWords(progressOf(read(PROGRESS + lesson.dataset.lesson)), Number(lesson.dataset.tasks));
    const place = lesson.querySelector(".done");
    if (place) place.textContent = words;
    lesson.classList.toggle("is-done", words === "Done");
    if (next < 0 && words !== "Done") next = i;
  });
  if (kept) kept.hidden = namesOf(PROGRESS).length === 0;
  if (!goOn || next < 0) return;
  goOn.setAttribute("href", hrefOf(lessons[next].dataset.lesson ?? "/learn"));
  goOn.textContent = `${next === 0 ? "Start" : "Go on"} with lesson ${next + 1}`;
}
