from __future__ import annotations

from collections.abc import Callable

import pytest

from reading.words import Read

Reads = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A report by the court found that the officers had lied.", "the court"),
        ("A statement from the ministry said that the dam was safe.", "the ministry"),
        ("The Audit Office's report said that the seals were worn.", "Audit Office"),
        ("A study by the University of Lindow found that the river had warmed.",
         "University of Lindow"),
        ("The letter, signed by Peter Hallam, said that the dam was safe.", "Peter Hallam"),
        ("The Audit Office released a report on Monday. The report found that the seals were worn.",
         "Audit Office"),
        ("The Foreign Ministry of Norland issued a statement on Monday. "
         "The statement said that the envoy had been recalled.", "Foreign Ministry of Norland"),
        ("The letter says that the seals were worn.", "The letter"),
        ("The sign says that the road is closed.", "The sign"),
    ],
)  # fmt: skip
def test_a_document_speaks_for_whoever_issued_it(reads: Reads, text: str, speaker: str) -> None:
    said = reads(text).said[-1]
    assert (said.speaker, said.source_type) == (speaker, "document")


def test_the_statement_of_the_paragraph_before(reads: Reads) -> None:
    read = reads(
        "The envoy has been recalled, the Foreign Ministry of Norland said in a statement.\n\n"
        "“The envoy will leave on Friday,” the statement said.\n\n"
        "The ministry added that the embassy would stay open."
    )
    assert [said.speaker for said in read.said] == ["Foreign Ministry of Norland"] * 3
    assert [said.source_type for said in read.said] == ["organisation", "document", "organisation"]


@pytest.mark.parametrize("poll", ["A poll", "A survey"])
def test_a_poll_speaks_for_many(reads: Reads, poll: str) -> None:
    said = reads(f"{poll} found that voters were tired.").only
    assert (said.speaker, said.source_type) == (poll, "collective")


def test_a_report_of_media_is_no_document(reads: Reads) -> None:
    said = reads("Media reports said that an aircraft had landed.").only
    assert (said.speaker, said.source_type) == ("Media reports", "media")
