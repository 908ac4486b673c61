from __future__ import annotations

from linking.build import article
from onrecord.linking.echoes.candidates import candidates
from onrecord.linking.echoes.sheets import Sheets, sheet
from onrecord.linking.scratch import scratch

LONG = (
    "The council of Port Vask voted nine to four to sell the old lighthouse to a brewer who means "
    "to turn its tower into rooms for anglers and its yard into a garden by next summer"
)


def pairs(*texts: str) -> list[tuple[int, int]]:
    with scratch() as connection:
        sheets = Sheets(connection)
        for i, text in enumerate(texts):
            sheets.add(sheet(article(str(i), text)))
        return candidates(sheets.buckets())


def test_articles_that_share_a_run_of_words_are_candidates() -> None:
    assert pairs(LONG, "Rain fell on the fair all day.", f"On Friday: {LONG}, it said.") == [(0, 2)]


def test_what_both_quote_makes_no_candidates() -> None:
    assert pairs(f'"{LONG}," said one.', f'He wrote: "{LONG}."') == []


def test_a_quotation_of_the_others_prose_does() -> None:
    assert pairs(f"{LONG}.", f'The Courier wrote: "{LONG}."') == [(0, 1)]


def test_nothing_to_pair() -> None:
    assert candidates([]) == []
    assert pairs("", "Short.") == []
