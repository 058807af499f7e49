"""The streams of a file as its bytes show them: nothing that the file says of itself is believed.

A stream is whatever stands behind the word. What cannot be told in this way (a filter that is named
elsewhere, an encrypted file, an end that was cut off) is said, so that the objects can be asked.
"""

import re
from collections.abc import Iterator, Sequence
from mmap import mmap
from typing import NamedTuple

PICTURE_FILTERS = frozenset(b"DCTDecode DCT CCITTFaxDecode CCF JBIG2Decode JPXDecode".split())
TEXT_FILTERS = frozenset(
    b"FlateDecode Fl LZWDecode LZW RunLengthDecode RL ASCIIHexDecode AHx ASCII85Decode A85".split()
)
LZW_LATE = b"LZW, late"
"""LZW whose codes grow longer one code later than is usual."""
_KNOWN = PICTURE_FILTERS | TEXT_FILTERS | {LZW_LATE, b"Crypt"}
_WORDS = re.compile(rb"endstream|stream\r?\n")
_NUMBER = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+$")
_FILTERS = re.compile(rb"/Filter\s*(\[[^\]]{0,4000}\]|/\w+)")
_LATE = re.compile(rb"/EarlyChange\s+0\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,12})\b(?!\s+\d+\s+R)")
_SPARE = 3
"""Bytes that programs count to a stream or not: line ends."""
_NAME = re.compile(rb"/(\w+)")
_LONGEST_HEAD, _LONGEST_NUMBER = 8192, 32
_START = re.compile(rb"startxref\s+(\d{1,15})\b")
_TABLE = re.compile(rb"\s{0,9}(?:xref\b|\d{1,9}\s+\d{1,5}\s+obj\b)")


class Stream(NamedTuple):
    """A stream with what stands before it in its object; `number` is 0 where none is named.

    `filters` is None where they cannot be told. `torn` says that it is not as it was written: the
    word for its end is missing, or it is longer or shorter than it should be. `span` is where it
    stands in the file.
    """

    number: int
    head: bytes
    packed: bytes
    filters: tuple[bytes, ...] | None
    torn: bool
    span: tuple[int, int] = (0, 0)


def streams_in(data: mmap) -> Iterator[Stream]:
    """Give all streams of a file, also those of older versions of it."""
    start = -1
    for word in _WORDS.finditer(data):
        ends = word[0] == b"endstream"
        if start >= 0:
            yield _stream(data, start, word.start(), torn=not ends)
        elif ends:
            yield Stream(0, b"", b"", None, torn=True)  # its beginning was damaged
        start = -1 if ends else word.end()
    if start >= 0:
        yield _stream(data, start, len(data), torn=True)


def is_encrypted(data: mmap) -> bool:
    """Whether the file may be encrypted, so that its bytes say nothing of what streams hold."""
    return data.find(b"/Encrypt") >= 0


def is_torn(data: mmap) -> bool:
    """Whether the list of objects is not where the file says: something was cut out or put in.

    Or off: objects behind the last list are what is left of a newer version of the file.
    """
    last = data.rfind(b"startxref")
    if data.find(b" obj", max(last, data.rfind(b"%%EOF"), 0)) >= 0:
        return True
    start = _START.match(data[max(0, last) : max(0, last) + _LONGEST_NUMBER])
    if not start:
        return True
    begin, at = max(0, data.find(b"%PDF-", 0, 1024)), int(start[1])
    return not any(_TABLE.match(data[here : here + 64]) for here in {at, at + begin})


def _stream(data: mmap, start: int, end: int, *, torn: bool) -> Stream:
    begin = data.rfind(b"obj", max(0, start - _LONGEST_HEAD), start)
    named = _NUMBER.search(data[max(0, begin - _LONGEST_NUMBER) : max(0, begin)])
    if not named:
        return Stream(0, b"", data[start:end], None, torn, (start, end))
    head = data[begin:start]
    told = _LENGTH.search(head)
    torn = torn or (told is not None and abs(int(told[1]) - (end - start)) > _SPARE)
    return Stream(int(named[1]), head, data[start:end], _filters(head), torn, (start, end))


def _filters(head: bytes) -> tuple[bytes, ...] | None:
    found = _FILTERS.search(head)
    if b"#" in head or bool(found) != (b"/Filter" in head):
        return None
    names = _NAME.findall(found[1]) if found else []
    return known_filters(names, late=bool(_LATE.search(head)))


def known_filters(names: Sequence[bytes], *, late: bool) -> tuple[bytes, ...] | None:
    """The names of filters, with a name of ours for LZW that is late, or None if one is unknown."""
    named = tuple(LZW_LATE if late and name in (b"LZWDecode", b"LZW") else name for name in names)
    return named if _KNOWN.issuperset(named) else None
