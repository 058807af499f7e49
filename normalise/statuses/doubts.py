"""Says where words speak of progress and yet tell no status, so that a person reads them.

Colours without a key, dates and words such as 'TBC' speak of nothing, and raise no doubt.
"""

import re
from collections.abc import Mapping

from extract.records import Record
from normalise.dates.reading import only_dates
from normalise.records import Severity
from normalise.statuses.marks import read_mark
from normalise.statuses.signals import signals
from normalise.statuses.tokens import tokenise, trimmed

_QUIET = re.compile(
    r"(?:tb[acdn]|n/?a|n/?k|none|nil|unknown|not (?:known|applicable|set|stated)|various|ditto"
    r"|to be (?:confirmed|agreed|advised|determined|decided|set)|as (?:above|below|required)|noted"
    r"|(?:please )?(?:see|refer to|as per|same as)\b.*|no (?:comments?|change)|accepted|agreed)?"
    r"\W*",
    re.IGNORECASE | re.DOTALL,
)
_COLOUR = re.compile(
    r"b?rag|red|amber|green|blue|yellow|orange|purple|gr[ae]y|black|white|[ragby]", re.IGNORECASE
)
# 'The policy has been amended', 'Letter sent', 'Staff are attending', 'This will be discussed'
_DEED = re.compile(
    r"\b(?!need|indeed|exceed|proceed|succeed|feed|seed|shed|speed|bleed)[a-z]{2,}ed\b"
    r"|\b(?:sent|held|made|given|written|taken|built|met|led|shown|begun|chosen|sought|brought)\b"
    r"|\b(?:is|are|being|will|now|has|have)\b",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 160


class StatusDoubt(Record):
    """A cell that could not be settled."""

    column: str
    printed: str
    message: str
    severity: Severity


def unclear(cells: Mapping[str, str]) -> StatusDoubt | None:
    """Find the most trusted cell of a row without a status that speaks of progress after all."""
    for column in ("status_text", "rag"):
        text = cells.get(column, "")
        if not _is_quiet(text) and not _is_rating(text):
            message = "The words of the status could not be settled."
            return _doubt(column, text, message, "check")
    for column in ("progress", "completed_date_text"):
        text = cells.get(column, "")
        if not _is_quiet(text) and _speaks(text):
            message = "The words speak of progress, but do not say how far the action has come."
            return _doubt(column, text, message, "information")
    return None


def _doubt(column: str, text: str, message: str, severity: Severity) -> StatusDoubt:
    printed = " ".join(text.split())[:_LONGEST_QUOTE]
    return StatusDoubt(column=column, printed=printed, message=message, severity=severity)


def _is_quiet(text: str) -> bool:
    return _QUIET.fullmatch(text.strip()) is not None or only_dates(text)


def _is_rating(text: str) -> bool:
    """Whether the cell holds nothing but a colour: 'Green', 'RAG: A', 'Amber/Red'."""
    words = re.findall(r"\w+", text)
    return bool(words) and all(_COLOUR.fullmatch(word) for word in words)


def _speaks(text: str) -> bool:
    tokens = trimmed(tokenise(text))
    return (
        _DEED.search(text) is not None
        or next(signals(tokens), None) is not None
        or read_mark(tokens) is not None
    )
