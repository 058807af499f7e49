"""Pictures of pages: small, sharp, and of the page as displayed."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from extract.pictures import ENOUGH_BYTES, WIDTH, draw_pages
from extract.records import PagePicture, PrintedPlan
from tests.actionplans.made_pdfs import make_plan


def plan_of(pages: tuple[int, ...]) -> PrintedPlan:
    """Make a plan that is printed on some pages."""
    return PrintedPlan(
        document="a.pdf",
        sha256="ab" * 32,
        bytes=1,
        pages=3,
        title="",
        sections=(),
        legend=(),
        other_text=(),
        doubts=(),
        plan_pages=pages,
        unplaced_characters=0,
    )


def draw(source: Path, *pages: int) -> list[tuple[PagePicture, Image.Image]]:
    """Draw pages and open the pictures."""
    folder = source.with_name("pictures")
    drawn = draw_pages(source, plan_of(pages), folder)
    return [(one, Image.open(folder / one.file).convert("RGB")) for one in drawn]


def make_page(target: Path, width: float, height: float, rotation: int = 0) -> Path:
    """Make a page whose top left corner, before it is turned, is red."""
    canvas = Canvas(str(target), pagesize=(width, height), invariant=1)
    canvas.setFillColor(HexColor("#ff0000"))
    canvas.rect(0, height * 0.75, width / 4, height / 4, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    with pdfium.PdfDocument(target.read_bytes()) as document:
        document[0].set_rotation(rotation)
        document.save(target)
    return target


def test_only_pages_of_the_plan_are_drawn(tmp_path: Path) -> None:
    """Each into a file that is named by content and page."""
    canvas = Canvas(str(tmp_path / "a.pdf"), invariant=1)
    for number in range(3):
        canvas.drawString(100, 100, f"Page {number}")
        canvas.showPage()
    canvas.save()
    drawn = draw(tmp_path / "a.pdf", 1, 3)
    assert [one.file for one, _ in drawn] == [f"{'ab' * 32}-1.webp", f"{'ab' * 32}-3.webp"]
    assert len(list((tmp_path / "pictures").iterdir())) == 2


def test_small_print_can_be_read_and_the_file_is_small(tmp_path: Path) -> None:
    """A page of a plan: wide enough, and every colour as it is."""
    ((picture, image),) = draw(make_plan(tmp_path / "a.pdf", rows=9), 1)
    assert image.width == WIDTH
    assert picture.width / picture.height == pytest.approx(image.width / image.height, rel=0.01)
    assert (tmp_path / "pictures" / picture.file).stat().st_size < ENOUGH_BYTES


@pytest.mark.parametrize(
    ("rotation", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))]
)
def test_a_turned_page_is_drawn_as_displayed(
    tmp_path: Path, rotation: int, corner: tuple[int, int]
) -> None:
    """The places of cells are given in the same way."""
    ((picture, image),) = draw(make_page(tmp_path / "a.pdf", 600, 400, rotation), 1)
    assert (picture.width, picture.height) == ((600, 400) if rotation % 180 == 0 else (400, 600))
    x, y = ((20 if side == 0 else size - 20) for side, size in zip(corner, image.size, strict=True))
    assert image.getpixel((x, y)) == (255, 0, 0)


def test_a_page_of_a_strange_shape_is_drawn_coarser(tmp_path: Path) -> None:
    """A strip as long as a street would not fit into memory."""
    ((_, image),) = draw(make_page(tmp_path / "a.pdf", 100, 14_000), 1)
    assert image.width * image.height <= 4_010_000


def test_a_page_that_cannot_be_drawn_costs_only_its_picture(tmp_path: Path) -> None:
    """The others are drawn."""
    source = make_page(tmp_path / "a.pdf", 600, 400)
    assert [one.page for one, _ in draw(source, 1, 7)] == [1]


def test_a_scan_is_drawn_less_exactly(tmp_path: Path) -> None:
    """Noise cannot be written small; it is made smaller than exact pixels would be."""
    noise = Image.effect_noise((1200, 850), 60).convert("RGB")
    noise.save(tmp_path / "noise.png")
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(1200, 850), invariant=1)
    canvas.drawImage(str(tmp_path / "noise.png"), 0, 0)
    canvas.showPage()
    canvas.save()
    ((picture, _),) = draw(tmp_path / "a.pdf", 1)
    assert (tmp_path / "pictures" / picture.file).stat().st_size < 250_000
