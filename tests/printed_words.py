"""Counts the words that a document prints, and those that its rows and its named rules hold."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.pdf.reader import open_document, read_pages
from extract.records import Cell, PrintedPlan, Section
from extract.tables.upright import upright
from extract.text.words import lines_of, turned, words_of

WORD = re.compile(r"\w+")


def words_printed(path: Path, pages: Iterable[int]) -> Counter[str]:
    """Count the words on some pages, whatever they stand in."""
    document = open_document(path)
    try:
        contents = [upright(page) for page in read_pages(document) if page.number in set(pages)]
    finally:
        document.close()
    found: Counter[str] = Counter()
    for content in contents:
        words = words_of(content.glyphs)
        level = [word for word in words if word.turn == 0]
        # Slanted words are a watermark, which is named as such.
        aside = [turned(word) for word in words if word.turn > 0]
        for line in lines_of(level) + lines_of(aside):
            found.update(WORD.findall(line.text))
    return found


def words_in_rows(plan: PrintedPlan) -> Counter[str]:
    """Count the words of all rows, those of a cell merged over several rows once."""
    cells = (cell for section in plan.sections for cell in _own_cells(section))
    return Counter(word for cell in cells for word in WORD.findall(cell.printed))


def words_unnamed(plan: PrintedPlan, words: Iterable[str]) -> list[str]:
    """Return the words that stand in no heading, agency, full-width row, key or text outside."""
    # Narrow headings are recorded whole and printed in pieces.
    named = "".join(_named(plan)).casefold()
    return sorted(word for word in set(words) if word.casefold() not in named)


def _named(plan: PrintedPlan) -> Iterator[str]:
    texts = [plan.title, *(text.text for text in plan.other_text)]
    texts += [f"{entry.hue} {entry.meaning}" for entry in plan.legend]
    for section in plan.sections:
        texts += [column.heading for column in section.columns]
        bands = [band for row in section.rows for band in (row.recommendation, row.theme)]
        texts += [band.printed for band in (section.agency, *bands) if band]
    return ("".join(WORD.findall(text)) for text in texts)


def _own_cells(section: Section) -> Iterator[Cell]:
    for row in section.rows:
        yield from (cell for cell in row.cells if cell is not None and not cell.filled_down)
