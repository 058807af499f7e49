"""The cells of a row under the headings of its section, and what is odd about how they stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.records import Field
from extract.stitching.header_columns import HeaderColumn
from extract.tables.finding import PageTable, TableCell

DATE = re.compile(
    r"\d|\b(?:ongoing|immediate|tbc|complete|done|annual|month|week|spring|summer|autumn)",
    re.IGNORECASE,
)
"""What stands under the heading of a date."""
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
DATED: frozenset[Field] = frozenset(
    {"target_date_text", "revised_target_date_text", "completed_date_text"}
)
TOLD: frozenset[Field] = frozenset({"action", "recommendation"})
SHARE = 0.5
"""Of the cells of a column, those that must read as what its heading asks for."""
NEAR = 6.0
"""Points within which the edge of a table is one of the plan's."""


def has_edges(table: PageTable, columns: Sequence[HeaderColumn], *, next_page: bool) -> bool:
    """Whether the columns of a table stand where those of the plan do."""
    ours = [c.x0 for c in columns] + [columns[-1].x1]
    if table.columns == len(columns) > 2 and next_page:
        pairs = zip(table.xs, ours, strict=True)
        return all(abs(x - o) < 0.05 * (ours[-1] - ours[0]) for x, o in pairs)
    near = sum(1 for x in table.xs if min(abs(x - o) for o in ours) < NEAR)
    return near >= max(2, 0.75 * len(table.xs), 0.6 * len(ours))


def moved_to(table: PageTable, columns: Sequence[HeaderColumn]) -> tuple[HeaderColumn, ...] | None:
    """The plan's columns with the edges of a table that has as many of its own widths."""
    if table.columns != len(columns) or table.columns < 3:
        return None
    edges = pairwise(table.xs)
    return tuple(c._replace(x0=x0, x1=x1) for c, (x0, x1) in zip(columns, edges, strict=True))


def reads_on(table: PageTable, columns: Sequence[HeaderColumn]) -> bool:
    """Whether a table without headings holds, under those of the plan, what they ask for.

    Dates stand under dates, and more than a few words under actions and recommendations.
    """
    rows = [in_columns(table, table.row(row), columns) for row in range(table.rows)]
    asked = [(at, c.field) for at, c in enumerate(columns) if c.field in DATED | TOLD]
    found = []
    for at, field in asked:
        texts = [cell.text for row in rows if (cell := row[at]) and cell.text]
        fits = [bool(DATE.search(t)) if field in DATED else len(t.split()) > 3 for t in texts]
        found.append(bool(texts) and sum(fits) >= SHARE * len(fits))
    told = [ok for ok, (_, field) in zip(found, asked, strict=True) if field in TOLD]
    return bool(told) and all(found)


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
