"""Writes datapackage.json, which tells programs what the CSV files beside it hold.

A Frictionless Data Package with a Table Schema for each file: types, closed sets of words, keys
and descriptions, all from the data dictionary. It depends on no document, so it never changes.
"""

import json
from pathlib import Path
from typing import Any

from export.arranged import Arranged
from export.atomic import replacing
from export.csv_files import FILES
from export.dictionary import Column, Kind, about, dictionary
from export.options import PLAIN, Options

_TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "integer",
    "number": "number",
    "day": "date",
    "edtf": "string",
    "object": "object",
    "truth": "boolean",
}
_ACTION = {"fields": "action_id", "reference": {"resource": "actions", "fields": "action_id"}}
_DOCUMENT = {"fields": "document", "reference": {"resource": "documents", "fields": "document"}}
_KEYS: dict[str, dict[str, Any]] = {
    "actions": {"primaryKey": "action_id", "foreignKeys": [_DOCUMENT]},
    "dates": {"foreignKeys": [_ACTION]},
    "issues": {"foreignKeys": [_DOCUMENT, _ACTION]},
    "documents": {},  # two folders may hold files of one name, and of one content
}


def write(found: Arranged, folder: Path, options: Options = PLAIN) -> list[Path]:
    """Write datapackage.json into the folder."""
    target = folder / "datapackage.json"
    text = json.dumps(package(), ensure_ascii=False, indent=2)
    with replacing(target) as draft:
        draft.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return [target]


def package() -> dict[str, Any]:
    """Describe the CSV files."""
    return {
        "profile": "tabular-data-package",
        "name": "actionplans",
        "title": "Action plans of reviews after a death",
        "description": "A cell that a spreadsheet would run as a formula starts with an extra '.",
        "resources": [_resource(name) for name in FILES],
    }


def _resource(name: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": about(name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in dictionary(name)],
            "missingValues": [""],
            **_KEYS[name],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind]}
    field["description"] = column.description
    if column.kind == "truth":
        return field | {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: dict[str, Any] = {} if column.may_be_empty else {"required": True}
    if column.words:
        constraints["enum"] = list(column.words)
    return field | ({"constraints": constraints} if constraints else {})
