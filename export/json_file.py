"""Writes actions.json: one object of five lists, the same tables that the SQLite file holds.

Flat lists rather than a tree, because that is what loads into a data frame or a database in one
step: `documents`, `actions`, `dates`, `issues`, `cells`. Dates, issues and cells name their
action by `action_id`, whose first 12 digits are the first 12 of the document's `sha256`.
`extra` is a real object. Each row stands on its own line, so that two runs can be compared.
Beside it stands actions.schema.json, its JSON Schema.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from export.atomic import replacing
from export.json_schema import schema_text
from export.options import PLAIN, Options
from export.tables import Row, Table, tables
from normalise.records import ActionPlan


def write(
    plans: Sequence[ActionPlan],
    folder: Path,
    options: Options = PLAIN,
) -> list[Path]:
    """Write actions.json and its schema into the folder."""
    lists = ",\n".join(_list(table) for table in tables(plans).values())
    texts = {"actions.json": f"{{\n{lists}\n}}\n", "actions.schema.json": schema_text()}
    for name, text in texts.items():
        with replacing(folder / name) as draft:
            draft.write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in texts]


def _list(table: Table) -> str:
    rows = ",\n".join(_object(row) for row in table.rows)
    return f'"{table.name}": [\n{rows}\n]' if rows else f'"{table.name}": []'


def _object(row: Row) -> str:
    if "extra" not in row:
        return json.dumps(row, ensure_ascii=False)
    extra = json.loads(str(row["extra"] or "{}"))
    return json.dumps(row | {"extra": extra}, ensure_ascii=False)
