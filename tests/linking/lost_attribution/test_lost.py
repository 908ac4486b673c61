from __future__ import annotations

from typing import Any

import msgspec

from linking.build import article, attribution, statement
from onrecord.linking.echoes.lineage import imprint
from onrecord.linking.echoes.pairs import echo_between
from onrecord.linking.echoes.sheets import sheet
from onrecord.linking.lost_attribution.lost import once, sourced, with_lost
from onrecord.model import (
    Article,
    Attribution,
    Echo,
    LostAttribution,
    SourceType,
    Stance,
)

PLAIN = "Two barges with forty tons of salt sank off the old harbour in the night of the storm"
AROUND = (
    "The lamps on the quay were lit at four in the afternoon, an hour before anybody could remember them "
    "lit at this time of the year. Nobody on the quay had seen such a sea since the winter of the long ice."
)


def echo_of(one: Article, other: Article, said: Attribution, *own: Attribution) -> Echo:
    sheets = {a.id: sheet(a) for a in (one, other)}
    echo = echo_between(sheets["echo"], sheets["original"])
    assert echo is not None
    return with_lost(
        echo,
        lambda key: sheets[key].words,
        lambda key: (
            [sourced(statement("s", other, said))]
            if key == "original"
            else [sourced(statement("o", one, each)) for each in own]
        ),
        {a.id: imprint(a) for a in (one, other)},
    )


def found(
    printed: str, *, stance: Stance = "assert", source: str = "a fisherman", **given: str
) -> list[tuple[LostAttribution, str]]:
    """What `printed` lost of the original's '<PLAIN>, <source> said', and the words that lost it."""
    kind: SourceType = "unnamed"
    cue = given.get("cue", "said")
    original = article(
        "original",
        f"{AROUND}\n\n{PLAIN}, {source} {cue}.",
        outlet="Corvo",
        day=given.get("original_day", "2030-05-01"),
    )
    text = f"{AROUND}\n\n{printed}"
    echo = article("echo", text, outlet=given.get("outlet", "The Vask Herald"), day="2030-05-02")
    said = attribution(original.text, source, cue, PLAIN, stance=stance, source_type=kind)
    own = []
    if "speaker" in given:
        spoken = given.get("own_cue", "said")
        own = [attribution(text, given["speaker"], spoken, PLAIN, source_type="organisation")]
    made = echo_of(echo, original, said, *own)
    texts = {"echo": text, "original": original.text}
    return [(line, line.span.of(texts[line.article])) for line in made.lost_attribution]


def lost(printed: str, **given: Any) -> list[str]:
    return [words for _, words in found(printed, **given)]


def test_a_sourced_line_that_is_plain_fact() -> None:
    assert lost(f"{PLAIN}.") == [PLAIN]


def test_a_denial_without_its_denier() -> None:
    assert lost(f"{PLAIN}.", stance="deny") == [PLAIN]
    assert lost(f"{PLAIN}.", stance="demand") == []


def test_small_edits_and_another_order_of_words() -> None:
    edited = PLAIN.replace("in the night of the storm", "that night")
    assert lost(f"{edited}.") == [edited.removesuffix(" that night")]


def test_what_keeps_its_source_is_not_lost() -> None:
    assert lost(f"{PLAIN}, a fisherman said.") == []
    assert lost(f"{PLAIN}, according to people there.") == []
    assert lost(f"“{PLAIN}.”") == []
    assert lost(f"Of the fisherman they tell that {PLAIN}.") == []


def test_a_later_version_of_the_same_house_is_said_to_be_one() -> None:
    ((line, words),) = found(f"{PLAIN}.", outlet="Corvo News")
    assert (words, line.kind) == (PLAIN, "source_dropped")
    assert line.because == (
        "from a fisherman in Corvo of 2030-05-01; Corvo News of 2030-05-02 states it as fact;"
        " it is the later version"
    )


