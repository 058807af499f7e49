"""A cluster gives the same files, also when one of its machines dies."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.actionplans.made_pdfs import make_letter, make_plan
from tests.actionplans.test_cli import rows, run
from tests.actionplans.test_processes import contents, needs_proc, wait_for
from tests.hostile.chaos_reader import MARK

pytest.importorskip("distributed")

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


Cluster = tuple[str, list["subprocess.Popen[bytes]"]]


@contextmanager
def started(place: Path, **more: str) -> Iterator[Cluster]:
    """Start a scheduler and two workers on this machine, as processes of their own."""
    file = place / "scheduler.json"
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    common = ["--scheduler-file", str(file), "--no-dashboard", "--nthreads", "1", "--no-nanny"]
    dask = [sys.executable, "-m", "dask"]
    environment = {**os.environ, **more}
    with ExitStack() as stack:

        def start(*args: str) -> "subprocess.Popen[bytes]":
            process = subprocess.Popen([*dask, *args], **QUIET, cwd=place, env=environment)  # type: ignore[call-overload] # noqa: S603 - ours
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process  # type: ignore[no-any-return]

        start("scheduler", *here, "--port", "0", "--scheduler-file", str(file))
        wait_for(file.exists)
        workers = [start("worker", *common, "--host", "127.0.0.1") for _ in range(2)]
        yield json.loads(file.read_bytes())["address"], workers


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Give the address of the scheduler, and the workers."""
    with started(tmp_path) as found:
        yield found


def test_a_worker_that_dies_costs_nothing(cluster: Cluster, tmp_path: Path) -> None:
    """Half of the machines are killed in the middle; the files are those of one machine."""
    address, workers = cluster
    for number in range(8):
        make_plan(tmp_path / "in" / f"{number}.pdf", action=f"Do {number}")
    make_letter(tmp_path / "in" / "letter.pdf")
    (tmp_path / "in" / "words.pdf").write_text("just words")
    out = tmp_path / "far"
    command = [sys.executable, "-m", "actionplans", "extract", str(tmp_path / "in")]
    command += ["--out", str(out), "--scheduler", address]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:  # noqa: S603 - ours
        wait_for(lambda: len(list((out / ".unfinished").glob("*.json"))) >= 2)
        os.kill(workers[0].pid, signal.SIGKILL)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 2, said
    assert run("extract", tmp_path / "in", "--out", tmp_path / "here").exit_code == 2
    assert contents(out) == contents(tmp_path / "here")
    assert (out / "report.html").read_bytes() == (tmp_path / "here" / "report.html").read_bytes()


@needs_proc
def test_the_limits_hold_on_each_machine(tmp_path: Path) -> None:
    """A reader there that hangs or eats memory is ended, and costs only its document."""
    ends = {"nothing": "converted", "spin": "time_limit", "eat": "memory_limit"}
    for command in ends:
        plan = make_plan(tmp_path / "in" / f"{command}.pdf", action=f"Do {command}")
        plan.write_bytes(plan.read_bytes() + MARK + command.encode())
    house = Path(__file__).parents[2]
    path = f"{house / 'tests' / 'hostile' / 'chaos_site'}{os.pathsep}{house}"
    out = tmp_path / "out"
    with started(tmp_path, PYTHONPATH=path) as (address, _):
        args = ("--out", out, "--scheduler", address, "--time-limit", 12, "--format", "csv")
        assert run("extract", tmp_path / "in", *args).exit_code == 2
    found = {Path(row["document"]).stem: row["reason"] or row["outcome"] for row in rows(out)}
    assert found == ends
