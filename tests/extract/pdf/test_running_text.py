"""Running text is passed over on cheap evidence, and no plan is lost by it."""

from pathlib import Path

import pytest

from bench.growth import with_tale
from extract.pdf.reader import FRONT, NEAR, open_document, read_pages
from extract.pdf.running_text import SeenLine, is_prose
from extract.plan import read_plan
from extract.records import PrintedPlan

SAMPLES = Path(__file__).parents[3] / "samples"
TALE = 22
WIDTH, HEIGHT, SIZE = 600.0, 800.0, 10.0


def lines(
    text: str = "somebody said so and nobody asked what had happened at home",
    count: int = 30,
    gap: float = 3.0,
) -> list[SeenLine]:
    """Lines of running text, one below the other."""
    return [SeenLine(text, 70.0, 520.0, 100.0 + 15 * i, gap) for i in range(count)]


def test_running_text_is_passed_over() -> None:
    """Line after line over the whole width."""
    assert is_prose(lines(), WIDTH, HEIGHT, SIZE)


def test_numbers_of_paragraphs_make_no_columns() -> None:
    """They often stand level with their text, as a line of their own."""
    numbers = [SeenLine(f"2.{i}", 50.0, 60.0, 100.0 + 45 * i, 0.0) for i in range(10)]
    assert is_prose(lines() + numbers, WIDTH, HEIGHT, SIZE)


@pytest.mark.parametrize(
    "odd",
    [
        SeenLine("Train all staff     Police     March", 70.0, 520.0, 300.0, 60.0),
        SeenLine("Named nurse", 400.0, 520.0, 205.0, 0.0),
    ],
)
def test_a_gap_or_lines_side_by_side_may_be_columns(odd: SeenLine) -> None:
    """A plan without rules has nothing else to show."""
    assert not is_prose([*lines(), odd], WIDTH, HEIGHT, SIZE)


def test_labels_of_a_plan_may_be_a_form() -> None:
    """One label may be a heading of the text; two ask for a closer look."""
    labels = [
        SeenLine(text, 70.0, 200.0, 560.0 + 20 * i, 0.0)
        for i, text in enumerate(("Lead agency: the Trust", "Target date: March 2021"))
    ]
    assert is_prose(lines() + labels[:1], WIDTH, HEIGHT, SIZE)
    assert not is_prose(lines() + labels, WIDTH, HEIGHT, SIZE)


def test_a_page_with_little_text_is_read() -> None:
    """It may be the heading of a plan that begins on the next one."""
    assert not is_prose(lines(count=3), WIDTH, HEIGHT, SIZE)


def test_only_what_is_far_from_any_table_is_passed_over(tmp_path: Path) -> None:
    """Titles stand at the front, and headings of a plan on the pages before it."""
    document = open_document(with_tale(SAMPLES / "no_rules_at_all.pdf", TALE, tmp_path))
    passed = [page.number for page in read_pages(document) if page.prose]
    document.close()
    # The page behind the front is read as well, for a table at the front may end on it.
    assert passed == list(range(FRONT + 2, TALE + 1 - NEAR))


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.stem)
def test_no_plan_is_lost_behind_a_long_tale(path: Path, tmp_path: Path) -> None:
    """Whatever its layout, with rules or without, as a table or as forms."""
    behind = read_plan(with_tale(path, TALE, tmp_path), "never")
    assert _rows(behind) == _rows(read_plan(path, "never"))


def _rows(plan: PrintedPlan) -> list[list[str]]:
    return [
        [cell.text if cell else "" for cell in row.cells]
        for section in plan.sections
        for row in section.rows
    ]
