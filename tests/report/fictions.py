"""Two records of fiction: a small one with everything odd in it, and one as large as wanted."""

from __future__ import annotations

import random
from datetime import date, timedelta

from onrecord.model import (
    Claim,
    Dispute,
    Echo,
    Identity,
    IdentityMention,
    LostAttribution,
    Problem,
    RoleHeld,
    Side,
    Span,
    Statement,
)

from .desk import Desk, short

HOSTILE = '</script><img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'


def odd_desk() -> Desk:
    """Four articles with a denial, a reprint, nesting, hostile text, and astral characters."""
    desk = Desk()
    first = desk.publish(
        "harbour.txt",
        [
            ("clock", "07:45 GMT 04 August 2020"),
            ("headline", "Harbour of Sel closed"),
            (
                "body",
                "😀 𐐷 Mayor Ada Brandt said the harbour of Sel was closed on Monday. “Nobody is left "
                "on the quay,” she told the Corvo Courier.",
            ),
            (
                "body",
                "According to the port office, the pilot Ivo Renn said that the light had failed.",
            ),
            ("related", "Ten quays to see before you drown"),
        ],
        "2021-03-02",
        title="Harbour of Sel closed",
        outlet="Corvo Courier",
        url="https://corvo.example/a",
    )
    second = desk.publish(
        "denial.txt",
        [
            (
                "body",
                "The governor, Tomas Eik, denied that the harbour of Sel was closed. He would not "
                "comment on the light.",
            ),
        ],
        "2021-03-05",
        title="Governor speaks",
        outlet="The Eastern Post",
        url="javascript:alert(1)",
    )
    desk.publish(
        "reprint.txt",
        [
            ("body", "The harbour of Sel was closed on Monday."),
        ],
        "2021-03-03",
        title="Sel shut",
        outlet="Sel Today",
    )
    fourth = desk.publish(
        "hostile.txt",
        [
            (
                "body",
                f"A clerk said {HOSTILE} was written on the wall, and that \u202egnorw\u202c was too.",
            ),
        ],
        None,
        title=HOSTILE,
        outlet="<b>Bold</b>",
    )
    ada = Identity(
        short("ada"),
        "Ada Brandt",
        "person",
        ("Brandt", "Ade 'Bren' $t"),
        ("Mayor",),
        (IdentityMention(first.id, Span(10, 20)), IdentityMention(second.id, Span(0, 3))),
        (
            "Ada Brandt = Brandt: judged the same by Mo on 2021-04-01",
            "Ada Brandt = Ade 'Bren' $t: spellings of one name",
            "Brandt is read as place in 1 article(s): the majority decides",
        ),
        (RoleHeld("Mayor", "2021-03-02", "2021-03-02", "2021-03-05", (first.id,)),),
    )
    desk.identity_rows.append(ada)
    claim_id, dispute_id = short("claim"), short("dispute")
    closed = desk.say(
        first,
        "Mayor Ada Brandt",
        "said",
        "the harbour of Sel was closed on Monday",
        speaker="Ada Brandt",
        speaker_identity=ada.id,
        claim=claim_id,
        said_on="2021-03-01",
        days=("2021-03-01", "2021-03-01"),
    )
    desk.say(
        first,
        "she",
        "told",
        "“Nobody is left on the quay,”",
        quoted=("“Nobody is left on the quay,”",),
        kind="direct",
        addressee="Corvo Courier",
        speaker="Ada Brandt",
        speaker_identity=ada.id,
    )
    outer = desk.say(
        first,
        "the port office",
        "According to",
        "the pilot Ivo Renn said that the light had failed",
        source_type="organisation",
        days=("2021-02-20", "2021-02-28"),
        said_on="2021-W08",
    )
    desk.say(
        first,
        "the pilot Ivo Renn",
        "said",
        "that the light had failed",
        speaker="Ivo Renn",
        parent=outer.id,
        after="According",
        days=(None, "2021-03-02"),
    )
    denial = desk.say(
        second,
        "The governor, Tomas Eik,",
        "denied",
        "that the harbour of Sel was closed",
        speaker="Tomas Eik",
        stance="deny",
        claim=claim_id,
    )
    desk.say(
        second, "He", "would not comment", "on the light", speaker="Tomas Eik", stance="decline"
    )
    desk.say(
        fourth,
        "A clerk",
        "said",
        f"{HOSTILE} was written on the wall",
        "that \u202egnorw\u202c was too",
        source_type="unnamed",
        speaker="a clerk",
        days=(None, None),
    )
    desk.claim_rows.append(
        Claim(
            claim_id,
            "the harbour of Sel was closed",
            (closed.id, denial.id),
            (closed.id,),
            (denial.id,),
            (first.id, second.id),
            ((first.id,), (second.id,)),
            2,
        )
    )
    desk.dispute_rows.append(
        Dispute(
            dispute_id,
            claim_id,
            "denial",
            (
                Side("assert", (closed.id,), (first.id,), "2021-03-01"),
                Side("deny", (denial.id,), (second.id,), "2021-03-05"),
            ),
            (first.id, second.id),
        )
    )
    reprint = desk.article_rows[2]
    desk.echo_rows.append(
        Echo(
            short("echo"),
            reprint.id,
            first.id,
            (Span(0, 39),),
            (Span(0, 39),),
            "reprint",
            0.92,
            "copied_from",
            lost_attribution=(LostAttribution(Span(0, 39), closed.id, Span(0, 39)),),
        )
    )
    desk.happen(
        "closed",
        desk.tell(first, "closed", by=closed, after="harbour of Sel was"),
        desk.tell(reprint, "closed", dated="stated"),
        desk.tell(second, "closed", by=denial, factuality="denied"),
        earliest="2021-03-01",
        latest="2021-03-01",
    )
    desk.problem_rows.append(Problem("page.bin", "page.bin", "not_text", f"Not a text {HOSTILE}"))
    return desk


