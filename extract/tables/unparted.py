"""Tables whose rows no rule parts although their columns are ruled: rows by the gaps between them.

Only where the whole body of a table is one ruled row: in any other table a row is what its rules
say, and lists that stand side by side in it are one row.
"""

import itertools
from collections.abc import Sequence

from extract.tables.finding import PageTable, TableCell
from extract.text.words import Line

LEAST_ROWS = 3
WIDER = 1.4
"""How many times the usual distance between lines the last line of a row and the next are apart."""
STARTS = 0.5
"""Share of the filled columns in which a row's first line must stand level."""
NARROW, MOST = 1.15, 0.75
"""The same two, where rows stand close but begin in nearly all of the columns."""


def with_rows_parted(table: PageTable) -> PageTable:
    """The table with a body of one ruled row parted at the gaps that run through all columns."""
    body = table.rows - 1
    if table.columns < 3 or table.rows > 3:
        return table
    cells = table.row(body)
    if any(c.row != c.last_row for c in cells) or sum(1 for c in cells if c.lines) < 3:
        return table
    starts = row_starts([c.lines for c in cells if c.lines])
    if len(starts) < (2 if _are_numbered(starts, cells) else LEAST_ROWS):
        return table
    ys = (*table.ys[: body + 1], *(y - 1.0 for y in starts[1:]), table.ys[-1])
    kept = [c for c in table.cells if c.row != body]
    for cell in cells:
        kept += _parted(cell, ys, body)
    return table._replace(ys=ys, cells=tuple(kept))


def _are_numbered(starts: Sequence[float], cells: Sequence[TableCell]) -> bool:
    """Whether each row begins with a number in the first column."""
    tops = [ln.top for c in cells if c.column == 0 for ln in c.lines if ln.text[:1].isdigit()]
    return all(any(abs(top - start) < 2 for top in tops) for start in starts)


def row_starts(columns: Sequence[Sequence[Line]]) -> list[float]:
    """Tops of the rows: after gaps through all columns, where most columns begin level."""
    lines = sorted((line for column in columns for line in column), key=lambda ln: ln.top)
    pitch = _pitch(columns)
    starts = [lines[0].top]
    last = lines[0].top
    for line in lines[1:]:
        gap = line.top - last
        wide = gap > WIDER * pitch and _is_level(line.top, columns, STARTS)
        if wide or (gap > NARROW * pitch and _is_level(line.top, columns, MOST)):
            starts.append(line.top)
        last = max(last, line.top)
    return starts


def _pitch(columns: Sequence[Sequence[Line]]) -> float:
    """The usual distance between lines of one column."""
    steps = sorted(b.top - a.top for c in columns for a, b in itertools.pairwise(c))
    down = [s for s in steps if s > 1]
    return down[len(down) // 3] if down else 12.0


def _is_level(top: float, columns: Sequence[Sequence[Line]], share: float) -> bool:
    level = sum(1 for column in columns if any(abs(line.top - top) < 2 for line in column))
    return level >= max(3, share * len(columns))


def _parted(cell: TableCell, ys: Sequence[float], body: int) -> list[TableCell]:
    x0, _, x1, _ = cell.box
    out = []
    for row in range(body, len(ys) - 1):
        top, bottom = ys[row], ys[row + 1]
        lines = tuple(ln for ln in cell.lines if top <= (ln.top + ln.bottom) / 2 < bottom)
        box = (x0, top, x1, bottom)
        out.append(cell._replace(row=row, last_row=row, box=box, lines=lines))
    return out
