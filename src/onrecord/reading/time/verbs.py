"""Words by which a clause points backwards or ahead, whatever its tense seems to say."""

from __future__ import annotations

WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "would", "may", "might", "must", "should"})
# 'could come Wednesday', but 'could not be reached Wednesday'.
NONE = frozenset("not n't n’t never neither nor no none nobody few little".split())
# Before a clause in the present tense, which then lies ahead: 'if they do not vote Wednesday'.
CONDITIONS = frozenset("if unless until till once when before after".split())
# What begins and ends as planned, in whatever clause: 'the talks, which resume Friday'.
TIMETABLES = frozenset("start begin open resume expire end close enter air".split())
# Verbs whose infinitive lies ahead of them: 'plans to fly', 'is due to expire'.
AHEAD = frozenset(
    "plan expect intend schedule aim hope promise pledge vow threaten set slate want due likely agree "
    "propose seek prepare need go ask urge wait order call require force continue".split()
)
# Verbs of arranging, whose dates lie ahead whatever their own tense: 'was scheduled for Tuesday'.
ARRANGE = frozenset(["schedule", "reschedule", "slate", "plan", "expect"])
# Verbs that move a date, with the new one behind 'to' or 'until': 'adjourned Friday' is over.
MOVE = frozenset(["postpone", "delay", "extend", "adjourn", "put", "move"])
# Participles that say by themselves that a thing lies ahead: 'talks set for Monday'.
FIXED = frozenset(["set", "schedule", "slate", "expect", "plan", "due"])
# Verbs whose present tense dates nothing ahead: states, and the historic present of telling.
# With them 'fell', 'found', 'saw' and 'rose', pasts that a parser takes for presents.
STATES = frozenset(
    "be have say tell show know report date remain feel seem want fell found saw rose".split()
)
# Pasts that look like presents, which a parser may take for them.
UNCHANGED = frozenset(
    "beat bet bid burst cast cost cut hit hurt let put quit set shed shut slit split spread thrust upset".split()
)
# What is held on a day that was set for it, and what one does with it.
OCCASIONS = frozenset(
    "meeting gathering summit game match vote election referendum primary hearing rally debate "
    "session trial ceremony inauguration concert race event conference talk deadline celebration".split()
)
HELD = frozenset("attend hold host skip boycott miss watch join address win open chair".split())
# Adjectives of things that lie ahead: 'the planned visit in September'.
COMING = frozenset("planned scheduled slated upcoming forthcoming".split())
# What stands before a day by which something must be done: with no past tense it lies ahead.
DEADLINES = (
    ("until",),
    ("till",),
    ("by",),
    ("as", "soon", "as"),
    ("as", "early", "as"),
    ("no", "later", "than"),
)
HAVE = frozenset("have has 've ’ve".split())
# Helpers of the present progressive, which with a day lies ahead: 'is airing it Wednesday'.
NOW = frozenset("am is are 'm 's 're ’m ’s ’re".split())
