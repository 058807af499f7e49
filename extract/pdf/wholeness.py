"""Whether what a stream holds is what was once written into it.

Deflated data ends with a sign and a checksum, so any change shows. Where nothing is packed, it is
read as commands to print: those that do not exist were not written by any program.
"""

import re
import zlib
from collections.abc import Iterator, Sequence

from extract.pdf.raw_streams import PICTURE_FILTERS
from extract.pdf.unpacking import Pieces, is_ascii_85, undone

CUT = "it cannot be unpacked to its end"
CHANGED = "it does not match its checksum"
NO_COMMANDS = "it holds what is no command to print"
UNKNOWN = "it is packed in an unknown way"
_FLATE = (b"FlateDecode", b"Fl")
_ASCII_85 = (b"ASCII85Decode", b"A85")
_PIECE = 1024 * 1024

_INSIDE = rb"[^()\\]++|\\."
_ENDS = rb"(?=[\x00\s()<>\[\]{}/%]|\Z)"
_OPERATORS = (
    rb"[bB]\*?|BDC|BMC|BT|BX|cm?|cs|CS|d[01]?|Do|DP|EMC|ET|EX|f\*?|F|gs?|G|[hijJkKlmMnqQ]|MP|re"
    rb"|rg|RG|ri|scn?|SCN?|sh|[sS]|T[cdDfjJLmrswz*]|[vwy]|W\*?|true|false|null"
)
_COMMANDS = re.compile(
    rb"(?:[\x00\s]++"
    rb"|[-+.\d]++" + _ENDS + rb"|(?:" + _OPERATORS + rb")" + _ENDS + rb"|['\"\[\]]"
    rb"|\((?:" + _INSIDE + rb"|\((?:" + _INSIDE + rb"|\((?:" + _INSIDE + rb")*+\))*+\))*+\)"
    rb"|<<|>>|<[0-9A-Fa-f\s]*+>"
    rb"|/[^\x00\s()<>\[\]{}/%]*+"
    rb"|%[^\r\n]*+"
    rb"|BI\s.*?\sEI" + _ENDS + rb")*+",
    re.DOTALL,
)


def fault_of(filters: Sequence[bytes] | None, packed: bytes, *, commands: bool = False) -> str:
    """What is wrong with a stream, or nothing; `commands` says that it is to print a page.

    It must have been weighed before, for all of it may be unpacked. Pictures are not looked into,
    and print nothing.
    """
    if filters is None:
        return UNKNOWN
    pieces: Pieces = [packed]
    for at, name in enumerate(filters):
        if name in PICTURE_FILTERS:
            return UNKNOWN if commands else ""
        if name in _FLATE:
            fault, rest = inflating_fault(pieces), set(filters[at + 1 :])
            if fault or rest <= PICTURE_FILTERS:
                return fault or (UNKNOWN if commands and rest else "")
        if name in _ASCII_85 and not is_ascii_85(pieces):
            return CUT
        pieces = list(undone(name, pieces))
    data = b"".join(pieces)
    return NO_COMMANDS if commands and not are_commands(data) else ""


def are_commands(data: bytes) -> bool:
    """Whether all of this is commands to print, with what they take."""
    found = _COMMANDS.match(data)
    return bool(found) and found.end() == len(data)  # type: ignore[union-attr] # checked before


def inflating_fault(pieces: Pieces) -> str:
    """What is wrong with deflated data. A checksum that is absent is no fault; a wrong one is."""
    data = b"".join(pieces)
    if len(data) < 2 or data[0] & 15 != 8 or (data[0] << 8 | data[1]) % 31 or data[1] & 32:
        return CUT
    inflater, checksum = zlib.decompressobj(-15), 1
    try:
        for piece in _inflated(inflater, memoryview(data)[2:]):
            checksum = zlib.adler32(piece, checksum)
    except zlib.error:
        return CUT
    if not inflater.eof:
        return CUT
    told = inflater.unused_data[:4]
    return CHANGED if len(told) == 4 and int.from_bytes(told, "big") != checksum else ""


def _inflated(inflater: "zlib._Decompress", data: bytes | memoryview) -> Iterator[bytes]:
    while not inflater.eof:
        piece = inflater.decompress(data, _PIECE)
        data = inflater.unconsumed_tail
        if not piece and not data:
            return
        yield piece
