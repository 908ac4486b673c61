"""Nouns that name events, by hand: what each does with its 'of' phrase, and which need a hint.

After the event nominals of ISO-TimeML and of NomBank: a noun names an event where it is what somebody did
or what befell somebody, not what came of it ('building') or where it was done.
"""

from __future__ import annotations

from typing import Literal

Of = Literal["actor", "recipient"]

# 'the arrest of the mayor', 'the mayor's arrest': the one named is whom it befell.
_BEFALLS = """
abduction abolition abuse acquisition acquittal adoption aid alteration ambush amputation annexation
appointment approval arraignment arrest arson assassination assault assessment auction autopsy ban
beating beheading birth bombardment bombing breach burglary burial burning cancelation cancellation
capture censorship closing closure collection completion condemnation confinement confirmation
confiscation conquest consecration construction containment conversion conviction coronation
crackdown creation cremation criticism crucifixion cutting decapitation deforestation delivery
demolition denial denunciation deployment deportation destruction detention detonation development
discharge disclosure discovery dismissal dispatch disposal disqualification disruption dissolution
distribution downing drafting elimination endorsement enforcement enlargement eradication erection
evacuation eviction examination exclusion execution exhumation exoneration expansion exploitation
expropriation expulsion extension extermination extradition firing forgery funding funeral hacking
handover hanging harassment hijacking hiring hospitalisation hospitalization humiliation impeachment
implementation imposition imprisonment inauguration incarceration indictment induction infection
injury inspection installation interception interrogation interruption intimidation introduction
invasion investigation jailing kidnapping killing launch launching liberation lifting looting
lynching manslaughter manufacture massacre mistreatment mobilisation mobilization molestation murder
mutilation nationalisation nationalization nomination occupation opening ouster overhaul overthrow
pardon persecution poaching poisoning postponement privatisation privatization probe proclamation
procurement production promotion prosecution publication punishment purchase purge raid
ransacking rape ratification recall reconstruction recount recovery redesign reduction reform
refurbishment rejection relaunch release relocation removal renewal renovation repair repatriation
repeal replacement repression rescue restoration restructuring resumption revision robbery sabotage
sacking sale seizure sentencing shelling shipment shooting shutdown siege signing slaughter slaying
smuggling spill stabbing stoning storming strangling subsidy suppression surveillance suspension
takeover termination testing theft torture transfer transplant treatment trial unveiling upgrade
vaccination vandalism verdict withdrawal wounding
""".split()

# 'the arrival of two planes', 'the minister's resignation': the one named is who does it.
_DOES = """
abdication abstention accident accusation action advance aftershock aggression agreement air-raid
airstrike announcement apology appeal appearance argument arrival attack attempt attendance
avalanche backlash battle blackmail blackout blast blaze blizzard blockade bloodshed bombing boycott
brawl breakdown breakout breakup briefing broadcast burst bust call campaign capitulation capsizing
cease-fire ceasefire celebration ceremony championship chase clampdown clash collapse collision
combat comeback commemoration commitment competition complaint compromise concert concession
conference confession conflict confrontation consultation contest conversation cooperation countdown
coup cover-up crackdown crash crime crossing cut cyberattack cyclone deal death debate debut
decision declaration decline defeat defection defence defense delay demand demise demonstration
departure derailment descent desertion dialogue disappearance disaster discussion dispute divorce
downfall drop drought drowning earthquake election embargo emergence emission encounter engagement
epidemic eruption escalation escape exchange exercise exit exodus exploration explosion failure fall
famine fatality feud fight fighting fire firefight firing flight flood flooding foray forecast fraud
game gathering genocide gunfight gunfire hearing heart-attack heatwave heist hit homicide hostility
hurricane impact incident increase incursion infiltration inflow influx inquest inquiry insurgency
insurrection intervention interview intrusion involvement jailbreak journey kiss landfall landing
landslide lawsuit layoff lockdown loss makeover maneuver manoeuvre march marriage match mediation
meeting meltdown merger migration mission movement mudslide mutiny negotiation offensive
offer operation outage outbreak outburst pandemic parade participation patrol payment performance
pilgrimage piracy playoff plea pledge plunge pogrom poll prayer premiere presentation procession
promise protest pullout quake quarrel quarterfinal race rally rampage reaction rebellion rebound
recession recognition reconciliation referendum refusal rehearsal reign relapse request resignation
resistance response retaliation retirement retreat return reunion revenge revolt revolution riot
rioting rise rollout row ruling rupture sanction scandal scuffle semifinal seminar session setback
settlement shake-up shootout showdown sighting sit-in skirmish slowdown slump speech spinoff sprain
spree sprint stampede stand-off standoff stop-over strike stroke struggle suicide summit support
surge surprise surrender swap sweep take-off takeoff talk teardown testimony threat tornado
touchdown tour tournament tragedy transition travel treatment tremor tribute trip truce tsunami
turmoil turnaround turnout typhoon unrest upheaval uprising uproar usage veto victory vigil
violation violence visit vote voyage walkout war warning wedding wildfire win workshop wreck
""".split()

# Names of things and institutions as often as of events: only with somebody who does it or whom it
# befalls ('the council's report'), with a day, or as what was held, launched or happened.
_DOUBTFUL = """
campaign step measure arrangement assembly auction bid call charge claim collection comment damage defence defense
delivery demand development distribution drill drive effort engagement exchange exercise exhibition
expedition experiment extension fall forecast funding hit impact initiative intervention
introduction investment involvement issue kick loan match mission move movement occupation
opening order play plot poll presentation production project promise proposal publication report
ride sanction search sentence series service session settlement show statement study support
surprise survey test transition travel usage use work
""".split()

OF: dict[str, Of] = {
    **dict.fromkeys(_DOUBTFUL, "actor"),
    **dict.fromkeys(_DOES, "actor"),
    **dict.fromkeys(_BEFALLS, "recipient"),
}
DOUBTFUL = frozenset(_DOUBTFUL)
