"""What the rules of single dates share: the year meant, the day if there is one, the doubts."""

from normalise.dates import periods
from normalise.dates.periods import Doubts
from normalise.dates.rules import Match
from normalise.dates.words import Token
from normalise.records import MeaningKind, Severity

NO_YEAR: Doubts = (("date_incomplete", "The year is not printed, and none is assumed."),)

CUT_YEAR: Doubts = (("date_incomplete", "The year may be cut off."),)

FAR_YEAR: Doubts = (("date_invalid", "The number behind it is no year from 1900 to 2100."),)

NO_SUCH_DAY: Doubts = (("date_invalid", "No such day in the calendar, reading the day first."),)

TWO_YEARS: Doubts = (
    ("date_ambiguous", "Read as one financial year; it could be two calendar years."),
)


# Spreadsheets print the month of a year so ('Mar-16'), and nothing prints a day so.
SHORT_YEAR: Doubts = (
    ("date_ambiguous", "Read as month and year, as spreadsheets write them; it could be a day."),
)

_NEEDS_NO_LOOK = frozenset(SHORT_YEAR)


def severity_of(kind: MeaningKind, message: str) -> Severity:
    """Say whether a person must look, or only may."""
    usual = kind == "date_relative" or (kind, message) in _NEEDS_NO_LOOK
    return "information" if usual else "check"


def full_year(token: Token) -> int:
    """Give the year meant: two digits are of this century."""
    return token.number + 2000 if token.kind == "number" else token.number


def two_digits(token: Token) -> bool:
    """Whether the number is printed with two digits: '06', '15'."""
    return len(token.word) == 2


def day_token(match: Match, year: int, month: int, number: int, value: str = "") -> list[Token]:
    """Give that day as a token, or the doubt that the calendar has none."""
    found = periods.day(year, month, number)
    if found is None:
        return match.made("broken", doubts=NO_SUCH_DAY)
    return match.made("day", found, value=value)
