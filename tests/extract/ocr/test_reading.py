"""Pages that are pictures yield the same rows as pages of letters."""

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.errors import NoTextLayer, RecognitionForbidden
from extract.ocr.choice import Ocr, pages_to_read
from extract.ocr.installed import EngineName
from extract.pdf.reader import open_document
from extract.plan import plan_of, read_plan
from extract.records import PrintedPlan
from tests.extract.recognisers import ENGINES, SAMPLES, need_a_recogniser, pages_of, recognised

need_a_recogniser()

from extract.ocr.marks import marked  # noqa: E402 - only where a recogniser is installed
from samples.outline import outline  # noqa: E402
from samples.scan import SCANS, Scan, scan  # noqa: E402

PLAN = "two_plans_with_other_columns"
each_engine = pytest.mark.parametrize("engine", ENGINES)


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Scan a plan of one page."""
    path = tmp_path_factory.mktemp("scans") / f"{PLAN}.pdf"
    scan(SAMPLES / f"{PLAN}.pdf", path, SCANS["200dpi"])
    return path


@pytest.fixture(scope="module")
def outlined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print the same plan with letters drawn as shapes."""
    path = tmp_path_factory.mktemp("outlines") / f"{PLAN}.pdf"
    outline(SAMPLES / f"{PLAN}.pdf", path)
    return path


def plan_from(path: Path, engine: EngineName) -> PrintedPlan:
    """The plan on the one page of a file, as an engine reads it."""
    page = recognised(path, engine)
    return marked(plan_of(path.name, path.read_bytes(), [page]), [page])


def share_of_words_read(plan: PrintedPlan) -> float:
    """The share of the words of all actions that the plan holds."""
    actions = json.loads((SAMPLES / f"{PLAN}.expected.json").read_text("utf-8"))["actions"]
    wanted = " ".join(action["action"] for action in actions).split()
    cells = (c for s in plan.sections for r in s.rows for c in r.cells if c)
    found = set(" ".join(cell.text for cell in cells).split())
    return sum(word in found for word in wanted) / len(wanted)


@each_engine
@pytest.mark.parametrize("kind", ["150dpi", "faint", "noisy", "skewed", "stamped", "upside_down"])
def test_a_scan_yields_its_rows(engine: EngineName, kind: str, tmp_path: Path) -> None:
    """All of them, and nearly every word, however the scanner spoilt the page."""
    path = tmp_path / f"{kind}.pdf"
    scan(SAMPLES / f"{PLAN}.pdf", path, SCANS[kind])
    plan = plan_from(path, engine)
    assert sum(len(section.rows) for section in plan.sections) == 7
    assert share_of_words_read(plan) >= 0.93


@each_engine
def test_letters_drawn_as_shapes_are_read(engine: EngineName, outlined: Path) -> None:
    """Such a page has no text and no picture, either."""
    (page,) = pages_of(outlined)
    assert page.glyphs == ()
    assert share_of_words_read(plan_from(outlined, engine)) >= 0.97


@each_engine
def test_a_page_on_its_side_is_turned(engine: EngineName, tmp_path: Path) -> None:
    """Its places stay those of the page as it is displayed."""
    path = tmp_path / "sideways.pdf"
    scan(SAMPLES / "sideways_pages.pdf", path, Scan())
    page = recognised(path, engine)
    assert page.quarters in (1, 3)
    plan = marked(plan_of(path.name, path.read_bytes(), [page]), [page])
    places = [p.box for s in plan.sections for r in s.rows for c in r.cells if c for p in c.places]
    assert max(box.bottom for box in places) > max(box.x1 for box in places)


def test_words_behind_a_picture_are_taken_where_they_prove_true(tmp_path: Path) -> None:
    """A layer of exact letters is better than any recogniser, and the rules are in the picture."""
    plan = scanned_plan("layer", tmp_path)
    assert sum(len(section.rows) for section in plan.sections) == 7
    assert share_of_words_read(plan) == 1
    assert "read_by_ocr" in {doubt.kind for doubt in plan.doubts}


def test_words_behind_a_picture_are_read_again_where_they_prove_wrong(tmp_path: Path) -> None:
    """What an old recogniser made of the page is no reason to believe it."""
    assert share_of_words_read(scanned_plan("poor_layer", tmp_path)) >= 0.97


def test_words_behind_a_picture_are_used_where_nobody_may_look(tmp_path: Path) -> None:
    """And the plan says whose words they are."""
    plan = scanned_plan("layer", tmp_path, "never")
    assert share_of_words_read(plan) > 0.5
    assert any("behind it" in d.message for d in plan.doubts if d.kind == "read_by_ocr")


