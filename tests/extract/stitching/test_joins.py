"""Whether the first row of a page goes on with the last one of the page before."""

from collections.abc import Sequence

import pytest

from extract.records import Field
from extract.stitching.building import OpenCell, OpenRow, Piece
from extract.stitching.header_columns import HeaderColumn
from extract.stitching.joins import Break, Evidence, goes_on, weigh
from extract.tables.finding import TableCell
from tests.extract.drawn import drawn_cell, drawn_line

FIELDS: tuple[Field, ...] = ("reference", "recommendation", "action", "target_date_text")
COLUMNS = [HeaderColumn(name, name, 100.0 * i, 100.0 * (i + 1)) for i, name in enumerate(FIELDS)]
CLOSED = Break(open_bottom=False, open_top=False, room_below=0, line_height=12)
BEFORE = ("1", "Agencies should share what they know of", "Write a protocol with", "June 2021")


def row_of(texts: Sequence[str], *, bottom: float = 115) -> OpenRow:
    """Draw the last row of a page; its text ends at 102, the row where it is said."""
    cells = [
        OpenCell([Piece(1, (100.0 * i, 90, 100.0 * (i + 1), bottom), (drawn_line(t),), "", (0, 1))])
        if t
        else None
        for i, t in enumerate(texts)
    ]
    return OpenRow(list(cells), [1])


def cells_of(texts: Sequence[str]) -> list[TableCell]:
    """Draw the first row of the next page."""
    return [drawn_cell(t, 0, i, (100.0 * i, 40, 100.0 * (i + 1), 70)) for i, t in enumerate(texts)]


def weighed(after: Sequence[str], brk: Break = CLOSED, *, bottom: float = 115) -> Evidence:
    """Weigh a first row against the same last one."""
    return weigh(COLUMNS, row_of(BEFORE, bottom=bottom), cells_of(after), brk)


@pytest.mark.parametrize(
    "after",
    [
        ("", "each other", "the hospital.", ""),
        ("", "", "the hospital.", ""),
        ("", "", "", ""),
    ],
)
def test_the_rest_of_a_row_joins(after: Sequence[str]) -> None:
    """Sentences go on, no number stands before them, or nothing is left but blank cells."""
    assert weighed(after).joins


@pytest.mark.parametrize(
    "after",
    [
        ("2", "The council should train.", "Train the staff.", "July 2021"),
        ("2", "", "Train the staff.", "July 2021"),
    ],
)
def test_a_row_with_a_number_of_its_own_is_new(after: Sequence[str]) -> None:
    """Even where the recommendation is not printed again."""
    assert not weighed(after).joins


def test_open_rules_at_the_break_are_evidence() -> None:
    """Below the last row and above the first one; together they outweigh a doubt."""
    after = ("", "The council", "Train", "")
    shut = weighed(after).weight
    below = weighed(after, CLOSED._replace(open_bottom=True)).weight
    both = weighed(after, CLOSED._replace(open_bottom=True, open_top=True)).weight
    assert shut < below < both


def test_room_left_on_the_page_speaks_against_a_join() -> None:
    """A row that goes on would have filled it."""
    after = ("", "each other", "the hospital.", "")
    roomy = weighed(after, CLOSED._replace(room_below=100))
    assert "room was left on the page" in roomy.signs
    assert roomy.weight == weighed(after).weight - 3


def test_cells_that_ended_above_the_break_and_begin_again_are_new() -> None:
    """The text of a cell that goes on reaches the end of its page."""
    after = ("", "Each other", "The hospital", "")
    assert weighed(after, bottom=300).weight < weighed(after).weight


def test_every_cell_that_begins_anew_speaks_against_a_join() -> None:
    """Capitals in all of them."""
    assert "every cell begins anew" in weighed(("2", "The council", "Train", "July 2021")).signs


def test_evidence_near_nought_is_weak() -> None:
    """A person should look at it."""
    assert Evidence(1.0, ()).weak
    assert Evidence(-1.0, ()).weak
    assert not Evidence(2.0, ()).weak


@pytest.mark.parametrize(
    ("before", "after", "on"),
    [
        ("agreed with", "the hospital", True),
        ("agreed.", "the hospital", False),
        ("agreed with", "The hospital", False),
        ("two lists:", "a) one", False),
    ],
)
def test_a_sentence_goes_on_in_small_letters(before: str, after: str, on: bool) -> None:
    """After a full stop or in capitals it may be another one."""
    assert goes_on(before, after) is on
