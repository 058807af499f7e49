"""The columns under the headings of a table, some of which no heading of their own names."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.records import Field
from extract.stitching.colours import hue_of
from extract.tables.finding import PageTable

NARROW = 0.12
"""Share of a table's width that a column of numbers takes at most."""
FEW = 2
MOST = 0.6
"""Share of the cells of a column of ratings that hold one."""
NUMBER = re.compile(r"[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?[.):]?")


class HeaderColumn(NamedTuple):
    """A column: its printed heading, what it stands for, and the stretch of the page it takes."""

    heading: str
    field: Field
    x0: float
    x1: float


def without_guessed(columns: Sequence[HeaderColumn]) -> list[HeaderColumn]:
    """Columns whose edges no rule draws: one without a heading belongs to the one before it."""
    kept: list[HeaderColumn] = []
    for column in columns:
        if kept and not column.heading:
            kept[-1] = kept[-1]._replace(x1=column.x1)
        else:
            kept.append(column)
    return kept


def with_numbers_apart(
    columns: Sequence[HeaderColumn], table: PageTable, last: int
) -> list[HeaderColumn]:
    """Columns in order, and apart the numbers of rows that stand under another one's heading.

    A heading may be merged over a narrow column of nothing but numbers, and that of the texts
    which they number. `last` is the last row of the headings.
    """
    if any(column.field == "reference" for column in columns):
        return list(columns)
    out: list[HeaderColumn] = []
    for column in columns:
        first = next((i for i, x in enumerate(table.xs) if x == column.x0), None)
        if first is None or not _holds_numbers(table, first, column, last):
            out.append(column)
            continue
        middle = table.xs[first + 1]
        out.append(HeaderColumn("", "reference", column.x0, middle))
        out.append(column._replace(x0=middle))
    return out


def with_ratings_apart(
    columns: Sequence[HeaderColumn], table: PageTable, last: int
) -> list[HeaderColumn]:
    """Columns in order, and apart the coloured cells that stand under another one's heading.

    As under 'Progress and RAG': the last of several columns holds colours and not a word. `last` is
    the last row of the headings.
    """
    if any(column.field == "rag" for column in columns):
        return list(columns)
    out: list[HeaderColumn] = []
    for column in columns:
        end = next((i for i, x in enumerate(table.xs) if x == column.x1), 0)
        if end < 2 or table.xs[end - 1] <= column.x0 or not _holds_colours(table, end - 1, last):
            out.append(column)
            continue
        edge = table.xs[end - 1]
        out += [column._replace(x1=edge), HeaderColumn("", "rag", edge, column.x1)]
    return out


def _holds_colours(table: PageTable, at: int, last: int) -> bool:
    """Whether a column holds no words, and in most cells a colour that the one before has not."""
    own = [c for c in table.cells if c.row > last and c.column == c.last_column == at]
    before = {c.row: c.fill for c in table.cells if c.last_column == at - 1}
    coloured = [c for c in own if hue_of(c.fill) and c.fill != before.get(c.row)]
    # One colour all the way down is an ornament; a page may hold the last row or two alone.
    several = len({c.fill for c in coloured}) > 1 or 0 < len(own) <= FEW
    return several and not any(c.lines for c in own) and len(coloured) >= MOST * len(own)


def _holds_numbers(table: PageTable, first: int, column: HeaderColumn, last: int) -> bool:
    """Whether the first of several columns under a heading is narrow, and holds numbers alone."""
    if column.x1 <= table.xs[first + 1]:
        return False
    if table.xs[first + 1] - column.x0 >= NARROW * (table.xs[-1] - table.xs[0]):
        return False
    body = [c for c in table.cells if c.row > last and c.column == first]
    own = [c for c in body if c.last_column == first]
    texts = [c.text.strip() for c in sorted(own, key=lambda c: c.row) if c.lines]
    counts = [[int(figure) for figure in re.findall(r"\d+", text)] for text in texts]
    rising = all(a < b for a, b in pairwise(counts))  # as the numbers of rows do, and costs do not
    return bool(texts) and rising and all(NUMBER.fullmatch(text) for text in texts)
