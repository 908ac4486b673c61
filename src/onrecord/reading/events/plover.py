"""From a verb or an event noun to its type in PLOVER.

PLOVER is the event ontology of the Open Event Data Alliance (codebook of 2022-23, sixteen types). It has none for
what is only said, felt or done by nature: those events are `other`. The words are our own.
"""

from __future__ import annotations

from onrecord.model import Stance

OTHER = "other"

_WORDS = {
    "AGREE": """
        agree promise pledge vow undertake guarantee offer accept consent compromise settle
        agreement pledge deal accord truce settlement compromise commitment""",
    "CONSULT": """
        meet visit consult negotiate discuss confer mediate host greet phone telephone
        brainstorm parley huddle dine
        meeting visit consultation negotiation talk summit discussion mediation conference dialogue
        conversation""",
    "SUPPORT": """
        support endorse back praise commend laud applaud hail recognise recognize congratulate
        welcome ratify approve defend champion salute thank ally honour honor commemorate
        support endorsement recognition ratification approval praise tribute backing""",
    "CONCEDE": """
        concede yield apologise apologize pardon acquit exonerate repent relent backtrack
        apology concession pardon acquittal amnesty exoneration""",
    "COOPERATE": """
        cooperate collaborate partner trade extradite coordinate team join
        cooperation collaboration partnership trade extradition exchange merger""",
    "AID": """
        aid assist help donate fund rescue feed shelter evacuate subsidise subsidize
        equip compensate reimburse vaccinate treat lend grant
        aid assistance relief donation rescue funding grant loan evacuation bailout""",
    "RETREAT": """
        retreat withdraw surrender release free disarm resign capitulate demobilise demobilize
        repatriate disengage abdicate
        retreat withdrawal surrender release pullout resignation ceasefire disarmament repatriation abdication""",
    "REQUEST": """
        demand request ask urge appeal call petition plead beg implore exhort lobby
        demand request appeal plea petition ultimatum""",
    "ACCUSE": """
        accuse blame allege criticise criticize condemn denounce charge indict sue investigate
        probe decry deplore slam blast lambaste rebuke castigate prosecute impeach complain fault
        interrogate arraign chide admonish berate scold lament
        accusation allegation criticism condemnation charge indictment lawsuit investigation inquiry
        probe prosecution impeachment complaint inquest trial arraignment interrogation""",
    "REJECT": """
        reject refuse rebuff veto decline dismiss oppose spurn snub overrule repudiate defy cancel postpone
        rejection refusal veto dismissal opposition cancellation postponement""",
    "THREATEN": """
        threaten warn intimidate menace blackmail
        threat warning intimidation blackmail ultimatum""",
    "PROTEST": """
        protest demonstrate riot rally strike boycott picket march loot vandalise vandalize
        protest demonstration riot rally boycott picket walkout sit-in rioting looting vandalism unrest uprising""",
    "SANCTION": """
        sanction expel convict sentence fine suspend ban embargo disqualify terminate curtail
        penalise penalize punish sever
        sanction expulsion conviction sentence fine embargo suspension ban disqualification punishment verdict""",
    "MOBILIZE": """
        mobilise mobilize deploy redeploy patrol muster amass reinforce station
        mobilization mobilisation deployment patrol manoeuvre maneuver reinforcement buildup build-up""",
    "COERCE": """
        arrest detain jail imprison deport confiscate seize raid search censor hack
        blockade quarantine coerce evict besiege handcuff incarcerate repress suppress disperse cordon
        outlaw expropriate apprehend nab shut
        arrest detention imprisonment deportation confiscation seizure raid censorship hacking
        blockade crackdown curfew siege repression eviction cyberattack shutdown lockdown jailing""",
    "ASSAULT": """
        attack kill murder assassinate shoot bomb shell kidnap abduct rape torture beat stab
        assault massacre slaughter invade ambush behead execute hijack strangle clash fight battle
        punch slay lynch maim mutilate poison storm gun ram torch detonate fire destroy wound injure molest mug rob
        attack killing murder assassination shooting bombing shelling kidnapping abduction rape
        torture beating stabbing assault massacre slaughter invasion ambush beheading execution
        hijacking clash fight fighting battle airstrike genocide offensive gunfight firefight incursion
        shootout violence lynching terrorism homicide manslaughter slaying pogrom skirmish robbery""",
}  # fmt: skip

# Verbs that are of a type only with their particle.
_PHRASAL = {
    "call-off": "REJECT", "turn-down": "REJECT", "rule-out": "REJECT", "turn-away": "REJECT",
    "pull-out": "RETREAT", "pull-back": "RETREAT", "step-down": "RETREAT", "back-down": "CONCEDE",
    "give-in": "CONCEDE", "blow-up": "ASSAULT", "gun-down": "ASSAULT", "open-fire": "ASSAULT",
    "lock-up": "COERCE", "round-up": "COERCE", "break-off": "SANCTION",
    "call-up": "MOBILIZE", "speak-out": "ACCUSE", "walk-out": "PROTEST", "strike-down": "REJECT",
}  # fmt: skip
# Words that are of another type as nouns, or of none: 'a strike on the port', 'a fire', 'the shelter'.
_NOUNS = {
    "strike": OTHER, "fire": OTHER, "call": "REQUEST", "search": OTHER, "storm": OTHER, "charge": "ACCUSE",
    "press": OTHER, "offer": "AGREE", "help": "AID", "march": "PROTEST", "treat": OTHER, "station": OTHER,
    "shell": OTHER, "fund": OTHER, "meet": OTHER, "welcome": "SUPPORT", "blast": OTHER, "torch": OTHER,
    "partner": OTHER, "host": OTHER, "shelter": OTHER, "champion": OTHER, "team": OTHER, "gun": OTHER,
    "blame": "ACCUSE", "back": OTHER,
}  # fmt: skip

# Words that are of a type only as nouns: 'talks with the rebels', but 'talked to reporters'.
_ONLY_NOUNS = frozenset(
    "talk trade exchange battle trial summit deal compromise conference trouble".split()
)

TYPES = tuple(_WORDS)
_TABLE: dict[str, str] = {}
for _type, _words in _WORDS.items():
    for _word in _words.split():
        _TABLE.setdefault(_word, _type)

# What a cue does where its verb is of no type by itself ('said they must leave' demands nothing by
# its verb). To assert, deny or predict is a comment, which PLOVER leaves out; a question asks for words only.
_STANCES: dict[Stance, str] = {
    "demand": "REQUEST",
    "promise": "AGREE",
    "agree": "AGREE",
    "threaten": "THREATEN",
    "accuse": "ACCUSE",
    "praise": "SUPPORT",
    "decline": "REJECT",
}


def typed(lemma: str, noun: bool, particle: str | None = None, stance: Stance | None = None) -> str:
    """The PLOVER type of an event, in capitals, or `other`; `stance` is that of the attribution
    whose cue the word is."""
    if particle is not None and f"{lemma}-{particle}" in _PHRASAL:
        return _PHRASAL[f"{lemma}-{particle}"]
    if noun and lemma in _NOUNS:
        return _NOUNS[lemma]
    if stance is not None and not (stance == "agree" and lemma in _TABLE):
        # 'called the raid a mistake', 'asked why': as cues these words do what the stance says.
        return _STANCES.get(stance) or (_TABLE.get(lemma, OTHER) if stance == "deny" else OTHER)
    if not noun and lemma in _ONLY_NOUNS:
        return OTHER
    return _TABLE.get(lemma, OTHER)
