"""What is told on the way: how many, how fast, how long, and the pages of what takes long."""

import os
import re
import time
from collections.abc import Iterator
from multiprocessing import connection
from pathlib import Path

import pytest

from actionplans.attempt import Attempt
from actionplans.inputs import Taken, take
from actionplans.orders import Order
from actionplans.progress import Progress, summary
from actionplans.queue import Finished
from actionplans.refusals import stopped
from actionplans.starting import starter
from tests.hostile.made_by_hand import chain, table

LATE = stopped(Taken("late.pdf", Path("late.pdf")), "time_limit")
GONE = stopped(Taken("gone.pdf", Path("gone.pdf")), "memory_limit")


def coming(progress: Progress) -> Iterator[Finished]:
    """Let two documents come, after some pages of the first."""
    progress.reading(12, 50)
    yield Finished(LATE)
    progress.reading(0, 0)
    yield Finished(GONE)


def test_elsewhere_than_on_a_terminal_lines_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """One at a time, with pages while a document is read, and the time left once it is known."""
    progress = Progress(terminal=False, seconds=0)
    assert [one.plan for one in progress.over(coming(progress), 2)] == [LATE, GONE]
    said = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"0 of 2 documents; 0 a minute; page 12 of 50", said[0])
    assert re.fullmatch(r"1 of 2 documents; 0 minutes left; \S+ a minute; 1 refused.*", said[1])
    assert said[-1].endswith("2 refused")
    assert "page" not in said[-1]


def test_lines_are_few(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever keeps them in a log file wants no thousand of them."""
    progress = Progress(terminal=False)
    assert len(list(progress.over(coming(progress), 2))) == 2
    assert capsys.readouterr().err == ""


def test_a_table_at_the_end_counts_outcomes_and_reasons() -> None:
    """The reasons below what they are the reasons of."""
    assert summary([LATE, GONE, LATE]).splitlines() == [
        "refused                 3",
        "  memory limit          1",
        "  time limit            2",
        "documents               3",
    ]


def test_pages_are_counted_while_a_document_is_read(tmp_path: Path) -> None:
    """From what its process says of itself."""
    source, own = tmp_path / "plan.pdf", tmp_path / "copies" / "0"
    own.mkdir(parents=True)
    source.write_bytes(chain([table()] * 4))
    with starter(own.parent, 1) as processes:
        attempt = Attempt(take(source, own), Order(), processes)
        until = time.monotonic() + 60
        while attempt.plan() is None:
            connection.wait(attempt.signs, timeout=until - time.monotonic())
    assert attempt.pages == (4, 4)


def test_in_a_scan_the_pages_that_are_recognised_count(tmp_path: Path) -> None:
    """They are what takes the time; whatever order they come in, none counts beyond the last."""
    attempt = Attempt(
        Taken("scan.pdf", tmp_path / "scan.pdf"),
        Order(),
        Saying(b"""pages 3
page 1
page 2
page 3
page 0
pictures 3
recognised 2
recognised 3
"""),
    )
    assert attempt.plan() is None
    assert attempt.pages == (2, 3)


class Saying:
    """A process that says something and stays."""

    def __init__(self, words: bytes) -> None:
        self._words = words
        self.sentinel, self._end = os.pipe()

    def start(self, taken: Taken, order: Order, line: int) -> "Saying":
        """Say it."""
        os.write(line, self._words)
        return self

    def close(self) -> None:
        """There is nothing to end."""

    def code(self) -> int | None:
        """It runs."""
        return None

    def end(self) -> None:
        """There is nothing to end."""
