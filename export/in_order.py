"""Brings the plans of a batch into an order that depends on the documents alone.

By file name, then by content. One plan at a time is in memory: what the order needs to know of a
plan is its head, and an archive keeps those at hand.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from normalise.records import ActionPlan, Document


@runtime_checkable
class KeepsHeads(Protocol):
    """Plans that lie on disk, of each of which at least document and message are at hand."""

    @property
    def heads(self) -> Sequence[ActionPlan]:
        """The heads of the plans, in the order of the plans."""


def in_order(plans: Sequence[ActionPlan]) -> Iterator[ActionPlan]:
    """Give plan after plan, each once; one whose content came before counts nothing twice."""
    heads = plans.heads if isinstance(plans, KeepsHeads) else plans
    keepers: dict[str, str] = {}
    for place in sorted(range(len(heads)), key=lambda place: _order(heads[place])):
        document = heads[place].document
        if document.outcome == "refused":
            yield plans[place]
        elif document.sha256 in keepers:
            # Its ids come from the content, so they would collide.
            yield _repeat(document, keepers[document.sha256])
        else:
            keepers[document.sha256] = document.document
            yield plans[place]


def _order(plan: ActionPlan) -> tuple[str, str, bytes]:
    document = plan.document
    # Of two files of one name and content, either may come first, but always the same; an archive
    # is long, so as little as will do is held of each.
    rest = f"{document.model_dump_json()}{plan.message}".encode()
    return document.document, document.sha256, hashlib.sha256(rest).digest()


def _repeat(document: Document, first: str) -> ActionPlan:
    """Stand for a file whose content came before: a row of its own that counts nothing."""
    message = f"the same content as {first}, which its rows are filed under"
    counts_nothing = document.model_copy(update={"actions": 0, "agencies": 0})
    return ActionPlan(document=counts_nothing, message=message)
