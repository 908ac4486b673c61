// ---- timeline: days across, speakers down, a mark for what they said.
const ROW = 17;
const COLUMNS = 44;
const chart = { marks: [], zoom: null, scale: null, shade: null };

function drawTimeline() {
  const holder = byId("chart");
  const width = Math.floor(holder.clientWidth);
  const narrow = width < 560;
  const days = [
    ...model.statements.filter(isDated).flatMap(bounds),
    ...model.articles.flatMap((a) => [a.first ?? a.last, a.last ?? a.first]).filter((d) => d !== null),
    // A month of which little is told must not stretch the weeks of which much is.
    ...model.events.filter((e) => e.first !== null && e.last - e.first < 7).flatMap((e) => [e.first, e.last]),
  ];
  const domain = chart.zoom ?? domainOf(days);
  chart.marks = [];
  sayUnder([]);
  if (!domain || width < 60) {
    replace(holder, el("p", { class: "note" }, domain ? "" : "Nothing in this record has a date."));
    return;
  }
  const scale = scaleOf(domain, narrow ? 4 : labelWidth(width), width - 6);
  chart.scale = scale;
  const laid = layLanes(scale);
  sayUnder(laid);
  const root = svg("svg", { class: "timeline", width, role: "group",
    "aria-label": "Statements by day and speaker. Arrow keys move between marks, Enter opens one." });
  const grid = svg("g", { class: "grid", "aria-hidden": "true" });
  chart.shade = svg("rect", { class: "shade", y: 0, x: 0, width: 0, height: 0 });
  append(root, [grid, chart.shade]);
  const most = Math.max(1, ...laid.filter((lane) => lane.dense).map(mostInColumn));
  let y = 34;
  for (const lane of laid) {
    const head = narrow ? 17 : 0;
    const height = head + (lane.dense ? COLUMNS + 14 : Math.max(lane.rows * ROW, ROW) + 9);
    append(root, laneLabel(lane, narrow ? y + 13 : y + Math.min(height, 34) / 2 + 4, width));
    append(grid, svg("line", { class: "lane", x1: 0, x2: width, y1: y + height, y2: y + height }));
    const drawn = lane.dense
      ? drawColumns(lane, scale, y + head + 6, most)
      : drawMarks(lane, scale, y + head + 5);
    append(root, drawn);
    y += height;
  }
  y = drawEvents(root, grid, scale, y, width, narrow);
  y = drawPublished(root, grid, scale, y, narrow);
  drawAxis(root, grid, scale, y, narrow);
  fill(root, { height: y + 4, viewBox: `0 0 ${width} ${y + 4}` });
  const edges = drawEdges(domain);
  replace(holder, root, edges);
  root.querySelector(".mark")?.setAttribute("tabindex", "0");
  rove(root, ".mark", { next: ["ArrowRight", "ArrowDown"], previous: ["ArrowLeft", "ArrowUp"] });
  brush(root, scale);
  refreshMarks();
}

// What the chart does not show, and how its columns are read.
function sayUnder(laid) {
  const columns = laid.find((lane) => lane.dense);
  const undated = model.statements.filter((s) => !isDated(s)).length;
  replace(byId("undated"), columns && el("span", {}, `Where marks would pile up, columns count statements by ${columns.unit.name}; `
    + "the strip beneath is darker where more statements of an uncertain day may fall. "), undated ? [
    `${plural(undated, "statement")} without a date ${undated === 1 ? "is" : "are"} not drawn. `,
    button("Show in the table", () => { update({ ...noFilters(), undated: true }); jump("statements"); },
      { class: "link" }),
  ] : []);
}

function labelWidth(width) {
  return width < 760 ? 150 : 206;
}

function laneLabel(lane, y, width) {
  const narrow = width < 560;
  const most = narrow ? 40 : Math.floor((labelWidth(width) - 40) / 6.6);
  const name = plainText(lane.label);
  const label = svg("text", { class: "lane-label", x: 0, y },
    name.length > most ? `${name.slice(0, most - 1)}…` : name,
    svg("tspan", { class: "faint", dx: 6 }, lane.count.toLocaleString("en-GB")),
    svg("title", {}, `${name}: ${plural(lane.count, "dated statement")}`));
  if (lane.key === REST) return label;
  return svg("g", { class: "lane-name", onclick: () => update({ speaker: [lane.key] }) }, label);
}

