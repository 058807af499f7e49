"""The tables of a page: cells with their lines, and the lines that stand outside of any table."""

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from extract.page import Fill, PageContent, Prose, Rule
from extract.tables.assigned import assigned
from extract.tables.choosing import Chosen, Reading, grids_of
from extract.tables.grid import GridCell
from extract.tables.mending import mended
from extract.tables.oddities import Oddity, close_columns, oddities_of, strokes_of
from extract.tables.overruns import settled
from extract.tables.side_by_side import parted_lines
from extract.tables.signs import colour_of_signs
from extract.text.page_numbers import without_page_numbers
from extract.text.words import Line, Word, lines_of, turned, words_of

GUESSED = ("horizontal_rules", "unruled")
"""Readings whose columns no line bounds."""
ENOUGH_LINES = 12
"""Lines of a column that show together how far its text runs."""


class CellParts(NamedTuple):
    """What a cell is made of: its slots, its page and box there, its lines and its background.

    `parts` are what it was put together from, where several sheets print it, and `odd` is what is
    odd about its print.
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
    odd: tuple[Oddity, ...] = ()


class TableCell(CellParts):
    """A cell of a table. Its text is asked for often and put together once."""

    @cached_property
    def text(self) -> str:
        """The lines, joined by spaces."""
        return " ".join([line.text for line in self.lines])


class TableParts(NamedTuple):
    """What a table is made of; `xs` and `ys` are the edges of its columns and rows.

    `evidence` is what spoke for its reading, in words, where several readings competed.
    """

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[TableCell, ...]
    open_top: bool
    open_bottom: bool
    reading: Reading
    open_left: bool = False
    open_right: bool = False
    evidence: str = ""


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

    `moved` are words that belong to lines of another page, whose edge cut them. A page that was
    only glanced at has no lines but its `prose`.
    """

    page: int
    width: float
    height: float
    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    slanted: tuple[Word, ...]
    fills: tuple[Fill, ...] = ()
    moved: tuple[Word, ...] = ()
    prose: Prose | None = None


def tables_of(content: PageContent, learned: Sequence[float] = ()) -> PageTables:
    """Take one page apart; `learned` are column edges read without rules on the page before."""
    words = words_of(content.glyphs)
    level = without_page_numbers([w for w in words if w.turn == 0], content.height)
    found = [_with_missing_rules(c, level) for c in grids_of(content, level, learned)]
    grids = [chosen for chosen, _ in found]
    parted = frozenset(cell for _, cells in found for cell in cells)
    grids.sort(key=lambda c: (c.grid.ys[0], c.grid.xs[0]))
    placed = [c.grid for c in grids]
    homes = assigned(words, placed)
    # Only a row that lines close can be too low for its text: others were cut where text ends.
    if not all(c.reading in GUESSED for c in grids):
        homes = settled(words, homes, placed)
    tables = []
    strokes = strokes_of(content.rules, {y for grid in placed for y in grid.ys})
    for number, chosen in enumerate(grids):
        held = [homes.get((number, index), []) for index in range(len(chosen.grid.cells))]
        tables.append(_table(content, chosen, held, strokes, parted))
    outside = homes.get(None, [])
    lines = parted_lines(lines_of(w for w in outside if w.turn == 0), [g.box for g in placed])
    return PageTables(
        content.number,
        content.width,
        content.height,
        tuple(tables),
        tuple(lines),
        tuple(w for w in outside if w.turn != 0),
        tuple(f for f in content.fills if f.colour != "#ffffff"),
    )


def _with_missing_rules(
    chosen: Chosen, words: Sequence[Word]
) -> tuple[Chosen, frozenset[GridCell]]:
    """A grid with the pieces of its rules that are missing between texts, and the cells there."""
    if chosen.reading != "ruled":
        return chosen, frozenset()
    grid, parted = mended(chosen.grid, words)
    return chosen._replace(grid=grid), parted


def _table(
    content: PageContent,
    chosen: Chosen,
    held: Sequence[Sequence[Word]],
    strokes: Sequence[Rule],
    parted: Collection[GridCell],
) -> PageTable:
    """A grid as a table.

    `held` are the words of each of its cells, `strokes` lines among them, and `parted` are cells
    that a missing rule was put in between.
    """
    grid = chosen.grid
    cells = [
        _table_cell(content, cell, words, strokes, parted=cell in parted)
        for cell, words in zip(grid.cells, held, strict=True)
    ]
    if chosen.reading in GUESSED:
        cells = _with_close_columns(_as_wide_as_text(cells))
    return PageTable(
        content.number,
        grid.xs,
        grid.ys,
        tuple(cells),
        grid.open_top,
        grid.open_bottom,
        chosen.reading,
        grid.open_left,
        grid.open_right,
        chosen.evidence.words if chosen.evidence else "",
    )


def _in_columns(cells: Sequence[TableCell]) -> dict[int, list[Line]]:
    """The lines of each column that stand in no other one as well."""
    columns: dict[int, list[Line]] = {}
    for cell in cells:
        if cell.column == cell.last_column:
            columns.setdefault(cell.column, []).extend(cell.lines)
    return columns


def _with_close_columns(cells: Sequence[TableCell]) -> list[TableCell]:
    """Cells, those odd whose column is not clearly parted from the one beside it."""
    close = close_columns(_in_columns(cells))
    message = "its column stands as close to the next one as words do"
    return [
        cell._replace(odd=(*cell.odd, Oddity("reading_without_rules", message, cell.lines[0].text)))
        if cell.lines and not close.isdisjoint((cell.last_column, cell.column - 1))
        else cell
        for cell in cells
    ]


def _as_wide_as_text(cells: Sequence[TableCell]) -> list[TableCell]:
    """Cells whose columns end as far behind their text as they begin before it.

    A column's edge was found beside the next one's text, and words may be cut long before it.
    """
    columns = _in_columns(cells)
    fitted = []
    for cell in cells:
        lines = columns.get(cell.column, []) if cell.column == cell.last_column else []
        if len(lines) >= ENOUGH_LINES:
            x0, top, x1, bottom = cell.box
            pad = max(0.0, min(ln.x0 for ln in lines) - x0)
            right = max(ln.x1 for ln in lines) + pad
            cell = cell._replace(box=(x0, top, min(x1, right), bottom))
        fitted.append(cell)
    return fitted


def _table_cell(
    content: PageContent,
    cell: GridCell,
    words: Sequence[Word],
    strokes: Sequence[Rule],
    *,
    parted: bool,
) -> TableCell:
    lines = lines_of([w for w in words if w.turn == 0])
    odd = tuple(oddities_of(lines, strokes, content.width))
    if parted and lines:
        odd += (Oddity("reading_without_rules", "a rule is missing beside it", lines[0].text),)
    lines += lines_of([turned(w) for w in words if w.turn > 0])
    box = (cell.x0, cell.top, cell.x1, cell.bottom)
    sign = colour_of_signs(box, lines, chain(content.dots, content.fills))
    return TableCell(
        content.number,
        cell.row,
        cell.column,
        cell.last_row,
        cell.last_column,
        box,
        tuple(lines),
        sign or background(box, content.fills),
        odd=odd,
    )


def background(box: tuple[float, float, float, float], fills: Sequence[Fill]) -> str:
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
