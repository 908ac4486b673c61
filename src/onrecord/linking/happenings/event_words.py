"""Words that name one kind of happening ('killed', 'murder', 'slain'), as far as that can be told
without their sentence.

The lists are our own, of words of general news; a word is in one list only, that of its commonest
sense there. Whether two events of one kind are one happening is for `happenings` to tell.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.linking.words import fold

# A line a kind, indented where it goes on.
_KINDS = """
die death dead perish succumb demise drown starve kill killing murder slay slaying homicide
  assassinate assassination massacre manslaughter execute execution slaughter behead beheading lynch
  lynching decapitate fatality genocide
shoot shooting gunfire gunshot gunfight shootout
stab stabbing
hang hanging suicide
bomb bombing blast explosion explode detonate detonation airstrike bombard bombardment shell
  shelling
attack assault raid ambush offensive onslaught strafe pound invade invasion incursion storm
earthquake quake tremor aftershock temblor
hurricane typhoon cyclone tornado twister
strike hit shake jolt rattle slam mow
flood flooding inundate deluge
win victory beat defeat triumph rout trounce thrash edge outscore prevail
clinch secure lock
lose loss
arrest capture apprehend detain detention nab custody handcuff arraign arraignment
charge accuse indict indictment accusation allege allegation
injure injury hurt maim wound wounding
damage destroy devastate destruction devastation wreck ruin flatten demolish demolition ravage raze
  collapse topple
