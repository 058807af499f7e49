"""The data dictionary: what each column is called, what it holds and what that means.

All of it is read from the records; the workbook, the data package, the schema, the database and
the documentation are made from what is found here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from export.tables import RECORDS, columns, fields
from extract.records import Record

Kind = Literal["text", "integer", "number", "day", "edtf", "object", "truth"]

KIND_WORDS: dict[Kind, str] = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "day": "day, as 2014-06-30",
    "edtf": "date (EDTF), as 2014-06",
    "object": "JSON object",
    "truth": "true or false",
}
"""How each kind is called to people."""

_BASIC: dict[type, Kind] = {str: "text", int: "integer", float: "number"}
_MARKS = {"day", "edtf", "object", "truth"}


@dataclass(frozen=True)
class Column:
    """One column. `words` is the closed set that its values come from, where there is one."""

    name: str
    kind: Kind
    description: str
    words: tuple[str, ...]
    may_be_empty: bool


def dictionary(table: str) -> list[Column]:
    """Describe the columns of a table, in their order."""
    return list(_described(RECORDS[table]))


def about(table: str) -> str:
    """Say in a sentence what a row of a table is."""
    return (RECORDS[table].__doc__ or "").split("\n", 1)[0]


def _described(record: type[Record]) -> Iterator[Column]:
    basic = columns(record)
    for name, field in fields(record):
        words = tuple(_words(field.annotation))
        yield Column(
            name=name,
            kind=_kind(basic[name], field.metadata),
            description=field.description or "",
            words=tuple(word for word in words if word),
            may_be_empty="" in words or (basic[name] is str and not words),
        )


def _kind(basic: type, metadata: list[Any]) -> Kind:
    marks = [mark for mark in metadata if isinstance(mark, str) and mark in _MARKS]
    return marks[0] if marks else _BASIC[basic]  # type: ignore[return-value] # checked just above


def _words(annotation: Any) -> Iterator[str]:
    """Give the words of a closed set, or of several that a type joins."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _words(part)
