// ---- lanes: one for each of those who speak most, one for everyone else.
const REST = "*";
const LANES = 8;
let lanes = [];
let laneKeys = new Set();

function chooseLanes() {
  const dated = model.speakers
    .filter((speaker) => speaker.name)
    .map((speaker) => ({ speaker, statements: speaker.statements.filter(isDated) }))
    .filter((lane) => lane.statements.length)
    .sort((a, b) => b.statements.length - a.statements.length || a.speaker.index - b.speaker.index);
  const top = dated.slice(0, dated.length === LANES + 1 ? LANES + 1 : LANES);
  laneKeys = new Set(top.map((lane) => lane.speaker.key));
  lanes = top.map(({ speaker, statements }) => ({
    key: speaker.key, label: speaker.label, count: statements.length, statements,
  }));
  const rest = model.statements.filter((s) => isDated(s) && !laneKeys.has(s.speaker.key));
  if (rest.length) {
    const others = new Set(rest.map((s) => s.speaker)).size;
    const label = lanes.length ? `${plural(others, "other")}` : "Everyone";
    lanes.push({ key: REST, label, count: rest.length, statements: rest });
  }
}

function laneOf(statement) {
  return laneKeys.has(statement.speaker.key) ? statement.speaker.key : REST;
}

// Statements of one family that begin in one unit of days and end in one.
function gather(statements, unit, scale) {
  const found = new Map();
  for (const statement of statements) {
    const [first, last] = bounds(statement);
    if (last < scale.first || first > scale.last) continue;
    const a = unit.start(first);
    const b = unit.start(last);
    const key = `${a}|${b}|${statement.family}`;
    if (!found.has(key)) {
      const sure = a === b;
      found.set(key, { a0: a, a1: unit.next(a) - 1, b0: b, b1: unit.next(b) - 1, sure,
        family: statement.family, statements: [] });
    }
    found.get(key).statements.push(statement);
  }
  return [...found.values()];
}

function radius(count) {
  return Math.min(9, 4.5 + Math.sqrt(count - 1) * 0.9);
}

// An end that is not known: said on this day or before it, or after it.
const ARROW = 9;

function openBefore(group) {
  return group.statements.some((statement) => statement.first === null);
}

function openAfter(group) {
  return group.statements.some((statement) => statement.last === null);
}

// Gives each group its place on the x axis, then the first row where it touches no other:
// points first, ranges under them. Returns how many rows there are.
function pack(groups, scale) {
  const clamp = (x) => Math.min(Math.max(x, scale.left), scale.right);
  for (const group of groups) {
    const r = radius(group.statements.length);
    const label = group.statements.length > 1 ? 4 + 6.5 * `${group.statements.length}`.length : 0;
    const from = clamp(scale.x(group.a0));
    const to = clamp(scale.x(group.b1 + 1));
    group.r = r;
    group.from = from;
    group.to = to;
    group.x = (from + to) / 2;
    const [before, after] = [openBefore(group) ? ARROW : 0, openAfter(group) ? ARROW : 0];
    group.left = Math.min(group.sure ? Infinity : from, group.x - r - before);
    group.right = Math.max(group.sure ? 0 : to, group.x + r + after + label);
  }
  let base = 0;
  for (const kind of [true, false]) {
    const ends = [];
    const some = groups.filter((g) => g.sure === kind).sort((a, b) => a.left - b.left || a.x - b.x);
    for (const group of some) {
      let row = ends.findIndex((end) => end + 2 <= group.left);
      if (row < 0) row = ends.push(0) - 1;
      ends[row] = group.right;
      group.row = base + row;
    }
    base += ends.length;
  }
  return base;
}

const MOST_ROWS = 9;

// How all lanes are drawn: as marks in rows, in the finest unit of days in which none of the
// chosen speakers piles up; or, where there is no such unit, as columns of counts. One unit and
// one manner for the whole chart, so that lanes can be compared.
function layLanes(scale) {
  const widths = UNITS.map((unit) => unit.size * scale.perDay);
  for (const unit of UNITS.filter((_, i) => widths[i] >= 2.5 && (widths[i] <= 60 || i === 0))) {
    const laid = lanes.map((lane) => {
      const groups = gather(lane.statements, unit, scale);
      return { ...lane, groups, unit, rows: Math.max(1, pack(groups, scale)), dense: false };
    });
    if (laid.every((lane) => lane.rows <= MOST_ROWS || lane.key === REST)) {
      return laid.map((lane) => (lane.rows <= MOST_ROWS ? lane : inColumns(lane, scale)));
    }
  }
  return lanes.map((lane) => inColumns(lane, scale));
}

function inColumns(lane, scale) {
  const unit = unitAtLeast(scale, 5);
  return { ...lane, groups: gather(lane.statements, unit, scale), unit, dense: true };
}
