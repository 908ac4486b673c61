"""Files in, Articles out.

`find` walks the given paths, decides by content what each file is, opens containers, and gives
one `RawDocument` a document, or a `Problem` in its place; it is cheap and belongs in the main
process. `understand` turns one `RawDocument` into an `Article`: decode, lay out, label the
blocks, date, credit; it is heavy, pure, and belongs in workers. `plain` makes an `Article` of a
text that somebody else has cleaned, and keeps it exactly. `article_id` names an article before
it is understood, so that known ones can be skipped.

One module a format in `formats/`; what the blocks are is decided in `cleaning/`, when it was
published in `dating/`, whose work it is in `credits.py`. The parts that need heavy libraries
import them on use, so that importing this package is quick.
"""

from onrecord.intake.find import find
from onrecord.intake.ids import article_id
from onrecord.intake.plain import plain
from onrecord.intake.understand import understand

#: The version of the cleaning: a change of it means that articles are understood anew.
INTAKE_VERSION = "4"

__all__ = ["INTAKE_VERSION", "article_id", "find", "plain", "understand"]
