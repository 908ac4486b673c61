// ---- model: the page's JSON with its references followed.
const STANCES = {
  assert: ["asserts", "says"],
  agree: ["agrees", "says"],
  praise: ["praises", "says"],
  deny: ["denies", "denies"],
  accuse: ["accuses", "accuses"],
  threaten: ["threatens", "accuses"],
  demand: ["demands", "asks"],
  question: ["questions", "asks"],
  promise: ["promises", "foresees"],
  predict: ["predicts", "foresees"],
  decline: ["declines", "declines"],
};

// The families share a colour and a shape on the timeline and in the text.
const FAMILIES = {
  says: "Asserts, agrees, praises",
  denies: "Denies",
  accuses: "Accuses, threatens",
  asks: "Demands, questions",
  foresees: "Promises, predicts",
  declines: "Declines to comment",
};

const SOURCE_TYPES = {
  person: "person", organisation: "organisation", document: "document", media: "media",
  unnamed: "unnamed source", collective: "collective", none: "no source",
};

const model = (() => {
  const page = JSON.parse(byId("data").textContent);
  const named = (list, fields) =>
    list.map((row, index) => {
      const out = { index };
      for (let i = 0; i < fields.length; i += 1) out[fields[i]] = row[i];
      return out;
    });
  const read = (name) => named(page[name], page.fields[name]);

  const articles = read("articles");
  for (const article of articles) {
    article.first = dayOf(article.earliest);
    article.last = dayOf(article.latest);
    article.statements = [];
    article.echoes = [];
    article.echoed = [];
    article.tellings = [];
    article.units = null;
  }
  const speakers = read("speakers");
  for (const speaker of speakers) {
    speaker.statements = [];
    speaker.label = speaker.name || "No source named";
  }
  const statements = read("statements");
  for (const statement of statements) {
    statement.article = articles[statement.article];
    statement.speaker = speakers[statement.speaker];
    statement.first = dayOf(statement.earliest);
    statement.last = dayOf(statement.latest);
    statement.family = (STANCES[statement.stance] ?? STANCES.assert)[1];
    statement.verb = (STANCES[statement.stance] ?? [statement.stance])[0];
    statement.parent = statement.parent === null ? null : statements[statement.parent];
    statement.disputes = [];
    statement.children = [];
    statement.words = null;
    statement.article.statements.push(statement);
    statement.speaker.statements.push(statement);
  }
  for (const statement of statements) statement.parent?.children.push(statement);
  const at = (indexes) => indexes.map((index) => statements[index]);
  const claims = read("claims");
  for (const claim of claims) {
    claim.statements = at(claim.statements);
    claim.deniers = at(claim.deniers);
  }
  for (const statement of statements) {
    statement.claim = statement.claim === null ? null : claims[statement.claim];
  }
  const disputes = read("disputes");
  for (const dispute of disputes) {
    dispute.sides = named(dispute.sides, page.fields.sides);
    for (const side of dispute.sides) {
      side.statements = at(side.statements);
      for (const statement of side.statements) statement.disputes.push(dispute);
    }
  }
  const echoes = read("echoes");
  for (const echo of echoes) {
    echo.article = articles[echo.article];
    echo.ofArticle = articles[echo.of_article];
    echo.article.echoes.push(echo);
    echo.ofArticle.echoed.push(echo);
  }
  const events = read("events");
  for (const event of events) {
    event.first = dayOf(event.earliest);
    event.last = dayOf(event.latest);
    event.statements = at(event.statements);
    event.articles = event.articles.map((index) => articles[index]);
  }
  const happenings = read("happenings");
  for (const happening of happenings) {
    happening.first = dayOf(happening.earliest);
    happening.last = dayOf(happening.latest);
    happening.tellings = named(happening.tellings, page.fields.tellings);
    for (const telling of happening.tellings) {
      telling.happening = happening;
      telling.article = articles[telling.article];
      telling.statement = telling.statement === null ? null : statements[telling.statement];
      telling.article.tellings.push(telling);
    }
    happening.lead = happening.tellings[happening.lead];
    happening.articles = [...new Set(happening.tellings.map((telling) => telling.article))];
    happening.outlets = new Set(happening.articles.map((article) => article.outlet).filter(Boolean)).size;
    const days = happening.articles.map((article) => article.first).filter((day) => day !== null);
    happening.told = days.length ? Math.min(...days) : null;
  }
  const problems = read("problems");
  for (const problem of problems) {
    problem.article = problem.article === null ? null : articles[problem.article];
  }
  return { ...page, articles, speakers, statements, claims, disputes, echoes, events, happenings, problems };
})();

function articleTitle(article) {
  if (article.title) return article.title;
  return article.key.split(/[/\\#]/).filter(Boolean).pop() || article.key;
}

function outletOf(article) {
  return article.outlet || article.agency || "outlet unknown";
}

// For 'what … said': a name, or the fact that there is none.
function whoSaid(statement) {
  return statement.speaker.name || "someone";
}

// Short for 'in which article', where there is room for one name only.
function articleName(article) {
  return article.outlet || article.agency || clip(articleTitle(article), 48);
}

function outletLabel(article) {
  const known = article.outlet || article.agency;
  return el("span", { class: known ? "outlet" : "outlet faint" }, outletOf(article));
}

// The source's own words where they differ from the resolved name.
function asPrinted(statement) {
  const printed = plainText(wordsAt(statement.article, statement.source));
  return printed && printed !== statement.speaker.name ? printed : "";
}

function isDated(statement) {
  return statement.first !== null || statement.last !== null;
}
