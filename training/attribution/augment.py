"""What the training articles lack: other quotation marks, other names, datelines, agency style.

Everything works on labelled words and gives labelled words; names and places are invented or
common surnames of many countries, none taken from the test material.
"""

from __future__ import annotations

import random
from dataclasses import replace

from data import Document, Relation

from onrecord.reading.relations.words import Span, Words, annotate

_STYLES: list[dict[str, str]] = [
    {"“": '"', "”": '"', "‘": "'", "’": "'"},
    {"“": "``", "”": "''", '"': '"'},
    {"“": "«", "”": "»"},
    {"“": "‘", "”": "’"},
]
_SURNAMES = """Adeyemi Almeida Andersson Bakker Banerjee Barros Bianchi Castellanos Chaudhry Chikwanha
    Dlamini Dubois Eriksen Farouk Fernandes Fischer Ghorbani Haddad Hakimi Horvat Ibrahimov Ivanenko
    Jansen Kagame Karimov Keita Khalil Kowalczyk Lindqvist Lungu Mahmoud Maduako Marchetti Mbeki
    Mikhailov Moreau Mwangi Nakamura Nazari Nguyen Novak Okafor Orlov Ospina Papadakis Petrov Quispe
    Rahmani Ramaphala Rinaldi Rojas Saidov Sato Schneider Sharma Silva Suleiman Tanaka Tembo Torres
    Tshabalala Usmanov Vargas Virtanen Wickremage Yildiz Zhang Zelenko""".split()
_CITIES = """ANKARA ATHENS BAMAKO BEIRUT BERLIN BOGOTA BRASILIA BRUSSELS BUDAPEST CAIRO CARACAS DHAKA
    DUBAI GENEVA HANOI HARARE ISLAMABAD JAKARTA KABUL KHARTOUM KIEV LAGOS LIMA LONDON MADRID MANILA
    MOSCOW NAIROBI OSLO PARIS PRAGUE QUITO ROME SEOUL TBILISI TEHRAN TOKYO TUNIS VIENNA WARSAW""".split()
_AGENCIES = ["Reuters", "AP", "AFP", "Sputnik", "Xinhua", "TASS", "dpa", "UNI", "PTI", "Interfax"]
_SAID = """added noted stated stressed announced underlined explained argued warned claimed confirmed
    declared insisted emphasized reiterated recalled reported observed maintained alleged""".split()
_NAMED = frozenset(
    "clinton trump sanders obama cruz kasich rubio bush pence kaine ryan romney".split()
)


def rebuild(
    doc: Document, strings: list[str], places: list[int], paragraphs: list[int]
) -> Document:
    """A document of new words; `places[i]` is the old word of new word i, -1 where there is none."""
    where = {old: new for new, old in enumerate(places) if old >= 0}
    count = len(strings)
    words = Words(strings, list(range(count)), list(range(1, count + 1)), paragraphs)
    annotate(words)

    def move(span: Span) -> Span | None:
        inside = [where[i] for i in range(*span) if i in where]
        return (inside[0], inside[-1] + 1) if inside else None

    relations = []
    for relation in doc.relations:
        cue = move(relation.cue)
        content = [c for c in map(move, relation.content) if c]
        if cue and content:
            source = move(relation.source) if relation.source else None
            relations.append(Relation(cue, source, content))
    return Document(words, relations)


def augment(doc: Document, chance: random.Random, rate: float = 0.5) -> Document:
    """A changed copy of a document with probability `rate`, else the document."""
    if chance.random() >= rate:
        return doc
    strings = list(doc.words.strings)
    paragraphs = list(doc.words.paragraph)
    places = list(range(len(strings)))
    if chance.random() < 0.5:
        _requote(strings, chance)
    if chance.random() < 0.6:
        _rename(strings, chance)
    if chance.random() < 0.3:
        _retell(strings, doc, chance)
    if chance.random() < 0.06:
        strings = [s.lower() for s in strings]
    elif chance.random() < 0.1:
        strings = [s.upper() if p == 0 else s for s, p in zip(strings, paragraphs, strict=True)]
    if chance.random() < 0.3:
        paragraphs = _join(paragraphs, chance)
    if chance.random() < 0.15:
        kept = [i for i, s in enumerate(strings) if s not in ('"', "“", "”", "``", "''")]
        strings, paragraphs = [strings[i] for i in kept], [paragraphs[i] for i in kept]
        places = [places[i] for i in kept]
    if chance.random() < 0.4:
        strings, places, paragraphs = _dateline(strings, places, paragraphs, chance)
    return replace(rebuild(doc, strings, places, paragraphs))


def _requote(strings: list[str], chance: random.Random) -> None:
    """Other quotation marks; straight ones become curly by turns."""
    style = chance.choice(_STYLES)
    opened = False
    for i, string in enumerate(strings):
        if string == '"':
            string, opened = ("”" if opened else "“"), not opened
        strings[i] = style.get(string, string)


def _rename(strings: list[str], chance: random.Random) -> None:
    """The names of that year's campaign become other surnames, the same throughout the text."""
    names: dict[str, str] = {}
    for i, string in enumerate(strings):
        low = string.lower()
        if low in _NAMED and string[0].isupper():
            new = names.setdefault(low, chance.choice(_SURNAMES))
            strings[i] = new.upper() if string.isupper() else new


def _retell(strings: list[str], doc: Document, chance: random.Random) -> None:
    """Some 'said' become another past-tense verb of saying."""
    for relation in doc.relations:
        a, b = relation.cue
        if b == a + 1 and strings[a] == "said" and chance.random() < 0.5:
            strings[a] = chance.choice(_SAID)


def _join(paragraphs: list[int], chance: random.Random) -> list[int]:
    """Drop two in five of the paragraph breaks after the headline."""
    made, number = [], 0
    for i, paragraph in enumerate(paragraphs):
        new = i > 0 and paragraph != paragraphs[i - 1]
        if new and (paragraphs[i - 1] == 0 or chance.random() > 0.4):
            number += 1
        made.append(number)
    return made


def _dateline(
    strings: list[str], places: list[int], paragraphs: list[int], chance: random.Random
) -> tuple[list[str], list[int], list[int]]:
    """A dateline before the first paragraph after the headline."""
    if 1 not in paragraphs:
        return strings, places, paragraphs
    at = paragraphs.index(1)
    city = chance.choice(_CITIES)
    city = city if chance.random() < 0.7 else city.title()
    line = [city]
    if chance.random() < 0.5:
        line += [",", chance.choice(["March", "June", "Sept", "24", "3"]), "12"]
    if chance.random() < 0.7:
        line += ["(", chance.choice(_AGENCIES), ")"]
    line += [chance.choice(["-", "—", "–", ":"])]
    fill = len(line)
    return (
        strings[:at] + line + strings[at:],
        places[:at] + [-1] * fill + places[at:],
        paragraphs[:at] + [1] * fill + paragraphs[at:],
    )
