"""From lines to cells: the grid of one table on one page.

A grid has column edges `xs` and row edges `ys`. A cell covers one or more of its slots: slots are
one cell where no line parts them, which reads merged cells and open borders alike.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.tables.rules import TOUCH, Network, Span

MIN_COLUMN = 7.0
"""Points; lines nearer than this bound no column."""
MIN_ROW = 5.0
DRAGGED = 1.0
"""Points; a line further from the edge that it stands for bounds its cells where it is drawn."""
LEAST_LINES = 4
LEAST_STRIP = 150.0
"""Points; what is drawn beside running text, such as bars of changes, is shorter."""
PARTS = 0.6
"""Share of a slot's side that a line must cover to part it from its neighbour."""


class GridCell(NamedTuple):
    """Slots `row` to `last_row` and `column` to `last_column`, all inclusive."""

    row: int
    column: int
    last_row: int
    last_column: int
    x0: float
    top: float
    x1: float
    bottom: float


class Grid(NamedTuple):
    """The cells of a table; open sides are those without a closing line."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    open_top: bool
    open_bottom: bool
    open_left: bool = False
    open_right: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """(x0, top, x1, bottom)."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1


def grid_of(network: Network) -> Grid | None:
    """The grid drawn by lines that cross, or None where they bound no cell."""
    across = [s for s in network.across if _bounds(s, network.down)]
    down = [s for s in network.down if _bounds(s, network.across)]
    if not across or not down:
        return None
    xs, ys = _edges(down, across, MIN_COLUMN), _edges(across, down, MIN_ROW)
    # Braces, arrows and bars touch rules as well, but part no whole cell from another.
    across, down = _parting(across, xs), _parting(down, ys)
    if not across or not down:
        return None
    xs, ys = _edges(down, across, MIN_COLUMN), _edges(across, down, MIN_ROW)
    if len(xs) < 2 or len(ys) < 2:
        return None
    open_top = min(s.at for s in across) > ys[0] + MIN_ROW
    open_bottom = max(s.at for s in across) < ys[-1] - MIN_ROW
    open_left = min(s.at for s in down) > xs[0] + MIN_COLUMN / 2
    open_right = max(s.at for s in down) < xs[-1] - MIN_COLUMN / 2
    cells = tuple(cells_of(xs, ys, across, down))
    return Grid(xs, ys, cells, open_top, open_bottom, open_left, open_right)


def row_without_ends(across: Sequence[Span], down: Sequence[Span]) -> Grid | None:
    """The part of a row that fills a page: lines down from one height to another, none across."""
    lines = [s for s in down if s.end - s.start >= LEAST_STRIP]
    if len(lines) < LEAST_LINES or any(s.end - s.start > MIN_COLUMN for s in across):
        return None
    top, bottom = lines[0].start, lines[0].end
    if any(abs(s.start - top) > TOUCH or abs(s.end - bottom) > TOUCH for s in lines):
        return None
    xs, ys = _positions(lines, MIN_COLUMN), (top, bottom)
    return Grid(xs, ys, tuple(cells_of(xs, ys, (), lines)), open_top=True, open_bottom=True)


def _edges(lines: Sequence[Span], others: Sequence[Span], least: float) -> tuple[float, ...]:
    """Positions of lines, and the ends of those across them where these reach further."""
    positions = _positions(lines, least)
    first, last = min(s.start for s in others), max(s.end for s in others)
    before = (first,) if first < positions[0] - least else ()
    after = (last,) if last > positions[-1] + least else ()
    return before + positions + after


def _parting(lines: Sequence[Span], edges: Sequence[float]) -> list[Span]:
    """The lines that run along the whole side of a slot at least."""
    slots = list(pairwise(edges))
    return [line for line in lines if any(line.covers(a, b) >= PARTS for a, b in slots)]


def _bounds(span: Span, others: Sequence[Span]) -> bool:
    """Whether a line bounds cells: an underline or a bar in a margin touches no other line."""
    touching = [o for o in others if o.start - TOUCH <= span.at <= o.end + TOUCH]
    return any(
        min(abs(o.at - span.start), abs(o.at - span.end)) <= TOUCH or span.start <= o.at <= span.end
        for o in touching
    )


