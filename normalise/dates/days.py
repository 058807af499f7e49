"""Days and months in words: '30th of June, 2015', 'Sept 15', 'September 30, 2020'."""

from normalise.dates import periods
from normalise.dates.doubts import CUT_YEAR, FAR_YEAR, SHORT_YEAR, day_token, full_year, two_digits
from normalise.dates.periods import Doubts
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

DAY_OR_YEAR: Doubts = (
    ("date_ambiguous", "The number after the month is read as a year; it could be a day."),
)

WRONG_WEEKDAY: Doubts = (("date_ambiguous", "The day of the week is not that of this date."),)

# Welsh has one word for October and for autumn.
_HYDREF: Doubts = (("date_ambiguous", "Read as October; it could be the autumn."),)

_IN_YEAR_PAIR: Doubts = (("date_ambiguous", "Read as the month within that financial year."),)


def _day_month_year(match: Match) -> list[Token] | None:
    number = match.of("number", "rank")[0]
    month, year = match.of("month")[0], match.of("number", "year", "rank", "cut")[-1]
    if match.before is not None and match.before.kind == "citation":
        return None  # 'Section 42 March 2015'
    if year.kind == "cut":
        return match.made("broken", doubts=CUT_YEAR) if 190 <= year.number <= 210 else None
    if year.kind == "number" and not two_digits(year):
        return None
    if _may_be_cut(match, year):
        return match.made("broken", doubts=CUT_YEAR)
    made = day_token(match, full_year(year), month.number, number.number, "words")
    return _checked(made, match)


def _checked(made: list[Token], match: Match) -> list[Token]:
    """Doubt 'Wednesday 3 May 2024', which was a Friday."""
    period, weekday = made[0].period, match.of("weekday")
    if period is None or not weekday or period.first.isoweekday() == weekday[0].number:
        return made
    return [made[0]._replace(doubts=made[0].doubts + WRONG_WEEKDAY)]


def _may_be_cut(match: Match, year: Token) -> bool:
    """'August 20' may go on as '2016' on the next page; an apostrophe or a hyphen ends doubt."""
    bare = match.tokens[-2 if match.tokens[-1] is year else -3].kind
    return year.word == "20" and bare not in ("tick", "dash", "slash", "dot")


def _month_day_year(match: Match) -> list[Token]:
    number, year = match.of("number", "year")[0], match.of("number", "year")[-1]
    return day_token(match, full_year(year), match.of("month")[0].number, number.number, "words")


def _american_days(match: Match) -> list[Token] | None:
    month, (first, last) = match.of("month")[0].number, match.of("number")
    year = match.of("year")[0].number
    begin = periods.day(year, month, first.number)
    end = periods.day(year, month, last.number)
    found = periods.span(begin, end) if begin and end else None
    return match.made("period", found) if found else None


def _month_year(match: Match) -> list[Token] | None:
    month, year = match.of("month")[0], match.of("number", "year")[-1]
    if year.kind == "number":
        if not two_digits(year) or year.number > 60:
            return None
        if _may_be_cut(match, year):
            return match.made("broken", doubts=CUT_YEAR)
    found = periods.month(full_year(year), month.number)
    unsure = _HYDREF if month.word == "hydref" else ()
    return match.made("monthyear", found, _doubts_of_year(match, year) + unsure)


def _doubts_of_year(match: Match, year: Token) -> Doubts:
    """Doubt a year that could be a day, but one behind a hyphen hardly."""
    could_be_day = year.kind == "number" and 1 <= year.number <= 31
    if not could_be_day or match.of("tick", "slash", "dot"):
        return ()
    hyphen = any(token.word == "-" for token in match.tokens)
    return SHORT_YEAR if hyphen else DAY_OR_YEAR


def _two_month_years(match: Match) -> list[Token]:
    """'Jan 25-October 25': where both have two digits, neither number is a day of the other."""
    first = next(i for i, t in enumerate(match.tokens) if t.kind == "number")
    marks = ("dash", "slash", "to", "comma", "amp")
    mark = next(i for i, t in enumerate(match.tokens) if i > first and t.kind in marks)
    out: list[Token] = []
    for part in (match.tokens[:mark], match.tokens[mark + 1 :]):
        side = Match(part, None, None)
        year = side.of("number", "year")[-1]
        found = periods.month(full_year(year), side.of("month")[0].number)
        made = side.made("monthyear", found, _doubts_of_year(side, year))
        out.extend([*made, match.tokens[mark]])
    return out[:-1]


