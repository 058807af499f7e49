"""Reads corrections.csv, as the review page hands it out and a spreadsheet may have saved it."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from export.csv_files import unguard
from normalise.records import Correction

NEEDED = ("sha256", "action_id", "field", "extracted", "corrected")


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
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True, restval="")
            _check_columns(reader.fieldnames or ())
            for row in reader:
                if any(row.values()):
                    yield _correction({name: unguard(str(row[name])) for name in row})
    except FileNotFoundError as error:
        raise NotCorrections(f"there is no {path}") from error
    except (OSError, UnicodeError, csv.Error) as error:
        raise NotCorrections(f"{path} cannot be read as CSV in UTF-8: {error}") from error


def _check_columns(names: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise NotCorrections(f"the first line must name the columns {', '.join(missing)}")


def _correction(row: dict[str, str]) -> Correction:
    return Correction(
        sha256=row["sha256"].strip().lower(),
        action_id=row["action_id"].strip().lower(),
        field=row["field"].strip(),
        extracted=row["extracted"],
        corrected=row["corrected"].replace("\r\n", "\n"),
        checked=row.get("checked", "").strip().lower() in ("true", "yes", "1"),
    )
