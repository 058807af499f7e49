"""Rows that nothing parts but the gaps between them, where columns are ruled."""

from extract.tables.finding import PageTable, TableCell
from extract.tables.unparted import with_rows_parted
from tests.extract.drawn import drawn_line

TEXTS = (("No.", "1", "2", "3"), ("Action", "Train", "Write", "Meet"), ("Lead", "a", "b", "c"))
PITCH = 12.0


def body(gap: float, lead: float = 0.0) -> PageTable:
    """A table of one ruled row: three columns, whose rows of two lines stand `gap` apart."""
    cells = []
    for column, texts in enumerate(TEXTS):
        x0 = 100.0 * column
        shift = lead if column else 0.0
        lines = [
            drawn_line(text + end, x0 + 3, 110 + row * (PITCH + gap) + at * PITCH + shift)
            for row, text in enumerate(texts)
            for at, end in enumerate(("", "x"))
        ]
        box = (x0, 100.0, x0 + 100, 300.0)
        cells.append(TableCell(1, 0, column, 0, column, box, tuple(lines), ""))
    xs = (0.0, 100.0, 200.0, 300.0)
    return PageTable(1, xs, (100.0, 300.0), tuple(cells), False, False, "ruled")


def test_rows_that_begin_in_all_columns_may_stand_close() -> None:
    """The gap is hardly wider than between lines; without any gap there is one text."""
    table = with_rows_parted(body(gap=16.0))
    assert [c.text for c in table.row(1)] == ["1 1x", "Train Trainx", "a ax"]
    assert with_rows_parted(body(gap=12.0)).rows == 1


def test_columns_that_do_not_begin_level_are_parted_by_wide_gaps_alone() -> None:
    """They may be lists that stand side by side."""
    assert with_rows_parted(body(gap=16.0, lead=4.0)).rows == 1
