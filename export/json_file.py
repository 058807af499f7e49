"""Writes actions.json: one object of five lists, the same tables that the SQLite file holds.

Flat lists rather than a tree, because that is what loads into a data frame or a database in one
step: `documents`, `actions`, `dates`, `issues`, `cells`. Dates, issues and cells name their
action by `action_id`, whose first 12 digits are the first 12 of the document's `sha256`.
`extra` is a real object. Each row stands on its own line, so that two runs can be compared.
Beside it stands actions.schema.json, its JSON Schema.
"""

from pathlib import Path
from typing import IO

from export.arranged import Arranged, Table
from export.atomic import replacing
from export.json_schema import schema_text
from export.options import PLAIN, Options


def write(found: Arranged, folder: Path, options: Options = PLAIN) -> list[Path]:
    """Write actions.json and its schema into the folder."""
    target, schema = folder / "actions.json", folder / "actions.schema.json"
    with replacing(target) as draft, draft.open("wb") as file:
        for number, table in enumerate(found.tables.values()):
            file.write(b",\n" if number else b"{\n")
            _write_list(file, table)
        file.write(b"\n}\n")
    with replacing(schema) as draft:
        draft.write_text(schema_text(), encoding="utf-8", newline="\n")
    return [target, schema]


def _write_list(file: IO[bytes], table: Table) -> None:
    file.write(f'"{table.name}": ['.encode())
    for number, line in enumerate(table.rows.lines()):
        file.write(b",\n" if number else b"\n")
        file.write(line.rstrip(b"\n"))
    file.write(b"\n]" if len(table.rows) else b"]")
