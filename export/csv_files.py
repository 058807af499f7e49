"""Writes actions.csv, dates.csv, issues.csv and documents.csv, for spreadsheets and scripts alike.

UTF-8 with a byte order mark, for Excel takes a file without one for another encoding. Lines end
in CRLF; newlines inside cells stay. Read back with `newline=""` and `encoding="utf-8-sig"`.
"""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from export.atomic import replacing
from export.tables import Table, Value, columns, tables
from normalise.records import ActionPlan

FILES = ("actions", "dates", "issues", "documents")

_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def write(plans: Sequence[ActionPlan], folder: Path) -> list[Path]:
    """Write the four CSV files into the folder."""
    arranged = tables(plans)
    return [_write_table(arranged[name], folder / f"{name}.csv") for name in FILES]


def guard(value: Value) -> Value:
    """Keep a spreadsheet from running a cell: a leading quote marks it as text."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def unguard(text: str) -> str:
    """Take off what `guard` put on."""
    return text[1:] if _GUARDED.match(text) else text


def _write_table(table: Table, target: Path) -> Path:
    names = list(columns(table.record))
    with (
        replacing(target) as draft,
        draft.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(names)
        writer.writerows([guard(row[name]) for name in names] for row in table.rows)
    return target
