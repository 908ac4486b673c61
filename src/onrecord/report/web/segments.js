// ---- segments: a text cut wherever a source, cue, content or paragraph begins or ends, so that
// statements may nest and overlap without their marks having to.
const JUNK = new Set(["navigation", "widget", "related", "plea", "advert", "footer", "clock", "other"]);

const LOSSES = {
  source_dropped: "Its source was left off", hedge_dropped: "A hedge was left out", denial_dropped: "Denied elsewhere",
  source_upgraded: "Its source was somebody else", cue_upgraded: "It was claimed, not confirmed",
};

// The marks of an article: `{start, end, role, statement}` in code points.
function marksOf(article) {
  const marks = [];
  for (const statement of article.statements) {
    for (const role of ["source", "cue", "content"]) {
      for (const [start, end] of pairs(statement[role])) {
        if (end > start) marks.push({ start, end, role, statement });
      }
    }
  }
  for (const telling of article.tellings) {
    const [start, end] = telling.trigger;
    marks.push({ start, end, role: "trigger", telling });
  }
  for (const echo of [...article.echoes, ...article.echoed]) {
    for (const [start, end, of, at, kind, because] of echo.lost) {
      const statement = of === null ? null : model.statements[of];
      if (model.articles[at] === article) marks.push({ start, end, role: "lost", kind, because, statement });
    }
  }
  return marks;
}

// Blocks that share a line are one paragraph; a text without blocks is one.
function paragraphsOf(article) {
  const length = Array.from(article.text).length;
  const blocks = article.blocks.length ? article.blocks : [[0, length, "body"]];
  const out = [];
  for (const [start, end, label] of blocks) {
    const before = out[out.length - 1];
    const joined = before && !JUNK.has(label) && !JUNK.has(before.parts[0].label)
      && !cut(article, before.end, start).includes("\n");
    if (joined) {
      before.parts.push({ start, end, label });
      before.end = end;
    } else out.push({ start, end, parts: [{ start, end, label }] });
  }
  return out;
}

function size(statement) {
  return pairs(statement.content).reduce((sum, [start, end]) => sum + end - start, 0);
}

// Cuts `[start, end)` at the edges of the marks that touch it.
function segmentsIn(start, end, marks) {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const edges = new Set([start, end]);
  for (const mark of here) {
    if (mark.start > start) edges.add(mark.start);
    if (mark.end < end) edges.add(mark.end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => ({
    start: sorted[index], end: to,
    marks: here.filter((mark) => mark.start <= sorted[index] && mark.end >= to),
  }));
}

// One segment as a node. The innermost statement (the shortest content) is what a click opens:
// for a source or a cue, the one it belongs to.
function segmentNode(article, segment, nodes, seen) {
  const words = textNodes(cut(article, segment.start, segment.end));
  if (!segment.marks.length) return words;
  const of = (role) => segment.marks.filter((mark) => mark.role === role)
    .map((mark) => mark.statement).sort((a, b) => size(a) - size(b));
  const [contents, sources, cues] = [of("content"), of("source"), of("cue")];
  const lost = segment.marks.find((mark) => mark.role === "lost");
  const inner = cues[0] ?? sources[0] ?? contents[0] ?? null;
  const said = segment.marks.some((mark) => mark.role !== "trigger");
  const node = el("span", {
    class: [
      said && "seg", contents.length && `content ${contents[0].family} depth${Math.min(contents.length, 3)}`,
      sources.length && "source", cues.length && `cue cue-${cues[0].family}`, lost && "lost",
    ].filter(Boolean).join(" "),
    "data-i": inner?.index,
    title: lost && plainText(`${[LOSSES[lost.kind] ?? LOSSES.source_dropped,
      lost.statement && `there ${lost.statement.speaker.label}`, lost.because].filter(Boolean).join("; ")}.`),
  }, words);
  for (const { telling } of segment.marks.filter((mark) => mark.role === "trigger")) {
    if (!nodes.has(telling)) nodes.set(telling, { content: [], source: [], cue: [] });
    nodes.get(telling).content.push(node);
  }
  for (const [role, statements] of Object.entries({ content: contents, source: sources, cue: cues })) {
    for (const statement of statements) {
      if (!nodes.has(statement)) nodes.set(statement, { content: [], source: [], cue: [] });
      nodes.get(statement)[role].push(node);
    }
  }
  if (inner && !seen.has(inner)) {
    seen.add(inner);
    fill(node, { tabindex: "0", role: "button",
      "aria-label": plainText(`${cut(article, segment.start, segment.end)}. Statement: ${inner.speaker.label} ${inner.verb}`) });
  }
  return node;
}
