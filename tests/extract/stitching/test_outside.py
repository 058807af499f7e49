"""Lines outside of tables: the title, the headings, and the rest."""

import pytest

from extract.page import Fill
from extract.stitching.outside import body_size, headings_of, is_heading, title_of
from tests.extract.drawn import drawn_line, drawn_page, drawn_table

PROSE = "The panel met four times and heard from each of the agencies that knew the family."


@pytest.mark.parametrize(
    ("text", "look", "heading"),
    [
        ("Westmarch Police", {"bold": True}, True),
        ("Westmarch Police", {"size": 12.0}, True),
        ("Westmarch Police", {"colour": "#1f3864"}, True),
        ("Westmarch Police", {}, False),
        ("Police, council,", {"bold": True}, False),
        ("1 2 3", {"bold": True}, False),
        (PROSE * 3, {"bold": True}, False),
    ],
)
def test_a_heading_is_set_apart(text: str, look: dict[str, object], heading: bool) -> None:
    """Bold, larger or coloured, short, and no part of a sentence."""
    assert is_heading(drawn_line(text, **look), 10.0) is heading  # type: ignore[arg-type]


def test_most_text_has_the_size_of_the_body() -> None:
    """In tables and outside of them."""
    title = drawn_line("Action plan", size=16)
    page = drawn_page(1, [drawn_table([["Train all the staff", "Police"]])], [title])
    assert body_size([page]) == 10.0


def test_a_heading_of_two_full_lines_is_one() -> None:
    """Two short ones, one under the other, are two."""
    long = [
        drawn_line("Westmarch Hospitals NHS Foundation Trust and the", bold=True),
        drawn_line("Ambulance Service", baseline=112, bold=True),
    ]
    short = [drawn_line("Police", bold=True), drawn_line("Council", baseline=112, bold=True)]
    page = drawn_page(1)
    assert len(headings_of(page, long, 10.0)) == 1
    assert len(headings_of(page, short, 10.0)) == 2


def test_lines_in_one_coloured_banner_are_one_heading() -> None:
    """Though neither of them is full."""
    lines = [drawn_line("Police", bold=True), drawn_line("Council", baseline=112, bold=True)]
    page = drawn_page(1)._replace(fills=(Fill(-5, 85, 300, 120, "#dddddd"),))
    assert [caption.text for caption in headings_of(page, lines, 10.0)] == ["Police Council"]


def test_the_name_of_the_first_agency_is_no_title() -> None:
    """Where another agency's name is set alike; a masthead that stands alone is the title."""
    first, second = (
        drawn_line(t, size=13, bold=True) for t in ("Westmarch Police", "Kelby Council")
    )
    pages = [drawn_page(1, [], [first]), drawn_page(2, [], [second])]
    assert title_of(pages, {}) == []
    assert title_of([pages[0], drawn_page(2, [], [drawn_line("Kelby Council")])], {}) == [first]
    band = drawn_table([["", ""], ["Train", "June"]])
    alone = band.cells[0]._replace(lines=(second,))
    read_in = band._replace(cells=(alone, *band.cells[1:]))
    assert title_of([pages[0], drawn_page(2, [read_in])], {}) == []


def test_the_title_is_the_largest_text() -> None:
    """With its second line, but not what stands below it in smaller type."""
    lines = [
        drawn_line("Safer Westmarch", size=10),
        drawn_line("Domestic Homicide Review", baseline=130, size=18),
        drawn_line("Action plan", baseline=152, size=18),
        drawn_line("May 2021", baseline=175, size=12),
    ]
    title = title_of([drawn_page(1, lines=lines)], {})
    assert [line.text for line in title] == ["Domestic Homicide Review", "Action plan"]


def test_a_running_header_is_no_title() -> None:
    """However large it is."""
    lines = [drawn_line("DRAFT", size=30), drawn_line("Action plan", baseline=150, size=14)]
    title = title_of([drawn_page(1, lines=lines)], {(1, 0): "running_header"})
    assert [line.text for line in title] == ["Action plan"]
