"""A cluster gives the same files, also when one of its machines dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.actionplans.made_pdfs import make_letter, make_plan
from tests.actionplans.test_cli import run
from tests.actionplans.test_processes import contents, wait_for

pytest.importorskip("distributed")

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list["subprocess.Popen[bytes]"]]]:
    """Start a scheduler and two workers on this machine, as processes of their own."""
    import json

    file = tmp_path / "scheduler.json"
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    common = ["--scheduler-file", str(file), "--no-dashboard", "--nthreads", "1", "--no-nanny"]
    dask = [sys.executable, "-m", "dask"]
    with ExitStack() as stack:

        def start(*args: str) -> "subprocess.Popen[bytes]":
            process = subprocess.Popen([*dask, *args], **QUIET, cwd=tmp_path)  # type: ignore[call-overload] # noqa: S603 - ours
            stack.callback(process.wait)
            stack.callback(process.kill)
            return process  # type: ignore[no-any-return]

        start("scheduler", *here, "--port", "0", "--scheduler-file", str(file))
        wait_for(file.exists)
        workers = [start("worker", *common, "--host", "127.0.0.1") for _ in range(2)]
        yield json.loads(file.read_bytes())["address"], workers


def test_a_worker_that_dies_costs_nothing(
    cluster: tuple[str, list["subprocess.Popen[bytes]"]], tmp_path: Path
) -> None:
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
