"""Measures grid rows: where columns stand, which lines a cell holds, how high a row is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samples.grid import GridCell, GridRow, Look, Table
from samples.plan import RenderOptions
from samples.text import LEADING, Line, TextStyle, lines_of, style_of

NAVY = "#1f3864"
FILLS: dict[Look, str] = {"heading": "#d9d9d9", "label": "#deeaf6", "title": "#bfbfbf"}
BAND_FILL = "#f2f2f2"
STRIPES = ("#ffffff", "#e9eef5")
NARROW = 6
TURNED_HEIGHTS = (60.0, 80.0, 110.0, 150.0)


@dataclass(frozen=True)
class Place:
    """Where a column stands: on which page across, and from where to where."""

    strip: int
    x0: float
    x1: float


@dataclass(frozen=True)
class LaidCell:
    """A cell with its lines, its places across and its background.

    `again`: it is printed on each page across, not only on the first.
    """

    cell: GridCell
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    fill: str | None
    turned: bool = False
    again: bool = False


@dataclass(frozen=True)
class LaidRow:
    """A row ready to be placed; `least` holds it open for merged text beside it."""

    row: GridRow
    cells: tuple[LaidCell, ...]
    padding: float
    gap: float
    least: float = 0.0

    @property
    def height(self) -> float:
        """What the row needs when it stands whole."""
        return max([self.least, *(self.cell_height(cell) for cell in self.cells)])

    def cell_height(self, cell: LaidCell) -> float:
        """Return what one cell needs; merged text is fitted into its run afterwards."""
        if cell.cell.run is not None:
            return 0.0
        if cell.turned:
            return max(line.style.width(line.text) for line in cell.lines) + 3 * self.padding
        return height_of(cell.lines) + 2 * self.padding + self.gap


def height_of(lines: Sequence[Line]) -> float:
    """Return the height of stacked lines."""
    return sum(line.advance for line in lines)


def column_places(table: Table, usable: float, options: RenderOptions) -> list[Place]:
    """Columns side by side, those after a column break on further pages across."""
    breaks = [b for b in options.column_breaks if b < len(table.widths)] if table.is_plan else []
    groups = list(pairwise([0, *breaks, len(table.widths)]))
    again = sum(table.widths[: options.repeat_columns]) if breaks else 0.0
    starts = [again if strip else 0.0 for strip in range(len(groups))]
    widest = max(s + sum(table.widths[a:b]) for s, (a, b) in zip(starts, groups, strict=True))
    scale = usable * table.share / widest
    places = []
    for strip, (a, b) in enumerate(groups):
        x = starts[strip] * scale
        for width in table.widths[a:b]:
            places.append(Place(strip, x, x + width * scale))
            x += width * scale
    return places


def joined_places(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places of a cell that spans several columns: one on each page across."""
    joined: list[Place] = []
    for place in places:
        if joined and joined[-1].strip == place.strip:
            joined[-1] = replace(joined[-1], x1=place.x1)
        else:
            joined.append(place)
    return tuple(joined)


def laid_table(table: Table, usable: float, options: RenderOptions) -> Iterator[LaidRow]:
    """Yield the rows of a table's body, measured, and held open for merged text."""
    places = column_places(table, usable, options)
    stripe = 0
    for row in table.body:
        stripe += row.action is not None
        yield laid_row(row, places, options, stripe % 2 if options.banded else None)


def laid_row(
    row: GridRow, places: Sequence[Place], options: RenderOptions, stripe: int | None = None
) -> LaidRow:
    """One row, measured."""
    cells = tuple(laid_cell(cell, places, options, stripe) for cell in row.cells)
    return LaidRow(row, cells, options.padding, row_gap(options) if row.action is not None else 0)


def row_gap(options: RenderOptions) -> float:
    """White space that tells rows apart where neither rules nor stripes do."""
    parted = options.horizontal_rules == "all" or options.banded
    return 0.0 if parted else options.font_size * 0.9


