"""The notes for Datasette can be read and speak of what is there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import yaml

from export.datasette import metadata
from export.formats import export
from export.tables import RECORDS
from tests.export.made_plans import THREE


def test_the_notes_are_yaml(tmp_path: Path) -> None:
    """Written by hand, and read by the library that Datasette reads them with."""
    _, notes = export(THREE, tmp_path, ["sqlite"])
    assert yaml.safe_load(notes.read_text(encoding="utf-8")) == metadata()


def test_the_notes_name_what_the_database_holds(tmp_path: Path) -> None:
    """Every table, view and column of it, and none that it has not."""
    database, _ = export(THREE, tmp_path, ["sqlite"])
    described = metadata()["databases"][database.stem]["tables"]
    with closing(sqlite3.connect(database)) as file:
        made = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        found = {name for (name,) in file.execute(made) if not name.startswith("actions_fts")}
        assert set(described) == found
        for name, notes in described.items():
            # A hidden rowid and our own keys are there besides.
            columns = {row[1] for row in file.execute(f"PRAGMA table_info({name})")}
            assert set(notes.get("columns", ())) <= columns
            assert set(notes.get("facets", ())) <= columns


def test_datasette_can_find_the_search_index(tmp_path: Path) -> None:
    """It looks for a virtual table whose content is the table shown."""
    database, _ = export(THREE, tmp_path, ["sqlite"])
    with closing(sqlite3.connect(database)) as file:
        (sql,) = file.execute("SELECT sql FROM sqlite_master WHERE name = 'actions_fts'").fetchone()
    assert 'content="actions"' in sql


def test_every_key_names_the_column_that_it_leads_to(tmp_path: Path) -> None:
    """SQLite could find it by itself; Datasette fails on the page of the table."""
    database, _ = export(THREE, tmp_path, ["sqlite"])
    with closing(sqlite3.connect(database)) as file:
        for name in RECORDS:
            for key in file.execute(f"PRAGMA foreign_key_list({name})"):
                assert key[4], (name, key)
