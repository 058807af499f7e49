"""Whenever a run is killed, the next one gives what an unbroken run would have given."""

import json
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from actionplans.limits import MIB
from tests.actionplans.made_pdfs import make_letter, make_plan
from tests.actionplans.test_processes import contents, needs_proc, wait_for, workers

KILLS = int(os.environ.get("ACTIONPLANS_KILLS", "4"))
"""Kills of each kind; the docs name the command for all steps and a hundred moments."""
COMMAND = (sys.executable, "-m", "actionplans")


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small archive: plans, a letter, and what is no PDF."""
    folder = tmp_path_factory.mktemp("archive")
    for letter in "abc":
        make_plan(folder / f"{letter}.pdf", action=f"Review policy {letter}")
    make_letter(folder / "letter.pdf")
    (folder / "words.pdf").write_text("just words")
    return folder


@pytest.fixture(scope="module")
def unbroken(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Convert the archive without being killed."""
    out = tmp_path_factory.mktemp("unbroken") / "out"
    assert converted(plans, out).returncode == 2
    return out


def converted(plans: Path, out: Path, *more: str, **how: Any) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    command = [*COMMAND, "extract", str(plans), "--out", str(out), "--jobs", "2", *more]
    return subprocess.run(command, capture_output=True, text=True, check=False, **how)  # noqa: S603 - ours


def all_contents(out: Path) -> dict[str, object]:
    """Read an output folder without the seconds, the one thing that may differ."""
    found = contents(out)
    data = json.loads((out / "actions.json").read_bytes())
    for document in data["documents"]:
        document["seconds"] = 0
    found["json"] = data
    with closing(sqlite3.connect(out / "actions.sqlite")) as file:
        file.execute("UPDATE documents SET seconds = 0")
        found["sqlite"] = list(file.iterdump())
    found["report"] = (out / "report.html").read_bytes()
    found["names"] = sorted(path.name for path in out.iterdir())
    return found


def rerun_is_right(plans: Path, out: Path, unbroken: Path) -> bool:
    """Run again over what a killed run left, and compare."""
    assert converted(plans, out).returncode == 2
    return all_contents(out) == all_contents(unbroken)


def steps_of(out: Path, plans: Path, step: int) -> "subprocess.CompletedProcess[str]":
    """Run until a step, or to the end."""
    command = [sys.executable, "-m", "tests.hostile.kill_at", str(step), str(out)]
    command += ["extract", str(plans), "--out", str(out), "--jobs", "2"]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours


def test_kill_9_at_a_step_loses_nothing(plans: Path, unbroken: Path, tmp_path: Path) -> None:
    """Before each write, rename and removal in the output folder; here some, drawn by lot."""
    number = int(steps_of(tmp_path / "all", plans, 0).stdout.splitlines()[-1])
    assert number > 40
    chosen = random.Random(6).sample(range(1, number + 1), min(KILLS, number))  # noqa: S311 - a lot
    for step in sorted(chosen):
        out = tmp_path / str(step)
        assert steps_of(out, plans, step).returncode == -9, step
        assert rerun_is_right(plans, out, unbroken), step


@needs_proc
def test_kill_9_at_any_moment_loses_nothing(plans: Path, unbroken: Path, tmp_path: Path) -> None:
    """Of the parent or of a worker, and two seconds later no process is left."""
    dice = random.Random(7)  # noqa: S311 - a lot
    for number in range(KILLS):
        out = tmp_path / str(number)
        command = [*COMMAND, "extract", str(plans), "--out", str(out), "--jobs", "2"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - ours
            wait_for(lambda pid=process.pid: workers(pid) or process.poll() is not None)  # type: ignore[misc]
            time.sleep(dice.random() * 1.5)
            at_work = workers(process.pid)
            victim = dice.choice([process.pid, *at_work[:1]])
            if process.poll() is None:
                kill(victim)
            if victim == process.pid:
                process.wait()
                until = time.monotonic() + 2
                while any(map(there, at_work)) and time.monotonic() < until:
                    time.sleep(0.02)
                assert not any(map(there, at_work))
        assert rerun_is_right(plans, out, unbroken), number


def kill(pid: int) -> None:
    """Kill a process that may have ended meanwhile."""
    try:
        os.kill(pid, 9)
    except ProcessLookupError:
        return


def there(pid: int) -> bool:
    """Say whether a process still runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("size", [1, 60])
def test_where_no_more_can_be_written_the_old_set_stays(
    plans: Path, unbroken: Path, tmp_path: Path, size: int
) -> None:
    """Files may grow to so many KiB and no further: exit code 4, and no file is half or new."""
    out = tmp_path / "out"
    shutil.copytree(unbroken, out)
    make_plan(plans / "one_more.pdf", action="Do more")
    try:
        limit = (size * 1024, size * 1024)
        done = converted(
            plans, out, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        )
    finally:
        (plans / "one_more.pdf").unlink()
    assert (done.returncode, bool(list(out.glob(".[!u]*")))) == (4, False), done.stderr
    assert done.stderr.startswith("cannot write to ")
    shutil.rmtree(out / ".unfinished")
    assert all_contents(out) == all_contents(unbroken)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of half a MiB, where that is allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={MIB // 2}", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:  # noqa: S603 - the system's own
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S603, S607 - the system's own


def test_on_a_full_disk_the_old_set_stays(plans: Path, unbroken: Path, small_disk: Path) -> None:
    """As before, on a real disk; once there is room the same command goes on."""
    out = small_disk / "out"
    assert converted(plans, out, "--format", "csv", "--format", "json").returncode == 2
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with suppress(OSError), (small_disk / "ballast").open("ab", buffering=0) as file:
        while file.write(bytes(1024)):
            continue
    done = converted(plans, out, "--format", "csv", "--format", "json")
    assert done.returncode == 4, done.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()} == before
