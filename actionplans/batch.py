"""Converts many documents, each in a process of its own: none can harm or hold up the others.

Each answer is kept until the whole batch is written, so that an interrupted run goes on where
it stopped.
"""

import hashlib
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from multiprocessing import connection
from pathlib import Path

from actionplans.answers import keep_answer, kept_answer, sweep, take_kept, take_pictures
from actionplans.attempt import Attempt
from actionplans.inputs import Taken, check_kind, printable_name, take
from actionplans.limits import USUAL, Limits
from actionplans.orders import Order
from actionplans.processes import get_ready
from actionplans.refusals import refused
from extract.errors import Refusal
from extract.ocr_choice import Ocr
from extract.ocr_installed import engines_installed
from normalise.records import ActionPlan, Correction
from normalise.registers import Agency

_BY_CHANCE = frozenset({"memory_limit", "reader_crash", "io_error", "internal_error"})
"""What may go well when it is tried again, in a run that goes on from this one."""


@dataclass(frozen=True)
class Settings:
    """What holds for a whole batch. `answers` is where finished documents wait for the rest.

    `pictures` is where pages are drawn, if at all; `corrections` stand by content of document;
    `agencies` are those of the user's own register; `redact` is whether names are replaced.
    """

    answers: Path
    as_at: date | None = None
    keep: Path | None = None
    jobs: int = 1
    limits: Limits = USUAL
    pictures: Path | None = None
    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    ocr: Ocr = "auto"
    scheduler: str | None = None
    agencies: tuple[Agency, ...] = ()
    redact: bool = False


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


def convert_each(sources: Sequence[Path], settings: Settings) -> Iterator[Finished]:
    """Convert documents, as many at once as there are jobs; they come as they are ready."""
    with tempfile.TemporaryDirectory(prefix="actionplans-", ignore_cleanup_errors=True) as copies:
        documents = _each_ready(sources, Path(copies), settings)
        if settings.scheduler:
            from actionplans.cluster import convert_far

            yield from convert_far(documents, settings)
        else:
            yield from _convert_here(documents, settings)


def _convert_here(documents: Iterator[Ready | Finished], settings: Settings) -> Iterator[Finished]:
    running: dict[Attempt, Ready] = {}
    get_ready()
    try:
        for document in documents:
            if isinstance(document, Ready):
                running[Attempt(document.taken, document.order)] = document
            else:
                yield document
            while len(running) >= settings.jobs:
                yield from _finish_some(running, settings)
        while running:
            yield from _finish_some(running, settings)
    finally:
        for attempt, document in running.items():
            attempt.stop()
            sweep(document.taken)


def forget_answers(settings: Settings) -> None:
    """Remove the kept answers, once everything is written."""
    shutil.rmtree(settings.answers, ignore_errors=True)


def _uses(sources: Sequence[Path]) -> Counter[str]:
    # Some systems take names for the same that differ in capitals only.
    return Counter(printable_name(source).casefold() for source in sources)


def _each_ready(
    sources: Sequence[Path], copies: Path, settings: Settings
) -> Iterator[Ready | Finished]:
    shared_names = {name for name, uses in _uses(sources).items() if uses > 1}
    for number, source in enumerate(sources):
        yield _ready(source, copies / str(number), settings, shared_names)


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
        return Finished(refused(taken, refusal))
    order = _order(taken, settings)
    answer = settings.answers / f"{_key(taken, order)}.json"
    known = kept_answer(answer) if settings.keep is None else None
    if known is not None:
        shutil.rmtree(copies)
        return Finished(known, answer)
    return Ready(taken, order, answer, _keep_folder(taken, settings.keep, shared_names))


def _order(taken: Taken, settings: Settings) -> Order:
    """Say what is wanted of a document."""
    return Order(
        as_at=settings.as_at,
        keep=settings.keep is not None,
        pictures=settings.pictures is not None,
        corrections=settings.corrections.get(taken.sha256, ()),
        ocr=settings.ocr,
        agencies=settings.agencies,
        redact=settings.redact,
        limits=settings.limits,
    )


def _keep_folder(taken: Taken, keep: Path | None, shared_names: Set[str]) -> Path | None:
    """Name a folder after the document, below one named by content where names are shared."""
    if keep is None:
        return None
    shared = taken.name.casefold() in shared_names
    return keep / taken.sha256[:12] / taken.name if shared else keep / taken.name


def _finish_some(running: dict[Attempt, Ready], settings: Settings) -> Iterator[Finished]:
    """Wait until something happens, and hand on what is finished."""
    soonest = min(attempt.deadline for attempt in running) - time.monotonic()
    signs = [sign for attempt in running for sign in attempt.signs]
    connection.wait(signs, timeout=max(soonest, 0))
    for attempt in list(running):
        plan = attempt.plan()
        if plan is not None:
            yield running.pop(attempt).finished(plan, settings)


def _key(taken: Taken, order: Order) -> str:
    """Name the answer by all that it depends on: content, name, what is wanted, this program."""
    wanted = (str(order.as_at), str(order.pictures), repr(order.corrections), repr(order.limits))
    judged_by = (repr(order.agencies), str(order.redact))
    # A recogniser that was installed since reads what was refused before.
    recognition = (order.ocr, *engines_installed())
    parts = (taken.sha256, taken.name, *wanted, *judged_by, *recognition, _program())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """Tell one state of the program from another by the newest of its files."""
    rooms = [
        Path(__file__).parent.with_name(room) for room in ("actionplans", "extract", "normalise")
    ]
    return str(max(file.stat().st_mtime_ns for room in rooms for file in room.glob("*.*")))
