from __future__ import annotations

import msgspec

from linking.build import article, attribution, statement
from onrecord.linking.echoes import echo_between
from onrecord.linking.lineage import imprint
from onrecord.linking.lost_attribution import once, sourced, with_lost
from onrecord.linking.sheets import sheet
from onrecord.model import Article, Attribution, Echo, SourceType, Stance

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


def lost(
    printed: str, *, stance: Stance = "assert", source: str = "a fisherman", **given: str
) -> list[str]:
    """What the echo's `printed` line lost of the original's '<PLAIN>, <source> said'."""
    kind: SourceType = "unnamed"
    original = article(
        "original", f"{AROUND}\n\n{PLAIN}, {source} said.", outlet="Corvo", day="2030-05-01"
    )
    text = f"{AROUND}\n\n{printed}"
    echo = article("echo", text, outlet=given.get("outlet", "The Vask Herald"), day="2030-05-02")
    said = attribution(original.text, source, "said", PLAIN, stance=stance, source_type=kind)
    own = []
    if "speaker" in given:
        own = [attribution(text, given["speaker"], "said", PLAIN, source_type="organisation")]
    found = echo_of(echo, original, said, *own)
    return [line.span.of(text) for line in found.lost_attribution]


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


def test_not_within_one_house() -> None:
    assert lost(f"{PLAIN}.", outlet="Corvo News") == []


def test_an_unnamed_source_for_which_somebody_is_named() -> None:
    upgraded = f"{PLAIN}, the Harbour Office said."
    assert lost(upgraded, source="a senior official", speaker="the Harbour Office") == [PLAIN]
    assert lost(upgraded, source="the harbour master", speaker="the Harbour Office") == []


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
