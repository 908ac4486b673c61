// ---- names: who is taken for whom, why, and what to type where that is wrong.
const FIRST_NAMES = 12;
const FIRST_ALIASES = 6;
let namesShown = FIRST_NAMES;

function identities() {
  return model.speakers.filter((speaker) => speaker.articles > 0)
    .sort((a, b) => b.statements.length - a.statements.length || a.index - b.index);
}

function drawNames() {
  const all = identities();
  const rest = all.length - namesShown;
  replace(byId("name-list"),
    !all.length && el("p", { class: "note" }, "Nobody who speaks here has a name."),
    el("ul", { class: "name-rows" }, all.slice(0, namesShown).map(nameItem)),
    rest > 0 && button(`Show ${Math.min(rest, 40)} more of ${all.length.toLocaleString("en-GB")}`, () => {
      namesShown += 40;
      drawNames();
    }, { class: "more" }));
}

function nameItem(speaker) {
  const { aliases, because, judged, held, unheld, statements } = speaker;
  return el("li", { class: "name-item" },
    el("div", { class: "who" },
      button(speaker.label, () => { update({ ...noFilters(), speaker: [speaker.key] }); jump("statements"); },
        { class: "link name", "aria-label": plainText(`Show the statements of ${speaker.label}`) }),
      speaker.type !== "person" && el("span", { class: "sub" }, speaker.metonym ? "the authorities of that place" : speaker.type),
      aliases.length > 0 && el("span", { class: "sub" }, `also ${aliases.slice(0, FIRST_ALIASES).join(", ")}`,
        aliases.length > FIRST_ALIASES && ` and ${aliases.length - FIRST_ALIASES} more`)),
    el("ul", { class: "held" }, held.map(roleItem),
      unheld > 0 && el("li", { class: "faint" }, `and ${unheld} more`)),
    el("p", { class: "counts" }, plural(statements.length, "statement"),
      el("span", { class: "sub" }, `named in ${plural(speaker.articles, "article")}`)),
    (because.length > 0 || !speaker.metonym) && el("details", {}, el("summary", {}, !because.length ? "correct this" : speaker.metonym ? "why" : "why, and how to correct it",
      judged > 0 && el("span", { class: "tag judged" }, "judged")),
    because.length > 0 && el("ul", { class: "reasons" }, because.map((reason, at) => reasonItem(reason, at < judged, speaker))),
    // A judgement of a place's name is about the place.
    !speaker.metonym && correction("Is somebody else here the same?", `onrecord judge ${shellWord(model.record)} same ${meant(speaker)} "THE OTHER NAME"`)));
}

function roleItem([role, since, until, ended, articles]) {
  const [first, last, after] = [dayOf(since), dayOf(until), dayOf(ended)];
  const days = [(first !== null || last !== null) && `${plural(articles, "article")} of ${sayRange(first, last)}`,
    after !== null && `called former by ${sayDay(after)}`].filter(Boolean).join(", ");
  return el("li", {}, role, days && el("span", { class: "sub" }, days));
}

// A reason that joined two names can be undone by a judgement, and one that people gave by taking it back.
function reasonItem(reason, judged, { metonym }) {
  const joined = /^(.+?) = (.+?): /.exec(reason);
  const record = shellWord(model.record);
  return el("li", {}, judged && [el("span", { class: "tag judged" }, "judged"), " "], reason,
    judged ? correction("Take it back?", `onrecord judgements ${record}`, "It lists the judgement's ID; add --withdraw ID.")
      : joined && !metonym && correction("Not the same?", `onrecord judge ${record} not-same ${quoted(joined[1])} ${quoted(joined[2])}`));
}

function correction(question, command, note = null) {
  const line = el("span", { class: "command", hidden: true }, el("code", { tabindex: "0" }, command), note && el("span", { class: "sub" }, note));
  const ask = button(question, () => {
    line.hidden = !line.hidden;
    ask.setAttribute("aria-expanded", String(!line.hidden));
  }, { class: "link", "aria-expanded": "false" });
  return el("span", { class: "correction" }, ask, line);
}

// Whom a command means: the name, or the id where others have it too.
function meant(speaker) {
  return speaker.alone ? quoted(speaker.name) : speaker.key;
}

// A word for a shell: within double quotes, or single ones where a shell would read something into it.
function quoted(text) {
  const flat = plainText(text);
  return /["$`\\!]/.test(flat) ? `'${flat.replaceAll("'", "'\\''")}'` : `"${flat}"`;
}

function shellWord(text) {
  return /^[\w.-]+$/.test(text) ? text : quoted(text);
}
