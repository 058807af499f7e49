"""Writes actions.xlsx, for people who work in a spreadsheet.

No cell is a formula: every text is written as text, and the counts as numbers. Links lead from
each row to its place in the review page beside the workbook. Equal rows give equal bytes.
"""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from export.arranged import Arranged, Table
from export.atomic import replacing
from export.dictionary import KIND_WORDS, dictionary
from export.options import PLAIN, Options
from export.xlsx_cells import fit_on_paper, write_heading, write_table
from export.xlsx_looks import Looks, height
from export.xlsx_summary import write_summary

SHEETS = {"Actions": "actions", "Dates": "dates", "Issues": "issues", "Documents": "documents"}
"""The sheets that hold tables."""

_ORDER = ("Actions", "Summary", "Dates", "Issues", "Documents", "Data dictionary")
_NO_GUESSES = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_PROPERTIES = {
    "title": "Action plans of reviews after a death",
    # A file that names the time of its making would differ each time.
    "created": datetime(2000, 1, 1),
}
_WIDTHS = {"sheet": 14, "column": 28, "holds": 24, "words": 44, "meaning": 76}


def write(found: Arranged, folder: Path, options: Options = PLAIN) -> list[Path]:
    """Write actions.xlsx into the folder."""
    target = folder / "actions.xlsx"
    with (
        replacing(target) as draft,
        TemporaryDirectory(prefix=".actions.xlsx.", dir=folder) as parts,
    ):
        try:
            _write_book(draft, parts, found.tables)
        except FileCreateError as error:
            raise OSError(*error.args[0].args) from error
    return [target]


def _write_book(draft: Path, parts: str, arranged: dict[str, Table]) -> None:
    """Write the workbook row by row, for an archive fits no memory; sheets wait among the parts."""
    settings = {"constant_memory": True, "tmpdir": parts, **_NO_GUESSES}
    with Workbook(draft, settings) as book:
        book.use_zip64()
        book.set_properties(_PROPERTIES)
        looks = Looks(book)
        sheets = {name: book.add_worksheet(name) for name in _ORDER}
        cuts = []
        for name, table in SHEETS.items():
            cuts += write_table(sheets[name], arranged[table], looks)
        write_summary(book, sheets["Summary"], arranged, cuts, looks)
        _write_dictionary(sheets["Data dictionary"], looks)


def _write_dictionary(sheet: Worksheet, looks: Looks) -> None:
    rows = [
        (name, column.name, KIND_WORDS[column.kind], ", ".join(column.words), column.description)
        for name, table in SHEETS.items()
        for column in dictionary(table)
    ]
    write_heading(sheet, list(_WIDTHS), looks, len(rows))
    widths = list(_WIDTHS.values())
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    fit_on_paper(sheet, widths)
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, height(row, widths), looks.line)
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, looks.text)
