from __future__ import annotations

import msgspec

from linking.build import article
from onrecord.linking.echoes.sheets import sheet
from onrecord.linking.echoes.store import find_echoes
from onrecord.model import Article, Echo

WIRE = """The harbour of Port Vask was shut on Monday after a crane fell across the only deep berth, \
and grain for three islands waits in the silos behind the quay.

Pilots guided the last ferry out at dawn while tugs held the broken crane against the tide. Engineers \
from the mainland are to cut the jib into pieces and lift them from barges over two weeks.

Fishermen on the south pier kept selling from their boats, and prices for bread rose in the old town \
before noon. The council meets tonight to decide who pays for the salvage of the berth."""

OTHER = """A choir of forty sang in the town hall until the lamps went out. The mayor lent candles, and \
the concert went on past midnight with soup for everybody who stayed."""


def echoes(*articles: Article) -> list[Echo]:
    return find_echoes(sheet(a) for a in articles)


def test_a_reprint_that_credits_the_wire() -> None:
    wire = article("w", WIRE, outlet="Corvo", agency="Corvo", day="2031-03-04")
    reprint = article("a", WIRE, outlet="Vask Herald", agency="Corvo", day="2031-03-04")
    [echo] = echoes(wire, reprint, article("c", OTHER))
    assert (echo.article, echo.of_article, echo.kind, echo.lineage) == (
        "a",
        "w",
        "reprint",
        "copied_from",
    )
    assert echo.similarity == 1.0
    assert echo.changes == ()
    assert "credits Corvo" in echo.because


def test_spans_pair_up_and_changes_say_what_was_done() -> None:
    edited = WIRE.replace("on Monday", "early this week").replace(" over two weeks", "")
    edited += "\n\nThe Herald's readers sent pictures of the fallen crane."
    [echo] = echoes(
        article("a", WIRE, outlet="Corvo", day="2031-03-04"),
        article("b", edited, outlet="Vask Herald", agency="Corvo", day="2031-03-05"),
    )
    assert echo.lineage == "copied_from"
    assert len(echo.spans) == len(echo.of_spans)
    done = {
        (c.kind, c.span.of(edited) if c.span else None, c.of_span.of(WIRE) if c.of_span else None)
        for c in echo.changes
    }
    assert ("changed", "early this week", "on Monday") in done
    assert ("cut", None, "over two weeks") in done
    assert any(k == "added" and s and s.startswith("The Herald's readers") for k, s, _ in done)


def test_a_shared_quotation_is_no_copy() -> None:
    speech = f"“{WIRE.split(chr(10))[0]}”"
    one = f"{OTHER}\n\n{speech} the harbour master said."
    other = f"{speech} the harbour master told the council.\n\nShe spoke for an hour, to little applause."
    assert echoes(article("a", one), article("b", other)) == []


def test_an_update_of_the_same_agency() -> None:
    first = article("a", WIRE, outlet="Corvo", title="Crane shuts Port Vask", day="2031-03-04")
    grown = f"The berth will be paid for by the brewer, the council said.\n\n{WIRE}"
    update = article(
        "b", grown, outlet="Corvo", title="UPDATE - Crane shuts Port Vask", day="2031-03-04"
    )
    [echo] = echoes(update, first)
    assert (echo.article, echo.lineage) == ("b", "update_of")


def test_two_outlets_with_an_absent_wire() -> None:
    one = article("a", WIRE, outlet="Vask Herald", agency="Corvo", day="2031-03-04")
    other = article("b", WIRE, outlet="Islands Post", agency="Corvo", day="2031-03-05")
    assert [e.lineage for e in echoes(one, other)] == ["shared_origin"]


def test_nobody_knows_which_came_first() -> None:
    assert [e.lineage for e in echoes(article("a", WIRE), article("b", WIRE))] == ["unknown"]


def test_an_outlets_standing_text_is_no_echo() -> None:
    plea = (
        "The Herald is read on nine islands and lives by what its readers give in the month of May, "
        "so if you have read this far then please think of the boat that carries it to you each dawn."
    )
    nouns = ["bakers", "pilots", "nurses", "weavers", "divers", "clerks"]
    stories = [
        article(str(i), f"A meeting of {noun} lasted until dusk over {noun} and their {noun}.\n\n{plea}",
                outlet="Vask Herald", day=f"2031-03-{i + 1:02}")
        for i, noun in enumerate(nouns)
    ]  # fmt: skip
    assert echoes(*stories) == []


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        article("a", WIRE, outlet="Corvo", day="2031-03-04"),
        article("b", WIRE, outlet="Vask Herald", day="2031-03-05"),
        article("c", f"{OTHER}\n\n{WIRE}", outlet="Islands Post", day="2031-03-06"),
    ]
    assert echoes(*articles) == echoes(*reversed(articles))


