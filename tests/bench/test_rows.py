"""A row is right where all printed cells of an action stand in it, letter for letter."""

import json
from pathlib import Path

import pytest

from bench.rows import right, wanted


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([["1", "Train  all\nstaff", "Police", "more"]], 1),  # white space and other cells apart
        ([["1", "Train all"], ["", "staff", "Police"]], 0),  # torn over two rows
        ([["1", "Train all staff", "Polise"]], 0),
        ([], 0),
    ],
)
def test_only_whole_rows_count(tmp_path: Path, rows: list[list[str]], count: int) -> None:
    """A cell that is torn or misread makes its row wrong."""
    action = {"reference": "1", "action": "Train all staff", "lead": "Police", "progress": None}
    (tmp_path / "plan.expected.json").write_text(json.dumps({"actions": [action]}), "utf-8")
    assert right(tmp_path / "plan.pdf", rows) == count


def test_one_row_stands_for_one_action(tmp_path: Path) -> None:
    """Two actions that say the same need two rows."""
    actions = [{"action": "Train all staff"}] * 2
    (tmp_path / "plan.truth.json").write_text(json.dumps({"actions": actions}), "utf-8")
    assert right(tmp_path / "plan.pdf", [["Train all staff"]]) == 1


def test_nothing_is_counted_where_nobody_wrote_down_what_is_right(tmp_path: Path) -> None:
    """Only time and memory are measured then."""
    assert wanted(tmp_path / "plan.pdf") is None
