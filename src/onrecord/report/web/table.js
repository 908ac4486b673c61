// ---- the statements table: a page of rows at a time, so that 20,000 stay quick.
const PAGE_ROWS = 50;
const PRINTED_ROWS = 1000;
let pageRows = PAGE_ROWS;
const COLUMN_HEADS = [
  ["date", "Said"], ["speaker", "Speaker"], ["stance", "Stance"], ["text", "Statement"],
  ["addressee", "To"], ["outlet", "Outlet, article"], ["confidence", "Sure"],
];
let restRow = () => {};

function drawTable() {
  const table = el("table", { class: model.statements.some((s) => s.addressee) ? "statements" : "statements unaddressed", "aria-describedby": "shown" },
    el("thead", {}, el("tr", {}, COLUMN_HEADS.map(([key, label]) =>
      el("th", { scope: "col", class: `c-${key}`, "data-sort": key },
        button([label, el("span", { class: "arrow", "aria-hidden": "true" })], () => sortBy(key),
          key === "confidence" ? { title: "How sure the reading is, from 0 to 1" } : {}))))),
    el("tbody", {}));
  const body = table.tBodies[0];
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-i]");
    if (!row || event.target.closest("button, a") || !getSelection().isCollapsed) return;
    openStatement(model.statements[row.dataset.i]);
  });
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("tr[data-i]")) return;
    event.preventDefault();
    openStatement(model.statements[event.target.dataset.i], { focus: true });
  });
  restRow = rove(body, "tr[data-i]", { next: ["ArrowDown", "j"], previous: ["ArrowUp", "k"] });
  replace(byId("table"), table);
}

function sortBy(key) {
  update({ sort: key, down: state.sort === key ? !state.down : key === "confidence" });
}

function refreshTable() {
  const pages = Math.max(1, Math.ceil(view.rows.length / pageRows));
  state.page = Math.min(state.page, pages - 1);
  const from = state.page * pageRows;
  const rows = view.rows.slice(from, from + pageRows);
  const table = byId("table").firstElementChild;
  for (const head of table.querySelectorAll("th")) {
    const on = head.dataset.sort === state.sort;
    if (on) head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  }
  replace(table.tBodies[0], rows.map(statementRow), !rows.length && el("tr", {},
    el("td", { colspan: COLUMN_HEADS.length, class: "none" }, "No statement passes these filters. ",
      button("Clear all", () => update(noFilters()), { class: "link" }))));
  const total = model.statements.length;
  replace(byId("shown"), isFiltered()
    ? `${view.rows.length.toLocaleString("en-GB")} of ${plural(total, "statement")}`
    : plural(total, "statement"));
  drawPager(pages);
  markRow();
}

// On paper there is no next page to turn to: the rows in view are printed together.
function printRows(printing) {
  const page = state.page;
  pageRows = printing ? PRINTED_ROWS : PAGE_ROWS;
  if (printing) state.page = 0;
  refreshTable();
  return page;
}

function drawPager(pages) {
  if (pages < 2) {
    replace(byId("pager"));
    return;
  }
  const turn = (page) => {
    update({ page });
    byId("table").scrollIntoView({ block: "start" });
  };
  const from = state.page * PAGE_ROWS;
  replace(byId("pager"),
    button("First", () => turn(0), { disabled: state.page === 0 }),
    button("← Previous", () => turn(state.page - 1), { disabled: state.page === 0 }),
    el("span", {}, `${(from + 1).toLocaleString("en-GB")}–${Math.min(from + PAGE_ROWS, view.rows.length).toLocaleString("en-GB")} of ${view.rows.length.toLocaleString("en-GB")}`),
    button("Next →", () => turn(state.page + 1), { disabled: state.page === pages - 1 }),
    button("Last", () => turn(pages - 1), { disabled: state.page === pages - 1 }));
}

function dateCell(statement) {
  if (!isDated(statement)) return el("span", { class: "faint" }, "no date");
  const words = plainText(wordsAt(statement.article, statement.said_span));
  return [
    el("span", { class: "when" }, sayRange(statement.first, statement.last)),
    el("span", { class: "sub" }, statement.stated && words ? `“${words}”`
      : statement.stated ? "stated" : "day not stated"),
  ];
}

function statementRow(statement) {
  const { speaker, article } = statement;
  const printed = asPrinted(statement);
  const notes = [
    statement.addressee && el("span", { class: "tag to-tag" }, `to ${statement.addressee}`),
    statement.act === "attitude" && el("span", { class: "tag" }, "attitude"),
    statement.parent && el("span", { class: "tag" }, `within what ${clip(whoSaid(statement.parent), 30)} ${statement.parent.verb}`),
    statement.disputes.length > 0 && el("span", { class: "tag disputed" }, "disputed"),
    statement.claim && statement.claim.statements.length > 1 && el("span", { class: "tag" },
      `claim of ${plural(statement.claim.statements.length, "statement")}, ${plural(statement.claim.origins, "independent origin")}`),
  ].filter(Boolean);
  return el("tr", { "data-i": statement.index, tabindex: "-1" },
    el("td", { class: "c-date" }, dateCell(statement)),
    el("td", { class: "c-speaker" },
      el("span", { class: speaker.name ? "name" : "name faint" }, speaker.label),
      printed && el("span", { class: "sub" }, `“${clip(printed, 60)}”`),
      statement.source_type !== "person" && statement.source_type !== "none"
        && el("span", { class: "sub" }, SOURCE_TYPES[statement.source_type])),
    el("td", { class: "c-stance" }, stanceLabel(statement)),
    el("td", { class: "c-text" }, el("div", { class: "said" }, statementNodes(statement)),
      notes.length > 0 && el("div", { class: "notes" }, notes)),
    el("td", { class: "c-addressee" }, statement.addressee),
    el("td", { class: "c-outlet" }, outletLabel(article),
      el("span", { class: "sub title" }, articleTitle(article))),
    el("td", { class: "c-confidence", title: statement.by && `by ${plainText(statement.by)}` },
      statement.confidence.toFixed(2)));
}

// Marks the open statement's row; gives the tab stop to it, or to the first row.
function markRow() {
  const body = byId("table").querySelector("tbody");
  for (const row of body.querySelectorAll("[aria-current]")) row.removeAttribute("aria-current");
  const row = rowOf(state.statement);
  row?.setAttribute("aria-current", "true");
  const rest = row ?? body.querySelector("tr[data-i]");
  if (rest) restRow(rest);
}

function rowOf(statement) {
  return statement && byId("table").querySelector(`tr[data-i="${statement.index}"]`);
}

// Turns to the page that holds the statement and brings its row into sight.
function showRow(statement) {
  const at = view.rows.indexOf(statement);
  if (at < 0) return null;
  update({ page: Math.floor(at / PAGE_ROWS) });
  const row = rowOf(statement);
  bring(row);
  return row;
}
