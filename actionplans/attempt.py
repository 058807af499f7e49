"""One document being converted by a process of its own, watched until it ends one way or other.

A page that ends the process costs only itself: the document is read again without it.
"""

import os
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace

from actionplans.answers import Rubbish, clear, read_answer
from actionplans.inputs import Taken
from actionplans.limits import MOST_PAGES_LOST
from actionplans.orders import Order
from actionplans.processes import Process, Starter, new_line
from actionplans.refusals import stopped
from actionplans.worker import CANNOT_WRITE
from extract.page import PageTrouble
from extract.pdf.caps import MOST_PAGES
from normalise.records import ActionPlan, Reason

# How a process ends that no reader crashed: by an exception outside the conversion, for want of
# room, and by the signal with which a system short of memory ends whatever is largest.
_ENDINGS: dict[int, Reason] = {
    1: "internal_error",
    CANNOT_WRITE: "io_error",
    -9: "memory_limit",
}
_TROUBLES: dict[Reason, str] = {
    "time_limit": "it takes too long",
    "memory_limit": "it takes too much memory",
    "reader_crash": "the PDF reader crashes on it",
}
_MOST_LINES = 65536


class Attempt:
    """A document's way through one process, and through further ones where pages end them."""

    def __init__(self, taken: Taken, order: Order, starter: Starter) -> None:
        self._taken, self._order, self._starter = taken, order, starter
        self._started = time.monotonic()
        self._crashes = Counter[int]()
        self._process: Process
        self._line = -1
        self._ended = False
        self._start()

    @property
    def signs(self) -> tuple[int, ...]:
        """What to wait for: that the process ends, or says something."""
        return (self._process.sentinel, self._line) if self._talks else (self._process.sentinel,)

    @property
    def pages(self) -> tuple[int, int]:
        """How many pages are read, and of how many; in scans, of those that are recognised."""
        return (self._recognised, self._pictures) if self._pictures else (self._last, self._pages)

    @property
    def deadline(self) -> float:
        """When the process has had all the time that it gets."""
        limits = self._order.limits
        whole = self._started + limits.seconds(self._pages, self._pictures)
        return min(whole, self._page_began + limits.page) if self._page else whole

    def plan(self) -> ActionPlan | None:
        """Give what came of the document, or None while it is still being converted."""
        self._listen()
        code = self._process.code()
        if code is None and time.monotonic() < self.deadline:
            return None
        self._listen()  # to what was said between the last look and the end
        self.stop()
        reason = "time_limit" if code is None else _why(code)
        if reason is None:
            try:
                return read_answer(self._taken)
            except Rubbish:
                reason = "reader_crash"
        if self._goes_on_after(reason):
            clear(self._taken)
            self._start()
            return None
        if self._draws:
            with suppress(Rubbish):
                return read_answer(self._taken)
        return stopped(self._taken, reason, round(time.monotonic() - self._started, 3))

    def stop(self) -> None:
        """End the process, whatever it does."""
        if not self._ended:
            self._process.end()
            os.close(self._line)
            self._ended = True

    def _start(self) -> None:
        self._page = self._pages = self._pictures = self._said = 0
        self._last = self._recognised = 0
        self._draws = False
        self._page_began = 0.0
        self._rest, self._talks, self._ended = b"", True, False
        self._line, theirs = new_line()
        try:
            self._process = self._starter.start(self._taken, self._order, theirs)
        finally:
            os.close(theirs)

    def _goes_on_after(self, reason: Reason) -> bool:
        """Whether to read again: once as before, then without the page.

        Chance ends processes too, and what it ended deserves the same outcome as without it.
        """
        if reason not in _TROUBLES or time.monotonic() >= self._whole_deadline():
            return False
        self._crashes[self._page] += 1
        if reason != "time_limit" and self._crashes[self._page] == 1:
            return sum(self._crashes.values()) <= MOST_PAGES_LOST
        skip = self._order.skip
        if self._draws:
            return False  # the page was read, and its rows stay
        if self._page == 0 or self._page in skip or len(skip) >= MOST_PAGES_LOST:
            return False
        trouble = PageTrouble(reason, _TROUBLES[reason])
        self._order = replace(self._order, skip={**skip, self._page: trouble})
        return True

    def _whole_deadline(self) -> float:
        return self._started + self._order.limits.seconds(self._pages, self._pictures)

    def _listen(self) -> None:
        """Hear what the process says. It may say anything, and as much as it likes."""
        while self._talks:
            try:
                data = os.read(self._line, 4096)
            except BlockingIOError:
                return
            self._said += data.count(b"\n")
            self._talks = bool(data) and self._said < _MOST_LINES
            *lines, self._rest = (self._rest + data)[-8192:].split(b"\n")
            for line in lines:
                self._hear(line)

    def _hear(self, line: bytes) -> None:
        what, _, text = line.partition(b" ")
        with suppress(ValueError):
            number = max(0, min(int(text[:9]), MOST_PAGES))
            if what == b"pages":
                self._pages = number
            elif what == b"pictures":
                self._pictures = number
            elif what == b"page":
                self._page, self._page_began = number, time.monotonic()
                self._last = max(self._last, number)
            elif what == b"drawing":
                self._draws = True  # the answer is there, whatever becomes of the pictures
            elif what == b"recognised":
                self._recognised = min(self._recognised + 1, self._pictures)


def _why(code: int) -> Reason | None:
    return None if code == 0 else _ENDINGS.get(code, "reader_crash")
