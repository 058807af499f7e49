"""Starts each process as a new interpreter, where a copy of a running one cannot be made."""

import multiprocessing
import os
import shutil
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from actionplans.inputs import Taken
from actionplans.orders import Order
from actionplans.processes import interrupts_held
from actionplans.worker import work

_CONTEXT = multiprocessing.get_context("spawn")


class Spawning:
    """Starts processes by `multiprocessing`; each loads the libraries anew."""

    def start(self, taken: Taken, order: Order, line: int) -> "Spawned":
        """Start a new interpreter that reads one document."""
        theirs = Connection(os.dup(line), readable=False)
        process = _CONTEXT.Process(target=_work, args=(taken, order, theirs), daemon=True)
        with interrupts_held():
            process.start()
        theirs.close()
        return Spawned(process)

    def close(self) -> None:
        """There is nothing to end."""


class Spawned:
    """A new interpreter that reads one document."""

    def __init__(self, process: BaseProcess) -> None:
        self._process = process

    @property
    def sentinel(self) -> int:
        """What becomes readable when the process ends."""
        return self._process.sentinel

    def code(self) -> int | None:
        """Give the exit code, or None while the process runs."""
        return self._process.exitcode

    def end(self) -> None:
        """End the process and all that it began."""
        if hasattr(os, "killpg") and self._process.pid is not None:
            # It leads a group of its own once it has come so far; what it began is in there too.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()


def _work(taken: Taken, order: Order, line: Connection) -> None:
    threading.Thread(target=_leave_with_parent, args=(taken.path.parent,), daemon=True).start()
    work(taken, order, line.fileno())


def _leave_with_parent(own: Path) -> None:
    """End this process when the one that started it ends, even by kill -9, and all that it began.

    The copy of the document is removed first, for nobody else is left to do so.
    """
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    parent.join()
    shutil.rmtree(own, ignore_errors=True)
    with suppress(OSError):
        own.parent.rmdir()
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)
