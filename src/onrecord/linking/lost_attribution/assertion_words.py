"""Words that say how firmly a line is put: who reports it, what holds it back, who vouches for it.

Lists of hedges and of reporting verbs are a standard means of telling how firmly a text asserts (Hyland,
Hedging in Scientific Research Articles, 1998; Recasens, Danescu-Niculescu-Mizil and Jurafsky, ACL 2013).
All sets hold `word_hash`es.
"""

from __future__ import annotations

from onrecord.linking.words import word_hash


def _hashes(words: str) -> frozenset[int]:
    return frozenset(word_hash(word) for word in words.split())


COMMON = _hashes(
    "a an the of to in on at by for from with and or but as is was were are be been being has have had"
    " he she it they his her its their him them who that which this these those not no mr mrs ms dr"
    " new also i we you our my me us there here would will if about after before over into than then"
    " when while where so such more most other some any all"
)
"""Words that any two sentences share."""
FIRST_PERSON = _hashes("i we my our im ive weve")
FEW = _hashes("both these those this that")
"""Before sources of whom the text has told who they are."""

NOBODY = _hashes(
    "source sources official officials insider insiders person people diplomat diplomats adviser"
    " advisers aide aides anonymity unnamed authorities"
)
"""Sources that could be anybody of their kind."""
MANY = _hashes("sources officials insiders people diplomats advisers aides authorities")
"""Those among them that no single person is."""
FAINT = _hashes("source sources insider insiders person people anonymity unnamed")
"""Those that do not even say of what kind."""

REPORTING = _hashes(
    "said says say saying told tells tell according reported reportedly reports report claimed claims"
    " claim alleged allegedly alleges stated states announced announces adding added adds noted notes"
    " insisted insists argued argues warned warns wrote writes tweeted explained explains confirmed"
    " confirms suggested suggests suggesting acknowledged believes believed believe thinks thought"
    " quoted cited citing cites sources officials statement testified declared denied denies asserted"
    " asserts estimated estimates predicted predicts projects forecast forecasts revealed disclosed"
    " informed learned described recalled responded replied finds found shows showed poll survey study"
    " experts analysts critics accused accuses accusing alleging contends contended suspect suspects"
    " expects concluded rumors rumored purported supposedly apparently"
)
"""Words of which one in a sentence may well be somebody's voice."""

WEAK_CUES = _hashes(
    "claim claims claimed claiming allege alleges alleged alleging suggest suggests suggested"
    " suggesting speculate speculated contend contends contended believe believes believed suspect"
    " suspects suspected think thinks thought hinted hint purported accuse accuses accused"
)
STRONG_CUES = _hashes(
    "confirm confirms confirmed confirming reveal reveals revealed revealing disclose disclosed prove"
    " proved proves proven show shows showed demonstrated admit admits admitted admitting concede"
    " conceded established exposed discovered determined found finds verified"
)
PICTURES = _hashes(
    "video videos footage film films filmed clip clips photo photos photograph photographs"
    " photographed picture pictures pictured pic pics image images screenshot screenshots"
)
LABELS = _hashes("pic pics picture photo image")
"""What stands alone before 'shows' in captions: 'Pic shows: …'."""
LORE = _hashes("legend legends folklore lore myth myths tradition traditions superstition")
PRESS = _hashes("report reports media")
"""How a text refers again to whom it has its story from."""
SHOWING = _hashes("show shows showed showing shown depict depicts depicted")
BELIEVING = _hashes(
    "believe believes believed think thinks thought suspect suspects suspected fear fears"
)
"""Cues of an attitude that, when dropped, leave a plain fact."""

_HEDGES = (
    "allegedly alleged reportedly apparently purportedly purported supposedly supposed possibly"
    " probably presumably perhaps likely unlikely seemingly suspected apparent possible potential"
    " potentially expected unconfirmed unverified rumored feared ostensibly arguably conceivably may might"
    " could"
)
_HEDGES_TO = (
    "appears appeared appear seems seemed seem believed thought said reported understood rumored"
)
HEDGES = _hashes(_HEDGES)
"""Words that hold a line back wherever they stand in it."""
HEDGES_TO = _hashes(_HEDGES_TO)
"""Words that do so before 'to': 'appeared to', 'is thought to'."""
HEARSAY = _hashes(
    "allegedly alleged reportedly purportedly purported supposedly supposed unconfirmed unverified"
    " rumored"
)
"""Those among the hedges that leave the line to others."""
PASSIVES = _hashes(
    "believed thought said reported understood rumored claimed alleged suspected feared"
)
"""Words that do so after 'is' and 'was': 'it is understood', 'who was said to'."""
BEING = _hashes("is was are were been being its hes shes")
HEDGE_NAMES = {word_hash(word): word for word in f"{_HEDGES} {_HEDGES_TO}".split()}
"""The hedges as words, to be shown."""

STILL_OPEN = _hashes(
    "if whether would should can cannot plan plans planned planning hope hopes hoped hoping want wants"
    " wanted aim aims aiming consider considering considered seek seeks seeking set due slated poised"
    " scheduled prepare preparing prepares try tries trying tried urged asked refused failed threatened"
    " intends intended proposed vowed pledged promised ready unless unclear question questions fear"
    " fears chance risk looks looked allegation allegations accusations never not no didnt wont wouldnt"
)
"""Words that leave a line open without being hedges: where one was put in, nothing was vouched for."""
MODALS = _hashes("may might could")
CONDITIONS = _hashes("if unless until whether so before")
"""A modal shortly after one of these holds nothing back: 'unless they could get treatment'."""
IDLE_AFTER = _hashes("as if where when whenever soon than")
"""After these 'possible' and 'expected' make a phrase of the trade: 'as soon as possible'."""
TO = word_hash("to")
NOT = _hashes("not never")
MAY = word_hash("may")
BEFORE_MONTH = _hashes(
    "in of since until till by last early late mid from this next through between on for"
)
NUMBERS = frozenset(word_hash(str(n)) for n in (*range(1, 32), *range(1900, 2100)))
