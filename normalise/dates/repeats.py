"""How often things recur: 'every six months', 'Quarterly', '4/6 weekly', as ISO 8601 durations."""

from normalise.dates.periods import Doubts
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

_UNSURE_REPEAT: Doubts = (
    ("date_ambiguous", "The word can mean twice in a period or once in two of them."),
)

_UNEVEN_REPEAT: Doubts = (
    ("date_ambiguous", "A range of intervals is printed; the longest is given."),
)

_DAYS_IN = {"D": 1, "W": 7, "M": 30, "Y": 365}

# 'Annual review' recurs; the 'Annual' of 'Annual Case Management Audit' is part of a name.
_NO_NOUN = frozenset(
    [
        "dash",
        "slash",
        "comma",
        "dot",
        "semi",
        "open",
        "close",
        "amp",
        "of",
        "qualifier",
        "number",
        "month",
    ]
)

_ANNUAL_OF = frozenset(
    ["review", "reviews", "audit", "audits", "update", "updates", "refresh", "check", "return"]
)


def _unit(token: Token) -> str:
    """Give the ISO 8601 unit and its count: 'M', 'Y', or '3M' for a quarter."""
    named = {"quarter": "3M", "term": "4M", "halfterm": "2M", "weekday": "W"}
    return named.get(token.kind, token.value or "Y")


def _times(unit: str, count: int) -> str:
    number, letter = int(unit[:-1] or 1), unit[-1]
    return f"P{number * count}{letter}"


def _every(match: Match) -> list[Token] | None:
    """'every six months', 'each quarter', 'every other month', 'every 4-6 weeks'."""
    numbers = [t.number for t in match.of("number", "cardinal")]
    last = match.tokens[-1]
    if last.kind in ("month", "season", "feast"):
        return match.made("recurrence", recurrence="P1Y")
    count = max(numbers, default=1) * match.of("every")[0].number
    if not count:
        return None
    doubts = _UNEVEN_REPEAT if len(numbers) > 1 else ()
    return match.made("recurrence", doubts=doubts, recurrence=_times(_unit(last), count))


def _adverb(match: Match) -> list[Token] | None:
    """'Quarterly', '6 monthly', '4/6 weekly'."""
    numbers = [t.number for t in match.of("number", "cardinal")]
    last = match.tokens[-1]
    count = max(numbers, default=1)
    if not 1 <= count <= 60 or (numbers and last.value not in _STEPS):
        return None
    doubts = _UNEVEN_REPEAT if len(numbers) > 1 else ()
    unit = last.value[1:].removeprefix("1")
    repeat = _times(unit, count) if numbers else last.value
    return match.made("recurrence", doubts=doubts, recurrence=repeat)


_STEPS = frozenset(("P1D", "P1W", "P1M", "P3M", "P1Y", "P4M"))


def _two_ways(match: Match) -> list[Token]:
    """'Bi-monthly', 'Bi-annually'."""
    return match.made("recurrence", doubts=_UNSURE_REPEAT, recurrence=match.tokens[0].value)


def _so_often(match: Match) -> list[Token] | None:
    """'twice a year', 'a minimum 3 times a year', 'twice annually'."""
    often = match.of("times", "number", "cardinal")[0].number
    last = match.tokens[-1]
    unit = last.value.removeprefix("P") if last.kind in ("recur", "annual") else _unit(last)
    unit = unit.removeprefix("1")
    return match.made("recurrence", recurrence=_share(unit, often)) if often else None


def _share(unit: str, often: int) -> str:
    """Give the unit divided: twice a year is every six months."""
    number, letter = int(unit[:-1] or 1), unit[-1]
    smaller = {"Y": 12 * number, "M": number}.get(letter, 0)
    if smaller and smaller % often == 0:
        whole = often == 1 and letter == "Y"
        return f"P{number}Y" if whole else f"P{smaller // often}M"
    if often == 1:
        return f"P{number}{letter}"
    return f"P{max(1, number * _DAYS_IN[letter] // often)}D"


def _annual(match: Match) -> list[Token] | None:
    after = match.after
    if after is None or after.kind in _NO_NOUN or after.word in _ANNUAL_OF:
        return match.made("recurrence", recurrence="P1Y")
    return None


def _same_repeat(match: Match) -> list[Token] | None:
    first, second = match.of("recurrence")
    same = first.recurrence == second.recurrence
    return match.made("recurrence", recurrence=first.recurrence) if same else None


def _yearly(match: Match) -> list[Token] | None:
    """Keep a day without a year from being unfinished where it comes round each year."""
    repeat = match.of("recurrence")[0].recurrence
    return match.made("recurrence", recurrence=repeat) if repeat == "P1Y" else None


def _listed_months(match: Match) -> list[Token] | None:
    """'January and July' without a year: evenly spread over the year, they recur."""
    found = [t.number for t in match.of("month")]
    step = 12 // len(found)
    even = all((b - a) % 12 == step for a, b in zip(found, [*found[1:], found[0]], strict=True))
    if 12 % len(found) or not even:
        return None
    return match.made("recurrence", recurrence=f"P{step}M")


REPEATS: tuple[Rule, ...] = (
    rule("(?:times|[number cardinal] timesword) (?:article|every) "
         "(?:unit|calendar|quarter|term|halfterm|fy)", _so_often),
    rule("(?:times|[number cardinal] timesword) (?:recur|annual)", _so_often),
    rule("times? every [number cardinal]? suffix? (?:unit|calendar)", _every),
    rule("every (?:number|cardinal) [dash slash to amp] (?:number|cardinal) unit", _every),
    rule("every [of word]? (?:quarter|term|halfterm|weekday|season|feast|month|fy)", _every),
    rule("(?<![slash dash dot month]) (?:number|cardinal) [slash dash to] (?:number|cardinal) "
         "dash? recur", _adverb),
    rule("(?<![slash dash dot month]) (?:number|cardinal) dash? recur", _adverb),
    rule("recur", _adverb),
    rule("birecur", _two_ways),
    rule("annual basis?", _annual),
    # 'annually each April'
    rule("recurrence [of open dash colon]{0,2} recurrence close?", _same_repeat),
)  # fmt: skip

LISTED: tuple[Rule, ...] = (
    # 'Annually by 31 March', 'April each year'
    rule("recurrence [of qualifier]{0,2} [month daymonth]", _yearly),
    rule("[month daymonth] [of amp comma]? recurrence", _yearly),
    rule("(?<!dash|slash) month (?: [comma amp slash]{1,2} month){1,11} "
         "(?! [dash to slash] |of? (?:year|monthyear))", _listed_months),
    rule("recurrence [of open dash colon]{0,2} recurrence close?", _same_repeat),
)  # fmt: skip
