"""The tables of a page: cells with their lines, and the lines that stand outside of any table."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from extract.aligned import aligned_grids, unruled_grids
from extract.assigned import assigned
from extract.grid import Grid, GridCell, grid_of
from extract.overruns import settled
from extract.page import Fill, PageContent
from extract.page_numbers import without_page_numbers
from extract.rules import edges_of, networks, spans_of
from extract.shading import with_shaded_rows
from extract.words import Line, Word, lines_of, turned, words_of

Reading = str
"""'ruled', 'filled', 'horizontal_rules' or 'unruled': the evidence that a table's cells rest on."""
LEAST_FILLED = 2
"""Rows of filled boxes that could still be part of a table whose other rows have no fill."""


class CellParts(NamedTuple):
    """What a cell is made of: its slots, its page and box there, its lines and its background.

    `parts` are what it was put together from, where several sheets print it.
    """

    page: int
    row: int
    column: int
    last_row: int
    last_column: int
    box: tuple[float, float, float, float]
    lines: tuple[Line, ...]
    fill: str
    parts: tuple["TableCell", ...] = ()


class TableCell(CellParts):
    """A cell of a table. Its text is asked for often and put together once."""

    @cached_property
    def text(self) -> str:
        """The lines, joined by spaces."""
        return " ".join([line.text for line in self.lines])


class TableParts(NamedTuple):
    """What a table is made of; `xs` and `ys` are the edges of its columns and rows."""

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[TableCell, ...]
    open_top: bool
    open_bottom: bool
    reading: Reading
    open_left: bool = False
    open_right: bool = False


class PageTable(TableParts):
    """One table on one page; where parts of a sheet were put together, on the first part's page."""

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    def row(self, index: int) -> list[TableCell]:
        """The cells that cover a row, from left to right."""
        return list(self._rows[index]) if 0 <= index < len(self._rows) else []

    def stretch(self, cell: TableCell) -> tuple[float, float]:
        """Where a cell begins and ends across the table."""
        return self.xs[cell.column], self.xs[cell.last_column + 1]

    @cached_property
    def _rows(self) -> list[list[TableCell]]:
        rows: list[list[TableCell]] = [[] for _ in range(self.rows)]
        for cell in sorted(self.cells, key=lambda c: c.column):
            for row in rows[cell.row : cell.last_row + 1]:
                row.append(cell)
        return rows


class PageTables(NamedTuple):
    """A page taken apart: its tables from top to bottom, and every line outside them.

    `moved` are words that belong to lines of another page, whose edge cut them.
    """

    page: int
    width: float
    height: float
    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    slanted: tuple[Word, ...]
    fills: tuple[Fill, ...] = ()
    moved: tuple[Word, ...] = ()


def tables_of(content: PageContent, learned: Sequence[float] = ()) -> PageTables:
    """Take one page apart; `learned` are column edges read without rules on the page before."""
    words = words_of(content.glyphs)
    level = without_page_numbers([w for w in words if w.turn == 0], content.height)
    grids = [(g, "ruled") for g in ruled_grids(content)]
    grids += aligned_grids(content, level, [g for g, _ in grids], learned)
    filled = filled_grids(content, [g for g, _ in grids])
    # A heading band and one coloured row are filled boxes as well, where rows are coloured in turn.
    sure = [(g, "filled") for g in filled if g.rows > LEAST_FILLED]
    grids += sure
    if not any(g.columns > 2 for g, _ in grids):
        loose = unruled_grids(content, level, [g for g, _ in grids], learned)
        grids += loose or [(g, "filled") for g in filled if g.rows <= LEAST_FILLED]
    else:
        grids += [(g, "filled") for g in filled if g.rows <= LEAST_FILLED]
    grids.sort(key=lambda item: (item[0].ys[0], item[0].xs[0]))
    placed = [g for g, _ in grids]
    homes = settled(words, assigned(words, placed), placed)
    tables = []
    for number, (grid, reading) in enumerate(grids):
        cells = [
            _table_cell(content.number, cell, homes.get((number, index), []), content.fills)
            for index, cell in enumerate(grid.cells)
        ]
        tables.append(
            PageTable(
                content.number,
                grid.xs,
                grid.ys,
                tuple(cells),
                grid.open_top,
                grid.open_bottom,
                reading,
                grid.open_left,
                grid.open_right,
            )
        )
    outside = homes.get(None, [])
    return PageTables(
        content.number,
        content.width,
        content.height,
        tuple(tables),
        tuple(lines_of(w for w in outside if w.turn == 0)),
        tuple(w for w in outside if w.turn != 0),
        tuple(f for f in content.fills if f.colour != "#ffffff"),
    )


def ruled_grids(content: PageContent) -> list[Grid]:
    """The grids that rules draw."""
    found = [with_shaded_rows(n, content.fills) for n in networks(*spans_of(content.rules))]
    return _outermost([g for n in found if (g := grid_of(n))])


def filled_grids(content: PageContent, grids: Sequence[Grid]) -> list[Grid]:
    """The grids that filled boxes draw where no other table is."""
    page = content.width * content.height
    free = [
        f for f in content.fills if not any(_inside(f, g) for g in grids) and _area(f) < 0.8 * page
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


def _inside(fill: Fill, grid: Grid) -> bool:
    x, y = (fill.x0 + fill.x1) / 2, (fill.top + fill.bottom) / 2
    x0, top, x1, bottom = grid.box
    return x0 - 2 <= x <= x1 + 2 and top - 2 <= y <= bottom + 2


def _area(box: Sequence[float] | Fill) -> float:
    return float((box[2] - box[0]) * (box[3] - box[1]))


def _table_cell(
    page: int, cell: GridCell, words: Sequence[Word], fills: Sequence[Fill]
) -> TableCell:
    lines = lines_of(w for w in words if w.turn == 0)
    lines += lines_of(turned(w) for w in words if w.turn > 0)
    box = (cell.x0, cell.top, cell.x1, cell.bottom)
    return TableCell(
        page,
        cell.row,
        cell.column,
        cell.last_row,
        cell.last_column,
        box,
        tuple(lines),
        _background(box, fills),
    )


def _background(box: tuple[float, float, float, float], fills: Sequence[Fill]) -> str:
    """Colour of the last fill that covers most of a box, or ''; white is no colour."""
    x0, top, x1, bottom = box
    area = max((x1 - x0) * (bottom - top), 0.1)
    colour = ""
    for fill in fills:
        width = min(fill.x1, x1) - max(fill.x0, x0)
        height = min(fill.bottom, bottom) - max(fill.top, top)
        if width > 0 and height > 0 and width * height > 0.5 * area:
            colour = fill.colour
    return "" if colour == "#ffffff" else colour
