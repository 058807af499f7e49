"""Which grids a page holds: those that lines close, and for the rest the reading that fits best.

Lines that cross close cells, and nothing competes with them. What they leave open can be read by
the rules across it, by the edges of its fills, or by its text alone. The choice is made here, by
the evidence for each.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from extract.page import Fill, PageContent
from extract.tables.across import WIDE, is_ground
from extract.tables.aligned import aligned_grids, unruled_grids
from extract.tables.evidence import Evidence, evidence_of, is_headed, known_headings, texts_of
from extract.tables.grid import Grid, grid_of, row_without_ends
from extract.tables.gutters import gutters_of
from extract.tables.mending import whole
from extract.tables.rules import edges_of, networks, spans_of
from extract.tables.shading import with_shaded_rows
from extract.text.words import Word, lines_of

Reading = Literal["ruled", "filled", "horizontal_rules", "unruled"]
"""The evidence that a table's cells rest on."""
LEAST_FILLED = 2
"""Rows of filled boxes that could still be part of a table whose other rows have no fill."""
MARGIN = 1.15
"""How much more must speak for a reading than for one by surer signs."""
A_ROW = 0.05
"""Share of a page's words that a row holds at least."""
MOST_HOLLOW = 3
"""Columns; a grid with more parts its text itself."""

SAME = 4.0
"""Points within which column edges on two pages are the same."""


class Chosen(NamedTuple):
    """A grid, what its cells rest on, and where readings competed what spoke for this one."""

    grid: Grid
    reading: Reading
    evidence: Evidence | None = None


def grids_of(content: PageContent, words: Sequence[Word], learned: Sequence[float]) -> list[Chosen]:
    """The grids of a page; `learned` are column edges read without rules on the page before."""
    ruled = ruled_grids(content, words)
    hollow = [g for g in ruled if is_hollow(g, words, content.width)]
    closed = [Chosen(g, "ruled") for g in ruled if g not in hollow]
    if not hollow and any(is_headed(c.grid, words) for c in closed):
        return closed + _by_lines(content, words, closed, learned)
    free = [w for w in words if not any(_holds(c.grid, w) for c in closed)]
    best: list[Chosen] = []
    most = 0.0
    for reading in _readings(content, words, closed, learned):
        evidence = evidence_of([c.grid for c in reading], free)
        sure = evidence.headings or _goes_on(reading, learned)
        margin = MARGIN if best and not _keeps_more(evidence, best) else 1
        if sure and evidence.score > margin * most:
            best, most = [c._replace(evidence=evidence) for c in reading], evidence.score
    if not best:
        best = _by_lines(content, words, [*closed, *(Chosen(g, "ruled") for g in hollow)], learned)
    read = [c.grid for c in best]
    left = [Chosen(g, "ruled") for g in hollow if not any(_overlap(g, o) for o in read)]
    return [*closed, *left, *best]


def _keeps_more(evidence: Evidence, best: Sequence[Chosen]) -> bool:
    """Whether a reading loses none of the headings, and holds a row that the other leaves out."""
    other = best[0].evidence
    return (
        other is not None
        and evidence.headings >= other.headings
        and evidence.kept > other.kept + A_ROW
    )


def _goes_on(reading: Sequence[Chosen], learned: Sequence[float]) -> bool:
    """Whether a reading has the columns of the page before."""
    first = reading[0].grid.xs if reading else ()
    same = len(first) == len(learned) and bool(first)
    return same and all(abs(x - o) < SAME for x, o in zip(first, learned, strict=True))


def _readings(
    content: PageContent, words: Sequence[Word], closed: Sequence[Chosen], learned: Sequence[float]
) -> list[list[Chosen]]:
    """What may be read outside of closed grids, by the surest signs first."""
    taken = [c.grid for c in closed]
    by_fills = aligned_grids(content, words, taken, learned, fills=True)
    by_text = unruled_grids(content, words, taken, learned)
    return [
        _by_lines(content, words, closed, learned),
        [Chosen(g, "horizontal_rules") for g in by_fills],
        [Chosen(g, "unruled") for g in by_text],
    ]


