"""Which row a person should look at first."""

import pytest

from export.report_doubt import doubt
from export.tables import Row

ACTION: Row = {
    "action_id": "a",
    "action": "Review",
    "recommendation": "",
    "status": "completed",
    "agency": "Police",
    "first_page": 2,
    "last_page": 3,
}


def issue(severity: str, action_id: str = "a", page: int = 2) -> Row:
    """Make an issue of a row, or of a page."""
    return {"action_id": action_id, "severity": severity, "page": page}


def test_a_row_without_issues_is_in_no_doubt() -> None:
    """If it has what a row has."""
    assert doubt(ACTION, []) == 0


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ([issue("error")], [issue("check")] * 5),
        ([issue("check")], [issue("information")] * 3),
        ([issue("check")], [issue("check", "")]),
        ([issue("error", "")], [issue("check")]),
        ([issue("error", "", 3)], [issue("error", "", 4)]),
        ([issue("information")], [issue("error", "b")]),
        ([issue("check"), issue("information")], [issue("check")]),
    ],
)
def test_graver_issues_and_those_of_the_row_itself_weigh_more(
    more: list[Row], less: list[Row]
) -> None:
    """An issue of another row, or of a page that the row is not on, weighs nothing."""
    assert doubt(ACTION, more) > doubt(ACTION, less)


@pytest.mark.parametrize("lacks", [{"action": ""}, {"status": "unknown"}, {"agency": ""}])
def test_a_row_that_lacks_something_is_in_doubt(lacks: Row) -> None:
    """Even where no issue was raised."""
    assert doubt(ACTION | lacks, []) > 0
