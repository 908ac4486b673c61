"""The `.record` file: SQLite with everything that was read, and what was linked out of it.

In go raw bytes, articles, readings and parses (one transaction a batch), then what holds across
articles; out come the nouns of `onrecord.model`, streamed in the order of their ids. Ids are
hashes of content, so the same input makes the same rows whatever the order, the number of
processes or the interruptions on the way.
"""

from onrecord.record.statements import statements_of
from onrecord.record.store import Record

__all__ = ["Record", "statements_of"]
