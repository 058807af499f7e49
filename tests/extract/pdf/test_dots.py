"""Small coloured shapes, as discs that stand for ratings."""

from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from extract.pdf.reader import open_document, read_page


def test_discs_are_kept_with_their_colour_and_place(tmp_path: Path) -> None:
    """Not those in black or grey, nor what is as large as a picture."""
    canvas = Canvas(str(tmp_path / "dots.pdf"), pagesize=(200, 100))
    for at, (colour, radius) in enumerate([("#d4351c", 6), ("#222222", 6), ("#00703c", 30)]):
        canvas.setFillColor(HexColor(colour))
        canvas.circle(30 + 60 * at, 50, radius, stroke=0, fill=1)
    canvas.save()
    document = open_document(tmp_path / "dots.pdf")
    (dot,) = read_page(document[0], 1).dots
    document.close()
    assert tuple(round(v) for v in dot[:4]) == (24, 44, 36, 56)
    assert dot.colour == "#d4351c"
