"""Which rows of a table are its headings, and what they make of its columns."""

import pytest

from extract.stitching.headers import completed, headers_of, labelled, merged_fields
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon
from extract.text.words import Line
from tests.extract.drawn import drawn_cell, drawn_page, drawn_table

NOTHING = Lexicon([])
HEADINGS = ["Recommendation", "Action to take", "Lead agency", "Target date"]
ROW = ["Agencies should share", "Write a protocol", "Police", "June 2021"]


def test_the_first_row_holds_the_headings() -> None:
    """Each column knows what it stands for and where it stands."""
    (header,) = headers_of(drawn_table([HEADINGS, ROW]), NOTHING)
    assert header.fields == ("recommendation", "action", "lead", "target_date_text")
    assert (header.first, header.last, header.plan) == (0, 0, True)
    assert (header.columns[1].x0, header.columns[1].x1) == (100, 200)


def test_headings_may_stand_below_a_title_and_come_again() -> None:
    """In the middle of a table, for the next agency."""
    table = drawn_table([["Police", "", "", ""], HEADINGS, ROW, HEADINGS, ROW])
    assert [header.first for header in headers_of(table, NOTHING)] == [1, 3]


def test_headings_are_the_same_however_their_lines_break() -> None:
    """On a page with narrower columns."""
    narrow = [text.replace(" ", "\n") for text in HEADINGS]
    first, second = (
        headers_of(drawn_table([headings, ROW]), NOTHING)[0] for headings in (HEADINGS, narrow)
    )
    assert first.key == second.key


def test_a_row_of_actions_is_no_header() -> None:
    """Though some of its words are such as stand in headings."""
    assert headers_of(drawn_table([ROW, ["Action plan", "Report", "All", "May"]]), NOTHING) == []


def test_headings_of_versions_make_no_plan() -> None:
    """They are headings all the same, so that what follows is no row of a plan."""
    table = drawn_table([["Version", "Date", "Author", "Changes"], ["1", "May", "Chair", "Draft"]])
    assert not any(header.plan for header in headers_of(table, NOTHING))


def test_a_narrow_column_without_heading_holds_the_numbers() -> None:
    """If it is the first one."""
    table = drawn_table([["", *HEADINGS], ["1", *ROW]])
    narrow = table._replace(xs=(0.0, 20.0, 120.0, 220.0, 320.0, 420.0))
    assert headers_of(narrow, NOTHING)[0].fields[0] == "reference"


def test_headings_less_sure_than_others_are_no_values_of_theirs() -> None:
    """'Accepted' and 'Date' stand beside what could be labels, and head columns all the same."""
    table = drawn_table([["Recommendation", "Accepted", "Action", "Date"], ROW])
    assert headers_of(table, NOTHING)[0].plan
    assert labelled(drawn_table([["Agency", "Kent Police", "Action", "Write it"], ROW]), 0)


def test_headings_that_the_page_cut_off_are_completed() -> None:
    """From the first row of the next page, if it reads as headings."""
    (header,) = headers_of(drawn_table([[*HEADINGS[:3], ""], ROW]), NOTHING)
    rest = drawn_table([["", "", "", "Target date"], ROW], page=2)
    whole = completed(header, rest, NOTHING)
    assert whole is not None
    assert whole.fields[3] == "target_date_text"
    assert completed(header, drawn_table([ROW], page=2), NOTHING) is None


def test_headings_that_the_page_tore_are_completed() -> None:
    """Each goes on in the first row of the next page, set in bold as headings are."""
    (header,) = headers_of(drawn_table([["Recommendation", "Action", "Lead", "Timescal"]]), NOTHING)
    rest = drawn_table([["", "to take", "agency", "e"], ROW], page=2)
    assert completed(header, rest, NOTHING) is None
    whole = completed(header, in_bold(rest, row=0), NOTHING)
    assert whole is not None
    assert [c.heading for c in whole.columns] == [
        "Recommendation",
        "Action to take",
        "Lead agency",
        "Timescale",
    ]


