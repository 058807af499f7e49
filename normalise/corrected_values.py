"""Corrected meanings in the place of those that were read: a status, or dates in EDTF."""

import re
from collections.abc import Mapping
from typing import get_args

from normalise.agencies.allowed import agency_misfit
from normalise.agencies.registers import Register
from normalise.correctable import RATINGS
from normalise.dates import periods
from normalise.dates.periods import Period
from normalise.records import ActionDate, Status
from normalise.rows.dates import Role, RowDates
from normalise.statuses.of_row import RowStatus

DATE_ROLES: Mapping[str, Role] = {
    "target_date": "target",
    "revised_target_date": "revised_target",
    "completed_date": "completed",
}
SOURCE = "correction"
"""Stands where a source would name the column and words that something was read from."""

_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_OPEN_END, _OPEN_START = "/..", "../"
"""Mark a date from which on, or until which, something recurs, such as 2023-06/.."""
_SEASONS = {"21": 1, "22": 2, "23": 3, "24": 4}


def allowed(field: str, value: str, register: Register | None = None) -> str:
    """Say why a field cannot have a value; nothing where it can.

    `register` holds the agencies that the user knows better than we do.
    """
    if field in ("agency_kind", "agency_code"):
        return agency_misfit(field, value, register)
    if field == "status" and value not in get_args(Status):
        return f"a status is one of {', '.join(get_args(Status))}"
    if field == "rag" and value not in RATINGS:
        return "a rating is red, amber, green, blue or nothing"
    if field in DATE_ROLES and value and _known(value) is None:
        return (
            "a date is written as 2014-06-30, 2014-06, 2014 or an interval 2014-04/2014-06,"
            " 2014-04/.. where it has no end"
        )
    return ""


def corrected_status(read: RowStatus, values: Mapping[str, str]) -> RowStatus:
    """Put a corrected status in the place of the one that was read."""
    if "status" not in values:
        return read
    return RowStatus.model_validate({"status": values["status"], "source": SOURCE})


def corrected_dates(action_id: str, read: RowDates, values: Mapping[str, str]) -> RowDates:
    """Put corrected dates in the place of those that were read, and say anew which is the last."""
    dates = read
    for field, role in DATE_ROLES.items():
        if field in values:
            dates = _replaced(action_id, dates, role, values[field])
    return dates


def read_edtf(text: str) -> Period | None:
    """Read the span of days of a date or an interval of dates."""
    parts = [_point(part) for part in text.split("/")]
    first, last = parts[0], parts[-1]
    if len(parts) > 2 or first is None or last is None:
        return None
    return first if len(parts) == 1 else periods.span(first, last)


def _known(value: str) -> Period | None:
    """Read what is known of a date that may be open on one side."""
    if value.endswith(_OPEN_END):
        return read_edtf(value.removesuffix(_OPEN_END))
    return read_edtf(value.removeprefix(_OPEN_START))


def _point(text: str) -> Period | None:
    found = _EDTF.fullmatch(text)
    if not found or found[1] == "0000":
        return None
    year = int(found[1])
    if found[3]:
        return periods.day(year, int(found[2]), int(found[3]))
    if found[2] in _SEASONS:
        return periods.season(_SEASONS[found[2]], year)
    if found[2]:
        return periods.month(year, int(found[2])) if 1 <= int(found[2]) <= 12 else None
    return periods.year(year)


def _replaced(action_id: str, dates: RowDates, role: Role, value: str) -> RowDates:
    """Give a role of the row one date, or none."""
    others = [date for date in dates.dates if date.role != role]
    made = [_date(action_id, role, value)] if value else []
    new = dates._replace(dates=tuple(sorted([*others, *made], key=_role_order)))
    if role == "target":
        new = new._replace(target=value)
    elif role == "revised_target":
        new = new._replace(revised=value)
    else:
        return new._replace(completed=value)
    return new._replace(latest=_latest(new, "revised_target") or _latest(new, "target"))


def _role_order(date: ActionDate) -> int:
    return list(DATE_ROLES.values()).index(date.role) if date.role != "update" else 9


def _latest(dates: RowDates, role: Role) -> str:
    days = [date.latest for date in dates.dates if date.role == role and date.date]
    return max(days) if days and all(days) else ""


def _date(action_id: str, role: Role, value: str) -> ActionDate:
    period = _known(value)
    if period is None:
        raise ValueError(f"{value} is no date")
    return ActionDate(
        action_id=action_id,
        role=role,
        label="",
        text=value,
        date=value,
        earliest="" if value.startswith(_OPEN_START) else period.first.isoformat(),
        latest="" if value.endswith(_OPEN_END) else period.last.isoformat(),
        precision=period.precision,
        qualifier="",
        recurrence="",
    )
