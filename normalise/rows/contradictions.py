"""Says where the dates of a row speak against its status, or against the day asked for."""

from collections.abc import Iterator
from datetime import date

from normalise.records import Severity, Status
from normalise.rows.dates import RowDates
from normalise.statuses.of_row import RowStatus

_OPEN: frozenset[Status] = frozenset(
    {"in_progress", "not_started", "delayed", "on_hold", "awaiting_update"}
)


def dated_contradictions(
    status: RowStatus, dates: RowDates, as_at: date | None = None
) -> Iterator[tuple[str, str, Severity]]:
    """Yield the field and message of each contradiction, and whether a person must look.

    `as_at` is the day asked for. Whoever asks for a past day finds rows completed since then, so
    that these need no look.
    """
    open_yet = status.status in _OPEN and not status.partly
    if dates.completed and open_yet and not status.contradictions:
        message = f"A date of completion is printed, and the status reads as {status.status}."
        yield "completed_date", message, "check"
    days = {role: [d for d in dates.dates if d.role == role] for role in ("completed", "target")}
    asked = as_at.isoformat() if as_at else ""
    if asked and any(d.earliest > asked for d in days["completed"]):
        message = f"The date of completion lies after {asked}, the day asked for."
        yield "completed_date", message, "information"
    late = status.status == "delayed" and "overdue" in status.source.casefold()
    if asked and late and dates.latest > asked:
        message = f"The plan says overdue, and the last target lies after {asked}."
        yield "status", message, "information"
    moved = [d for d in dates.dates if d.role == "revised_target" and d.latest]
    if any(d.latest < t.earliest for d in moved for t in days["target"] if t.earliest):
        yield "revised_target_date", "The revised target lies before the first one.", "check"
