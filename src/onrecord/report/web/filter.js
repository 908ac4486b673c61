// ---- filter: the state -> the statements it lets through, in its order.
function haystack(statement) {
  statement.haystack ??= [
    statementText(statement), statement.speaker.label, asPrinted(statement),
    statement.addressee ?? "", outletOf(statement.article), articleTitle(statement.article),
  ].join("\n").toLocaleLowerCase("en");
  return statement.haystack;
}

// Every word must be there; "words in quotation marks" must stand together.
function needles(query) {
  return [...query.toLocaleLowerCase("en").matchAll(/"([^"]+)"|(\S+)/g)].map((m) => m[1] ?? m[2]);
}

// Days by which a statement is placed; an open end is as good as the end that is known.
function bounds(statement) {
  return [statement.first ?? statement.last, statement.last ?? statement.first];
}

function inPick(statement, [lane, family, a0, a1, b0, b1]) {
  if (statement.family !== family || !isDated(statement)) return false;
  if (laneOf(statement) !== lane) return false;
  const [first, last] = bounds(statement);
  return first >= a0 && first <= a1 && last >= b0 && last <= b1;
}

function test() {
  const words = needles(state.q);
  const facets = Object.entries(FACETS)
    .filter(([name]) => state[name].length)
    .map(([name, facet]) => [new Set(state[name]), facet.of]);
  const { from, to } = state;
  return (statement) => {
    for (const [wanted, of] of facets) {
      const value = of(statement);
      if (Array.isArray(value) ? !value.some((v) => wanted.has(v)) : !wanted.has(value)) return false;
    }
    if (state.undated && isDated(statement)) return false;
    if (state.disputed && !statement.disputes.length) return false;
    if (from !== null || to !== null) {
      const [first, last] = bounds(statement);
      if (first === null) return false;
      if (from !== null && last < from) return false;
      if (to !== null && first > to) return false;
    }
    if (state.pick && !inPick(statement, state.pick)) return false;
    return words.every((word) => haystack(statement).includes(word));
  };
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
const byText = (of) => (a, b) => collator.compare(of(a), of(b));
const COMPARE = {
  // Undated statements come last in either direction; a sure day comes before a range.
  date: (a, b) => bounds(a)[0] - bounds(b)[0] || bounds(a)[1] - bounds(b)[1],
  speaker: byText((s) => s.speaker.label),
  stance: byText((s) => s.verb),
  text: byText(statementText),
  addressee: byText((s) => s.addressee ?? "\uffff"),
  outlet: byText((s) => `${outletOf(s.article)} ${articleTitle(s.article)}`),
  confidence: (a, b) => a.confidence - b.confidence,
};

function filtered() {
  const found = model.statements.filter(test());
  const compare = COMPARE[state.sort];
  const sign = state.down ? -1 : 1;
  if (state.sort !== "date") return found.sort((a, b) => sign * compare(a, b) || a.index - b.index);
  return found.sort((a, b) => {
    if (isDated(a) !== isDated(b)) return isDated(a) ? -1 : 1;
    return (isDated(a) ? sign * compare(a, b) : 0) || a.index - b.index;
  });
}

// The rows in view, worked out once for each change.
const view = { rows: [], has: new Set() };

function refreshView() {
  view.rows = filtered();
  view.has = new Set(view.rows);
}

function isFiltered() {
  return JSON.stringify(noFilters()) !== JSON.stringify(
    Object.fromEntries(Object.keys(noFilters()).map((name) => [name, state[name]])),
  );
}
