"""Tables that stand beside each other on a page, and the headings above each of them."""

from collections.abc import Sequence
from itertools import pairwise

from extract.text.words import Line, lines_of

PageBox = tuple[float, float, float, float]
GAP = 1.5
"""Ems between the headings of two tables; words of one heading stand closer."""
ABOVE = 60.0
"""Points; a heading stands no further above its table."""
OUT = 6.0
"""Points that a heading may reach beyond its table."""


def edges_between(boxes: Sequence[PageBox]) -> list[float]:
    """Where tables that stand beside each other meet, from left to right."""
    beside = [(a, b) for a in boxes for b in boxes if are_beside(a, b)]
    return sorted({(a[2] + b[0]) / 2 for a, b in beside})


def are_beside(left: PageBox, right: PageBox) -> bool:
    """Whether a table stands left of another, at about the same height."""
    return left[2] <= right[0] and min(left[3], right[3]) - max(left[1], right[1]) > OUT


def parted_lines(lines: Sequence[Line], boxes: Sequence[PageBox]) -> list[Line]:
    """Lines, parted where the headings of two tables stand on one."""
    edges = edges_between(boxes)
    if not edges:
        return list(lines)
    parted: list[Line] = []
    for line in lines:
        cuts = [
            at
            for at, (a, b) in enumerate(pairwise(line.words), start=1)
            if b.x0 - a.x1 > GAP * line.size and any(a.x1 <= edge <= b.x0 for edge in edges)
        ]
        for start, end in pairwise([0, *cuts, len(line.words)]):
            parted += lines_of(line.words[start:end]) if cuts else [line]
    return parted


def reading_order(blocks: Sequence[PageBox], tables: Sequence[PageBox]) -> list[int]:
    """The order in which blocks of a page are read: a table with its headings before the next.

    `tables` are those blocks that are tables.
    """
    keys = []
    for at, box in enumerate(blocks):
        own = box if box in tables else _table_below(box, tables)
        if own is None or not any(are_beside(own, t) or are_beside(t, own) for t in tables):
            keys.append((box[1], 0.0, box[1], at))
            continue
        group = [t for t in tables if t == own or are_beside(own, t) or are_beside(t, own)]
        keys.append((min(t[1] for t in group) - ABOVE, own[0], box[1], at))
    return [key[-1] for key in sorted(keys)]


def _table_below(box: PageBox, tables: Sequence[PageBox]) -> PageBox | None:
    """The table that a heading stands right above, within its width."""
    below = [
        t
        for t in tables
        if 0 <= t[1] - box[1] <= ABOVE and t[0] - OUT <= box[0] and box[2] <= t[2] + OUT
    ]
    return min(below, key=lambda t: t[1], default=None)
