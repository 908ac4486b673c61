"""Verbs and nouns by how often they tell of what an article is about, by hand.

The classes are coarser than Levin's (1993) or VerbNet's: words of harm, of disaster, of the law, of public deeds
are told of because they happened; words of all work, of the mind and of phases mostly serve
to tell of something else.
"""

from __future__ import annotations

_CLASSES = {
    # Somebody is hurt, robbed or dies.
    "harm": """
        abduct abduction ambush assassinate assassination assault attack behead beheading bomb bombing
        burglarize burglary clash die dead death demise drown drowning execute execution fatality
        fight fighting genocide gunfight gunfire hijack hijacking homicide hurt injure injury invade
        invasion kidnap kidnapping kill killing loot looting lynch maim manslaughter massacre molest
        mug murder mutilate overdose perish poison poisoning raid rape riot rioting rob robbery
        shelling shoot shooting shootout skirmish slaughter slay slaying stab stabbing steal strangle
        suicide theft torture unrest vandalise vandalize violence wound ram airstrike terrorism
        traffic smuggle smuggling harassment hostage fraud defraud swindle heist snatch""",
    # Nature, fire and machines.
    "disaster": """
        accident aftershock avalanche blackout blast blaze burn capsize collapse collide collision crash
        cyclone damage derail derailment destroy destruction devastate devastation detonate detonation
        drought earthquake erupt eruption explode explosion famine fire flood flooding
        hurricane ignite infect inundate jolt landslide leak mudslide outage outbreak quake ravage
        rattle raze rupture sever shake sink spill storm strike strand submerge tornado topple
        trap tremor tsunami typhoon wildfire wreck hit epidemic evacuate evacuation rescue""",
    # Police and courts.
    "law": """
        acquit acquittal appeal apprehend arraign arraignment arrest capture charge confess confession convict
        conviction deport deportation detain detention escape evict extradite extradition flee fine handcuff
        hearing impeach impeachment imprison imprisonment indict indictment inquest investigate jail
        jailbreak lawsuit nab overturn pardon plead prosecute prosecution prison raid seize seizure sentence
        sentencing settle settlement sue surrender testify testimony trial uphold verdict search""",
    # What bodies and people of note do on a day.
    "deed": """
        abdicate abolish acquire acquisition adopt annex announce announcement appoint appointment approve approval
        ban beat boycott buy cancel cancellation celebrate ceasefire clinch coronation coup crown deal
        debut defeat deploy deployment depose disband dismiss divorce elect election embargo enact
        expel expulsion fire hire impose inaugurate inauguration introduce launch lift march marriage marry merge
        merger name nominate nomination offensive oust ouster patrol place postpone premiere protest
        purchase ratify referendum reject rejection release repeal replace resign resignation restore retire
        retirement sack sanction score sell shut sign signing strike summit suspend suspension swear takeover
        thwart foil topple tour treaty triumph unveil unveiling upgrade veto victory visit vote walkout wed wedding
        win withdraw withdrawal demonstrate demonstration rally picket demolish eliminate trade""",
    # Words of all work.
    "general": """
        add aim allow apply assist attempt attend avoid base bring build call carry cause change come
        compare complete conduct contact contribute control cover create cut deal decide deliver
        develop do draw drive encourage enjoy ensure enter establish experience extend face fill focus
        follow force gain get give go grow handle have help hold improve include increase involve join
        keep lead leave let link look lose maintain make manage meet mark move offer open operate pay perform
        pick place play point prepare present produce protect provide pull push put raise
        reach receive reduce relate represent require respond rest result run save seek send serve set share
        show spend stand step struggle support surround take teach throw train travel treat try turn
        undergo use wait walk want wear work happen occur account benefit design drop pass""",
    # Perceiving, knowing, feeling.
    "mind": """
        accept admire assess assume choose compare conclude consider contemplate determine discover enjoy
        examine expect experience explore feel find forget hear identify ignore imagine inspire
        intend judge know learn listen mourn notice observe read realise realize recall recognise recognize
        reconsider regret remember remind review see study surprise suspect think track trust view watch
        witness worry wonder check analyse analyze monitor measure discuss decision""",
    # That something begins, goes on, leads to another.
    "phase": """
        begin start continue resume stop end finish cease last remain become prompt trigger spark lead bring
        cause result prevent help let enable force keep fail tend prove stay turn go""",
    # Speech, as verb and noun.
    "speech": """
        acknowledge add address admit advise affirm allegation allege answer argue ask assert assure
        blog boast brief briefing call claim comment complain complaint conclude confide contend criticism
        decline declare denial deny describe detail disclose discuss discussion emphasise emphasize
        estimate explain express highlight hint indicate inform insist interview joke mention note
        outline point post praise predict promise query question quote read recount refer reiterate
        release relate remark repeat reply report request respond response say speak speech
        state statement stress suggest suggestion talk tell testify thank tweet urge urging vow
        warn warning write cite caution""",
}  # fmt: skip

NAMES = tuple(_CLASSES)
_OF: dict[str, frozenset[str]] = {}
for _name, _words in _CLASSES.items():
    for _word in _words.split():
        _OF[_word] = _OF.get(_word, frozenset()) | {_name}
_NONE: frozenset[str] = frozenset()


def classes(lemma: str) -> frozenset[str]:
    """The classes of a lemma in lower case, of which there may be none or several."""
    return _OF.get(lemma, _NONE)
