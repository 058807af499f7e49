"""The cells of a row under the headings of its section, and what is odd about how they stand."""

from collections import Counter
from collections.abc import Iterator, Sequence

from extract.records import Field
from extract.stitching.header_columns import HeaderColumn
from extract.tables.finding import PageTable, TableCell

GROUPING: tuple[Field, ...] = (
    "agency",
    "theme",
    "recommendation",
    "reference",
    "lead",
    "officer",
)
"""Columns whose cells stand for several rows."""
MOST = 0.6
"""Share of a column's width from which a cell stands under its heading."""


def in_columns(
    table: PageTable, cells: Sequence[TableCell], columns: Sequence[HeaderColumn]
) -> list[TableCell | None]:
    """The cells of a row, each under the column that it shares most of its width with."""
    out: list[TableCell | None] = [None] * len(columns)
    for cell in cells:
        at = _column_of(table, cell, columns)
        held = out[at]
        out[at] = cell if held is None else _merged(held, cell)
    return out


def _column_of(table: PageTable, cell: TableCell, columns: Sequence[HeaderColumn]) -> int:
    start, end = table.stretch(cell)
    shared = [min(end, c.x1) - max(start, c.x0) for c in columns]
    return max(range(len(columns)), key=lambda i: shared[i])


def odd_spans(
    table: PageTable, cells: Sequence[TableCell], columns: Sequence[HeaderColumn]
) -> Iterator[str]:
    """What is odd about how far the cells of a row reach: a rule may be missing there."""
    for cell in cells:
        if not cell.lines:
            continue
        start, end = table.stretch(cell)
        under = [c for c in columns if min(end, c.x1) - max(start, c.x0) > MOST * (c.x1 - c.x0) > 0]
        named = [c.heading for c in under if c.heading]
        if len(named) > 1:
            yield f"one cell stands under {' and '.join(named)}"
        if cell.last_row > cell.row and under and under[0].field not in GROUPING:
            yield f"one cell under {named[0] if named else 'no heading'} stands for several rows"
    under_one = Counter(_column_of(table, cell, columns) for cell in cells if cell.lines)
    for at, count in under_one.items():
        if count > 1:
            yield f"{count} cells stand under {columns[at].heading or 'no heading'}"


def _merged(left: TableCell, right: TableCell) -> TableCell:
    """Two cells that stand under one heading as one."""
    if not right.lines:
        return left
    if not left.lines:
        return right
    box = (
        left.box[0],
        min(left.box[1], right.box[1]),
        right.box[2],
        max(left.box[3], right.box[3]),
    )
    return left._replace(box=box, lines=left.lines + right.lines, fill=left.fill or right.fill)
