#!/usr/bin/env python3
"""Check the gold record of the demo against the articles: every quoted substring is there, every index resolves.

usage: python examples/demo/check_gold.py

Prints each error and a summary; exit status 1 when there is any error. Only the standard library is needed,
so that the check does not lean on the code it is there to judge.
"""

import datetime
import gzip
import html.parser
import io
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
STANCES = {
    "assert",
    "deny",
    "demand",
    "promise",
    "threaten",
    "accuse",
    "praise",
    "question",
    "decline",
    "agree",
    "predict",
}
SOURCE_TYPES = {"person", "organisation", "document", "media", "unnamed", "collective", "none"}
KINDS = {"direct", "indirect", "mixed"}
DISPUTES = {"denial", "contradiction", "figures", "refusal", "development"}
LINEAGES = {"copied_from", "shared_origin", "update_of", "unknown"}
TIMEX_TYPES = {"DATE", "TIME", "DURATION", "SET"}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PROBLEM_FILES = {"articles/empty.html", "articles/broken-save.html"}
errors: list[str] = []


def error(where: str, what: str) -> None:
    errors.append(f"{where}: {what}")


class Visible(html.parser.HTMLParser):
    """The text a reader sees: no head, scripts or styles."""

    HIDDEN = frozenset({"script", "style", "noscript", "head", "title"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in self.HIDDEN
        if tag not in ("a", "b", "em", "i", "span", "strong", "small"):
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.hidden -= tag in self.HIDDEN
        if tag not in ("a", "b", "em", "i", "span", "strong", "small"):
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def collapse(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def visible(page: str) -> str:
    parser = Visible()
    parser.feed(page)
    parser.close()
    return collapse("".join(parser.parts))


def warc_pages(path: Path) -> dict[str, str]:
    pages = {}
    stream = io.BytesIO(gzip.decompress(path.read_bytes()))
    while True:
        line = stream.readline()
        if not line:
            return pages
        if not line.strip():
            continue
        head = {}
        while (line := stream.readline()).strip():
            name, _, value = line.decode().partition(":")
            head[name.lower()] = value.strip()
        block = stream.read(int(head["content-length"]))
        if head["warc-type"] == "response":
            http, _, body = block.partition(b"\r\n\r\n")
            if b"content-type: text/html" in http.lower():
                pages[head["warc-target-uri"]] = body.decode("utf-8")


def texts() -> dict[str, str]:
    """Visible text of every article, whitespace collapsed, by key."""
    found = {}
    for path in sorted((HERE / "articles").iterdir()):
        key = "articles/" + path.name
        if key in PROBLEM_FILES:
            continue
        if path.name.endswith(".warc.gz"):
            for url, page in warc_pages(path).items():
                found[f"{key}#{url}"] = visible(page)
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                found[f"{key}#{row['id']}"] = collapse(row["text"])
        elif path.suffix == ".html":
            raw = path.read_bytes()
            charset = "cp1252" if b"windows-1252" in raw[:400] else "utf-8"
            found[key] = visible(raw.decode(charset))
        else:
            found[key] = collapse(path.read_text(encoding="utf-8"))
    return found


def gold(name: str) -> list[dict]:
    rows = []
    for n, line in enumerate(
        (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines(), 1
    ):
        try:
            rows.append(json.loads(line))
        except ValueError as e:
            error(f"{name}.jsonl:{n}", str(e))
    return rows


def body_of(row: dict, text: str) -> str:
    """The body: each paragraph from its first words to its last, in order, joined by newlines."""
    paragraphs, at = [], 0
    if len(row["body"]) != len(row["body_ends"]):
        error(row["key"], "body and body_ends differ in length")
    for first, last in zip(row["body"], row["body_ends"], strict=False):
        start = text.find(first, at)
        end = text.find(last, start) if start >= 0 else -1
        if end < 0:
            error(row["key"], f"paragraph not found: {first!r} … {last!r}")
            continue
        at = end + len(last)
        paragraphs.append(text[start:at])
    return "\n".join(paragraphs)


def find(text: str, what, where: str) -> tuple[int, int] | None:
    sub, nth = what if isinstance(what, list) else (what, None)
    starts = [m.start() for m in re.finditer(f"(?={re.escape(sub)})", text)]
    if not starts:
        error(where, f"not in the body: {sub!r}")
    elif nth is None and len(starts) > 1:
        error(where, f"occurs {len(starts)} times, needs a number: {sub!r}")
    elif nth is not None and nth >= len(starts):
        error(where, f"occurs only {len(starts)} times: {what!r}")
    else:
        start = starts[nth or 0]
        return start, start + len(sub)
    return None


def check_articles(seen: dict[str, str]) -> dict[str, str]:
    bodies = {}
    for row in gold("articles"):
        key = row["key"]
        if key not in seen:
            error(key, "no such article")
            continue
        if key in bodies:
            error(key, "twice in articles.jsonl")
        bodies[key] = body = body_of(row, seen[key])
        for junk in row["junk"]:
            if collapse(junk) not in seen[key]:
                error(key, f"junk is not visible: {junk!r}")
            if collapse(junk) in body:
                error(key, f"junk is in the body: {junk!r}")
        for extra in row["neutral"]:
            if extra not in seen[key]:
                error(key, f"neutral text is not visible: {extra!r}")
            if extra in body:
                error(key, f"neutral text is in the body: {extra!r}")
        if row["title"] and "#bm-" not in key and row["title"].lower() not in seen[key].lower():
            error(key, f"title is not visible: {row['title']!r}")
        if row["byline"] and row["byline"] not in seen[key]:
            error(key, f"byline is not visible: {row['byline']!r}")
        if row["dateline"] and not body.startswith(row["dateline"]):
            error(key, f"body does not start with its dateline {row['dateline']!r}")
        if row["published"] is not None and not re.fullmatch(
            r"(\d{4}|XXXX)-\d\d-\d\d", row["published"]
        ):
            error(key, f"published: {row['published']!r}")
    for key in seen.keys() - bodies.keys():
        error(key, "not in articles.jsonl")
    return bodies


def check_statements(bodies: dict[str, str]) -> set[tuple[str, int]]:
    by_article: dict[str, list[dict]] = {}
    for row in gold("statements"):
        by_article.setdefault(row["article"], []).append(row)
    for key in bodies.keys() - by_article.keys():
        error(key, "no statements")
    ids = set()
    for key, rows in by_article.items():
        if key not in bodies:
            error(key, "statements of an unknown article")
            continue
        spans = {}
        for i, row in enumerate(rows):
            where = f"{key} statement {row['n']}"
            ids.add((key, row["n"]))
            if row["n"] != i:
                error(where, f"numbers must run from 0 without a gap; this is row {i}")
            if (
                row["stance"] not in STANCES
                or row["source_type"] not in SOURCE_TYPES
                or row["kind"] not in KINDS
            ):
                error(where, f"unknown label: {row['stance']}, {row['source_type']}, {row['kind']}")
            for part in ("source", "cue", "content"):
                got = [find(bodies[key], x, where) for x in row[part]]
                if part == "content":
                    spans[i] = [x for x in got if x]
                ordered = [x for x in got if x]
                if ordered != sorted(ordered):
                    error(where, f"{part} is not in text order")
            if not row["content"]:
                error(where, "no content")
            if (row["speaker"] is None) != (row["source_type"] == "none"):
                error(where, "a speaker is wanted unless source_type is none")
            if row["addressee"] is not None and row["addressee"] not in bodies[key]:
                error(where, f"addressee not in the body: {row['addressee']!r}")
        for i, row in enumerate(rows):
            if row["nested_in"] is None:
                continue
            where = f"{key} statement {i}"
            if not 0 <= row["nested_in"] < len(rows) or row["nested_in"] == i:
                error(where, f"nested_in: {row['nested_in']}")
                continue
            outer = spans[row["nested_in"]]
            if not all(any(a <= s and e <= b for a, b in outer) for s, e in spans[i]):
                error(where, f"content is not inside that of statement {row['nested_in']}")
    return ids


def check_timexes(bodies: dict[str, str]) -> int:
    rows = gold("timexes")
    for row in rows:
        where = f"{row['article']} timex {row['text']!r}"
        if row["article"] not in bodies:
            error(where, "unknown article")
            continue
        find(bodies[row["article"]], [row["text"], row["nth"]], where)
        if row["type"] not in TIMEX_TYPES:
            error(where, row["type"])
        if row["earliest"] and row["latest"] and row["earliest"] > row["latest"]:
            error(where, "earliest is after latest")
        if re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", row["value"]):
            day = datetime.date.fromisoformat(row["value"][:10])
            named = [d for d in WEEKDAYS if d in row["text"]]
            if named and WEEKDAYS[day.weekday()] not in named:
                error(where, f"{day} is a {WEEKDAYS[day.weekday()]}")
    return len(rows)


def check_links(bodies: dict[str, str], ids: set[tuple[str, int]]) -> None:
    for row in gold("identities"):
        for key, surfaces in row["mentions"].items():
            for s in surfaces:
                if s not in bodies.get(key, ""):
                    error(f"identity {row['name']}", f"{s!r} is not in {key}")
    for row in gold("echoes"):
        where = f"echo {row['article']} of {row['of_article']}"
        for key in (row["article"], row["of_article"]):
            if key not in bodies:
                error(where, f"unknown article {key}")
        if row["lineage"] not in LINEAGES or row["kind"] not in {
            "reprint",
            "edited",
            "passage",
            None,
        }:
            error(where, f"unknown label: {row['kind']}, {row['lineage']}")
        if (row["kind"] is None) != row["not_copy"]:
            error(where, "kind is null where, and only where, not_copy")
        for lost in row["lost_attribution"]:
            find(bodies.get(row["of_article"], ""), lost["original"], where)
            find(bodies.get(row["article"], ""), lost["echo"], where)
    for row in gold("disputes"):
        where = f"dispute {row['about']!r}"
        if row["kind"] not in DISPUTES:
            error(where, row["kind"])
        if len(row["sides"]) < 2:
            error(where, "needs two sides")
        for side in row["sides"]:
            if side["stance"] not in STANCES or not side["statements"]:
                error(where, "a side needs a known stance and a statement")
            for key, n in side["statements"]:
                if (key, n) not in ids:
                    error(where, f"no statement {key} {n}")
    dates = []
    for row in gold("timeline"):
        dates.append(row["date"])
        for key, n in row["statements"]:
            if (key, n) not in ids:
                error(f"timeline {row['date']}", f"no statement {key} {n}")
            if key not in row["articles"]:
                error(f"timeline {row['date']}", f"{key} is not among its articles")
    if dates != sorted(dates):
        error("timeline", "not in order")


def main() -> int:
    bodies = check_articles(texts())
    ids = check_statements(bodies)
    timexes = check_timexes(bodies)
    check_links(bodies, ids)
    for e in errors:
        print(e)
    print(
        f"{len(bodies)} articles, {len(ids)} statements, {timexes} temporal expressions: "
        + (f"{len(errors)} errors" if errors else "the gold record holds")
    )
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
