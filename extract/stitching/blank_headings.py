"""What a column holds that has no heading: its cells tell."""

import re
from collections.abc import Collection, Sequence

from extract.headings.agency_names import agency_kind_of
from extract.records import Field
from extract.tables.finding import PageTable, TableCell

NARROW = 0.12
"""Share of its table's width under which a first column without a heading is one of numbers."""
NUMBERED = re.compile(r"\D{0,18}\d|\(?\w{1,2}[.)]?$|(?-i:[MDCLXVI]+\b|[A-Z]{1,5}$)", re.IGNORECASE)
"""What the number of a row begins with, its label included: '4', 'b)', 'Rec 12', 'iv'."""
NAME = re.compile(r"(?:(?:[A-Z][\w'’&.-]*|[a-z]{1,3}|&)(?:[ /,]+|$)){1,8}")
"""A text in which all words but the shortest begin with capitals, as names do."""
MOST = 0.6


def field_below(table: PageTable, blank: TableCell, others: Collection[Field]) -> Field:
    """The field of the column under a heading cell that is blank, beside columns of `others`.

    Bodies that stand for several rows each, or beside no other column of those who act, are
    agencies; what a narrow first column counts by is the reference. Anything else is `extra`: one
    column more, never glued to another.
    """
    if blank.column != 0:
        return "extra"
    cells = _below(table, blank)
    alone = not {"lead", "officer"} & set(others)
    if (alone or _stand_for_several(cells)) and _name_bodies(cells):
        return "agency" if "agency" not in others else "extra"
    x0, x1 = table.stretch(blank)
    narrow = x1 - x0 < NARROW * (table.xs[-1] - table.xs[0])
    return "reference" if narrow and _counts(cells, others) else "extra"


def _below(table: PageTable, blank: TableCell) -> list[TableCell]:
    """The cells with text that stand right under a cell, in its columns and no others."""
    span = blank.column, blank.last_column
    below = (c for c in table.cells if c.row > blank.last_row and c.lines)
    return [c for c in below if (c.column, c.last_column) == span]


def _stand_for_several(cells: Sequence[TableCell]) -> bool:
    """Whether cells are merged over rows, or say the same again from row to row."""
    again = 2 * len({c.text for c in cells}) <= len(cells)
    return again or any(c.last_row > c.row for c in cells)


def _name_bodies(cells: Sequence[TableCell]) -> bool:
    """Whether cells name public bodies, beside which others are told by their capitals alone."""
    texts = {" ".join(c.text.split()) for c in cells}
    known = {t for t in texts if agency_kind_of(t)}
    return bool(known) and all(NAME.fullmatch(t) for t in texts - known)


def _counts(cells: Sequence[TableCell], others: Collection[Field]) -> bool:
    """Whether cells hold the numbers of rows, which no other column does, or nothing at all."""
    if not cells:
        return True
    numbers = sum(bool(NUMBERED.match(c.text.strip())) for c in cells)
    return "reference" not in others and numbers >= MOST * len(cells)