def _by_lines(
    content: PageContent, words: Sequence[Word], closed: Sequence[Chosen], learned: Sequence[float]
) -> list[Chosen]:
    """Rules across, else fills that draw cells, else the text where nothing has columns."""
    taken = [c.grid for c in closed]
    found = [Chosen(g, "horizontal_rules") for g in aligned_grids(content, words, taken, learned)]
    filled = filled_grids(content, [*taken, *(c.grid for c in found)])
    filled = [g for g in filled if not is_hollow(g, words, content.width)]
    # A heading band and one coloured row are filled boxes as well, where rows are coloured in turn.
    found += [Chosen(g, "filled") for g in filled if g.rows > LEAST_FILLED]
    small = [Chosen(g, "filled") for g in filled if g.rows <= LEAST_FILLED]
    grids = [*taken, *(c.grid for c in found)]
    loose: list[Grid] = []
    if not any(g.columns > 2 for g in grids):
        loose = unruled_grids(content, words, grids, learned)
    return found + ([Chosen(g, "unruled") for g in loose] or small)


def is_hollow(grid: Grid, words: Sequence[Word], width: float) -> bool:
    """Whether a grid only frames a table: one of its few columns holds several of text."""
    x0, top, x1, bottom = grid.box
    if grid.columns > MOST_HOLLOW or x1 - x0 < WIDE * width:
        return False
    if known_headings(grid, texts_of(grid, words)):
        return False
    inside = [w for w in words if top < w.middle[1] < bottom]
    for left, right in zip(grid.xs, grid.xs[1:], strict=False):
        lines = lines_of(w for w in inside if left - 1 <= w.middle[0] <= right + 1)
        if right - left > WIDE * width / 2 and len(gutters_of(lines, left, right)) > MOST_HOLLOW:
            return True
    return False


def ruled_grids(content: PageContent, words: Sequence[Word]) -> list[Grid]:
    """The grids that rules draw."""
    across, down = spans_of(content.rules)
    drawn = whole(networks(across, down), words)
    found = [with_shaded_rows(n, content.fills) for n in drawn]
    grids = _outermost([g for n in found if (g := grid_of(n))])
    torn = row_without_ends(across, down) if not grids else None
    return [torn] if torn else grids


def filled_grids(content: PageContent, grids: Sequence[Grid]) -> list[Grid]:
    """The grids that filled boxes draw where no other table is."""
    free = [
        f
        for f in content.fills
        if not any(_inside(f, g) for g in grids) and not is_ground(f, content)
    ]
    found = [g for n in networks(*edges_of(free)) if (g := grid_of(n))]
    return _outermost([g for g in found if g.columns > 1 and g.rows > 1])


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Grids without those that stand inside another, such as a boxed word in a cell."""
    out: list[Grid] = []
    for grid in sorted(grids, key=lambda g: -_area(g.box)):
        x, y = (grid.box[0] + grid.box[2]) / 2, (grid.box[1] + grid.box[3]) / 2
        inside = any(
            o.box[0] <= x <= o.box[2] and o.box[1] <= y <= o.box[3] and o.columns > 1 for o in out
        )
        if not inside:
            out.append(grid)
    return out


def _holds(grid: Grid, word: Word) -> bool:
    x, y = word.middle
    x0, top, x1, bottom = grid.box
    return x0 - 2 <= x <= x1 + 2 and top - 1 <= y <= bottom + 1


def _overlap(grid: Grid, other: Grid) -> bool:
    """Whether two grids share some of the page."""
    a, b = grid.box, other.box
    return min(a[2], b[2]) - max(a[0], b[0]) > 3 and min(a[3], b[3]) - max(a[1], b[1]) > 3


def _inside(fill: Fill, grid: Grid) -> bool:
    x, y = (fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2
    x0, top, x1, bottom = grid.box
    return x0 - 2 <= x <= x1 + 2 and top - 2 <= y <= bottom + 2


def _area(box: Sequence[float] | Fill) -> float:
    return float((box[2] - box[0]) * (box[3] - box[1]))
