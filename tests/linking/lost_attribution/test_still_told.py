from __future__ import annotations

import msgspec

from linking.build import article, attribution, statement
from onrecord.linking.echoes.lineage import imprint
from onrecord.linking.echoes.pairs import echo_between
from onrecord.linking.echoes.sheets import sheet
from onrecord.linking.lost_attribution.lost import once, sourced, with_lost
from onrecord.model import Article, Attribution, Echo, SourceType, Stance

AROUND = (
    "The lamps on the quay were lit at four in the afternoon, an hour before anybody could remember them "
    "lit at this time of the year. Nobody on the quay had seen such a sea since the winter of the long ice."
)
AFTER = "The pilots stayed ashore that week and mended nets in the loft above the old sail shed."
LINE = "two barges with forty tons of salt sank off the old harbour in the night of the storm"

Said = tuple[str, str, str]
"""Source, cue and content, as they stand in the text."""


def version(key: str, line: str, outlet: str | None, agency: str | None = None) -> Article:
    text = f"{AROUND}\n\n{line}\n\n{AFTER}"
    return article(key, text, outlet=outlet, agency=agency, day="2030-05-02")


def lost(
    original: str,
    said: Said,
    bare: str,
    *own: Said,
    inner: Said | None = None,
    speaker: str | None = None,
    own_speaker: str | None = None,
    source_type: SourceType = "unnamed",
    own_type: SourceType = "person",
    stance: Stance = "assert",
    house: str | None = "The Vask Herald",
    agency: str | None = None,
) -> list[str]:
    """The kinds of what the line `bare` lost of the line `original`."""
    one = version("bare", bare, house, agency)
    other = version("original", original, "Corvo")
    theirs = [
        attribution(other.text, *said, speaker=speaker, source_type=source_type, stance=stance)
    ]
    if inner:
        theirs.append(attribution(other.text, *inner))
    ours = [attribution(one.text, *s, speaker=own_speaker, source_type=own_type) for s in own]
    return [
        line.kind
        for line in echo(one, ours, other, theirs).lost_attribution
        if line.article == "bare"
    ]


def echo(one: Article, ours: list[Attribution], other: Article, theirs: list[Attribution]) -> Echo:
    sheets = {a.id: sheet(a) for a in (one, other)}
    said = {
        a.id: [sourced(statement(f"{a.id}{n}", a, each)) for n, each in enumerate(made)]
        for a, made in ((one, ours), (other, theirs))
    }
    found = echo_between(sheets[one.id], sheets[other.id])
    assert found is not None
    prints = {a.id: imprint(a) for a in (one, other)}
    return with_lost(found, lambda key: sheets[key].words, lambda key: said[key], prints)


def test_what_another_says_is_no_plain_fact_when_its_relay_is_gone() -> None:
    inner = ("the harbour master", "argued", LINE)
    told = f"In her report the harbour master argued that {LINE}"
    relay = ("Corvo Radio", "reported", told)
    assert lost(f"{told}, Corvo Radio reported.", relay, f"{told}.", inner) == []
    # Read in one version only:
    assert lost(f"{told}, Corvo Radio reported.", relay, f"{told}.", inner=inner) == []
    assert lost(f"{told}, Corvo Radio reported.", relay, f"{told}.") == ["source_dropped"]
    # A denial of it is lost all the same.
    denied = ("Corvo Radio", "denied", told)
    made = lost(f"{told}, Corvo Radio denied.", denied, f"{told}.", inner, stance="deny")
    assert made == ["denial_dropped"]


def test_a_saying_that_is_a_small_part_of_the_line_leaves_it_a_fact() -> None:
    line = f"The night that a clerk called long, {LINE}"
    small = ("a clerk", "called", "long")
    relay = ("Corvo Radio", "reported", line)
    assert lost(f"{line}, Corvo Radio reported.", relay, f"{line}.", small) == ["source_dropped"]


def test_words_of_hearsay_leave_the_line_to_others() -> None:
    for held in (
        LINE.replace("sank", "allegedly sank"),
        LINE.replace("sank", "are said to have sunk"),
        f"it is understood that {LINE}",
    ):
        original = f"{held}, a fisherman said."
        assert lost(original, ("a fisherman", "said", held), f"{held}.") == []
        assert lost(f"{LINE}, a fisherman said.", ("a fisherman", "said", LINE), f"{held}.") == []
    assert lost(f"{LINE}, a fisherman said.", ("a fisherman", "said", LINE), f"{LINE}.") != []


def test_the_house_that_prints_it_needs_no_other_source() -> None:
    relay = (f"{LINE}, Vask Wire reported.", ("Vask Wire", "reported", LINE), f"{LINE}.")
    assert lost(*relay, source_type="media") == ["source_dropped"]
    assert lost(*relay, source_type="media", house="The Vask Wire") == []
    assert lost(*relay, source_type="media", house=None, agency="Vask Wire") == []


