"""Headings of two things: 'Ref / Recommendation', 'Completed and outcome', '% progress'."""

from collections.abc import Sequence

from extract.headings.words import Word
from extract.records import Field

CONTENT: dict[str, Field] = {
    "recommendation": "recommendation",
    "action": "action",
    "theme": "theme",
}
"""What fills a column that it shares with the number of the row."""
CHANGES = frozenset({"change", "changes", "changed"})
NUMBERED = CONTENT.keys() | {"reference", "and", "filler"}
LINKED = frozenset({"linked", "related", "associated", "corresponding", "connected"})
FOR_WHOM = frozenset({"group", "groups", "audience", "population", "cohort", "users", "people"})
LATE = frozenset({"late", "delay", "delays", "delayed", "overdue", "slippage", "slipped", "missed"})
LATER = frozenset({"second", "2nd", "third", "3rd", "fourth", "4th"})
DEEDS = frozenset({"implement", "achieve", "complete", "finish", "do"})
"""Verbs in front of 'by' that ask for a day; 'Action by' and 'Deliver by' ask for a person."""
RATED = frozenset({"rating", "rated", "rate"})


def counted(words: Sequence[Word]) -> Field | None:
    """Read what holds a share, a tick, a rating or a change: '% progress', 'Tick when done'."""
    texts, about = {word.text for word in words}, {word.concept for word in words}
    if texts & {"%", "percent", "percentage"} and about & {"progress", "done", "completion"}:
        return "status_text"
    if words[0].text in CHANGES and "target" in about:
        return "revised_target_date_text"
    numbered = words[-1].concept == "reference" and words[-2:][0].concept != "and"
    if numbered and len(words) > 2 and about <= NUMBERED:
        return "reference"
    if words[0].concept == "done" and [w.text for w in words[-2:]] == ["in", "progress"]:
        return "status_text"
    if texts & {"tick", "ticked"}:
        return "status_text"
    progress = about <= {"progress", "status", "done", "completion", "filler"}
    rated = words[-1].text in RATED and len(words) > 1
    return "rag" if rated and (progress or "rag" in about) else None


def of_another(words: Sequence[Word]) -> Field | None:
    """Read what leads elsewhere, whom it is for, why it is late, a later target, a deed by a day.

    'Linked plan', 'Target group', 'Why is it late?', 'Second target date', 'Implement by'.
    """
    texts = [word.text for word in words]
    if texts[0] in LINKED and words[-1].concept == "plan":
        return "extra"
    if texts[0] == "target" and texts[-1] in FOR_WHOM:
        return "extra"
    if texts in (["updated", "on"], ["reviewed", "on"]):
        return "extra"
    if texts[0] in {"why", "reason", "reasons"} and LATE.intersection(texts):
        return "extra"
    later = texts[0] in LATER and any(word.concept in {"date", "deadline"} for word in words)
    if later and any(word.concept == "target" for word in words):
        return "revised_target_date_text"
    deed = texts[-1] == "by" and texts[-2:][0] in DEEDS and len(texts) <= 3
    return "target_date_text" if deed else None


def joined(words: Sequence[Word]) -> Field | None:
    """Read the second of two things where it says more: 'No. and recommendation'."""
    rest = after_and(words)
    before = words[: len(words) - len(rest) - 1] if rest else ()
    if before and before[-1].concept == "reference":
        return CONTENT.get(rest[0].concept)
    if before and before[-1].concept == "theme" and rest[-1].concept == "recommendation":
        return "recommendation"
    first = {word.concept for word in before}
    outcome = rest and rest[0].text in {"outcome", "outcomes"}
    return "completed_date_text" if outcome and first in ({"done"}, {"completion"}) else None


def after_and(words: Sequence[Word]) -> Sequence[Word]:
    """Give the words behind the first 'and', stroke or comma; none where nothing stands before."""
    at = next((i for i, word in enumerate(words) if i and word.concept == "and"), len(words))
    return words[at + 1 :]
