"""Rules that are missing between two texts of a ruled table, put in where the texts show them.

A cell over several slots is mostly merged by its writer. Where a piece of a rule is only missing,
each text still begins where texts begin in its own slot: as far from the edge as everywhere else.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extract.tables.grid import Grid, GridCell
from extract.tables.rules import Network
from extract.text.words import Line, Word, lines_of

NEAR = 1.5
"""Points within which a text begins where others do."""
CLEAR = 0.7
"""Ems of white space at least between two texts; words of one stand closer."""
GAP = 1.3
"""Times the distance of two lines: no text goes on over a wider gap."""
FAR = 2.6
"""Ems from a line to the next that no paragraph leaves."""
FEW = 4
"""Cells of one slot that must show where texts begin."""
HABIT = 0.34
"""Share of a column's edges that may be open before its cells count as merged by habit."""


SHARED = 2
"""Heights that two parts of one table have in common at least."""
WIDE = 0.35
"""Share of both parts' width that may lie between them."""


class Margins(NamedTuple):
    """How far texts begin from the left edge of their cells, and first lines from the top."""

    left: float
    top: float


class Mended(NamedTuple):
    """A grid, and those of its cells that a rule put in parts from one above or below."""

    grid: Grid
    parted: frozenset[GridCell]


def mended(grid: Grid, words: Sequence[Word]) -> Mended:
    """A grid with the missing rules put in that its texts show."""
    wide = [c for c in grid.cells if c.last_column > c.column or c.last_row > c.row]
    if not wide or len(wide) == len(grid.cells):
        return Mended(grid, frozenset())
    level = [w for w in words if w.turn == 0]
    margins = _margins(grid, level)
    if margins is None:
        return Mended(grid, frozenset())
    cells: list[GridCell] = []
    parted: list[GridCell] = []
    for cell in grid.cells:
        parts = _parts(cell, grid, level, margins) if cell in wide else [cell]
        cells += parts
        # Where a text begins across a row is surer than where it ends down a column.
        parted += [p for p in parts if p.last_row - p.row < cell.last_row - cell.row]
    return Mended(grid._replace(cells=tuple(sorted(cells))), frozenset(parted))


def whole(networks: Sequence[Network], words: Sequence[Word]) -> list[Network]:
    """Networks of rules, those put together that are parts of one table beside each other.

    They lie over each other, or words stand in the column between them.
    """
    found: list[Network] = []
    for network in networks:
        at = next((i for i, o in enumerate(found) if _are_one(o, network, words)), None)
        if at is None:
            found.append(network)
        else:
            other = found[at]
            found[at] = Network(other.across + network.across, other.down + network.down)
    return found if len(found) == len(networks) else whole(found, words)


def _are_one(a: Network, b: Network, words: Sequence[Word]) -> bool:
    (ax0, atop, ax1, abottom), (bx0, btop, bx1, bbottom) = a.box, b.box
    top, bottom = max(atop, btop), min(abottom, bbottom)
    left, right = min(ax1, bx1), max(ax0, bx0)
    if bottom - top < GAP or right - left > WIDE * (max(ax1, bx1) - min(ax0, bx0)):
        return False
    if not (a.down and b.down and _shared(a, b) >= SHARED):
        return False
    return right < left - GAP or any(
        left < w.middle[0] < right and top < w.middle[1] < bottom for w in words
    )


def _shared(a: Network, b: Network) -> int:
    """How many heights both networks have lines at."""
    heights = {round(s.at) for s in a.across}
    near = {y + step for y in heights for step in (-1, 0, 1)}
    return len({round(s.at) for s in b.across} & near)


def _margins(grid: Grid, words: Sequence[Word]) -> Margins | None:
    """The margins that most cells of one slot have; None where they have none in common."""
    lefts, tops = [], []
    for cell in grid.cells:
        if cell.last_column > cell.column or cell.last_row > cell.row:
            continue
        inside = _inside(cell, words)
        if inside:
            lefts.append(min(w.x0 for w in inside) - cell.x0)
            tops.append(min(w.baseline - w.size for w in inside) - cell.top)
    if len(lefts) < FEW:
        return None
    left, top = median(lefts), median(tops)
    alike = sum(1 for x in lefts if abs(x - left) <= NEAR)
    return Margins(left, top) if 2 * alike > len(lefts) else None


