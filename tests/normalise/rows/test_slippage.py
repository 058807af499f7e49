"""By how much a target was moved."""

import pytest

from normalise.records import Count
from normalise.rows.dates import row_dates
from normalise.rows.slippage import slippage_days

MOVED = [
    # target, revised target, days
    ("30/06/2014", "30/09/2014", 92),
    ("June 2014", "September 2014", 92),
    ("June 2014", "1 June 2014", -29),
    ("June 2014", "", ""),
    ("", "June 2014", ""),
    ("TBC", "June 2014", ""),
    ("31/3/2016 (amended from 31/12/2015)", "", 91),
    ("Dec 2014 – now June 2015", "", 181),
    ("30/06/15 extended to 30/09/15", "", 92),
    ("Original: June 2014 Revised: Sept 2014", "", 92),
    ("June 2014 (revised)", "", ""),
    ("Phase 1: June 2015; Phase 2: December 2015", "", ""),
    ("Annually from March 2016", "June 2016", ""),
    ("1a) June 2014 1b) July 2014", "September 2014", ""),
]


@pytest.mark.parametrize(("target", "revised", "days"), MOVED)
def test_slippage_is_counted_between_last_days(target: str, revised: str, days: Count) -> None:
    """Only where an original and a revised target are both printed, for the whole action."""
    dates = row_dates("x", {"target_date_text": target, "revised_target_date_text": revised})
    assert slippage_days(dates.dates) == days
