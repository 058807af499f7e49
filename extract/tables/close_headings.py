"""Headings no further apart than words are, parted where the texts below them are apart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.headings.reading import read_headings
from extract.tables.gutters import EDGE, best_edges, parts_of
from extract.text.words import Line, Word

KNOWN = 0.75
"""Score from which a wording counts as that of a heading."""
CLEAR = 0.5
"""Ems; white as wide as this parts texts of two columns."""
LEAST = 2
"""Texts on each side of it."""
LEAST_LEVEL = 3
"""Lines with words on both sides of a narrower white, behind which all begin at one edge."""
NARROWEST = 1.0
"""Points; white between columns is no narrower."""

Stretch = tuple[float, float]


class _Column(NamedTuple):
    """A column as read: where it begins and ends, its heading's words, the lines of its texts."""

    stretch: Stretch
    head: list[Word]
    lines: list[list[Word]]


def columns_under(
    head: Sequence[Line],
    lines: Sequence[Line],
    x0: float,
    x1: float,
    learned: Sequence[float] = (),
) -> list[float]:
    """Edges of columns from x0 to x1: by gutters, and between headings that stand close.

    `learned` are those of the page before; they hold where they part more and cut no word.
    """
    edges = best_edges(head, lines, x0, x1)
    if not head or len(edges) < 3:
        return edges
    body = [line for line in lines if line not in head]
    columns = [_column(head, body, stretch) for stretch in pairwise(edges)]
    more = [edge for column in columns for edge in _between_close(column)]
    if not more:
        more = [x for column in columns for x in _kept(column, learned)]
    return sorted([*edges, *more])


def _column(head: Sequence[Line], body: Sequence[Line], stretch: Stretch) -> _Column:
    a, b = stretch
    parts = ([w for w in line.words if a - 2 <= w.x0 < b - 2] for line in body)
    inside = [words for words in parts if words and all(w.x1 <= b for w in words)]
    headings = [w for line in head for w in line.words if a - 2 <= w.x0 < b - 2]
    return _Column(stretch, headings, inside)


def _between_close(column: _Column) -> list[float]:
    """The edge between two headings of one stack under which the texts stand apart, if any."""
    for gap in _gaps([(w.x0, w.x1) for w in column.head]):
        edge = _edge(gap, column)
        if edge is not None and _are_two(column.head, edge):
            return [edge]
    return []


def _gaps(spans: Sequence[Stretch]) -> Iterator[Stretch]:
    """The white between spans that no other one covers, from left to right."""
    reach: float | None = None
    for start, end in sorted(spans):
        if reach is not None and start > reach:
            yield reach, start
        reach = end if reach is None else max(reach, end)


def _edge(gap: Stretch, column: _Column) -> float | None:
    """An edge in a gap between headings below which white parts the column's texts."""
    texts = [part for line in column.lines for part in parts_of(line)]
    size = column.head[0].size
    for start, end in _gaps([(t[0].x0, t[-1].x1) for t in texts]):
        if end - start >= CLEAR * size and (edge := _shared(gap, (start, end))):
            sides = [t[0].x0 < edge for t in texts]
            return edge if min(sides.count(True), sides.count(False)) >= LEAST else None
    for start, end in _gaps([(w.x0, w.x1) for line in column.lines for w in line]):
        edge = _shared(gap, (start, end))
        if edge and end - start >= NARROWEST and _begin_at(end, gap[1], edge, column):
            return edge
    return None


def _shared(gap: Stretch, white: Stretch) -> float | None:
    """A place just before the end of what two stretches share, if they share any."""
    start, end = max(gap[0], white[0]), min(gap[1], white[1])
    return max((start + end) / 2, end - 0.5) if start < end else None


def _begin_at(left: float, heading: float, edge: float, column: _Column) -> bool:
    """Whether all texts behind an edge begin where their heading does, enough beside others."""
    firsts = [next((w.x0 for w in line if w.x0 >= edge), None) for line in column.lines]
    begun = all(abs(x - left) <= EDGE for x in firsts if x is not None)
    beside = sum(1 for x, line in zip(firsts, column.lines, strict=True) if x and line[0].x0 < edge)
    return begun and beside >= LEAST_LEVEL and abs(heading - left) <= EDGE


def _are_two(words: Sequence[Word], edge: float) -> bool:
    """Whether what stands on either side is a known heading, each of another column."""
    sides = [w for w in words if w.x0 < edge], [w for w in words if w.x0 >= edge]
    texts = [" ".join(w.text for w in sorted(s, key=lambda w: (w.baseline, w.x0))) for s in sides]
    readings = [read_headings([text])[0] for text in texts]
    fields = {r.field for r in readings if r.score >= KNOWN} - {"extra"}
    return len(fields) == len(sides)


def _kept(column: _Column, learned: Sequence[float]) -> list[float]:
    """The edges of the page before that part a column here as well, between two headings of it."""
    a, b = column.stretch
    if not learned or min(abs(a - x) for x in learned) >= EDGE:
        return []
    if min(abs(b - x) for x in learned) >= EDGE and b < learned[-1]:
        return []
    inside = [x for x in learned if a + EDGE < x < b - EDGE]
    words = [*column.head, *(w for line in column.lines for w in line)]
    cut = any(w.x0 < x - 0.5 and w.x1 > x + 0.5 for x in inside for w in words)
    return inside if not cut and all(_are_two(column.head, x) for x in inside) else []