def _inside(cell: GridCell, words: Sequence[Word]) -> list[Word]:
    return [
        w
        for w in words
        if cell.x0 - 1 <= (w.x0 + w.x1) / 2 <= cell.x1 + 1
        and cell.top <= w.middle[1] <= cell.bottom
    ]


def _parts(cell: GridCell, grid: Grid, words: Sequence[Word], margins: Margins) -> list[GridCell]:
    """A cell, or what it falls into where rules are missing across it and then down it."""
    inside = _inside(cell, words)
    if not inside:
        return [cell]
    across = list(_cut_down(cell, grid, inside, margins))
    return [
        part
        for piece in across
        for part in _cut_across(piece, grid, _inside(piece, inside), margins)
    ]


def _cut_down(
    cell: GridCell, grid: Grid, words: Sequence[Word], margins: Margins
) -> Iterator[GridCell]:
    """The parts of a cell between the edges of columns that part its texts."""
    edges = [
        at
        for at in range(cell.column + 1, cell.last_column + 1)
        if _parts_texts(grid.xs[at], words, margins)
    ]
    for first, last in pairwise([cell.column, *edges, cell.last_column + 1]):
        yield cell._replace(column=first, last_column=last - 1, x0=grid.xs[first], x1=grid.xs[last])


def _parts_texts(edge: float, words: Sequence[Word], margins: Margins) -> bool:
    """Whether texts stand on both sides of an edge, the right one as far from it as texts do."""
    left = [w for w in words if w.x1 <= edge + 0.5]
    right = [w for w in words if w.x0 > edge]
    if not left or not right or len(left) + len(right) < len(words):
        return False
    clear = min(w.x0 for w in right) - max(w.x1 for w in left) >= CLEAR * right[0].size
    return clear and abs(min(w.x0 for w in right) - edge - margins.left) <= NEAR


def _cut_across(
    cell: GridCell, grid: Grid, words: Sequence[Word], margins: Margins
) -> Iterator[GridCell]:
    """The parts of a cell between the edges of rows that part its texts."""
    lines = lines_of(words)
    inner = range(cell.row + 1, cell.last_row + 1)
    edges = [at for at in inner if _parts_lines(grid.ys[at], lines, margins)]
    if len(edges) < max(2, len(inner)) and _is_merged_by_habit(cell, grid):
        edges = [at for at in edges if _is_far_below(grid.ys[at], lines)]
    for first, last in pairwise([cell.row, *edges, cell.last_row + 1]):
        yield cell._replace(row=first, last_row=last - 1, top=grid.ys[first], bottom=grid.ys[last])


def _is_far_below(edge: float, lines: Sequence[Line]) -> bool:
    """Whether the lines below an edge stand further from those above than any paragraph would."""
    last = max(ln.words[0].baseline for ln in lines if ln.words[0].baseline <= edge)
    first = min(ln.words[0].baseline for ln in lines if ln.words[0].baseline > edge)
    return first - last > FAR * lines[0].size


def _is_merged_by_habit(cell: GridCell, grid: Grid) -> bool:
    """Whether many of the cells in a column reach over several rows."""
    below = [c for c in grid.cells if c.column <= cell.column <= c.last_column]
    open_edges = sum(c.last_row - c.row for c in below)
    return len(below) < FEW or open_edges > HABIT * (grid.rows - 1)


def _parts_lines(edge: float, lines: Sequence[Line], margins: Margins) -> bool:
    """Whether lines stand above and below an edge, the lower as far from it as first lines do."""
    above = [ln for ln in lines if ln.words[0].baseline <= edge]
    below = [ln for ln in lines if ln.words[0].baseline > edge]
    if not above or not below:
        return False
    first, last = below[0].words[0], above[-1].words[0]
    pitch = min(
        (b.words[0].baseline - a.words[0].baseline for a, b in pairwise(lines)), default=first.size
    )
    step = first.baseline - last.baseline
    alone = len(lines) == 2 and step > GAP * 1.2 * first.size
    apart = alone or (len(lines) > 2 and step > GAP * pitch)
    return apart and abs(first.baseline - first.size - edge - margins.top) <= NEAR
