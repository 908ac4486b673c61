// ---- the card: everything known of the open statement, each value with what it rests on.
function row(label, ...value) {
  const shown = value.flat(Infinity).filter((part) => part !== null && part !== false && part !== "");
  return shown.length ? [el("dt", {}, label), el("dd", {}, shown)] : [];
}

function statementLink(statement, label) {
  return button(label, () => openStatement(statement, { row: true }), { class: "link" });
}

function statementCard(statement) {
  const { speaker, claim } = statement;
  const printed = asPrinted(statement);
  const words = plainText(wordsAt(statement.article, statement.said_span));
  const others = claim ? claim.statements.filter((s) => s !== statement) : [];
  const denied = claim ? claim.deniers.filter((s) => s !== statement) : [];
  return [
    el("p", { class: "card-head" }, el("b", {}, speaker.label), " ", stanceLabel(statement)),
    el("dl", { class: "card-rows" },
      row("Printed", printed && `“${clip(printed, 120)}”`),
      row("Role", speaker.roles.slice(0, 2).join("; ")),
      row("Also as", speaker.aliases.slice(0, 6).join(", "), speaker.because.length > 0 && el("details", {},
        el("summary", {}, "why these are one"), el("ul", {}, speaker.because.map((reason) => el("li", {}, reason))))),
      row("Said", sayRange(statement.first, statement.last),
        el("span", { class: "faint" }, statement.stated ? (words ? `, “${words}”` : ", stated in the text") : ", bounded by the publication: the text states no day")),
      row("To", statement.addressee),
      row("Where", statement.setting),
      row("Came through", chainOf(statement)),
      row("Kind", `${statement.kind} ${statement.act}, ${SOURCE_TYPES[statement.source_type]}`),
      row("Within", statement.parent && statementLink(statement.parent,
        `what ${whoSaid(statement.parent)} ${statement.parent.verb}`)),
      row("Holds", statement.children.map((child, i) => [i > 0 && ", ", statementLink(child, `what ${whoSaid(child)} ${child.verb}`)])),
      row("Same claim", others.slice(0, 4).map((other, i) => [i > 0 && ", ",
        statementLink(other, `${other.speaker.label} (${articleName(other.article)})`)]),
      others.length > 4 && ` and ${others.length - 4} more`,
      claim && others.length > 0 && el("span", { class: "faint" }, ` (${plural(claim.origins, "independent origin")}${denied.length ? `, ${denied.length} denying` : ""})`)),
      row("Dispute", statement.disputes.slice(0, 2).map((dispute) => button(clip(disputeText(dispute), 70),
        () => showDispute(dispute), { class: "link" }))),
      row("Read by", statement.by || "unnamed rule", el("span", { class: "faint" }, `, sure ${statement.confidence.toFixed(2)}`))),
    !view.has.has(statement) && el("p", { class: "card-note" }, "The filters hide this statement's row. ",
      button("Clear them", () => { update(noFilters()); showRow(statement); }, { class: "link" })),
  ];
}

const HANDS = {
  relayed_by: "relayed by ", told: "told to ", agency: "the agency ", outlet: "", reprinted_by: "reprinted by ",
};

// Who had the words before this article, and who took them from it.
function chainOf(statement) {
  const link = ([kind, name, at]) => {
    const article = at === null ? null : model.articles[at];
    const elsewhere = article !== null && article !== statement.article;
    return [HANDS[kind] ?? "", elsewhere ? button(name, () => openArticle(article), { class: "link" }) : name];
  };
  const before = statement.custody.filter(([kind]) => kind !== "reprinted_by");
  const after = statement.custody.filter(([kind]) => kind === "reprinted_by");
  if (!statement.custody.length) return [];
  return [statement.speaker.label, before.map((hand) => [" → ", link(hand)]),
    " → ", outletOf(statement.article), after.slice(0, 6).map((hand) => [" → ", link(hand)]),
    after.length > 6 && ` and ${after.length - 6} more`];
}

function showDispute(dispute) {
  disputesShown = Math.max(disputesShown, model.disputes.indexOf(dispute) + 1);
  drawDisputes();
  closeOverlay();
  bring(byId("dispute-list").querySelector(`[data-id="${CSS.escape(dispute.id)}"]`), "start");
}

