"""Names: who and what is mentioned by name, and which mentions are one within the article.

The parser's entities come in; `mentions` mends them, `kinds` settles what they name, `identity`
chains them, `people` adds office and gender. Out come the reading's `Name`s, and for later layers the chains themselves.
"""

from onrecord.reading.names.identity import Chain, chains
from onrecord.reading.names.mentions import Mention, fold, mentions

__all__ = ["Chain", "Mention", "chains", "fold", "mentions"]
