"""Small word lists that names are read with. Facts of English, not of any corpus."""

from __future__ import annotations

# Words that stand before a person's name and are no part of it.
TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady madam president vice-president "
    "premier chancellor prime minister secretary senator sen rep representative congressman "
    "congresswoman governor gov mayor ambassador general gen colonel col major maj captain "
    "capt lieutenant lt sergeant sgt admiral adm marshal commander cmdr king queen prince "
    "princess pope cardinal archbishop bishop rev reverend imam sheikh judge justice attorney "
    "spokesman spokeswoman spokesperson chairman chairwoman chairperson chair director chief "
    "head officer analyst professor economist lawyer editor reporter correspondent leader "
    "deputy mp mep envoy commissioner inspector detective minister councillor councilman "
    "councilwoman speaker candidate nominee lawmaker author historian researcher scientist "
    "activist superintendent sheriff coach actor actress singer founder ceo cfo former ex "
    "acting interim late coroner comedian comedienne comic rapper boxer quarterback striker "
    "goalkeeper midfielder pitcher producer novelist poet painter banker businessman businesswoman "
    "billionaire tycoon prosecutor pastor astronaut pilot trooper deputy agent biologist "
    "chemist physicist scholar filmmaker screenwriter musician pianist blogger columnist".split()
)

MALE = frozenset(
    "mr sir lord king prince he him his himself spokesman chairman congressman councilman "
    "businessman policeman fireman fisherman actor father son brother husband uncle nephew "
    "grandfather boy man gentleman widower monk priest pope".split()
)
FEMALE = frozenset(
    "mrs ms miss madam dame lady queen princess she her hers herself spokeswoman chairwoman "
    "congresswoman councilwoman businesswoman policewoman actress mother daughter sister wife "
    "aunt niece grandmother girl woman widow nun".split()
)

# Given names that leave little doubt, from many languages, folded to plain ASCII.
MALE_NAMES = frozenset(
    "aaron abdul abdullah abel abraham adam adrian ahmad ahmed alan albert alejandro "
    "aleksandr alex alexander alexei alfred ali allen alvaro amir anatoly anders andre "
    "andreas andrei andrew andrey andrzej anthony antoine anton antonio arjun arnold arthur "
    "ashraf barack ben benjamin bernard bernardo bernd bill bob boris brad brian bruce bruno "
    "carl carlos cesar charles christian christoph christopher chuck claude claudio colin "
    "craig cristobal dan daniel david dennis derek dick diego dieter dimitri dirk dmitri "
    "dmitry dominic don donald douglas dylan eduardo edward elias elliott emanuel emil "
    "emmanuel enrique eric erik ernest ernesto eugene evgeny fabio felipe felix ferdinand "
    "fernando fidel francesco francis francisco frank franz fred frederick friedrich gabriel "
    "gareth gary gavin geoffrey george georges gerald gerard gerhard giorgio giovanni "
    "giuseppe glenn gordon graham greg gregory guido guillermo gustavo hans harold harry "
    "hassan hector heinrich henri henry herbert hugo hussein ian ibrahim igor ismail ivan "
    "jack jacob jacques jaime jair jake james jamie jared jason javier jean jeff jeffrey jens "
    "jeremy jerome jim jimmy joaquin joe joel johan johannes john johnny jon jonas jonathan "
    "jorge jose joseph josh joshua juan julian julio justin karl keith ken kenneth kevin "
    "khalid kim klaus konstantin kurt kyle lars laurent lawrence leo leon leonard leonid "
    "leopold lewis liam lorenzo louis lucas luis luke mahmoud manuel marcel marco marcos "
    "marcus mario mark markus martin marvin mateo matthew maurice max maxim michael michel "
    "miguel mikhail mike milos mohamed mohammad mohammed mohamad muhammad mustafa nathan neil "
    "nelson nicholas nick nicolas nigel nikita nikolai nikolay noah norman oleg oliver omar "
    "oscar otto owen pablo pascal patrick paul pavel pedro pete peter philip philippe phil "
    "pierre piotr rafael rahul ralph ramon raul ravi raymond rene ricardo richard rick rob "
    "robert roberto rodrigo roger roland roman ron ronald rory ross roy rudolf rudy ruslan "
    "russell ryan salvador sam samuel santiago scott sean sebastian serge sergei sergey "
    "sergio seth shane simon stan stanley stefan stephen steve steven stuart sven taylor ted "
    "terry theodore thomas tim timothy toby todd tom tomas tommy tony travis trevor victor "
    "viktor vincent vitaly vladimir vyacheslav walter warren wayne wilhelm will william "
    "wolfgang xavier yevgeny yuri yusuf zachary".split()
)
FEMALE_NAMES = frozenset(
    "abigail adriana agnes aisha alexandra alice alicia alison amanda amelia amy ana "
    "anastasia andrea angela angelina anita ann anna anne annette annie antonia barbara "
    "beatrice beatriz bella bernadette beth betsy betty bianca brenda bridget camila carla "
    "carmen carol carolina caroline carolyn catherine cecilia celia charlotte chelsea "
    "christina christine claire clara claudia condoleezza cristina cynthia daniela deborah "
    "debbie denise diana diane dolores donna dora doris dorothy ekaterina elena eleanor "
    "eleonora elisa elisabeth elizabeth ella ellen elsa emily emma erica erika esther eva eve "
    "fatima fiona florence frances gabriela gail georgia gertrude gina gloria grace greta "
    "hannah heather heidi helen helena helene hillary hilda ida ines ingrid irena irene irina "
    "iris isabel isabella ivana jacqueline jane janet janice jasmine jennifer jenny jessica "
    "jill joan joanna jocelyn judith julia juliana julie karen karin karla kate katherine "
    "kathleen kathryn kathy katja kayleigh kellyanne kirsten kristina lara laura lauren layla "
    "leila lena leticia lilian liliana linda lisa liz loretta lorraine louise lucia lucy "
    "luisa lydia madeleine magdalena margaret margarita maria mariam mariana marie marina "
    "marta martha mary matilda maureen megan melania melissa mercedes michelle mila miriam "
    "molly monica nadia nancy naomi natalia natalie natasha nicola nicole nina nora olga "
    "olivia pamela patricia paula pauline penelope petra phyllis rachel rebecca regina renata "
    "rita roberta rosa rose rosemary ruth samantha sandra sara sarah sharon sheila shirley "
    "silvia simone sofia sonia sophia sophie stella stephanie sue susan susana susanne "
    "suzanne svetlana sylvia tamara tanya tatiana teresa theresa tina ursula valentina "
    "valeria vanessa vera veronica victoria violet virginia wendy yelena yolanda yulia yvonne "
    "zoe".split()
)

