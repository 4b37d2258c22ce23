// Before the first paint: the theme and the language that were chosen, so that no others flash up. A plain script, for modules run too late.
const { dataset, lang } = document.documentElement;

try {
  const theme = localStorage.getItem("stillframe.theme");
  if (localStorage.getItem("stillframe.projector") === "on") dataset.projector = "";
  if (theme === "light" || theme === "dark") dataset.theme = theme;
  // A site of files has the language in which it was written.
  if (dataset.root === undefined) speakAsChosen();
} catch {
  // No storage: the system's theme it is, and the browser's language.
}

/**
 * The server knows what an address says and what the browser prefers. What somebody chose here, the browser keeps: a page in another language is asked for
 * again, by `?lang=`, which is then taken out of the address, so that a copied link speaks each reader's language. A link that names a language is followed
 * in its tab.
 */
function speakAsChosen() {
  const here = new URL(location.href);
  const named = here.searchParams.get("lang");
  if (named !== null) {
    sessionStorage.setItem("stillframe.lang", lang);
    here.searchParams.delete("lang");
    history.replaceState(history.state, "", here);
    return;
  }
  const chosen = sessionStorage.getItem("stillframe.lang") ?? localStorage.getItem("stillframe.lang");
  if (chosen !== null && chosen !== lang) speak(chosen);
}

/** @param {string} language */
function speak(language) {
  const here = new URL(location.href);
  here.searchParams.set("lang", language);
  window.stop();
  location.replace(here);
}

addEventListener("click", (event) => {
  const language = event.target instanceof Element && event.target.closest("a[data-language]")?.getAttribute("data-language");
  if (!language) return;
  event.preventDefault();
  try {
    localStorage.setItem("stillframe.lang", language);
  } catch {
    // It is chosen for this page alone, then.
  }
  speak(language);
});
