// ---- articles and problems: the lists that lead to what was read and what was not.
const FIRST_ARTICLES = 40;
const list = { from: null, to: null, words: "", shown: FIRST_ARTICLES };

function listArticles({ from, to }) {
  Object.assign(list, { from, to, words: "", shown: FIRST_ARTICLES });
  drawArticles();
  jump("articles");
}

function listed() {
  const words = needles(list.words);
  return model.articles.filter((article) => {
    if (list.from !== null) {
      const [first, last] = [article.first ?? article.last, article.last ?? article.first];
      if (first === null || last < list.from || first > list.to) return false;
    }
    if (!words.length) return true;
    const hay = `${articleTitle(article)} ${outletOf(article)} ${article.agency ?? ""} ${article.key}`.toLocaleLowerCase("en");
    return words.every((word) => hay.includes(word));
  });
}

function drawArticles() {
  const search = el("input", { type: "search", id: "article-search", placeholder: "Find an article",
    "aria-label": "Find an article by title, outlet or file" });
  search.value = list.words;
  search.addEventListener("input", later(() => {
    list.words = search.value;
    list.shown = FIRST_ARTICLES;
    refreshArticles();
  }, 150));
  replace(byId("article-list"),
    model.articles.length > 8 && el("div", { class: "filters" }, search),
    list.from !== null && el("div", { class: "chips" }, button(
      [el("span", { class: "faint" }, "Published"), ` ${sayRange(list.from, list.to)}`, el("span", { class: "cross", "aria-hidden": "true" }, "×")],
      () => { list.from = null; drawArticles(); }, { class: "chip", "aria-label": "Remove the filter by days of publication" })),
    el("div", { id: "article-rows" }));
  refreshArticles();
}

function refreshArticles() {
  const found = listed();
  const rest = found.length - list.shown;
  replace(byId("article-rows"),
    el("ul", { class: "article-rows" }, found.slice(0, list.shown).map(articleItem)),
    !found.length && el("p", { class: "note" }, "No article fits."),
    rest > 0 && button(`Show ${Math.min(rest, 100)} more of ${found.length}`, () => {
      list.shown += 100;
      refreshArticles();
    }, { class: "more" }));
}

function articleItem(article) {
  const dated = article.first !== null || article.last !== null;
  const echo = article.echoes.find((e) => e.kind !== "passage") ?? article.echoes[0];
  return el("li", {}, el("button", { type: "button", class: "line article-item", "data-article": article.id,
    "aria-current": state.open === article ? "true" : null, onclick: () => openArticle(article) },
  el("span", { class: "when" }, dated ? sayRange(article.first, article.last) : "no date",
    dated && !article.sure && el("span", { class: "faint", title: "not certain" }, " ?")),
  outletLabel(article),
  el("span", { class: "title" }, articleTitle(article),
    echo && el("span", { class: "sub" }, `${ECHO_KINDS[echo.kind]} ${articleName(echo.ofArticle)}, ${Math.round(echo.similarity * 100)} %`)),
  el("span", { class: "count" }, article.statements.length)));
}

function drawProblems() {
  const shown = model.problems.slice(0, 500);
  byId("problems").classList.toggle("clear", !shown.length);
  replace(byId("problem-list"), !shown.length
    ? el("p", { class: "note" }, "Everything that was given could be read.")
    : el("div", { class: "table-holder" }, el("table", { class: "problems" },
      el("thead", {}, el("tr", {}, ["What", "Why", "Where"].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, shown.map((problem) => el("tr", {},
        el("td", { class: "c-kind" }, problem.kind.replaceAll("_", " ")),
        el("td", {}, problem.detail),
        el("td", { class: "path" }, problem.key || problem.path,
          problem.article && [" ", button("open", () => openArticle(problem.article), { class: "link" })])))))),
    model.problems.length > shown.length && el("p", { class: "note" },
      `and ${(model.problems.length - shown.length).toLocaleString("en-GB")} more in the record.`));
}
