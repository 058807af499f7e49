"""Parts of periods, weeks and ranges: 'End of April 2014', 'w/c 15 June 2015'."""

from datetime import timedelta

from normalise.dates import periods
from normalise.dates.lists import shared_range
from normalise.dates.periods import Doubts, Period
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

_YEAR_END: Doubts = (
    ("date_ambiguous", "Read as the end of the calendar year; it could be the financial year."),
)

_TWO_OR_RUN: Doubts = (
    ("date_ambiguous", "Read as two calendar years; it could be one financial year."),
)

_COUNTS = frozenset(("number", "cardinal", "article"))
_SAID = {"end": "end of"}


def _part(match: Match) -> list[Token] | None:
    """'End of April 2014', 'mid-June 2015', 'Early 2016', 'year end 2015/16'."""
    which, last = match.of("part")[0].value, match.tokens[-1]
    whole = last.period or periods.year(last.number)
    kind = "monthyear" if last.kind == "monthyear" and which != "end" else "period"
    if which in ("yearend", "fyend"):
        return _year_end(match, whole, which)
    return match.made(kind, periods.part(whole, which), value=_SAID.get(which, which))


def _year_end(match: Match, whole: Period, which: str) -> list[Token] | None:
    if which == "fyend" and whole.precision == "year":
        return match.made("day", periods.day(whole.first.year, 3, 31), value="end of")
    doubts = _YEAR_END if whole.precision == "year" else ()
    return match.made("period", periods.part(whole, "end"), doubts, value="end of")


def _part_behind(match: Match) -> list[Token] | None:
    """'June 2015 (end)', '2015/16 year end'."""
    whole, which = match.tokens[0].period, match.of("part")[0].value
    ends = which in ("yearend", "fyend") and match.tokens[0].kind == "period"
    if whole is None or not (match.of("open") or ends):
        return None
    which = "end" if ends else which
    return match.made("period", periods.part(whole, which), value=_SAID.get(which, which))


def _parts_of_month(match: Match) -> list[Token] | None:
    """'mid to late June 2015', 'early to mid 2016'."""
    (first, last), token = match.of("part"), match.tokens[-1]
    whole = token.period or periods.year(token.number)
    if {"yearend", "fyend", "end"} & {first.value, last.value}:
        return None
    begin, end = periods.part(whole, first.value), periods.part(whole, last.value)
    return match.made(
        token.kind if token.period else "period", whole._replace(first=begin.first, last=end.last)
    )


def _parts_of_months(match: Match) -> list[Token] | None:
    """'mid-June to mid-July 2015', 'end March/early April 2015'."""
    (first, second), early, late = match.of("part"), match.of("month")[0], match.tokens[-1].period
    if late is None or {first.value, second.value} & {"yearend", "fyend"}:
        return None
    year = late.first.year - (early.number > late.first.month)
    begin = periods.part(periods.month(year, early.number), first.value)
    found = periods.span(begin, periods.part(late, second.value))
    return match.made("period", found, value="range") if found else None


def _week_from(match: Match) -> list[Token] | None:
    last = match.tokens[-1].period
    if match.of("unit") and match.before is not None and match.before.kind in _COUNTS:
        return None  # 'within 6 weeks of 1 May 2019'
    weekly = all(t.value == "W" for t in match.of("unit"))
    found = periods.week(last.first) if last and weekly else None
    return match.made("period", found, value="week commencing") if found else None


def _week_to(match: Match) -> list[Token] | None:
    last = match.tokens[-1].period
    found = periods.week(last.last - timedelta(days=6)) if last else None
    return match.made("period", found, value="week ending") if found else None


def _week_of_month(match: Match) -> list[Token] | None:
    """'first week of June 2015' is its first seven days."""
    number, whole = match.of("rank", "number")[0].number, match.tokens[-1].period
    if whole is None or match.of("unit")[0].value != "W" or number not in (1, 2, 3, 4, -1):
        return None
    if number == -1:
        return match.made("period", periods.week(whole.last - timedelta(days=6)))
    return match.made("period", periods.week(whole.first + timedelta(days=7 * number - 7)))


def _year_of_plan(match: Match) -> list[Token] | None:
    """'first year of our homelessness Strategy 2015-2017' is 2015."""
    rank, whole = match.tokens[0].number, match.tokens[-1].period
    if whole is None or match.tokens[-1].value != "years":
        return None
    year = whole.last.year if rank == -1 else whole.first.year + rank - 1
    return match.made("period", periods.year(year)) if year <= whole.last.year else None


def _range(match: Match) -> list[Token] | None:
    """'April 2015 to March 2016', '1/4/15 - 31/3/16', 'between June 2015 and May 2016'."""
    first, last = match.of("day", "monthyear", "period", "year")
    words = {t.value for t in match.of("qualifier")}
    if not words <= {"until", "between"} or (match.of("amp") and "between" not in words):
        return None
    if first.kind == "year" and match.before is not None and match.before.kind == "citation":
        return None  # 'Care Act 2014 – June 2024'
    begin = first.period or periods.year(first.number)
    end = last.period or periods.year(last.number)
    found = periods.span(begin, end)
    unsure = first.kind == last.kind == "year" and last.number == first.number + 1
    made = match.made("period", found, _TWO_OR_RUN if unsure else (), value="range")
    return made if found else None


def _numbered_week(match: Match) -> list[Token] | None:
    """Read 'week 3 of June 2015' as its third week."""
    unit, number, *rest = match.tokens
    return [number._replace(kind="rank"), unit, *rest] if unit.value == "W" else None


def _shared_between(match: Match) -> list[Token] | None:
    """'between April and June 2015': the 'and' is a 'to'."""
    if match.tokens[0].value != "between":
        return None
    return [t._replace(kind="to") if t.kind == "amp" else t for t in match.tokens]


_WHOLE = "(?:day|monthyear|period|year)"

BETWEEN: tuple[Rule, ...] = (
    rule("unit number of{1,2} month", _numbered_week),
    rule("qualifier of{0,2} weekday? [number month quarterno season] [suffix of month number]{0,3} "
         "amp of?", _shared_between),
)  # fmt: skip

PARTS: tuple[Rule, ...] = (
    rule("(?:rank|number suffix) unit of{0,3} monthyear", _week_of_month),
    rule("part dash? of{0,3} month (?:dash|to|slash|amp) of? part dash? of{0,3} monthyear",
         _parts_of_months),
    rule("part [dash slash to] part of{0,3} (?:monthyear|period|year)", _parts_of_month),
    rule("part dash? calendar of{0,2} period", _part),  # 'mid year 2015/16'
    rule("part [dash of comma]{0,3} (?:monthyear|period|year)", _part),
    rule("[monthyear period] (?:open part close|part)", _part_behind),
    rule("weekstart [colon of]{0,2} weekday? day", _week_from),
    rule("unit of{1,2} weekday? day", _week_from),  # 'the week of 15 June 2015'
    rule("weekend [colon of]{0,2} weekday? day", _week_to),
    rule("rank calendar [of word comma]{1,8} period", _year_of_plan),
    # '1st April to end of June 2015'
    rule("[daymonth month] [dash to] of{0,2} (?:monthyear|period)", shared_range),
    rule(f"qualifier of? {_WHOLE} amp of? {_WHOLE}", _range),
    rule(f"{_WHOLE} (?:dash|to|qualifier) of{{0,2}} {_WHOLE}", _range),
)  # fmt: skip
