"""Every refusal has a reason from the closed list, and one line that says what to do."""

from typing import get_args

import pytest

from extract import errors
from normalise.records import Reason

REFUSALS = errors.Refusal.__subclasses__()


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_says_what_to_do(refusal: type[errors.Refusal]) -> None:
    """In one line, with what was found before it where that is given."""
    assert refusal.reason in get_args(Reason)
    assert refusal().message == refusal.remedy
    assert refusal("2,412 pages").message == f"2,412 pages: {refusal.remedy}"
    assert "\n" not in refusal.remedy


def test_each_situation_has_a_reason_of_its_own() -> None:
    """Two exceptions with one reason would be one situation."""
    assert len({refusal.reason for refusal in REFUSALS}) == len(REFUSALS)