def in_bold(table: PageTable, row: int) -> PageTable:
    """Set a row of a drawn table in bold."""
    cells = [
        c._replace(lines=tuple(_bold(line) for line in c.lines)) if c.row == row else c
        for c in table.cells
    ]
    return table._replace(cells=tuple(cells))


def _bold(line: Line) -> Line:
    return line._replace(words=tuple(word._replace(bold=True) for word in line.words))


def test_columns_with_merged_cells_are_known() -> None:
    """A recommendation over the two rows of its actions."""
    table = drawn_table([HEADINGS, ROW, ["", *ROW[1:]]])
    tall = drawn_cell("Agencies should share", 1, 0, (0, 130, 100, 190), last_row=2)
    others = [c for c in table.cells if not (c.column == 0 and c.row > 0)]
    merged = table._replace(cells=(*others, tall))
    assert merged_fields([drawn_page(1, [merged])], NOTHING) == {"recommendation"}
    assert merged_fields([drawn_page(1, [table])], NOTHING) == frozenset()


def test_headings_that_a_spreadsheet_cuts_off_are_the_same() -> None:
    """Over the same columns, where one begins as the other does."""
    cut = ["Recommend", "Action", "Lead", "Target date"]
    first, second, other = (
        headers_of(drawn_table([headings, ROW]), NOTHING)[0]
        for headings in (HEADINGS, cut, [*cut[:3], "Progress"])
    )
    assert first.repeated_by(second)
    assert not first.repeated_by(other)
    moved = second._replace(columns=tuple(c._replace(x1=c.x1 + 9) for c in second.columns))
    assert not first.repeated_by(moved)


def test_one_long_heading_hides_no_plan() -> None:
    """Beside others that are as short as headings are."""
    long = (
        "How we will know that this has made a difference to adults at risk and their families " * 2
    )
    (header,) = headers_of(drawn_table([[*HEADINGS, long], [*ROW, "Audit"]]), NOTHING)
    assert header.plan
    assert header.fields[:4] == ("recommendation", "action", "lead", "target_date_text")


def test_headings_may_explain_themselves_in_their_own_cells() -> None:
    """Every one of them at length, as templates do."""
    prompt = "\nHow exactly is the agency going to make this happen, and who is to know of it?" * 2
    table = drawn_table([[text + prompt for text in HEADINGS], ROW, ROW])
    (header,) = headers_of(table, NOTHING)
    assert header.fields == ("recommendation", "action", "lead", "target_date_text")
    prose = drawn_table([[f"Some text {n}{prompt}" for n in range(4)], ROW, ROW])
    assert headers_of(prose, NOTHING) == []


def _merged(table: PageTable, row: int, start: int) -> PageTable:
    """Let the cell of a row in column `start` reach to the table's end."""
    first = next(c for c in table.row(row) if c.column == start)
    whole = first._replace(last_column=table.columns - 1)
    rest = [c for c in table.cells if not (c.row == row and c.column >= start)]
    return table._replace(cells=(*rest, whole))


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        (["Recommendation", "Share what is known"], "recommendation"),
        (["Recommendation 1:", "Share what is known"], "recommendation"),
        (["Lead agency", "Coroner’s Office"], "lead"),
        (["Recommendation", "Action to take"], None),
        (["Police", "Share what is known"], None),
    ],
)
def test_a_label_and_its_value_over_the_rest_of_a_row(texts: list[str], field: str | None) -> None:
    """They are no headings, nor a row of the plan; headings over several columns are no values."""
    table = _merged(drawn_table([[*texts, "", ""], HEADINGS, ROW]), 0, 1)
    assert [reading.field for reading, _ in labelled(table, 0)] == ([field] if field else [])
    assert [header.last for header in headers_of(table, NOTHING)] == [1]
