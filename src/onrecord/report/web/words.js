// ---- words: offsets count code points; JavaScript's strings count UTF-16 units.
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

// For a text: code point offset -> UTF-16 offset. Only texts with astral characters need a table.
function unitsOf(text) {
  if (!ASTRAL.test(text)) return (offset) => offset;
  const at = [];
  let unit = 0;
  for (const character of text) {
    at.push(unit);
    unit += character.length;
  }
  at.push(unit);
  return (offset) => at[Math.min(offset, at.length - 1)];
}

function cut(article, start, end) {
  article.units ??= unitsOf(article.text);
  return article.text.slice(article.units(start), article.units(end));
}

// A flat list of spans as pairs.
function pairs(flat) {
  const out = [];
  for (let i = 0; i < flat.length; i += 2) out.push([flat[i], flat[i + 1]]);
  return out;
}

function wordsAt(article, flat) {
  return pairs(flat).map(([start, end]) => cut(article, start, end)).join(" … ");
}

function statementText(statement) {
  statement.words ??= statement.text ?? wordsAt(statement.article, statement.content);
  return statement.words;
}

// What stands for the statement in a line: where nothing is said ('declined to comment'), its cue.
function shownText(statement) {
  return statementText(statement) || `[${wordsAt(statement.article, statement.cue)}]`;
}

// The statement's words as nodes, with what stands in quotation marks set apart.
function statementNodes(statement) {
  if (statement.text !== null || !statement.quoted.length) return [shownText(statement)];
  const quoted = pairs(statement.quoted);
  return pairs(statement.content).flatMap(([start, end], index) => {
    const out = index ? [" … "] : [];
    let at = start;
    for (const [from, to] of quoted) {
      const first = Math.max(from, at);
      const last = Math.min(to, end);
      if (first >= last) continue;
      if (first > at) out.push(cut(statement.article, at, first));
      out.push(el("span", { class: "quoted" }, cut(statement.article, first, last)));
      at = last;
    }
    if (at < end) out.push(cut(statement.article, at, end));
    return out;
  });
}
