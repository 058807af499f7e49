"""Capitals that recognisers read for small letters of one shape, O, S, C and their like: measured.

They guess the case of such letters and write 'what was Offered by Staff'. In the picture a capital
is as high as the tall letters of its word, and higher than the others.
"""

import re
from collections.abc import Sequence

from extract.ocr.glyphs import ReadLine
from extract.ocr.lines import bands_of, extent_of
from extract.ocr.picture import INK, Pixels
from extract.page import ReadWord

SAME_SHAPE = re.compile(r"[COSVWXZ][a-z]{2,}[.,;:)]*")
"""Words whose first letter is of one shape in both cases; single letters cannot be compared."""
TALL = frozenset("bdfhijkl")
LEAST = 8
"""Pixels that letters are high; of smaller ones nothing can be measured."""
BELOW_TALL, BELOW_T, BELOW_LOW = 0.18, 0.1, -0.1
"""How far a small letter's top is below that of tall ones, a 't' or small ones: of their height."""
MOST = 0.34
"""The same from which something else stands above the others."""
CLEAR = 0.08
"""How much less than that it is below the others if it is a capital for sure."""


def with_case_seen(lines: Sequence[ReadLine], clean: Pixels, scale: float) -> list[ReadLine]:
    """The lines of a page, words with a small first letter where it is printed so."""
    return [
        line._replace(words=tuple(_seen(word, clean, scale) for word in line.words))
        for line in lines
    ]


def _seen(word: ReadWord, clean: Pixels, scale: float) -> ReadWord:
    if not SAME_SHAPE.fullmatch(word.text):
        return word
    rows = slice(max(0, round(word.top * scale)), round(word.bottom * scale))
    below = _below(clean[rows, max(0, round(word.x0 * scale)) : round(word.x1 * scale)] < INK)
    others = word.text[1:]
    tall = bool(TALL & set(others))
    least = BELOW_TALL if tall else BELOW_T if "t" in others else BELOW_LOW
    if below is None or not least <= below <= MOST:
        return word._replace(settled=below is not None and below < least - CLEAR)
    # What cuts off a capital, or dirt above small letters, looks the same where all are low.
    return word if least == BELOW_LOW else word._replace(text=word.text[0].lower() + others)


def _below(ink: Pixels) -> float | None:
    """How far the top of the first letter lies below that of the others, of their height."""
    letters = bands_of(ink.any(axis=0))
    if len(letters) < 2:
        return None
    first = letters[0]
    high = extent_of(ink[:, first.start : first.end].any(axis=1))
    if not high or first.end - first.start > 1.6 * (high.end - high.start):
        return None  # it touches the next
    others = extent_of(ink[: high.end, letters[1].start :].any(axis=1))
    if not others or high.end - others.start < LEAST:
        return None
    return (high.start - others.start) / (high.end - others.start)
