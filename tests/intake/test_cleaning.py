"""Where the article lies: dumps of whole pages, in our own fiction."""

from __future__ import annotations

import time

import pytest

from intake.fiction import DUMP, PARAGRAPHS, TITLE
from intake.test_understand import labelled, read
from onrecord.intake import INTAKE_VERSION, understand
from onrecord.intake.layout import length
from onrecord.intake.maintext import LARGEST_PAGE
from onrecord.intake.understand import LARGEST_TEXT
from onrecord.model import Problem, RawDocument

TEXT = "\n\n".join(PARAGRAPHS)
COMMENTS = "\n".join(
    f"I have sailed with her {n} times and never saw such a mess." for n in range(40)
)


@pytest.mark.parametrize(
    "heading",
    [
        "12 responses to “Ferry to sail”",
        "Comments (40)",
        "Leave a Reply",
        "3 thoughts on the ferry",
    ],
)
def test_comments_are_not_the_article(heading: str) -> None:
    article = read(f"{TITLE}\n\n{TEXT}\n\n{heading}\n{COMMENTS}")
    assert labelled(article, "body") == list(PARAGRAPHS)


def test_a_counter_of_comments_over_the_text_ends_nothing() -> None:
    assert labelled(read(f"{TITLE}\n\n12 Comments\n\n{TEXT}"), "body") == list(PARAGRAPHS)


def test_lines_torn_at_their_links() -> None:
    torn = TEXT.replace("Ada Brenn", "\nAda Brenn\n").replace("Port Vask", "\nPort Vask\n")
    article = read(f"{TITLE}\n{torn}\n")
    assert "".join(" ".join(labelled(article, "body")).split()) == "".join(TEXT.split())


def test_lists_within_and_after_the_article() -> None:
    sailings = [f"March {day} – Port Vask to Norrey, at noon" for day in (3, 5, 7, 9)]
    above, below = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
    inside = read(f"{TITLE}\n\n{above}\n\n" + "\n".join(sailings) + f"\n\n{below}")
    assert set(sailings) <= set(labelled(inside, "body"))
    after = read(f"{TITLE}\n\n{TEXT}\n\nThe next sailings:\n" + "\n".join(sailings))
    assert set(sailings) <= set(labelled(after, "body"))


def test_tables_leave_a_cell_a_line() -> None:
    rows = [("Norrey", "63", "85%"), ("Port Vask", "57", "77%"), ("Ulm Head", "49", "66%")] * 3
    cells = ["Port", "Calls", "Share", *(cell for row in rows for cell in row)]
    above, below = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
    article = read(f"{TITLE}\n\n{above}\n\n" + "\n".join(cells) + f"\n\n{below}")
    body = [*labelled(article, "body"), *labelled(article, "subheading")]
    assert sorted(body) == sorted([*PARAGRAPHS, *cells])


def test_a_calendar_under_the_article_is_not_the_article() -> None:
    days = "\n".join(map(str, range(1, 32)))
    article = read(f"{TITLE}\n\n{TEXT}\n\nArchive\n{days}\nMarch\nApril\n")
    assert labelled(article, "body") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("What the harbour master then did with the keys of the ferry and its safe", "body"),
        ("Ada Brenn (left) with the crew of the ferry in the harbour of Port Vask", "caption"),
        ("SKIPPER 'PROUD' OF HIS FERRY LIVING OUT ITS LAST AND LONGEST SUMMER", "related"),
    ],
)
def test_a_line_alone_between_paragraphs(line: str, label: str) -> None:
    above, below = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
    article = read(f"{TITLE}\n\n{above}\n\n{line}\n\n{below}")
    assert [line in labelled(article, name) for name in ("body", label)] == [label == "body", True]


def test_a_caption_printed_often_is_no_paragraph() -> None:
    caption = "The northern ferry lies at its berth in the harbour of Port Vask before the storm."
    article = read(f"{TITLE}\n\n" + f"{caption}\n" * 4 + f"\n{TEXT}")
    assert labelled(article, "body") == list(PARAGRAPHS)


def test_rules_part_a_wrapped_dump() -> None:
    import textwrap

    rule = "=" * 70
    wrapped = "\n\n".join(textwrap.fill(words, 70) for words in PARAGRAPHS)
    head = f"[VTA] [Login] [A+ A-]\n04:12 Vask time, Tue 19 Nov 2030 | Vask -6 C\n{rule}\n{TITLE}\n{rule}\n"
    article = read(f"{head}PORT VASK, June 24. /VTA/. {wrapped}\n{'-' * 70}\nPrint * Bookmark")
    assert (article.title, article.agency, article.dateline) == (TITLE, "VTA", "PORT VASK")
    assert article.published.value == "XXXX-06-24"
    assert len(labelled(article, "body")) == len(PARAGRAPHS)


