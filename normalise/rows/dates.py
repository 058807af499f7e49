"""The dates of a row: one value for each column of dates, and each date by itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from normalise.dates.reading import (
    DateDoubt,
    PrintedDate,
    completed_dates,
    latest_day,
    read_dates,
    span_edtf,
)
from normalise.records import ActionDate, Status
from normalise.rows.told_by_headings import dates_completion
from normalise.statuses.reading import read_status

Role = Literal["target", "revised_target", "completed", "update"]
_SHORT = 5
"""A cell of more words is prose."""
ELSEWHERE = ("status_text", "progress", "target_date_text")
"""Columns in which a date may stand with the word that says that the action was completed."""


class RowDates(NamedTuple):
    """The dates of a row; `doubts` name the column that they arose in."""

    target: str
    revised: str
    completed: str
    latest: str
    dates: tuple[ActionDate, ...]
    doubts: tuple[tuple[str, DateDoubt], ...]


def row_dates(
    action_id: str,
    fields: Mapping[str, str],
    headings: Mapping[str, str] | None = None,
    status: Status = "unknown",
) -> RowDates:
    """Read the dates of a row from its texts by field; `headings` are those of the columns.

    `status` is that of the row: where it is completed, 'Held 15 November 2021' says when.
    """
    target = read_dates(fields.get("target_date_text", ""))
    revised = read_dates(fields.get("revised_target_date_text", ""))
    completed = _completed(fields, headings or {}, status)
    done = {(d.start, d.end) for d in completed_dates(fields.get("target_date_text", "")).dates}
    due = tuple(d for d in target.dates if (d.start, d.end) not in done)
    found = (
        *_entries(action_id, "target", due),
        *_entries(action_id, "revised_target", revised.dates),
        *_entries(action_id, "completed", completed),
    )
    doubts = tuple(
        (field, doubt)
        for field, reading in (("target_date_text", target), ("revised_target_date_text", revised))
        for doubt in reading.issues
    )
    doubts += tuple(("completed_date_text", doubt) for doubt in _of_completion(fields, completed))
    doubts += tuple(_beside_status(fields))
    return RowDates(
        span_edtf(due),
        span_edtf(revised.dates),
        span_edtf(completed),
        latest_day(revised.dates) or latest_day(due),
        found,
        doubts,
    )


def _of_completion(
    fields: Mapping[str, str], completed: Sequence[PrintedDate]
) -> Iterator[DateDoubt]:
    """Give the doubts of a column of completion dates, which may hold prose about the outcome."""
    text = fields.get("completed_date_text", "")
    short = len(text.split()) <= _SHORT
    told = completed or read_status(text, "completed_date_text").status != "unknown"
    for doubt in read_dates(text).issues:
        unread = doubt.kind in ("date_unread", "date_relative")
        if doubt.kind == "date_invalid" or (short and not (unread and told)):
            yield doubt


def _beside_status(fields: Mapping[str, str]) -> Iterator[tuple[str, DateDoubt]]:
    """Give impossible days that stand beside 'Implemented' and little else."""
    for column in ("status_text", "progress"):
        text = fields.get(column, "")
        if len(text.split()) <= _SHORT and read_status(text, column).status == "completed":
            yield from ((column, d) for d in read_dates(text).issues if d.kind == "date_invalid")


def _completed(
    fields: Mapping[str, str], headings: Mapping[str, str], status: Status
) -> tuple[PrintedDate, ...]:
    own = completed_dates(fields.get("completed_date_text", ""), own_column=True).dates
    if own:
        return own
    for column in ELSEWHERE:
        text = fields.get(column, "")
        own_column = column == "status_text" and dates_completion(column, headings)
        found = completed_dates(text, own_column=own_column).dates
        # 'Meeting held 12/01/2024' and '1a completed May 2015; 1b open' complete no action.
        if found and (own_column or "completed" in (status, read_status(text, column).status)):
            return found
    return ()


def _entries(action_id: str, role: Role, dates: Iterable[PrintedDate]) -> list[ActionDate]:
    return [
        ActionDate(
            action_id=action_id,
            role=role,
            label=d.label,
            text=d.text,
            date=d.date,
            earliest=d.earliest,
            latest=d.latest,
            precision=d.precision,
            qualifier=d.qualifier,
            recurrence=d.recurrence,
        )
        for d in dates
    ]
