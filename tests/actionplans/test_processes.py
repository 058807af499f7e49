"""Real processes that crash, are interrupted or killed: the rest is never lost."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.actionplans.made_pdfs import make_plan
from tests.actionplans.test_cli import names, rows, run

COMMAND = (sys.executable, "-m", "actionplans")
PROC = Path("/proc")
needs_proc = pytest.mark.skipif(not PROC.exists(), reason="finds its processes in /proc")


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Make a folder of five plans of different content."""
    for letter in "abcde":
        make_plan(tmp_path / "in" / f"{letter}.pdf", action=f"Review policy {letter}")
    return tmp_path / "in"


@pytest.fixture
def started(plans: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a conversion of the plans, and make sure that it ends."""
    command = [*COMMAND, "extract", str(plans), "--out", str(tmp_path / "out")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        yield process
        process.kill()


def wait_for(sign: Callable[[], object]) -> None:
    """Wait until something is there."""
    until = time.monotonic() + 60
    while not sign():
        assert time.monotonic() < until, "nothing happened"
        time.sleep(0.01)


def workers(parent: int) -> list[int]:
    """Find the processes that convert for a parent: children of the one that it has copied."""
    children: dict[int, list[int]] = {}
    for file in PROC.glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        if fields[0] != "Z":
            children.setdefault(int(fields[1]), []).append(int(file.parent.name))
    return [worker for child in children.get(parent, []) for worker in children.get(child, [])]


def alive(pid: int) -> bool:
    """Say whether a process still runs."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def finished(out: Path) -> Callable[[], object]:
    """Look for the first answer."""
    return lambda: list((out / ".unfinished").glob("*.json"))


@needs_proc
@pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGKILL])
def test_a_process_that_dies_by_chance_costs_nothing(
    started: subprocess.Popen[str], plans: Path, tmp_path: Path, how: signal.Signals
) -> None:
    """The document is read again, and the outputs are those of an unbroken run."""
    wait_for(lambda: workers(started.pid))
    os.kill(workers(started.pid)[0], how)
    started.communicate()
    assert started.returncode == 0
    assert run("extract", plans, "--out", tmp_path / "unbroken").exit_code == 0
    assert contents(tmp_path / "out") == contents(tmp_path / "unbroken")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_goes_on_where_it_stopped(
    started: subprocess.Popen[str], plans: Path, tmp_path: Path, how: signal.Signals
) -> None:
    """Exit code 3 and no half results; the second run gives what one run would have given."""
    out = tmp_path / "out"
    wait_for(finished(out))
    started.send_signal(how)
    _, said = started.communicate()
    assert started.returncode == 3
    assert said.strip() == "interrupted; run the same command again to go on from here"
    assert names(out) == [".unfinished"]
    kept = [json.loads(file.read_bytes()) for file in (out / ".unfinished").glob("*.json")]
    assert run("extract", plans, "--out", out).exit_code == 0
    assert run("extract", plans, "--out", tmp_path / "unbroken").exit_code == 0
    seconds = {row["document"]: row["seconds"] for row in rows(out)}
    for document in (answer["document"] for answer in kept):
        assert seconds[document["document"]] == str(document["seconds"]), "converted again"
    assert contents(out) == contents(tmp_path / "unbroken")


@needs_proc
def test_ctrl_c_says_one_line(plans: Path, tmp_path: Path) -> None:
    """A terminal interrupts the workers too, and the first of them is only just starting."""
    command = [*COMMAND, "extract", str(plans), "--out", str(tmp_path / "out"), "--jobs", "2"]
    with subprocess.Popen(  # noqa: S603 - ours
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        wait_for(lambda: workers(process.pid))
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 3
    assert said.strip().splitlines() == [
        "interrupted; run the same command again to go on from here"
    ]


@needs_proc
def test_no_worker_outlives_a_killed_run(started: subprocess.Popen[str], tmp_path: Path) -> None:
    """And what it had finished is still there."""
    wait_for(finished(tmp_path / "out"))
    wait_for(lambda: workers(started.pid))
    (worker,) = workers(started.pid)
    started.kill()
    started.wait()
    wait_for(lambda: not alive(worker))
    assert finished(tmp_path / "out")()


def test_any_number_of_jobs_gives_the_same_files(plans: Path, tmp_path: Path) -> None:
    """Whichever document is ready first."""
    for jobs in (1, 3):
        assert run("extract", plans, "--out", tmp_path / str(jobs), "--jobs", jobs).exit_code == 0
    assert contents(tmp_path / "1") == contents(tmp_path / "3")


def test_a_terminal_is_shown_how_far_it_has_come(plans: Path, tmp_path: Path) -> None:
    """With a bar, and the same last line as elsewhere."""
    ours, theirs = os.openpty()
    command = [*COMMAND, "extract", str(plans), "--out", str(tmp_path / "out")]
    subprocess.run(command, stderr=theirs, check=True)  # noqa: S603 - ours
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        said = terminal.read(100_000).decode()
    assert "Converting" in said
    assert "100%" in said
    assert said.splitlines()[-1].startswith("documents: 5 (")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_comes_at_once(option: str) -> None:
    """No heavy library is loaded before a command needs it."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-X", "importtime", "-m", "actionplans", option],
        capture_output=True,
        text=True,
        check=True,
    )
    heavy = {"pydantic", "pdfplumber", "pypdfium2", "rapidfuzz", "spellchecker", "sqlite3"}
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert not heavy & loaded


def contents(out: Path) -> dict[str, object]:
    """Read the CSV files of an output folder without the one column that may differ."""
    found: dict[str, object] = {}
    for name in ("actions.csv", "dates.csv", "issues.csv"):
        found[name] = (out / name).read_bytes()
    with (out / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        found["documents"] = [row | {"seconds": ""} for row in csv.DictReader(file)]
    return found
