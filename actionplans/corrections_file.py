"""Reads corrections.csv, as the review page hands it out and a spreadsheet may have saved it."""

from pathlib import Path

from export.csv_files import unguard
from normalise.records import Correction
from normalise.users_tables import NoTable, read_table

NEEDED = ("sha256", "action_id", "field", "extracted", "corrected")


class NotCorrections(Exception):  # noqa: N818 - reads as the situation that it names
    """The file is no table of corrections."""


def read_corrections(path: Path) -> dict[str, tuple[Correction, ...]]:
    """Give the corrections by the content of the document that each is for."""
    found: dict[str, tuple[Correction, ...]] = {}
    try:
        for _, row in read_table(path, NEEDED):
            correction = _correction({name: unguard(value) for name, value in row.items()})
            found[correction.sha256] = (*found.get(correction.sha256, ()), correction)
    except NoTable as error:
        raise NotCorrections(f"{path}: {error}") from error
    return found


def _correction(row: dict[str, str]) -> Correction:
    return Correction(
        sha256=row["sha256"].strip().lower(),
        action_id=row["action_id"].strip().lower(),
        field=row["field"].strip(),
        extracted=row["extracted"],
        corrected=row["corrected"].replace("\r\n", "\n"),
        checked=row.get("checked", "").strip().lower() in ("true", "yes", "1"),
    )
