"""Quarters, halves, seasons, terms and years of two kinds: 'Q3 2015/16', 'Autumn term 2019'."""

from datetime import date

from normalise.dates import periods
from normalise.dates.doubts import TWO_YEARS, full_year, two_digits
from normalise.dates.periods import Doubts, Period
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

_FINANCIAL: Doubts = (
    ("date_ambiguous", "Read as part of the financial year that begins then; no kind is printed."),
)

_WHICH_YEAR: Doubts = (("date_ambiguous", "It is not printed which part of which year is meant."),)

_WINTER: Doubts = (("date_ambiguous", "Read as the winter that begins in that year."),)

_WHICH_SEASON: Doubts = (("date_ambiguous", "Two years are printed, and the season is in both."),)

_WHICH_TERM: Doubts = (("date_ambiguous", "Councils number and divide their terms differently."),)


def _year_of(match: Match) -> tuple[int, bool]:
    """Give the year printed, and whether it is a pair such as 2015/16."""
    found = match.of("yearpair", "shortpair", "year", "number")
    pairs = [t for t in found if t.kind in ("yearpair", "shortpair")]
    return (pairs[-1].number, True) if pairs else (full_year(found[-1]), False)


def _quarter_number(match: Match) -> list[Token] | None:
    """'Q3', 'Qtr 3', 'quarter one', '1st Qtr', 'final quarter'."""
    number = match.of("number", "cardinal", "rank")[0].number % 5
    return match.made("quarterno", number=number) if 1 <= number <= 4 else None


def _bare_quarter(match: Match) -> list[Token] | None:
    """'Q3-4 2015/16': the second number is a quarter too."""
    first, mark, number = match.tokens
    if not first.number < number.number <= 4 or two_digits(number):
        return None
    return [first, mark, number._replace(kind="quarterno")]


def _quarter_of_year(match: Match) -> list[Token] | None:
    start, paired = _year_of(match)
    quarter = match.of("quarterno")[0].number
    if match.of("fy") and not paired:
        return match.made("broken", doubts=_WHICH_YEAR)
    found = periods.quarter(start, quarter)
    if match.of("calendar"):
        found, paired = periods.months(date(start, quarter * 3 - 2, 1), 3, "quarter"), True
    return match.made("period", found, () if paired else _FINANCIAL, value="quarter")


def _quarters_of_year(match: Match) -> list[Token] | None:
    """'2019/20 Q2-Q3': the year stands first."""
    start, paired = _year_of(match)
    first, last = (periods.quarter(start, t.number) for t in match.of("quarterno"))
    found = periods.span(first, last) if first and last else None
    doubts = () if paired else _FINANCIAL
    return match.made("period", found, doubts, value="range") if found else None


def _glossed(match: Match) -> list[Token]:
    """'Q3 (Oct-Dec) 2015/16': the months say the same again."""
    return [match.tokens[0]._replace(end=match.tokens[-1].end)]


def _gloss_dates_quarter(match: Match) -> list[Token]:
    """'Q3 (October - December 2015)': the months bring the year."""
    return match.made("period", match.of("period", "monthyear")[0].period, value="range")


def _same_days(match: Match) -> list[Token] | None:
    first, second = match.of("period")
    same = first.period and second.period and first.period[1:3] == second.period[1:3]
    return [first._replace(end=match.tokens[-1].end)] if same else None


def _of_last(token: Token, last: Period, kind: str) -> Period | None:
    """Give the quarter, season or term that shares the year of the last one."""
    if kind == "quarter":
        return periods.quarter(last.first.year - (last.first.month < 4), token.number)
    if kind == "season":
        found = periods.season(token.number, last.first.year)
        return found if found.first < last.first else periods.season(
            token.number, last.first.year - 1
        )  # fmt: skip
    found = periods.term(token.number, last.first.year)
    return found if found.first < last.first else periods.term(token.number, last.first.year - 1)


