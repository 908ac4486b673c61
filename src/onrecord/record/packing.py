"""Nouns to bytes and back: msgpack, then zlib."""

from __future__ import annotations

import zlib
from typing import TypeVar

import msgspec

Noun = TypeVar("Noun")

_encoder = msgspec.msgpack.Encoder()
_decoders: dict[object, msgspec.msgpack.Decoder[object]] = {}


def pack(noun: object) -> bytes:
    return zlib.compress(_encoder.encode(noun))


def unpack(data: bytes, noun: type[Noun]) -> Noun:
    """What `pack` was given. Raises `msgspec.ValidationError` when it was no `noun`."""
    decoder = _decoders.get(noun)
    if decoder is None:
        decoder = _decoders[noun] = msgspec.msgpack.Decoder(noun)
    return decoder.decode(zlib.decompress(data))  # type: ignore[return-value]  # one decoder a type
