"""Spreadsheets whose last columns stand on other pages are put together again."""

from collections.abc import Sequence

from extract.stitching.beside import beside
from extract.stitching.seams import seam_of
from extract.stitching.sheets import put_together, same_rows, sheets_of
from extract.tables.finding import PageTable, PageTables, TableCell
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_cell, drawn_page, drawn_table

LEFT = ("No.", "Recommendation", "Action")
RIGHT = ("Target date", "Progress")
NOTHING = Lexicon([])


def left(page: int, numbers: Sequence[int]) -> PageTable:
    """Draw the first columns of some rows."""
    return drawn_table([LEFT, *((str(n), f"Agree {n}", f"Write {n}") for n in numbers)], page=page)


def right(page: int, numbers: Sequence[int]) -> PageTable:
    """Draw the last columns of some rows."""
    return drawn_table([RIGHT, *(("June 2021", f"Done {n}") for n in numbers)], page=page)


def pages(*tables: PageTable) -> list[PageTables]:
    """Put each table on a page of its own."""
    return [drawn_page(number, [table]) for number, table in enumerate(tables, start=1)]


def test_pages_down_then_over() -> None:
    """All first parts come before all last ones."""
    printed = pages(left(1, [1, 2]), left(2, [3, 4, 5]), right(3, [1, 2]), right(4, [3, 4, 5]))
    assert sheets_of(printed, NOTHING) == ((0, 2), (1, 3))


def test_pages_over_then_down() -> None:
    """First and last parts come in turn."""
    printed = pages(left(1, [1, 2]), right(2, [1, 2]), left(3, [3, 4, 5]), right(4, [3, 4, 5]))
    assert sheets_of(printed, NOTHING) == ((0, 1), (2, 3))


def test_other_pages_stand_between_the_sheets() -> None:
    """A page without a table, and one with a table that is none of the plan."""
    versions = drawn_table([("Version", "Date"), ("1", "May 2021"), ("2", "June 2021")], page=1)
    sheets = pages(left(2, [1, 2]), right(3, [1, 2]), left(5, [3, 4]), right(6, [3, 4]))
    printed = [drawn_page(1, [versions]), *sheets[:2], drawn_page(4), *sheets[2:]]
    assert sheets_of(printed, NOTHING) == ((1, 2), (4, 5))


def test_a_plan_of_several_pages_is_no_sheet() -> None:
    """Its headings come again, so no page completes another."""
    assert sheets_of(pages(left(1, [1, 2, 3]), left(2, [4, 5, 6])), NOTHING) == ()


def test_rows_at_other_heights_do_not_belong_together() -> None:
    """Two tables of different plans."""
    other = drawn_table([RIGHT, ("June 2021", "Done"), ("May 2021", "Done")], page=2, height=44)
    assert sheets_of(pages(left(1, [1, 2]), other), NOTHING) == ()


def test_rows_are_the_same_where_they_stand_level() -> None:
    """Within a hair's breadth; a merged cell may hide one of them."""
    table = left(1, [1, 2, 3])
    hidden = table._replace(ys=table.ys[:2] + table.ys[3:])
    assert same_rows(table, right(2, [1, 2, 3]))
    assert same_rows(table, hidden)
    assert not same_rows(table, table._replace(ys=tuple(y + 15 for y in table.ys)))


def test_the_last_columns_follow_the_first() -> None:
    """As one table with all columns, row by row."""
    first, last = left(1, [1, 2]), right(3, [1, 2])
    wide = beside(first, last, seam_of([(first, last)]))
    assert wide.xs == (0, 100, 200, 300, 400, 500)
    assert [cell.text for cell in wide.row(2)] == ["2", "Agree 2", "Write 2", "June 2021", "Done 2"]
    assert {cell.page for cell in wide.row(2)} == {1, 3}


def test_a_full_width_row_goes_on_over_both_parts() -> None:
    """Also where the right part has two rows beside it, as long as both are blank."""
    texts = [LEFT, ("1", "Agree 1", "Write 1"), ("", "", ""), ("2", "Agree 2", "Write 2")]
    first = drawn_table(texts)
    band = drawn_cell("Police", 2, 0, (0, 160, 300, 190))._replace(last_column=2)
    first = first._replace(cells=(*(c for c in first.cells if c.row != 2), band))
    last = drawn_table([RIGHT, ("May", "Done"), ("", ""), ("June", "Late")], page=2)
    split = last._replace(
        ys=(100, 130, 160, 175, 190, 220),
        cells=tuple(_with_a_line_through_row_2(cell) for cell in last.cells)
        + tuple(c._replace(row=3, last_row=3) for c in last.cells if c.row == 2),
    )
    for right_part in (last, split):
        wide = beside(first, right_part, seam_of([(first, last)]))
        bands = [cell for cell in wide.cells if cell.text == "Police"]
        assert [(cell.column, cell.last_column) for cell in bands] == [(0, 4)]
        assert [cell.text for cell in wide.row(2)] == ["Police"]


def _with_a_line_through_row_2(cell: TableCell) -> TableCell:
    return cell._replace(row=cell.row + 1, last_row=cell.row + 1) if cell.row > 2 else cell


def test_a_sheet_leaves_its_last_pages_without_tables() -> None:
    """Or its rows would be read twice."""
    printed = pages(left(1, [1, 2, 3]), right(2, [1, 2, 3]))
    together = put_together(printed, NOTHING)
    assert [[table.columns for table in page.tables] for page in together] == [[5], []]


def test_a_sheet_that_was_torn_in_two_loses_nothing() -> None:
    """Only one of its parts stands beside the rows; the other stays where it is printed."""
    first, second = right(2, [1, 2]), right(2, [1, 2])
    moved = second._replace(xs=tuple(x + 250 for x in second.xs))
    printed = [drawn_page(1, [left(1, [1, 2])]), drawn_page(2, [first, moved])]
    _, rest = put_together(printed, NOTHING)
    kept = [table for page in put_together(printed, NOTHING) for table in page.tables]
    assert sum(len(table.cells) for table in kept) == len(left(1, [1, 2]).cells) + 2 * 6
    assert len(rest.tables) <= 2
