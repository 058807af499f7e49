"""All rows of a batch, arranged once and read by each format as often as it likes.

An archive fits no memory, so rows that are many wait in a file without a name, one JSON text a
line. Each document is looked at once, however many formats are written.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from pydantic_core import from_json, to_json

from export.atomic import reporting
from export.in_order import in_order
from export.tables import RECORDS, Row, rows_of
from extract.records import Record
from normalise.records import ActionPlan

_AT_HAND = 8_000_000
"""Rows of so many bytes wait in memory; more than that wait on disk."""


class Kept:
    """Rows of one kind, document after document. Only one reader at a time may go through them."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._of_document: list[int] = []

    def add(self, rows: Sequence[Row]) -> None:
        """Take up the rows of the next document."""
        self._file.writelines(to_json(_as_object(row)) + b"\n" for row in rows)
        self._of_document.append(len(rows))

    def __len__(self) -> int:
        return sum(self._of_document)

    def lines(self) -> Iterator[bytes]:
        """Give each row as the line that it is in actions.json."""
        self._file.seek(0)
        return iter(self._file)

    def __iter__(self) -> Iterator[Row]:
        return map(_as_row, self.lines())

    def by_document(self) -> Iterator[list[Row]]:
        """Give the rows of each document, of some of them none."""
        rows = iter(self)
        return (list(islice(rows, count)) for count in self._of_document)


@dataclass(frozen=True)
class Table:
    """A table: its name, what a row of it is made from, and the rows."""

    name: str
    record: type[Record]
    rows: Kept


@dataclass(frozen=True)
class Arranged:
    """What every format is written from. `more` is what only the review page shows."""

    tables: dict[str, Table]
    more: Kept


@contextmanager
def arranged(plans: Sequence[ActionPlan], folder: Path) -> Iterator[Arranged]:
    """Arrange plans, with room on the disk of this folder."""
    with ExitStack() as stack:

        def kept() -> Kept:
            return Kept(stack.enter_context(SpooledTemporaryFile(_AT_HAND, dir=str(folder))))

        tables = {name: Table(name, record, kept()) for name, record in RECORDS.items()}
        more = kept()
        with reporting(folder):
            for plan in in_order(plans):
                for name, rows in rows_of(plan).items():
                    tables[name].rows.add(rows)
                more.add([_more(plan)])
        yield Arranged(tables, more)


def _more(plan: ActionPlan) -> dict[str, Any]:
    return {
        "corrections": [correction.model_dump() for correction in plan.corrections],
        "pictures": [picture.model_dump() for picture in plan.pictures],
    }


def _as_object(row: Row) -> Row:
    """Make `extra` the object that it is the text of."""
    if "extra" not in row:
        return row
    return row | {"extra": json.loads(str(row["extra"] or "{}"))}


def _as_row(line: bytes) -> Row:
    row: Row = from_json(line)
    if "extra" in row:
        row["extra"] = json.dumps(row["extra"], ensure_ascii=False) if row["extra"] else ""
    return row