PEOPLE = [
    "Ada Brandt",
    "Tomas Eik",
    "Ivo Renn",
    "Lena Marsh",
    "Port Authority of Sel",
    "Noor Vahid",
    "Harbour Union",
    "Edda Quist",
    "Paul Aranda",
    "the eastern ministry",
    "Sunna Holt",
]
THINGS = [
    "the ferry would sail before winter",
    "the pier had been inspected twice",
    "forty tonnes of salt were missing from the store",
    "nobody had asked the pilots",
    "the treaty on the strait stood as written and would be kept in every part of it",
    "the light on the northern mole failed in the storm",
    "the crews had been paid",
]
CUES = {
    "assert": "said",
    "deny": "denied",
    "demand": "demanded",
    "promise": "promised",
    "accuse": "alleged",
    "question": "asked whether",
    "decline": "would not say whether",
    "predict": "expected",
    "threaten": "warned",
    "agree": "agreed",
    "praise": "welcomed that",
}


def large_desk(articles: int, a_piece: int, days: int = 120, seed: int = 7) -> Desk:
    """`articles` articles of `a_piece` statements each, spread over `days` days."""
    rng, desk = random.Random(seed), Desk()
    by_thing: dict[str, list[Statement]] = {}
    people = PEOPLE + [f"Witness {n}" for n in range(articles // 4)]
    for number in range(articles):
        day = date(2022, 1, 10) + timedelta(days=int(rng.triangular(0, days, days / 3)))
        lines, made = [], []
        for _ in range(a_piece):
            who = people[min(int(rng.expovariate(0.25)), len(people) - 1)]
            stance = rng.choices(list(CUES), [20, 5, 3, 3, 3, 2, 2, 3, 2, 3, 2])[0]
            thing = rng.choice(THINGS)
            lines.append(
                (
                    "body",
                    f"{who} {CUES[stance]} {thing}, a matter {rng.randrange(10**6)} still open.",
                )
            )
            made.append((who, stance, thing, lines[-1][1]))
        title = f"{rng.choice(['Strait', 'Harbour', 'Salt', 'Ferry'])} dispute, day {number}"
        article = desk.publish(
            f"news/{number:04}.txt",
            [("headline", title), *lines],
            day.isoformat(),
            title=title,
            outlet=f"{rng.choice(['Corvo', 'Sel', 'Vask'])} {rng.choice(['Post', 'Courier', 'Times'])}",
        )
        for who, stance, thing, line in made:
            said = day - timedelta(days=rng.choice([0, 0, 0, 1, 1, 2, 5]))
            span = rng.choice([0] * 8 + [3, 14])
            bounds = (said.isoformat(), (said + timedelta(days=span)).isoformat())
            statement = desk.say(
                article,
                who,
                CUES[stance],
                thing,
                stance=stance,
                after=line,
                days=bounds if rng.random() > 0.03 else (None, None),
                source_type="person" if who[0].isupper() else "organisation",
            )
            by_thing.setdefault(thing, []).append(statement)
    for thing, statements in by_thing.items():
        deny = [s for s in statements if s.attribution.stance == "deny"]
        support = [s for s in statements if s.attribution.stance in ("assert", "agree")]
        if not deny or not support:
            continue
        claim = short("claim", thing)
        pages = tuple(dict.fromkeys(s.article for s in [*support, *deny]))
        desk.claim_rows.append(
            Claim(
                claim,
                thing,
                tuple(s.id for s in [*support, *deny]),
                tuple(s.id for s in support),
                tuple(s.id for s in deny),
                pages,
                tuple((page,) for page in pages),
                len(pages),
            )
        )
        desk.dispute_rows.append(
            Dispute(
                short("dispute", thing),
                claim,
                "denial",
                tuple(
                    Side(
                        name,
                        tuple(s.id for s in side),
                        tuple({s.article: 1 for s in side}),
                        min(s.said_earliest or "9" for s in side),
                    )
                    for name, side in (("assert", support), ("deny", deny))
                ),
                pages,
            )
        )
    return desk
