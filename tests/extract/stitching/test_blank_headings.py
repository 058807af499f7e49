"""What a column without a heading holds, told by the cells under it."""

import pytest

from extract.stitching.headers import headers_of
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_table

NOTHING = Lexicon([])
HEADINGS = ["No.", "Action to take", "Lead officer", "Target date"]


def _table(first: list[str], *, merged: bool, headings: list[str] = HEADINGS) -> PageTable:
    """A plan of numbered rows whose first column, the narrow one, has no heading."""
    rows = [[t, str(n), "Write a protocol", "Chair", "May"] for n, t in enumerate(first)]
    table = drawn_table([["", *headings], *rows])
    cells = [
        c._replace(last_row=table.rows - 1) if merged and (c.row, c.column) == (1, 0) else c
        for c in table.cells
        if not (merged and c.column == 0 and c.row > 1)
    ]
    return table._replace(cells=tuple(cells), xs=(0.0, 20.0, 120.0, 220.0, 320.0, 420.0))


@pytest.mark.parametrize(
    ("first", "merged", "field"),
    [
        (["Kent Police", ""], True, "agency"),
        (["Kent Police", "Kent Police", "Safe Paths", "Safe Paths"], False, "agency"),
        (["Safe Paths", ""], True, "extra"),
        (["Kent Police", "Training for staff of the force"], False, "extra"),
        (["Information sharing", ""], True, "extra"),
        (["1", "2"], False, "extra"),
    ],
)
def test_bodies_that_stand_for_several_rows_are_agencies(
    first: list[str], merged: bool, field: str
) -> None:
    """Anything else is a column of its own, and never glued to the numbers beside it."""
    (header,) = headers_of(_table(first, merged=merged), NOTHING)
    assert header.fields[:2] == (field, "reference")


@pytest.mark.parametrize("number", ["1", "2.3", "R4", "b)", "iv", "Rec 12"])
def test_a_narrow_first_column_counts_where_no_other_does(number: str) -> None:
    """With a label or without."""
    headings = ["Scope", *HEADINGS[1:]]
    (header,) = headers_of(_table([number, number], merged=False, headings=headings), NOTHING)
    assert header.fields[0] == "reference"


def test_headings_that_come_again_keep_what_the_first_page_told() -> None:
    """A merged cell that goes on over the page's end is blank there."""
    (first,) = headers_of(_table(["Kent Police", ""], merged=True), NOTHING)
    (again,) = headers_of(_table(["", ""], merged=True), NOTHING)
    assert first.repeated_by(again)
    assert again.after(first).fields == first.fields
