// ---- disputes: who says, who denies, and from how many independent origins.
const DISPUTE_KINDS = {
  denial: "Denied", contradiction: "Contradicted", figures: "Figures differ", refusal: "Refused",
};
const SIDE_NAMES = {
  assert: "Say so", agree: "Say so", support: "Say so", deny: "Deny it", decline: "Decline to comment",
  question: "Question it", accuse: "Accuse", demand: "Demand it", promise: "Promise it",
  predict: "Predict it", threaten: "Threaten it", praise: "Praise it",
};
const FIRST_DISPUTES = 8;
const FIRST_STATEMENTS = 3;
let disputesShown = FIRST_DISPUTES;

function disputeText(dispute) {
  return dispute?.text || statementTextOfFirst(dispute) || "a dispute";
}

function statementTextOfFirst(dispute) {
  const first = dispute?.sides.flatMap((side) => side.statements)[0];
  return first ? shownText(first) : "";
}

function drawDisputes() {
  const rest = model.disputes.length - disputesShown;
  replace(byId("dispute-list"),
    !model.disputes.length && el("p", { class: "note" }, "No statement here is denied, contradicted or counted differently by another."),
    el("ol", { class: "disputes" }, model.disputes.slice(0, disputesShown).map(disputeItem)),
    rest > 0 && button(`Show ${Math.min(rest, 40)} more of ${model.disputes.length}`, () => {
      disputesShown += 40;
      drawDisputes();
    }, { class: "more" }));
}

function disputeItem(dispute) {
  const count = new Set(dispute.sides.flatMap((side) => side.statements)).size;
  return el("li", { class: `dispute ${dispute.kind}`, "data-id": dispute.id },
    el("div", { class: "dispute-head" },
      el("span", { class: "dispute-kind" }, DISPUTE_KINDS[dispute.kind] ?? dispute.kind),
      el("h3", {}, clip(disputeText(dispute), 240)),
      button(plural(count, "statement"), () => {
        update({ ...noFilters(), dispute: [dispute.id] });
        jump("statements");
      }, { class: "link", "aria-label": `Show the ${plural(count, "statement")} of this dispute in the table` })),
    dispute.because && el("p", { class: "because faint" }, dispute.because),
    el("div", { class: "sides" }, dispute.sides.map((side) => disputeSide(side, dispute))));
}

function disputeSide(side, dispute) {
  const name = dispute.kind === "refusal" && side.stance === "deny" ? "Refuse" : SIDE_NAMES[side.stance];
  const family = (STANCES[side.stance] ?? STANCES.assert)[1];
  const list = el("ul", {}, side.statements.slice(0, FIRST_STATEMENTS).map(sideStatement));
  const rest = side.statements.slice(FIRST_STATEMENTS);
  const more = rest.length > 0 && button(`and ${rest.length} more`, () => {
    append(list, rest.map(sideStatement));
    more.remove();
  }, { class: "link" });
  return el("div", { class: `side ${family}` },
    el("h4", {}, glyph(family), name ?? side.stance,
      el("span", { class: "side-origins" }, plural(side.origins, "independent origin"))),
    el("p", { class: "faint" }, [
      plural(side.statements.length, "statement"), `in ${plural(side.articles, "article")}`,
      side.since && dayOf(side.since) !== null && `since ${sayDay(dayOf(side.since))}`,
    ].filter(Boolean).join(" · ")),
    list, more);
}

function sideStatement(statement) {
  return el("li", {}, el("button", { type: "button", class: "line", "data-statement": statement.id,
    onclick: () => openStatement(statement, { row: false, focus: true }) },
  el("span", { class: "said" }, clip(shownText(statement), 220)),
  el("span", { class: "who" }, el("b", {}, statement.speaker.label), ` · ${sayRange(statement.first, statement.last)} · `,
    articleName(statement.article))));
}
