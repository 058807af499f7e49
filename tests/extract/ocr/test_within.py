"""A table that was pasted as a picture into a page of letters is read with it."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.ocr.choice import pictures_within
from extract.pdf.reader import open_document
from extract.plan import read_plan
from extract.records import PrintedPlan
from tests.extract.recognisers import SAMPLES, need_a_recogniser, pages_of

need_a_recogniser()

PLAN = "two_plans_with_other_columns"
PROSE = "The Board met in June and agreed the plan below, which it will look at again each quarter."


def paste(path: Path, *, label: str = "") -> None:
    """Draw a page with a paragraph, the picture of a plan's page below it, and letters on that."""
    page = pdfium.PdfDocument(SAMPLES / f"{PLAN}.pdf")[0]
    width, height = page.get_size()
    canvas = Canvas(str(path), pagesize=(width, height + 300))
    for line in range(4):
        canvas.drawString(40, height + 250 - 14 * line, PROSE[: 90 - 10 * line])
    canvas.drawImage(ImageReader(page.render(scale=200 / 72).to_pil()), 0, 20, width, height)
    if label:
        canvas.drawString(300, 8, label)
    canvas.save()


def words_in(plan: PrintedPlan) -> str:
    """All that stands in its rows."""
    cells = (cell for s in plan.sections for row in s.rows for cell in row.cells if cell)
    return " ".join(" ".join(cell.text.split()) for cell in cells)


def test_a_pasted_table_is_read(tmp_path: Path) -> None:
    """All its rows come out, marked as recognised, and the letters of the page come once."""
    path = tmp_path / "pasted.pdf"
    paste(path)
    plan = read_plan(path)
    assert sum(len(section.rows) for section in plan.sections) == 7
    assert "Adopt the nine-point clutter scale" in words_in(plan)
    (doubt,) = [d for d in plan.doubts if d.kind == "read_by_ocr"]
    assert "picture" in doubt.message
    assert "page is a picture" not in doubt.message
    assert " ".join(text.text for text in plan.other_text).count("agreed the plan below") <= 4
    rows = [row for section in plan.sections for row in section.rows]
    tops = [cell.places[0].box.top for row in rows for cell in row.cells if cell]
    assert min(tops) > 100


def test_it_is_not_read_where_pictures_may_not_be(tmp_path: Path) -> None:
    """`never` reads the letters alone."""
    path = tmp_path / "pasted.pdf"
    paste(path)
    assert read_plan(path, "never").sections == ()


def test_what_stands_as_letters_on_the_picture_comes_once(tmp_path: Path) -> None:
    """The picture of the page shows them, too."""
    path = tmp_path / "labelled.pdf"
    paste(path, label="Figure 4")
    assert " ".join(t.text for t in read_plan(path).other_text).count("Figure 4") <= 1


@pytest.mark.parametrize("kind", ["photograph", "chart"])
def test_other_pictures_are_left_alone(kind: str, tmp_path: Path) -> None:
    """A photograph is on no paper, and a chart holds no grid."""
    import numpy as np
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (900, 700), "white")
    if kind == "photograph":
        noise = np.random.default_rng(1).integers(0, 255, (70, 90, 3), dtype=np.uint8)
        picture = Image.fromarray(noise).resize((900, 700))
    pen = ImageDraw.Draw(picture)
    for bar in range(6):
        pen.rectangle((100 + 120 * bar, 600 - 70 * bar, 180 + 120 * bar, 600), fill="#4472c4")
    path = tmp_path / f"{kind}.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    canvas.drawString(40, 760, PROSE)
    canvas.drawImage(ImageReader(picture), 60, 200, 450, 350)
    canvas.save()
    (page,) = pages_of(path)
    looked_at = pictures_within(open_document(path), page, "auto")
    assert (looked_at == []) == (kind == "photograph")
    assert "read_by_ocr" not in {doubt.kind for doubt in read_plan(path).doubts}
