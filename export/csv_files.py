"""Writes actions.csv, dates.csv, issues.csv and documents.csv, for spreadsheets and scripts alike.

UTF-8 with a byte order mark, for Excel takes a file without one for another encoding. Lines end
in CRLF; newlines inside cells stay, unless one line for each row is asked for. Read back with
`newline=""` and `encoding="utf-8-sig"`.
"""

import csv
import re
from pathlib import Path

from export.arranged import Arranged, Table
from export.atomic import replacing
from export.options import PLAIN, Options
from export.tables import Row, Value, columns

FILES = ("actions", "dates", "issues", "documents")

_MARKED = frozenset("'=+-@\t\r\n＝＋－＠")
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")
_NEWLINE = re.compile("[\n\x85\u2028\u2029]")


def write(found: Arranged, folder: Path, options: Options = PLAIN) -> list[Path]:
    """Write the four CSV files into the folder."""
    return [_write_table(found.tables[name], folder / f"{name}.csv", options) for name in FILES]


def guard(value: Value) -> Value:
    """Keep a spreadsheet from running a cell: a leading quote marks it as text."""
    if not isinstance(value, str) or value[:1] not in _MARKED:
        return value
    return f"'{value}" if _FORMULA.match(value) else value


def unguard(text: str) -> str:
    """Take off what `guard` put on."""
    return text[1:] if _GUARDED.match(text) else text


def one_line(value: Value) -> Value:
    """Show newlines as a sign, for tools that take a line for a row."""
    return _NEWLINE.sub(" ⏎ ", value) if isinstance(value, str) else value


def _write_table(table: Table, target: Path, options: Options) -> Path:
    with (
        replacing(target) as draft,
        draft.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns(table.record))
        writer.writerows(_cells(row, options) for row in table.rows)
    return target


def _cells(row: Row, options: Options) -> list[Value]:
    values = map(one_line, row.values()) if options.one_line else row.values()
    return [guard(value) for value in values]
