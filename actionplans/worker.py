"""Converts one document in a process of its own, so that whatever it does harms nothing else.

All that it writes is in its own folder, and who reads that trusts none of it.
"""

import gc
import logging
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from pydantic import TypeAdapter

from actionplans import tripwire
from actionplans.confinement import confine
from actionplans.inputs import Taken
from actionplans.limits import MOST_FILE_BYTES, Limits
from actionplans.orders import ANSWER, KEPT, PICTURES, Order
from actionplans.pipeline import convert
from actionplans.refusals import failed, refused, stopped
from extract.errors import Refusal
from extract.pdf.caps import MOST_PAGES
from extract.watch import Watch
from normalise.records import ActionPlan

DRAFT = "answer.part"
CANNOT_WRITE = 74
"""Exit code of a process whose own folder took no more."""


@dataclass(frozen=True)
class Teller(Watch):
    """Tells the parent how far the reading has come, so that it knows which page took too long."""

    line: int = -1
    memory: int = 0

    def pages(self, count: int) -> None:
        """Tell how many pages there are."""
        self._tell("pages", count)

    def page(self, number: int) -> None:
        """Tell that work on a page begins."""
        self._tell("page", number)

    def pictures(self, count: int) -> None:
        """Tell how many pages are recognised, which takes more memory than reading does."""
        with suppress(ImportError):
            import resource

            _cap(resource.RLIMIT_AS, self.memory)
        self._tell("pictures", count)

    def recognised(self, number: int) -> None:
        """Tell that a page was recognised."""
        self._tell("recognised", number)

    def drawing(self) -> None:
        """Tell that the answer is there, and only pictures are wanting."""
        self._tell("drawing", 0)

    def _tell(self, what: str, number: int) -> None:
        os.write(self.line, f"{what} {number}\n".encode())


def work(taken: Taken, order: Order, line: int) -> None:
    """Convert a document and leave its plan, or why there is none, as JSON."""
    started = monotonic()
    own = taken.path.parent
    if hasattr(os, "setsid"):
        os.setsid()  # so that it ends with all that it began
    gc.disable()  # what a document leaves goes with its process; looking for it costs a tenth
    _go_quietly(own)
    _limit(order.limits)
    confine(own)
    tripwire.lay(own)
    limits = order.limits
    watch = Teller(order.skip, line, limits.memory_for_pictures)

    def ready(plan: ActionPlan) -> None:
        _leave(own, plan, monotonic() - started)
        watch.drawing()

    plan = _converted(taken, order, watch, ready)
    _leave(own, plan, monotonic() - started)


def _leave(own: Path, plan: ActionPlan, seconds: float) -> None:
    """Write the answer, whole or not at all."""
    document = plan.document.model_copy(update={"seconds": round(seconds, 3)})
    answer = TypeAdapter(ActionPlan).dump_json(plan.model_copy(update={"document": document}))
    try:
        (own / DRAFT).write_bytes(answer)
        (own / DRAFT).replace(own / ANSWER)
    except OSError:
        os._exit(CANNOT_WRITE)


def _converted(
    taken: Taken, order: Order, watch: Watch, ready: Callable[[ActionPlan], None]
) -> ActionPlan:
    own = taken.path.parent
    keep = own / KEPT if order.keep else None
    try:
        return convert(
            taken.path,
            order.as_at,
            keep,
            corrections=order.corrections,
            pictures=own / PICTURES if order.pictures else None,
            agencies=order.agencies,
            redact=order.redact,
            ocr=order.ocr,
            watch=watch,
            ready=ready,
        )
    except Refusal as refusal:
        return refused(taken, refusal)
    except (MemoryError, RecursionError):
        return stopped(taken, "memory_limit")
    except tripwire.Forbidden:
        return stopped(taken, "reader_crash")
    except Exception as error:
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / "error.txt").write_text(traceback.format_exc(), encoding="utf-8")
        return failed(taken, error)


def _go_quietly(scratch: Path) -> None:
    """Say nothing, leave interrupts to the parent, and put any litter where it is swept up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    logging.disable(logging.CRITICAL)
    sys.dont_write_bytecode = True
    os.environ["TMPDIR"] = tempfile.tempdir = str(scratch)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)


def _limit(limits: Limits) -> None:
    """Turn a file that would eat all memory into a MemoryError, where the system can."""
    with suppress(ImportError):
        import resource

        # Time on the clock is the parent's to watch; this is for a process that nobody watches.
        _cap(resource.RLIMIT_CPU, int(limits.seconds(MOST_PAGES, MOST_PAGES)))
        _cap(resource.RLIMIT_CORE, 0)
        _cap(resource.RLIMIT_FSIZE, MOST_FILE_BYTES)
        _cap(resource.RLIMIT_AS, limits.memory, limits.memory_for_pictures)


def _cap(kind: int, most: int, later: int | None = None) -> None:
    """Set a limit, and one that it may be raised to; what is stricter already stays."""
    import resource

    ceiling = resource.getrlimit(kind)[1]
    hard = most if later is None else later
    if ceiling != resource.RLIM_INFINITY:
        most, hard = min(most, ceiling), min(hard, ceiling)
    with suppress(OSError, ValueError):
        resource.setrlimit(kind, (most, hard))
