"""Writes actions.sqlite: five tables with keys between them, views, and full-text search.

Every row carries `document_id`, for two files in different folders may share a name. An issue of
a whole document has no action: there, `action_id` is NULL, where the other formats leave it empty;
so are numbers that are not known. All else is the same text as in every format. Identical rows give
identical bytes. Beside it stands metadata.yaml, which Datasette reads.
"""

import sqlite3
from collections.abc import Iterator, Set
from contextlib import closing
from pathlib import Path

from export.arranged import Arranged, Table
from export.atomic import replacing
from export.datasette import metadata_text
from export.dictionary import dictionary
from export.options import PLAIN, Options
from export.sqlite_views import SEARCH, VIEWS
from export.tables import Row, Value, columns

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


def write(found: Arranged, folder: Path, options: Options = PLAIN) -> list[Path]:
    """Write actions.sqlite and metadata.yaml into the folder."""
    files = [folder / "actions.sqlite", folder / "metadata.yaml"]
    database, notes = files
    with replacing(database) as draft, closing(_opened(draft)) as file:
        file.execute("BEGIN")
        for table in found.tables.values():
            _write_table(file, table)
        for statement in _helps(file):
            file.execute(statement)
        file.execute("COMMIT")
        file.execute("VACUUM")
    with replacing(notes) as draft:
        draft.write_text(metadata_text(), encoding="utf-8", newline="\n")
    return files


def _opened(draft: Path) -> sqlite3.Connection:
    file = sqlite3.connect(draft, isolation_level=None)
    # The draft is thrown away if anything fails, so a journal would only cost time.
    file.execute("PRAGMA journal_mode = OFF")
    file.execute("PRAGMA page_size = 4096")
    return file


def _helps(file: sqlite3.Connection) -> Iterator[str]:
    """Give the statements that make indexes, views and, where this SQLite has it, the search."""
    for name, column in _INDEXES:
        yield f"CREATE INDEX {name}_{column} ON {name} ({column})"
    for view in VIEWS:
        yield f"CREATE VIEW {view.name} AS {view.select}"
    if file.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        yield from SEARCH


def _write_table(file: sqlite3.Connection, table: Table) -> None:
    file.execute(f"CREATE TABLE {table.name} ({', '.join(_definitions(table))})")
    names = columns(table.record)
    marks = ", ".join("?" * (len(names) + 1))
    listed = ", ".join(f'"{name}"' for name in ("document_id", *names))
    # Only names of record fields are put into the statement; every value is bound.
    statement = f"INSERT INTO {table.name} ({listed}) VALUES ({marks})"  # noqa: S608
    void = frozenset(n for n, kind in names.items() if kind is not str or n == "action_id")
    for document, rows in enumerate(table.rows.by_document(), 1):
        file.executemany(statement, ([document, *_values(row, void)] for row in rows))


def _values(row: Row, void: Set[str]) -> Iterator[Value | None]:
    """Give the values; where one of the `void` columns is empty, it holds NULL.

    A key that points nowhere would break the rules of the file, and a text is more than any number.
    """
    return (None if value == "" and name in void else value for name, value in row.items())


def _definitions(table: Table) -> list[str]:
    """Give the columns of a table, then its keys."""
    own_id = _IDS.get(table.name)
    found = [f"{own_id} INTEGER PRIMARY KEY"] if own_id else []
    if table.name != "documents":
        found.append("document_id INTEGER NOT NULL REFERENCES documents (document_id)")
    for column in dictionary(table.name):
        kind = _TYPES[columns(table.record)[column.name]]
        empty = column.may_be_empty and kind != "TEXT"
        found.append(f'"{column.name}" {kind}{"" if empty else _key(table.name, column.name)}')
    return found


def _key(table: str, column: str) -> str:
    if column != "action_id":
        return " NOT NULL"
    return " NOT NULL PRIMARY KEY" if table == "actions" else " REFERENCES actions (action_id)"
