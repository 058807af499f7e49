"""The dates of a row, one value for each column."""

import pytest

from normalise.rows.dates import row_dates


def read(**fields: str) -> tuple[str, str, str, str]:
    """Read the target, revised and completed date and the last day allowed."""
    dates = row_dates("id", fields)
    return dates.target, dates.revised, dates.completed, dates.latest


@pytest.mark.parametrize(
    ("text", "target", "latest"),
    [
        ("30 June 2014", "2014-06-30", "2014-06-30"),
        ("June 2014", "2014-06", "2014-06-30"),
        ("2014", "2014", "2014-12-31"),
        ("Q3 2015/16", "2015-10/2015-12", "2015-12-31"),
        ("As soon as possible", "", ""),
        ("", "", ""),
    ],
)
def test_a_target_is_as_precise_as_its_print(text: str, target: str, latest: str) -> None:
    """And its last day is the last that the words allow."""
    assert read(target_date_text=text) == (target, "", "", latest)


def test_the_last_day_is_that_of_the_revised_date() -> None:
    """Where there is one."""
    found = read(target_date_text="June 2014", revised_target_date_text="May 2015")
    assert found == ("2014-06", "2015-05", "", "2015-05-31")


def test_the_day_of_completion_may_stand_in_the_progress() -> None:
    """With the word that says so; any other date there is none."""
    assert read(progress="COMPLETED January 2015")[2] == "2015-01"
    assert read(progress="The group met in January 2015")[2] == ""


def test_a_column_of_its_own_says_when_it_was_completed() -> None:
    """Before anything in the progress."""
    found = read(completed_date_text="3 May 2015", progress="Completed June 2015")
    assert found[2] == "2015-05-03"


def test_each_date_of_a_cell_is_an_entry() -> None:
    """With its role and its words."""
    dates = row_dates("id", {"target_date_text": "1a) June 2014\n1b) May 2015"}).dates
    assert [(d.role, d.date) for d in dates] == [("target", "2014-06"), ("target", "2015-05")]


def test_several_targets_span_from_first_to_last() -> None:
    """As one interval."""
    assert read(target_date_text="1a) June 2014\n1b) May 2015")[0] == "2014-06/2015-05"


def test_a_date_that_cannot_be_is_a_doubt_of_its_column() -> None:
    """So that a person looks at it."""
    doubts = row_dates("id", {"target_date_text": "31 June 2014"}).doubts
    assert [field for field, _ in doubts] == ["target_date_text"]


@pytest.mark.parametrize(
    ("text", "completed", "kinds"),
    [
        ("31/06/2021", "", ["date_invalid"]),
        ("June", "", ["date_incomplete"]),
        ("soon", "", ["date_unread"]),
        ("Yes - 5 May 2021", "2021-05-05", []),
        ("Started 5 May 2021", "", []),
        ("5/5/21 & 6/6/21", "2021-05-05/2021-06-06", []),
        ("5 May 2021. The guide is in use on all wards.", "2021-05-05", []),
        ("All the guides are in use on the wards now.", "", []),
        ("", "", []),
    ],
)
def test_doubts_of_a_column_of_completion_dates_are_said(
    text: str, completed: str, kinds: list[str]
) -> None:
    """As those of a target are; prose about the outcome is none."""
    dates = row_dates("a", {"completed_date_text": text})
    assert dates.completed == completed
    assert [doubt.kind for _, doubt in dates.doubts] == kinds


@pytest.mark.parametrize(
    ("field", "text", "kinds"),
    [
        ("status_text", "Implemented 31/06/2024", ["date_invalid"]),
        ("progress", "Completed 05/25/2024", ["date_invalid"]),
        ("status_text", "Completed 25/05/2024", []),
        ("progress", "The code 31/06/2024 was completed on the form of the team", []),
    ],
)
def test_an_impossible_day_beside_a_status_is_a_doubt(
    field: str, text: str, kinds: list[str]
) -> None:
    """'Implemented 31/06/2024' is completed on a day that was never."""
    doubts = row_dates("x", {field: text}, {}, "completed").doubts
    assert [(column, doubt.kind) for column, doubt in doubts] == [(field, kind) for kind in kinds]
