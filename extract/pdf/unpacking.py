"""Unpacks a stream piece by piece to see how much it holds, and stops where it is too much.

Nothing is kept but the piece at hand, so that the measuring itself is no danger. Filters of
pictures end the chain.
"""

import base64
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from extract.pdf.lzw import undo_lzw
from extract.pdf.raw_streams import LZW_LATE

_PIECE = 1024 * 1024
_MOST_AT_ONCE = 128 * 1024 * 1024
"""Of text that stands for bytes, which is read as a whole; a file may hold no more."""

Pieces = Iterable[bytes]


def most_unpacked(filters: Sequence[bytes], size: int) -> int:
    """How much so many bytes may unpack to at the very most, whatever they are."""
    for name in filters:
        size *= _LARGEST_GROWTH.get(name, 1)
    return size


def unpacks_to_more(filters: Sequence[bytes], packed: bytes, most: int) -> bool:
    """Whether the stream or what some filter makes of it, one after the other, is too much."""
    if len(packed) > most:
        return True
    pieces: Pieces = [packed]
    total = [0] * len(filters)
    for at, name in enumerate(filters):
        if name not in _UNPACKERS:
            break
        pieces = _counted(_UNPACKERS[name](pieces), total, at)
    return any(max(total, default=0) > most for _ in pieces)


def undone(name: bytes, pieces: Pieces) -> Pieces:
    """What a filter makes of data; of one that is not known here, the data itself."""
    return _UNPACKERS[name](pieces) if name in _UNPACKERS else pieces


def _counted(pieces: Pieces, total: list[int], at: int) -> Iterator[bytes]:
    for piece in pieces:
        total[at] += len(piece)
        yield piece


def _inflated(pieces: Pieces) -> Iterator[bytes]:
    inflater = zlib.decompressobj()
    try:
        for piece in pieces:
            while piece and not inflater.eof:
                yield inflater.decompress(piece, _PIECE)
                piece = inflater.unconsumed_tail
    except zlib.error:
        return  # what came before the fault is what a reader keeps, too


def _run_out(pieces: Pieces) -> Iterator[bytes]:
    """Undo run lengths: a number below 128 copies, one above it repeats, 128 ends."""
    packed, at, out = _whole(pieces), 0, bytearray()
    while at + 1 < len(packed) and packed[at] != 128:
        length = packed[at]
        if length < 128:
            out += packed[at + 1 : at + 2 + length]
            at += 2 + length
        else:
            out += packed[at + 1 : at + 2] * (257 - length)
            at += 2
        if len(out) > _PIECE:
            yield bytes(out)
            out.clear()
    yield bytes(out)


def _from_hex(pieces: Pieces) -> Iterator[bytes]:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", _whole(pieces).partition(b">")[0])
    yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def is_ascii_85(pieces: Pieces) -> bool:
    """Whether data is what it should be where text stands for bytes."""
    try:
        base64.a85decode(_whole(pieces).partition(b"~>")[0])
    except ValueError:
        return False
    return True


def _from_85(pieces: Pieces) -> Iterator[bytes]:
    try:
        yield base64.a85decode(_whole(pieces).partition(b"~>")[0])
    except ValueError:
        return


def _from_lzw(pieces: Pieces, *, early: bool) -> Iterator[bytes]:
    return undo_lzw(_whole(pieces), _PIECE, early=early)


def _whole(pieces: Pieces) -> bytes:
    return b"".join(islice(pieces, _MOST_AT_ONCE // _PIECE))


_UNPACKERS: dict[bytes, Callable[[Pieces], Iterator[bytes]]] = {
    b"FlateDecode": _inflated,
    b"LZWDecode": partial(_from_lzw, early=True),
    LZW_LATE: partial(_from_lzw, early=False),
    b"RunLengthDecode": _run_out,
    b"ASCIIHexDecode": _from_hex,
    b"ASCII85Decode": _from_85,
    b"Fl": _inflated,
    b"LZW": partial(_from_lzw, early=True),
    b"RL": _run_out,
    b"AHx": _from_hex,
    b"A85": _from_85,
}
_LARGEST_GROWTH = {
    b"FlateDecode": 1032,
    b"Fl": 1032,
    **dict.fromkeys((b"LZWDecode", b"LZW", LZW_LATE), 2560),
    b"RunLengthDecode": 64,
    b"RL": 64,
    b"ASCII85Decode": 4,
    b"A85": 4,
}