# The head noun of an organisation's name.
ORGANISATION_HEADS = frozenset(
    "ministry embassy consulate department agency office bureau commission committee council "
    "parliament congress senate house assembly court tribunal police army navy military force "
    "forces guard government administration cabinet party union association federation league "
    "alliance coalition front movement group company corporation corp inc ltd plc gmbh co "
    "bank fund foundation institute university college school hospital church club team "
    "service authority board organisation organization network channel television radio times "
    "post journal herald tribune guardian gazette news press secretariat directorate "
    "inspectorate airline airlines railways motors oil energy industries holdings partners "
    "fire brigade watchdog regulator exchange staff secretariat kremlin pentagon treasury palace mission "
    "delegation".split()
)

# What an organisation is called before its name: 'the mining company Vask Ore'.
ORGANISATION_NOUNS = frozenset(
    "company firm agency newspaper magazine broadcaster station channel network website charity "
    "party bank airline carrier maker manufacturer group organisation organization watchdog union "
    "club retailer supermarket startup contractor operator publisher tabloid daily weekly".split()
)

# The head noun of a place's name.
PLACE_HEADS = frozenset(
    "dam river lake reservoir weir canal bridge tunnel island islands peninsula bay gulf strait sea "
    "ocean harbour harbor port airport airstrip airfield mount mountain mountains hill hills valley "
    "desert forest plateau volcano glacier beach coast street avenue boulevard road highway lane "
    "square park stadium arena theatre theater tower cathedral mosque temple monastery castle fort "
    "prison jail cemetery village town city county province district region territory".split()
)

# What a state or a city has, as the head of a name ('Norland's Supreme Court').
STATE_HEADS = frozenset(
    "ministry government parliament assembly senate congress army navy military police court "
    "embassy cabinet service agency department commission council committee authority treasury".split()
)

# Whose council or party it is, and no owner: 'People's Congress'.
MEMBERS = frozenset("people men women children veterans workers farmers teachers students".split())

# What the name of a body ends in that is no short form's long form: the Vask Port Authority is not Vask.
BODY_HEADS = frozenset(
    "authority commission ministry department police university council government court committee "
    "assembly parliament army navy embassy consulate administration agency bureau office board "
    "force forces guard service bulletin alliance awards prize reporter times post herald "
    "institute foundation forum fund college "
    "tribune journal news daily airport school hospital exchange marathon summit".split()
)

# News agencies and outlets whose names a small parser often takes for people or places.
MEDIA_NAMES = frozenset(
    "reuters afp ap upi tass sputnik interfax xinhua kyodo yonhap ani pti dpa efe ansa "
    "anadolu bbc cnn nbc cbs abc fox msnbc npr pbs itv bloomberg politico axios vox slate "
    "salon buzzfeed breitbart newsmax telesur rt aljazeera haaretz spiegel bild welt monde "
    "figaro libération pais mundo corriere repubblica wikinews twitter facebook youtube "
    "telegram".split()
)

# Endings of Russian patronymics of women; those of men are surnames as well (Abramovich).
NAME_PATRONYMIC = ("ovna", "evna", "ichna")

COMPANY = frozenset("inc incorporated ltd limited llc plc corp corporation co company ag gmbh sa group".split())  # fmt: skip

# Words that many organisations are called by for short, so that alone they are nobody's in particular.
GENERIC = frozenset(
    "police university college school department ministry council court group company times news "
    "bank board party committee commission congress parliament".split()
)

NAME_PARTICLES = frozenset(
    "de del della di da dos van von der den la le al el bin ibn abu ben st ter zu af av".split()
)

CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday "
    "friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split()
)

# What makes the name of a people, or an adjective, of the name of a place.
DEMONYM_ENDINGS = ("n", "an", "ian", "ean", "ese", "ish")

LOCATIVES = frozenset("in at near inside outside across throughout".split())

# What only a state or a city has: 'Norland's parliament', 'Norland's capital'.
STATE_NOUNS = frozenset(
    "ministry parliament government capital president army navy minister ambassador embassy "
    "constitution border coast coastguard economy central military police population premier "
    "king queen cabinet foreign prime defence defense energy interior finance".split()
)

# Pronouns that a parser may take for names where they open a sentence.
PRONOUNS = frozenset("theirs ours yours mine hers his its".split())
