"""Reads PDFs with one tool and prints each file's rows as JSON; run by itself, in a new process.

Imports nothing of this project, for the other tools live in an environment of their own.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

Rows = list[list[str]]
TEXT_FORMATS = ("csv", "json", "datapackage")


def actionplans(paths: Sequence[Path]) -> dict[str, Rows]:
    """The whole pipeline, by the command that users type, as it stands beside this Python."""
    found: dict[str, Rows] = {path.name: [] for path in paths}
    with tempfile.TemporaryDirectory() as out:
        command = [str(Path(sys.executable).parent / "actionplans"), "extract", "--out", out]
        formats = [part for name in TEXT_FORMATS for part in ("--format", name)]
        subprocess.run([*command, *formats, "--", *map(str, paths)], check=True)  # noqa: S603
        with Path(out, "actions.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                found[row["document"]].append(list(row.values()))
    return found


def pdfplumber(paths: Sequence[Path]) -> dict[str, Rows]:
    """Tables, page by page, each page closed before the next."""
    import pdfplumber

    found = {}
    for path in paths:
        rows: Rows = []
        with pdfplumber.open(path) as document:
            for page in document.pages:
                rows += [_texts(row) for table in page.extract_tables() for row in table]
                page.close()
        found[path.name] = rows
    return found


def camelot_lattice(paths: Sequence[Path]) -> dict[str, Rows]:
    """Ruled tables, by its defaults."""
    return dict(_by_camelot(paths))


def camelot_vector(paths: Sequence[Path]) -> dict[str, Rows]:
    """Ruled tables, from the lines as drawn."""
    return dict(_by_camelot(paths, engine="vector"))


def _by_camelot(paths: Sequence[Path], **options: str) -> Iterator[tuple[str, Rows]]:
    import camelot

    for path in paths:
        tables = camelot.read_pdf(str(path), pages="all", flavor="lattice", **options)
        yield path.name, [_texts(row) for table in tables for row in table.df.values.tolist()]


def pypdfium2(paths: Sequence[Path]) -> dict[str, Rows]:
    """No tables: each character with box, font and colour, and each path with its points."""
    import ctypes

    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    box, colour = raw.FS_RECTF(), [ctypes.c_uint() for _ in range(4)]
    name, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in paths:
        document = pdfium.PdfDocument(path)
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                raw.FPDFText_GetUnicode(text.raw, index)
                raw.FPDFText_GetLooseCharBox(text.raw, index, box)
                raw.FPDFText_GetFontInfo(text.raw, index, name, 256, flags)
                raw.FPDFText_GetFontSize(text.raw, index)
                raw.FPDFText_GetFillColor(text.raw, index, *colour)
            for item in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
                raw.FPDFPageObj_GetFillColor(item.raw, *colour)
                for index in range(raw.FPDFPath_CountSegments(item.raw)):
                    segment = raw.FPDFPath_GetPathSegment(item.raw, index)
                    raw.FPDFPathSegment_GetPoint(segment, x, y)
            text.close()
            page.close()
        document.close()
    return {}


def _texts(cells: Sequence[Any]) -> list[str]:
    return ["" if cell is None else str(cell) for cell in cells]


TOOLS: dict[str, Callable[[Sequence[Path]], dict[str, Rows]]] = {
    tool.__name__: tool
    for tool in (actionplans, pypdfium2, pdfplumber, camelot_vector, camelot_lattice)
}

if __name__ == "__main__":
    json.dump(TOOLS[sys.argv[1]]([Path(path) for path in sys.argv[2:]]), sys.stdout)