def test_what_a_picture_shows_or_a_legend_says() -> None:
    shows = f"The short film by a deckhand shows {LINE}."
    film = ("The short film by a deckhand", "shows", LINE)
    assert lost(shows, film, f"{LINE}.") == ["source_dropped"]
    assert lost(shows, film, f"{LINE}. It was filmed from the mole.") == []
    assert lost(f"Pic shows: {LINE}.", ("Pic", "shows", LINE), f"{LINE}.") == []
    legend = (f"{LINE}, the legend says.", ("the legend", "says", LINE))
    assert lost(*legend, f"{LINE}.") == ["source_dropped"]
    assert lost(*legend, f"{LINE}. Tradition has it that they were cursed.") == []


def test_a_press_report_told_of_beside_the_line() -> None:
    relay = (f"{LINE}, Corvo Radio reported.", ("Corvo Radio", "reported", LINE))
    beside = f"{LINE}. Divers found a bell as well, according to a report."
    assert lost(*relay, beside, source_type="media") == []
    assert lost(*relay, beside, source_type="person") == ["source_dropped"]


def test_a_hedge_that_stands_beside_the_line_or_in_another_word() -> None:
    line = "The crew sold forty tons of salt to a merchant of the old town before the storm"
    nobody = ("a fisherman", "said", "nothing else")
    hedged = f"{line.replace('sold', 'reportedly sold')}. But a fisherman said nothing else."
    rest = "But a fisherman said nothing else."
    assert lost(hedged, nobody, f"{line}. {rest}") == ["hedge_dropped"]
    assert lost(hedged, nobody, f"The crew has reportedly fled. {line}. {rest}") == []
    twice = f"{line.replace('sold', 'could have sold').replace('merchant', 'alleged merchant')}."
    once_ = f"{line.replace('sold', 'has sold').replace('merchant', 'alleged merchant')}."
    assert lost(f"{twice} {rest}", nobody, f"{once_} {rest}") == []


def upgraded(source: str, own: str, *, before: str = "", **given: str) -> list[str]:
    kind: SourceType = "person" if given.get("type") == "person" else "unnamed"
    return lost(
        f"{before} {LINE}, {source} said.", (source, "said", LINE),
        f"{LINE}, {own} said.", (own, "said", LINE),
        inner=("Ada Brook", "spoke", "of the sea") if before else None,
        speaker=given.get("speaker"), own_speaker=given.get("own_speaker"), source_type=kind,
    )  # fmt: skip


def test_somebody_already_named_is_no_upgrade() -> None:
    assert upgraded("the aide", "Ada Brook") == ["source_upgraded"]
    assert upgraded("the aide", "Ada Brook", before="Ada Brook spoke of the sea.") == []
    assert upgraded("aides", "Ada Brook", before="Ada Brook spoke of the sea.") != []
    assert upgraded("the aide", "Mr Tarn", before="Ada Brook spoke of the sea.") != []
    named = "Ada Brook, an aide to the mayor,"
    assert upgraded(named, "Ada Brook", speaker="Ada Brook", own_speaker="Ada Brook") == []
    assert upgraded(named, "the mayor", type="person", speaker="Ada Brook") == []
    assert upgraded("Advisers to Mayor Ada Brook", "Mayor Ada Brook") == ["source_upgraded"]


def test_who_is_quoted_in_a_relay_is_no_upgrade_of_the_relay() -> None:
    quoted = f"{LINE}, said Ada Brook"
    made = lost(
        f"{quoted}, according to officials.", ("officials", "according to", quoted),
        f"{quoted}.", ("Ada Brook", "said", LINE), inner=("Ada Brook", "said", LINE),
    )  # fmt: skip
    assert made == []


def test_a_line_of_unknown_order_is_lost_to_one_article_only() -> None:
    other = version("original", f"{LINE}, a fisherman said.", None)
    said = [attribution(other.text, "a fisherman", "said", LINE, source_type="unnamed")]
    copies = [version(key, f"{LINE}.", None) for key in ("a", "b", "c")]
    echoes = [echo(copy, [], other, said) for copy in copies]
    prints = {a.id: imprint(a) for a in (other, *copies)}
    assert [len(e.lost_attribution) for e in echoes] == [1, 1, 1]
    assert [len(e.lost_attribution) for e in once(echoes, prints)] == [1, 0, 0]
    taken = [msgspec.structs.replace(e, lineage="copied_from") for e in echoes]
    assert [len(e.lost_attribution) for e in once(taken, prints)] == [1, 1, 1]
