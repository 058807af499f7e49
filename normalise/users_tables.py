"""Reads CSV that a user wrote: spreadsheets of other countries part columns by ';' or tabs.

Headings are read however they are capitalised or spaced. Letters are never guessed: what is not in
UTF-8 is refused.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_PARTED_BY = (",", ";", "\t")
_SPACES = re.compile(r"[\s_-]+")
_MOST_BYTES = 100 * 1024 * 1024
_LONGEST_CELL = 100_000_000
"""A page of text in one cell is longer than what the csv module takes by itself."""


class NoTable(ValueError):  # noqa: N818 - reads as the situation that it names
    """The file cannot be read, or is no such table; the message says what to do, in one line."""


def read_table(path: str | Path, needed: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Give each row that holds anything by the names of its columns, and the line that it ends on.

    A file without the columns that are `needed` raises NoTable.
    """
    csv.field_size_limit(_LONGEST_CELL)
    text = _text(Path(path))
    try:
        names, parted_by = _heading(text, needed)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
        next(rows)
        for cells in rows:
            if any(cells):
                # Cells without a heading are notes.
                row = dict.fromkeys(names, "") | dict(zip(names, cells, strict=False))
                yield rows.line_num, row
    except csv.Error as error:
        raise NoTable(f"cannot be read as CSV: {error}") from error


def _text(path: Path) -> str:
    try:
        # A pipe would wait for ever, and a device never ends.
        if path.exists() and not path.is_file():
            raise NoTable("cannot be read (it is no plain file)")
        if path.stat().st_size > _MOST_BYTES:
            raise NoTable(f"has more than {_MOST_BYTES // 1024**2} MiB")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise NoTable(f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise NoTable("is not UTF-8; save it as 'CSV UTF-8'") from error


def _heading(text: str, needed: Sequence[str]) -> tuple[list[str], str]:
    """Give the names of the columns, and the sign that parts them."""
    headings = {sign: _names(text, sign) for sign in _PARTED_BY}
    sign = max(_PARTED_BY, key=lambda one: len(set(needed) & set(headings[one])))
    missing = [f"'{name}'" for name in needed if name not in headings[sign]]
    if missing:
        columns = "column" if len(missing) == 1 else "columns"
        raise NoTable(
            f"has no {columns} {', '.join(missing)}; the first line must name them, with commas "
            "between"
        )
    names = [name for name in headings[sign] if name]
    if twice := [name for name in dict.fromkeys(names) if names.count(name) > 1]:
        raise NoTable(f"has two columns '{twice[0]}'")
    return headings[sign], sign


def _names(text: str, parted_by: str) -> list[str]:
    """Read the first line as names: 'Action ID' is action_id."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by)
    return [_SPACES.sub("_", name.strip().casefold()) for name in next(rows, [])]
