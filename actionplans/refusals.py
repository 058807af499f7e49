"""What stands in the output for a document that could not be converted."""

import traceback
from pathlib import Path
from typing import cast

from actionplans.inputs import Taken
from extract.errors import MemoryLimit, ReaderCrash, Refusal, TimeLimit
from normalise.records import ActionPlan, Document, Reason

_REMEDIES: dict[Reason, str] = {
    "time_limit": TimeLimit.remedy,
    "memory_limit": MemoryLimit.remedy,
    "reader_crash": ReaderCrash.remedy,
    "io_error": "the disk that holds temporary files is full; make room and run again",
    "internal_error": "a fault of this program; please report it",
}


def stopped(taken: Taken, reason: Reason, seconds: float = 0.0) -> ActionPlan:
    """Stand for a document whose reading had to be ended."""
    return _refused(taken, reason, _REMEDIES[reason], seconds)


def refused(taken: Taken, refusal: Refusal) -> ActionPlan:
    """Stand for a document that its owner can mend."""
    return _refused(taken, cast(Reason, refusal.reason), refusal.message)


def failed(taken: Taken, error: BaseException) -> ActionPlan:
    """Stand for a document that we failed on. The message holds no text of the document."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
    return _refused(taken, "internal_error", f"a fault of this program ({where}); please report it")


def _refused(taken: Taken, reason: Reason, message: str, seconds: float = 0.0) -> ActionPlan:
    document = Document(
        document=taken.name,
        sha256=taken.sha256,
        bytes=taken.bytes,
        pages=0,
        outcome="refused",
        reason=reason,
        actions=0,
        agencies=0,
        plan_pages="",
        unplaced_characters=0,
        seconds=seconds,
    )
    return ActionPlan(document=document, message=message)
