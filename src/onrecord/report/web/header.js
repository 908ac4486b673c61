// ---- the header: what was read, and the numbers at a glance.
function drawHeader() {
  const { numbers } = model;
  const period = numbers.earliest || numbers.latest
    ? `, published ${sayRange(dayOf(numbers.earliest), dayOf(numbers.latest)).replace(/^by /, "up to ")}` : "";
  const outlets = numbers.outlets ? ` from ${plural(numbers.outlets, "outlet")}` : "";
  replace(byId("what"), `${plural(numbers.articles, "article")}${outlets}${period}.`);
  const parts = [
    ["articles", "article", "articles", () => jump("articles")],
    ["origins", "independent origin", "independent origins", null],
    ["outlets", "outlet", "outlets", null],
    ["statements", "statement", "statements", () => jump("statements")],
    ["speakers", "named speaker", "named speakers", null],
    ["denials", "denial", "denials", () => { update({ ...noFilters(), stance: ["deny"] }); jump("statements"); }],
    ["disputes", "dispute", "disputes", () => jump("disputes")],
    ["problems", "problem", "problems", () => jump("problems")],
  ];
  replace(byId("numbers"), parts.map(([name, one, many, act]) => {
    const count = numbers[name];
    const label = count === 1 ? one : many;
    return el("div", { class: "number", "data-number": name }, el("dt", {}, label),
      el("dd", {}, act && count ? button(count.toLocaleString("en-GB"), act, { "aria-label": `${count} ${label}: show them` })
        : count.toLocaleString("en-GB")));
  }));
}

function jump(id) {
  closeOverlay();
  const section = byId(id);
  section.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "start" });
  section.focus({ preventScroll: true });
}
