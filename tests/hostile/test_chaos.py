"""Whatever a reader does, each document has its one outcome, and the counts are exact."""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.actionplans.made_pdfs import make_plan
from tests.actionplans.test_cli import names, rows
from tests.actionplans.test_processes import PROC, needs_proc
from tests.hostile.chaos_reader import COMMANDS, MARK
from tests.hostile.made_by_hand import chain, table

HERE = Path(__file__).parent
HOUSE = HERE.parents[1]
HONEST = 20
"""Documents among the others that nothing happens to."""

EXPECTED = {
    "nothing": "converted",
    "spin": "time_limit",
    "sleep": "time_limit",
    "spin-deaf": "time_limit",
    "eat": "memory_limit",
    "eat-natively": "reader_crash",
    "abort": "reader_crash",
    "segfault": "reader_crash",
    "leave": "reader_crash",
    "rubbish": "reader_crash",
    "other": "reader_crash",
    "twice": "converted",
    "giant": "reader_crash",
    "pipe": "reader_crash",
    "link": "reader_crash",
    "write-outside": "reader_crash",
    "connect": "reader_crash",
    "run-program": "reader_crash",
    "fork": "converted",
    "flood": "converted",
    "fail": "internal_error",
    "page-spin": "converted_with_warnings",
    "page-segfault": "converted_with_warnings",
}
"""How each ends: with an outcome, or refused for a reason."""


@pytest.fixture
def scratch() -> Iterator[Path]:
    """Give a folder for temporary files whose name is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="ap-") as folder:
        yield Path(folder)


@needs_proc
def test_chaos_costs_only_those_who_make_it(tmp_path: Path, scratch: Path) -> None:
    """Each misdeed twice among honest documents: exact counts, no orphan, nothing outside."""
    assert EXPECTED.keys() == COMMANDS.keys()
    commands = [*COMMANDS, *COMMANDS, *["nothing"] * HONEST]
    for number, command in enumerate(commands):
        plan = make_plan(tmp_path / "in" / f"{number:03}-{command}.pdf", action=f"Do {number}")
        data = chain([table()] * 3) if command.startswith("page-") else plan.read_bytes()
        plan.write_bytes(data + b"%%%d " % number + MARK + command.encode())
    before = processes()
    batch = [sys.executable, "-m", "tests.hostile.chaos_batch"]
    batch += [str(tmp_path / "in"), str(tmp_path / "out")]
    path = f"{HERE / 'chaos_site'}{os.pathsep}{HOUSE}"
    environment = {**os.environ, "PYTHONPATH": path, "TMPDIR": str(scratch)}
    started = time.monotonic()
    subprocess.run(batch, env=environment, check=True, timeout=280, cwd=HOUSE)  # noqa: S603 - ours
    spent = time.monotonic() - started
    found = {row["document"]: row["reason"] or row["outcome"] for row in rows(tmp_path / "out")}
    wanted = {
        f"{number:03}-{command}.pdf": EXPECTED[command] for number, command in enumerate(commands)
    }
    assert found == wanted
    assert Counter(found.values()) == Counter(wanted.values())
    for row in rows(tmp_path / "out"):
        if row["reason"] == "time_limit":  # 8 seconds, and 2 to end it
            assert float(row["seconds"]) < 10
    for number, command in enumerate(commands):
        if command.startswith("page-"):
            assert pages_kept(tmp_path / "out", f"{number:03}-{command}.pdf") == [
                "1",
                "1",
                "3",
                "3",
            ]
    assert list(scratch.iterdir()) == []
    assert names(tmp_path) == ["in", "out"]
    assert not orphans(before)
    assert spent < 200


def pages_kept(out: Path, document: str) -> list[str]:
    """Give the page of each action of a document, once it is said which page is missing."""
    lost = [row for row in rows(out, "issues") if row["document"] == document]
    assert [(row["kind"], row["page"]) for row in lost] == [("page_unreadable", "2")]
    return [row["first_page"] for row in rows(out, "actions") if row["document"] == document]


def orphans(before: set[int]) -> set[int]:
    """Name the processes that are new, once they had two seconds to go."""
    until = time.monotonic() + 2
    while processes() - before and time.monotonic() < until:
        time.sleep(0.05)
    return processes() - before


def processes() -> set[int]:
    """Find the processes that run this interpreter for the project."""
    found = set()
    for file in PROC.glob("[0-9]*/environ"):
        try:
            if b"chaos_site" in file.read_bytes():
                found.add(int(file.parent.name))
        except OSError:
            continue  # it has ended meanwhile, or is not ours
    return found
