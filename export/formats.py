"""Names the output formats. Each is a module whose `write` takes plans and a folder."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from normalise.records import ActionPlan

FORMATS = {"csv": "export.csv_files", "json": "export.json_file", "sqlite": "export.sqlite_file"}
"""Modules are imported only when used, so that the command line can name them at once."""


class Exporter(Protocol):
    """What every exporter looks like."""

    def __call__(self, plans: Sequence["ActionPlan"], folder: Path) -> list[Path]:
        """Write the plans into the folder, and say which files were written."""


def exporter(name: str) -> Exporter:
    """Find the exporter of a format."""
    return cast(Exporter, import_module(FORMATS[name]).write)


def export(
    plans: Sequence["ActionPlan"], folder: Path, formats: Sequence[str] = tuple(FORMATS)
) -> list[Path]:
    """Write the plans in each of the formats."""
    return [file for name in formats for file in exporter(name)(plans, folder)]
