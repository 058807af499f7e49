"""The spans of days that printed dates stand for, and how EDTF writes them.

A period is never more precise than its words: a quarter is an interval of months, and 'early June'
stays the month of June, with the days that 'early' allows beside it.
"""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import easter  # type: ignore[import-untyped,unused-ignore]

from normalise.records import MeaningKind, Precision

Doubts = tuple[tuple[MeaningKind, str], ...]
"""Kind and message of each doubt; the printed words are added where they are known."""

_SEASONS = {1: (3, "21"), 2: (6, "22"), 3: (9, "23"), 4: (12, "24")}
# English schools: autumn to Christmas, spring to Easter, summer to the end of July.
_TERMS = {1: ((1, 1), (4, 15)), 2: ((4, 16), (7, 31)), 3: ((9, 1), (12, 31))}


class Period(NamedTuple):
    """A span of days, in words (EDTF) and in days."""

    edtf: str
    first: date
    last: date
    precision: Precision


def day(year: int, month: int, number: int) -> Period | None:
    """Give that day, or None where the calendar has none: 31 June is not rolled over."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Period(found.isoformat(), found, found, "day")


def month(year: int, number: int) -> Period:
    """Give a whole month: 'June 2014'."""
    first = date(year, number, 1)
    return Period(f"{year:04}-{number:02}", first, month_end(first), "month")


def month_end(of: date) -> date:
    """Give the last day of the month."""
    return of.replace(day=calendar.monthrange(of.year, of.month)[1])


def year(number: int) -> Period:
    """Give a calendar year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def months(first: date, count: int, precision: Precision) -> Period:
    """So many months on end: quarters, halves, terms and financial years."""
    index = first.year * 12 + first.month - 1 + count - 1
    last = month_end(date(index // 12, index % 12 + 1, 1))
    return Period(f"{first:%Y-%m}/{last:%Y-%m}", first, last, precision)


def financial_year(start: int) -> Period:
    """April to March: '2014/15' begins in 2014."""
    return months(date(start, 4, 1), 12, "financial_year")


def academic_year(start: int) -> Period:
    """September to August."""
    return months(date(start, 9, 1), 12, "academic_year")


def quarter(start: int, number: int) -> Period | None:
    """Give a quarter of the financial year: Q4 2015/16 is January to March 2016."""
    if not 1 <= number <= 4:
        return None
    first = date(start + number // 4, 1 + 3 * (number % 4), 1)
    return months(first, 3, "quarter")


def half(first: date, number: int) -> Period | None:
    """Give the first or the second half of the year that begins on that day."""
    if number not in (1, 2):
        return None
    whole = months(first, 6 * number, "half")
    begin = first if number == 1 else months(first, 6, "half").last + timedelta(days=1)
    return months(begin, 6, "half")._replace(last=whole.last)


def season(number: int, of_year: int) -> Period:
    """Give a season: winter belongs to the year in which it begins."""
    begin, code = _SEASONS[number]
    whole = months(date(of_year, begin, 1), 3, "season")
    return whole._replace(edtf=f"{of_year:04}-{code}")


def term(number: int, of_year: int) -> Period:
    """Give a school term; the days are the usual ones, the printed precision is months."""
    (m0, d0), (m1, d1) = _TERMS[number]
    first, last = date(of_year, m0, d0), date(of_year, m1, d1)
    return Period(f"{first:%Y-%m}/{last:%Y-%m}", first, last, "range")


def feast(number: int, of_year: int) -> Period:
    """Easter Sunday, Christmas Day or New Year's Day."""
    dates = {1: easter(of_year), 2: date(of_year, 12, 25), 3: date(of_year, 1, 1)}
    return Period(dates[number].isoformat(), dates[number], dates[number], "day")


def week(begin: date) -> Period:
    """Seven days from that day."""
    return days(begin, begin + timedelta(days=6))


def days(first: date, last: date) -> Period:
    """Give a run of days."""
    return Period(f"{first.isoformat()}/{last.isoformat()}", first, last, "range")


def span(first: Period, last: Period) -> Period | None:
    """From the first to the last, each as precise as it is; None where they run backwards."""
    if first.first > last.last or first.first > last.first:
        return None
    if first == last:
        return first
    return Period(
        f"{edtf_start(first.edtf)}/{edtf_end(last.edtf)}", first.first, last.last, "range"
    )


def edtf_start(edtf: str) -> str:
    """Give the left end of an EDTF interval; the first month of a season."""
    return _season_months(edtf.split("/")[0], 0)


def edtf_end(edtf: str) -> str:
    """Give the right end of an EDTF interval; the last month of a season."""
    return _season_months(edtf.split("/")[-1], 2)


def _season_months(edtf: str, later: int) -> str:
    for begin, code in _SEASONS.values():
        if len(edtf) == 7 and edtf[5:] == code:
            index = int(edtf[:4]) * 12 + begin - 1 + later
            return f"{index // 12:04}-{index % 12 + 1:02}"
    return edtf


def part(whole: Period, which: str) -> Period:
    """Give the early, mid or late part, or the last day ('end of').

    Only the end of a period is a printed day; the other parts keep the words of the whole, and
    narrow the days that they allow: 'Early June 2015' to the first ten, 'Early 2016' to April.
    """
    if which == "end":
        return _end(whole)
    if whole.precision == "month":
        return _part_of_month(whole, which)
    count = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    third = max(1, count // 3)
    skip = {"early": 0, "mid": (count - third) // 2, "late": count - third}[which]
    index = whole.first.year * 12 + whole.first.month - 1 + skip
    thirds = months(date(index // 12, index % 12 + 1, 1), third, whole.precision)
    first, last = max(whole.first, thirds.first), min(whole.last, thirds.last)
    return whole._replace(first=first, last=last)


def _end(whole: Period) -> Period:
    if whole.precision in ("season", "range"):
        # The last day of a season or a term is nowhere laid down.
        return whole._replace(edtf=f"{whole.last:%Y-%m}", first=whole.last, precision="month")
    return Period(whole.last.isoformat(), whole.last, whole.last, "day")


def _part_of_month(whole: Period, which: str) -> Period:
    begin, stop = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.last.day)}[which]
    return whole._replace(first=whole.first.replace(day=begin), last=whole.first.replace(day=stop))