def test_standfirst_under_the_headline() -> None:
    article = read(
        f"Search\n\n{TITLE}\n\nThe minister thanked the engineers of the yard\n\n© Ann Orr/VTA\n\n{TEXT}"
    )
    assert article.title == TITLE
    assert labelled(article, "standfirst") == ["The minister thanked the engineers of the yard"]


def test_scripts_without_spaces() -> None:
    paragraph = "港務局星期一表示，渡輪將在檢查結束後恢復航行，並呼籲乘客提前購票。"
    article = read(f"首頁\n新聞\n{paragraph * 2}\n{paragraph}\n登入")
    assert len(labelled(article, "body")) == 2
    assert length(paragraph) > 12


def test_openings_of_other_stories_are_not_the_article() -> None:
    teasers = [
        f"{place} fishermen have blamed the new quota for the empty nets that they bring home, and […]"
        for place in ("Norrey", "Brill", "Vask", "Oster")
    ]
    article = read(f"{TITLE}\n\n{TEXT}\n\n" + "\n".join(teasers))
    assert labelled(article, "body") == list(PARAGRAPHS)


def test_results_and_calendars_are_articles() -> None:
    rows = [f"Round {n}: {n + 2} April, Norrey v Brill, pier {n % 3}" for n in range(1, 9)]
    menu = "Home\nSea\nHarbours\nWeather\nContact us\n"
    article = read(f"{menu}{TITLE}\n" + "\n".join(rows) + "\nShare\nTweet\nPrint\n")
    assert labelled(article, "body") == rows


@pytest.mark.parametrize(
    "closing",
    [
        "About Norrey Shipping\n\nIt has run ferries for ninety years and employs four hundred people.",
        "Norrey Shipping is a leading operator of ferries in the northern islands of Orland.",
        "Ada Voss is a freelance reporter based in Port Vask.",
        "The information provided on this site is for informational purposes only.",
    ],
)
def test_what_closes_the_page_is_not_the_article(closing: str) -> None:
    article = read(f"{TITLE}\n\n{TEXT}\n\n{closing}")
    assert labelled(article, "body") == list(PARAGRAPHS)
    assert set(labelled(article, "footer")) >= {closing.rpartition("\n")[2]}


def test_an_article_about_a_firm_is_kept() -> None:
    firm = "Norrey Shipping is a leading operator of ferries in the northern islands of Orland."
    article = read(f"{TITLE}\n\n{firm}\n\n{TEXT}")
    assert labelled(article, "body") == [firm, *PARAGRAPHS]


def test_quoted_posts_are_the_articles() -> None:
    post = "Nobody has asked the dockers what they saw on the quay that night."
    signature = "— Ann Orr (@annorr) March 3, 2031"
    above, below = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
    article = read(f"{TITLE}\n\n{above}\n\n{post}\n\n{signature}\n\n{below}")
    assert labelled(article, "body") == [*PARAGRAPHS[:2], post, signature, *PARAGRAPHS[2:]]


def test_two_headings_between_paragraphs() -> None:
    above, below = "\n\n".join(PARAGRAPHS[:2]), "\n\n".join(PARAGRAPHS[2:])
    article = read(f"{TITLE}\n\n{above}\n\nThe accident\n\nHow it began\n\n{below}")
    assert labelled(article, "subheading") == ["The accident", "How it began"]
    other = "Lighthouse keeper finds letter"
    injected = read(f"{TITLE}\n\n{above}\n\nRead also:\n\n{other}\n\n{below}")
    assert labelled(injected, "body") == list(PARAGRAPHS)
    assert other in labelled(injected, "related")


def test_a_page_too_large_for_the_extractor() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<html><body>{text}<div>{'<b>sea</b> ' * (LARGEST_PAGE + 1)}</div></body></html>"
    begun = time.process_time()
    article = read(page, "text/html")
    assert time.process_time() - begun < 10
    assert labelled(article, "body") == list(PARAGRAPHS)
    said = {block.by for block in article.blocks if block.label == "body"}
    assert said == {"prose; too large a page for the extractor"}


def test_length_of_texts() -> None:
    for size in (LARGEST_TEXT + 1, 4 * LARGEST_TEXT):
        found = understand(RawDocument("x", "x", b"a " * (size // 2 + 1), "text/plain"))
        assert isinstance(found, Problem)
        assert found.kind == "too_large"


def test_long_texts_are_read_in_linear_time() -> None:
    text = "\n\n".join(f"{DUMP}\n\nNumber {n} of these." for n in range(700)).encode()
    begun = time.process_time()
    understand(RawDocument("x", "x", text, "text/plain"))
    assert len(text) > 700_000
    assert time.process_time() - begun < 10


def test_version_is_a_word() -> None:
    assert INTAKE_VERSION.isalnum()
