// ---- the reader: one article at a time, its statements marked. Docked beside the page where
// there is room, over it where there is not.
const docked = matchMedia("(min-width: 1260px)");
const covering = matchMedia("(max-width: 640px)");
const reader = { article: null, nodes: new Map(), came: null, opened: null };

function openStatement(statement, { row = false, focus = false } = {}) {
  hideTip();
  reader.came = document.activeElement;
  update({ statement, open: statement.article });
  if (row && docked.matches) showRow(statement);
  toWords(statement);
  if (focus || !docked.matches) focusWords(statement);
}

function openArticle(article) {
  hideTip();
  reader.came = document.activeElement;
  update({ open: article, statement: null });
  byId("reader").querySelector(".reader-text").scrollTop = 0;
  if (!docked.matches) byId("reader-title").focus({ preventScroll: true });
}

function closeOverlay() {
  if (!docked.matches && state.open) update({ open: null });
}

// Back from the words to where the reader came from: the row, or whatever had the focus.
function back() {
  const row = rowOf(state.statement);
  const came = reader.came;
  closeOverlay();
  const to = came?.isConnected && came !== document.body && !byId("reader").contains(came) ? came : row;
  to?.focus();
}

function refreshReader() {
  const article = state.open ?? (docked.matches ? model.articles[0] : null);
  const panel = byId("reader");
  panel.classList.toggle("shown", Boolean(state.open));
  document.body.classList.toggle("reading", Boolean(state.open) && !docked.matches);
  document.querySelector("main").inert = Boolean(state.open) && covering.matches;
  if (!article) {
    replace(panel, docked.matches && el("p", { class: "note" }, "No article in this record."));
    reader.article = null;
    return;
  }
  if (reader.article !== article || !panel.firstChild) drawReader(panel, article);
  const bar = panel.querySelector(".reader-nav");
  const all = article.statements;
  const at = all.indexOf(state.statement);
  replace(bar,
    button("Close", back, { class: "quiet close", "aria-label": "Close the article and go back" }),
    el("span", { class: "faint" }, at < 0 ? plural(all.length, "statement") : `${at + 1} of ${all.length}`),
    button("←", () => openStatement(all[at < 0 ? 0 : at - 1], { row: true }),
      { class: "quiet", disabled: at === 0 || !all.length, "aria-label": "Previous statement of this article" }),
    button("→", () => openStatement(all[at + 1], { row: true }),
      { class: "quiet", disabled: at === all.length - 1, "aria-label": "Next statement of this article" }),
    button("In the table", () => inTable(article), { class: "quiet" }));
  const card = panel.querySelector(".card");
  card.hidden = !state.statement && !state.telling;
  const opened = state.statement ?? state.telling;
  replace(card, state.statement ? statementCard(state.statement) : state.telling ? tellingCard(state.telling) : []);
  if (reader.opened !== opened) card.scrollTop = 0;
  reader.opened = opened;
  highlight(opened);
}

// On a narrow screen the article lies over the table: leave it and go to the row; without an
// open statement, list those of the article.
function inTable(article) {
  const { statement } = state;
  if (!statement) update({ ...noFilters(), article: [article.id] });
  else if (!view.has.has(statement)) update(noFilters());
  closeOverlay();
  if (statement) showRow(statement)?.focus({ preventScroll: true });
  else jump("statements");
}

function drawReader(panel, article) {
  reader.article = article;
  reader.nodes = new Map();
  const text = el("div", { class: "text", lang: /^[a-z]{2,3}(-\w+)*$/i.test(article.language) ? article.language : null });
  const seen = new Set();
  const marks = marksOf(article);
  let junk = [];
  const fold = () => {
    if (!junk.length) return;
    const labels = [...new Set(junk.map((p) => p.parts[0].label))].join(", ");
    append(text, el("details", { class: "junk" },
      el("summary", {}, `Set aside: ${labels}`, el("span", { class: "faint" }, ` (${plural(junk.length, "block")})`)),
      junk.map((paragraph) => drawParagraph(article, paragraph, marks, seen))));
    junk = [];
  };
  for (const paragraph of paragraphsOf(article)) {
    if (JUNK.has(paragraph.parts[0].label)) junk.push(paragraph);
    else {
      fold();
      append(text, drawParagraph(article, paragraph, marks, seen));
    }
  }
  fold();
  text.addEventListener("click", (event) => fromWords(event.target));
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!event.target.matches(".seg")) return;
    event.preventDefault();
    fromWords(event.target);
  });
  replace(panel,
    el("div", { class: "reader-nav" }),
    el("div", { class: "card", "aria-live": "polite", hidden: true }),
    el("div", { class: "reader-text", tabindex: "-1" }, articleHead(article), key(), text));
}

function key() {
  return el("p", { class: "key", "aria-label": "How the text is marked" },
    el("span", { class: "seg source" }, "source"), el("span", { class: "seg cue" }, "cue"),
    el("span", { class: "seg content says depth1" }, "content"),
    el("span", { class: "seg content says depth2" }, "content within content"));
}

function drawParagraph(article, paragraph, marks, seen) {
  // A paragraph that a dateline opens is still a paragraph of the body.
  const label = paragraph.parts[paragraph.parts.length - 1].label;
  const node = el("p", { class: `block ${label}`, "data-label": label === "body" ? null : label });
  let at = paragraph.start;
  for (const part of paragraph.parts) {
    if (part.start > at) append(node, cut(article, at, part.start));
    const inner = segmentsIn(part.start, part.end, marks).map((s) => segmentNode(article, s, reader.nodes, seen));
    append(node, part.label !== label ? el("span", { class: part.label }, inner) : inner);
    at = part.end;
  }
  return node;
}

function fromWords(target) {
  const node = target.closest(".seg[data-i]");
  if (!node || !getSelection().isCollapsed) return;
  const statement = model.statements[node.dataset.i];
  update({ statement, open: statement.article });
  if (docked.matches) showRow(statement);
}

function highlight(statement) {
  const panel = byId("reader");
  for (const node of panel.querySelectorAll(".hit, .hit-source, .hit-cue")) {
    node.classList.remove("hit", "hit-source", "hit-cue");
  }
  const nodes = reader.nodes.get(statement);
  if (!nodes) return;
  for (const node of nodes.content) {
    node.classList.add("hit");
    const fold = node.closest("details");
    if (fold) fold.open = true;
  }
  for (const node of nodes.source) node.classList.add("hit-source");
  for (const node of nodes.cue) node.classList.add("hit-cue");
}

function firstWords(statement) {
  const nodes = reader.nodes.get(statement);
  return nodes && (nodes.content[0] ?? nodes.cue[0] ?? nodes.source[0]);
}

// Scrolls the reader, never the page.
function toWords(statement) {
  const node = firstWords(statement);
  const holder = byId("reader").querySelector(".reader-text");
  if (!node || !holder) return;
  const top = node.getBoundingClientRect().top - holder.getBoundingClientRect().top;
  holder.scrollTo({ top: holder.scrollTop + top - holder.clientHeight * 0.3, behavior: calm() ? "auto" : "smooth" });
}

function focusWords(statement) {
  const node = firstWords(statement);
  if (!node) return;
  if (!node.hasAttribute("tabindex")) node.setAttribute("tabindex", "-1");
  node.focus({ preventScroll: true });
}
