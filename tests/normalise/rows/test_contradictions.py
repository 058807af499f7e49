"""Where the dates of a row speak against its status."""

from datetime import date

import pytest

from normalise.rows.contradictions import dated_contradictions
from normalise.rows.dates import row_dates
from normalise.statuses.of_row import status_of_row

AS_AT = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("cells", "fields"),
    [
        ({"completed_date_text": "May 2020", "status_text": "Not started"}, ["completed_date"]),
        ({"completed_date_text": "May 2020", "status_text": "Completed"}, []),
        ({"completed_date_text": "May 2020", "status_text": "Partially complete"}, []),
        ({"completed_date_text": "May 2022", "status_text": "Completed"}, ["completed_date"]),
        ({"progress": "Completed 3 May 2022"}, ["completed_date"]),
        ({"status_text": "Overdue", "target_date_text": "May 2022"}, ["status"]),
        ({"status_text": "Overdue", "target_date_text": "May 2020"}, []),
        ({"status_text": "Delayed", "target_date_text": "May 2022"}, []),
        (
            {"target_date_text": "May 2020", "revised_target_date_text": "March 2020"},
            ["revised_target_date"],
        ),
        ({"target_date_text": "May 2020", "revised_target_date_text": "March 2021"}, []),
        (
            {"status_text": "Not started", "completed_date_text": "5/5/20 & 6/6/20"},
            ["completed_date"],
        ),
        ({"progress": "Meeting held on 12/01/2020 with partners"}, []),
    ],
)
def test_dates_against_the_status_are_reported(cells: dict[str, str], fields: list[str]) -> None:
    """Each is said with the field that it is about."""
    status = status_of_row(cells, "", {})
    dates = row_dates("a", cells, None, status.status)
    assert [field for field, _, _ in dated_contradictions(status, dates, AS_AT)] == fields
