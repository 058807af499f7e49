"""What a heading adds to its cell: '12/05/2016' under 'Completed', '75' under '% complete'.

Such cells say nothing by themselves. Where the heading holds the verb, the cell is judged as if the
verb stood in it; the printed text stays as it is.
"""

import re
from collections.abc import Mapping

from normalise.dates import only_dates
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


def told_by_headings(fields: Mapping[str, str], headings: Mapping[str, str]) -> dict[str, str]:
    """Give the texts of a row for judging its status, with what their headings say of them."""
    told = dict(fields)
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
    return told


def dates_completion(column: str, headings: Mapping[str, str]) -> bool:
    """Whether a date in that column is the day of completion by the words of its heading."""
    return column == _COMPLETION or _DONE.match(headings.get(column, "")) is not None
