"""Whenever a run is killed, the next one gives what an unbroken run would have given."""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest

from actionplans.limits import MIB
from tests.actionplans.made_pdfs import make_letter, make_plan
from tests.actionplans.test_processes import contents, needs_proc

HOUSE = Path(__file__).parents[2]
KILLS = os.environ.get("ACTIONPLANS_KILLS", "").split()
"""How many of each kind: all steps and a hundred moments, unless somebody is in a hurry."""
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


@needs_proc
@pytest.mark.parametrize("what", ["steps", "moments"])
def test_kill_9_loses_nothing(what: str) -> None:
    """At each step that changes the output folder, and at 100 moments; of whatever process."""
    command = [sys.executable, "-m", "tests.hostile.kills", what, *KILLS]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HOUSE)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout + done.stderr
    number = int(done.stdout.split()[0])
    assert number >= (int(KILLS[0]) if KILLS else 40)


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
