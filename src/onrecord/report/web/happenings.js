// ---- happenings: what several articles tell of, and how each of them puts it.
const FACTUALITIES = {
  happened: ["happened", "says"], planned: ["planned", "foresees"], possible: ["possible", "asks"],
  not_happened: ["did not happen", "declines"], denied: ["denied", "denies"],
};
const FIRST_HAPPENINGS = 12;
const FIRST_TELLINGS = 5;
let allHappenings = false;

function putLabel(factuality, count = null) {
  const [label, family] = FACTUALITIES[factuality] ?? [factuality, "declines"];
  return el("span", { class: `stance ${family}` }, glyph(family), label, count !== null && el("b", {}, ` ${count}`));
}

// Days by which a happening is placed: those that its tellers give, else when it was first told.
function placeOf(happening) {
  const [first, last] = bounds(happening);
  return first === null ? [happening.told, happening.told] : [first, last];
}

function inDays(happening) {
  const { from, to } = state;
  if (from === null && to === null) return true;
  const [first, last] = placeOf(happening);
  return first !== null && (from === null || last >= from) && (to === null || first <= to);
}

// How many articles put it each way, the most usual way first.
function waysOf(happening) {
  const ways = new Map();
  for (const { factuality, article } of happening.tellings) {
    ways.set(factuality, (ways.get(factuality) ?? new Set()).add(article));
  }
  return [...ways].map(([way, articles]) => [way, articles.size]).sort((a, b) => b[1] - a[1]);
}

function drawHappenings() {
  const found = model.happenings.filter(inDays);
  const shown = allHappenings ? found : found.slice(0, FIRST_HAPPENINGS);
  const [early, late] = [-Infinity, Infinity];
  shown.sort((a, b) => (placeOf(a)[0] ?? late) - (placeOf(b)[0] ?? late)
    || (placeOf(a)[1] ?? early) - (placeOf(b)[1] ?? early) || a.index - b.index);
  const rest = found.length - shown.length;
  replace(byId("happening-list"),
    found.length < model.happenings.length && el("p", { class: "note" },
      `${found.length.toLocaleString("en-GB")} of ${model.happenings.length.toLocaleString("en-GB")} in the days chosen: ${sayRange(state.from, state.to)}.`),
    !model.happenings.length && el("p", { class: "note" }, "Nothing here was found to be told by two articles or more."),
    el("ol", { class: "happening-rows" }, shown.map(happeningItem)),
    rest > 0 && button(`Show all ${found.length.toLocaleString("en-GB")}`, () => {
      allHappenings = true;
      drawHappenings();
    }, { class: "more" }));
}

function happeningItem(happening) {
  const { lead } = happening;
  const dated = happening.first !== null || happening.last !== null;
  const open = state.telling?.happening === happening;
  return el("li", {}, el("button", { type: "button", class: "line happening-item", "data-id": happening.id,
    "aria-current": open ? "true" : null, onclick: () => openTelling(lead) },
  el("span", { class: "when" }, dated ? sayRange(happening.first, happening.last)
    : [el("span", { class: "faint" }, "no day told"), happening.told !== null
      && el("span", { class: "sub" }, `first told ${sayDay(happening.told)}`)]),
  el("span", { class: "tells" }, sentenceNodes(lead, 240), el("span", { class: "sub" }, whoTells(lead))),
  el("span", { class: "put" },
    el("span", { class: "ways" }, waysOf(happening).map(([way, count]) => putLabel(way, count))),
    el("span", { class: "sub" }, tellersOf(happening)),
    happening.doubtful && el("span", { class: "tag" }, "perhaps several"))));
}

function tellersOf(happening) {
  const { articles, outlets, origins } = happening;
  return [plural(articles.length, "article"), outlets > 0 && plural(outlets, "outlet"),
    origins < articles.length && plural(origins, "independent origin")].filter(Boolean).join(", ");
}