def _joined(match: Match) -> list[Token] | None:
    """'Q3/Q4 2015/16', 'Autumn/Winter 2015': one span; 'Q1, Q2 and Q3 2016/17': each."""
    last = match.tokens[-1]
    if last.period is None or last.value not in ("quarter", "season", "term"):
        return None
    early = match.of("quarterno", "season")
    if any((t.kind == "quarterno") != (last.value == "quarter") for t in early):
        return None
    found = [_of_last(t, last.period, last.value) for t in early]
    if match.of("dash", "slash", "to") and found[0]:
        whole = periods.span(found[0], last.period)
        return match.made("period", whole, value="range") if whole else None
    each = zip(early, found, strict=True)
    return [*(t._replace(kind="period", period=p, value=last.value) for t, p in each), last]


def _half_of_year(match: Match) -> list[Token] | None:
    """'H1 2016/17' is financial; 'first half of 2016' of the calendar; 'H1 2016' unsure."""
    number = match.of("number", "rank")[0].number
    start, paired = _year_of(match)
    if match.of("fy") and not paired:
        return match.made("broken", doubts=_WHICH_YEAR)
    spelt = match.tokens[0].kind != "half"
    begin = date(start, 1 if spelt and not paired else 4, 1)
    found = periods.half(begin, 2 if number == -1 else number)
    return match.made("period", found, () if paired or spelt else _FINANCIAL) if found else None


def _unsure_year(match: Match) -> list[Token]:
    return match.made("broken", doubts=_WHICH_YEAR)


def _half_of_month(match: Match) -> list[Token] | None:
    number, whole = match.tokens[0].number, match.tokens[-1].period
    if whole is None or number not in (1, 2, -1):
        return None
    if number == 1:
        return match.made("monthyear", whole._replace(last=whole.first.replace(day=15)))
    return match.made("monthyear", whole._replace(first=whole.first.replace(day=16)))


def _season_of_year(match: Match) -> list[Token] | None:
    number, (start, paired) = match.of("season")[0].number, _year_of(match)
    if match.of("halfterm"):
        return match.made("broken", doubts=_WHICH_TERM)
    if match.of("term"):
        later = paired and number < 3
        return match.made("period", periods.term(number, start + later), value="term") \
            if number < 4 else None  # fmt: skip
    if number == 4:
        return match.made("period", periods.season(4, start), () if paired else _WINTER,
                          value="season")  # fmt: skip
    doubts = _WHICH_SEASON if paired and number == 2 else ()
    return match.made("period", periods.season(number, start + (paired and number == 1)), doubts,
                      value="season")  # fmt: skip


def _numbered_term(match: Match) -> list[Token]:
    return match.made("broken", doubts=_WHICH_TERM)


def _half_term(match: Match) -> list[Token] | None:
    """'Autumn term 2 2023' is one of six half terms, which councils number differently."""
    number = match.of("number")[0]
    return match.made("broken", doubts=_WHICH_TERM) if len(number.word) == 1 else None


def _financial(match: Match) -> list[Token]:
    start, paired = _year_of(match)
    if not paired:
        return match.made("broken", doubts=_WHICH_YEAR)
    unsure = match.tokens[0].value == "dashed" and len(match.tokens) == 1
    return match.made("period", periods.financial_year(start), TWO_YEARS if unsure else ())


def _academic(match: Match) -> list[Token]:
    start, paired = _year_of(match)
    if not paired:
        return match.made("broken", doubts=_WHICH_YEAR)
    return match.made("period", periods.academic_year(start))


def _calendar(match: Match) -> list[Token]:
    return match.made("period", periods.year(match.of("year")[0].number))


def _feast(match: Match) -> list[Token] | None:
    year = match.of("year", "number")[-1]
    if year.kind == "number" and not two_digits(year):
        return None
    return match.made("day", periods.feast(match.of("feast")[0].number, full_year(year)))


_FY = (
    "[of comma colon dash open slash academic]{0,3} calendar? fy? of{0,2} "
    "(?:yearpair|shortpair|year|tick number) (?: of? fy)? close?"
)