BACKGROUND = (
    "The crane, which fell in the storm of last winter, had been mended twice in three years."
)


def test_one_whole_sentence_is_reuse_and_a_part_of_one_is_not() -> None:
    borrowed = OTHER + "\n\n" + BACKGROUND
    [echo] = echoes(article("a", WIRE + " " + BACKGROUND, day="2031-03-04"), article("b", borrowed))
    assert (echo.kind, len(echo.spans)) == ("passage", 1)
    inside = f"Nobody in the choir had asked why, in all the talk of {BACKGROUND[:-1].lower()}, no"
    inside += (
        " engineer from the mainland was ever seen to look at the bolts that were said to hold it."
    )
    assert echoes(article("a", WIRE + " " + BACKGROUND), article("b", f"{OTHER} {inside}")) == []


def test_an_update_is_of_the_agencys_own_story_and_not_of_a_later_copy() -> None:
    update = WIRE.replace("one deep berth", "two deep berths")
    [echo] = echoes(
        article("a", WIRE, outlet="Corvo", agency="Corvo", day="2031-03-04"),
        article(
            "b", update, outlet="Corvo", agency="Corvo", title="UPDATE - Port", day="2031-03-04"
        ),
    )
    assert (echo.article, echo.of_article, echo.lineage) == ("b", "a", "update_of")
    [echo] = echoes(
        article("a", WIRE, outlet="Vask Herald", agency="Corvo", day="2031-03-05"),
        article(
            "b", update, outlet="Corvo", agency="Corvo", title="UPDATE - Port", day="2031-03-04"
        ),
    )
    assert (echo.article, echo.of_article, echo.lineage) == ("a", "b", "copied_from")


def test_versions_of_one_day_are_updates_though_nobody_knows_which_is_later() -> None:
    one = article(
        "a", WIRE, outlet="Vask Herald", title="Barges sink in the storm", day="2030-05-01"
    )
    other = article(
        "b",
        f"{WIRE}\n\n{OTHER}",
        outlet="Vask Herald",
        title="Barges sink in storm",
        day="2030-05-01",
    )
    (echo,) = echoes(one, other)
    assert echo.lineage == "update_of"
    assert "neither is known" in echo.because


def test_the_later_hour_of_one_day_is_the_update() -> None:
    made = []
    for key, hour, text in (("b", "08:00", WIRE), ("a", "17:30", f"{WIRE}\n\n{OTHER}")):
        bare = article(key, text, outlet="Vask Herald", title="Barges sink", day="2030-05-01")
        published = msgspec.structs.replace(bare.published, value=f"2030-05-01T{hour}")
        made.append(msgspec.structs.replace(bare, published=published))
    (echo,) = echoes(*made)
    assert (echo.article, echo.of_article, echo.lineage) == ("a", "b", "update_of")


def test_much_of_another_story_is_no_update_of_it() -> None:
    rest = " ".join(
        f"Of ship {n} the harbour office knew only what it had written down." for n in range(9)
    )
    one = article(
        "a", WIRE, outlet="Vask Herald", title="Barges sink in the storm", day="2030-05-01"
    )
    other = article(
        "b",
        f"{WIRE}\n\n{rest}",
        outlet="Vask Herald",
        title="What became of the fleet",
        day="2030-05-20",
    )
    assert [e.lineage for e in echoes(one, other)] != ["update_of"]


def test_a_wire_is_no_original_of_what_came_out_before_it() -> None:
    one = article("a", WIRE, outlet="Vask Herald", agency="Corvo", day="2030-05-01")
    other = article("b", WIRE, outlet="Corvo", day="2030-05-09")
    (echo,) = echoes(one, other)
    assert (echo.article, echo.lineage) == ("b", "shared_origin")


def test_who_quotes_the_others_prose_and_names_it_has_it_from_there() -> None:
    prose = WIRE.replace("\n\n", " ")
    own = article("b", prose, outlet="Old Quay Review", day="2030-05-01")
    text = f"The Old Quay Review wrote this week: nothing in it is ours.\n\n{OTHER}\n\n“{prose}”"
    quoting = article("a", text, outlet="Vask Herald", day="2030-05-01")
    unnamed = article("a", text.replace("Quay", "Town"), outlet="Vask Herald", day="2030-05-01")
    (echo,) = echoes(own, quoting)
    assert (echo.article, echo.of_article, echo.lineage) == ("a", "b", "copied_from")
    assert [e.lineage for e in echoes(own, unnamed)] == ["shared_origin"]
