"""Which line is the article's title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.intake.cleaning.kinds import Kind, is_terminal, lower_share
from onrecord.intake.layout import Line, folded, words

# How far above the article its headline may stand, lines of furniture counted and not counted.
_REACH, _BETWEEN = 40, 3


def headline_lines(
    lines: Sequence[Line],
    texts: Sequence[str],
    kinds: Sequence[Kind | None],
    first: int,
    titles: set[str],
) -> set[int]:
    """Lines that print the title: as stated elsewhere (`titles`, folded), as the page's only h1,
    twice in the text, or as the title-like line that stands over a text dump's article, whose
    first line is `first`."""
    plain = [folded(text) for text in texts]
    exact = {i for i, own in enumerate(plain) if own and own in titles and kinds[i] is None}
    if exact:
        return exact
    tops = [i for i, line in enumerate(lines) if line.tag == "h1" and i <= first + 3 and plain[i]]
    if len(tops) == 1:
        return set(tops)
    if any(line.tag for line in lines):
        return set()
    like = [kinds[i] is None and is_title_like(text) for i, text in enumerate(texts)]
    counts = Counter(plain[i] for i in range(len(plain)) if like[i])
    above = range(max(0, first - _REACH), first)
    repeated = {i for i in above if like[i] and counts[plain[i]] > 1 and len(plain[i].split()) >= 4}
    if repeated:
        chosen = plain[max(repeated)]
        return {i for i, own in enumerate(plain) if own == chosen}
    return _over_the_text(texts, kinds, like, first)


def _over_the_text(
    texts: Sequence[str], kinds: Sequence[Kind | None], like: Sequence[bool], first: int
) -> set[int]:
    """The nearest title-like line above the article. Furniture and single words of a menu may stand
    between; of two such lines in a row the upper is the title when the lower is written more like
    a sentence; three in a row are other stories' headlines."""
    between = 0
    at = first - 1
    while at >= max(0, first - _REACH) and not like[at]:
        if kinds[at] is None and len(words(texts[at])) > 3:
            between += 1
        if between > _BETWEEN:
            return set()
        at -= 1
    if at < 0 or not like[at]:
        return set()
    top = at
    while top > 0 and like[top - 1]:
        top -= 1
    if at - top >= 2:
        return set()
    return {top if lower_share(texts[at]) >= lower_share(texts[top]) else at}


def is_title_like(text: str) -> bool:
    """Whether the line is as long as a headline and does not end as a sentence does."""
    count = len(words(text))
    return 4 <= count <= 30 and not (is_terminal(text) and text[-1] not in "?!'’\"”")
