// ---- state: what the reader chose, kept in the URL's hash so that a view can be shared.
const FACETS = {
  speaker: { label: "Speaker", of: (s) => s.speaker.key, say: (s) => s.speaker.label },
  stance: { label: "Stance", of: (s) => s.stance, say: (s) => s.verb },
  outlet: { label: "Outlet", of: (s) => s.article.outlet ?? "", say: (s) => outletOf(s.article) },
  source: { label: "Source", of: (s) => s.source_type, say: (s) => SOURCE_TYPES[s.source_type] },
  kind: { label: "Quotation", of: (s) => s.kind, say: (s) => s.kind },
  act: { label: "Act", of: (s) => s.act, say: (s) => s.act },
  article: { label: "Article", of: (s) => s.article.id, say: (s) => articleTitle(s.article) },
  dispute: { label: "Dispute", of: (s) => s.disputes.map((d) => d.id), say: () => "" },
};
const SORTS = ["date", "speaker", "stance", "text", "addressee", "outlet", "confidence"];

function noFilters() {
  return {
    q: "", from: null, to: null, undated: false, disputed: false, pick: null,
    ...Object.fromEntries(Object.keys(FACETS).map((name) => [name, []])),
  };
}

const state = { ...noFilters(), sort: "date", down: false, page: 0, statement: null, open: null, telling: null };
const listeners = [];
// What turns pages and opens things, and leaves the rows as they are.
const TURNS = ["page", "statement", "open", "telling"];

// `listener(changed)` hears the names of what changed, after each update.
function onChange(listener) {
  listeners.push(listener);
}

function same(a, b) {
  if (a === b) return true;
  return Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b);
}

function update(patch) {
  if ("open" in patch && !("telling" in patch)) patch.telling = null;
  const changed = new Set(
    Object.keys(patch).filter((key) => !same(patch[key], state[key])),
  );
  if (!changed.size) return;
  if ([...changed].some((key) => !TURNS.includes(key)) && !("page" in patch)) patch.page = 0;
  Object.assign(state, patch);
  for (const listener of listeners) listener(changed);
  keepHash();
}

// `pick` is a mark of the timeline: whose lane, which family, and between which days its
// statements may begin and end.
function writeHash() {
  const out = new URLSearchParams();
  if (state.q) out.set("q", state.q);
  for (const name of Object.keys(FACETS)) for (const value of state[name]) out.append(name, value);
  if (state.from !== null) out.set("from", isoOf(state.from));
  if (state.to !== null) out.set("to", isoOf(state.to));
  if (state.undated) out.set("undated", "1");
  if (state.disputed) out.set("disputed", "1");
  if (state.pick) out.set("pick", JSON.stringify(state.pick));
  if (state.sort !== "date" || state.down) out.set("sort", (state.down ? "-" : "") + state.sort);
  if (state.page) out.set("page", state.page + 1);
  if (state.statement) out.set("s", state.statement.id);
  else if (state.telling) out.set("h", `${state.telling.happening.id}.${state.telling.index}`);
  else if (state.open) out.set("a", state.open.id);
  return out.toString();
}

function readHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const statement = model.statements.find((s) => s.id === given.get("s")) ?? null;
  const article = model.articles.find((a) => a.id === given.get("a")) ?? null;
  const telling = statement ? null : readTelling(given.get("h"));
  const sort = (given.get("sort") ?? "date").replace(/^-/, "");
  return {
    ...noFilters(),
    ...Object.fromEntries(Object.keys(FACETS).map((name) => [name, given.getAll(name)])),
    q: given.get("q") ?? "",
    from: dayOf(given.get("from")),
    to: dayOf(given.get("to")),
    undated: given.has("undated"),
    disputed: given.has("disputed"),
    pick: readPick(given.get("pick")),
    sort: SORTS.includes(sort) ? sort : "date",
    down: (given.get("sort") ?? "").startsWith("-"),
    page: Math.max(0, (Number.parseInt(given.get("page"), 10) || 1) - 1),
    statement,
    telling,
    open: (statement ?? telling)?.article ?? article,
  };
}

function readTelling(text) {
  const [id, at] = (text ?? "").split(".");
  return model.happenings.find((happening) => happening.id === id)?.tellings[Number(at)] ?? null;
}

function readPick(text) {
  try {
    const pick = JSON.parse(text);
    const whole = Array.isArray(pick) && pick.length === 6 && pick.slice(2).every(Number.isInteger);
    return whole && pick[1] in FAMILIES ? pick : null;
  } catch {
    return null;
  }
}

let written = location.hash.slice(1);
const keepHash = later(() => {
  written = writeHash();
  history.replaceState(null, "", `#${written}`);
}, 120);

addEventListener("hashchange", () => {
  if (location.hash.slice(1) !== written) update(readHash());
});
