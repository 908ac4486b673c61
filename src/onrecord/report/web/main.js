// ---- main: draws everything once, then only what a change touches.
drawHeader();
drawLegend();
drawFilterBar();
drawTable();
chooseLanes();
Object.assign(state, readHash());
refreshView();
drawTimeline();
drawDisputes();
drawHappenings();
drawNames();
drawArticles();
drawProblems();
refreshFilterBar();
refreshTable();
refreshReader();
if (state.statement) {
  showRow(state.statement);
  toWords(state.statement);
} else if (state.telling) toWords(state.telling);

onChange((changed) => {
  const turned = [...changed].every((key) => TURNS.includes(key));
  if (!turned) {
    refreshView();
    refreshFilterBar();
  }
  if (!turned || changed.has("page")) refreshTable();
  else markRow();
  if (!turned || ["statement", "open", "telling"].some((key) => changed.has(key))) refreshReader();
  if (changed.has("from") || changed.has("to")) drawHappenings();
  if (changed.has("telling")) markHappening();
  if (changed.has("open")) {
    for (const item of document.querySelectorAll(".article-item")) {
      if (item.dataset.article === state.open?.id) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    }
  }
  refreshMarks();
});

let pageBeforePrint = 0;
addEventListener("beforeprint", () => {
  pageBeforePrint = printRows(true);
});
addEventListener("afterprint", () => {
  state.page = pageBeforePrint;
  printRows(false);
});
byId("csv").addEventListener("click", copyCsv);
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-jump]");
  if (!link) return;
  event.preventDefault();
  jump(link.dataset.jump);
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    closeOverlay();
    byId("search").focus();
  } else if (event.key === "Escape") {
    hideTip();
    if (byId("reader").contains(event.target) || state.open) back();
    else if (typing) event.target.blur();
  }
});
for (const query of [docked, covering]) query.addEventListener("change", () => {
  refreshReader();
});
let drawnWidth = byId("chart").clientWidth;
new ResizeObserver(later(() => {
  const width = byId("chart").clientWidth;
  if (width === drawnWidth) return;
  drawnWidth = width;
  drawTimeline();
}, 120)).observe(byId("chart"));
