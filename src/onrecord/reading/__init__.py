"""Article in, Reading out.

The heavy part (`parse`) sees one passage at a time; everything else is cheap, looks at the whole
article, and is pure: the same article and parses give the same reading on any machine.
"""

from onrecord.reading.parse import Parser, passage_key
from onrecord.reading.read import LAYERS, READING_VERSION, read

__all__ = ["LAYERS", "READING_VERSION", "Parser", "passage_key", "read"]
