"""Numbers that are of no date, or of two: 'R3 June 2024', 'SAR 2023/04', '31/03/24 / 30/06/24'.

These rules come before all others, so that codes, references and marks between two dates are out
of the way when days are made.
"""

from normalise.dates.doubts import NO_SUCH_DAY, two_digits
from normalise.dates.periods import Doubts
from normalise.dates.rules import Match, Rule, rule
from normalise.dates.words import Token

_NUMBERED: Doubts = (
    ("date_ambiguous", "The number is read as that of the word before it; it could be a day."),
)
# Things that are counted, in front of a number: 'Ward 5 May 2024'; 'Board 14 May 2024' is a day.
_COUNTED = frozenset(
    {"ward", "team", "group", "site", "kloe", "kpi", "module", "session", "house", "yr", "domain"}
    | {"theme", "month", "week", "year", "unit", "area", "district", "locality", "pillar", "strand"}
)


def _parted(match: Match) -> list[Token] | None:
    """'31/03/24 / 30/06/24': the slash between two whole dates parts them."""
    *date, slash = match.tokens
    if date[-1].kind == "number" and not two_digits(date[-1]):
        return None
    return [*date, slash._replace(kind="semi")]


def _dotted_day(match: Match) -> list[Token] | None:
    """'31.03-30.06.24', '31.03, 30.06 & 30.09.24': the year stands at the end."""
    number, dot, month = match.tokens
    closed = not dot.spaced and not month.spaced and two_digits(month)
    if not closed or not (1 <= number.number <= 31 and 1 <= month.number <= 12):
        return None
    return match.made("daymonth", number=month.number * 100 + number.number)


def _code(match: Match) -> list[Token] | None:
    """'R3 June 2024', 'v1.4 April 2024', 'SAR04/2022': what is glued to letters is their number."""
    glued = 1 + next((n for n, t in enumerate(match.tokens[1:]) if t.spaced), len(match.tokens) - 1)
    if glued < 2:
        return None
    code = Match(match.tokens[: glued - glued % 2], None, None)
    # Behind a code, a year by itself is the code's: 'COVID19 2020'.
    year = match.after is not None and match.after.kind == "year"
    return [*code.made("citation" if year else "label"), *match.tokens[glued - glued % 2 :]]


def _numbered(match: Match) -> list[Token] | None:
    """'Month 6 September 2024', 'Ward 5 May 2024', 'Reports x 4 April 2024'."""
    word = match.tokens[0]
    if word.kind != "timesword" and word.word not in _COUNTED:
        return None
    return match.made("label", doubts=_NUMBERED)


def _reference(match: Match) -> list[Token]:
    """'SAR 2023/04', 'DHR 12/2019', 'Ref: 2024/12', 'Children Act 1989/2004'."""
    return match.made("citation")


def _month_in_the_middle(match: Match) -> list[Token] | None:
    """'6/2024/5', '05-2024-31': no order of day, month and year."""
    if any(t.spaced for t in match.tokens[1:]):
        return None
    return match.made("broken", doubts=NO_SUCH_DAY)


_MARK = "[slash dash dot]"
_LIST = "[dash to amp comma semi]{1,2}"

STRAYS: tuple[Rule, ...] = (
    rule(f"number {_MARK} number {_MARK} [year number] slash "
         f"(?= number {_MARK} number {_MARK} [year number])", _parted),
    rule(f"(?<![slash dot dash]) number dot number (?= (?: {_LIST} number dot number){{0,4}} "
         f"{_LIST} number dot number dot [year number])", _dotted_day),
    rule(f"[word citation timesword] number (?: {_MARK} [number year figure]){{0,2}}", _code),
    rule("(?<![number cardinal article rank every to]) [unit calendar word timesword] number "
         "(?= month)", _numbered),
    rule("citation [colon dash dot]? (?:year [slash dash] [number year]|number slash year) "
         f"(?! {_MARK} number)", _reference),
    rule(f"(?<![slash dash dot]) number {_MARK} year {_MARK} number (?! {_MARK} [number year])",
         _month_in_the_middle),
)  # fmt: skip
