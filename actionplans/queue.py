"""The documents of a batch, one after the other: what is to be converted, and what is finished.

Each answer is kept until the whole batch is written, so that an interrupted run goes on where
it stopped.
"""

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from actionplans.answers import (
    forget_kept,
    keep_answer,
    kept_answer,
    sweep,
    take_kept,
    take_pictures,
)
from actionplans.inputs import Taken, check_kind, printable_name, take
from actionplans.orders import Order
from actionplans.refusals import refused
from actionplans.settings import Settings
from extract.errors import Refusal
from extract.ocr.installed import engines_installed
from normalise.records import ActionPlan

_BY_CHANCE = frozenset({"memory_limit", "reader_crash", "io_error", "internal_error"})
"""What may go well when it is tried again, in a run that goes on from this one."""


@dataclass(frozen=True)
class Finished:
    """What came of a document, and the file that it is kept in, where there is one."""

    plan: ActionPlan
    file: Path | None = None


@dataclass(frozen=True)
class Ready:
    """A document that is to be converted, and where what comes of it is to go."""

    taken: Taken
    order: Order
    answer: Path
    keep: Path | None

    def finished(self, plan: ActionPlan, settings: Settings) -> Finished:
        """Take over what came of the document, and sweep up after it."""
        plan = take_pictures(plan, self.taken, settings.pictures)
        take_kept(self.taken, self.keep)
        sweep(self.taken)
        if plan.document.reason in _BY_CHANCE:
            return Finished(plan)
        keep_answer(plan, self.answer)
        return Finished(plan, self.answer)


def queue(sources: Sequence[str], copies: Path, settings: Settings) -> Iterator[Ready | Finished]:
    """Copy one document after the other, when it is asked for."""
    # Some systems take names for the same that differ in capitals only.
    uses = Counter(printable_name(Path(source)).casefold() for source in sources)
    shared_names = {name for name, times in uses.items() if times > 1}
    uses.clear()
    for number, source in enumerate(sources):
        yield _ready(Path(source), copies / str(number), settings, shared_names)


def _ready(
    source: Path, copies: Path, settings: Settings, shared_names: Set[str]
) -> Ready | Finished:
    """Copy a document, unless it is refused at the door or an earlier run finished it."""
    copies.mkdir()
    taken = Taken(printable_name(source), source)
    try:
        taken = take(source, copies)
        check_kind(taken)
    except Refusal as refusal:
        shutil.rmtree(copies)
        _forget_kept(taken, settings.keep)
        return Finished(refused(taken, refusal))
    order = settings.order(taken)
    answer = settings.answers / f"{_key(taken, order, settings.keep)}.json"
    # What is kept may be of a run between, without redaction: then it shows names.
    resumes = settings.keep is None or not settings.redact
    known = kept_answer(answer) if resumes else None
    if known is not None and _is_whole(known, settings.pictures):
        shutil.rmtree(copies)
        return Finished(known, answer)
    _forget_kept(taken, settings.keep)
    return Ready(taken, order, answer, _keep_folder(taken, settings.keep, shared_names))


def _is_whole(known: ActionPlan, pictures: Path | None) -> bool:
    """Whether all pictures are there that belong to an answer: a run may be killed in sweeping."""
    return all(pictures and (pictures / picture.file).exists() for picture in known.pictures)


def _keep_folder(taken: Taken, keep: Path | None, shared_names: Set[str]) -> Path | None:
    """Name a folder after the document, below one named by content where names are shared."""
    if keep is None:
        return None
    shared = taken.name.casefold() in shared_names
    return keep / taken.sha256[:12] / taken.name if shared else keep / taken.name


def _forget_kept(taken: Taken, keep: Path | None) -> None:
    """Remove what an earlier run kept of a document, whether or not it shared its name then."""
    if keep is not None:
        forget_kept(keep / taken.name)
        forget_kept(keep / taken.sha256[:12] / taken.name)


def _key(taken: Taken, order: Order, keep: Path | None) -> str:
    """Name the answer by all that it depends on: content, name, what is wanted, this program.

    And by where it was to leave what the stages found, for only there it is.
    """
    kept_in = str(keep and keep.absolute())
    wanted = (str(order.as_at), str(order.pictures), repr(order.corrections), repr(order.limits))
    judged_by = (repr(order.agencies), str(order.redact))
    # A recogniser that was installed since reads what was refused before.
    recognition = (order.ocr, *engines_installed())
    parts = (taken.sha256, taken.name, kept_in, *wanted, *judged_by, *recognition, _program())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """Tell one state of the program from another by the newest of its files."""
    rooms = [
        Path(__file__).parent.with_name(room) for room in ("actionplans", "extract", "normalise")
    ]
    return str(max(file.stat().st_mtime_ns for room in rooms for file in room.rglob("*.*")))
