"""What forms outside of grids are made of: lines, and the lines of cells that make no columns."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from extract.headings.reading import DOES, read_heading
from extract.stitching.form_numbers import without_number
from extract.stitching.headers import headers_of
from extract.tables.finding import GUESSED, PageTable, PageTables, TableCell
from extract.text.lexicon import Lexicon
from extract.text.words import Line, Word, lines_of

KNOWN = 0.75
LEAST = 3
"""Labels that must be known before texts count as a form."""
MOSTLY = 0.6

Box = tuple[float, float, float, float]
Furniture = Mapping[tuple[int, int], str]


class Unit(NamedTuple):
    """A line, or an empty filled cell; `table` is the place of its table on the page, or -1.

    `margin` says that it looks like a running header or a page's number, which labels and numbers
    of forms do as well where each form has a page of its own. It `heads` a cell that is a label
    with its value below.
    """

    words: tuple[Word, ...]
    box: Box
    fill: str
    table: int
    source: object
    margin: bool = False
    heads: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(w.text for w in self.words)

    @property
    def size(self) -> float:
        """Size of most of its type, in points."""
        return max((w.size for w in self.words), default=10.0)

    @property
    def bold(self) -> bool:
        """Whether most of its characters are bold."""
        heavy = sum(len(w.text) for w in self.words if w.bold)
        return 2 * heavy > sum(len(w.text) for w in self.words)


def units_of(page: PageTables, furniture: Furniture, lexicon: Lexicon) -> list[Unit]:
    """Lines outside of tables and in tables that make no columns, from top to bottom.

    Cells beside each other come one after the other, each with all of its lines.
    """
    units: list[tuple[float, float, int, Unit]] = []
    for i, line in enumerate(page.lines):
        unit = unit_of(line, "", -1)._replace(margin=(page.page, i) in furniture)
        units.append((line.top, line.x0, 0, unit))
    for number, table in enumerate(page.tables):
        found = enumerate(_units_of_table(table, number, lexicon))
        units += [(table.ys[0], table.xs[0], i, unit) for i, unit in found]
    return [unit for *_, unit in sorted(units, key=lambda entry: entry[:3])]


def _units_of_table(table: PageTable, number: int, lexicon: Lexicon) -> Iterator[Unit]:
    kind = _kind_of(table, lexicon)
    if kind == "lines":
        words = [w for cell in table.cells for line in cell.lines for w in line.words]
        yield from (unit_of(line, "", number) for line in lines_of(words))
    elif kind == "cells":
        for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
            for line in cell.lines:
                heads = table.columns > 1 and line is cell.lines[0]
                yield unit_of(line, cell.fill, number)._replace(heads=heads)
            if not cell.lines and cell.fill:
                yield Unit((), cell.box, cell.fill, number, cell)


def _kind_of(table: PageTable, lexicon: Lexicon) -> Literal["lines", "cells", "columns"]:
    """Whether a table has columns; one of labelled cells has none.

    Guessed columns that name no action may be the lower half of a card.
    """
    if table.columns == 1 or (table.reading == "ruled" and _is_of_labelled(table)):
        return "cells"
    if table.reading not in GUESSED:
        return "columns"
    plans = [h for h in headers_of(table, lexicon) if h.plan]
    return "columns" if any(DOES & set(h.fields) for h in plans) else "lines"


def _is_of_labelled(table: PageTable) -> bool:
    """Whether most cells hold a label with its value below."""
    filled = [c for c in table.cells if c.lines]
    fields: list[str] = []
    for at, cell in enumerate(filled, 1):
        if field := _label_on_top(cell):
            fields.append(field)
        elif at - len(fields) > (1 - MOSTLY) * len(filled):
            return False
    return len(set(fields)) >= LEAST


def _label_on_top(cell: TableCell) -> str:
    """The field of the label that is a cell's first line, or ''."""
    first = cell.lines[0]
    reading = read_heading(without_number(first.text).rstrip(" :"))
    known = reading.score >= KNOWN and reading.field != "extra"
    return reading.field if known and not (first.bold and cell.lines[-1].bold) else ""


def unit_of(line: Line, fill: str, table: int) -> Unit:
    """A line as a unit."""
    return Unit(line.words, (line.x0, line.top, line.x1, line.bottom), fill, table, line)