def test_where_nobody_knows_the_order_either_may_have_lost_it() -> None:
    original = article("a", f"{AROUND}\n\n{PLAIN}.", outlet="Corvo", day="2030-05-01")
    echo = article(
        "b", f"{AROUND}\n\n{PLAIN}, a fisherman said.", outlet="The Vask Herald", day="2030-05-01"
    )
    sheets = {a.id: sheet(a) for a in (original, echo)}
    made = echo_between(*sheets.values())
    assert made is not None
    assert (made.lineage, made.article) == ("unknown", "b")
    said = attribution(echo.text, "a fisherman", "said", PLAIN, source_type="unnamed")
    (line,) = with_lost(
        made,
        lambda key: sheets[key].words,
        lambda key: [sourced(statement("s", echo, said))] if key == "b" else [],
        {a.id: imprint(a) for a in (original, echo)},
    ).lost_attribution
    assert (line.article, line.span.of(original.text)) == ("a", PLAIN)
    assert line.of_span.of(echo.text) == PLAIN
    assert line.because.endswith("which of the two came first nobody knows")


def test_a_source_told_beside_it_is_not_lost() -> None:
    assert lost(f"A fisherman told of it in the tavern. {PLAIN}.") == []


def test_a_paragraph_that_credits_another_is_no_plain_fact() -> None:
    rest = "Nobody at the harbour office had a word for it, then or at any time before the thaw."
    assert lost(f"{PLAIN}. {rest} (Corvo)") == []


def test_reworded_but_the_same() -> None:
    again = "Both barges, with their forty tons of fine salt, sank off this old harbour in that night of storm"
    assert len(lost(f"{again}.")) == 1


def test_an_unnamed_source_for_which_somebody_is_named() -> None:
    upgraded = f"{PLAIN}, the Harbour Office said."
    assert lost(upgraded, source="a senior official", speaker="the Harbour Office") == [PLAIN]
    assert lost(upgraded, source="the harbour master", speaker="the Harbour Office") == []


def test_kinds() -> None:
    def kind(printed: str, **given: Any) -> list[str]:
        return [line.kind for line, _ in found(printed, **given)]

    office = f"{PLAIN}, the Harbour Office"
    assert kind(f"{PLAIN}.", stance="deny") == ["denial_dropped"]
    assert kind(f"{office} said.", source="sources", speaker="the Harbour Office") == [
        "source_upgraded"
    ]
    assert kind(f"{PLAIN}, officials said.", source="a source", speaker="officials") == [
        "source_upgraded"
    ]
    assert kind(f"{PLAIN}, sources said.", source="senior officials", speaker="sources") == []
    firmer = {"source": "the Harbour Office", "speaker": "the Harbour Office"}
    assert kind(f"{office} revealed.", cue="claimed", own_cue="revealed", **firmer) == [
        "cue_upgraded"
    ]
    assert kind(f"{office} repeated.", cue="claimed", own_cue="repeated", **firmer) == []


def test_a_line_is_lost_once() -> None:
    echoes = []
    imprints = {}
    for key, outlet in (("original", "Corvo"), ("reprint", "Old Town Post")):
        original = article(
            "original", f"{AROUND}\n\n{PLAIN}, a fisherman said.", outlet=outlet, day="2030-05-01"
        )
        echo = article("echo", f"{AROUND}\n\n{PLAIN}.", outlet="The Vask Herald", day="2030-05-02")
        said = attribution(original.text, "a fisherman", "said", PLAIN, source_type="unnamed")
        found = echo_of(echo, original, said)
        imprints[key] = imprint(original)
        lineage = "copied_from" if key == "reprint" else "shared_origin"
        echoes.append(msgspec.structs.replace(found, of_article=key, lineage=lineage))
    assert [len(e.lost_attribution) for e in echoes] == [1, 1]
    assert [len(e.lost_attribution) for e in once(echoes, imprints)] == [0, 1]
