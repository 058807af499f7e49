"""Names the output formats. Each is a module whose `write` takes rows, a folder and options."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from export.options import PLAIN, Options

if TYPE_CHECKING:
    from export.arranged import Arranged
    from normalise.records import ActionPlan


class Format(NamedTuple):
    """A format: the module that writes it, and the files that it writes."""

    module: str
    files: tuple[str, ...]


FORMATS = {
    "csv": Format("export.csv_files", ("actions.csv", "dates.csv", "issues.csv", "documents.csv")),
    "json": Format("export.json_file", ("actions.json", "actions.schema.json")),
    "sqlite": Format("export.sqlite_file", ("actions.sqlite", "metadata.yaml")),
    "xlsx": Format("export.xlsx_file", ("actions.xlsx",)),
    "datapackage": Format("export.data_package", ("datapackage.json",)),
    "report": Format("export.report", ("report.html",)),
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
    return cast(Exporter, import_module(FORMATS[name].module).write)


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

    with arranged(plans, folder) as found:
        return [
            file for name in _written(formats) for file in exporter(name)(found, folder, options)
        ]


def left_over(folder: Path, formats: Sequence[str]) -> list[str]:
    """Name the files of other formats than these that an earlier run has left in a folder."""
    others = FORMATS.keys() - _written(formats)
    files = [file for name in FORMATS if name in others for file in FORMATS[name].files]
    return [file for file in files if (folder / file).exists()]


def _written(formats: Sequence[str]) -> list[str]:
    """Give the formats that are written where these are asked for, in our own order."""
    wanted = {*formats, *(_ONLY_WITH[name] for name in formats if name in _ONLY_WITH)}
    return [name for name in FORMATS if name in wanted]
