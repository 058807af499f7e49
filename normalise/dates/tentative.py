"""Dates that are printed with a doubt, or that are the day of something else.

'TBC (May 2024?)' is unsure, 'TBC following Board 14/05/2024' and 'Agreed 12/02/24' tell the day of
another event, 'not before June 2024' tells no last day, and in 'Ramadan 2024' a word beside the
year was not read. None of these may pass for a plain date.
"""

from collections.abc import Sequence

from normalise.dates.context import PAST
from normalise.dates.days import WRONG_WEEKDAY
from normalise.dates.periods import Doubts
from normalise.dates.rules import DATED
from normalise.dates.words import Token

NOT_BEFORE = "not before"
"""The qualifier of a day from which on, but not by which, something may be done."""

_TENTATIVE: Doubts = (("date_ambiguous", "The date is printed as one to be confirmed."),)
_QUESTIONED: Doubts = (("date_ambiguous", "A question mark stands beside the date."),)
_EVENT: Doubts = (("date_ambiguous", "The day of another event; when this is due is not printed."),)
_EARLIEST: Doubts = (("date_ambiguous", "The earliest day is printed, and no last one."),)
_LEFT_OVER: Doubts = (("date_unread", "What stands before the year was not read."),)
_MARKS = frozenset({"open", "close", "dash", "comma", "colon", "slash", "dot", "qualifier", "of"})
_STOPS = frozenset({"semi", "label"})
_UNREAD = frozenset({"word", "number", "cut", "figure", "quarter", "month"})
# Words that belong to a year without telling more of it.
_PLAIN = frozenset(
    {"in", "during", "throughout", "the", "year", "date", "calendar", "target", "or", "for", "and"}
    | {"to", "of", "at", "on", "is", "as", "since", "with", "within"}
)
_NAMED_BY_YEARS = frozenset({"strategy", "plan", "framework", "programme", "policy", "strategic"})
_FAR = 8
# Behind more words than a date has, a year stands in prose.
_FEW = 3
_YEARS = frozenset({"year", "financial_year", "academic_year"})


def settled(read: Sequence[Token]) -> list[Token]:
    """Put doubts on tentative dates, and set aside the days of other events."""
    out = list(read)
    for i, token in enumerate(read):
        if token.kind == "silence" and token.value == "tbc":
            _beside_tbc(out, i)
        elif token.kind in DATED:
            out[i] = _with_doubts(out, i)
        elif token.value == NOT_BEFORE and _is_beside_date(out, i):
            out[i] = token._replace(doubts=_EARLIEST)
    return out


def _beside_tbc(out: list[Token], i: int) -> None:
    """'TBC – June 2024' is tentative; 'To be set at Board 12 June 2024' is the day of a board."""
    ahead = next((k for k in range(i + 1, min(len(out), i + _FAR)) if out[k].kind in DATED), None)
    if ahead is not None and not any(t.kind in _STOPS for t in out[i + 1 : ahead]):
        between = out[i + 1 : ahead]
        event = any(t.kind in ("word", "citation") or t.value == "after" for t in between)
        out[ahead] = _aside(out[ahead]) if event else _doubted(out[ahead], _TENTATIVE)
    k = i - 1
    while k >= 0 and out[k].kind in ("open", "dash", "comma"):
        k -= 1
    if k >= 0 and out[k].kind in DATED:
        out[k] = _doubted(out[k], _TENTATIVE)


def _with_doubts(out: Sequence[Token], i: int) -> Token:
    token, before = out[i], out[i - 1] if i else None
    if _questioned(out, i):
        token = _doubted(token, _QUESTIONED)
    if before is None:
        return token
    if before.kind == "qualifier" and before.value in PAST and _opens(out, i - 1):
        return _aside(token)
    if before.kind == "weekday" and token.period and token.period.precision == "day":
        fits = token.period.first.isoweekday() == before.number
        return token if fits else _doubted(token, WRONG_WEEKDAY)
    if token.value == "years" and before.word in _NAMED_BY_YEARS:
        others = any(t.kind in DATED for k, t in enumerate(out) if k != i)
        return token._replace(kind="citation") if others else token
    return _doubted(token, _LEFT_OVER) if _has_left_over(out, i) else token


def _is_beside_date(out: Sequence[Token], i: int) -> bool:
    """'Earliest June 2024', 'June 2024 at the earliest'; not 'at the earliest opportunity'."""
    near = [out[k] for k in (i - 1, i + 1, i + 2) if 0 <= k < len(out)]
    return any(token.kind in DATED for token in near)


def _has_left_over(out: Sequence[Token], i: int) -> bool:
    """'Ramadan 2024', 'Q5 2024/25': a bare year, and something unread right before it."""
    before, period = out[i - 1], out[i].period
    if period is None or period.precision not in _YEARS or out[i].value == "years" or i > _FEW:
        return False
    return before.kind in _UNREAD and before.word not in _PLAIN


def _questioned(out: Sequence[Token], i: int) -> bool:
    near = [out[k].word for k in (i - 1, i + 1) if 0 <= k < len(out)]
    return "?" in near


def _opens(out: Sequence[Token], i: int) -> bool:
    """Whether nothing of its sentence stands before the token."""
    return i == 0 or out[i].opens_line or out[i - 1].kind in (*DATED, "semi", "label")


def _doubted(token: Token, doubts: Doubts) -> Token:
    return token._replace(doubts=tuple(dict.fromkeys(token.doubts + doubts)))


def _aside(token: Token) -> Token:
    return token._replace(kind="broken", period=None, doubts=_EVENT)
