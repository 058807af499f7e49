"""The colour of what a cell shows in place of words: a coloured sign, or a drawn dot or square.

A rating is often given so, where others fill the whole cell.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from extract.page import Fill, is_coloured
from extract.text.words import Line

SIGN = frozenset({"So", "Sm", "Co", "Po"})
"""Kinds of characters, by Unicode, that a disc may be; fonts of signs have numbers of their own."""
PLAIN = "\u2000"
"""Characters before this one are on every keyboard, as full stops are."""
LARGEST = 40.0
"""Points; no shape that stands in a cell for a rating is larger."""


def colour_of_signs(
    box: tuple[float, float, float, float], lines: Sequence[Line], shapes: Iterable[Fill]
) -> str:
    """The one colour of the signs and shapes in a cell without words, or ''. `box` is in points."""
    words = [word for line in lines for word in line.words]
    if not all(_is_sign(word.text) for word in words):
        return ""
    colours = {word.colour for word in words} | {s.colour for s in shapes if _is_in(s, box)}
    coloured = {colour for colour in colours if is_coloured(colour)}
    return coloured.pop() if len(coloured) == 1 else ""


def _is_sign(text: str) -> bool:
    return all(c > PLAIN and unicodedata.category(c) in SIGN for c in text)


def _is_in(shape: Fill, box: tuple[float, float, float, float]) -> bool:
    """Whether a shape is small and stands in a box, not under it."""
    x0, top, x1, bottom = box
    small = max(shape.x1 - shape.x0, shape.bottom - shape.top) <= LARGEST
    inside = x0 < shape.x0 and shape.x1 < x1 and top < shape.top and shape.bottom < bottom
    return small and inside
