"""Whole outputs of some samples, byte by byte: what a change of one rule does to all the rest."""

import os
from pathlib import Path

import pytest

from actionplans.pipeline import convert
from export.formats import export

HOUSE = Path(__file__).parent.parent
SNAPSHOTS = HOUSE / "tests" / "snapshots"
NAMES = (
    "agency_title_rows",
    "forms_one_per_action",
    "last_columns_over_then_down",
    "merged_recommendations",
    "no_rules_at_all",
    "two_plans_with_other_columns",
)


@pytest.mark.parametrize("name", NAMES)
def test_actions_are_what_they_were(name: str, tmp_path: Path, updates_snapshots: bool) -> None:
    """The file of actions as committed; `--update-snapshots` writes it anew."""
    export([convert(HOUSE / "samples" / f"{name}.pdf")], tmp_path, ["csv"])
    found = (tmp_path / "actions.csv").read_bytes()
    if updates_snapshots:
        (SNAPSHOTS / f"{name}.actions.csv").write_bytes(found)
    assert found.decode() == (SNAPSHOTS / f"{name}.actions.csv").read_bytes().decode()


def test_every_snapshot_has_a_sample() -> None:
    """A file that no test reads would hold nothing."""
    found = {path.name.removesuffix(".actions.csv") for path in SNAPSHOTS.iterdir()}
    assert found == set(NAMES)


def test_no_machine_updates_snapshots(updates_snapshots: bool) -> None:
    """Only a person can tell whether a new output is a better one."""
    assert not (updates_snapshots and os.environ.get("CI"))
    for script in (HOUSE / "Makefile", HOUSE / ".ci" / "run"):
        assert "--update-snapshots" not in script.read_text(encoding="utf-8")
