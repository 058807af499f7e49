"""Keeps the documentation of the outputs in step with the records.

`python -m export.published` writes what is made from the records: docs/data-dictionary.md, the
same in short between two marks in README.md, and docs/schema/.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from export.dictionary import KIND_WORDS, Column, about, dictionary
from export.json_schema import schema_text
from export.tables import RECORDS
from normalise.correctable import PRINTED

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
_OTHERS = ("dates", "issues", "documents")
_WORDS_ALONE = frozenset(PRINTED) - {"agency", "rag"}
"""Columns of a cell's words and nothing else: an agency may be a title, a rating a fill."""
_OF_PRINTED = "The printed cells, word for word, under one name for each kind of column"
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
    """Put the short data dictionary between its marks, if a page has them."""
    return _BETWEEN_MARKS.sub(lambda found: f"{found[1]}\n{in_short()}\n{found[2]}", page)


def in_short() -> str:
    """Give the columns of actions, those of printed cells together, and name all others."""
    others = "".join(
        f"| `{table}.csv` | {_named(dictionary(table))} |\n" for table in FILES if table in _OTHERS
    )
    rows = "".join(f"| {names} | {what} |\n" for names, what in _actions_in_short())
    head = "| {} | {} |\n| --- | --- |\n"
    return (
        f"{head.format('column of `actions.csv`', 'what')}{rows}\n"
        f"{head.format('file', 'columns')}{others}"
    )


def _actions_in_short() -> Iterator[tuple[str, str]]:
    columns = dictionary("actions")
    printed = [column for column in columns if column.name in _WORDS_ALONE]
    for column in columns:
        if column is printed[0]:
            yield _named(printed), _OF_PRINTED
        elif column not in printed:
            words = f"; {_holds(column)}" if column.words else ""
            yield f"`{column.name}`", f"{column.description}{words}"


def _named(columns: list[Column]) -> str:
    return ", ".join(f"`{column.name}`" for column in columns)


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
