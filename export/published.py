"""Keeps the documentation of the outputs in step with the records.

`python -m export.published` writes what is made from the records: docs/data-dictionary.md, the
same tables between two marks in README.md where it has them, and docs/schema/.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from export.dictionary import KIND_WORDS, Column, about, dictionary
from export.json_schema import schema_text
from export.tables import RECORDS

ROOT = Path(__file__).parent.parent
FILES = {
    "actions": "`actions.csv`, sheet Actions",
    "dates": "`dates.csv`, sheet Dates",
    "issues": "`issues.csv`, sheet Issues",
    "documents": "`documents.csv`, sheet Documents",
    "cells": "JSON and SQLite only",
}
"""The tables in the order in which they are explained, and where they are found."""

_BETWEEN_MARKS = re.compile("(<!-- data dictionary -->\n).*(<!-- end of data dictionary -->)", re.S)
_HEAD = "| column | holds | what |\n| --- | --- | --- |\n"


def published() -> dict[Path, str]:
    """Give each file that is made from the records, and what should stand in it."""
    readme = ROOT / "README.md"
    page = f"# Data dictionary\n\n{_intro()}\n{markdown()}"
    return {
        ROOT / "docs" / "data-dictionary.md": page,
        ROOT / "docs" / "schema" / "actions.schema.json": schema_text(),
        readme: with_dictionary(readme.read_text(encoding="utf-8")),
    }


def with_dictionary(page: str) -> str:
    """Put the data dictionary between its marks, if a page has them."""
    return _BETWEEN_MARKS.sub(lambda found: f"{found[1]}\n{markdown()}\n{found[2]}", page)


def markdown() -> str:
    """Give the data dictionary as tables in Markdown."""
    assert set(FILES) == set(RECORDS)  # noqa: S101 - a new table needs its place here
    return "\n".join(_section(table) for table in FILES)


def _intro() -> str:
    return (
        "Made from the records in `normalise/records.py` by `python -m export.published`; "
        "a test fails where it is not current.\n"
    )


def _section(table: str) -> str:
    rows = "".join(_rows(table))
    return f"### {table}\n\n{FILES[table]}. {about(table)}\n\n{_HEAD}{rows}"


def _rows(table: str) -> Iterator[str]:
    for column in dictionary(table):
        yield f"| `{column.name}` | {_holds(column)} | {column.description} |\n"


def _holds(column: Column) -> str:
    words = ", ".join(f"`{word}`" for word in column.words)
    empty = ", or empty" if column.words and column.may_be_empty else ""
    return f"one of {words}{empty}" if words else KIND_WORDS[column.kind]


def main() -> None:
    """Write every file that is made from the records."""
    for path, text in published().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
