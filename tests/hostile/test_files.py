"""Made hostile files end in the right outcome, in bounded time."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from export.csv_files import unguard
from tests.actionplans.test_cli import names, rows
from tests.hostile.generator import FILES, make_files
from tests.hostile.made_by_hand import packed, page, pdf, table
from tests.hostile.traps import make_large, make_odd_names, make_traps

MUTATIONS = int(os.environ.get("ACTIONPLANS_MUTATIONS", "2000"))
AT_ONCE = 200
MOST_SECONDS = 120


def test_every_hostile_file_ends_as_it_should(tmp_path: Path) -> None:
    """Files, traps and odd names in one batch: nothing is lost, and nothing is made elsewhere."""
    wanted = make_files(tmp_path / "in")
    traps = make_traps(tmp_path / "in" / "traps")
    odd = make_odd_names(tmp_path / "in" / "names")
    wanted[make_large(tmp_path / "in" / "large")] = frozenset({"too_large"})
    assert len(wanted) + traps + odd >= 100
    started = time.monotonic()
    command = [sys.executable, "-m", "actionplans", "extract", str(tmp_path / "in")]
    command += [
        "--out",
        str(tmp_path / "out"),
        "--jobs",
        "2",
        "--time-limit",
        "40",
        "--format",
        "csv",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 2, done.stderr
    found = {unguard(row["document"]): row for row in rows(tmp_path / "out")}
    assert len(rows(tmp_path / "out")) == len(found) == len(wanted) + traps + odd
    ended = {name: found[name]["reason"] or found[name]["outcome"] for name in wanted}
    assert {name: end for name, end in ended.items() if end not in wanted[name]} == {}
    rest = [row["reason"] or row["outcome"] for name, row in found.items() if name not in wanted]
    assert sorted(rest) == ["converted"] * odd + ["unsafe_path"] * traps
    assert names(tmp_path) == ["in", "out"]
    assert time.monotonic() - started < MOST_SECONDS
    assert "\x1b" not in done.stderr


def test_a_bad_page_costs_only_itself(tmp_path: Path) -> None:
    """The pages before and after a bomb are kept, and the page is named."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "plan.pdf").write_bytes(FILES["bad_page_of_100"][0]())
    command = [sys.executable, "-m", "actionplans", "extract", str(folder), "--format", "csv"]
    subprocess.run([*command, "--out", str(tmp_path / "out")], check=True)  # noqa: S603 - ours
    assert rows(tmp_path / "out")[0]["outcome"] == "converted_with_warnings"
    pages = {row["first_page"] for row in rows(tmp_path / "out", "actions")}
    assert pages == {str(number) for number in range(1, 101)} - {"50"}
    lost = [row for row in rows(tmp_path / "out", "issues") if row["kind"] == "page_unreadable"]
    assert [row["page"] for row in lost] == ["50"]
    assert "10,000 lines and shapes" in lost[0]["message"]


def test_a_page_that_takes_too_long_to_draw_costs_no_row(tmp_path: Path) -> None:
    """All was read by then; only the review page goes without its pictures."""
    side, size = b"/Subtype/Image/Width 3000/Height 3000", 3000 * 3000
    objects = page(
        table(3) + b"q 9 0 0 9 5 5 cm /I Do Q " * 9000, resources=b"/XObject<</I 7 0 R>>"
    )
    objects[7] = packed(bytes(size), side + b"/BitsPerComponent 8/ColorSpace/DeviceGray")
    (tmp_path / "plan.pdf").write_bytes(pdf(objects))
    command = [sys.executable, "-m", "actionplans", "extract", str(tmp_path / "plan.pdf")]
    command += ["--out", str(tmp_path / "out"), "--time-limit", "6"]
    command += ["--format", "csv", "--format", "report"]
    subprocess.run(command, check=True)  # noqa: S603 - ours
    assert rows(tmp_path / "out")[0]["outcome"] == "converted"
    assert len(rows(tmp_path / "out", "actions")) == 2


@pytest.mark.parametrize("first", range(0, MUTATIONS, AT_ONCE))
def test_damaged_samples_are_no_fault_of_ours(first: int) -> None:
    """Seeded copies of the samples: none is lost, and none ends in `internal_error`."""
    number = min(AT_ONCE, MUTATIONS - first)
    command = [sys.executable, "-m", "tests.hostile.mutations", str(number), str(first)]
    # In a program of its own: copies of this one would be larger than the memory they may have.
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stdout
    assert f"{number} of {number}: " in done.stdout
