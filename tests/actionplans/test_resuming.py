"""What a run that did not come to its end had finished is not done again, unless it changed."""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.actionplans.made_pdfs import make_plan
from tests.actionplans.test_cli import rows, run

HOUSE = Path(__file__).parents[2]
ROOMS = ("actionplans", "export", "extract", "normalise")


@pytest.fixture
def stopped(tmp_path: Path) -> Path:
    """Convert three plans, with something in the way of the files, so that nothing is written."""
    for letter in "abc":
        make_plan(tmp_path / "in" / f"{letter}.pdf", action=f"Review policy {letter}")
    out = tmp_path / "out"
    (out / "actions.csv" / "in the way").mkdir(parents=True)
    assert run("extract", tmp_path / "in", "--out", out, "--format", "csv").exit_code == 4
    assert len(kept(out)) == 3
    return out


def kept(out: Path) -> dict[str, float]:
    """Give the seconds of each document that is kept, by the name of its file."""
    files = (out / ".unfinished").glob("*.json")
    return {file.name: json.loads(file.read_bytes())["document"]["seconds"] for file in files}


def go_on(out: Path, *more: str) -> dict[str, float]:
    """Run the same command again with nothing in the way; give the seconds by document."""
    shutil.rmtree(out / "actions.csv")
    result = run("extract", out.parent / "in", "--out", out, "--format", "csv", *more)
    assert result.exit_code == 0, result.output
    return {row["document"]: float(row["seconds"]) for row in rows(out)}


def test_nothing_is_done_again(stopped: Path) -> None:
    """And what was kept is gone once all is written."""
    before = sorted(kept(stopped).values())
    assert sorted(go_on(stopped).values()) == before
    assert not (stopped / ".unfinished").exists()


def test_a_file_that_changed_is_done_again_and_no_other(stopped: Path) -> None:
    """Its name is the same; what counts is what is in it."""
    make_plan(stopped.parent / "in" / "b.pdf", action="Write another policy", rows=3)
    before = set(kept(stopped).values())
    after = go_on(stopped)
    assert {after["a.pdf"], after["c.pdf"]} <= before
    assert [row["action"] for row in rows(stopped, "actions")][2] == "Write another policy 1"


def test_another_wish_is_another_answer(stopped: Path) -> None:
    """What is overdue depends on the day."""
    go_on(stopped, "--as-at", "2024-03-31")
    assert {row["overdue"] for row in rows(stopped, "actions")} == {"true"}


def test_files_that_a_killed_run_was_writing_are_not_published(stopped: Path) -> None:
    """It may have been asked for other formats."""
    drafts = stopped / ".unfinished" / "drafts"
    drafts.mkdir(exist_ok=True)
    (drafts / "report.html").write_text("half a page")
    go_on(stopped)
    assert not (stopped / "report.html").exists()


def test_a_set_that_was_decided_is_put_in_place_first(stopped: Path) -> None:
    """Whatever becomes of the run that finds it: here, of the one that something stops again."""
    (stopped / ".publishing").mkdir()
    (stopped / ".publishing" / "report.html").write_text("a page")
    args = ("extract", stopped.parent / "in", "--out", stopped, "--format", "csv")
    assert run(*args).exit_code == 4
    assert (stopped / "report.html").read_text() == "a page"
    assert not (stopped / ".publishing").exists()


def test_another_version_does_all_again(stopped: Path, tmp_path: Path) -> None:
    """Here, a copy of the program of which one file is newer."""
    copy = tmp_path / "copy"
    for room in ROOMS:
        shutil.copytree(HOUSE / room, copy / room, ignore=shutil.ignore_patterns("__pycache__"))
    newest = max(file.stat().st_mtime for file in (copy / "extract").rglob("*")) + 3600
    os.utime(copy / "extract" / "text" / "words.py", (newest, newest))
    command = [sys.executable, "-m", "actionplans", "extract", str(tmp_path / "in")]
    command += ["--out", str(stopped), "--format", "csv"]
    done = subprocess.run(command, cwd=copy, capture_output=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 4
    assert len(kept(stopped)) == 6


@pytest.mark.skipif(find_spec("fcntl") is None, reason="this system has no such locks")
def test_a_second_run_does_not_take_the_place_of_one_that_is_not_finished(stopped: Path) -> None:
    """It says so and ends; once the first has ended, even by being killed, it may begin."""
    shutil.rmtree(stopped / "actions.csv")
    hold = "import sys, actionplans.alone as a; from pathlib import Path\n"
    hold += "with a.alone(Path(sys.argv[1])): print('held', flush=True); input()"
    command = [sys.executable, "-c", hold, str(stopped / ".unfinished")]
    with subprocess.Popen(command, stdin=-1, stdout=-1, cwd=HOUSE) as other:  # noqa: S603 - ours
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        before = sorted(path.name for path in (stopped / ".unfinished").iterdir())
        args = ("extract", stopped.parent / "in", "--out", stopped, "--format", "csv")
        second = run(*args)
        assert second.exit_code == 4
        assert second.stderr.startswith(f"another run is writing to {stopped}; wait until")
        assert len(second.stderr.splitlines()) == 1
        assert sorted(path.name for path in (stopped / ".unfinished").iterdir()) == before
        other.kill()
    assert run(*args).exit_code == 0
    assert not (stopped / ".unfinished").exists()


def test_what_the_stages_found_is_not_found_again(tmp_path: Path) -> None:
    """In the folder where it was kept; another one gets its own."""
    make_plan(tmp_path / "in" / "a.pdf")
    out = tmp_path / "out"
    (out / "actions.csv" / "in the way").mkdir(parents=True)
    command = ("extract", tmp_path / "in", "--out", out, "--format", "csv", "--keep")
    assert run(*command, tmp_path / "kept").exit_code == 4
    found = {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").rglob("*.*")}
    assert run(*command, tmp_path / "kept").exit_code == 4
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").rglob("*.*")} == found
    assert run(*command, tmp_path / "other").exit_code == 4
    assert len(list((tmp_path / "other").rglob("*.*"))) == len(found)
