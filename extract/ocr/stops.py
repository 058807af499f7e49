"""Stops that recognisers confuse, '.' with ',' and ':' with ';': told by whether they hang lower.

The tail of a comma hangs below the line that letters stand on; a full stop stands on it. In coarse
scans tails vanish, so what stands is a stop for sure only where the commas of its page hang.
"""

import re
from collections.abc import Sequence

import numpy as np

from extract.ocr.glyphs import ReadLine
from extract.ocr.lines import bands_of, extent_of
from extract.ocr.picture import INK, Pixels
from extract.page import ReadWord

ENDS = re.compile(r"[^\W_gjpqyQJ]+[.,:;]")
"""Words without letters that hang below the line themselves."""
TAILED = {".": ",", ":": ";"}
HANGS, STANDS = 0.08, 0.04
"""Share of the letters' height from which a stop hangs, and up to which it stands."""
CLEAR, ENOUGH = 0.1, 2
"""How far half the commas of a page hang if tails can be seen on it, and so many of them."""
LEAST = 10
"""Pixels that letters are high; of smaller ones nothing can be measured."""


def with_stops_seen(lines: Sequence[ReadLine], clean: Pixels, scale: float) -> list[ReadLine]:
    """The lines of a page, words with the stop that is printed; colons that are sure as settled."""
    words = [word for line in lines for word in line.words if ENDS.fullmatch(word.text)]
    measured = {word: _low(word, clean, scale) for word in words}
    low = {word: value for word, value in measured.items() if value is not None}
    tails = [value for word, value in low.items() if word.text[-1] in TAILED.values()]
    clear = len(tails) >= ENOUGH and float(np.median(tails)) >= CLEAR
    seen = {word: _seen(word, value, clear) for word, value in low.items()}
    return [
        line._replace(words=tuple(seen.get(word, word) for word in line.words)) for line in lines
    ]


def _seen(word: ReadWord, low: float, clear: bool) -> ReadWord:
    if low >= HANGS:
        stop = TAILED.get(word.text[-1], word.text[-1])
        return word._replace(text=word.text[:-1] + stop)
    return word._replace(settled=clear and low <= STANDS) if word.text[-1] == ":" else word


def _low(word: ReadWord, clean: Pixels, scale: float) -> float | None:
    """How far what stands at the end reaches below the letters, as a share of their height."""
    rows = slice(max(0, round(word.top * scale)), round(word.bottom * scale))
    ink = clean[rows, max(0, round(word.x0 * scale)) : round(word.x1 * scale)] < INK
    parts = bands_of(ink.any(axis=0))
    if len(parts) < 2:
        return None
    stop = extent_of(ink[:, parts[-1].start : parts[-1].end].any(axis=1))
    letters = extent_of(ink[:, : parts[-1].start].any(axis=1))
    if not stop or not letters or letters.end - letters.start < LEAST:
        return None
    if parts[-1].end - parts[-1].start > 0.5 * (letters.end - letters.start):
        return None  # the last letter touches it
    return (stop.end - letters.end) / (letters.end - letters.start)
