"""Writes actions.sqlite: five tables with keys between them, for questions in SQL.

Every row carries `document_id`, for two files in different folders may share a name. An issue of
a whole document has no action: there, `action_id` is NULL, where the other formats leave it empty.
All else is the same text as in every format. Identical rows give identical bytes.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from export.atomic import replacing
from export.tables import Table, columns, tables
from normalise.records import ActionPlan

_TYPES = {int: "INTEGER", float: "REAL", str: "TEXT"}
_IDS = {"dates": "date_id", "issues": "issue_id", "cells": "cell_id", "documents": "document_id"}
_INDEXES = (
    ("actions", "document_id"),
    ("actions", "status"),
    ("actions", "agency_name"),
    ("actions", "target_date_latest"),
    ("dates", "action_id"),
    ("dates", "latest"),
    ("issues", "action_id"),
    ("issues", "document_id"),
    ("issues", "kind"),
    ("cells", "action_id"),
)


def write(plans: Sequence[ActionPlan], folder: Path) -> list[Path]:
    """Write actions.sqlite into the folder."""
    target = folder / "actions.sqlite"
    with replacing(target) as draft, closing(sqlite3.connect(draft, isolation_level=None)) as file:
        # The draft is thrown away if anything fails, so a journal would only cost time.
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("PRAGMA page_size = 4096")
        file.execute("BEGIN")
        for table in tables(plans).values():
            _write_table(file, table)
        for name, column in _INDEXES:
            file.execute(f"CREATE INDEX {name}_{column} ON {name} ({column})")
        file.execute("COMMIT")
        file.execute("VACUUM")
    return [target]


def _write_table(file: sqlite3.Connection, table: Table) -> None:
    file.execute(f"CREATE TABLE {table.name} ({', '.join(_definitions(table))})")
    names = columns(table.record)
    marks = ", ".join("?" * (len(names) + 1))
    listed = ", ".join(f'"{name}"' for name in ("document_id", *names))
    # Only names of record fields are put into the statement; every value is bound.
    statement = f"INSERT INTO {table.name} ({listed}) VALUES ({marks})"  # noqa: S608
    for document, row in zip(table.documents, table.rows, strict=True):
        values = [row[name] for name in names]
        file.execute(statement, [document, *map(_nothing_to_null, names, values)])


def _nothing_to_null(name: str, value: object) -> object:
    """Write a key that points nowhere as NULL, or the file would break its own rules."""
    return None if name == "action_id" and value == "" else value


def _definitions(table: Table) -> list[str]:
    """Give the columns of a table, then its keys."""
    own_id = _IDS.get(table.name)
    found = [f"{own_id} INTEGER PRIMARY KEY"] if own_id else []
    if table.name != "documents":
        found.append("document_id INTEGER NOT NULL REFERENCES documents")
    for name, kind in columns(table.record).items():
        found.append(f'"{name}" {_TYPES[kind]}{_key(table.name, name)}')
    return found


def _key(table: str, column: str) -> str:
    if column != "action_id":
        return " NOT NULL"
    return " NOT NULL PRIMARY KEY" if table == "actions" else " REFERENCES actions"
