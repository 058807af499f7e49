"""What a sheet's edge cuts besides columns: titles over a table, and full-width rows in it."""

from collections.abc import Sequence

from extract.stitching.seams import Pair, Seam, is_level, joined_line
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.words import Line

LEVEL = 2.5
"""Points; rows of two sheets stand at the same height within this."""
NEAR = 1.0
"""Ems; a line that is cut comes this near to the edge of its sheet."""


def with_lines_joined(
    left: PageTables, right: PageTables, tables: Pair, seam: Seam
) -> tuple[PageTables, PageTables]:
    """Two pages, with the lines that run over the edge of the first one whole on it."""
    end, start = tables[0].xs[-1], tables[1].xs[0]
    lines, rest = list(left.lines), list(right.lines)
    for line in right.lines:
        at = next((i for i, a in enumerate(lines) if is_level(a, line)), None)
        if at is None or line.x0 > start + NEAR * line.size:
            continue
        if lines[at].x1 >= end - NEAR * line.size:
            lines[at] = joined_line(lines[at], _uncounted(line), seam.shift)
            rest.remove(line)
    moved = tuple(word for line in right.lines if line not in rest for word in line.words)
    left = left._replace(lines=tuple(lines))
    return left, right._replace(lines=tuple(rest), moved=right.moved + moved)


def _uncounted(line: Line) -> Line:
    """A line whose letters are counted on the page that prints them."""
    return line._replace(words=tuple(word._replace(letters=0) for word in line.words))


def restacked(left: PageTables, right: PageTables) -> PageTables:
    """The right page, with the pieces between full-width rows as the one table that they are.

    A sheet that begins in mid-column draws no rule at its edge, so rows without inner rules part
    its table, where the left page shows that it is one.
    """
    for whole in left.tables:
        pieces = [t for t in right.tables if _is_piece(t, whole)]
        if len(pieces) > 1 and all(_alike(t, pieces[0]) for t in pieces):
            right = _stacked(pieces, right)
    return right


def _is_piece(table: PageTable, whole: PageTable) -> bool:
    return table.rows < whole.rows and all(
        min(abs(y - other) for other in whole.ys) <= LEVEL for y in table.ys
    )


def _alike(a: PageTable, b: PageTable) -> bool:
    return len(a.xs) == len(b.xs) and all(
        abs(x - y) <= LEVEL for x, y in zip(a.xs, b.xs, strict=True)
    )


def _stacked(pieces: Sequence[PageTable], page: PageTables) -> PageTables:
    """A page with pieces of a table as one; lines between them stand in rows of their own."""
    first, cells, lines = pieces[0], list(pieces[0].cells), list(page.lines)
    ys = list(first.ys)
    for piece in pieces[1:]:
        gap = piece.ys[0] - ys[-1] > LEVEL
        if gap:
            between = [x for x in lines if ys[-1] <= (x.top + x.bottom) / 2 <= piece.ys[0]]
            lines = [x for x in lines if x not in between]
            cells.append(_full_width(first, len(ys) - 1, (ys[-1], piece.ys[0]), between))
        offset = len(ys) - 1 + gap
        ys += piece.ys if gap else piece.ys[1:]
        cells += [c._replace(row=c.row + offset, last_row=c.last_row + offset) for c in piece.cells]
    whole = first._replace(ys=tuple(ys), cells=tuple(cells), open_bottom=pieces[-1].open_bottom)
    tables = [whole if t is first else t for t in page.tables if t is first or t not in pieces]
    return page._replace(tables=tuple(tables), lines=tuple(lines))


def _full_width(
    table: PageTable, row: int, ys: tuple[float, float], lines: Sequence[Line]
) -> TableCell:
    box = (table.xs[0], ys[0], table.xs[-1], ys[1])
    return TableCell(table.page, row, 0, row, table.columns - 1, box, tuple(lines), "")
