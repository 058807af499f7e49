"""Plans that lie on their side: labels down the first column, an action to each column beside it.

Such a table is set up as the forms that it stands for, column after column, and read as those.
"""

from collections.abc import Sequence

from extract.headings.reading import read_headings
from extract.records import Doubt
from extract.stitching.form_numbers import numbered
from extract.stitching.forms import KNOWN, LEAST, entries_of
from extract.stitching.headers import headers_of, heading_text
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.lexicon import Lexicon

MOST_LABELS = 24
LONGEST = 110
"""Letters; a label is no longer, and the text of a plan's first column mostly is."""
MOST_HEADINGS = 0.2
"""Share of the cells beside the labels that may read as headings by chance."""


def with_lying_plans(pages: Sequence[PageTables], lexicon: Lexicon) -> list[PageTables]:
    """The pages with each plan that lies on its side set up as forms."""
    return [
        page._replace(tables=tuple(_set_up(table, lexicon) for table in page.tables))
        for page in pages
    ]


def is_lying(table: PageTable, lexicon: Lexicon) -> bool:
    """Whether the first column asks for what the headings of a plan do, and no row does."""
    labels = [c for c in table.cells if c.column == 0]
    if table.columns < 3 or table.reading != "ruled" or len(labels) > MOST_LABELS:
        return False
    if not all(_is_label(c) for c in labels):
        return False
    named = read_headings([heading_text(c, lexicon) for c in labels if c.lines])
    known = [r for r in named if r.score >= KNOWN and r.field != "extra"]
    if len({r.field for r in known}) < LEAST or 3 * len(known) < 2 * len(named):
        return False
    if entries_of(table, lexicon):
        return False  # a form with labels in its third column, too
    beside = [c for c in table.cells if c.column > 0 and c.lines]
    values = [r for r in read_headings([c.text for c in beside]) if r.score >= KNOWN]
    headed = any(header.plan for header in headers_of(table, lexicon))
    return not headed and len(values) <= MOST_HEADINGS * len(beside)


def unread(table: PageTable) -> Doubt:
    """A doubt about a plan that lies on its side and could not be set up."""
    message = "a table whose first column names what a plan asks for is not read"
    printed = " | ".join(c.text for c in table.cells if c.column == 0 and c.lines)
    return Doubt(kind="section_unsure", page=table.page, message=message, printed=printed[:200])


def _is_label(cell: TableCell) -> bool:
    short = sum(len(line.text) for line in cell.lines) <= LONGEST
    return cell.last_column == 0 and cell.last_row == cell.row and short


def _set_up(table: PageTable, lexicon: Lexicon) -> PageTable:
    """The forms that a lying plan stands for as one table; any other table as it is."""
    if not is_lying(table, lexicon) or any(c.last_row > c.row for c in table.cells):
        return table
    blank = [c.row for c in table.cells if c.column == 0 and not c.lines]
    counted = all(numbered(c.page, c.lines) for c in table.row(0)[1:])
    if blank not in ([], [0]) or (blank and not counted):
        return table
    stacked = _stacked(table)
    return stacked if entries_of(stacked, lexicon) else table


def _stacked(table: PageTable) -> PageTable:
    """A table with the labels and one column of values, then again with the next column.

    The labels count as printed once, and so does a value that several columns share.
    """
    columns = [k for k in range(1, table.columns) if any(c.lines for c in _column(table, k))]
    cells: list[TableCell] = []
    met: set[int] = set()
    for at, k in enumerate(columns):
        for cell in [*_column(table, 0), *_column(table, k)]:
            again = _uncounted(cell) if id(cell) in met else cell
            row = at * table.rows + cell.row
            cells.append(again._replace(row=row, last_row=row))
            met.add(id(cell))
    above = (table.ys[0],) * (table.rows * (len(columns) - 1))
    return table._replace(cells=tuple(cells), ys=(*above, *table.ys))


def _column(table: PageTable, column: int) -> list[TableCell]:
    """The cells that cover a column, from top to bottom."""
    cells = [c for c in table.cells if c.column <= column <= c.last_column]
    return sorted(cells, key=lambda c: c.row)


def _uncounted(cell: TableCell) -> TableCell:
    """A cell whose letters have been counted elsewhere."""
    lines = (
        line._replace(words=tuple(w._replace(letters=0) for w in line.words)) for line in cell.lines
    )
    return cell._replace(lines=tuple(lines))
