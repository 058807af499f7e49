"""Converts one document in a process of its own, so that whatever it does harms nothing else."""

import logging
import multiprocessing
import os
import signal
import threading
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from actionplans.inputs import Taken
from actionplans.pipeline import convert
from actionplans.refusals import failed, refused, stopped
from extract.errors import Refusal
from normalise.records import ActionPlan, Correction

MOST_MEMORY = 4 * 1024**3


@dataclass(frozen=True)
class Order:
    """What is wanted of a document, beside its conversion."""

    as_at: date | None = None
    keep: Path | None = None
    pictures: Path | None = None
    corrections: tuple[Correction, ...] = ()


def work(taken: Taken, answer: Path, order: Order) -> None:
    """Convert a document and write its plan, or why there is none, as JSON."""
    started = time.monotonic()
    _leave_with_parent()
    _go_quietly(taken.path.parent)
    _limit_memory()
    plan = _converted(taken, order)
    seconds = round(time.monotonic() - started, 3)
    document = plan.document.model_copy(update={"seconds": seconds})
    answer.write_text(
        plan.model_copy(update={"document": document}).model_dump_json(), encoding="utf-8"
    )


def _converted(taken: Taken, order: Order) -> ActionPlan:
    keep = order.keep
    try:
        return convert(
            taken.path,
            order.as_at,
            keep,
            corrections=order.corrections,
            pictures=order.pictures,
        )
    except Refusal as refusal:
        return refused(taken, refusal)
    except MemoryError:
        return stopped(taken, "memory_limit")
    except Exception as error:
        if keep is not None:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / "error.txt").write_text(traceback.format_exc(), encoding="utf-8")
        return failed(taken, error)


def _leave_with_parent() -> None:
    """End this process when the one that started it ends, even by kill -9."""

    def leave() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=leave, daemon=True).start()


def _go_quietly(scratch: Path) -> None:
    """Say nothing, leave interrupts to the parent, and put any litter where it is swept up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    logging.disable(logging.CRITICAL)
    os.environ["TMPDIR"] = str(scratch)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _limit_memory() -> None:
    """Turn a file that would eat all memory into a MemoryError, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
