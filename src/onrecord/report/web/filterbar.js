// ---- the filter bar: a search, a list for each facet, the days, and what is chosen as chips.
const MOST_OPTIONS = 400;
const BAR = ["speaker", "stance", "outlet", "source", "kind", "act"];

function facetCounts(name) {
  const { of, say } = FACETS[name];
  const found = new Map();
  for (const statement of model.statements) {
    const value = of(statement);
    const entry = found.get(value) ?? { value, label: say(statement), count: 0 };
    entry.count += 1;
    found.set(value, entry);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || collator.compare(a.label, b.label));
}

function facetList(name) {
  const { label } = FACETS[name];
  const values = facetCounts(name);
  const shown = values.slice(0, MOST_OPTIONS);
  const list = el("select", { "aria-label": `Add a filter by ${label.toLowerCase()}`, "data-facet": name },
    el("option", { value: "" }, label),
    shown.map((v, i) => el("option", { value: i + 1 }, `${clip(plainText(v.label), 60)} (${v.count.toLocaleString("en-GB")})`)),
    values.length > shown.length && el("option", { disabled: true },
      `and ${values.length - shown.length} more: use the search`));
  list.addEventListener("change", () => {
    const chosen = shown[list.value - 1];
    list.value = "";
    if (chosen) update({ [name]: [...new Set([...state[name], chosen.value])] });
  });
  return list;
}

function drawFilterBar() {
  const search = el("input", { type: "search", id: "search", placeholder: "Search words, speakers, titles",
    "aria-label": "Search statements, speakers, outlets and titles", autocomplete: "off", spellcheck: "false" });
  search.addEventListener("input", later(() => update({ q: search.value.trim() }), 150));
  const day = (name, label) => {
    const input = el("input", { type: "date", id: `day-${name}`, "aria-label": label });
    input.addEventListener("change", () => update({ [name]: dayOf(input.value) }));
    return el("label", { class: "day" }, name, input);
  };
  const disputed = el("input", { type: "checkbox", id: "only-disputed" });
  disputed.addEventListener("change", () => update({ disputed: disputed.checked }));
  replace(byId("filters"), search, el("div", { class: "facets" }, BAR.map(facetList)),
    el("div", { class: "days" }, day("from", "Said on or after"), day("to", "Said on or before"),
      model.disputes.length > 0 && el("label", { class: "check" }, disputed, "disputed only")));
}

function facetValueLabel(name, value) {
  if (name === "dispute") return clip(plainText(disputeText(model.disputes.find((d) => d.id === value))), 60);
  const { of, say } = FACETS[name];
  const one = model.statements.find((s) => of(s) === value);
  return one ? say(one) : value;
}

function pickLabel([lane, family, a0, a1, b0, b1]) {
  const who = lane === REST ? "others" : facetValueLabel("speaker", lane);
  const days = a0 === b0 ? sayRange(a0, a1) : `between ${sayRange(a0, b1)}`;
  return `${who}, ${FAMILIES[family].toLowerCase()}, ${days}`;
}

function refreshFilterBar() {
  const search = byId("search");
  if (search !== document.activeElement) search.value = state.q;
  byId("day-from").value = state.from === null ? "" : isoOf(state.from);
  byId("day-to").value = state.to === null ? "" : isoOf(state.to);
  const disputed = byId("only-disputed");
  if (disputed) disputed.checked = state.disputed;
  const chip = (label, value, drop) => el("button", { type: "button", class: "chip",
    "aria-label": plainText(`Remove filter: ${label} ${value}`), onclick: () => update(drop) },
  el("span", { class: "faint" }, label), " ", value, el("span", { class: "cross", "aria-hidden": "true" }, "×"));
  const chips = [];
  if (state.q) chips.push(chip("Search", `“${state.q}”`, { q: "" }));
  for (const [name, { label }] of Object.entries(FACETS)) {
    for (const value of state[name]) {
      chips.push(chip(label, facetValueLabel(name, value), { [name]: state[name].filter((v) => v !== value) }));
    }
  }
  if (state.from !== null || state.to !== null) {
    chips.push(chip("Said", sayRange(state.from, state.to), { from: null, to: null }));
  }
  if (state.pick) chips.push(chip("Timeline", pickLabel(state.pick), { pick: null }));
  if (state.undated) chips.push(chip("Said", "no date", { undated: false }));
  if (state.disputed) chips.push(chip("Only", "disputed", { disputed: false }));
  if (chips.length) {
    chips.push(button("Clear all", () => { search.value = ""; update(noFilters()); }, { class: "link" }));
  }
  replace(byId("chips"), chips);
}
