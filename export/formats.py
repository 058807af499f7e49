"""Names the output formats. Each is a module whose `write` takes rows, a folder and options."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from export.options import PLAIN, Options

if TYPE_CHECKING:
    from export.arranged import Arranged
    from normalise.records import ActionPlan

FORMATS = {
    "csv": "export.csv_files",
    "json": "export.json_file",
    "sqlite": "export.sqlite_file",
    "xlsx": "export.xlsx_file",
    "datapackage": "export.data_package",
    "report": "export.report",
}
"""Modules are imported only when used, so that the command line can name them at once."""

_ONLY_WITH = {"datapackage": "csv"}
"""A description alone is of no use: with it comes what it describes."""


class Exporter(Protocol):
    """What every exporter looks like."""

    def __call__(self, found: "Arranged", folder: Path, options: Options = PLAIN) -> list[Path]:
        """Write the rows into the folder, and say which files were written."""


def exporter(name: str) -> Exporter:
    """Find the exporter of a format."""
    return cast(Exporter, import_module(FORMATS[name]).write)


def export(
    plans: Sequence["ActionPlan"],
    folder: Path,
    formats: Sequence[str] = tuple(FORMATS),
    options: Options = PLAIN,
) -> list[Path]:
    """Write the plans in each of the formats, and in those that they need.

    One plan at a time is in memory, if the plans come from disk.
    """
    from export.arranged import arranged

    wanted = {*formats, *(_ONLY_WITH[name] for name in formats if name in _ONLY_WITH)}
    names = [name for name in FORMATS if name in wanted]
    with arranged(plans, folder) as found:
        return [file for name in names for file in exporter(name)(found, folder, options)]
