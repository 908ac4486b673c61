"""When an article was published: collect candidates with their evidence, weigh them, say how
sure. `dates` reads printed dates, `page` and `article` collect, `weigh` decides."""

from onrecord.intake.dating.weigh import Candidate, weigh

__all__ = ["Candidate", "weigh"]
