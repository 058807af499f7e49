"""Hostile and broken files end in one outcome each, and none of them is a fault of ours."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from normalise.records import Outcome, Reason
from tests.shared.data import SHARED

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the measuring data is absent"),
]


def test_every_hostile_file_has_one_outcome(tmp_path: Path) -> None:
    """As from the command line, with little time for each."""
    command = [sys.executable, "-m", "actionplans", "extract", str(SHARED / "hostile")]
    command += ["--out", str(tmp_path), "--time-limit", "4", "--jobs", "2", "--format", "csv"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
    assert done.returncode in (0, 2), done.stderr
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = sorted(row["document"] for row in rows)
    assert names == sorted(path.name for path in (SHARED / "hostile").glob("*.pdf"))
    assert {row["outcome"] for row in rows} <= set(get_args(Outcome))
    refused = {row["document"]: row["reason"] for row in rows if row["outcome"] == "refused"}
    assert set(refused.values()) <= set(get_args(Reason)) - {"internal_error"}
    assert {row["reason"] for row in rows if row["outcome"] != "refused"} <= {""}