_YEAR = "(?:yearpair|shortpair|year|tick number)"

# Before the days: 'Q1 Apr-Jun 2015' has no 1 April.
QUARTERS: tuple[Rule, ...] = (rule("quarter dot? [number cardinal]", _quarter_number),)
SPANS: tuple[Rule, ...] = (
    rule("(?:rank|number suffix?) quarter", _quarter_number),  # '1st Qtr', '3Q'
    rule("quarterno [dash slash amp comma to] number (?! suffix|month|slash|dot)", _bare_quarter),
    rule("quarterno [dash slash amp comma to] number (?! suffix|month|slash|dot)", _bare_quarter),
    rule("quarterno open month dot? [dash to] month dot? close", _glossed),
    rule("quarterno open? [monthyear period] close?", _gloss_dates_quarter),
    rule(f"calendar? quarterno {_FY}", _quarter_of_year),  # 'Q2 2016/17'
    rule("calendar of? year calendar? [comma dash colon slash open]? quarterno close?",
         _quarter_of_year),  # 'CY2024 Q3'
    rule("(?:yearpair|shortpair|year) [comma dash colon]? quarterno [dash slash to] quarterno",
         _quarters_of_year),
    rule("fy? (?:yearpair|shortpair|year) fy? [comma dash colon slash open]? quarterno close?",
         _quarter_of_year),  # '2015/16 Q3'
    rule("period open period close", _same_days),  # 'Q3 2015/16 (Oct-Dec 2015)'
    rule("period open month dot? [dash to] month dot? close", _glossed),
    rule("(?:quarterno|half number) [of comma]? fy tick? number", _unsure_year),  # 'Q1 FY16'
    rule("(?<![rank suffix]) half of? [yearpair shortpair]", _unsure_year),  # 'half year 2015/16'
    rule(f"half number {_FY}", _half_of_year),
    rule(f"(?:rank|number suffix) half {_FY}", _half_of_year),
    rule(f"season term? number comma? {_YEAR}", _half_term),  # 'Autumn term 2 2023'
    rule("season of? year term", _season_of_year),  # 'Spring 2016 term'
    rule("(?:rank|number suffix) half of{0,3} monthyear", _half_of_month),
    rule(f"season (?:term|halfterm)? [of comma open academic]{{0,4}} (?:{_YEAR}|number "
         "(?! suffix|month|unit|slash|dot))", _season_of_year),  # 'Autumn term 2019'
    rule("year [comma dash]? season term?", _season_of_year),  # '2016 Summer term'
    rule(f"term number of? {_YEAR}", _numbered_term),  # 'Term 3 2019/20'
    # 'Q3/Q4 2015/16', 'Q1/Q2/Q3 2016/17'
    rule("quarterno (?: [dash slash] quarterno){0,2} [dash slash to] period", _joined),
    rule("(?: quarterno [comma amp]{1,2}){1,3} period", _joined),
    rule("season (?:dash|slash|to) period", _joined),
    rule("(?: season [comma amp]{1,2}){1,3} period", _joined),
    rule(f"academic [of dash colon]{{0,2}} {_YEAR}", _academic),
    rule("[yearpair shortpair year] academic", _academic),
    rule(f"fy [of dash colon open]{{0,2}} (?:{_YEAR}|number (?! suffix|month|slash))", _financial),
    rule("[yearpair shortpair year] fy", _financial),  # 'the 2015/16 financial year'
    rule("(?<=of|part) shortpair", _financial),  # 'end of 15/16'
    rule("feast of? (?:yearpair|shortpair)", _unsure_year),  # 'Christmas 2020/21'
    rule("yearpair", _financial),
    rule("calendar of? year", _calendar),
    rule("feast halfterm [year number]?", _numbered_term),  # 'Easter holidays 2015'
    rule("feast of? comma? (?:year|tick? number)", _feast),
)  # fmt: skip
