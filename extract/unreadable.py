"""What a document says of pages that could not be read."""

from collections.abc import Sequence

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

_REFUSALS: dict[str, type[Refusal]] = {
    refusal.reason: refusal for refusal in (Damaged, MemoryLimit, ReaderCrash, TimeLimit, TooLarge)
}


def with_lost_pages(plan: PrintedPlan, contents: Sequence[PageContent]) -> PrintedPlan:
    """The plan with each page named that was left out."""
    lost = tuple(
        Doubt(
            kind="page_unreadable",
            page=content.number,
            message=f"the page was left out: {content.trouble.what}; its rows are missing",
        )
        for content in contents
        if content.trouble
    )
    return plan.model_copy(update={"doubts": (*plan.doubts, *lost)}) if lost else plan


def why_unreadable(contents: Sequence[PageContent]) -> Refusal | None:
    """The refusal of a document that shows nothing where pages were left out."""
    for content in contents:
        if content.trouble:
            refusal = _REFUSALS.get(content.trouble.reason, Damaged)
            return refusal(f"page {content.number} was left out: {content.trouble.what}")
    return None
