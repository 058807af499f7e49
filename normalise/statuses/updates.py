"""Chooses among dated updates in one cell: 'Jan 2015: in progress. May 2015: completed.'."""

import re
from collections.abc import Sequence
from itertools import pairwise

from normalise.statuses.signals import Signal
from normalise.statuses.tokens import Token

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = re.compile(r"(?:20)?(\d{2})")
_DAY_DATE = re.compile(r"\d{1,2}[./](\d{1,2})[./](?:20)?(\d{2})")
# A date may stand before its status by some words: 'Update May 2015: action is'.
_DISTANCE = 5
_OPENS = frozenset({"update", "updated", "updates", "position", "progress", "status", "as", "at"})
_CLOSES = frozenset({":", "-", ")"})
_STOPS = frozenset({".", ";", ":", ")", "(", "-"})


def latest_update(found: Sequence[Signal], tokens: Sequence[Token]) -> Signal | None:
    """Return the signal with the latest date; None unless two or more are dated alike."""
    leads = [signal for signal in found if signal.lead]
    for date_of in (_date_before, _date_behind):
        dated = [(date, s) for s in leads if (date := date_of(s, tokens))]
        if len({date for date, _ in dated}) > 1 and dated[0][1] is found[0]:
            return max(dated, key=lambda pair: pair[0])[1]
    return None


def newest_first(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """Part a cell into its dated updates, the newest first; empty unless it is nothing else.

    'Update Jan 2024: Drafted. Update May 2024: Sent. Completed.' has two, each with its date in
    front and a mark behind it.
    """
    heads = [head for at in range(len(tokens)) if (head := _heading(tokens, at))]
    if len({date for _, _, date in heads}) < 2 or heads[0][0] != 0:
        return []
    ends = [start for start, _, _ in heads[1:]] + [len(tokens)]
    parts = [(date, tokens[behind:end]) for (_, behind, date), end in zip(heads, ends, strict=True)]
    # Of two on one day the later printed is the newer.
    order = sorted(range(len(parts)), key=lambda n: (parts[n][0], n), reverse=True)
    return [parts[n][1] for n in order]


def _heading(tokens: Sequence[Token], at: int) -> tuple[int, int, tuple[int, int]] | None:
    """Where the heading of an update stands, where its words begin, and its date."""
    fresh = at == 0 or tokens[at - 1].text in _STOPS or tokens[at - 1].ends_line
    if not fresh:
        return None
    for length in range(1, 7):
        word, *rest = [token.text for token in tokens[at + length - 1 : at + length + 2]] or [""]
        date = _month_and_year(word, rest[0] if rest else "")
        if date is None:
            if word not in _OPENS and not word.rstrip("stndrh").isdigit() and word != "(":
                return None
            continue
        behind = at + length + (0 if _DAY_DATE.fullmatch(word) else 1)
        closed = behind < len(tokens) and tokens[behind].text in _CLOSES
        opened = tokens[at].text in _OPENS
        return (at, behind + closed, date) if closed or opened else None
    return None


def _date_before(signal: Signal, tokens: Sequence[Token]) -> tuple[int, int] | None:
    near: list[str] = []
    for token in [token for token in tokens if token.end <= signal.start][-_DISTANCE:]:
        # A date before the full stop belongs to the update before.
        near = [] if token.text in ".;" else [*near, token.text]
    found = None
    for word, following in zip(near, [*near, ""][1:], strict=True):
        found = _month_and_year(word, following) or found
    return found


def _date_behind(signal: Signal, tokens: Sequence[Token]) -> tuple[int, int] | None:
    """'In progress (May 2019). Completed (Sept 2019)': a date in brackets right behind."""
    behind = [token.text for token in tokens if token.start >= signal.end][:5]
    if not behind or behind[0] != "(":
        return None
    dates = (_month_and_year(a, b) for a, b in pairwise(behind[1:]))
    return next(filter(None, dates), None)


def _month_and_year(word: str, following: str) -> tuple[int, int] | None:
    if match := _DAY_DATE.fullmatch(word):
        return int(match[2]), int(match[1])
    year = _YEAR.fullmatch(following)
    if year and word[:3] in _MONTHS:
        return int(year[1]), _MONTHS.index(word[:3]) + 1
    return None