riot rioting unrest clash violence fighting battle skirmish fight brawl scuffle
protest demonstration demonstrate march rally picket vigil
nominate nomination tap
steal theft rob robbery heist burglary burgle loot looting snatch shoplift larceny mug mugging grab
flee escape getaway breakout jailbreak
find discover discovery spot unearth
foil thwart avert prevent intercept repel repulse
resign resignation quit
appoint appointment name designate
buy acquire acquisition purchase takeover bid
merge merger
launch unveil introduce unveiling debut introduction rollout release launching issue
announce announcement reveal disclose disclosure
sentence jail imprison sentencing imprisonment incarcerate
convict conviction
visit trip tour
arrive arrival come land landing
depart departure leave exit
meet meeting summit
agree agreement accord pact deal settlement settle
sign signing ink
overturn reverse rescind revoke repeal quash annul
fix repair patch mend plug resolve
restore restoration resume resumption
crash collide collision accident ram derail derailment smash wreckage
marry wed wedding marriage
divorce split separate separation breakup
elect election ballot poll
investigate investigation probe inquiry
sue lawsuit suit
ban prohibit bar outlaw forbid
evacuate evacuation
rescue save
protect shield guard protection
kidnap abduct kidnapping abduction
hijack hijacking seize seizure commandeer confiscate
throw hurl toss fling lob
fall drop decline slump plunge tumble slide plummet sink
rise increase climb jump surge soar hike
cut reduce reduction slash trim layoff sever
disrupt disruption outage interruption interrupt blackout
spark trigger unleash provoke prompt
leak spill leakage
sell sale
deny denial refute
reject rejection rebuff spurn
criticize criticise condemn denounce criticism condemnation decry deplore lambaste denunciation
praise laud hail applaud commend
threaten threat endanger jeopardize jeopardise imperil
demand request
urge appeal plead plea implore
warn warning caution
suspend suspension halt stop shutdown
sack dismiss dismissal oust ouster expel expulsion terminate termination axe
perform performance
see watch view
ceremony celebration celebrate gala
retire retirement
extradite extradition deport deportation
deploy deployment
withdraw withdrawal pullout retreat
approve approval ratify ratification adopt adoption endorse endorsement
poison poisoning
confess confession admit admission
blaze burn inferno fire arson ignite wildfire torch
undermine weaken
replace replacement succeed
hire rehire hiring recruit
compete competition contest
negotiate negotiation talk
move transfer transport relocate relocation shift
begin start commence open
end finish conclude conclusion complete completion
keep retain
put place
say tell add state comment remark
treat treatment rehab rehabilitation
check enter
recover recovery
free liberate liberation
give grant award present
receive obtain get
develop development build construct construction
pay payment
host emcee
erupt eruption
infect infection sicken outbreak
vote referendum
play game match
order injunction
testify testimony
try trial
help assist aid assistance
affect impact
"""

_IRREGULAR = """
dying die|lying lie|tying tie|slew slay|slain slay|shot shoot|gunned shoot|struck strike|stricken strike|stole steal
stolen steal|fled flee|won win|beaten beat|lost lose|caught catch|found find|bought buy|sold sell
made make|took take|taken take|gave give|given give|went go|gone go|came come|got get|gotten get|said say|told tell
left leave|met meet|held hold|led lead|fell fall|fallen fall|rose rise|risen rise|began begin|begun begin
broke break|broken break|sank sink|sunk sink|drove drive|driven drive|shook shake|shaken shake|hung hang
fought fight|sought seek|brought bring|thought think|taught teach|spoke speak|spoken speak|wrote write
written write|built build|spent spend|sent send|lent lend|paid pay|laid lay|kept keep|slept sleep|swept sweep
felt feel|dealt deal|meant mean|became become|ran run|swam swim|sang sing|sung sing|rang ring|rung ring
threw throw|thrown throw|grew grow|grown grow|knew know|known know|flew fly|flown fly|drew draw|drawn draw
blew blow|blown blow|saw see|seen see|ate eat|eaten eat|chose choose|chosen choose|froze freeze|frozen freeze
wore wear|worn wear|tore tear|torn tear|swore swear|sworn swear|bore bear|born bear|stood stand
understood understand|bled bleed|fed feed|bred breed|sped speed|shed shed|dug dig|stuck stick|swung swing
wept weep|crept creep|rode ride|ridden ride|hid hide|hidden hide|bit bite|bitten bite|forgot forget
forgotten forget|sat sit|withdrew withdraw|withdrawn withdraw|overthrew overthrow|overthrown overthrow
did do|done do|had have|heard hear|sprung spring|sprang spring|shrank shrink|shrunk shrink|bound bind
wound wound|ground grind|slid slide|spun spin|strung string|woke wake|woken wake|underwent undergo
undertook undertake|undertaken undertake|deaths death|series series|crises crisis|wed wed|men man|women woman
children child|people people|lives life|feet foot
"""
_BASE = dict(pair.split() for pair in re.split(r"[|\n]", _IRREGULAR) if pair)
_DOUBLED = re.compile(r"([^aeiou])\1$")


@lru_cache(maxsize=1 << 14)
def base(word: str) -> str:
    """A key that the forms of one verb or noun share ('stole', 'stealing' and 'steals'); no word
    to be shown."""
    folded = fold(word)
    folded = _BASE.get(folded, folded)
    if len(folded) == 4 and folded.endswith(("ies", "ied")):
        folded = folded[:-1]
    elif len(folded) > 4 and folded.endswith(("ies", "ied")):
        folded = folded[:-3] + "y"
    elif len(folded) > 5 and folded.endswith("ings"):
        folded = folded[:-4]
    elif len(folded) > 4 and folded.endswith("ing"):
        folded = folded[:-3]
    elif (len(folded) > 3 and folded.endswith("ed")) or (len(folded) > 4 and folded.endswith("es")):
        folded = folded[:-2]
    elif len(folded) > 3 and folded.endswith("s") and folded[-2] not in "sui":
        folded = folded[:-1]
    if len(folded) > 3:
        folded = _DOUBLED.sub(r"\1", folded)
    return folded.rstrip("e") if len(folded) > 3 else folded


_KIND: dict[str, str] = {}
for _line in _KINDS.replace("\n  ", " ").strip().split("\n"):
    for _word in _line.split():
        _KIND.setdefault(base(_word), _line.split()[0])


# What a verb and the word after it name together, where the verb alone names something else.
_PHRASAL = """
pass-away die|gun-down shoot|shoot-down shoot|blow-up bomb|beat-up attack|run-over strike
round-up arrest|lock-up sentence|take-hostage kidnap|swear-in inaugurate
break-in steal|break-into steal|run-away flee|get-away flee|make-off flee|get-out flee|break-free flee
step-down resign|stand-down resign|lay-off cut|cut-off disrupt|knock-out disrupt
shut-down suspend|close-down suspend|call-off cancel|put-off postpone|push-back postpone
take-over buy|buy-out buy|snap-up buy|turn-down reject|vote-down reject|throw-out reject
strike-down overturn|back-out withdraw|pull-out withdraw|drop-out withdraw|pull-back withdraw
set-fire blaze|set-ablaze blaze|catch-fire blaze|kick-off begin|set-up establish|wrap-up end|carry-on continue
take-off depart|set-off depart|touch-down arrive|come-back return|lash-out criticize|speak-out speak
team-up cooperate|break-up divorce|split-up divorce|hand-over surrender|find-out learn|lead-up precede
roll-out launch|come-out launch|give-birth bear|go-missing disappear|go-down fall|go-up rise
"""
_JOINED = {
    (base(pair.split("-")[0]), pair.split("-")[1].split()[0]): pair.split()[1]
    for pair in re.split(r"[|\n]", _PHRASAL)
    if pair
}


@lru_cache(maxsize=1 << 14)
def kind(word: str, particle: str = "") -> str:
    """What kind of happening the word names, with the word after it where the two are one verb ('stepped
    down'): a word of `_KINDS`, else the word's own base."""
    key = base(word)
    joined = _JOINED.get((key, particle))
    return kind(joined) if joined else _KIND.get(key, key)


_LIGHT = frozenset(
    base(word)
    for word in """
    say tell report add make take get go come put see use give do run become lead work set show
    cause move receive ask find leave allow keep serve host
    """.split()
)


def is_light(word: str, particle: str = "") -> bool:
    """Whether the word is used of so much that two events it names are seldom one; `particle` as in
    `kind`."""
    key = base(word)
    return key in _LIGHT and (key, particle) not in _JOINED
