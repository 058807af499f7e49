"""How processes are started and ended, on systems that fork and on those that do not."""

import multiprocessing
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

# Each document gets a fresh process: nothing that a reader left behind can reach the next. On
# Linux it is a copy of one that has loaded the libraries and has seen no document.
# They meet at a socket in the folder for temporary files, whose name must fit into 108 bytes.
_LONGEST_FOLDER = 70
_FORKS = sys.platform == "linux" and len(os.fsencode(tempfile.gettempdir())) <= _LONGEST_FOLDER
_CONTEXT = (
    multiprocessing.get_context("forkserver") if _FORKS else multiprocessing.get_context("spawn")
)
_LOADED_ONCE = (
    "actionplans.batch",
    "actionplans.cli",
    "actionplans.worker",
    "extract.pictures",
    "extract.plan",
    "normalise.plan",
    "normalise.redaction",
    "normalise.registers",
)


def get_ready() -> None:
    """Start what starts the processes, so that no interrupt of the batch gets through to it."""
    _CONTEXT.set_forkserver_preload(list(_LOADED_ONCE))
    with interrupts_held():
        # Started on its own, or the first process would start it and let interrupts through.
        resource_tracker.ensure_running()
        if _FORKS:
            from multiprocessing import forkserver

            forkserver.ensure_running()


def new_process(work: Callable[..., None], *args: object) -> BaseProcess:
    """Make a process that has not started yet."""
    return _CONTEXT.Process(target=work, args=args, daemon=True)


def new_line() -> tuple[int, Connection]:
    """Make a line from a process to its parent, who never waits for the rest of a message."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    line = os.dup(ours.fileno())
    os.set_blocking(line, False)
    ours.close()
    return line, theirs


@contextmanager
def interrupts_held() -> Iterator[None]:
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


def end(process: BaseProcess) -> None:
    """End a process and all that it began, whether or not it has ended by itself."""
    if hasattr(os, "killpg") and process.pid is not None:
        # It leads a group of its own once it has come so far; what it began is in there too.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()
