"""Pictures of what was read on each page."""

from pathlib import Path

from PIL import Image

from extract.plan import read_plan
from extract.readings import JOINED, draw_readings, marks_of

SAMPLES = Path(__file__).parents[2] / "samples"


def test_each_plan_page_is_drawn_at_its_own_shape(tmp_path: Path) -> None:
    """A picture for each plan page, as wide for its height as the page."""
    source = SAMPLES / "rows_broken_over_pages.pdf"
    plan = read_plan(source)
    paths = draw_readings(source, plan, tmp_path)
    assert [path.name for path in paths] == [f"page-{n:03d}.png" for n in plan.plan_pages]
    with Image.open(paths[0]) as image:
        assert image.width > image.height


def test_rows_joined_over_a_page_are_marked_as_such() -> None:
    """A row that goes on over the page stands out on both of its pages."""
    plan = read_plan(SAMPLES / "rows_broken_over_pages.pdf")
    joined = [r for s in plan.sections for r in s.rows if r.last_page > r.first_page]
    pages = {p for row in joined for p in range(row.first_page, row.last_page + 1)}
    marked = {p for p in plan.plan_pages if any(m.colour == JOINED for m in marks_of(plan, p))}
    assert joined
    assert marked == pages
