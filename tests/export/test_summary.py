"""Counts by agency are the same wherever they are shown."""

import sqlite3
from contextlib import closing
from pathlib import Path

from export.formats import export
from export.sqlite_views import VIEWS
from export.summary import by_agency
from normalise.records import ActionPlan
from tests.export.made_plans import with_actions
from tests.export.reading import all_rows


def test_agencies_are_counted_under_the_surest_name_they_have() -> None:
    """As registered, else as printed; the largest first."""
    police = {"agency": "Police", "agency_name": "Calder Police", "status": "completed"}
    plan = with_actions({}, police, police | {"agency": "CP"}, {"agency": "Housing"})
    found = by_agency(all_rows([plan], "actions"))
    assert [(count.agency, count.actions) for count in found] == [
        ("Calder Police", 2),
        ("(none printed)", 1),
        ("Housing", 1),
    ]


def test_nothing_known_is_not_nothing_overdue() -> None:
    """Where no action could be judged, the count is empty."""
    judged = {"agency": "A", "overdue": "false", "target_date": "2014"}
    plan = with_actions(judged, judged | {"overdue": "true"}, {"agency": "B"})
    found = by_agency(all_rows([plan], "actions"))
    assert [(count.overdue, count.without_target) for count in found] == [(1, 0), (None, 1)]


def test_the_database_counts_what_the_workbook_counts(
    tmp_path: Path, sample_plans: list[ActionPlan]
) -> None:
    """One by a view, the other in Python."""
    database, _ = export(sample_plans, tmp_path, ["sqlite"])
    with closing(sqlite3.connect(database)) as file:
        file.row_factory = sqlite3.Row
        rows = [dict(row) for row in file.execute("SELECT * FROM by_agency")]
    for row, count in zip(rows, by_agency(all_rows(sample_plans, "actions")), strict=True):
        assert (row["agency"], row["actions"]) == (count.agency, count.actions)
        assert (row["overdue"], row["without_target"]) == (count.overdue, count.without_target)
        assert {status: row[status] for status in count.statuses} == count.statuses
    assert "by_agency" in {view.name for view in VIEWS}
