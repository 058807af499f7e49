"""Rules of a page, cleaned: collinear pieces joined, near-equal positions made equal.

Lengths and tolerances are points.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.page import Fill, Rule

SNAP = 2.0
"""Rules closer than this stand for the same line."""
JOIN = 3.5
"""Pieces of a line with a smaller gap between them are one line (also dots and dashes)."""
TOUCH = 4.0
"""A rule that ends this near another one meets it."""


class Span(NamedTuple):
    """A line at `at` from `start` to `end`; across the page or down it, as its list says."""

    at: float
    start: float
    end: float

    def covers(self, start: float, end: float) -> float:
        """Share of the stretch from start to end that lies on this line."""
        shared = min(self.end, end) - max(self.start, start)
        return max(0.0, shared) / max(end - start, 0.1)


class Network(NamedTuple):
    """Horizontal and vertical lines that belong together."""

    across: tuple[Span, ...]
    down: tuple[Span, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """(x0, top, x1, bottom) around all lines."""
        xs = [s.at for s in self.down] + [v for s in self.across for v in (s.start, s.end)]
        ys = [s.at for s in self.across] + [v for s in self.down for v in (s.start, s.end)]
        return min(xs), min(ys), max(xs), max(ys)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Collinear spans, joined where they meet; sorted by position."""
    out: list[Span] = []
    for group in clustered(sorted(spans), SNAP):
        at = sum(s.at * (s.end - s.start + 0.01) for s in group)
        at /= sum(s.end - s.start + 0.01 for s in group)
        start, end = None, 0.0
        for span in sorted(group, key=lambda s: s.start):
            if start is None:
                start, end = span.start, span.end
            elif span.start <= end + JOIN:
                end = max(end, span.end)
            else:
                out.append(Span(at, start, end))
                start, end = span.start, span.end
        if start is not None:
            out.append(Span(at, start, end))
    return out


def clustered(spans: Sequence[Span], tolerance: float) -> list[list[Span]]:
    """Sorted spans in groups whose positions lie within the tolerance of the group's first."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and span.at - groups[-1][0].at <= tolerance:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def spans_of(rules: Iterable[Rule]) -> tuple[list[Span], list[Span]]:
    """The rules as joined lines across and down."""
    across, down = [], []
    for rule in rules:
        if rule.vertical:
            down.append(Span(rule.x0, rule.top, rule.bottom))
        else:
            across.append(Span(rule.top, rule.x0, rule.x1))
    return joined(across), joined(down)


def edges_of(fills: Iterable[Fill]) -> tuple[list[Span], list[Span]]:
    """The borders of filled boxes as lines across and down."""
    across, down = [], []
    for x0, top, x1, bottom, _ in fills:
        across += [Span(top, x0, x1), Span(bottom, x0, x1)]
        down += [Span(x0, top, bottom), Span(x1, top, bottom)]
    return joined(across), joined(down)


def networks(across: Sequence[Span], down: Sequence[Span]) -> list[Network]:
    """Lines that cross or meet, directly or through others, from top to bottom.

    Lines that meet none come out in networks of their own.
    """
    total = len(across) + len(down)
    parent = list(range(total))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, row in enumerate(across):
        for j, column in enumerate(down):
            if meets(row, column):
                parent[find(i)] = find(len(across) + j)
    members: dict[int, tuple[list[Span], list[Span]]] = {}
    for i, span in enumerate([*across, *down]):
        members.setdefault(find(i), ([], []))[i >= len(across)].append(span)
    found = [Network(tuple(a), tuple(d)) for a, d in members.values()]
    return sorted(found, key=lambda n: (n.box[1], n.box[0]))


def meets(row: Span, column: Span) -> bool:
    """Whether a line across and a line down cross or touch."""
    return (
        row.start - TOUCH <= column.at <= row.end + TOUCH
        and column.start - TOUCH <= row.at <= column.end + TOUCH
    )
