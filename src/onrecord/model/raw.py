"""One document as it was found, before anything was understood of it."""

from __future__ import annotations

import hashlib

import msgspec


class RawDocument(msgspec.Struct, frozen=True):
    """Bytes and where they came from.

    `path` is the file as the user named it; `key` is unique within a run: the path, or
    `path#member` for a document inside a container (a WARC record's URL, a JSONL row's id).
    `media_type` is what the content was recognised as: `text/html`, `text/plain` or
    `application/x-onrecord-row` (one JSON object of a JSONL file).
    `captured` is when the bytes were fetched, if the container says so (ISO 8601); it is
    never evidence of publication by itself. `given` holds what the container states about
    the article (`title`, `outlet`, `published`, `url`, `byline`, `language`).
    """

    path: str
    key: str
    data: bytes
    media_type: str
    url: str | None = None
    captured: str | None = None
    given: dict[str, str] = {}

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()
