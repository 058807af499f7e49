"""Bodies that cannot be told are said once, and not on every row."""

import pytest

from normalise.plan import normalise_plan
from tests.normalise.printed import plan, section


@pytest.mark.parametrize(
    ("agencies", "printed"),
    [
        (["Kent Police", "Kent Police"], []),
        (["The Lantern", "The Lantern", "Kent Police"], ["The Lantern"]),
        (["", ""], []),
        (["Kent Police", "", ""], [""]),
    ],
)
def test_each_unread_agency_is_an_issue_of_the_document(
    agencies: list[str], printed: list[str]
) -> None:
    """The rows themselves stay clean; a plan without agencies is none of our business."""
    made = plan(
        *(
            section([("Action", "action")], ["Train the staff"], number=number, agency=agency)
            for number, agency in enumerate(agencies, start=1)
        )
    )
    read = normalise_plan(made)
    found = [issue for issue in read.issues if issue.kind == "agency_unknown"]
    assert [issue.printed for issue in found] == printed
    assert {issue.action_id for issue in found} <= {""}
    assert {action.issues for action in read.actions} == {""}
