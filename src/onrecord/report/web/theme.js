// Runs before the page is drawn, so that it never flashes in the wrong colours.
(() => {
  "use strict";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = localStorage.getItem("onrecord-theme");
  } catch {
    // Storage may be closed to files opened from disk; the choice then lasts for this visit.
  }
  const apply = () => {
    document.documentElement.dataset.theme = chosen ?? (dark.matches ? "dark" : "light");
  };
  dark.addEventListener("change", apply);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#theme")) return;
    chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("onrecord-theme", chosen);
    } catch {
      // As above.
    }
    apply();
  });
  apply();
})();
