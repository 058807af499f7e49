"""Spans with no place in the calendar: 'within 3 months of publication', 'by year end'."""

from normalise.dates.doubts import NO_YEAR
from normalise.dates.periods import Doubts
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

_RELATIVE: Doubts = (("date_relative", "Counted from something other than the calendar."),)


def _duration(match: Match) -> list[Token]:
    return match.made("duration")


def _relative(match: Match) -> list[Token]:
    return match.made("broken", doubts=_RELATIVE)


def _year_end_alone(match: Match) -> list[Token] | None:
    """'by year end': of which year is not printed."""
    ends = match.of("part")[0].value in ("yearend", "fyend")
    return match.made("broken", doubts=_RELATIVE) if ends else None


def _counted_from_day(match: Match) -> list[Token] | None:
    """'within 6 weeks of 1 May 2019', '3 months after May 2019': that day is not the one meant."""
    words = {t.value for t in match.of("qualifier") if t.start > match.of("duration")[0].start}
    within = match.tokens[0].word == "within" and not words
    if not within and not (words and words <= {"from", "after", "before"}):
        return None
    return match.made("broken", doubts=_RELATIVE)


def _unfinished(match: Match) -> list[Token]:
    """'H1', 'summer term', '16 June': no year."""
    return match.made("broken", doubts=NO_YEAR)


def _whole_cell(match: Match) -> list[Token] | None:
    """'30/06' or '3-5 years' and nothing else; '24/7' is no date."""
    if match.before is not None or match.after is not None:
        return None
    if match.of("number") and match.tokens[-1].kind == "number":
        day, month = (t.number for t in match.of("number"))
        dated = 1 <= day <= 31 and 1 <= month <= 12 and (day, month) != (24, 7)
        return match.made("broken", doubts=NO_YEAR) if dated else None
    if match.of("season"):
        return match.made("broken", doubts=NO_YEAR)
    return match.made("broken", doubts=_RELATIVE)


_COUNT = "[number cardinal article rank]"

_SPAN = "(?:duration|unit|calendar|fy|academic|quarter|season|term|halfterm)"

RELATIVE: tuple[Rule, ...] = (
    rule(f"{_COUNT} (?: [dash slash to amp] {_COUNT})? dash? (?:unit|calendar)", _duration),
    rule("relative? duration (?:of|qualifier){1,2} [day monthyear period]", _counted_from_day),
    # 'within 3 months of publication', 'end of this financial year', 'next 12 months'
    rule(f"(?:qualifier of{{0,2}})? (?:part of{{0,2}})? relative (?:of|relative|count|word){{0,2}} "
         f"{_SPAN} (?: season? term)?", _relative),
    rule("[day monthyear period] amp duration", _relative),  # '31/03/24 + 3 months'
    rule("of duration", _relative),  # 'In 6 months time'
    # '6 weeks after publication', 'one year from date of report'
    rule("(?:qualifier of{0,2})? duration (?:of|qualifier|relative|to) (?! [day monthyear period])",
         _relative),
    # 'by the end of the financial year', 'before the end of the summer term', 'by year end'
    rule(f"(?:qualifier of{{0,2}})? part of{{0,2}} {_SPAN} term?", _relative),
    rule("(?:qualifier of{0,2})? part (?! of{0,2} [month day monthyear period number])",
         _year_end_alone),
    rule("half number (?! number|slash|dash)", _unfinished),
    rule("season term", _unfinished),
    rule("(?:number [slash dash] number|duration|(?:qualifier of?)? season)", _whole_cell),
)  # fmt: skip
