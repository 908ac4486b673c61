"""Nouns that say what kind of source speaks when no name does."""

from __future__ import annotations

# A text that speaks: 'the statement said', 'a report by the court found'.
DOCUMENTS = frozenset(
    "statement report letter document study survey poll communique communiqué memo memorandum "
    "email e-mail filing indictment complaint lawsuit affidavit paper article story post "
    "tweet release bulletin dispatch transcript note notice message brief briefing dossier "
    "ruling judgment judgement verdict decree order resolution manifesto book diary audit "
    "review assessment analysis record data figure statistic footage video recording text "
    "readout editorial op-ed essay column blog page leaflet sign banner testimony summary "
    "finding file cable decision motion petition plan bill law legislation treaty agreement "
    "protocol annex account ad advert advertisement commercial log logbook register entry".split()
)

MEDIA = frozenset(
    "media medium news press newspaper daily weekly magazine broadcaster television tv radio "
    "network channel newswire wire tabloid outlet website newsroom reporting paper site".split()
)

POLLS = frozenset(["poll", "survey"])

COLLECTIVES = frozenset(
    "critic expert analyst observer resident supporter opponent activist people voter "
    "economist scientist researcher historian scholar protester protestor demonstrator "
    "campaigner fan user family parent investor trader american republican democrat "
    "conservative liberal progressive respondent advocate skeptic sceptic commentator pundit "
    "villager survivor passenger customer consumer reader viewer farmer fisherman refugee "
    "migrant local lawmaker other many some most several few leader ally country nation "
    "worker employee student doctor nurse teacher unionist".split()
)

# A source by description alone: somebody who could be named and is not.
UNNAMED = frozenset(
    "source official diplomat aide insider spokesman spokeswoman spokesperson representative "
    "officer adviser advisor staffer envoy negotiator whistleblower whistle-blower informant "
    "person man woman soldier neighbour neighbor witness lawyer attorney friend colleague "
    "relative veteran executive operative authority somebody someone".split()
)

ORGANISATIONS = frozenset(
    "ministry embassy consulate department agency office bureau commission committee council "
    "parliament congress senate court tribunal police army navy military government "
    "administration cabinet party union association federation company firm corporation bank "
    "institute university campaign group organisation organization authority board team "
    "palace presidency service operator manufacturer maker automaker carmaker charity "
    "watchdog regulator club force guard coastguard brigade rebel militant insurgent guerrilla prosecution embassy "
    "mission side delegation militia".split()
)

# What takes up somebody or something named before: 'The statement added …'.
DEFINITE = frozenset(["the", "this", "that", "its", "his", "her", "their"])

# Nouns that take up any company or body, whatever its name.
COMPANY = frozenset(
    "company firm automaker carmaker group agency organisation organization manufacturer".split()
)

# The last word of many a newspaper's name.
PAPERS = frozenset(
    "times post journal herald tribune guardian gazette mail star sun mirror telegraph "
    "observer record chronicle globe news courier".split()
)

# 'people familiar with the talks', 'someone close to the family': described by what they know.
INSIDERS = frozenset(["familiar", "close", "privy", "brief", "know", "knowledge"])

# 'his voice breaking, said', 'her words were': whoever owns these speaks.
UTTERANCES = frozenset("voice tone word lip tweet".split())

# Relatives: 'her wife' is whose she is, and no office that one holder has.
KIN = frozenset(
    "wife husband spouse partner son daughter brother sister father mother parent uncle aunt cousin "
    "nephew niece friend colleague widow widower fiance fiancee girlfriend boyfriend".split()
)

# What an office may also be called when it is taken up again.
CALLED: dict[str, frozenset[str]] = {
    "leader": frozenset("president premier minister chancellor chairman chairwoman chair king queen emir".split()),
    "head": frozenset("president premier king queen director chief chairman chairwoman".split()),
    "chief": frozenset("director head commissioner commander chairman chairwoman executive ceo".split()),
    "boss": frozenset("director head chief chairman chairwoman executive ceo".split()),
    "premier": frozenset(["minister"]),
    "diplomat": frozenset("ambassador envoy consul spokeswoman spokesman minister secretary attache".split()),
    "ambassador": frozenset(["envoy"]),
    "envoy": frozenset(["ambassador", "representative"]),
    "lawmaker": frozenset("senator sen rep representative congressman congresswoman mp deputy legislator".split()),
    "legislator": frozenset("senator sen rep representative congressman congresswoman mp lawmaker".split()),
    "senator": frozenset(["sen"]),
    "congressman": frozenset(["rep", "representative"]),
    "congresswoman": frozenset(["rep", "representative"]),
    "representative": frozenset(["rep", "congressman", "congresswoman"]),
    "governor": frozenset(["gov"]),
    "attorney": frozenset(["lawyer", "counsel"]),
    "lawyer": frozenset(["attorney", "counsel"]),
    "executive": frozenset(["ceo", "president", "director"]),
    "spokesperson": frozenset(["spokesman", "spokeswoman", "secretary"]),
    "spokesman": frozenset(["spokesperson"]),
    "spokeswoman": frozenset(["spokesperson"]),
    "general": frozenset(["gen", "commander"]),
    "commander": frozenset(["gen", "general", "col", "colonel", "adm", "admiral"]),
    "academic": frozenset(["professor", "prof", "lecturer"]),
    "officer": frozenset("sergeant lieutenant captain superintendent inspector detective".split()),
}  # fmt: skip

# Who holds an office in part, or no more, is not meant by the office alone.
LESSER = frozenset("deputy vice former ex acting assistant under late".split())
