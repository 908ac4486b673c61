// ---- scale: days -> pixels, and the units that days are gathered in.
const UNITS = [
  { name: "day", size: 1, start: (day) => day, next: (day) => day + 1 },
  { name: "week", size: 7, start: (day) => day - ((((day + 3) % 7) + 7) % 7), next: (day) => day + 7 },
  { name: "month", size: 30.4, start: (day) => monthStart(day, 1), next: (day) => monthNext(day, 1) },
  { name: "quarter", size: 91.3, start: (day) => monthStart(day, 3), next: (day) => monthNext(day, 3) },
  { name: "year", size: 365.25, start: (day) => monthStart(day, 12), next: (day) => monthNext(day, 12) },
  { name: "decade", size: 3652.5, start: (day) => monthStart(day, 120), next: (day) => monthNext(day, 120) },
];

function monthStart(day, months) {
  const { year, month } = partsOf(day);
  const count = Math.floor((year * 12 + month) / months) * months;
  return Math.round(Date.UTC(Math.floor(count / 12), count % 12, 1) / DAY);
}

function monthNext(start, months) {
  const { year, month } = partsOf(start);
  return Math.round(Date.UTC(year, month + months, 1) / DAY);
}

// The days that the chart spans. A few far-off days must not squeeze all others into a corner:
// beyond four times the span of the middle 96 % they are counted at the edge instead.
function domainOf(days) {
  if (!days.length) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  let [first, last] = [sorted[0], sorted[sorted.length - 1]];
  const [low, high] = [at(0.02), at(0.98)];
  const middle = Math.max(high - low, 14);
  if (last - first > middle * 4) {
    first = Math.max(first, low - Math.round(middle / 4));
    last = Math.min(last, high + Math.round(middle / 4));
  }
  const margin = Math.max(1, Math.round((last - first) * 0.02));
  return [first - margin, last + margin];
}

function scaleOf([first, last], left, right) {
  const perDay = (right - left) / (last - first + 1);
  return {
    first, last, left, right, perDay,
    x: (day) => left + (day - first) * perDay,
    day: (x) => Math.floor(first + (Math.min(Math.max(x, left), right - 0.01) - left) / perDay),
  };
}

function unitAtLeast(scale, pixels) {
  return UNITS.find((unit) => unit.size * scale.perDay >= pixels) ?? UNITS[UNITS.length - 1];
}

// Ticks with room for their labels; the year stands where it changes.
function ticksOf(scale, room) {
  const unit = unitAtLeast(scale, room);
  const out = [];
  let year = null;
  let step = 1;
  if (unit.name === "decade") step = Math.ceil(room / (unit.size * scale.perDay));
  let day = unit.start(scale.first);
  for (let count = 0; day <= scale.last; count += 1, day = unit.next(day)) {
    if (day < scale.first || count % step) continue;
    const parts = partsOf(day);
    const label = {
      day: `${parts.day} ${MONTHS[parts.month]}`,
      week: `${parts.day} ${MONTHS[parts.month]}`,
      month: MONTHS[parts.month],
      quarter: MONTHS[parts.month],
    }[unit.name] ?? `${parts.year}`;
    const own = unit.size > 300 || parts.year === year ? "" : `${parts.year}`;
    out.push({ day, until: unit.next(day) - 1, label, year: own });
    year = parts.year;
  }
  return out;
}
