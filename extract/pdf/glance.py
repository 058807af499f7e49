"""What can be told of a page without asking for each of its letters."""

import re
from collections.abc import Sequence
from itertools import islice
from operator import sub

from extract.page import Prose
from extract.pdf.ink import Ink
from extract.pdf.letters import Letters
from extract.pdf.running_text import (
    MOST_OUTLINES,
    MOST_PICTURE,
    MOST_RULES,
    SeenLine,
    is_prose,
)

LINE = re.compile(r"[^\r\n\x02\ufffe]*\S")
GAP = re.compile(r"(?<=\S)[^\S\r\n]+(?=\S)")
SAMPLED = 16
"""Of so many lines, one is asked for the size of its type."""


def prose_on(letters: Letters, ink: Ink) -> Prose | None:
    """The lines of a page that is running text; None for any other page."""
    width, height = ink.view.width, ink.view.height
    plain = len(ink.rules) <= MOST_RULES and not ink.fills and ink.outlines <= MOST_OUTLINES
    if not plain or ink.image_area > MOST_PICTURE * width * height:
        return None
    lines = _lines_seen(letters)
    if not lines:
        return None
    size = _size_of_most(letters)
    if not is_prose(lines, width, height, size):
        return None
    return Prose(tuple(line.text for line in lines), size)


def _lines_seen(letters: Letters) -> list[SeenLine]:
    """Each line with its ends and the widest gap in it."""
    text = letters.text
    spans = [(m.end() - len(m.group().lstrip()), m.end()) for m in LINE.finditer(text)]
    starts, _ = letters.edges([start for start, _ in spans])
    _, ends = letters.edges([end - 1 for _, end in spans])
    gaps = _widest_gaps(letters, spans)
    return [
        SeenLine(text[start:end], x0, x1, letters.origin(start)[1], gap)
        for (start, end), x0, x1, gap in zip(spans, starts, ends, gaps, strict=True)
    ]


def _widest_gaps(letters: Letters, spans: Sequence[tuple[int, int]]) -> list[float]:
    """How wide the widest gap in each line is, but for that behind its first word."""
    gaps = [[m.span() for m in GAP.finditer(letters.text, *span)][1:] for span in spans]
    _, before = letters.edges([start - 1 for line in gaps for start, _ in line])
    after, _ = letters.edges([end for line in gaps for _, end in line])
    widths = map(sub, after, before)
    return [max(islice(widths, len(line)), default=0.0) for line in gaps]


def _size_of_most(letters: Letters) -> float:
    """Size of the type of most of some lines."""
    sizes: dict[float, int] = {}
    for match in list(LINE.finditer(letters.text))[::SAMPLED]:
        start = match.end() - len(match.group().lstrip())
        size = letters.style_at(start).size
        sizes[size] = sizes.get(size, 0) + len(match.group())
    return max(sizes, key=lambda size: sizes[size])
