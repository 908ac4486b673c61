"""The lexicon of cues: which verbs and nouns report, where their content stands, what they do.

A frame says where the content of a verb stands:

    clause   a that-clause, a bare or parenthetical clause, an indirect question, a quotation
    object   a noun phrase: 'denied the report', 'condemned the raid'
    own      an infinitive whose subject is the source: 'vowed to return', 'declined to comment'
    other    an addressee and an infinitive: 'urged the council to act'
    for      'called for talks', 'asked for time'
    of       'warned of floods', 'complained about delays', 'accused her of theft'
    as       'described the plan as weak'
    at       'put the number at 400'
    naming   'called it a lie'
    against  'railed against the plan', 'lashed out at the press'
    quote    nothing but a quotation: 'smiled', 'continued', 'began'

One verb may do different things in different frames ('asked whether' questions, 'asked for'
demands), so the stance belongs to the pair of verb and frame. The classes follow Levin (1993),
chapters 33 and 37, regrouped by what the speaker does.
"""

from __future__ import annotations

from onrecord.model import Act, Stance

Frames = dict[str, Stance]

_SPEECH: list[tuple[Stance, str, str]] = [
    ("assert", "clause", """
        say state add note tell remark observe report explain stress emphasize emphasise underline
        underscore highlight assert claim maintain contend argue insist declare announce write
        tweet post testify recall relate recount mention reveal disclose indicate suggest imply
        inform notify brief reply respond answer comment repeat reiterate clarify specify
        elaborate boast joke quip lament reckon estimate affirm hint signal confide retort
        counter rejoin interject volunteer whisper shout yell exclaim mutter intone blog
        retweet text email opine muse postulate posit attest summarise summarize preach
        show find conclude determine establish demonstrate confirm prove stipulate certify
        tout advertise convey advise point recap surmise theorize speculate read
        swear"""),
    ("assert", "object", """
        claim announce report reveal disclose outline detail express voice reaffirm
        proclaim repeat reiterate explain confirm describe mention defend
        emphasize emphasise stress underline underscore highlight declare state tout convey
        reference recount relate"""),
    ("assert", "own", "claim profess purport report"),
    ("assert", "as", """
        describe characterize characterise portray depict cast paint frame cite refer"""),
    ("assert", "naming", "call label brand dub term declare proclaim"),
    ("assert", "quote", """
        continue begin conclude finish smile laugh sigh smirk nod shrug scream cry chant sing sneer
        scoff snap fume rage crow gush enthuse deadpan interrupt start open close quote describe
        characterize refer ramble"""),
    ("assert", "of", "boast hint speak talk joke brag"),
    ("agree", "clause", """
        agree accept acknowledge admit concede confess concur recognise recognize grant"""),
    ("agree", "object", "acknowledge admit concede confess accept"),
    ("promise", "own", "promise pledge vow swear guarantee undertake offer"),
    ("promise", "clause", "promise pledge vow guarantee assure reassure undertake"),
    ("promise", "object", "promise pledge guarantee"),
    ("deny", "clause", "deny refute rebut dispute disagree protest object contradict"),
    ("deny", "object", """
        deny refute rebut reject dismiss repudiate contradict disavow dispute disclaim debunk
        disown"""),
    ("deny", "as", "dismiss reject"),
    ("decline", "own", "decline refuse"),
    ("demand", "clause", """
        demand request urge recommend propose suggest advocate insist order command
        instruct beg implore plead"""),
    ("demand", "other", """
        ask tell request urge order command instruct direct advise exhort encourage recommend
        warn press beg implore beseech invite call counsel caution petition challenge
        pressure"""),
    ("demand", "own", "demand ask propose plead"),
    ("demand", "object", """
        demand request propose recommend suggest advocate urge"""),
    ("demand", "for", "call ask appeal press push plead petition campaign lobby"),
    ("question", "clause", "ask wonder inquire enquire query question press quiz grill"),
    ("question", "object", "question query"),
    ("threaten", "own clause object", "threaten"),
    ("predict", "clause", "predict forecast foresee prophesy project anticipate warn caution"),
    ("predict", "object", "predict forecast foresee"),
    ("predict", "own", "forecast project"),
    ("predict", "of", "warn caution"),
    ("assert", "at", "put estimate place"),
    ("accuse", "of", "accuse complain"),
    ("accuse", "for", "blame criticize criticise condemn"),
    ("accuse", "clause", "complain charge grumble gripe accuse allege fault lament bemoan"),
    ("accuse", "object", """
        denounce condemn criticize criticise blast slam decry deplore deride ridicule mock rebuke
        scold berate chide lambaste excoriate castigate assail blame fault belittle disparage
        impugn admonish denigrate malign lament bemoan attack pan savage skewer pillory upbraid
        reprimand lambast vilify"""),
    ("accuse", "as", "denounce condemn criticize criticise deride blast slam attack ridicule"),
    ("praise", "object", """
        praise commend laud applaud hail welcome congratulate thank salute extol compliment
        """),
    ("accuse", "against", "rail inveigh rage fulminate protest"),
    ("assert", "clause object", "apologise apologize hypothesize hypothesise recite"),
    ("assert", "for", "apologise apologize"),
    ("praise", "as", "praise hail welcome laud tout salute"),
    ("praise", "for", "praise thank commend congratulate"),
]  # fmt: skip

