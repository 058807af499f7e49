"""What a document says of pages that could not be read, or not for sure."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from extract.errors import (
    Damaged,
    MemoryLimit,
    ReaderCrash,
    Refusal,
    TimeLimit,
    TooLarge,
)
from extract.page import PageContent
from extract.records import Doubt, PrintedPlan

NOTHING_DAMAGED: Mapping[int, str] = MappingProxyType({})
MUTE = "the file does not say which letters the page prints; its rows are missing or wrong"
_REFUSALS: dict[str, type[Refusal]] = {
    refusal.reason: refusal for refusal in (Damaged, MemoryLimit, ReaderCrash, TimeLimit, TooLarge)
}


def with_lost_pages(
    plan: PrintedPlan, contents: Sequence[PageContent], attached: int = 0
) -> PrintedPlan:
    """The plan with each page named that was left out, or of which something was not read.

    `attached` counts the files within the file; none of them is read.
    """
    files = (
        "a file is attached to it and was" if attached == 1 else f"{attached} attached files were"
    )
    parts = (Doubt(kind="left_out", page=0, message=f"{files} not read"),) * bool(attached) + tuple(
        Doubt(kind="left_out", page=content.number, message=part)
        for content in contents
        for part in content.unread_parts
    )
    mute = tuple(
        Doubt(kind="page_unreadable", page=content.number, message=MUTE)
        for content in contents
        if content.mute and not content.unread
    )
    lost = (
        parts
        + mute
        + tuple(
            Doubt(
                kind="page_unreadable",
                page=content.number,
                message=f"the page was left out: {content.trouble.what}; its rows are missing",
            )
            for content in contents
            if content.trouble
        )
    )
    return plan.model_copy(update={"doubts": (*plan.doubts, *lost)}) if lost else plan


def with_damage(plan: PrintedPlan, damaged: Mapping[int, str]) -> PrintedPlan:
    """The plan with all named that is damaged in its file, by page, or 0 for the whole."""
    found = tuple(
        Doubt(
            kind="data_damaged",
            page=page,
            message=f"the file is damaged: {what}; words or rows may be missing or wrong",
        )
        for page, what in sorted(damaged.items())
    )
    return plan.model_copy(update={"doubts": (*plan.doubts, *found)}) if found else plan


def why_unreadable(
    contents: Sequence[PageContent], damaged: Mapping[int, str] = NOTHING_DAMAGED
) -> Refusal | None:
    """The refusal of a document that shows nothing where pages were left out or are damaged."""
    for content in contents:
        if content.trouble:
            refusal = _REFUSALS.get(content.trouble.reason, Damaged)
            return refusal(f"page {content.number} was left out: {content.trouble.what}")
    for page, what in sorted(damaged.items(), reverse=True):
        return Damaged(f"page {page}: {what}" if page else what)
    return None
