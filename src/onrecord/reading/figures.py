"""Figures: a number with its unit and what it counts ('99 military staff', '35 tonnes of cargo').

Numbers in dates, times, ages of the clock and names are left alone; the time layer has them.
"""

from __future__ import annotations

import re

from onrecord.model import Figure, Span
from onrecord.reading.layer import Draft, Layer
from onrecord.reading.tree import Tree

_UNITS_AND_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_UNITS_AND_TEENS)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_SCALE = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
          "dozen": 12, "m": 1e6, "bn": 1e9, "k": 1e3}  # fmt: skip
_UNITS = frozenset(
    "percent % tonne ton kilogram kilogramme kg pound gram metre meter kilometre kilometer km "
    "mile foot feet acre hectare litre liter barrel gallon dollar euro yen yuan degree "
    "megawatt gigawatt kilowatt watt volt cubic square hour minute point".split()
)
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_ABOUT = frozenset(
    "about around some approximately roughly nearly almost over least most than up under "
    "estimated circa".split()
)


def run(draft: Draft) -> None:
    tree = draft.tree
    busy = sorted(timex.span for timex in draft.timexes)
    index = 0
    while index < len(tree):
        token = tree.tokens[index]
        if token.tag != "CD" or any(s.start <= token.start < s.end for s in busy):
            index += 1
            continue
        last = index
        while last + 1 < len(tree) and (
            tree.tokens[last + 1].tag == "CD" or tree.tokens[last + 1].text in ("-", "dozen")
        ) and tree.passage_of(last + 1) == tree.passage_of(index):  # fmt: skip
            last += 1
        figure = _figure(tree, index, last)
        if figure is not None:
            draft.figures.append(figure)
        index = last + 1


def number(words: list[str]) -> float | None:
    """The value of a number in digits or words; None when it is none.

    >>> number(["1,200"]), number(["3.5", "million"]), number(["twenty", "-", "two"])
    (1200.0, 3500000.0, 22.0)
    """
    total = current = 0.0
    seen = False
    for word in re.split(r"[\s-]+", " ".join(words).lower()):
        if word in ("", "and"):
            continue
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?|\d+(\.\d+)?", word):
            current += float(word.replace(",", ""))
        elif word in _SMALL:
            current += _SMALL[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALE:
            total += (current or 1) * _SCALE[word]
            current = 0.0
        else:
            return None
        seen = True
    return total + current if seen else None


def _figure(tree: Tree, first: int, last: int) -> Figure | None:
    value = number([tree.tokens[i].text for i in range(first, last + 1)])
    if value is None:
        return None
    unit, counted = _counted(tree, first, last)
    start = first
    if first and tree.tokens[first - 1].text in _CURRENCY:
        unit, start = _CURRENCY[tree.tokens[first - 1].text], first - 1
    if unit is None and counted is None:
        return None
    before = [t.text.lower() for t in tree.tokens[max(0, start - 3) : start]]
    end = max([last, *([counted[1]] if counted else [])])
    counts = ""
    if counted is not None:
        span = tree.span(counted[0], counted[1])
        counts = " ".join(span.of(tree.text).split())
    whole = Span(tree.tokens[start].start, tree.tokens[end].end)
    return Figure(
        span=whole,
        value=value,
        counts=counts,
        unit=unit,
        approximate=bool(_ABOUT & set(before)),
        by="rule:figure",
        confidence=0.8 if counts else 0.6,
    )


def _counted(tree: Tree, first: int, last: int) -> tuple[str | None, tuple[int, int] | None]:
    """The unit and the token range of what is counted, both to the right of the number."""
    head = tree.tokens[last].head
    unit: str | None = None
    if last + 1 < len(tree) and tree.tokens[last + 1].text in ("%", "percent", "per"):
        unit = "percent"
        head = last + 1
        if tree.tokens[last + 1].text == "per" and last + 2 < len(tree):
            head = last + 2
    elif not (last < head <= last + 6) or tree.tokens[head].pos not in ("NOUN", "PROPN"):
        return None, None
    elif tree.tokens[head].lemma.lower() in _UNITS:
        unit = tree.tokens[head].lemma.lower()
    if unit is None:
        return None, (last + 1, head)
    for of in tree.children_by(head, "prep"):
        if tree.tokens[of].lemma == "of":
            below = tree.child(of, "pobj")
            if below is not None and below > of:
                return unit, (of + 1, below)
    return unit, ((last + 1, head) if head > last else None)


LAYER = Layer("figures", "1", ("tree", "timexes"), ("figures",), run)