# Verbs that report only with their particle.
_PHRASAL: list[tuple[Stance, str, str]] = [
    ("deny", "object own", "rule-out"),
    ("deny", "object", "turn-down brush-off wave-away laugh-off shrug-off play-down"),
    ("accuse", "object for", "call-out"),
    ("accuse", "object", "tell-off dress-down"),
    ("accuse", "against", "lash-out hit-out speak-out fire-back hit-back"),
    ("deny", "against", "push-back"),
    ("agree", "object clause", "own-up"),
    ("assert", "clause", "point-out make-clear spell-out make-plain"),
    ("assert", "object", "spell-out set-out"),
]

_ATTITUDE: list[tuple[Stance, str, str]] = [
    ("assert", "clause", """
        believe think feel consider suspect know assume suppose guess imagine fear worry doubt
        understand see realize realise regret"""),
    ("predict", "clause own", "expect hope"),
    ("promise", "own", "plan intend aim want wish prefer"),
    ("praise", "object", "support endorse back favor favour"),
    ("deny", "object", "oppose"),
    ("demand", "clause other", "require"),
]  # fmt: skip


def _table(rows: list[tuple[Stance, str, str]]) -> dict[str, Frames]:
    found: dict[str, Frames] = {}
    for stance, frames, words in rows:
        for word in words.split():
            for frame in frames.split():
                found.setdefault(word, {}).setdefault(frame, stance)
    return found


SPEECH = _table(_SPEECH)
PHRASAL = _table(_PHRASAL)
ATTITUDE = _table(_ATTITUDE)

_NOUNS: list[tuple[Stance, str]] = [
    ("assert", """
        claim statement report assertion announcement comment remark suggestion argument
        contention insistence testimony rumor rumour revelation declaration admission explanation
        finding notion confirmation characterization characterisation
        description acknowledgment acknowledgement"""),
    ("accuse", "accusation allegation charge complaint criticism condemnation"),
    ("deny", "denial rejection dismissal refutation"),
    ("demand", "demand call request appeal order plea proposal recommendation ultimatum"),
    ("promise", "promise pledge vow offer assurance guarantee"),
    ("threaten", "threat"),
    ("predict", "prediction forecast warning projection"),
    ("decline", "refusal"),
]  # fmt: skip
NOUNS: dict[str, Stance] = {word: stance for stance, words in _NOUNS for word in words.split()}

# Where something is said: 'in a statement', 'at a rally', 'during the programme'.
SETTINGS = frozenset(
    "statement interview conference briefing speech address call conversation letter tweet "
    "post message program programme broadcast video email e-mail report article column memo "
    "meeting session hearing debate testimony remark rally ceremony forum summit podcast show "
    "blog filing note appearance press comment release book editorial essay op-ed".split()
)

AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})

# Verbs that only lead up to another: 'went on to say', 'continued to insist', 'sought to deny'.
RAISING = frozenset("go continue try seem appear come begin start seek hasten".split())


# 'reminded himself', 'called itself': nobody else is spoken to or of.
REFLEXIVES = frozenset(["himself", "herself", "themselves", "itself", "myself", "ourselves"])


def lookup(lemma: str, particle: str | None = None) -> tuple[Act, Frames] | None:
    """What the lexicon knows of a verb, with its particle first, speech before attitude."""
    if particle is not None and f"{lemma}-{particle}" in PHRASAL:
        return "speech", PHRASAL[f"{lemma}-{particle}"]
    if lemma in SPEECH:
        return "speech", SPEECH[lemma]
    if lemma in ATTITUDE:
        return "attitude", ATTITUDE[lemma]
    return None
