// ---- marks: a shape for each family of stances, so that colour is never alone.
function shapePath(family, r) {
  const d = r * 1.15;
  const t = r * 0.42;
  return {
    denies: `M${-d} ${-d + t}L${-d + t} ${-d}L0 ${-t}L${d - t} ${-d}L${d} ${-d + t}L${t} 0L${d} ${d - t}L${d - t} ${d}L0 ${t}L${-d + t} ${d}L${-d} ${d - t}L${-t} 0Z`,
    accuses: `M0 ${-d}L${d} ${d * 0.85}L${-d} ${d * 0.85}Z`,
    asks: `M0 ${-d * 1.1}L${d * 1.1} 0L0 ${d * 1.1}L${-d * 1.1} 0Z`,
    foresees: `M${-r * 0.9} ${-r * 0.9}H${r * 0.9}V${r * 0.9}H${-r * 0.9}Z`,
  }[family] ?? `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
}

function shape(family, r, x = 0, y = 0) {
  return svg("path", { class: `shape ${family}`, d: shapePath(family, r), transform: `translate(${x} ${y})` });
}

// The shape as a small picture beside a word.
function glyph(family) {
  return svg("svg", { class: "glyph", viewBox: "-8 -8 16 16", "aria-hidden": "true" }, shape(family, 5.5));
}

function stanceLabel(statement) {
  return el("span", { class: `stance ${statement.family}` }, glyph(statement.family), statement.verb);
}

// ---- the tip: a few words about what is under the pointer or has the focus.
function showTip(target, content) {
  const tip = replace(byId("tip"), content);
  tip.hidden = false;
  const at = target.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const x = Math.min(Math.max(8, at.left + at.width / 2 - size.width / 2), innerWidth - size.width - 8);
  const above = at.top - size.height - 8;
  tip.style.left = `${x}px`;
  tip.style.top = `${above > 4 ? above : at.bottom + 8}px`;
}

function hideTip() {
  byId("tip").hidden = true;
}

function tipOn(node, content) {
  node.addEventListener("pointerenter", () => showTip(node, content()));
  node.addEventListener("focus", () => showTip(node, content()));
  node.addEventListener("pointerleave", hideTip);
  node.addEventListener("blur", hideTip);
}

function tipOf(group, lane) {
  const shown = group.statements.slice(0, 3);
  const more = group.statements.length - shown.length;
  return [
    el("p", { class: "tip-head" }, sayGroup(group), el("span", {}, lane.label)),
    shown.map((statement) => el("p", {},
      stanceLabel(statement), lane.key === REST ? el("b", {}, ` ${statement.speaker.label}: `) : " ",
      clip(shownText(statement), 150))),
    more > 0 && el("p", { class: "faint" }, `and ${more.toLocaleString("en-GB")} more`),
  ];
}

function sayGroup(group) {
  const one = group.statements.length === 1 ? group.statements[0] : null;
  if (one) return sayRange(one.first, one.last);
  return group.sure ? sayRange(group.a0, group.a1) : `between ${sayRange(group.a0, group.b1)}`;
}

function clip(text, most) {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= most) return flat;
  return `${flat.slice(0, most).replace(/[\ud800-\udbff]$/, "").replace(/\s+\S*$/, "")} …`;
}
