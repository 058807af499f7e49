"""Finds the newest of several columns of one kind: 'Progress June 2019' and 'Progress May 2020'."""

import re
from collections.abc import Sequence

from extract.records import Column, Field
from normalise.dates.reading import latest_day, read_dates

NOW = re.compile(r"\b(?:current|latest|new|revised|updated|now|final)\b", re.IGNORECASE)
BEFORE = re.compile(
    r"\b(?:previous|initial|original|last|first|start|old|baseline)\b", re.IGNORECASE
)
PART_OF_YEAR = re.compile(
    r"\b(?:q(?:uarter)? ?[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|"
    r"autumn|winter|(?:\d+|six|three|nine|twelve)[- ]month)",
    re.IGNORECASE,
)


def newest_first(columns: Sequence[Column], field: Field) -> list[int]:
    """Give the places of the columns of a field, the newest first.

    They stay in printed order where their headings do not tell which is newer.
    """
    places = [at for at, column in enumerate(columns) if column.field == field]
    headings = [columns[at].heading for at in places]
    if len(places) < 2:
        return places
    days = [latest_day(read_dates(heading).dates) for heading in headings]
    if all(days):
        newest = sorted(zip(days, places, strict=True), key=lambda pair: (pair[0], pair[1]))
        return [at for _, at in reversed(newest)]
    if any(map(BEFORE.search, headings)) or any(map(NOW.search, headings)):
        return sorted(places, key=lambda at: _age(columns[at].heading))
    return places[::-1] if all(map(PART_OF_YEAR.search, headings)) else places


def _age(heading: str) -> int:
    return 0 if NOW.search(heading) else 2 if BEFORE.search(heading) else 1
