"""What goes into a file comes back out of it, in every format and whatever the text."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given

from export.clean import clean
from export.formats import export
from export.tables import RECORDS
from extract.records import Record
from normalise.records import ActionPlan
from tests.export.made_plans import BATCHES, THREE, UNTIMED
from tests.export.reading import read_csv, read_json, read_sqlite, read_xlsx

LISTS = ("actions", "dates", "issues", "cells")


@UNTIMED
@given(BATCHES)
def test_every_format_gives_back_what_went_in(batch: list[ActionPlan]) -> None:
    """And so all carry the same rows: texts with newlines, quotes, formulas, emoji and controls."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        export(batch, folder, ["csv", "json", "sqlite", "xlsx"])
        for read in (read_csv, read_json, read_sqlite, read_xlsx):
            for table, rows in read(folder).items():
                assert rows == _went_in(batch, table), (read.__name__, table)


@UNTIMED
@given(BATCHES)
def test_the_keys_of_the_database_all_lead_somewhere(batch: list[ActionPlan]) -> None:
    """An issue of a whole document has no action, and says so by NULL."""
    with TemporaryDirectory() as folder:
        target, _ = export(batch, Path(folder), ["sqlite"])
        with closing(sqlite3.connect(target)) as file:
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_each_format_holds_its_tables(tmp_path: Path) -> None:
    """Where cells are printed stands in JSON and SQLite only; the rest is everywhere."""
    export(THREE, tmp_path, ["csv", "json", "sqlite", "xlsx"])
    assert list(read_json(tmp_path)) == list(read_sqlite(tmp_path)) == list(RECORDS)
    without_cells = set(RECORDS) - {"cells"}
    assert set(read_csv(tmp_path)) == set(read_xlsx(tmp_path)) == without_cells


def test_extra_is_a_real_object_in_json(tmp_path: Path) -> None:
    """Not a text that holds one."""
    target, _ = export(THREE, tmp_path, ["json"])
    assert json.loads(target.read_bytes())["actions"][0]["extra"] == {"Who": "Élodie"}


def _went_in(batch: Sequence[ActionPlan], table: str) -> list[dict[str, Any]]:
    plans = sorted(batch, key=lambda plan: (plan.document.document, plan.document.sha256))
    if table == "documents":
        return [_row(plan.document) | {"message": clean(plan.message)} for plan in plans]
    return [_row(record) for plan in plans for record in getattr(plan, table)]


def _row(record: Record) -> dict[str, Any]:
    row = record.model_dump()
    row |= row.pop("box", {})
    if "extra" in row:
        values = json.loads(row["extra"] or "{}").items()
        cleaned = {clean(name): clean(value) for name, value in values}
        row["extra"] = json.dumps(cleaned, ensure_ascii=False) if cleaned else ""
    return {name: clean(value) if isinstance(value, str) else value for name, value in row.items()}