def scanned_plan(kind: str, folder: Path, ocr: Ocr = "auto") -> PrintedPlan:
    """The plan as read from one kind of scan."""
    path = folder / f"{kind}.pdf"
    scan(SAMPLES / f"{PLAN}.pdf", path, SCANS[kind])
    return read_plan(path, ocr)


def test_cells_say_that_they_were_recognised_and_how_surely(scanned: Path) -> None:
    """So that a person looks where the recogniser was unsure."""
    plan = read_plan(scanned)
    cells = [c for s in plan.sections for r in s.rows for c in r.cells if c and c.text]
    assert all(cell.ocr_confidence and 0.3 < cell.ocr_confidence <= 1 for cell in cells)
    assert "read_by_ocr" in {doubt.kind for doubt in plan.doubts}


def test_places_are_those_of_the_tilted_page(scanned: Path) -> None:
    """A cell is marked where it lies on the page as scanned, not on the page set level."""
    plan = read_plan(scanned)
    level = read_plan(SAMPLES / f"{PLAN}.pdf")
    for read, true in zip(plan.sections[0].rows, level.sections[0].rows, strict=True):
        for cell, its in zip(read.cells, true.cells, strict=True):
            if cell and its and cell.places:
                box, true_box = cell.places[0].box, its.places[0].box
                assert abs((box.x0 + box.x1) - (true_box.x0 + true_box.x1)) / 2 < 8
                assert abs((box.top + box.bottom) - (true_box.top + true_box.bottom)) / 2 < 8


def test_places_on_a_page_upside_down_are_those_of_the_page_as_displayed(tmp_path: Path) -> None:
    """The last row of the plan is marked at the head of the page, where it is seen."""
    plan = scanned_plan("upside_down", tmp_path)
    level = read_plan(SAMPLES / f"{PLAN}.pdf")
    width, height = pdfium.PdfDocument(SAMPLES / f"{PLAN}.pdf")[0].get_size()
    for read, true in zip(plan.sections[-1].rows, level.sections[-1].rows, strict=True):
        for cell, its in zip(read.cells, true.cells, strict=True):
            if cell and its and cell.places:
                box, true_box = cell.places[0].box, its.places[0].box
                assert abs(width - (box.x0 + box.x1) / 2 - (true_box.x0 + true_box.x1) / 2) < 8
                assert (
                    abs(height - (box.top + box.bottom) / 2 - (true_box.top + true_box.bottom) / 2)
                    < 8
                )


def test_a_document_may_mix_letters_and_pictures(scanned: Path, tmp_path: Path) -> None:
    """Only the pages that are pictures are recognised."""
    path = tmp_path / "mixed.pdf"
    mixed = pdfium.PdfDocument.new()
    for part in (SAMPLES / f"{PLAN}.pdf", scanned):
        mixed.import_pages(pdfium.PdfDocument(part))
    mixed.save(path)
    plan = read_plan(path)
    pages = [d.page for d in plan.doubts if d.kind == "read_by_ocr"]
    assert pages == [2]
    assert sum(len(section.rows) for section in plan.sections) == 14


def test_a_picture_may_be_left_unread(scanned: Path) -> None:
    """`never` does as it says."""
    with pytest.raises(RecognitionForbidden) as refusal:
        read_plan(scanned, "never")
    assert isinstance(refusal.value, NoTextLayer)


def test_always_reads_pages_that_have_letters_too() -> None:
    """For files whose letters are not what they show."""
    plan = read_plan(SAMPLES / f"{PLAN}.pdf", "always")
    assert "read_by_ocr" in {doubt.kind for doubt in plan.doubts}
    assert share_of_words_read(plan) >= 0.97


def test_a_photograph_is_not_recognised(tmp_path: Path) -> None:
    """The cover of a report is no sheet of text."""
    import numpy as np
    from PIL import Image

    noise = np.random.default_rng(1).integers(0, 255, (60, 80, 3), dtype=np.uint8)
    path = tmp_path / "cover.pdf"
    canvas = Canvas(str(path), pagesize=(600, 800))
    canvas.drawImage(ImageReader(Image.fromarray(noise).resize((600, 800))), 0, 0, 600, 800)
    canvas.save()
    document = open_document(path)
    assert pages_to_read(document, pages_of(path), "auto") == []
    assert pages_to_read(document, pages_of(path), "always") == [1]


def test_pages_of_letters_load_no_recogniser() -> None:
    """Most documents have letters; they shall not wait for OpenCV."""
    code = (
        "import sys; from pathlib import Path; from extract.plan import read_plan; "
        f"read_plan(Path({str(SAMPLES / f'{PLAN}.pdf')!r})); "
        "print({'cv2', 'numpy', 'rapidocr', 'onnxruntime'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
