from __future__ import annotations

from linking.build import article, attribution, statement
from onrecord.linking.claims.grouping import wording
from onrecord.linking.claims.origins import Provenance
from onrecord.linking.claims.reckoning import Claims
from onrecord.linking.claims.terms import Said, said
from onrecord.linking.echoes.lineage import imprint
from onrecord.linking.scratch import scratch
from onrecord.model import Article, Claim, Span, Stance


def voice(
    of: str,
    content: str,
    *,
    speaker: str = "Ana Lund",
    stance: Stance = "assert",
    agency: str | None = None,
    quote: bool = False,
    addressee: str | None = None,
) -> tuple[Article, Said]:
    text = f"{speaker} said {content}."
    made = article(of, text, outlet=f"Outlet {of}", agency=agency, day="2031-03-04")
    made_attribution = attribution(
        text, speaker, "said", content, stance=stance, addressee=addressee
    )
    quoted = (Span(text.index(content), text.index(content) + len(content)),) if quote else ()
    made_statement = statement(f"s{of}", made, made_attribution, quoted=quoted)
    return made, said(made_statement, "2031-03-04", speaker=speaker)


def claims(*voices: tuple[Article, Said]) -> list[Claim]:
    known = Provenance({a.id: imprint(a) for a, _ in voices}, lambda _: [])
    with scratch() as connection:
        found = Claims(connection)
        for _, statement in voices:
            found.add(statement, wording(statement))
        return list(found.update(lambda *_: None, (), (), known).claims.put)


CRANE = "the broken crane will be lifted from the deep berth within two weeks"


def test_near_equal_wording_is_one_claim() -> None:
    [found] = claims(
        voice("a", CRANE),
        voice(
            "b",
            "within two weeks the broken crane will be lifted out of the deep berth",
            speaker="Jon Ek",
        ),
        voice("c", "prices for bread rose in the old town before noon", speaker="Eva Berg"),
    )
    assert found.statements == ("sa", "sb")
    assert found.supporters == ("sa", "sb")
    assert found.deniers == ()
    assert found.independent_origins == 2


def test_a_denial_is_of_the_claim_it_denies() -> None:
    [found] = claims(
        voice("a", CRANE),
        voice("b", f"reports that {CRANE}", speaker="Jon Ek", stance="deny"),
        voice(
            "c",
            "the broken crane will not be lifted from the deep berth within two weeks",
            speaker="Eva Berg",
        ),
    )
    assert found.supporters == ("sa",)
    assert found.deniers == ("sb", "sc")
    assert found.text == CRANE


def test_what_all_put_negatively_is_the_claim_itself() -> None:
    words = "the council was never told about the crack in the harbour crane"
    [found] = claims(voice("a", words), voice("b", words, speaker="Jon Ek"))
    assert found.supporters == ("sa", "sb")


def test_another_number_another_day_or_another_name_is_another_claim() -> None:
    assert (
        claims(
            voice("a", "the tugs held 14 barges off the broken berth through the night"),
            voice("b", "the tugs held 19 barges off the broken berth through the night"),
        )
        == []
    )
    assert (
        claims(
            voice("a", "the council votes on the salvage of the berth on Monday"),
            voice("b", "the council votes on the salvage of the berth on Friday"),
        )
        == []
    )
    assert claims(
        voice("a", "the guild asked Harrow to pay for the salvage of the berth"),
        voice("b", "the guild asked Mortlake to pay for the salvage of the berth"),
    ) == []  # fmt: skip


def test_a_demand_is_no_report() -> None:
    assert claims(voice("a", CRANE), voice("b", CRANE, speaker="Jon Ek", stance="demand")) == []


def test_one_origin() -> None:
    def origins(one: tuple[Article, Said], other: tuple[Article, Said]) -> int:
        [found] = claims(one, other)
        assert (found.because == ()) == (found.independent_origins == 2)
        return found.independent_origins

    assert origins(voice("a", CRANE), voice("b", CRANE)) == 1  # the same speaker
    assert origins(voice("a", CRANE), voice("b", CRANE, speaker="Jon Ek")) == 2
    assert origins(
        voice("a", CRANE, agency="Corvo"), voice("b", CRANE, speaker="Jon Ek", agency="Corvo")
    ) == 1  # fmt: skip
    assert origins(
        voice("a", CRANE, quote=True), voice("b", CRANE, speaker="the minister", quote=True)
    ) == 1  # fmt: skip
    assert origins(
        voice("a", CRANE), voice("b", CRANE, speaker="Jon Ek", addressee="Outlet a")
    ) == 1  # fmt: skip


def test_because_names_outlets_and_days() -> None:
    [found] = claims(voice("a", CRANE), voice("b", CRANE))
    assert found.because == (
        "Outlet a of 2031-03-04 and Outlet b of 2031-03-04 are one origin: the same speaker, Ana Lund",
    )
