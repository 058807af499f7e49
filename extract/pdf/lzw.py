"""Undoes LZW, as old files are packed with it, piece by piece."""

from collections.abc import Iterator

CLEAR, END = 256, 257
_MOST_CODES, _LONGEST_CODE = 4096, 12


def undo_lzw(packed: bytes, piece: int, *, early: bool = True) -> Iterator[bytes]:
    """Give what was packed, in pieces of some size or a little more.

    Codes have 9 to 12 bits and grow when the table is full, by custom one code early. What cannot
    be read ends it, as it does for a reader.
    """
    table: list[bytes] = _fresh()
    before, bits, held, width = b"", 0, 0, 9
    out = bytearray()
    for byte in packed:
        bits, held = bits << 8 | byte, held + 8
        if held < width:
            continue
        held -= width
        code, bits = bits >> held, bits & ((1 << held) - 1)
        if code == CLEAR:
            table, before, width = _fresh(), b"", 9
            continue
        if code == END or code > len(table) or (code == len(table) and not before):
            break
        entry = table[code] if code < len(table) else before + before[:1]
        out += entry
        if before and len(table) < _MOST_CODES:
            table.append(before + entry[:1])
        before = entry
        if len(table) + early >= 1 << width and width < _LONGEST_CODE:
            width += 1
        if len(out) >= piece:
            yield bytes(out)
            out.clear()
    yield bytes(out)


def _fresh() -> list[bytes]:
    return [*(bytes((byte,)) for byte in range(256)), b"", b""]
