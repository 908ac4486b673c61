"""What each line of a document is. `vocabulary` and `kinds` tell one line's kind by its own
features, `prose` finds where a text dump's article lies, `rows` which of its lines are lists and tables,
`gaps` what stands within the article and was left out, `endings` what closes the page rather than the
article, `label` puts the blocks together.

Cleaning selects and labels; it never rewrites: the blocks cover the whole text, junk included.
"""

from onrecord.intake.cleaning.label import Labelled, label

__all__ = ["Labelled", "label"]
