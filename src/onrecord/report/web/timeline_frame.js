// ---- the timeline's frame: axis, publications, events, edges, brush.
function drawAxis(root, grid, scale, bottom, narrow) {
  for (const tick of ticksOf(scale, narrow ? 52 : 72)) {
    const x = scale.x(tick.day);
    append(grid, svg("line", { class: "tick", x1: x, x2: x, y1: 24, y2: bottom }));
    append(root, svg("text", { class: "axis", x: x + 3, y: 20,
      onclick: () => filterDays(tick.day, tick.until) },
    tick.label, tick.year && svg("tspan", { class: "faint", dx: 4 }, tick.year)));
  }
}

// Articles: a tick on the day of publication, a thin bar where only a range is known.
function drawPublished(root, grid, scale, y, narrow) {
  const head = narrow ? 16 : 0;
  const dated = model.articles.filter((a) => a.first !== null || a.last !== null);
  if (!dated.length) return y;
  append(root, svg("text", { class: "lane-label faint", x: 0, y: narrow ? y + 13 : y + 18 }, "Published",
    svg("tspan", { dx: 6 }, dated.length.toLocaleString("en-GB"))));
  const found = new Map();
  const unit = unitAtLeast(scale, 4);
  for (const article of dated) {
    const first = article.first ?? article.last;
    const last = article.last ?? article.first;
    if (last < scale.first || first > scale.last) continue;
    const [a, b] = [unit.start(first), unit.start(last)];
    const key = `${a}|${b}`;
    if (!found.has(key)) found.set(key, { first: a, last: unit.next(b) - 1, sure: a === b, articles: [] });
    found.get(key).articles.push(article);
  }
  const base = y + head + 24;
  for (const group of found.values()) {
    const count = group.articles.length;
    const from = Math.max(scale.left, scale.x(group.first));
    const to = Math.min(scale.right, scale.x(group.last + 1));
    const height = Math.min(18, 7 + Math.sqrt(count) * 2);
    const node = svg("g", {
      class: "mark published", tabindex: "-1", role: "button",
      "aria-label": `${plural(count, "article")} published ${sayRange(group.first, group.last)}`,
      onclick: () => openPublished(group),
      onkeydown: (event) => event.key === "Enter" && openPublished(group),
    },
    svg("rect", { class: "catch", x: Math.min(from, (from + to) / 2 - 5), y: base - 20,
      width: Math.max(10, to - from), height: 22 }),
    group.sure
      ? svg("rect", { class: "pub", x: (from + to) / 2 - 1, y: base - height, width: 2, height })
      : svg("rect", { class: "pub loose", x: from, y: base - 3, width: Math.max(2, to - from), height: 3 }));
    tipOn(node, () => [
      el("p", { class: "tip-head" }, sayRange(group.first, group.last), el("span", {}, "published")),
      group.articles.slice(0, 5).map((a) => el("p", {}, el("b", {}, `${outletOf(a)}: `), clip(articleTitle(a), 100))),
      count > 5 && el("p", { class: "faint" }, `and ${count - 5} more`),
    ]);
    append(root, node);
  }
  return base + 8;
}

function openPublished(group) {
  hideTip();
  if (group.articles.length === 1) openArticle(group.articles[0]);
  else listArticles({ from: group.first, to: group.last });
}

// What the record places on a day that nobody says: events, where linking found any.
function drawEvents(root, grid, scale, y, width, narrow) {
  const events = model.events.filter((e) => e.first !== null && e.last >= scale.first && e.first <= scale.last);
  if (!events.length) return y;
  const head = narrow ? 16 : 0;
  append(root, svg("text", { class: "lane-label", x: 0, y: narrow ? y + 13 : y + 19 }, "Events",
    svg("tspan", { class: "faint", dx: 6 }, events.length.toLocaleString("en-GB"))));
  for (const event of events) {
    const from = Math.max(scale.left, scale.x(event.first));
    const to = Math.min(scale.right, scale.x(event.last + 1));
    const node = svg("rect", { class: event.first === event.last ? "mark event" : "mark event loose", tabindex: "-1", role: "button",
      x: from, y: y + head + 9, width: Math.max(3, to - from - 1), height: 10, rx: 1,
      "aria-label": plainText(`${sayRange(event.first, event.last)}: ${clip(event.text, 90)}`),
      onclick: () => openEvent(event),
      onkeydown: (key) => key.key === "Enter" && openEvent(event) });
    tipOn(node, () => [
      el("p", { class: "tip-head" }, sayRange(event.first, event.last), el("span", {}, "event")),
      el("p", {}, clip(event.text, 200)),
    ]);
    append(root, node);
  }
  append(grid, svg("line", { class: "lane", x1: 0, x2: width, y1: y + head + 28, y2: y + head + 28 }));
  return y + head + 28;
}

