"""Weights of words that are the same for every record."""

import numpy as np

from onrecord.linking.rarity import weight, weights
from onrecord.linking.stems import number, stems


def of(text: str) -> list[float]:
    return weights(np.array([number(s) for s in stems(text)], dtype=np.uint32)).tolist()


def test_common_words_weigh_less_than_rare_ones() -> None:
    people, bridge, isthmus = of("people bridge isthmus")
    assert people < bridge < isthmus


def test_unknown_words_weigh_most() -> None:
    unknown, everyday = of("Qvandrelle week")
    assert unknown > 7 > 2 > everyday
    assert unknown == max(
        of("a harbour crane fell on Qvandrelle and no minister of the region came")
    )


def test_no_word_weighs_less_than_nothing() -> None:
    assert min(of("year time people president government day week")) >= 0


def test_one_and_many_agree() -> None:
    assert [weight(number(s)) for s in stems("crane ferry quay")] == of("crane ferry quay")


def test_none() -> None:
    assert of("") == []
