"""Reads a cell that speaks of several parts: '1) Completed 2) Ongoing', '1a complete; 1b open'."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from normalise.records import Status
from normalise.statuses.signals import Signal
from normalise.statuses.tokens import EDGES, Token

RANK: tuple[Status, ...] = (
    "awaiting_update",
    "delayed",
    "on_hold",
    "partially_completed",
    "in_progress",
)
"""Of several statuses of open parts, the first of these is that of the whole."""

_NAMED_PART = r"(?:action|part|point|step|phase|stage|task|item|rec(?:ommendation)?|objective)"
_STATE = (
    r"(?:completed?|done|closed|achieved|in progress|on-?going|started|not started|outstanding"
    r"|delayed|overdue|under ?way)"
)
# 'Police – complete. Council – not started.': parts may be named by whose they are; words of time
# and of the table itself ('Previously: …', 'Status: …') name none.
_WHOSE = (
    r"(?:^|(?<=[.;,/] ))(?!(?:now|before|after|then|previous|original|initial|latest|current"
    r"|updated?|status|rag|progress|note|comment|outcome|evidence|action|completed?|closed|done|achieved"
    r"|implemented|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|not|in|on|all)[a-z]*\b)"
    r"[^\W\d][\w'’&]*(?: (?!\d)[\w'’&]+){0,3}\s?[:–-]\s"
)
# '1a complete; 1b in progress': without a bracket, a label stands where a clause begins.
_PART = re.compile(
    r"(?:(?<=\s)|^)(?:\(?\d{1,2}[a-z]?[.)](?=\s)|\(?[a-h]\)|[a-h]\.(?=\s)|\(?(?:ii?i?|iv|vi?)[.)](?=\s)"
    r"|(?:action|part|point|step|phase|stage|task|item)s?\s\d{1,2}[a-z]?"
    r"(?:\s?(?:[-–,&]|and|to)\s?\d{1,2}[a-z]?)*\s?[:–-]"
    rf"|(?<![&,] )(?<!and )(?<!of )\d{{1,2}}\s(?={_STATE}\b)"
    r"|\d{1,2}\.\d{1,2}[.):]?\s(?=[^\W\d]|[–-]\s)"
    r"|\d{1,2}[a-z]\s?[:–-]|(?:(?<=[,;./] )|(?<=\band )|^)(?:\(?\d{1,2}[a-z]\b\)?"
    r"|(?:\d{1,2}|[a-h])(?=\s[a-z]|\s?[–-]\s?[a-z])"
    rf"|{_NAMED_PART} (?:\d{{1,2}}[a-z]?|[a-h]|one|two|three|four)\b)|[a-h]\s[–-](?=\s)"
    rf"|{_WHOSE}(?={_STATE}\b))",
    re.IGNORECASE,
)
# 'Completed (Police); in progress (Health)': each state is followed by whose it is.
_WHOSE_BEHIND = re.compile(
    r"(?:^|[;,./:–-] ?|\band )(?P<state>[^\W\d_][^;,.()\[\]]{2,40}?)\s?"
    r"[(\[](?P<whose>(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Autumn"
    r"|Winter|Q\d|TB)[a-z]*\b)[^\W\d_][^()\[\]\d]{1,40})[)\]]",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[a-hA-H]\.?")
_MOST_PARTS = 30


def of_parts(
    flat: str, tokens: Sequence[Token], read: Callable[[Sequence[Token]], Signal | None]
) -> Signal | None:
    """Read each labelled part by itself: parts that differ make it partly complete."""
    if behind := _of_bracketed(flat, tokens, read):
        return behind
    marks = list(_PART.finditer(flat))
    if not 2 <= len(marks) <= _MOST_PARTS or flat[: marks[0].start()].strip(EDGES):
        return None
    if not _in_order([mark[0].strip(" -–") for mark in marks]):
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(flat)]
    found = [
        read([t for t in tokens if mark.end() <= t.start < end])
        for mark, end in zip(marks, ends, strict=True)
    ]
    known = [signal for signal in found if signal]
    if not known:
        return None
    together = _together([signal.status for signal in known])
    if len(known) < len(found) and together == "completed":
        together = "unknown"  # no word on the other parts
    return known[0]._replace(status=together, end=known[-1].end, rule="parts")


def _of_bracketed(
    flat: str, tokens: Sequence[Token], read: Callable[[Sequence[Token]], Signal | None]
) -> Signal | None:
    """Read states that differ, each with a body in brackets behind it; None for anything else."""
    marks = list(_WHOSE_BEHIND.finditer(flat))
    if not 2 <= len(marks) <= _MOST_PARTS or flat[: marks[0].start()].strip(EDGES):
        return None
    found = [read(_between(tokens, *mark.span("state"))) for mark in marks]
    known = [signal for signal in found if signal]
    named = any(read(_between(tokens, *mark.span("whose"))) for mark in marks)
    if named or len(known) < len(found) or len({signal.status for signal in known}) == 1:
        return None
    together = _together([signal.status for signal in known])
    return known[0]._replace(status=together, end=known[-1].end, rule="parts")


def _between(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    return [token for token in tokens if start <= token.start < end]


def _in_order(labels: Sequence[str]) -> bool:
    """Whether bare letters and numbers count on; 'A policy …, a report …' begin with articles."""
    letters = [ord(label[0].lower()) - ord("a") for label in labels if _LETTER.fullmatch(label)]
    numbers = [int(label) for label in labels if re.fullmatch("[0-9]+", label)]
    counted = all(b == a + 1 for a, b in pairwise(numbers))
    return counted and (not letters or letters == list(range(len(labels))))


def _together(statuses: list[Status]) -> Status:
    # A part that does not apply leaves it to the others: '1) Complete 2) N/A'.
    kinds = set(statuses) - {"superseded"} or set(statuses)
    if len(kinds) == 1:
        return kinds.pop()
    if "completed" in kinds or "partially_completed" in kinds:
        return "partially_completed"
    return next((status for status in RANK if status in kinds), "in_progress")
