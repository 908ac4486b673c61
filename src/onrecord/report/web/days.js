// ---- days: ISO days as whole numbers since 1970, and how they are said.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86400000;

function dayOf(iso) {
  if (!iso || !/^\d{4}-\d\d-\d\d/.test(iso)) return null;
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / DAY);
}

function isoOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function partsOf(day) {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
}

function sayDay(day) {
  const { year, month, day: date } = partsOf(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

// A range as an editor would write it: whole months and years by their names.
function sayRange(first, last) {
  if (first === null && last === null) return "no date";
  if (first === null) return `by ${sayDay(last)}`;
  if (last === null) return `from ${sayDay(first)}`;
  if (first === last) return sayDay(first);
  const from = partsOf(first);
  const to = partsOf(last);
  const whole = from.day === 1 && partsOf(last + 1).day === 1;
  if (whole && from.month === 0 && to.month === 11) {
    return from.year === to.year ? `${from.year}` : `${from.year}–${to.year}`;
  }
  if (whole && from.year === to.year) {
    return from.month === to.month
      ? `${MONTHS[from.month]} ${from.year}`
      : `${MONTHS[from.month]}–${MONTHS[to.month]} ${from.year}`;
  }
  if (from.year !== to.year) return `${sayDay(first)} – ${sayDay(last)}`;
  if (from.month !== to.month) {
    return `${from.day} ${MONTHS[from.month]} – ${to.day} ${MONTHS[to.month]} ${to.year}`;
  }
  return `${from.day}–${to.day} ${MONTHS[to.month]} ${to.year}`;
}
