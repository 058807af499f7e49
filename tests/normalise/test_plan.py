"""From the plan as printed to the plan as data."""

from collections.abc import Sequence
from datetime import date

import pytest

from extract.records import Doubt, Field
from normalise.plan import normalise_plan, overdue
from normalise.rows.page_ranges import page_ranges
from tests.normalise.printed import plan, section

COLUMNS: Sequence[tuple[str, Field]] = (
    ("Action", "action"),
    ("Target date", "target_date_text"),
    ("Progress", "progress"),
)
TRAIN = ("Train the staff", "June 2014", "Ongoing")
WRITE = ("Write a guide", "May 2014", "Completed May 2014")


def test_ids_say_which_document_section_and_row() -> None:
    """Counted from one."""
    made = plan(section(COLUMNS, TRAIN, WRITE), section(COLUMNS, TRAIN, number=2))
    assert [action.action_id for action in normalise_plan(made).actions] == [
        "3fa91c07d2be-01-001",
        "3fa91c07d2be-01-002",
        "3fa91c07d2be-02-001",
    ]


def test_a_row_is_judged() -> None:
    """Its words, its status, its dates and its pages."""
    (action,) = normalise_plan(plan(section(COLUMNS, WRITE, agency="Police"))).actions
    assert (action.action, action.agency, action.review) == (
        "Write a guide",
        "Police",
        "Action plan",
    )
    assert (action.status, action.completed_date) == ("completed", "2014-05")
    assert (action.target_date, action.target_date_latest) == ("2014-05", "2014-05-31")
    assert (action.first_page, action.last_page, action.overdue) == (1, 2, "")


@pytest.mark.parametrize(
    ("status", "latest", "as_at", "late"),
    [
        ("in_progress", "2014-06-30", date(2014, 7, 1), "true"),
        ("in_progress", "2014-06-30", date(2014, 6, 30), "false"),
        ("completed", "2014-06-30", date(2014, 7, 1), "false"),
        ("superseded", "", date(2014, 7, 1), "false"),
        ("unknown", "2014-06-30", date(2014, 7, 1), ""),
        ("in_progress", "", date(2014, 7, 1), ""),
        ("in_progress", "2014-06-30", None, ""),
    ],
)
def test_open_rows_are_overdue_after_their_last_day(
    status: str, latest: str, as_at: date | None, late: str
) -> None:
    """Against the day that the user names; where no one can say, nothing is said."""
    assert overdue(status, latest, as_at) == late


@pytest.mark.parametrize(
    ("pages", "text"),
    [([3, 4, 5, 9], "3-5, 9"), ([1], "1"), ([2, 1], "1-2"), ([], "")],
)
def test_pages_are_written_as_people_do(pages: list[int], text: str) -> None:
    """Runs as ranges."""
    assert page_ranges(pages) == text


def test_doubts_about_a_row_are_its_issues() -> None:
    """And stand in its own cell, each kind once."""
    doubts = [
        Doubt(kind="word_join_unsure", page=1, message="cut", section=1, row=2) for _ in range(2)
    ]
    read = normalise_plan(plan(section(COLUMNS, TRAIN, WRITE), doubts=doubts))
    assert [issue.action_id for issue in read.issues] == ["3fa91c07d2be-01-002"] * 2
    assert [action.issues for action in read.actions] == ["", "word_join_unsure"]


def test_a_doubt_about_a_page_belongs_to_the_document() -> None:
    """Lost text makes a warning of its outcome."""
    lost = Doubt(kind="text_unplaced", page=1, message="3 characters stand in no cell")
    read = normalise_plan(plan(section(COLUMNS, TRAIN), doubts=[lost]))
    assert [(issue.action_id, issue.severity) for issue in read.issues] == [("", "error")]
    assert read.document.outcome == "converted_with_warnings"


def test_the_document_is_summed_up() -> None:
    """Rows, agencies and the pages of the plan."""
    sections = [
        section(COLUMNS, TRAIN, WRITE, agency="Police"),
        section(COLUMNS, TRAIN, number=2, agency="Council"),
    ]
    document = normalise_plan(plan(*sections, pages=[2, 3, 5])).document
    assert (document.actions, document.agencies, document.plan_pages) == (3, 2, "2-3, 5")
    assert document.outcome == "converted"


def test_a_document_without_rows_holds_no_plan() -> None:
    """That is an outcome and no fault."""
    read = normalise_plan(plan())
    assert (read.document.outcome, read.actions) == ("no_action_plan_found", ())


def test_every_filled_cell_has_a_place() -> None:
    """With the heading of its column and the words as printed."""
    read = normalise_plan(plan(section(COLUMNS, ["Train the staff", "", "Ongoing"])))
    assert [(c.field, c.heading, c.page, c.printed) for c in read.cells] == [
        ("action", "Action", 1, "Train the staff"),
        ("progress", "Progress", 1, "Ongoing"),
    ]
