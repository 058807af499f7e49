"""Each way to start a process gives the same answer, says how it ended and leaves nothing."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing import connection
from pathlib import Path

import pytest

from actionplans.answers import read_answer
from actionplans.inputs import Taken, take
from actionplans.limits import Limits
from actionplans.orders import Order
from actionplans.processes import Process, Starter, new_line
from actionplans.spawning import Spawning
from actionplans.starting import starter
from tests.actionplans.made_pdfs import make_plan
from tests.actionplans.test_cli import run
from tests.actionplans.test_processes import COMMAND, alive, contents, needs_proc, wait_for, workers

WAYS = ("a copy of this process", "a copy of a fresh one", "a new interpreter")


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    """Take a copy of a plan, as a batch does."""
    own = tmp_path / "copies" / "0"
    own.mkdir(parents=True)
    return take(make_plan(tmp_path / "plan.pdf"), own)


@pytest.fixture(params=WAYS)
def processes(request: pytest.FixtureRequest, taken: Taken) -> Iterator[Starter]:
    """Get ready in one of the ways; a program with threads is not copied."""
    over = threading.Event()
    if request.param == WAYS[1]:
        threading.Thread(target=over.wait).start()
    if request.param == WAYS[2]:
        yield Spawning()
    elif sys.platform == "linux":
        with starter(taken.path.parents[1], 1) as started:
            yield started
    else:
        pytest.skip("processes are copied on Linux only")
    over.set()


def started(processes: Starter, taken: Taken, limits: Limits | None = None) -> tuple[Process, int]:
    """Start reading, and give the process and the line on which it talks."""
    ours, theirs = new_line()
    process = processes.start(taken, Order(limits=limits or Limits()), theirs)
    os.close(theirs)
    return process, ours


def code(process: Process) -> int | None:
    """Wait for the end of a process, and give its exit code."""
    assert connection.wait([process.sentinel], timeout=60)
    wait_for(lambda: process.code() is not None)
    return process.code()


def test_it_reads_and_ends_well(processes: Starter, taken: Taken) -> None:
    """The answer lies in its folder, and it said which page it was at."""
    process, line = started(processes, taken)
    assert code(process) == 0
    process.end()
    assert len(read_answer(taken).actions) == 2
    assert os.read(line, 4096).startswith(b"pages 1\npage 1\n")


def test_it_can_be_ended_at_any_time(processes: Starter, taken: Taken) -> None:
    """Before it has begun, too; the next one is none the worse."""
    process, _ = started(processes, taken)
    process.end()
    process.end()
    process, _ = started(processes, taken)
    assert code(process) == 0
    process.end()


def test_who_dies_is_known_by_the_signal(processes: Starter, taken: Taken) -> None:
    """A limit of the system on time ends it."""
    spent = Limits(document=0, each_page_over=0, each_picture=0)
    process, _ = started(processes, taken, spent)
    assert code(process) in (-signal.SIGXCPU, -signal.SIGKILL)
    process.end()


@needs_proc
def test_what_is_copied_may_die(tmp_path: Path) -> None:
    """Its copies go with it; it is begun anew, and the outputs are those of an unbroken run."""
    for letter in "abcdef":
        make_plan(tmp_path / "in" / f"{letter}.pdf", action=f"Review policy {letter}")
    out = tmp_path / "out"
    command = [*COMMAND, "extract", str(tmp_path / "in"), "--out", str(out)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        wait_for(lambda: workers(process.pid))
        (worker,) = workers(process.pid)
        os.kill(parent_of(worker), signal.SIGKILL)
        wait_for(lambda: not alive(worker))
        _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert run("extract", tmp_path / "in", "--out", tmp_path / "unbroken").exit_code == 0
    assert contents(out) == contents(tmp_path / "unbroken")


def parent_of(pid: int) -> int:
    """Say which process started another."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
