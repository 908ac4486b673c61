"""Names of public bodies put into English."""

import msgspec
import pytest

from linking.build import Shelf, article, name
from onrecord.linking import link
from onrecord.linking.identities.foreign_names import english_names
from onrecord.linking.words import fold
from onrecord.model import Reading


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("Proteção Civil", "civil protection service"),
        ("Cruz Roja", "red cross"),
        ("Croix-Rouge", "red cross"),
        ("Rotes Kreuz", "red cross"),
        ("Nações Unidas", "united nations"),
        ("Unión Europea", "european union"),
        ("Ministerio de Asuntos Exteriores", "ministry of foreign affairs"),
        ("Ministère de la Santé", "health ministry"),
        ("Banca Centrale", "central bank"),
        ("Corte Suprema", "supreme court"),
        ("Defesa Nacional", "national defense"),
    ],
)
def test_put_into_english(printed: str, english: str) -> None:
    assert english in list(english_names(fold(printed)))


@pytest.mark.parametrize(
    "printed",
    ["Cruz Azul", "Porto Sereno", "Policía", "Ana Lund", "Banco de Banco"],
)
def test_names_of_other_words_are_left_alone(printed: str) -> None:
    assert list(english_names(fold(printed))) == []


def test_the_likelier_come_first() -> None:
    assert next(iter(english_names("naciones unidas"))) == "united nations"


def linked(*forms: str) -> set[str]:
    """The names of identities that an unread article's 'Proteção Civil' is a mention of, beside articles with
    these names."""
    shelf = Shelf()
    for at, form in enumerate(forms):
        text = f"The {form} came to Harrow."
        shelf.add(article(f"read{at}", text), name(text, form, "organisation"))
    foreign = article("unread", "A Proteção Civil de Harrow negou os atrasos.")
    shelf.held.append((msgspec.structs.replace(foreign, language="pt"), Reading()))
    link(shelf)
    return {
        identity.name
        for identity in shelf.found("identities")
        for mention in identity.mentions
        if mention.article == "unread"
    }


def test_a_body_is_recognised_in_an_article_that_is_not_read() -> None:
    assert linked("Civil Protection Service") == {"Civil Protection Service"}


def test_not_where_two_bodies_may_be_meant() -> None:
    assert linked("Civil Protection Service", "Civil Protection Agency") == set()
