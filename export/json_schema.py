"""The JSON Schema of actions.json, made from the records by way of the data dictionary."""

import json
from typing import Any

from export.dictionary import Column, about, dictionary
from export.tables import RECORDS

_EXTRA = {"type": "object", "additionalProperties": {"type": "string"}}
_DAY = {"anyOf": [{"type": "string", "format": "date"}, {"const": ""}]}


def schema_text() -> str:
    """Give the schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Describe actions.json: an object of lists, one for each table."""
    lists = {name: _list(name) for name in RECORDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "actions.json",
        "description": "The action plans of reviews after a death, as data",
        **_closed(lists),
    }


def _list(table: str) -> dict[str, Any]:
    rows = {column.name: _column(column) for column in dictionary(table)}
    return {"type": "array", "items": {"description": about(table), **_closed(rows)}}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """Ask for all of these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _column(column: Column) -> dict[str, Any]:
    return {"description": column.description} | _values(column)


def _values(column: Column) -> dict[str, Any]:
    if column.words:
        return {"enum": [*column.words, *([""] if column.may_be_empty else [])]}
    if column.kind in ("object", "day"):
        return _EXTRA if column.kind == "object" else _DAY
    if column.kind == "integer" and column.may_be_empty:
        return {"anyOf": [{"type": "integer"}, {"const": ""}]}
    return {"type": column.kind if column.kind in ("integer", "number") else "string"}
