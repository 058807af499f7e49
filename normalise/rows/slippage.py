"""Says by how much a target was moved, where both the original and the revised one are printed."""

from collections.abc import Iterable, Sequence
from datetime import date

from normalise.records import ActionDate, Count

_REVISED, _ORIGINAL = "revised", "originally"


def slippage_days(dates: Iterable[ActionDate]) -> Count:
    """Count the days from the last day of the original target to that of the revised one.

    Nothing where only one of the two is printed, where either has no end, or where the dates are
    for different parts of the action.
    """
    targets = [d for d in dates if d.role in ("target", "revised_target") and d.date]
    if any(d.label or not d.latest for d in targets):
        return ""
    revised = [d for d in targets if d.role == "revised_target"]
    original = [d for d in targets if d.role == "target"]
    if not revised:
        original, revised = _parted(original)
    if not original or not revised:
        return ""
    return (_last(revised) - _last(original)).days


def _parted(targets: Sequence[ActionDate]) -> tuple[list[ActionDate], list[ActionDate]]:
    """Part '31/3/2016 (amended from 31/12/2015)' by the words that stand with its dates."""
    new = [d for d in targets if _REVISED in d.qualifier.split()]
    old = [d for d in targets if _ORIGINAL in d.qualifier.split()]
    if not new and not old:
        return [], []
    others = [d for d in targets if d not in new and d not in old]
    return (old or others), (new or others)


def _last(dates: Iterable[ActionDate]) -> date:
    return date.fromisoformat(max(d.latest for d in dates))
