"""Converts many documents, each in a process of its own: none can harm or hold up the others.

Each answer is kept until the whole batch is written, so that an interrupted run goes on where
it stopped.
"""

import hashlib
import multiprocessing
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from multiprocessing import connection, resource_tracker
from pathlib import Path

from actionplans.inputs import Taken, check_kind, printable_name, take
from actionplans.refusals import failed, refused, stopped
from actionplans.worker import Order, work
from extract.errors import Refusal
from normalise.records import ActionPlan, Correction, Reason

# A fresh interpreter for each document: nothing that a reader left behind can reach the next.
_PROCESSES = multiprocessing.get_context("spawn")

# How a process ends that no reader crashed: by an exception outside the conversion, and by the
# signal with which a system short of memory ends whatever is largest.
_ENDINGS: dict[int | None, Reason] = {1: "internal_error", -9: "memory_limit"}


@dataclass(frozen=True)
class Settings:
    """What holds for a whole batch. `answers` is where finished documents wait for the rest.

    `pictures` is where pages are drawn, if at all; `corrections` stand by content of document.
    """

    answers: Path
    as_at: date | None = None
    keep: Path | None = None
    jobs: int = 1
    time_limit: float = 300.0
    pictures: Path | None = None
    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)


class Attempt:
    """One document being converted, until `plan` says how it ended."""

    def __init__(self, taken: Taken, answer: Path, time_limit: float, order: Order) -> None:
        self._taken, self._answer = taken, answer
        # Files of one name and content share an answer, but each is written by its own process.
        self._draft = answer.with_suffix(f".{taken.path.parent.name}.part")
        self._started = time.monotonic()
        self.deadline = self._started + time_limit
        self._process = _PROCESSES.Process(
            target=work, args=(taken, self._draft, order), daemon=True
        )
        with _interrupts_held():
            self._process.start()
        self.ended = self._process.sentinel

    @property
    def over(self) -> bool:
        """Whether the process has ended, or had all the time it gets."""
        return not self._process.is_alive() or time.monotonic() >= self.deadline

    def plan(self) -> ActionPlan:
        """Give the plan that the process wrote, or a refusal in place of one."""
        late = self._process.is_alive()
        self.stop()
        code = self._process.exitcode
        if late or code != 0:
            reason = "time_limit" if late else _ENDINGS.get(code, "reader_crash")
            return stopped(self._taken, reason, round(time.monotonic() - self._started, 3))
        try:
            plan = ActionPlan.model_validate_json(self._draft.read_bytes())
        except (OSError, ValueError) as error:
            return failed(self._taken, error)
        self._draft.replace(self._answer)
        return plan

    def stop(self) -> None:
        """End the process, if it has not ended by itself, and sweep up after it."""
        self._process.kill()
        self._process.join()
        shutil.rmtree(self._taken.path.parent, ignore_errors=True)


def convert_each(sources: Sequence[Path], settings: Settings) -> Iterator[ActionPlan]:
    """Convert documents, as many at once as there are jobs; plans come as they are ready."""
    shared_names = {name for name, uses in _uses(sources).items() if uses > 1}
    running: list[Attempt] = []
    # Started on its own, or the first process would start it and let interrupts through.
    resource_tracker.ensure_running()
    with tempfile.TemporaryDirectory(prefix="actionplans-") as copies:
        try:
            for number, source in enumerate(sources):
                begun = _begin(source, Path(copies, str(number)), settings, shared_names)
                if isinstance(begun, Attempt):
                    running.append(begun)
                else:
                    yield begun
                while len(running) >= settings.jobs:
                    yield from _finish_some(running)
            while running:
                yield from _finish_some(running)
        finally:
            for attempt in running:
                attempt.stop()


def forget_answers(settings: Settings) -> None:
    """Remove the kept answers, once everything is written."""
    shutil.rmtree(settings.answers, ignore_errors=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let interrupts wait while a process starts, for one that is half started would complain.

    The process inherits this, so that Ctrl-C ends the batch here and not at random in there.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _uses(sources: Sequence[Path]) -> Counter[str]:
    # Some systems take names for the same that differ in capitals only.
    return Counter(printable_name(source).casefold() for source in sources)


def _begin(
    source: Path, copies: Path, settings: Settings, shared_names: Set[str]
) -> ActionPlan | Attempt:
    """Start on a document, unless it is refused at the door or an earlier run finished it."""
    copies.mkdir()
    taken = Taken(printable_name(source), source)
    try:
        taken = take(source, copies)
        check_kind(taken)
    except Refusal as refusal:
        shutil.rmtree(copies)
        return refused(taken, refusal)
    order = _order(taken, settings, shared_names)
    answer = settings.answers / f"{_key(taken, order)}.json"
    known = _known(answer) if settings.keep is None else None
    if known is not None:
        shutil.rmtree(copies)
        return known
    return Attempt(taken, answer, settings.time_limit, order)


def _order(taken: Taken, settings: Settings, shared_names: Set[str]) -> Order:
    """Say what is wanted of a document."""
    return Order(
        as_at=settings.as_at,
        keep=_keep_folder(taken, settings.keep, shared_names),
        pictures=settings.pictures,
        corrections=settings.corrections.get(taken.sha256, ()),
    )


def _known(answer: Path) -> ActionPlan | None:
    """Read the answer of an earlier run, unless there is none or a power cut left half of it."""
    with suppress(OSError, ValueError):
        return ActionPlan.model_validate_json(answer.read_bytes())
    return None


def _keep_folder(taken: Taken, keep: Path | None, shared_names: Set[str]) -> Path | None:
    """Name a folder after the document, below one named by content where names are shared."""
    if keep is None:
        return None
    shared = taken.name.casefold() in shared_names
    return keep / taken.sha256[:12] / taken.name if shared else keep / taken.name


def _finish_some(running: list[Attempt]) -> Iterator[ActionPlan]:
    """Wait until at least one attempt is over, and hand on what came of it."""
    soonest = min(attempt.deadline for attempt in running) - time.monotonic()
    connection.wait([attempt.ended for attempt in running], timeout=max(soonest, 0))
    for attempt in [attempt for attempt in running if attempt.over]:
        plan = attempt.plan()
        running.remove(attempt)
        yield plan


def _key(taken: Taken, order: Order) -> str:
    """Name the answer by all that it depends on: content, name, what is wanted, this program."""
    wanted = (str(order.as_at), str(order.pictures is not None), repr(order.corrections))
    parts = (taken.sha256, taken.name, *wanted, _program())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """Tell one state of the program from another by the newest of its files."""
    rooms = [
        Path(__file__).parent.with_name(room) for room in ("actionplans", "extract", "normalise")
    ]
    return str(max(file.stat().st_mtime_ns for room in rooms for file in room.glob("*.*")))
