"""What goes into a file comes back out of it, in every format and whatever the text."""

import csv
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given

from export import csv_files, json_file, sqlite_file
from export.clean import clean
from extract.records import Record
from normalise.records import ActionPlan
from tests.export.made_plans import BATCHES, UNTIMED

LISTS = ("actions", "dates", "issues", "cells")


@UNTIMED
@given(BATCHES)
def test_csv_files_give_back_what_went_in(batch: list[ActionPlan]) -> None:
    """Read as the csv module reads it, and with the guards taken off."""
    with TemporaryDirectory() as folder:
        csv_files.write(batch, Path(folder))
        found = {name: _csv_rows(Path(folder, f"{name}.csv")) for name in csv_files.FILES}
    for name in ("actions", "dates", "issues"):
        assert found[name] == [_texts(row) for row in _went_in(batch, name)]
    assert found["documents"] == [_texts(row) for row in _documents(batch)]


@UNTIMED
@given(BATCHES)
def test_json_gives_back_what_went_in(batch: list[ActionPlan]) -> None:
    """With `extra` as an object, not as a text that holds one."""
    with TemporaryDirectory() as folder:
        (target,) = json_file.write(batch, Path(folder))
        found = json.loads(target.read_bytes())
    for name in LISTS:
        assert found[name] == [_with_extra_as_object(row) for row in _went_in(batch, name)]
    assert found["documents"] == _documents(batch)
    assert list(found) == ["documents", *LISTS]


@UNTIMED
@given(BATCHES)
def test_sqlite_gives_back_what_went_in(batch: list[ActionPlan]) -> None:
    """With NULL for the action of an issue that has none, and keys that all lead somewhere."""
    with TemporaryDirectory() as folder:
        (target,) = sqlite_file.write(batch, Path(folder))
        with closing(sqlite3.connect(target)) as file:
            found = {name: _sqlite_rows(file, name) for name in ("documents", *LISTS)}
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for name in LISTS:
        assert found[name] == _went_in(batch, name)
    assert found["documents"] == _documents(batch)


def _in_order(batch: Sequence[ActionPlan]) -> list[ActionPlan]:
    return sorted(batch, key=lambda plan: (plan.document.document, plan.document.sha256))


def _went_in(batch: Sequence[ActionPlan], name: str) -> list[dict[str, Any]]:
    return [_row(record) for plan in _in_order(batch) for record in getattr(plan, name)]


def _documents(batch: Sequence[ActionPlan]) -> list[dict[str, Any]]:
    return [_row(plan.document) | {"message": clean(plan.message)} for plan in _in_order(batch)]


def _row(record: Record) -> dict[str, Any]:
    row = record.model_dump()
    row |= row.pop("box", {})
    if row.get("extra"):
        values = json.loads(row["extra"]).items()
        row["extra"] = json.dumps({clean(k): clean(v) for k, v in values}, ensure_ascii=False)
    return {name: clean(value) if isinstance(value, str) else value for name, value in row.items()}


def _texts(row: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in row.items()}


def _with_extra_as_object(row: dict[str, Any]) -> dict[str, Any]:
    return row | ({"extra": json.loads(row["extra"] or "{}")} if "extra" in row else {})


def _csv_rows(target: Path) -> list[dict[str, str]]:
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    return [{name: csv_files.unguard(text) for name, text in row.items()} for row in rows]


def _sqlite_rows(file: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    cursor = file.execute(f"SELECT * FROM {name} ORDER BY rowid")  # noqa: S608 - our own names
    names = [column[0] for column in cursor.description]
    ours = {"document_id", "date_id", "issue_id", "cell_id"}
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return [
        {
            column: "" if row[column] is None else row[column]
            for column in names
            if column not in ours
        }
        for row in rows
    ]
