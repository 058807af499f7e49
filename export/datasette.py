"""The text of metadata.yaml, with which Datasette explains each table, view and column.

Every scalar is written as JSON writes it, which YAML reads too: nothing has to be quoted by rule.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from export.dictionary import about, dictionary
from export.sqlite_views import VIEWS
from export.tables import RECORDS

_TITLES = {
    "documents": "Documents",
    "actions": "Actions",
    "dates": "Dates",
    "issues": "Issues",
    "cells": "Cells",
}
_FACETS = {
    "documents": ["outcome", "reason"],
    "actions": ["status", "rag", "agency_name", "agency_kind", "overdue"],
    "dates": ["role", "precision"],
    "issues": ["kind", "severity", "field"],
    "cells": [],
}


def metadata_text() -> str:
    """Give the metadata as the text of a file."""
    return "\n".join(_lines(metadata(), "")) + "\n"


def metadata() -> dict[str, Any]:
    """Describe the database, its tables and its views."""
    return {
        "title": "Action plans",
        "description": "The action plans of reviews after a death, as data",
        "databases": {"actions": {"tables": _tables() | _views()}},
    }


def _tables() -> dict[str, Any]:
    return {name: _table(name) for name in RECORDS}


def _table(name: str) -> dict[str, Any]:
    notes: dict[str, Any] = {
        "title": _TITLES[name],
        "description": about(name),
        "facets": _FACETS[name],
        "columns": {column.name: column.description for column in dictionary(name)},
    }
    # Other tables then show the name of the file where they hold the number of the document.
    return notes | ({"label_column": "document"} if name == "documents" else {})


def _views() -> dict[str, Any]:
    return {view.name: {"title": view.title, "description": view.about} for view in VIEWS}


def _lines(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{name}: {json.dumps(value, ensure_ascii=False)}"