function mark(lane, group, children) {
  const count = group.statements.length;
  const node = svg("g", {
    class: "mark", tabindex: "-1", role: "button",
    "aria-label": plainText(`${lane.label}, ${sayGroup(group)}: ${count === 1
      ? `${group.statements[0].verb}: ${clip(shownText(group.statements[0]), 90)}`
      : `${plural(count, "statement")}, ${FAMILIES[group.family].toLowerCase()}`}`),
    onclick: () => choose(lane, group),
    onkeydown: (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      hideTip();
      choose(lane, group);
    },
  }, children);
  tipOn(node, () => tipOf(group, lane));
  chart.marks.push({ node, statements: group.statements });
  return node;
}

function choose(lane, group) {
  if (group.statements.length === 1) {
    const [statement] = group.statements;
    openStatement(statement, { row: true });
    return;
  }
  update({ ...noFilters(), pick: [lane.key, group.family, group.a0, group.a1, group.b0, group.b1] });
  jump("statements");
}

function drawMarks(lane, scale, top) {
  return lane.groups.map((group) => {
    const y = top + group.row * ROW + ROW / 2;
    const count = group.statements.length;
    return mark(lane, group, [
      !group.sure && svg("rect", { class: `range ${group.family}`, x: group.from, y: y - 2.5,
        width: Math.max(2, group.to - group.from), height: 5, rx: 2.5 }),
      svg("rect", { class: "halo", x: group.x - group.r - 3, y: y - group.r - 3,
        width: 2 * group.r + 6, height: 2 * group.r + 6, rx: 4 }),
      openBefore(group) && svg("path", { class: `arrow ${group.family}`, d: arrow(group, y, -1) }),
      openAfter(group) && svg("path", { class: `arrow ${group.family}`, d: arrow(group, y, 1) }),
      shape(group.family, group.r, group.x, y),
      count > 1 && svg("text", { class: "count", x: group.x + group.r + (openAfter(group) ? ARROW : 0) + 3, y: y + 4 }, count),
    ]);
  });
}

// A statement known only to be before (or after) a day gets an arrow that way.
function arrow(group, y, way) {
  const from = group.x + way * (group.r + 1);
  return `M${from} ${y}h${way * 7}m${way * -3} -3l${way * 3} 3l${way * -3} 3`;
}

function columnsOf(lane) {
  const columns = new Map();
  for (const group of lane.groups.filter((g) => g.sure)) {
    if (!columns.has(group.a0)) columns.set(group.a0, []);
    columns.get(group.a0).push(group);
  }
  return columns;
}

function mostInColumn(lane) {
  return Math.max(0, ...[...columnsOf(lane).values()].map((groups) =>
    groups.reduce((sum, group) => sum + group.statements.length, 0)));
}

// Where marks would pile up: a column for each unit of days, its families in a fixed order
// from the base line; statements of an uncertain day are a strip beneath, darker for more.
function drawColumns(lane, scale, top, most) {
  const order = Object.keys(FAMILIES);
  const base = top + COLUMNS;
  const out = [];
  for (const [start, groups] of columnsOf(lane)) {
    let y = base;
    const x = Math.max(scale.left, scale.x(start));
    const width = Math.min(scale.right, scale.x(lane.unit.next(start))) - x - 0.5;
    groups.sort((a, b) => order.indexOf(a.family) - order.indexOf(b.family));
    for (const group of groups) {
      const height = Math.max(1.5, (COLUMNS * group.statements.length) / most);
      y -= height;
      out.push(mark(lane, group, [svg("rect", { class: `column ${group.family}`, x, y,
        width: Math.max(1, width), height: Math.max(1, height - 0.5) })]));
    }
  }
  const strip = new Map();
  for (const group of lane.groups.filter((g) => !g.sure)) {
    for (let day = group.a0; day <= Math.min(group.b0, scale.last); day = lane.unit.next(day)) {
      if (day >= scale.first - lane.unit.size) strip.set(day, (strip.get(day) ?? 0) + group.statements.length);
    }
  }
  const darkest = Math.max(1, ...strip.values());
  for (const [day, count] of strip) {
    const x = Math.max(scale.left, scale.x(day));
    const until = lane.unit.next(day) - 1;
    out.push(svg("rect", { class: "uncertain", x, y: base + 2, height: 5,
      width: Math.max(0, Math.min(scale.right, scale.x(until + 1)) - x),
      opacity: (0.15 + (0.85 * count) / darkest).toFixed(2),
      onclick: () => update({ from: day, to: until, pick: null,
        speaker: lane.key === REST ? state.speaker : [lane.key] }) },
    svg("title", {}, `${plural(count, "statement")} of an uncertain day may fall in ${sayRange(day, until)}`)));
  }
  return out;
}