def _positions(spans: Sequence[Span], least: float) -> tuple[float, ...]:
    """Distinct positions of lines; of those nearer than `least`, that of the longest ones."""
    lengths: dict[float, float] = {}
    for span in spans:
        at = round(span.at, 2)
        lengths[at] = lengths.get(at, 0.0) + span.end - span.start
    out: list[float] = []
    for at in sorted(lengths):
        if not out or at - out[-1] >= least:
            out.append(at)
        elif lengths[at] > lengths[out[-1]]:
            out[-1] = at
    return tuple(out)


def cells_of(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Span], down: Sequence[Span]
) -> list[GridCell]:
    """Group the slots of a grid into cells, in reading order."""
    columns, rows = len(xs) - 1, len(ys) - 1
    parent = list(range(columns * rows))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    beside, above = _by_edge(down, xs, MIN_COLUMN), _by_edge(across, ys, MIN_ROW)
    for i in range(rows):
        for j in range(columns):
            if j and not _parted(beside[j], ys[i], ys[i + 1]):
                parent[find(i * columns + j)] = find(i * columns + j - 1)
            if i and not _parted(above[i], xs[j], xs[j + 1]):
                parent[find(i * columns + j)] = find((i - 1) * columns + j)
    groups: dict[int, list[tuple[int, int]]] = {}
    for slot in range(columns * rows):
        groups.setdefault(find(slot), []).append(divmod(slot, columns))
    found = sorted(cell for slots in groups.values() for cell in _rectangles(slots, xs, ys))
    dragged = [[s for s in at if abs(s.at - x) > DRAGGED] for at, x in zip(beside, xs, strict=True)]
    return [_as_drawn(cell, dragged) for cell in found] if any(dragged) else found


def _by_edge(lines: Sequence[Span], edges: Sequence[float], least: float) -> list[list[Span]]:
    """The lines that stand for each edge: an edge may be dragged aside in some rows of a table.

    A line that is too near to an edge to be one of its own is nearer to it than to any other.
    """
    found: list[list[Span]] = [[] for _ in edges]
    for line in lines:
        at = min(range(len(edges)), key=lambda i: abs(edges[i] - line.at))
        if abs(edges[at] - line.at) < least:
            found[at].append(line)
    return found


def _as_drawn(cell: GridCell, dragged: Sequence[Sequence[Span]]) -> GridCell:
    """A cell with the sides that it is drawn with, where these were dragged from the edges."""
    left, right = (
        [s.at for s in dragged[at] if s.covers(cell.top, cell.bottom) >= PARTS]
        for at in (cell.column, cell.last_column + 1)
    )
    return cell._replace(x0=min(left, default=cell.x0), x1=max(right, default=cell.x1))


def _rectangles(
    slots: list[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]
) -> list[GridCell]:
    """The cell of a group of slots; a group that is no rectangle falls into its rows."""
    rows = [i for i, _ in slots]
    columns = [j for _, j in slots]
    if (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) == len(slots):
        return [_cell(min(rows), min(columns), max(rows), max(columns), xs, ys)]
    out = []
    for row in sorted(set(rows)):
        run: list[int] = []
        for column in sorted(j for i, j in slots if i == row):
            if run and column != run[-1] + 1:
                out.append(_cell(row, run[0], row, run[-1], xs, ys))
                run = []
            run.append(column)
        out.append(_cell(row, run[0], row, run[-1], xs, ys))
    return out


def _cell(
    row: int, column: int, last_row: int, last_column: int, xs: Sequence[float], ys: Sequence[float]
) -> GridCell:
    return GridCell(
        row,
        column,
        last_row,
        last_column,
        xs[column],
        ys[row],
        xs[last_column + 1],
        ys[last_row + 1],
    )


def _parted(lines: Sequence[Span], start: float, end: float) -> bool:
    return sum(line.covers(start, end) for line in lines) >= PARTS
