// ---- csv: the rows in view, with the offsets that lead back to the words.
const CSV_COLUMNS = {
  id: (s) => s.id,
  said_earliest: (s) => s.earliest,
  said_latest: (s) => s.latest,
  said_as_printed: (s) => wordsAt(s.article, s.said_span),
  speaker: (s) => s.speaker.name,
  source_as_printed: (s) => wordsAt(s.article, s.source),
  source_type: (s) => s.source_type,
  stance: (s) => s.stance,
  act: (s) => s.act,
  kind: (s) => s.kind,
  text: (s) => statementText(s),
  addressee: (s) => s.addressee,
  setting: (s) => s.setting,
  outlet: (s) => s.article.outlet,
  agency: (s) => s.article.agency,
  title: (s) => s.article.title,
  published: (s) => s.article.published,
  article: (s) => s.article.id,
  article_key: (s) => s.article.key,
  content_offsets: (s) => pairs(s.content).map((span) => span.join("-")).join(" "),
  by: (s) => s.by,
  confidence: (s) => s.confidence,
};

// A spreadsheet takes a cell that begins so for a formula; an apostrophe keeps it text.
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvOf(statements) {
  const lines = [Object.keys(CSV_COLUMNS).join(",")];
  for (const s of statements) lines.push(Object.values(CSV_COLUMNS).map((of) => csvCell(of(s))).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

async function copyCsv() {
  const text = csvOf(view.rows);
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers that close the clipboard to files still let a selection be copied.
    const area = el("textarea", { class: "offstage", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
  }
  const control = byId("csv");
  replace(control, done ? `Copied ${plural(view.rows.length, "row")}` : "The browser refused to copy");
  setTimeout(() => replace(control, "Copy as CSV"), 2500);
}
