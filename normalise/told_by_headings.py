"""What a heading adds to its cell: '12/05/2016' under 'Completed', '75' under '% complete'.

Such cells say nothing by themselves. Where the heading holds the verb, or the date of an update
('Update May 2016', 'Update Nov 2016'), the cell is judged as if these words stood in it; the
printed text stays as it is.
"""

import re
from collections.abc import Mapping, Sequence

from normalise.dates import latest_day, only_dates, read_dates
from normalise.settled_columns import DONE

_DONE = re.compile(
    r"\s*(?:(?:date|actions?|recommendations?|fully|actual) )*"
    r"(?:complet(?:ed?|ion)|achieved|done|actioned|implemented|delivered|closed|discharged)\b",
    re.IGNORECASE,
)
# 'Date of completion' beside a target date tells the past; alone, it may be a plan.
_COMPLETION = "completed_date_text"
_TARGETS = ("target_date_text", "revised_target_date_text")
_SHARE = re.compile(r"%|\bper\s?cent", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d+)?)\s*")


def told_by_headings(
    fields: Mapping[str, str], headed: Sequence[tuple[str, str, str]]
) -> dict[str, str]:
    """Give the texts of a row for judging its status, with what their headings say of them.

    `headed` holds field, heading and text of each cell.
    """
    told = dict(fields)
    headings = {field: heading for field, heading, _ in headed}
    status = fields.get("status_text", "")
    if _SHARE.search(headings.get("status_text", "")) and (number := _NUMBER.fullmatch(status)):
        told["status_text"] = f"{number[1]}%"
    elif dates_completion("status_text", headings) and only_dates(status):
        told["status_text"] = f"Completed {status}"
    planned = any(fields.get(column, "").strip() for column in _TARGETS)
    completion = fields.get(_COMPLETION, "")
    past = DONE.fullmatch(headings.get(_COMPLETION, "")) is not None  # 'Completed' is no plan
    if (planned or past) and only_dates(completion):
        told[_COMPLETION] = f"Completed {completion}"
    updates = [(heading, text) for field, heading, text in headed if field == "progress" and text]
    if len(updates) > 1 and fields.get("progress") == "\n".join(text for _, text in updates):
        told["progress"] = _dated(updates) or fields["progress"]
    return told


def _dated(updates: Sequence[tuple[str, str]]) -> str:
    """Give each update the last day of its heading; nothing unless each heading has one."""
    days = [latest_day(read_dates(heading).dates) for heading, _ in updates]
    if not all(days):
        return ""
    printed = (f"{day[8:]}/{day[5:7]}/{day[:4]}" for day in days)
    return "\n".join(f"{d}: {text}." for d, (_, text) in zip(printed, updates, strict=True))


def dates_completion(column: str, headings: Mapping[str, str]) -> bool:
    """Whether a date in that column is the day of completion by the words of its heading."""
    return column == _COMPLETION or _DONE.match(headings.get(column, "")) is not None