// ---- the head of an article: whose it is, when it was published and how we know.
const EVIDENCE = {
  given: "as given with the file", "json-ld": "from the page's JSON-LD", meta: "from the page's meta data",
  time: "from a time element", url: "from the address", dateline: "from the dateline",
  credit: "from the agency credit", visible: "from a visible line", updated: "from an update line",
  clock: "from the page's clock", header: "from the HTTP header", text: "from the text",
};
const ECHO_KINDS = { reprint: "Reprint of", edited: "Edited from", passage: "Shares a passage with" };
const LINEAGES = {
  copied_from: "copied from it", shared_origin: "both from another text", update_of: "an update of it", unknown: "",
};

function sayEvidence([kind, value, words]) {
  const from = EVIDENCE[kind] ?? `from ${kind}`;
  return words ? `${from}: “${clip(words, 60)}”` : `${from}: ${value}`;
}

// The article itself does not tell: which others do, and why.
function settledBy(article) {
  return [el("span", { class: "tag" }, "settled by other articles"), " ",
    article.settled_by.slice(0, 6).map((at, i) => [i > 0 && ", ", button(articleName(model.articles[at]),
      () => openArticle(model.articles[at]), { class: "link" })]),
    article.settled_by.length > 6 && ` and ${article.settled_by.length - 6} more`,
    el("details", {}, el("summary", {}, "why"),
      el("ul", {}, article.settled_because.map((reason) => el("li", {}, reason))))];
}

function publishedRow(article) {
  const why = article.evidence.find(([, value]) => value === article.published) ?? article.evidence[0];
  const dated = article.first !== null || article.last !== null;
  return row("Published",
    dated ? sayRange(article.first, article.last) : article.published || "unknown",
    dated && !article.sure && !article.settled && el("span", { class: "tag" }, "not certain"),
    why && !article.settled && el("span", { class: "faint" }, `, ${sayEvidence(why)}`),
    article.settled && [" ", settledBy(article)],
    article.evidence.length > (article.settled ? 0 : 1) && el("details", {},
      el("summary", {}, article.settled ? "what the article itself shows" : `all ${article.evidence.length} signs`),
      el("ul", {}, article.evidence.map((sign) => el("li", {}, `${sign[1]} ${sayEvidence(sign)}`)))));
}

function echoRow(echo) {
  return [`${ECHO_KINDS[echo.kind]} `, button(`“${clip(articleTitle(echo.ofArticle), 60)}”`,
    () => openArticle(echo.ofArticle), { class: "link" }),
  ` (${outletOf(echo.ofArticle)}), ${Math.round(echo.similarity * 100)} %`,
  LINEAGES[echo.lineage] && `, ${LINEAGES[echo.lineage]}`,
  ["added", "cut", "changed"].filter((kind) => echo[kind]).map((kind) => `, ${echo[kind]} ${kind}`),
  echo.because && el("span", { class: "faint" }, ` (${echo.because})`),
  echo.lost.length > 0 && el("span", { class: "tag disputed" }, `${plural(echo.lost.length, "line")} put more firmly`)];
}

function articleHead(article) {
  return el("header", { class: "article-head" },
    el("p", { class: "article-outlet" }, outletOf(article),
      article.agency && article.outlet && el("span", { class: "faint" }, ` crediting ${article.agency}`)),
    el("h2", { id: "reader-title", tabindex: "-1" }, articleTitle(article)),
    el("dl", { class: "card-rows" },
      publishedRow(article),
      row("Captured", article.captured && sayCaptured(article.captured)),
      row("By", article.byline),
      row("Dateline", article.dateline),
      article.echoes.map((echo) => row("Echo", echoRow(echo))),
      row("Echoed by", article.echoed.slice(0, 6).map((echo, i) => [i > 0 && ", ",
        button(articleName(echo.article), () => openArticle(echo.article), { class: "link" }), ` ${Math.round(echo.similarity * 100)} %`]),
      article.echoed.length > 6 && ` and ${article.echoed.length - 6} more`),
      row("Address", article.url && address(article.url)),
      row("File", el("span", { class: "path" }, article.key))));
}

function sayCaptured(text) {
  const day = dayOf(text);
  return day === null ? text : sayDay(day);
}

// Only http and https become links; anything else is shown as the text it is.
function address(text) {
  let safe = null;
  try {
    const url = new URL(text);
    if (["http:", "https:"].includes(url.protocol)) safe = url.href;
  } catch {
    // Not an address: shown as it stands.
  }
  return safe
    ? el("a", { href: safe, rel: "noreferrer noopener", target: "_blank", class: "path" }, text)
    : el("span", { class: "path" }, text);
}
