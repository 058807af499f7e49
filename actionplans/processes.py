"""What a process that reads a document can be asked, however it was started."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from actionplans.inputs import Taken
from actionplans.orders import Order


class Process(Protocol):
    """A process that reads one document. `sentinel` can be waited for: it has ended."""

    @property
    def sentinel(self) -> int:
        """What becomes readable when the process ends."""

    def code(self) -> int | None:
        """Give the exit code, minus the number of a signal, or None while the process runs."""

    def end(self) -> None:
        """End the process and all that it began, whether or not it has ended by itself."""


class Starter(Protocol):
    """Starts a fresh process for each document, so that none can leave anything for the next."""

    def start(self, taken: Taken, order: Order, line: int) -> Process:
        """Start reading a document; the process says on the line how far it has come."""

    def close(self) -> None:
        """End whatever was begun to start processes."""


def new_line() -> tuple[int, int]:
    """Make a line from a process to its parent, who never waits for the rest of a message."""
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    return ours, theirs


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
