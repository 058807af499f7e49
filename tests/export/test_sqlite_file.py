"""The database answers the first questions by itself."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, get_args

import pytest

from export.formats import export
from export.sqlite_views import VIEWS
from normalise.records import ActionPlan, Issue, Status
from tests.export.made_plans import THREE, made, with_actions


def answer(plans: Sequence[ActionPlan], folder: Path, query: str) -> list[dict[str, Any]]:
    """Write a database and ask it."""
    database, _ = export(plans, folder, ["sqlite"])
    with closing(sqlite3.connect(database)) as file:
        file.row_factory = sqlite3.Row
        return [dict(row) for row in file.execute(query)]


@pytest.mark.parametrize("view", [view.name for view in VIEWS])
@pytest.mark.parametrize("plans", [[], THREE], ids=["empty", "filled"])
def test_every_view_can_be_asked(tmp_path: Path, view: str, plans: list[ActionPlan]) -> None:
    """With rows and without."""
    assert isinstance(answer(plans, tmp_path, f"SELECT * FROM {view}"), list)  # noqa: S608 - ours


def test_each_status_is_counted_by_agency(tmp_path: Path) -> None:
    """A status that is added to the records must be added there."""
    (row,) = answer([with_actions({})], tmp_path, "SELECT * FROM by_agency")
    assert set(get_args(Status)) < set(row)
    assert row["unknown"] == 1


def test_overdue_and_without_target_list_the_actions_concerned(tmp_path: Path) -> None:
    """A target that is only revised is a target."""
    plan = with_actions(
        {"overdue": "true", "target_date": "2014", "target_date_latest": "2014-12-31"},
        {"overdue": "true", "target_date": "2013", "target_date_latest": "2013-12-31"},
        {"overdue": "false", "revised_target_date": "2014"},
        {"target_date_text": "Ongoing"},
    )
    for view, numbers in {"overdue": [2, 1], "without_target": [4]}.items():
        rows = answer([plan], tmp_path, f"SELECT action_id FROM {view}")  # noqa: S608 - ours
        assert [int(row["action_id"][-3:]) for row in rows] == numbers


def test_contradictions_show_the_row_that_contradicts_itself(tmp_path: Path) -> None:
    """And where it is printed."""
    plan = with_actions({"status_text": "Complete", "progress": "Ongoing"})
    issue = Issue(
        document="plan.pdf",
        action_id=plan.actions[0].action_id,
        page=3,
        field="status_text",
        kind="status_contradiction",
        severity="check",
        printed="Complete",
        message="two columns disagree",
    )
    plan = plan.model_copy(update={"issues": (issue,)})
    (row,) = answer([plan], tmp_path, "SELECT * FROM contradictions")
    assert (row["page"], row["status_text"], row["message"]) == (3, "Complete", issue.message)


def test_quality_has_a_row_for_each_document(tmp_path: Path) -> None:
    """Counting its own issues, though two documents share a name."""
    rows = answer(THREE, tmp_path, "SELECT document, issues, to_check, errors FROM quality")
    assert rows == [
        {"document": name, "issues": 1, "to_check": 1, "errors": 0}
        for name in ("a.pdf", "a.pdf", "b.pdf")
    ]


@pytest.mark.parametrize("words", ["train", "TRAINING", "trained", "résumé", "resume"])
def test_search_finds_a_word_in_its_other_forms(tmp_path: Path, words: str) -> None:
    """Whatever its ending, accents and capitals."""
    plan = made("a.pdf", "a" * 64, "Training of the staff: a résumé")
    query = (
        "SELECT action FROM actions WHERE rowid IN"  # noqa: S608 - words of this test
        f" (SELECT rowid FROM actions_fts WHERE actions_fts MATCH '{words}')"
    )
    assert answer([plan, made("b.pdf", "b" * 64)], tmp_path, query) == [
        {"action": plan.actions[0].action}
    ]


def test_days_of_slippage_are_numbers_and_what_is_not_known_is_null(tmp_path: Path) -> None:
    """As texts, 92 would be more than 183, and nothing at all the most."""
    plan = with_actions({"slippage_days": 92}, {"slippage_days": 183}, {"slippage_days": ""})
    query = "SELECT max(slippage_days) AS most, avg(slippage_days) AS mean FROM actions"
    assert answer([plan], tmp_path, query) == [{"most": 183, "mean": 137.5}]
