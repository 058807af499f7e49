"""Makes pictures of the README, of docs/how-it-works.md and of docs/outputs.md from samples.

`python docs/pictures/make.py` needs the development dependencies and LibreOffice (`soffice`), which
draws the workbook. `plan-and-sheet.png` shows two pages of the sample beside its rows in
actions.xlsx; `page-as-read.png` shows a page break with all that is read there; and
`workbook-actions.png` shows rows of the sheet Actions.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import openpyxl
import pypdfium2 as pdfium
from openpyxl.styles import Border, Side
from openpyxl.worksheet.dimensions import ColumnDimension
from PIL import Image, ImageChops, ImageDraw, ImageFont

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "samples" / "ten_page_plan.pdf"
TORN = 4
"""The row that the end of the first page breaks."""
ROWS = 7
SHOWN = {
    "agency": 20,
    "recommendation": 34,
    "target_date_text": 17,
    "completed_date_text": 34,
    "status": 16,
    "target_date": 20,
    "target_date_latest": 19,
    "first_page": 11,
    "last_page": 11,
}
"""Columns of the workbook that fit the picture, and how wide each is there."""
RATED = HERE.parents[1] / "samples" / "rag_by_fill_with_key.pdf"
SHOWN_RATED = {
    "action_id": 22,
    "agency_name": 34,
    "recommendation": 46,
    "action": 46,
    "target_date_text": 22,
    "progress": 46,
    "rag": 8,
    "status": 17,
    "target_date": 18,
    "overdue": 10,
}
"""The same for the sheet of a plan that is rated by colours."""

MARK, RULE, CELL, WHITE = (224, 112, 0), (200, 30, 30), (40, 110, 200), (255, 255, 255)
Box = tuple[float, float, float, float]


def plan_and_sheet(target: Path) -> None:
    """Show the first page and the top of the second beside the rows read from them."""
    scale, marked, pages = 1.3, _torn_boxes(), []
    for number, (top, bottom) in ((1, (0, 596)), (2, (0, 222))):
        page = _drawn(SAMPLE, number - 1, scale)
        _outline(page, marked[number], scale)
        pages.append(_framed(page.crop((0, int(top * scale), page.width, int(bottom * scale)))))
    with tempfile.TemporaryDirectory() as folder:
        sheet = _sheet(Path(folder), SAMPLE, SHOWN, ROWS, TORN)
    left = _stacked(pages)
    size = (left.width * 5 // 4, sheet.height * left.width * 5 // 4 // sheet.width)
    right = sheet.resize(size, Image.Resampling.LANCZOS)
    height = max(left.height, right.height)
    picture = Image.new("RGB", (left.width + right.width + 40, height), WHITE)
    picture.paste(left, (0, (height - left.height) // 2))
    picture.paste(right, (left.width + 40, (height - right.height) // 2))
    _save(picture, target)


def workbook_actions(target: Path) -> None:
    """Show the first rows of a plan as the workbook shows them."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = _sheet(Path(folder), RATED, SHOWN_RATED, 14, None)
    _save(
        sheet.resize((1800, sheet.height * 1800 // sheet.width), Image.Resampling.LANCZOS), target
    )


def page_as_read(target: Path) -> None:
    """Show the break between two pages: rules, cells, and the row that goes on."""
    from extract.pdf.reader import open_document, read_pages
    from extract.tables.finding import tables_of

    scale = 2.0
    document = open_document(SAMPLE)
    contents = list(read_pages(document))[:2]
    document.close()
    marked = _torn_boxes()
    parts = []
    for content, (top, bottom) in zip(contents, ((310, 588), (10, 218)), strict=True):
        page = _drawn(SAMPLE, content.number - 1, scale)
        cells = [c for t in tables_of(content).tables for c in t.cells]
        for cell in cells:
            _tint(page, cell.box, scale, CELL, 26, inset=2.5)
        for box in marked[content.number]:
            _tint(page, box, scale, MARK, 70, inset=2.5)
        draw = ImageDraw.Draw(page)
        for rule in content.rules:
            draw.line(tuple(v * scale for v in rule), fill=RULE, width=2)
        parts.append(_framed(page.crop((0, int(top * scale), page.width, int(bottom * scale)))))
    _save(_stacked([*parts, _key(parts[0].width)]), target)


def _torn_boxes() -> dict[int, list[Box]]:
    """Where the cells of the torn row stand, page by page."""
    from extract.plan import read_plan

    row = read_plan(SAMPLE).sections[0].rows[TORN - 1]
    boxes: dict[int, list[Box]] = {}
    for place in (place for cell in row.cells if cell for place in cell.places):
        box = place.box
        boxes.setdefault(place.page, []).append((box.x0, box.top, box.x1, box.bottom))
    return boxes


def _sheet(
    folder: Path, sample: Path, shown: Mapping[str, int], rows: int, torn: int | None
) -> Image.Image:
    """Draw the top of actions.xlsx, some columns hidden."""
    command = [sys.executable, "-m", "actionplans", "extract", str(sample), "--out", str(folder)]
    subprocess.run([*command, "--format", "xlsx", "--as-at", "2024-03-31"], check=True)  # noqa: S603
    book = openpyxl.load_workbook(folder / "actions.xlsx")
    for name in book.sheetnames[1:]:
        del book[name]
    sheet = book.active
    assert sheet is not None  # noqa: S101 - the workbook has a sheet
    for column in sheet.iter_cols(min_row=1, max_row=1):
        name, letter = str(column[0].value), column[0].coordinate.rstrip("1")
        sheet.column_dimensions[letter] = ColumnDimension(
            sheet, letter, width=shown.get(name, 0), hidden=name not in shown
        )
    line = Side(style="thick", color="E07000")
    names = [str(cell.value) for cell in sheet[1]]
    for row in range(2, rows + 2):
        cells = zip(names, sheet[row], strict=True)
        lines = [_lines(str(c.value or ""), shown[name]) for name, c in cells if name in shown]
        sheet.row_dimensions[row].height = 13.5 * max(lines)
    for cell in sheet[torn + 1] if torn else ():
        cell.border = Border(top=line, bottom=line)
    sheet.print_area = f"A1:AJ{rows + 1}"
    sheet.print_options.gridLines = sheet.print_options.headings = True
    sheet.oddFooter.left.text = sheet.oddFooter.right.text = None
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 1
    sheet.page_setup.fitToWidth = 1
    assert sheet.sheet_properties.pageSetUpPr is not None  # noqa: S101 - the exporter sets it
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    book.save(folder / "sheet.xlsx")
    office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*office, str(folder / "sheet.xlsx")], check=True, capture_output=True)  # noqa: S603
    return _without_margin(_drawn(folder / "sheet.pdf", 0, 3.0))