def _cut_month_year(match: Match) -> list[Token] | None:
    year = match.of("cut")[0].number
    return match.made("broken", doubts=CUT_YEAR) if 190 <= year <= 210 else None


def _far_year(match: Match) -> list[Token] | None:
    four = len(match.of("figure")[0].word) == 4
    return match.made("broken", doubts=FAR_YEAR) if four else None


def _month_of_pair(match: Match) -> list[Token]:
    month, pair = match.of("month")[0].number, match.of("yearpair")[0].number
    return match.made("monthyear", periods.month(pair + (month < 4), month), _IN_YEAR_PAIR)


def _day_month(match: Match) -> list[Token] | None:
    number, month = match.of("number")[0].number, match.of("month")[0].number
    return match.made("daymonth", number=month * 100 + number) if 1 <= number <= 31 else None


def _year_first_months(match: Match) -> list[Token]:
    year, out = match.of("year")[0].number, []
    for token in match.of("month"):
        out.append(token._replace(kind="monthyear", period=periods.month(year, token.number)))
    return out


def _year_month(match: Match) -> list[Token]:
    year, month = match.of("year")[0].number, match.of("month")[0].number
    return match.made("monthyear", periods.month(year, month))


def _year_month_day(match: Match) -> list[Token]:
    year, month = match.of("year")[0].number, match.of("month")[0].number
    return day_token(match, year, month, match.of("number")[0].number, "words")


_YEAR = "(?:year|tick number)"

# A two-digit year is none where it begins the next date: 'March 14 April', 'March 2/4/15'.
_SHORT = "number (?! suffix|of{0,2} month|[slash dot] number|unit|recur)"

_DAY = "(?:weekday [dot comma]{0,2} of?)? number suffix?"

WORDS: tuple[Rule, ...] = (
    # 'Dec 14/Jan 15', 'June 24- Nov 24', 'Dec 14 to March 2015'
    # 'Mar-24/Jun-24'
    rule("month [dot dash]? tick? number [dash slash to comma amp] month [dot dash]? "
         "(?:year|tick? number) "
         "(?! suffix|comma? year|of{0,2} month)", _two_month_years),
    # '30th of June, 2015', '15-Jun-15', 'Thursday 30th April 2015'
    rule(f"{_DAY} [of comma dash slash dot]{{0,3}} month [dot comma dash slash of]{{0,2}} "
         f"(?:open {_YEAR} close|{_YEAR}|{_SHORT}|cut)", _day_month_year),
    rule(f"rank of{{1,2}} month comma? {_YEAR}", _day_month_year),  # 'the first of June 2015'
    # 'March 3 - 5, 2015'
    rule("month number suffix? [dash to] number suffix? comma? year", _american_days),
    # 'September 30, 2020', 'April 30th 2014'
    rule(f"month dot? number suffix? comma? of? {_YEAR}", _month_day_year),
    rule("year month number suffix?", _year_month_day),  # '2015 June 30'
    # 'June 2014', "Nov '21", 'June (2015)', 'February half term 2016'
    rule(f"month [dot comma dash slash of halfterm]{{0,2}} (?:open {_YEAR} close|{_YEAR})",
         _month_year),
    rule(f"month dot? [dash slash of]? {_SHORT}", _month_year),  # 'Jun-15', 'Sept 15'
    rule("month [dot comma]? cut", _cut_month_year),  # 'February 201'
    rule(f"(?:{_DAY} [of comma dash slash dot]{{0,3}})? month [dot comma dash slash of]{{0,2}} "
         "figure", _far_year),  # '1 May 1023', 'December 9999'
    rule("month of? yearpair", _month_of_pair),  # 'March 2014/15'
    rule("number suffix? [of dash slash dot comma]{0,2} month", _day_month),  # '16 June'
    rule("month number suffix?", _day_month),  # 'June 5th'
    # '2015: March, June and September'
    rule("year [colon comma dash]? month (?: [comma amp]{1,2} month){1,11}", _year_first_months),
    rule("year [colon comma dash]? month (?! [of dash]? [year number])", _year_month),  # '2015 May'
)  # fmt: skip
