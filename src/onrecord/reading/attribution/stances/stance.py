"""What the speaker does: the cue's stance, turned by negation and by what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Kind, Stance
from onrecord.reading.attribution.candidate import Candidate
from onrecord.reading.attribution.cues import NOUNS, PHRASAL, SPEECH
from onrecord.reading.attribution.stances.content import is_threat, stance_of
from onrecord.reading.quotes import Quotation
from onrecord.reading.tree import Tree

# What a negated cue does. 'did not say', 'would not confirm', 'did not deny' keep a thing
# back; the rest only lose their force.
_NEGATED: dict[Stance, Stance] = {
    "deny": "decline",
    "assert": "decline",
    "agree": "deny",
    "promise": "decline",
}

# A content that opens with its denial.
_NO = re.compile(
    r"""\W* (?: that \W+ )? (?:
        no (?: \W* $ | \s* [,.!;:–—-] )
      | no \s (?: such | truth | evidence | proof | basis | plans? | (?: \w+ \s ){1,2} ever ) \b
      | (?<= ["“'‘`] ) no \s (?! doubt | one | longer | matter | more | question )
        (?: \w+ \s ){1,4} (?: is | are | was | were | has | have | had | exists? | existed | took ) \b
      | not \s (?: true | so ) \b
      | nonsense \b
      | (?: this | that | it | these | those | they ) \s?
        (?: is | are | was | were | ['’]s | ['’]re ) \s
        (?: (?: simply | just | completely | totally | absolutely ) \s )?
        (?: not \s (?: true | so | the \s case ) | untrue | false | incorrect | inaccurate | a \s lie
          | lies | nonsense | rubbish | fabricated | baseless | fiction | fake ) )""",
    re.I | re.X,
)
_FALSE = re.compile(
    r"""\b (?: fabricat\w+ | baseless | groundless | unfounded | untrue | nonsense
      | no \s (?: truth | evidence | basis | plans? | such )
      | (?: is | are | was | were ) \s (?: \w+ly \s )? (?: false | not \s true | untrue | fake )
      | without \s (?: any \s )? (?: foundation | basis | merit )
      | (?: have | has | had ) \s nothing \s to \s do
      | never \s (?: said | happened | met | took | did | sent | made | ordered ) ) \b""",
    re.I | re.X,
)

# 'insisted that it was not so' answers somebody who says it was.
_AGAINST = frozenset("insist maintain swear protest".split())
_NOT = re.compile(r"\b(not|never|nothing|no one|nobody)\b|n['’]t\b", re.I)
_FIRST_CLAUSE = 80  # code points

# 'voiced outrage', 'issued a denial': what is voiced says what is done.
_VOICES = frozenset("express voice issue make give offer extend".split())
_VOICED: dict[str, Stance] = {
    "hope": "predict", "expectation": "predict", "confidence": "predict",
    "support": "praise", "appreciation": "praise", "thanks": "praise", "thank": "praise",
    "gratitude": "praise", "admiration": "praise", "congratulation": "praise", "praise": "praise",
    "outrage": "accuse", "anger": "accuse", "indignation": "accuse", "displeasure": "accuse",
    "opposition": "deny", "objection": "deny", "rebuttal": "deny",
    "agreement": "agree", "consent": "agree", "approval": "agree",
}  # fmt: skip
_WARN = frozenset(["warn", "caution"])
# One question and nothing else, in quotation marks.
_ASKED = re.compile(r"""["“'‘`]+[^.!?]+\?\W*""")

# Code points. In a longer content words of denial more often concern something else.
_SHORT = 240


def stance(tree: Tree, candidate: Candidate) -> Stance:
    """The stance of a candidate; see `onrecord.model.Stance` for the values."""
    found = _lexical(tree, candidate)
    words = " ".join(s.of(tree.text) for s in candidate.content)
    lemma = tree.tokens[candidate.anchor].lemma
    if (
        lemma == "ask"
        and candidate.frame in ("clause", "quote")
        and not _holds(tree, candidate, "for")
    ):
        # 'asked whether', 'asked: "Who …?"' question; 'asked that the graves be paid for' demands.
        return "demand" if words.lower().startswith("that ") else "question"
    if candidate.negated:
        # Who does not rule a thing out leaves it open.
        return "assert" if lemma == "rule" else _NEGATED.get(found, found)
    if lemma in _WARN:
        return _of_warning(tree, candidate, found)
    if lemma in _AGAINST and _NOT.search(words[:_FIRST_CLAUSE]):
        return "deny"
    if found != "assert" or candidate.act != "speech":
        return found
    if _NO.match(words) or (len(words) < _SHORT and _FALSE.search(words)):
        return "deny"
    if _ASKED.fullmatch(words):
        return "question"
    return stance_of(tree, candidate) or found


def _lexical(tree: Tree, candidate: Candidate) -> Stance:
    """The cue's stance, by the particle or preposition that stands in the cue itself."""
    anchor = tree.tokens[candidate.anchor]
    for index in candidate.cue:
        token = tree.tokens[index]
        if index == candidate.anchor or token.tag not in ("IN", "RP", "RB", "JJ"):
            continue
        phrasal = PHRASAL.get(f"{anchor.lemma}-{token.lemma}")
        if phrasal is not None:
            return phrasal.get(candidate.frame, next(iter(phrasal.values())))
        if token.lemma == "for" and "for" in SPEECH.get(anchor.lemma, {}):
            return SPEECH[anchor.lemma]["for"]
        if token.lemma == "against" and (candidate.stance, candidate.act) == ("assert", "speech"):
            return "accuse"  # 'spoke out against', 'railed against'
        if anchor.lemma == "plead" and token.lemma == "guilty":
            return "agree"
    voiced = tree.child(candidate.anchor, "dobj")
    if anchor.lemma in _VOICES and voiced is not None:
        noun = tree.tokens[voiced].lemma
        return _VOICED.get(noun, NOUNS.get(noun, candidate.stance))
    return candidate.stance


def _holds(tree: Tree, candidate: Candidate, word: str) -> bool:
    return any(tree.tokens[index].lemma == word for index in candidate.cue)


def _of_warning(tree: Tree, candidate: Candidate, found: Stance) -> Stance:
    """'warned against a march' demands; 'warned that it would close the border' threatens."""
    if found != "predict":
        return found
    first = min((s.start for s in candidate.content), default=0)
    opening = tree.at(first)
    against = {opening, *candidate.cue, *tree.children[candidate.anchor]}
    if any(tree.tokens[i].lemma == "against" for i in against if i < len(tree)):
        return "demand"
    return "threaten" if is_threat(tree, candidate) else found


def quotation_kind(tree: Tree, candidate: Candidate, quotations: Sequence[Quotation]) -> Kind:
    """`direct` if all content stands in quotation marks, `mixed` if some, `indirect` if none.

    A turn of an interview or transcript is given word for word, without marks.
    """
    if candidate.frame == "turn":
        return "direct"
    # Marks around the cue as well are another's: the content is reported by whom they quote.
    content = candidate.content
    spot = tree.tokens[candidate.anchor].start
    quotes = [
        part
        for quotation in quotations
        for part in quotation.parts
        if not candidate.cue or not part.start <= spot < part.end
    ]
    inside = [any(q.start - 1 <= s.start and s.end <= q.end + 1 for q in quotes) for s in content]
    if all(inside):
        return "direct"
    if any(q.overlaps(s) for q in quotes for s in content):
        return "mixed"
    return "indirect"
