// The lists of lessons and of misconceptions: says how far somebody has come, and where to go on.

import { PROGRESS, inWords, isDone as isDoneOf, progressOf } from "./model/progress.js";
import { namesOf, read, write } from "./net/kept.js";
import { hrefOf } from "./net/site.js";
import { words } from "./words/words.js";

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
    const progress = progressOf(read(PROGRESS + lesson.dataset.lesson));
    const isDone = isDoneOf(progress, Number(lesson.dataset.tasks));
    const place = lesson.querySelector(".done");
    if (place) place.textContent = inWords(progress, Number(lesson.dataset.tasks));
    lesson.classList.toggle("is-done", isDone);
    if (next < 0 && !isDone) next = i;
  });
  if (kept) kept.hidden = namesOf(PROGRESS).length === 0;
  if (!goOn || next < 0) return;
  goOn.setAttribute("href", hrefOf(lessons[next].dataset.lesson ?? "/learn"));
  goOn.textContent = words.course.goOn(next + 1);
}
