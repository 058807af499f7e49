"""Reads corrections.csv, as the review page hands it out and a spreadsheet may have saved it.

Spreadsheets of other countries part columns by ';', and people write headings as they like: both
are read as they are meant. Letters are never guessed: what is not in UTF-8 is refused.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from export.csv_files import unguard
from normalise.records import Correction

NEEDED = ("sha256", "action_id", "field", "extracted", "corrected")
_PARTED_BY = (",", ";", "\t")
_SPACES = re.compile(r"[\s_-]+")


class NotCorrections(Exception):  # noqa: N818 - reads as the situation that it names
    """The file is no table of corrections."""


def read_corrections(path: Path) -> dict[str, tuple[Correction, ...]]:
    """Give the corrections by the content of the document that each is for."""
    found: dict[str, tuple[Correction, ...]] = {}
    for correction in _corrections(path):
        found[correction.sha256] = (*found.get(correction.sha256, ()), correction)
    return found


def _corrections(path: Path) -> Iterator[Correction]:
    # A page of text in one cell is longer than what the csv module takes by itself.
    csv.field_size_limit(100_000_000)
    text = _text(path)
    try:
        names, parted_by = _heading(text)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
        next(rows)
        for cells in rows:
            if any(cells):
                yield _correction(dict.fromkeys(names, "") | dict(zip(names, cells, strict=False)))
    except csv.Error as error:
        raise NotCorrections(f"{path} cannot be read as CSV: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotCorrections(f"there is no {path}") from error
    except OSError as error:
        raise NotCorrections(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NotCorrections(f"{path} is not CSV in UTF-8; save it as 'CSV UTF-8'") from error


def _heading(text: str) -> tuple[list[str], str]:
    """Give the names of the columns, and the sign that parts them."""
    headings = {sign: _names(text, sign) for sign in _PARTED_BY}
    for sign, names in headings.items():
        if set(NEEDED) <= set(names):
            return names, sign
    sign = max(_PARTED_BY, key=lambda one: len(set(NEEDED) & set(headings[one])))
    missing = [name for name in NEEDED if name not in headings[sign]]
    raise NotCorrections(
        f"the first line must name the columns {', '.join(missing)}, with commas between columns"
    )


def _names(text: str, parted_by: str) -> list[str]:
    """Read the first line as names: 'Action ID' is action_id."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by)
    return [_SPACES.sub("_", name.strip().casefold()) for name in next(rows, [])]


def _correction(row: dict[str, str]) -> Correction:
    row = {name: unguard(value) for name, value in row.items()}
    return Correction(
        sha256=row["sha256"].strip().lower(),
        action_id=row["action_id"].strip().lower(),
        field=row["field"].strip(),
        extracted=row["extracted"],
        corrected=row["corrected"].replace("\r\n", "\n"),
        checked=row.get("checked", "").strip().lower() in ("true", "yes", "1"),
    )
