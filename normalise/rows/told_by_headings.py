"""What a heading adds to its cell: '12/05/2016' under 'Completed', '75' under '% complete'.

Such cells say nothing by themselves. Where the heading holds the verb, or the date of an update
('Update May 2016', 'Update Nov 2016'), the cell is judged as if these words stood in it; the
printed text stays as it is.
"""

import re
from collections.abc import Mapping, Sequence

from normalise.dates.completion import heads_cell
from normalise.dates.reading import completed_dates, latest_day, only_dates, read_dates
from normalise.rows.settled_columns import DONE
from normalise.statuses.reading import read_head, read_status

_DONE = re.compile(
    r"\s*(?:(?:date|actions?|recommendations?|fully|actual) )*"
    r"(?:complet(?:ed?|ion)|achieved|done|actioned|implemented|delivered|closed|discharged)\b",
    re.IGNORECASE,
)
# 'Date of completion' beside a target date tells the past; alone, it may be a plan.
_COMPLETION = "completed_date_text"
_TARGETS = ("target_date_text", "revised_target_date_text")
# 'June 2019 – first meeting held' dates a beginning, a part or a failure.
_OF_A_PART = re.compile(
    r"\b(?:first|initial|second|drafts?|pilot|phases?|stages?|parts?|partly|partially|meeting|started"
    r"|began|begun|commenc\w+|open(?:ed)?|raised|added|not|no|never|un\w+|except|only|some|most|few"
    r"|but|however|review\w*|audit\w*|update\w*|chas\w+|request\w*|sent|next|deadline|extended)\b",
    re.IGNORECASE,
)
_TICK = re.compile(r"[☑☒✓✔✅🗹√\uf0fe\uf0fc]")
_TICKABLE = frozenset({"extra", "status_text", "progress"})
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
    if not status.strip() or _TICK.fullmatch(status.strip()):
        told["status_text"] = _ticked(headed) or status
    if _SHARE.search(headings.get("status_text", "")) and (number := _NUMBER.fullmatch(status)):
        told["status_text"] = f"{number[1]}%"
    elif dates_completion("status_text", headings) and only_dates(status):
        told["status_text"] = f"Completed {status}"
    planned = any(fields.get(column, "").strip() for column in _TARGETS)
    completion = fields.get(_COMPLETION, "")
    past = DONE.fullmatch(headings.get(_COMPLETION, "")) is not None  # 'Completed' is no plan
    if (planned or past) and _is_day_of_completion(completion):
        told[_COMPLETION] = f"Completed {completion}"
    updates = [(heading, text) for field, heading, text in headed if field == "progress" and text]
    if len(updates) > 1 and fields.get("progress") == "\n".join(text for _, text in updates):
        told["progress"] = _newest(updates) or fields["progress"]
    return told


def _ticked(headed: Sequence[tuple[str, str, str]]) -> str:
    """Give the headings of ticked columns that are statuses: 'Not started', 'In progress'.

    Of two that are ticked both are given, and speak against each other.
    """
    statuses = [
        (heading, text)
        for field, heading, text in headed
        if field in _TICKABLE and (head := read_head(heading)) and head.rule != "mark"
    ]
    if any(not _TICK.fullmatch(text.strip()) for _, text in statuses):
        return ""
    return ". ".join(heading.strip() for heading, _ in statuses)


def _is_day_of_completion(text: str) -> bool:
    """'4 October 2023', or '4 October 2023. Form in use.' where the words tell no status."""
    if only_dates(text):
        return True
    dates = completed_dates(text, own_column=True).dates
    if not dates or not heads_cell(text, dates[0].start, dates[0].qualifier):
        return False
    said = _OF_A_PART.search(text) is None
    return said and read_status(text, _COMPLETION).status == "unknown"


def _newest(updates: Sequence[tuple[str, str]]) -> str:
    """Give the update with the latest day in its heading that tells a status.

    Nothing unless each heading has a day, and one of the updates tells a status.
    """
    days = [latest_day(read_dates(heading).dates) for heading, _ in updates]
    if not all(days):
        return ""
    dated = sorted(enumerate(updates), key=lambda pair: (days[pair[0]], pair[0]), reverse=True)
    texts = (text for _, (_, text) in dated)
    return next((t for t in texts if read_status(t, "progress").status != "unknown"), "")


def dates_completion(column: str, headings: Mapping[str, str]) -> bool:
    """Whether a date in that column is the day of completion by the words of its heading."""
    return column == _COMPLETION or _DONE.match(headings.get(column, "")) is not None
