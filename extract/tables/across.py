"""What parts the rows of a table without closed cells: rules across it, or the edges of fills.

An outer frame around such a table is read like its rules: it closes no cell.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.page import Fill, PageContent
from extract.tables.rules import Span, edges_of, spans_of

WIDE = 0.4
"""Share of the page's width that the rules of such a table span."""
BACKGROUND = 0.6
"""Share of the page from which a fill is its ground and parts nothing."""
LEAST_CELL = 14.0
"""Points; a fill no higher lies behind words, not under a cell."""
LEAST_STACKED = 3
BESIDE = 4.0
"""Points; a fill's edge this near to a rule is drawn around the same line."""
DRAWN = 0.6
"""Share of a fill's edge from which rules drawn along it stand for it."""
Area = tuple[float, float, float, float]


class Region(NamedTuple):
    """The part of a page that a table takes, with what parts its rows."""

    x0: float
    x1: float
    rules: tuple[Span, ...]


def regions_of(content: PageContent, taken: Sequence[Area], *, fills: bool = False) -> list[Region]:
    """Wide rules of one extent, from top to bottom, outside of closed tables.

    With `fills`, the edges of filled boxes count as rules where no rule is drawn beside them.
    """
    across, _ = spans_of(r for r in content.rules if not r.vertical)
    if fills:
        across = sorted([*across, *_edges_beside(across, content)])
    free = [s for s in across if not any(_crosses(s, box) for box in taken)]
    wide = [s for s in free if s.end - s.start > WIDE * content.width]
    regions: list[list[Span]] = []
    for span in free if wide else []:
        home = next((r for r in regions if _shares_width(r, span)), None)
        if home is not None:
            home.append(span)
        elif span in wide:
            regions.append([span])
    return [
        Region(min(s.start for s in spans), max(s.end for s in spans), tuple(sorted(spans)))
        for spans in regions
        if len({round(s.at) for s in spans}) >= 2
    ]


def bounds_of(content: PageContent) -> list[float]:
    """Heights at which rules or fills part rows, even where they close no table."""
    across, _ = spans_of(r for r in content.rules if not r.vertical)
    edges = _edges_beside(across, content)
    wide = [s.at for s in (*across, *edges) if s.end - s.start > WIDE * content.width]
    return sorted([*wide, *_stacked(content)])


def _stacked(content: PageContent) -> list[float]:
    """The edges of filled cells that stand one under the other in one column, as ratings do."""
    columns: dict[tuple[int, int], list[Fill]] = {}
    for fill in content.fills:
        if fill.bottom - fill.top > LEAST_CELL and not is_ground(fill, content):
            columns.setdefault((round(fill.x0), round(fill.x1)), []).append(fill)
    return [
        edge
        for fills in columns.values()
        if len(fills) >= LEAST_STACKED
        for fill in fills
        for edge in (fill.top, fill.bottom)
    ]


def _edges_beside(rules: Sequence[Span], content: PageContent) -> list[Span]:
    """The edges of wide fills that no rule is drawn along; a shorter one gives them its height."""
    edges, _ = edges_of(f for f in content.fills if not is_ground(f, content))
    found = []
    for edge in edges:
        along = [r for r in rules if _is_beside(edge, r)]
        drawn = sum(r.covers(edge.start, edge.end) for r in along)
        if edge.end - edge.start > WIDE * content.width and drawn < DRAWN:
            found.append(edge._replace(at=along[0].at) if along else edge)
    return found


def _is_beside(edge: Span, rule: Span) -> bool:
    """Whether a rule is drawn along an edge, or goes on with it."""
    near = abs(rule.at - edge.at) < BESIDE
    return near and rule.end > edge.start - BESIDE and rule.start < edge.end + BESIDE


def is_ground(fill: Fill, content: PageContent) -> bool:
    """Whether a fill lies under most of the page."""
    area = (fill.x1 - fill.x0) * (fill.bottom - fill.top)
    return area > BACKGROUND * content.width * content.height


def _shares_width(spans: Sequence[Span], span: Span) -> bool:
    """Whether rules lie in one width: merged cells shorten some of them."""
    x0, x1 = min(s.start for s in spans), max(s.end for s in spans)
    shared = min(x1, span.end) - max(x0, span.start)
    shorter, longer = sorted((x1 - x0, span.end - span.start))
    # A key or a note above a plan is narrower than any of its rules that merged cells shorten,
    # while short rules between long ones part the last columns only.
    grows = span.end - span.start > x1 - x0
    return shared > 0.8 * shorter and (not grows or shorter > 0.55 * longer)


def _crosses(span: Span, box: Area) -> bool:
    return box[1] - 3 <= span.at <= box[3] + 3 and span.start < box[2] and span.end > box[0]
