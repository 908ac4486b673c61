"""Verbs that are no events by themselves: they say how things are, or lead up to another verb."""

from __future__ import annotations

# Being, having, seeming, holding and fitting (TimeML's states; Vendler's statives).
STATES = frozenset(
    """
    be have seem appear contain consist comprise belong own possess include exclude involve concern depend
    deserve differ equal exist lack matter mean need owe remain resemble weigh measure cost tend fit
    suit relate represent constitute correspond entail stem reside lie border
    date last span total number rank average exceed outnumber
    like love hate prefer want wish desire know understand believe think doubt suppose hope fear worry
    regard deem consider
    stay sound look feel smell taste
    base locate situate entitle name call title dub
    regard view concern pertain apply stand sit live
    let can could may might must shall should will would ought dare
    """.split()
)

# 'took place', 'held a meeting', 'carried out a raid': the noun is the event where it names one.
SUPPORTS = frozenset(
    """
    hold take make carry conduct stage launch have give do commit perform undergo suffer pay
    deliver mount wage place face see get experience organise organize host cause
    """.split()
)

# Verbs of coming about, whose subject is the event.
OCCURS = frozenset("occur happen take begin start end continue last follow erupt break".split())

# Verbs whose subject does not do it but has it befall them.
BEFALLING = frozenset(
    "die drown perish suffer collapse vanish disappear starve sink drop undergo sustain receive".split()
)

# Verbs with a phrase of 'to' for whom it reaches.
GIVING = frozenset(
    """
    give send deliver sell hand pay offer provide ship grant lend donate award present transfer supply
    lease deport extradite surrender return bring release
    """.split()
)

# People and bodies of people, by what they are called.
PEOPLE = frozenset(
    """
    police army government military navy state rebel militant soldier troop officer official minister
    president leader worker protester protestor demonstrator student resident civilian refugee migrant
    hostage prisoner inmate suspect victim man woman boy girl child person people family force group gang court
    council party union company firm parliament senate ministry embassy ambassador delegation team
    staff personnel crew passenger doctor nurse teacher journalist reporter lawyer judge prosecutor
    gunman attacker terrorist insurgent fighter guard driver pilot patient player coach fan voter
    lawmaker senator mayor governor king queen prince bishop priest pope agent agency authority
    counterpart ally rival neighbour neighbor supporter opponent opposition critic expert specialist
    employee customer investor farmer fisherman villager local neighbor crowd mob public counterparty
    detective investigator firefighter rescuer volunteer medic envoy diplomat negotiator mediator
    spokesman spokeswoman spokesperson wife husband son daughter father mother brother sister friend
    teenager toddler baby
    """.split()
)

# Verbs that only lead up to the event of their infinitive or participle: 'began to leave', 'tried to flee'.
LEADING = frozenset(
    """
    begin start continue try attempt seek expect intend aim plan help tend happen manage cease
    struggle go prove hesitate fail decide choose
    """.split()
)
