"""Arranges plans as five flat tables, which every format writes.

The order of the columns is the order of the fields in the records; it is written down nowhere
else. The order of the rows depends on the documents alone: by file name, then by content, then
as printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field
from pydantic.fields import FieldInfo

from export.clean import clean, clean_json
from extract.records import Record
from normalise.records import Action, ActionDate, ActionPlan, CellPlace, Document, Issue

Value = str | int | float
Row = dict[str, Value]

_NUMBERS: dict[object, type] = {int: int, float: float}


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


@dataclass(frozen=True)
class Table:
    """Rows of one kind; `documents` holds the number of the document that each row belongs to."""

    name: str
    record: type[Record]
    rows: list[Row]
    documents: list[int]


def tables(plans: Sequence[ActionPlan]) -> dict[str, Table]:
    """Arrange the plans as the tables documents, actions, dates, issues and cells."""
    unique = list(_without_repeats(sorted(plans, key=_order)))
    groups: dict[str, list[Sequence[Record]]] = {
        "documents": [[_document_row(plan)] for plan in unique],
        "actions": [plan.actions for plan in unique],
        "dates": [plan.dates for plan in unique],
        "issues": [plan.issues for plan in unique],
        "cells": [plan.cells for plan in unique],
    }
    return {name: _table(name, record, groups[name]) for name, record in RECORDS.items()}


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


def _order(plan: ActionPlan) -> tuple[str, str, str, str]:
    document = plan.document
    return document.document, document.sha256, document.model_dump_json(), plan.message


def _without_repeats(plans: Sequence[ActionPlan]) -> Iterator[ActionPlan]:
    """Keep the rows of each content once: its ids come from the content, so they would collide."""
    keepers: dict[str, str] = {}
    for plan in plans:
        document = plan.document
        if document.outcome == "refused":
            yield plan
        elif document.sha256 in keepers:
            yield _repeat(document, keepers[document.sha256])
        else:
            keepers[document.sha256] = document.document
            yield plan


def _repeat(document: Document, first: str) -> ActionPlan:
    """Stand for a file whose content came before: a row of its own that counts nothing twice."""
    message = f"the same content as {first}, which its rows are filed under"
    counts_nothing = document.model_copy(update={"actions": 0, "agencies": 0})
    return ActionPlan(document=counts_nothing, message=message)


def _document_row(plan: ActionPlan) -> DocumentRow:
    return DocumentRow(**plan.document.model_dump(), message=plan.message)


def _table(name: str, record: type[Record], groups: Sequence[Sequence[Record]]) -> Table:
    rows = [_row(item) for group in groups for item in group]
    documents = [number for number, group in enumerate(groups, 1) for _ in group]
    return Table(name, record, rows, documents)


def _row(record: Record) -> Row:
    row: Row = {}
    for name, value in record:
        if isinstance(value, Record):
            row |= _row(value)
        else:
            row[name] = _cleaned(name, value)
    return row


def _cleaned(name: str, value: Value) -> Value:
    if not isinstance(value, str):
        return value
    return clean_json(value) if name == "extra" else clean(value)
