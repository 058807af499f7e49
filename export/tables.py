"""Arranges a plan as rows of five flat tables, which every format writes.

The order of the columns is the order of the fields in the records; it is written down nowhere
else.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import Field
from pydantic.fields import FieldInfo

from export.clean import clean, clean_json, is_clean
from extract.records import Record
from normalise.records import Action, ActionDate, ActionPlan, CellPlace, Count, Document, Issue

Value = str | int | float
Row = dict[str, Value]

_NUMBERS: dict[object, type] = {int: int, float: float, Count: int}


class DocumentRow(Document):
    """An input file, what became of it, and what its owner can do."""

    message: str = Field(description="What to do about a refused file, or which file it repeats")


RECORDS: dict[str, type[Record]] = {
    "documents": DocumentRow,
    "actions": Action,
    "dates": ActionDate,
    "issues": Issue,
    "cells": CellPlace,
}
"""The tables, each with what a row of it is made from."""


def rows_of(plan: ActionPlan) -> dict[str, list[Row]]:
    """Give the rows of one document in each of the tables."""
    document = DocumentRow(**plan.document.model_dump(), message=plan.message)
    groups: dict[str, Sequence[Record]] = {
        "documents": [document],
        "actions": plan.actions,
        "dates": plan.dates,
        "issues": plan.issues,
        "cells": plan.cells,
    }
    return {name: list(map(row, groups[name])) for name in RECORDS}


def row(record: Record) -> Row:
    """Give the values of a record, fit to be written down."""
    values = _flat(record) if _has_parts(type(record)) else vars(record).copy()
    if values.get("extra"):
        values["extra"] = clean_json(str(values["extra"]))
    # Hardly any row holds what must be cleaned, and to look at it as a whole is much the quicker.
    if is_clean("".join([value for value in values.values() if isinstance(value, str)])):
        return values
    return {name: clean(v) if isinstance(v, str) else v for name, v in values.items()}


@cache
def _has_parts(record: type[Record]) -> bool:
    return len(list(fields(record))) != len(record.model_fields)


def _flat(record: Record) -> Row:
    values: Row = {}
    for name, value in vars(record).items():
        if isinstance(value, Record):
            values.update(vars(value))
        else:
            values[name] = value
    return values


def columns(record: type[Record]) -> dict[str, type]:
    """Name the columns of a record, each with the kind of its values."""
    return {name: _NUMBERS.get(field.annotation, str) for name, field in fields(record)}


def fields(record: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    """Name the fields of a record; a box gives four, which are described as the box is."""
    for name, field in record.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, Record):
            for edge, part in fields(kind):
                yield edge, FieldInfo.merge_field_infos(part, description=field.description)
        else:
            yield name, field
