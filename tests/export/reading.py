"""Reads the files of each format back as its users would: one list of rows for each table."""

import csv
import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from openpyxl import load_workbook

from export import csv_files
from export.arranged import arranged
from export.tables import RECORDS, Row, columns
from export.xlsx_file import SHEETS
from normalise.records import ActionPlan

Rows = dict[str, list[dict[str, Any]]]

_ESCAPED = re.compile("_x005F(?=_x[0-9A-Fa-f]{4}_)")
_OWN_KEYS = {"document_id", "date_id", "issue_id", "cell_id"}


def read_csv(folder: Path) -> Rows:
    """Read the CSV files as the csv module does, with the guards taken off and numbers read."""
    return {name: _csv_rows(folder, name) for name in csv_files.FILES}


def read_json(folder: Path) -> Rows:
    """Read actions.json, with `extra` as the text of an object as everywhere else."""
    found = json.loads((folder / "actions.json").read_bytes())
    for row in found["actions"]:
        row["extra"] = json.dumps(row["extra"], ensure_ascii=False) if row["extra"] else ""
    return {str(name): rows for name, rows in found.items()}


def read_sqlite(folder: Path) -> Rows:
    """Read the tables of actions.sqlite, without the keys that only it has."""
    with closing(sqlite3.connect(folder / "actions.sqlite")) as file:
        return {name: _sqlite_rows(file, name) for name in RECORDS}


def read_xlsx(folder: Path) -> Rows:
    """Read the sheets of actions.xlsx, with days as ISO 8601 writes them."""
    book = load_workbook(folder / "actions.xlsx")
    found = {}
    for sheet, name in SHEETS.items():
        heading, *rows = book[sheet].iter_rows(values_only=True)
        names = [str(column) for column in heading]
        found[name] = [
            {column: _unescaped(_plain(value)) for column, value in zip(names, row, strict=True)}
            for row in rows
        ]
    return found


def rows_by_document(plans: Sequence[ActionPlan], table: str) -> list[list[Row]]:
    """Give the rows of a table that every format is written from, document by document."""
    with arranged(plans, Path(gettempdir())) as found:
        return list(found.tables[table].rows.by_document())


def all_rows(plans: Sequence[ActionPlan], table: str) -> list[Row]:
    """Give the rows of a table that every format is written from."""
    return [row for rows in rows_by_document(plans, table) for row in rows]


def _csv_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    kinds = columns(RECORDS[name])
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    return [
        {column: _as(kinds[column], csv_files.unguard(text)) for column, text in row.items()}
        for row in rows
    ]


def _as(kind: type, text: str) -> Any:
    """Read a number; where none is known, the cell is empty."""
    return kind(text) if text else ""


def _sqlite_rows(file: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    cursor = file.execute(f"SELECT * FROM {name} ORDER BY rowid")  # noqa: S608 - our own names
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return [
        {column: _plain(row[column]) for column in names if column not in _OWN_KEYS} for row in rows
    ]


def _unescaped(value: Any) -> Any:
    """Read a text that looks like an escape: openpyxl leaves that to us, spreadsheets do it."""
    return _ESCAPED.sub("", value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else value
