"""What is odd about the print of a cell itself: words struck out, printed over others, or cut off.

Each is kept as printed and said aloud; which words the writer meant is for a person to judge.
"""

import bisect
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.page import Rule
from extract.records import DoubtKind
from extract.text.words import Line, Word

MIDDLE = (0.15, 0.42)
"""Ems above the baseline between which a line goes through small letters, and is no underline."""
OVER = 0.5
"""Ems of a word that lie under the next one where one is printed over the other."""
RIGHT = "the right edge of the page cuts the text"
LEFT = "the left edge of the page cuts the text"
LEFT_EDGE = 3.0
"""Points; text nearer to the left edge has been cut there."""
EDGE = 0.6
"""Ems; text that comes so near to the edge of the paper has gone over it."""


CLOSE = 0.12
"""Ems; words of a line stand no further apart than this."""


class Oddity(NamedTuple):
    """What is odd about a cell, and the words that it is about."""

    kind: DoubtKind
    message: str
    printed: str


def strokes_of(rules: Sequence[Rule], edges: Collection[float]) -> list[Rule]:
    """The rules across that are no edges of rows, from the top down."""
    level = [r for r in rules if r.top == r.bottom]
    taken = sorted(edges)
    free = [r for r in level if not _has_near(taken, r.top)]
    return sorted(free, key=lambda r: r.top)


def _has_near(values: Sequence[float], at: float) -> bool:
    place = bisect.bisect_left(values, at - 1)
    return place < len(values) and values[place] <= at + 1


def oddities_of(lines: Sequence[Line], strokes: Sequence[Rule], width: float) -> Iterator[Oddity]:
    """What is odd about the lines of a cell on a page of this width, in points."""
    words = [word for line in lines for word in line.words] if strokes else []
    if struck := [word.text for word in words if is_struck(word, strokes)]:
        yield Oddity("overlapping_text", "words are struck out", " ".join(struck))
    if over := [text for line in lines for text in _overprinted(line)]:
        yield Oddity("overlapping_text", "words are printed over each other", " ".join(over))
    if cut := [ln.text for ln in lines if ln.x1 > width - EDGE * ln.size]:
        yield Oddity("cell_cut_by_page_edge", RIGHT, " | ".join(cut))
    if cut := [ln.text for ln in lines if ln.x0 < min(EDGE * ln.size, LEFT_EDGE)]:
        yield Oddity("cell_cut_by_page_edge", LEFT, " | ".join(cut))


def beyond_seam(left: Sequence[Oddity], right: Sequence[Oddity]) -> tuple[Oddity, ...]:
    """What is odd about a cell put together from two sheets: where these meet, it is whole."""
    return (
        *(odd for odd in left if odd.message != RIGHT),
        *(odd for odd in right if odd.message != LEFT),
    )


def close_columns(columns: Mapping[int, Sequence[Line]]) -> frozenset[int]:
    """The columns whose lines come as near to those of the next one as words do."""
    close = set()
    for at, lines in columns.items():
        if lines and columns.get(at + 1):
            end, size = max((line.x1, line.size) for line in lines)
            if min(line.x0 for line in columns[at + 1]) - end < CLOSE * size:
                close.add(at)
    return frozenset(close)


def is_struck(word: Word, strokes: Sequence[Rule]) -> bool:
    """Whether a line is drawn through the middle of a word."""
    if word.turn != 0 or not strokes:
        return False
    low, high = (word.baseline - share * word.size for share in MIDDLE)
    first = bisect.bisect_left(strokes, high, key=lambda r: r.top)
    for rule in strokes[first:]:
        if rule.top > low:
            return False
        if rule.x0 <= word.x0 + 0.5 * word.size and rule.x1 >= word.x1 - 0.5 * word.size:
            return True
    return False


def _overprinted(line: Line) -> Iterator[str]:
    """The words of a line that another one is printed over."""
    for before, after in zip(line.words, line.words[1:], strict=False):
        if after.x0 < before.x1 - OVER * before.size and before.text != after.text:
            yield f"{before.text} {after.text}"
