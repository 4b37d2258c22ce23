// Before the first paint: the theme that was chosen, so that no other one flashes up. A plain script, for modules run too late.
try {
  const theme = localStorage.getItem("stillframe.theme");
  if (localStorage.getItem("stillframe.projector") === "on") document.documentElement.dataset.projector = "";
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // No storage: the system's theme it is.
}