def laid_cell(
    cell: GridCell, places: Sequence[Place], options: RenderOptions, stripe: int | None
) -> LaidCell:
    """One cell, measured."""
    spanned = joined_places(places[cell.column : cell.column + cell.span])
    again = cell.span == 1 and cell.column < options.repeat_columns
    if again:
        strips = sorted({place.strip for place in places})
        spanned = tuple(replace(spanned[0], strip=strip) for strip in strips)
    elif cell.column < options.repeat_columns:
        spanned = tuple(replace(p, x0=0.0) if p.strip else p for p in spanned)
    width = spanned[0].x1 - spanned[0].x0 - 2 * options.padding
    style = cell_style(cell.look, options)
    fill = fill_of(cell, options, stripe)
    turned = turned_lines(cell, width, style, options)
    if turned:
        return LaidCell(cell, spanned, turned, fill, turned=True)
    lines = tuple(lines_of(cell.text, width, style, options))
    return LaidCell(cell, spanned, lines, fill, again=again)


def turned_lines(
    cell: GridCell, width: float, style: TextStyle, options: RenderOptions
) -> tuple[Line, ...]:
    """Return the lines of a heading set upwards where there is little width; else none."""
    if not options.vertical_headings or cell.look != "heading" or not is_narrow(cell, width, style):
        return ()
    tries = [lines_of(cell.text, height, style, options) for height in TURNED_HEIGHTS]
    room = max(width, style.size * LEADING)
    return tuple(next((t for t in tries if height_of(t) <= room), tries[-1]))


def is_narrow(cell: GridCell, width: float, style: TextStyle) -> bool:
    """Return whether a heading has too little width to be set across."""
    longest = max((style.width(word) for word in cell.text.split()), default=0)
    return bool(cell.text) and (longest > width or width < NARROW * style.size)


def cell_style(look: Look, options: RenderOptions) -> TextStyle:
    """Bold for all that announces, white on a dark heading."""
    style = style_of(options, bold=look != "body")
    dark = look == "heading" and options.heading_style == "dark"
    return replace(style, colour="#ffffff") if dark else style


def fill_of(cell: GridCell, options: RenderOptions, stripe: int | None) -> str | None:
    """Return the background of a cell: its own, that of its look, or the row's stripe."""
    if cell.fill or cell.look == "body":
        return cell.fill or (STRIPES[stripe] if stripe is not None else None)
    if options.heading_style == "plain":
        return None
    if cell.look == "heading" and options.heading_style == "dark":
        return NAVY
    return FILLS.get(cell.look, BAND_FILL)


def held_open(rows: Sequence[LaidRow], page_height: float) -> list[LaidRow]:
    """Return the rows with the last of each run made high enough for the run's merged text."""
    held = list(rows)
    for column, run in sorted(merged_runs(rows), key=lambda pair: len(pair[1])):
        text = held[run[0]].cells[column]
        have = sum(held[at].height for at in run)
        missing = run_height(text, held[run[0]], have, page_height) - have
        if missing > 0:
            last = held[run[-1]]
            held[run[-1]] = replace(last, least=last.height + missing)
    return held


def run_height(cell: LaidCell, row: LaidRow, have: float, page_height: float) -> float:
    """Return what merged text needs, with the part lines and padding that each page break costs."""
    line = max(line.advance for line in cell.lines)
    need = height_of(cell.lines) + 2 * row.padding
    breaks = max(have, need) // (page_height / 2) + 1
    return need + breaks * (line + 2 * row.padding)


def merged_runs(rows: Sequence[LaidRow]) -> list[tuple[int, list[int]]]:
    """Every run of merged cells: its column and its rows."""
    found: dict[tuple[int, int], list[int]] = {}
    for at, row in enumerate(rows):
        for cell in row.cells:
            if cell.cell.run is not None:
                found.setdefault((cell.cell.column, cell.cell.run), []).append(at)
    return [(column, run) for (column, _), run in found.items()]
