"""What a word says of the event under it: that it did not come about, lies ahead, or is open.

The classes are those of Saurí and Pustejovsky's factuality profiler (2012): implicatives, commissives and
directives, volition, belief. Words of no class here leave the event as it is.
"""

from __future__ import annotations

from onrecord.model import Factuality

_VERBS: dict[Factuality, str] = {
    "not_happened": """
        fail refuse decline avoid prevent cancel avert block bar prohibit ban forbid deter dissuade
        thwart foil abandon scrap neglect forget reject withhold lack rule-out call-off miss hesitate
        resist oppose shelve forgo forego veto preclude""",
    "denied": "deny refute rebut disavow disclaim debunk",
    "planned": """
        plan intend expect promise pledge vow swear agree decide resolve schedule reschedule set slate
        prepare propose aim demand urge ask request order command instruct direct recommend
        advise call beg implore plead invite require threaten offer await anticipate predict forecast
        mean push press lobby commit arrange postpone delay undertake guarantee tell warn encourage exhort
        envisage envision design announce gear brace project foresee prefer
        poise wait rush head""",
    "possible": """
        try attempt seek want wish hope need believe think suspect allege fear worry doubt
        consider suppose assume imagine guess wonder seem appear risk accuse speculate
        contemplate mull weigh debate discuss struggle strive presume rumour rumor investigate explore
        ponder suggest hint test pretend would dream scramble fight work
        """,
}  # fmt: skip

_NOUNS: dict[Factuality, str] = {
    "not_happened": "failure refusal inability lack absence prevention avoidance cancellation unwillingness ban",
    "denied": "denial",
    "planned": """
        plan decision proposal promise pledge vow commitment agreement offer order demand call request bid
        intention deal threat preparation prospect schedule deadline appeal intent desire date
        pressure goal aim plea agenda mandate timetable approval permission deal ultimatum readiness
        countdown requirement""",
    "possible": """
        fear risk possibility allegation suspicion accusation charge rumour rumor danger likelihood
        chance attempt effort warning ability opportunity willingness hope power right way need
        potential question option speculation probability struggle capacity concern talk idea case
        step measure proof suggestion""",
}  # fmt: skip

_ADJECTIVES: dict[Factuality, str] = {
    "not_happened": "unable reluctant unwilling impossible hesitant powerless incapable",
    "planned": """
        ready due set likely bound poised prepared scheduled expected certain determined sure about
        guaranteed planned destined anxious committed""",
    "possible": """
        able unlikely possible willing eager free keen capable easy hard difficult supposed
        necessary important entitled tempted essential crucial vital critical better best
        urgent good wise authorised authorized unclear uncertain""",
}  # fmt: skip

# Before a noun: 'the alleged attack', 'a planned visit'.
_MODIFIERS: dict[Factuality, str] = {
    "not_happened": "averted thwarted foiled aborted abortive cancelled canceled nonexistent unsuccessful",
    "planned": """
        planned upcoming scheduled future proposed forthcoming expected impending imminent looming threatened
        promised intended projected pending anticipated eventual""",
    "possible": """
        alleged suspected possible potential likely supposed purported presumed attempted
        hypothetical apparent rumoured rumored feared unconfirmed would-be contemplated probable""",
}  # fmt: skip


def _table(rows: dict[Factuality, str]) -> dict[str, Factuality]:
    return {word: kind for kind, words in rows.items() for word in words.split()}


VERBS = _table(_VERBS)
NOUNS = _table(_NOUNS)
ADJECTIVES = _table(_ADJECTIVES)
MODIFIERS = _table(_MODIFIERS)

# Verbs of VERBS that say it only of an infinitive, not of a that-clause or a noun: 'told them to go' but
# 'told them that they had gone'.
INFINITIVE_ONLY = frozenset(
    """
    tell warn ask mean direct set need decide advise call swear agree appear seem fight work
    struggle push press head rush design announce forget miss encourage suggest test commit direct pretend
    """.split()
)
# … and those that say it of nouns: 'feared an attack', 'cancelled the visit'.
OF_NOUNS = frozenset(
    """
    avoid prevent cancel avert block prohibit ban forbid deter thwart foil abandon scrap withhold lack
    rule-out call-off deny refute rebut disavow plan expect promise pledge schedule reschedule propose
    demand urge request threaten offer await anticipate predict forecast postpone delay arrange
    prepare seek want allege fear suspect consider contemplate mull risk envisage need hope shelve order
    resist preclude recommend guarantee foresee
    """.split()
)
# With 'for': 'called for talks', 'preparing for a strike'.
WITH_FOR = frozenset(
    """
    call ask push press plead appeal hope wait prepare plan lobby campaign beg brace aim vote
    schedule slate set wish look apply demand
    """.split()
)
# With 'from': 'kept from leaving'.
WITH_FROM = frozenset("stop keep prevent bar block ban prohibit deter dissuade discourage restrain refrain".split())  # fmt: skip
# With 'of': 'accused of stealing'.
WITH_OF = frozenset("accuse suspect dream warn talk think".split())
# Their negation takes the event with it: 'did not manage to leave', 'does not plan to'.
IMPLICATIVE = frozenset(
    "manage begin start bother dare get help cause force persuade make lead have".split()
)

MODALS: dict[str, Factuality] = {
    "will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned",
    "sha": "planned", "would": "planned", "'d": "planned", "’d": "planned", "may": "possible",
    "might": "possible", "could": "possible", "can": "possible", "ca": "possible", "should": "possible",
    "must": "possible", "ought": "possible",
}  # fmt: skip
ABILITY = frozenset(
    {"can", "ca", "could", "will", "wo", "would", "shall", "sha", "'ll", "’ll", "'d"}
)
NEVER = frozenset({"never", "not", "n't", "n’t", "no", "neither", "nor", "nowhere"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
PERHAPS = frozenset(
    """
    allegedly possibly perhaps maybe probably presumably potentially supposedly purportedly
    conceivably likely
    """.split()
)
ALMOST = frozenset({"nearly", "almost"})
IF = frozenset({"if", "unless", "whether"})
# Clauses of these are taken for granted.
GRANTED = frozenset(
    "after before when since while as because although though once until despite whereas".split()
)