def _lines(text: str, width: int) -> int:
    """Give about how many lines a text fills in a cell."""
    return sum(1 + int(len(part) * 1.1 / width) for part in text.split("\n"))


def _drawn(path: Path, number: int, scale: float) -> Image.Image:
    document = pdfium.PdfDocument(path)
    try:
        image: Image.Image = document[number].render(scale=scale).to_pil().convert("RGB")
        return image
    finally:
        document.close()


def _without_margin(image: Image.Image) -> Image.Image:
    box = ImageChops.difference(image, Image.new("RGB", image.size, WHITE)).getbbox()
    return image.crop(box)


def _framed(image: Image.Image) -> Image.Image:
    ImageDraw.Draw(image).rectangle((0, 0, image.width - 1, image.height - 1), outline="#999999")
    return image


def _outline(image: Image.Image, boxes: Iterable[Box], scale: float) -> None:
    """Draw one line around all boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    whole = (min(lefts), min(tops), max(rights), max(bottoms))
    draw = ImageDraw.Draw(image)
    draw.rectangle(tuple(v * scale for v in whole), outline=MARK, width=4)


def _tint(
    image: Image.Image,
    box: Box,
    scale: float,
    colour: tuple[int, int, int],
    strength: int,
    inset: float,
) -> None:
    x0, top, x1, bottom = (v * scale for v in box)
    area = (int(x0 + inset), int(top + inset), int(x1 - inset), int(bottom - inset))
    if area[0] < area[2] and area[1] < area[3]:
        part = image.crop(area)
        image.paste(Image.blend(part, Image.new("RGB", part.size, colour), strength / 255), area)


def _key(width: int) -> Image.Image:
    image = Image.new("RGB", (width, 40), WHITE)
    draw, font, x = ImageDraw.Draw(image), ImageFont.load_default(22), 10
    for colour, words in (
        (RULE, "rules drawn on the page"),
        (CELL, "cells between them"),
        (MARK, "one row, joined over the page break"),
    ):
        draw.rectangle((x, 8, x + 30, 32), fill=colour)
        draw.text((x + 42, 8), words, fill="black", font=font)
        x += 92 + int(draw.textlength(words, font=font))
    return image


def _stacked(images: list[Image.Image]) -> Image.Image:
    gap = 16
    height = sum(i.height for i in images) + gap * (len(images) - 1)
    whole, y = Image.new("RGB", (max(i.width for i in images), height), WHITE), 0
    for image in images:
        whole.paste(image, (0, y))
        y += image.height + gap
    return whole


def _save(image: Image.Image, target: Path) -> None:
    image.quantize(200, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        target, optimize=True
    )


if __name__ == "__main__":
    plan_and_sheet(HERE / "plan-and-sheet.png")
    page_as_read(HERE / "page-as-read.png")
    workbook_actions(HERE / "workbook-actions.png")
