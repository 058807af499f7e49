"""Days and months that share the year of the last: 'Jan, Apr & Oct 2015', '3-5 June 2015'."""

from normalise.dates import periods
from normalise.dates.periods import Doubts, Period
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

_YEAR_OF_NEW: Doubts = (
    ("date_ambiguous", "The year is not printed; read as the last before the revised date."),
)


def _before(month: int, token: Token) -> int:
    """Give the year of a month before a date with the year: 'Nov-Jan 2016' is Nov 2015."""
    last = _end_of(token)
    return last.first.year - (month > last.first.month)


def _end_of(token: Token) -> Period:
    if token.period is None:
        raise AssertionError(token)
    return token.period


def _early_day(token: Token, last: Token) -> Period | None:
    """Give the day that '1st', '1st January' or 'January' is, given the date that follows."""
    if token.kind == "month":
        return periods.month(_before(token.number, last), token.number)
    if token.kind == "daymonth":
        month, number = divmod(token.number, 100)
        year = _before(month, last)
        return periods.day(year, month, number)
    end = _end_of(last).first
    return periods.day(end.year, end.month, token.number)


def shared_range(match: Match) -> list[Token] | None:
    """'March-June 2015', '3-5 June 2015', '1 April to 30 June 2015'."""
    first, last = match.of("number", "daymonth", "month")[0], match.tokens[-1]
    begin = _early_day(first, last)
    found = periods.span(begin, _end_of(last)) if begin else None
    return match.made("period", found, value="range") if found else None


def _moved(match: Match) -> list[Token] | None:
    """'extended from June to September 2015', 'was June now Sept 2015': two dates, no range."""
    first, last = match.of("day", "monthyear", "month", "daymonth")
    between = next((t for t in match.of("qualifier", "to") if t.start >= first.end), last)
    old = match.tokens[0]
    onward = between.kind == "to" or between.value == "until"
    from_to = old.value == "originally" and old.word.endswith("from") and onward
    if not from_to and between.value != "revised":
        return None
    if first.period is None:
        found = _early_day(first, last)
        if found is None:
            return None
        kind = "monthyear" if first.kind == "month" else "day"
        first = first._replace(kind=kind, period=found, doubts=_YEAR_OF_NEW)
    revised = between._replace(kind="qualifier", value="revised")
    return [*match.tokens[: match.tokens[0].kind == "qualifier"], first, revised, last]


def _shared_list(match: Match) -> list[Token] | None:
    """'1st and 15th May 2014', 'Jan, Apr, Jul & Oct 2015': each with the year of the last."""
    last, out = match.tokens[-1], []
    later = last
    for i in range(len(match.tokens) - 2, -1, -1):
        token, behind = match.tokens[i], match.tokens[i + 1]
        if token.kind not in ("number", "daymonth", "month"):
            continue
        end = behind.end if behind.kind == "suffix" else token.end
        found = _early_day(token, later)
        if found is None:
            return None
        kind = "monthyear" if token.kind == "month" else "day"
        later = token._replace(kind=kind, period=found, value="words", end=end)
        out.append(later)
    return [*reversed(out), last]


_RUN = "(?:dash|to)"

_LIST = "[comma amp semi slash]{1,2} of{0,2}"

_ITEM = "(?: number suffix?| daymonth)"

SHARED: tuple[Rule, ...] = (
    rule("qualifier of? [month daymonth day monthyear] [to qualifier] of? [day monthyear]",
         _moved),
    rule("qualifier? [month daymonth] [dash comma semi open]{0,2} qualifier of? [day monthyear]",
         _moved),
    rule(f"number suffix? (?:{_RUN}|slash) of{{0,2}} day", shared_range),  # '3-5 June 2015'
    # '1st, 8th and 15th May 2014', '1st January and 1st February 2014'
    rule(f"{_ITEM} (?: {_LIST} {_ITEM}){{0,8}} {_LIST} day", _shared_list),
    # 'Jan/Feb 2015', 'Jan-Feb-Mar 2015'
    rule("month dot? (?: [slash dash] month dot?){0,4} [slash dash] monthyear", shared_range),
    # '1 April - 30 June 2015', '1 April to June 2015', 'March - 15 June 2015'
    rule(f"[daymonth month] {_RUN} of{{0,2}} (?:day|monthyear)", shared_range),
    # 'Jan, Apr, Jul & Oct 2015'
    rule(f"month dot? (?: {_LIST} month dot?){{0,12}} {_LIST} monthyear", _shared_list),
)  # fmt: skip
