"""Reads the files of each format back as its users would: one list of rows for each table."""

import csv
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from export import csv_files
from export.tables import RECORDS, columns
from export.xlsx_file import SHEETS

Rows = dict[str, list[dict[str, Any]]]

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
        found[name] = [
            {str(column): _plain(value) for column, value in zip(heading, row, strict=True)}
            for row in rows
        ]
    return found


def _csv_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    kinds = columns(RECORDS[name])
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    return [
        {column: kinds[column](csv_files.unguard(text)) for column, text in row.items()}
        for row in rows
    ]


def _sqlite_rows(file: sqlite3.Connection, name: str) -> list[dict[str, Any]]:
    cursor = file.execute(f"SELECT * FROM {name} ORDER BY rowid")  # noqa: S608 - our own names
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return [
        {column: _plain(row[column]) for column in names if column not in _OWN_KEYS} for row in rows
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else value