function openEvent(event) {
  hideTip();
  if (event.statements.length) openStatement(event.statements[0], { row: true });
  else if (event.articles.length) openArticle(event.articles[0]);
}

function drawEdges([first, last]) {
  const dated = model.statements.filter(isDated);
  const early = dated.filter((s) => bounds(s)[1] < first).length;
  const late = dated.filter((s) => bounds(s)[0] > last).length;
  const spanned = state.from !== null && state.to !== null && state.to > state.from;
  return el("p", { class: "edges" },
    early > 0 && button(`← ${plural(early, "statement")} earlier`, () => filterDays(null, first - 1), { class: "link" }),
    spanned && !chart.zoom && button(`Zoom to ${sayRange(state.from, state.to)}`, zoomIn, { class: "link" }),
    chart.zoom && button("Show all days", () => { chart.zoom = null; drawTimeline(); }, { class: "link" }),
    late > 0 && button(`${plural(late, "statement")} later →`, () => filterDays(last + 1, null), { class: "link" }));
}

function zoomIn() {
  chart.zoom = [state.from, state.to];
  drawTimeline();
}

function filterDays(from, to) {
  update({ from, to, pick: null, undated: false });
}

// Dragging across days filters by them; a click without a drag is the marks' own affair.
function brush(root, scale) {
  let start = null;
  let moved = false;
  const at = (event) => scale.day(event.clientX - root.getBoundingClientRect().left);
  root.addEventListener("pointerdown", (event) => {
    const x = event.clientX - root.getBoundingClientRect().left;
    if (event.button || event.pointerType === "touch" || x < scale.left) return;
    start = { day: at(event), x: event.clientX };
    moved = false;
  });
  root.addEventListener("pointermove", (event) => {
    if (!start || (!moved && Math.abs(event.clientX - start.x) < 5)) return;
    if (!moved) root.setPointerCapture(event.pointerId);
    moved = true;
    hideTip();
    const [from, to] = [start.day, at(event)].sort((a, b) => a - b);
    shade(from, to);
  });
  root.addEventListener("pointerup", (event) => {
    if (start && moved) {
      const [from, to] = [start.day, at(event)].sort((a, b) => a - b);
      filterDays(from, to);
    }
    start = null;
  });
  root.addEventListener("click", (event) => {
    if (moved) event.stopPropagation();
    moved = false;
  }, true);
}

function shade(from, to) {
  const { scale } = chart;
  if (from === null && to === null) {
    fill(chart.shade, { width: 0 });
    return;
  }
  const x1 = Math.max(scale.left, scale.x(from ?? scale.first));
  const x2 = Math.min(scale.right, scale.x((to ?? scale.last) + 1));
  fill(chart.shade, { x: x1, width: Math.max(0, x2 - x1), y: 24, height: "100%" });
}

// Marks that the filters leave out fade; the one that is open is ringed.
function refreshMarks() {
  if (!chart.scale) return;
  const all = view.rows.length === model.statements.length;
  for (const { node, statements } of chart.marks) {
    node.classList.toggle("out", !all && !statements.some((s) => view.has.has(s)));
    node.classList.toggle("open", state.statement !== null && statements.includes(state.statement));
  }
  shade(state.from, state.to);
  const edges = byId("chart").querySelector(".edges");
  if (edges) {
    edges.replaceWith(drawEdges([chart.scale.first, chart.scale.last]));
  }
}

function drawLegend() {
  const counts = {};
  for (const s of model.statements) counts[s.family] = (counts[s.family] ?? 0) + 1;
  replace(byId("legend"), Object.entries(FAMILIES).filter(([family]) => counts[family]).map(
    ([family, label]) => el("span", { class: "legend-item" }, glyph(family), label,
      el("span", { class: "faint" }, counts[family].toLocaleString("en-GB")))));
}
