"""Headings that stand above a table's first rule: taken into the table that they belong to."""

from collections.abc import Sequence

from extract.headings.reading import is_plan, read_headings
from extract.stitching.headers import headers_of
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.lexicon import Lexicon
from extract.text.words import Line, Word, lines_of

MOST_LINES = 6
LEAST_KNOWN = 3


def with_loose_headings(page: PageTables, lexicon: Lexicon) -> PageTables:
    """The page with lines that read as the headings of a table below them made its first row."""
    tables, lines = list(page.tables), list(page.lines)
    for at, table in enumerate(tables):
        if table.columns < LEAST_KNOWN:
            continue
        above = _lines_above(table, lines, tables)
        head = _headings(table, above)
        if head and not headers_of(table, lexicon):
            used = {id(w) for cell in head for line in cell.lines for w in line.words}
            tables[at] = _with_row(table, head)
            lines = [ln for ln in lines if not all(id(w) in used for w in ln.words)]
    return page._replace(tables=tuple(tables), lines=tuple(lines))


def _lines_above(
    table: PageTable, lines: Sequence[Line], tables: Sequence[PageTable]
) -> list[Line]:
    """Lines close above a table, from top to bottom, up to the next table or a wider gap."""
    limit = max((t.ys[-1] for t in tables if t.ys[-1] <= table.ys[0] + 1), default=0.0)
    over = [ln for ln in lines if limit - 1 <= ln.top and ln.bottom <= table.ys[0] + 2]
    found: list[Line] = []
    edge = table.ys[0]
    for line in reversed(over[-MOST_LINES:]):
        if edge - line.bottom > 1.2 * line.size:
            break
        found.insert(0, line)
        edge = line.top
    return found


def _headings(table: PageTable, lines: Sequence[Line]) -> list[TableCell]:
    """A cell for each column where the lowest of the lines read as a plan's headings."""
    for count in range(1, len(lines) + 1):
        cells = [_cell(table, column, lines[-count:]) for column in range(table.columns)]
        words = sum(len(line.words) for line in lines[-count:])
        held = sum(len(line.words) for cell in cells for line in cell.lines)
        readings = read_headings([c.text for c in cells if c.text])
        known = [r for r in readings if r.score >= 0.75]
        fields = {r.field for r in known}
        if held == words and len(fields) >= LEAST_KNOWN and 2 * len(known) >= len(readings):
            better = count < len(lines) and _headings_of(table, lines[-count - 1 :]) > len(known)
            if is_plan(fields) and not better:
                return cells
    return []


def _headings_of(table: PageTable, lines: Sequence[Line]) -> float:
    texts = [_cell(table, column, lines).text for column in range(table.columns)]
    return sum(r.score for r in read_headings([t for t in texts if t]) if r.score >= 0.75)


def _cell(table: PageTable, column: int, lines: Sequence[Line]) -> TableCell:
    x0, x1 = table.xs[column], table.xs[column + 1]
    words: list[Word] = [w for ln in lines for w in ln.words if x0 - 1 <= w.middle[0] < x1 + 1]
    box = (x0, lines[0].top - 1, x1, table.ys[0])
    return TableCell(table.page, 0, column, 0, column, box, tuple(lines_of(words)), "")


def _with_row(table: PageTable, head: Sequence[TableCell]) -> PageTable:
    moved = [c._replace(row=c.row + 1, last_row=c.last_row + 1) for c in table.cells]
    top = head[0].box[1]
    return table._replace(ys=(top, *table.ys), cells=(*head, *moved), open_top=False)
