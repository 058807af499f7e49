"""Headings that can mean two things are settled by the cells under them, in the whole document."""

from collections.abc import Sequence

import pytest

from extract.records import Field
from normalise.plan import normalise_plan
from normalise.rows.settled_columns import settled
from tests.normalise.printed import plan, section

ACTION: tuple[str, Field] = ("Action", "action")
DUE: tuple[str, Field] = ("Deadline", "target_date_text")


@pytest.mark.parametrize(
    ("heading", "field", "cells", "found"),
    [
        ("Rec.", "reference", ["1", "2a"], "reference"),
        (
            "Rec.",
            "reference",
            ["Staff should know the law", "Write a guide for all"],
            "recommendation",
        ),
        ("Completed", "status_text", ["12/06/2020", "May 2021"], "completed_date_text"),
        ("Completed", "status_text", ["12/06/2020", "No"], "status_text"),
        ("Actual", "status_text", ["12/06/2020", "n/a"], "completed_date_text"),
        ("Completed", "status_text", ["N/A", "TBC"], "status_text"),
        ("Completed", "status_text", ["", ""], "status_text"),
        ("Target", "target_date_text", ["95 % of staff", "All files"], "evidence"),
        ("Target", "target_date_text", ["95 % of staff", "May 2020"], "target_date_text"),
        ("Target", "target_date_text", ["Ongoing", "Ongoing"], "target_date_text"),
    ],
)
def test_cells_say_what_a_column_holds(
    heading: str, field: Field, cells: Sequence[str], found: Field
) -> None:
    """Every cell under the heading is asked; none leaves the heading to speak for itself."""
    rows = [(text, "Train the staff", "June 2020") for text in cells]
    made = plan(section([(heading, field), ACTION, DUE], *rows))
    assert settled(made).sections[0].columns[0].field == found


def test_a_target_alone_is_a_date() -> None:
    """Only beside a column of dates can it be a figure."""
    made = plan(section([("Target", "target_date_text"), ACTION], ("95 %", "Train the staff")))
    assert settled(made) == made


@pytest.mark.parametrize(
    ("headings", "status"),
    [
        (("Progress June 2019", "Progress May 2020"), "completed"),
        (("Progress May 2020", "Progress June 2019"), "not_started"),
        (("Progress Q1", "Progress Q2"), "completed"),
        (("Previous position", "Current position"), "completed"),
        (("Latest update", "Update before"), "not_started"),
    ],
)
def test_the_newest_of_dated_columns_says_how_far_a_row_is(
    headings: tuple[str, str], status: str
) -> None:
    """Both stay in print; dates in the headings, or their words, tell which is newer."""
    columns: list[tuple[str, Field]] = [(heading, "progress") for heading in headings]
    made = plan(section([ACTION, *columns], ("Train the staff", "Not started", "Completed")))
    (action,) = normalise_plan(made).actions
    assert (action.progress, action.status) == ("Not started\nCompleted", status)


@pytest.mark.parametrize(
    ("heading", "statuses", "planned"),
    [
        ("Completion date", ("In progress", "Completed"), True),
        ("Date of completion", ("Amber", "Green"), True),
        ("Completion date", ("Completed", "Completed"), False),
        ("Completion date", ("Green", "Green"), False),
        ("Completed date", ("In progress", "Completed"), False),
    ],
)
def test_a_completion_date_of_open_actions_is_their_target(
    heading: str, statuses: tuple[str, str], planned: bool
) -> None:
    """Where no other date is printed; 'Completed date' holds no plan."""
    columns: list[tuple[str, Field]] = [(heading, "completed_date_text"), ("RAG", "rag")]
    rows = [("Train the staff", "May 2020", status) for status in statuses]
    actions = normalise_plan(plan(section([ACTION, *columns], *rows))).actions
    assert {(a.target_date, a.completed_date) for a in actions} == (
        {("2020-05", "")} if planned else {("", "2020-05")}
    )


def test_a_completion_date_beside_a_target_stays_one() -> None:
    """However the rows stand."""
    columns: list[tuple[str, Field]] = [("Completion date", "completed_date_text"), ("RAG", "rag")]
    made = plan(section([ACTION, DUE, *columns], ("Train", "May 2020", "June 2020", "Amber")))
    assert settled(made) == made
