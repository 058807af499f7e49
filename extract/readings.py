"""Draws on each plan page what was seen there, so that anyone can see why a row came out so.

Rules in red, fills outlined in grey, headings in violet, agency names in blue, the cells of rows
in green, and in orange those of rows joined over a page's end; each row with its number.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from extract.pdf.reader import open_document, read_page
from extract.records import Box, Cell, PrintedPlan, Row, Section

SCALE = 1.6
"""Pixels a point."""
RULE, FILL, HEADING = "#d62728", "#b0b0b0", "#8e44ad"
AGENCY, CELL, JOINED = "#1f5fbf", "#2e9e4f", "#e67e22"


class Mark(NamedTuple):
    """A box to draw on a page, with a label in its corner."""

    box: Box
    colour: str
    width: int
    label: str = ""


def draw_readings(source: Path, plan: PrintedPlan, folder: Path) -> list[Path]:
    """Write `page-NNN.png` for each plan page into a folder; give their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    document = open_document(source)
    try:
        return [_drawn(document, plan, number, folder) for number in plan.plan_pages]
    finally:
        document.close()


def marks_of(plan: PrintedPlan, page: int) -> Iterator[Mark]:
    """What was read on a page: headings and agencies first, then row after row."""
    for text in plan.other_text:
        if text.rule in ("heading", "title") and text.place.page == page:
            yield Mark(text.place.box, HEADING, 2)
    for section in plan.sections:
        if section.agency is not None:
            yield from _boxes(section.agency, page, AGENCY, f"section {section.number}")
        for row in section.rows:
            yield from _row_marks(section, row, page)


def _row_marks(section: Section, row: Row, page: int) -> Iterator[Mark]:
    colour = JOINED if row.last_page > row.first_page else CELL
    label = f"{section.number}.{row.number}"
    for cell in row.cells:
        if cell is not None and not cell.filled_down:
            yield from _boxes(cell, page, colour, label)
            label = ""
    for band in (row.theme, row.recommendation):
        if band is not None:
            yield from _boxes(band, page, HEADING, "")


def _boxes(cell: Cell, page: int, colour: str, label: str) -> Iterator[Mark]:
    for place in cell.places:
        if place.page == page:
            yield Mark(place.box, colour, 3, label)


def _drawn(document: Any, plan: PrintedPlan, number: int, folder: Path) -> Path:
    from PIL import ImageDraw  # here, because most runs draw nothing

    page = document[number - 1]
    content = read_page(page, number)
    image = page.render(scale=SCALE).to_pil().convert("RGB")
    page.close()
    draw = ImageDraw.Draw(image)
    for fill in content.fills:
        draw.rectangle([v * SCALE for v in fill[:4]], outline=FILL)
    for rule in content.rules:
        draw.line([v * SCALE for v in rule], fill=RULE, width=1)
    for mark in marks_of(plan, number):
        _draw_mark(draw, mark)
    path = folder / f"page-{number:03d}.png"
    image.save(path, "PNG")
    return path


def _draw_mark(draw: Any, mark: Mark) -> None:
    x0, top, x1, bottom = (
        v * SCALE for v in (mark.box.x0, mark.box.top, mark.box.x1, mark.box.bottom)
    )
    # Boxes drawn a little inside of their cells, or neighbours would hide each other.
    draw.rectangle(
        [x0 + 2, top + 2, max(x1 - 2, x0 + 3), max(bottom - 2, top + 3)],
        outline=mark.colour,
        width=mark.width,
    )
    if mark.label:
        draw.text((x0 + 6, bottom - 16), mark.label, fill=mark.colour)