function whoTells({ article, statement }) {
  return [articleName(article), article.first !== null && sayRange(article.first, article.last),
    statement?.speaker.name && `told by ${clip(statement.speaker.label, 50)}`].filter(Boolean).join(" · ");
}

// The sentence with the word that names the happening set apart; of a long one what is around it.
function sentenceNodes({ article, trigger, sentence }, most) {
  const flat = (start, end) => cut(article, start, end).replace(/\s+/g, " ");
  const room = Math.max(40, most - (trigger[1] - trigger[0]));
  let [before, after] = [flat(sentence[0], trigger[0]), flat(trigger[1], sentence[1])];
  if (before.length + after.length > room) {
    const lead = Math.max(room / 2, room - after.length);
    if (before.length > lead) before = `… ${before.slice(-lead).replace(/^[\udc00-\udfff]/, "").replace(/^\S*\s/, "")}`;
    const left = Math.max(20, room - before.length);
    if (after.length > left) after = `${after.slice(0, left).replace(/[\ud800-\udbff]$/, "").replace(/\s+\S*$/, "")} …`;
  }
  return [before, el("b", { class: "trigger-word" }, flat(...trigger)), after];
}

function openTelling(telling) {
  hideTip();
  if (!byId("reader").contains(document.activeElement)) reader.came = document.activeElement;
  update({ telling, open: telling.article, statement: null });
  toWords(telling);
  if (!docked.matches) focusWords(telling);
}

function markHappening() {
  for (const item of document.querySelectorAll(".happening-item")) {
    if (item.dataset.id === state.telling?.happening.id) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
}

// The card of a telling: whose word it is here, and how the others put it.
function tellingCard(telling) {
  const { happening, statement, article } = telling;
  const others = otherTellings(telling);
  const list = el("ul", { class: "tellings" }, others.slice(0, FIRST_TELLINGS).map(tellingItem));
  const rest = others.slice(FIRST_TELLINGS);
  const more = rest.length > 0 && button(`and ${rest.length} more`, () => {
    append(list, rest.map(tellingItem));
    more.remove();
  }, { class: "link" });
  const dated = happening.first !== null || happening.last !== null;
  return [
    el("p", { class: "card-head" }, el("b", {}, `“${plainText(cut(article, ...telling.trigger))}”`), " ", putLabel(telling.factuality)),
    el("dl", { class: "card-rows" },
      row("Told by", statement ? statementLink(statement, `${whoSaid(statement)} (${statement.verb})`) : `${outletOf(article)} itself`),
      row("Days", dated ? sayRange(happening.first, happening.last) : "no teller gives one"),
      row("Told in", tellersOf(happening)),
      row("Put as", waysOf(happening).map(([way, count]) => [putLabel(way, count), " "])),
      row("As one", el("span", { class: "faint" }, `sure ${happening.confidence.toFixed(2)} that these tell of one thing`),
        happening.doubtful && el("span", { class: "tag" }, "perhaps several")),
      row("Also told", list, more)),
  ];
}

// One for each article and way of putting it first, those who put it otherwise before all.
function otherTellings(telling) {
  const seen = new Set([`${telling.article.index} ${telling.factuality}`]);
  const ranked = telling.happening.tellings.filter((other) => other !== telling).map((other) => {
    const way = `${other.article.index} ${other.factuality}`;
    const again = seen.has(way);
    seen.add(way);
    return [(again ? 2 : 0) + (other.factuality === telling.factuality ? 1 : 0), other];
  });
  return ranked.sort((a, b) => a[0] - b[0]).map(([, other]) => other);
}

function tellingItem(telling) {
  return el("li", {}, el("button", { type: "button", class: "line", onclick: () => openTelling(telling) },
    putLabel(telling.factuality), " ", el("span", { class: "faint" }, whoTells(telling)),
    el("span", { class: "said" }, sentenceNodes(telling, 150))));
}
