"""The trained reader of attribution relations: one passage in, relations with confidence out.

A small encoder (MiniLM-L6, int8) reads the passage; for each cue it may hold, a second graph says of every
word of the paragraph whether it is the cue's source, its content, or neither, so that spans and
links are one decision. Trained by `training/attribution` on PolNeAR; weights and card in `weights/attribution`.

`words` → `pieces` → `windows` → `graphs` → `candidates` (which calls `decode`) → `reader`.
"""

from onrecord.reading.relations.reader import RELATIONS_VERSION, RelationReader

__all__ = ["RELATIONS_VERSION", "RelationReader"]
