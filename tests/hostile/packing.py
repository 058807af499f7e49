"""Packs data by LZW, as nobody else does any more, so that undoing it can be tried."""

from collections.abc import Iterable, Iterator

CLEAR, END = 256, 257
_FULL = 4096


def lzw(data: bytes, *, early: bool = True) -> bytes:
    """Pack data."""
    return _bits(_codes(data), early)


def lzw_zeroes(rounds: int) -> bytes:
    """Pack seven million zeroes so many times over."""
    codes = [CLEAR, 0, *range(258, _FULL)] * rounds
    return _bits([*codes, END], early=True)


def _codes(data: bytes) -> Iterator[int]:
    yield CLEAR
    table = {bytes((byte,)): byte for byte in range(256)}
    held = b""
    for at in range(len(data)):
        longer = held + data[at : at + 1]
        if longer in table:
            held = longer
            continue
        yield table[held]
        table[longer] = len(table) + 2
        held = longer[-1:]
        if len(table) + 2 == _FULL - 1:
            yield table[held]
            yield CLEAR
            table, held = {bytes((byte,)): byte for byte in range(256)}, b""
    if held:
        yield table[held]
    yield END


def _bits(codes: Iterable[int], early: bool) -> bytes:
    """Write codes with as many bits as whoever reads them expects."""
    bits, held, width, known = 0, 0, 9, 258
    out = bytearray()
    for code in codes:
        bits, held = bits << width | code, held + width
        while held >= 8:
            held -= 8
            out.append(bits >> held)
            bits &= (1 << held) - 1
        known = 257 if code == CLEAR else min(known + 1, _FULL)
        width = 9 if code == CLEAR else min(12, max(9, (known + early).bit_length()))
    return bytes(out + bytes(((bits << (8 - held)) & 255,))) if held else bytes(out)
