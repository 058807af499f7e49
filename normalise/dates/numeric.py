"""Dates in figures: '12/05/2015', '2015-06-30', '06/2015', '2014/15'.

Day first always; what is only readable month first is a doubt and no date.
"""

from normalise.dates import periods
from normalise.dates.doubts import CUT_YEAR, NO_SUCH_DAY, day_token, full_year, two_digits
from normalise.dates.periods import Doubts
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

NO_SUCH_YEARS: Doubts = (("date_ambiguous", "The second year is not after the first."),)

CUT_MONTH: Doubts = (("date_incomplete", "The month may be cut off."),)


def _iso(match: Match) -> list[Token]:
    year, month, number = match.of("year", "number")
    return day_token(match, year.number, month.number, number.number)


def _numeric(match: Match) -> list[Token] | None:
    number, month, year = match.of("number", "year", "cut", "figure")
    if match.before is not None and match.before.kind == "dot" and not number.spaced:
        return None
    if year.kind == "number" and (len({t.kind for t in match.of("slash", "dash", "dot")}) > 1):
        return None
    if year.kind == "number" and (not two_digits(year) or not _closed_up(match, year)):
        return None
    if year.kind == "cut":
        return match.made("broken", doubts=CUT_YEAR) if 190 <= year.number <= 210 else None
    if year.kind == "figure":
        return match.made("broken", doubts=NO_SUCH_DAY)
    return day_token(match, full_year(year), month.number, number.number, "numeric")


def _closed_up(match: Match, year: Token) -> bool:
    """'5 - 6 - 15' is a count, '5-6-15' a date; slashes and dots may stand apart."""
    return bool(match.of("slash", "dot")) or not year.spaced


def _other_marks(match: Match) -> list[Token] | None:
    if any(t.spaced for t in match.tokens[1:]):
        return None
    number, month, year = match.of("number", "year")
    return day_token(match, year.number, month.number, number.number, "numeric")


def _spaced_numeric(match: Match) -> list[Token] | None:
    number, month, year = match.tokens
    if not (two_digits(number) and two_digits(month)):
        return None
    beside = (match.before, match.after)
    alone = not any(t.word[:1].isalnum() for t in beside if t is not None)
    if year.kind == "number" and not (alone and two_digits(year)):
        return None  # '31 03 18' is a date where nothing else is printed
    found = periods.day(full_year(year), month.number, number.number)
    return match.made("day", found, value="numeric") if found else None


def _numeric_month(match: Match) -> list[Token] | None:
    month, mark, year = match.tokens
    if not 1 <= month.number <= 12 or (mark.kind != "slash" and (mark.spaced or year.spaced)):
        return None
    return match.made("monthyear", periods.month(year.number, month.number))


def _year_then_number(match: Match) -> list[Token] | None:
    """'2014/15' is a pair of years, '2014-06' a month, '2014-19' a run of years."""
    first, last = match.of("year", "number")
    if last.kind == "number" and not two_digits(last):
        next_digit = last.number == (first.number + 1) % 10  # '2015/6'
        return match.made("yearpair", number=first.number) if next_digit else None
    end = last.number if last.kind == "year" else first.number // 100 * 100 + last.number
    dashed = "dashed" if last.kind == "year" and match.of("dash") else ""
    if end == first.number + 1 or (first.number, last.word) == (1999, "00"):
        return match.made("yearpair", value=dashed, number=first.number)
    if last.kind == "number" and 1 <= last.number <= 12 and not last.spaced:
        return match.made("monthyear", periods.month(first.number, last.number))
    return _years(match, first.number, end)


def _no_pair(match: Match) -> list[Token] | None:
    """'2024/23' and '2025-24' are no years that follow each other."""
    number = match.of("number")[0]
    closed = not any(t.spaced for t in match.tokens[1:])
    unsure = closed and two_digits(number) and number.number > 12
    return match.made("broken", doubts=NO_SUCH_YEARS) if unsure else None


def _years(match: Match, first: int, last: int) -> list[Token] | None:
    found = periods.span(periods.year(first), periods.year(last)) if first < last <= 2100 else None
    return match.made("period", found, value="years") if found else None


def _short_pair(match: Match) -> list[Token] | None:
    first, last = match.of("number")
    if not (two_digits(first) and two_digits(last) and last.number == first.number + 1):
        return None
    return match.made("shortpair", number=2000 + first.number) if first.number >= 10 else None


def _tail_of_month(match: Match) -> list[Token] | None:
    """'ust 2016' at the head of a cell: the rest of a month whose head is a page earlier."""
    tails = match.tokens[0].word
    months = "january february march april may june july august september october november december"
    cut = any(name.endswith(tails) and name != tails for name in months.split())
    return match.made("broken", doubts=CUT_MONTH) if cut and match.before is None else None


def _compact(match: Match) -> list[Token] | None:
    """'20150630'."""
    word = match.tokens[0].word
    if len(word) != 8 or word[:2] not in ("19", "20"):
        return None
    found = periods.day(int(word[:4]), int(word[4:6]), int(word[6:]))
    return match.made("day", found, value="numeric") if found else None


def _numeric_day_month(match: Match) -> list[Token] | None:
    """'31/3, 30/6 & 30/9/2015': the year stands at the end."""
    number, month = (t.number for t in match.of("number"))
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return None
    return match.made("daymonth", number=month * 100 + number)


_MARK = "[slash dash dot]"

NUMERIC: tuple[Rule, ...] = (
    # 'ust 2016', 'h 2014'; but 'AY 2016/17'
    rule("[word half suffix article academic] year (?! [slash dash] [number year])",
         _tail_of_month),
    rule("(?<![number]) year (dash|slash|dot) number \\1 number", _iso),  # '2015-06-30'
    rule(f"(?<!slash) number {_MARK} number {_MARK} [year cut figure]", _numeric),
    rule("number (comma|colon) number \\1 year", _other_marks),  # '31,12,2014'
    rule(f"(?<![slash citation]) number {_MARK} number {_MARK} number", _numeric),
    rule("figure", _compact),
    # '31/3, 30/6 & 30/9/2015'
    rule("(?<!slash) number slash number (?= (?: [comma amp dash to]{1,2} number slash number)"
         "{0,6} [comma amp dash to]{1,2} day)", _numeric_day_month),
    rule("number number [year number]", _spaced_numeric),  # '30 06 2015'
    rule(f"(?<![slash dot dash quarter half citation]) number {_MARK} year", _numeric_month),
    rule("year [dash slash] tick? number (?! suffix|of? month|slash|dot number)",
         _year_then_number),  # '2014/15'
    rule("year [dash slash] number (?! suffix|of? month|slash|dot number)", _no_pair),
    rule("year [dash slash] year (?! [dash slash] number)", _year_then_number),  # '2014/2015'
    rule("(?<![slash dot dash]) number [slash dash] number (?! suffix|of? month|[slash dash dot] "
         "number|recur|unit|close)", _short_pair),  # 'Q4 22/23'
    rule("(?:(?<=fy)|(?<=quarterno open)|(?<=quarterno open fy)) number [slash dash] number",
         _short_pair),  # 'Q1 (FY18/19)'
)  # fmt: skip
