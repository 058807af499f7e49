"""Reads the dates of UK review action plans: 'By end of March 2016', 'Q3 2015/16', '1a) June 2014'.

A date is EDTF, never more precise than print. What could be read two ways, or not at all, is kept
as printed words with a doubt: no year is taken from today, and no impossible day is rolled over.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from extract.records import Record
from normalise.dates import periods
from normalise.dates.completion import SENTENCE_END, dates_completion, finishes, heads_cell
from normalise.dates.context import (
    counts_from_an_event,
    doubtful,
    label_of_each,
    leading,
    repeat_of_each,
    says_nothing_of_dates,
    trailing,
    with_bare_years,
)
from normalise.dates.doubts import severity_of
from normalise.dates.grammar import GRAMMAR
from normalise.dates.periods import Period
from normalise.dates.rules import DATED, rewrite
from normalise.dates.tentative import NOT_BEFORE, settled
from normalise.dates.words import Token, tokens
from normalise.records import MeaningKind, Precision, Severity
from normalise.unreadable import broken_words, is_near

_NEAR, _FAR = 8, 200
# A plan prints few dates anew, and each is asked for as a target and as a date of completion.
_KEPT = 1_000
_FROM = frozenset({"from", "after", "since"})
_LABEL_MARKS = " \t\n.,;:-–—)(*"


class PrintedDate(Record):
    """One date, or one recurrence: `date` is empty where only the latter is printed.

    `text` are its words with white space collapsed; `start` and `end` their offsets in the text
    that was read.
    """

    date: str = ""
    earliest: str = ""
    latest: str = ""
    precision: Precision | Literal[""] = ""
    qualifier: str = ""
    recurrence: str = ""
    label: str = ""
    text: str
    start: int
    end: int


class DateDoubt(Record):
    """Words that are no sure date, and why."""

    kind: MeaningKind
    text: str
    message: str
    severity: Severity = "check"


# No cell of a plan is longer; the cap bounds the time spent on a broken one.
_LONGEST = 20_000
_TOO_LONG = DateDoubt(
    kind="date_unread", text="", message=f"Dates behind the first {_LONGEST} characters are unread."
)


class DateReading(Record):
    """What a cell of dates says: the dates in printed order, and what is unsure."""

    text: str
    dates: tuple[PrintedDate, ...] = ()
    issues: tuple[DateDoubt, ...] = ()


@lru_cache(_KEPT)
def read_dates(text: str) -> DateReading:
    """Read every date and recurrence in the text; never fails, whatever the text."""
    read = settled(with_bare_years(rewrite(tokens(text[:_LONGEST]), GRAMMAR)))
    dates, lost = _sure_of(text, tuple(_dates(text, read)))
    issues = (*_doubts(text, read), *lost)
    if len(text) > _LONGEST:
        return DateReading(text=text, dates=dates, issues=(*issues, _TOO_LONG))
    if not dates and not issues and not says_nothing_of_dates(read):
        issues = (_unread(text, read),)
    return DateReading(text=text, dates=dates, issues=issues)


def _sure_of(
    text: str, dates: tuple[PrintedDate, ...]
) -> tuple[tuple[PrintedDate, ...], tuple[DateDoubt, ...]]:
    """Part dates from those that a character beside them may turn into others: '\ufffd1 June'."""
    broken = broken_words(text)
    if not broken:
        return dates, ()
    lost = [d for d in dates if any(is_near(text, (d.start, d.end), word) for word in broken)]
    message = "A character in it, or beside it, cannot be read."
    doubts = (DateDoubt(kind="date_unread", text=d.text, message=message) for d in lost)
    return tuple(d for d in dates if d not in lost), tuple(doubts)


def only_dates(text: str) -> bool:
    """Whether the text is nothing but days or months that have a year: '12/05/2016'."""
    reading = read_dates(text)
    sure = all(issue.kind == "date_ambiguous" for issue in reading.issues)
    plain = all(d.date and not d.recurrence and not d.qualifier for d in reading.dates)
    rest = list(text)
    for date in reading.dates:
        rest[date.start : date.end] = " " * (date.end - date.start)
    return bool(reading.dates) and sure and plain and not any(c.isalnum() for c in rest)


def span_edtf(dates: Iterable[PrintedDate]) -> str:
    """One date as itself, several as the interval from the first to the last."""
    found = [d for d in dates if d.date]
    if len({d.date for d in found}) < 2:
        return found[0].date if found else ""
    first = min(found, key=lambda d: d.earliest)
    last = max(found, key=lambda d: d.latest or "9999")
    return f"{periods.edtf_start(first.date)}/{periods.edtf_end(last.date)}"


def latest_day(dates: Iterable[PrintedDate]) -> str:
    """Give the last day that the dates allow; empty where there is none, or no end.

    'From 1 June 2024' and 'after 1 June 2024' say when something begins, and not by when it is due.
    """
    days = [d.latest for d in dates if d.date and not _begins(d)]
    return max(days) if days and all(days) else ""


def _begins(date: PrintedDate) -> bool:
    """Whether it only says when something begins; 'from April to June 2015' has an end."""
    begins = NOT_BEFORE in date.qualifier or not _FROM.isdisjoint(date.qualifier.split())
    return begins and date.precision != "range"


@lru_cache(_KEPT)
def completed_dates(text: str, *, own_column: bool = False) -> DateReading:
    """Read only the dates that stand with a word of completion: 'COMPLETED January 2015'.

    In a column of its own, the date of completion also stands alone at the head of the cell.
    """
    words = list(finishes(text))
    if not (words or own_column) or not any(letter.isdigit() for letter in text):
        return DateReading(text=text)  # no word of completion, or no year
    dates = [d for d in read_dates(text).dates if d.date]
    found: dict[int, PrintedDate] = {}
    ends = [d.end for d in dates]
    for word in words:
        if date := _nearest(text, word, dates[bisect_left(ends, word[0] - _NEAR) :]):
            found[date.start] = date
    if not found and own_column and dates and heads_cell(text, dates[0].start, dates[0].qualifier):
        alone = dates if only_dates(text) else dates[:1]  # '5/5/24 & 6/6/24'
        found = {date.start: date for date in alone}
    return DateReading(text=text, dates=tuple(found[k] for k in sorted(found)))


def _nearest(text: str, word: tuple[int, int], dates: Sequence[PrintedDate]) -> PrintedDate | None:
    """Give the date of a word of completion: of two beside it, the one behind.

    'Programme 2020-21 Completed 26 September 2019' was completed in 2019.
    """
    first = None
    for date in takewhile(lambda d: d.start <= word[1] + _FAR, dates):
        if dates_completion(text, word, (date.start, date.end), date.qualifier):
            gap = text[word[1] : date.start]
            if date.end > word[0] and not (_has_words(gap) or SENTENCE_END.search(f"{gap} ")):
                return date
            first = first or date
    return first


def _has_words(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _unread(text: str, read: Sequence[Token]) -> DateDoubt:
    words = _collapsed(text)
    if counts_from_an_event(read):
        message = "Counted from an event whose day is not printed."
        return DateDoubt(kind="date_relative", text=words, message=message, severity="information")
    return DateDoubt(kind="date_unread", text=words, message="No date could be read.")


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _dates(text: str, read: Sequence[Token]) -> Iterator[PrintedDate]:
    owners = repeat_of_each(read)
    repeats = {date: read[i].recurrence for i, date in owners.items()}
    labels = label_of_each(read)
    for i, token in enumerate(read):
        label = _label(text, labels.get(i))
        if token.kind in DATED and token.period is not None:
            yield _dated(text, read, i, token.period, label, repeats.get(i, ""))
        elif token.kind == "recurrence" and i not in owners:
            words = _collapsed(text[token.start : token.end])
            yield PrintedDate(
                recurrence=token.recurrence,
                label=label,
                text=words,
                start=token.start,
                end=token.end,
            )


def _label(text: str, token: Token | None) -> str:
    return _collapsed(text[token.start : token.end]).strip(_LABEL_MARKS) if token else ""


def _dated(
    text: str, read: Sequence[Token], i: int, period: Period, label: str, recurrence: str
) -> PrintedDate:
    words, start = leading(read, i)
    words += [w for w in trailing(read, i) if w not in words]
    date, earliest, latest = _opened(period, words, recurrence)
    return PrintedDate(
        date=date,
        earliest=earliest,
        latest=latest,
        precision=period.precision,
        qualifier=" ".join(words),
        recurrence=recurrence,
        label=label,
        text=_collapsed(text[start : read[i].end]),
        start=start,
        end=read[i].end,
    )


def _opened(period: Period, words: Sequence[str], recurrence: str) -> tuple[str, str, str]:
    """Leave open: 'not before' a date and what recurs from it have no end, 'until' no start."""
    earliest, latest = period.first.isoformat(), period.last.isoformat()
    if NOT_BEFORE in words:
        return f"{periods.edtf_start(period.edtf)}/..", earliest, ""
    if recurrence and {"from", "since"} & set(words):
        return f"{periods.edtf_start(period.edtf)}/..", earliest, ""
    if recurrence and "until" in words:
        return f"../{periods.edtf_end(period.edtf)}", "", latest
    return period.edtf, earliest, latest


def _doubts(text: str, read: Sequence[Token]) -> Iterator[DateDoubt]:
    for token, doubts in doubtful(read):
        for kind, message in doubts:
            words = _collapsed(text[token.start : token.end])
            severity = severity_of(kind, message)
            yield DateDoubt(kind=kind, text=words, message=message, severity=severity)
