"""Columns that two sheets share, or that the edge of a sheet cuts, are found and put together."""

from collections.abc import Sequence

import pytest

from extract.stitching.beside import beside
from extract.stitching.seams import Seam, joined_line, seam_of
from extract.tables.finding import PageTable
from tests.extract.drawn import drawn_line, drawn_table

ROWS = (
    ("3", "Brief the wardens", "October 2017", "Under way"),
    ("4", "Write to landlords", "November 2017", "Done"),
    ("5", "Map the services", "February 2018", "Draft shared"),
)
HEADINGS = ("No.", "Action", "Target date", "Progress")


def sheet(page: int, columns: Sequence[int], *, cut: slice | None = None, at: int = 0) -> PageTable:
    """Draw some columns of the rows; of the one at `at` only a part of each word."""
    rows = [HEADINGS, *ROWS]
    return drawn_table(
        [
            [row[c][cut] if cut and i == at else row[c] for i, c in enumerate(columns)]
            for row in rows
        ],
        page=page,
    )


def test_a_date_is_cut_by_sheets_that_overlap() -> None:
    """'October 20' on one sheet, 'ber 2017' on the other."""
    left = sheet(1, [0, 1, 2], cut=slice(0, 10), at=2)
    right = sheet(2, [2, 3], cut=slice(4, None), at=0)
    seam = seam_of([(left, right)])
    assert (seam.again, seam.shared) == (0, 1)
    wide = beside(left, right, seam)
    assert [cell.text for cell in wide.row(1)] == list(ROWS[0])
    assert [part.page for part in wide.row(1)[2].parts] == [1, 2]


def test_whole_columns_stand_on_both_sheets() -> None:
    """They are read once, and stand on both pages."""
    left, right = sheet(1, [0, 1, 2]), sheet(2, [1, 2, 3])
    seam = seam_of([(left, right)])
    assert (seam.again, seam.shared) == (0, 2)
    assert [cell.text for cell in beside(left, right, seam).row(3)] == list(ROWS[2])


def test_the_first_columns_are_printed_again() -> None:
    """As spreadsheets do with columns that shall stand on each sheet."""
    left, right = sheet(1, [0, 1]), sheet(2, [0, 2, 3])
    seam = seam_of([(left, right)])
    assert (seam.again, seam.shared) == (1, 0)
    assert [cell.text for cell in beside(left, right, seam).row(2)] == list(ROWS[1])


def test_sheets_that_share_nothing_stand_side_by_side() -> None:
    """No letters of one are those of the other."""
    left, right = sheet(1, [0, 1]), sheet(2, [2, 3])
    assert seam_of([(left, right)]) == Seam(0, 0, 200.0)


def test_a_closed_column_is_not_cut() -> None:
    """Dates that fill their column up to the rule, and words that begin right behind it."""
    dates = [("1", "30/06/2017"), ("2", "31/07/2017"), ("3", "31/08/2017")]
    left = drawn_table([("No.", "Due"), *dates], width=52)
    right = drawn_table([("", "Lead"), ("yes", "SAB"), ("no", "CSP"), ("yes", "NHS")], page=2)
    assert seam_of([(left, right)]).shared == 0
    open_edges = left._replace(open_right=True), right._replace(open_left=True)
    assert seam_of([open_edges]).shared == 1


@pytest.mark.parametrize(
    ("left", "right", "shift", "whole"),
    [
        ("Septem", "mber 2016", 25.0, "September 2016"),
        ("Report to", "the Board", 50.0, "Report to the Board"),
        ("all of the audit", "audit tool", 55.0, "all of the audit tool"),
        ("Ongoing", "ing", 20.0, "Ongoing"),
        ("Housing", "Housing Options", 0.0, "Housing Options"),
    ],
)
def test_two_parts_of_a_line_become_one(left: str, right: str, shift: float, whole: str) -> None:
    """What both sheets print stands once; a gap at the cut stays a space."""
    assert joined_line(drawn_line(left), drawn_line(right), shift).text == whole
