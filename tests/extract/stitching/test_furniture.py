"""Page numbers and running headers are told from the plan."""

import pytest

from extract.stitching.furniture import furniture_of
from extract.tables.finding import PageTables
from extract.text.words import Line
from tests.extract.drawn import drawn_line, drawn_page

FOOT, HEAD, MIDDLE = 780.0, 30.0, 400.0


def rules_of(pages: list[list[Line]]) -> list[list[str]]:
    """Return the rule of each line, page by page; nothing for text of the plan."""
    drawn: list[PageTables] = [drawn_page(n, lines=lines) for n, lines in enumerate(pages, 1)]
    found = furniture_of(drawn, 10.0)
    return [[found.get((n, i), "") for i, _ in enumerate(p)] for n, p in enumerate(pages, 1)]


def test_a_number_at_the_foot_is_a_page_number() -> None:
    """In the forms that programs print it."""
    texts = ["3", "Page 3", "Page 3 of 12", "3 | Page", "iv", "- 3 -"]
    pages = [[drawn_line(text, baseline=FOOT)] for text in texts]
    assert rules_of(pages) == [["page_number"]] * len(texts)


def test_numbers_that_do_not_keep_step_with_the_pages_are_text() -> None:
    """A row's number may stand at the top of its page, beside real numbers of pages."""
    pages = [
        [drawn_line(str(3 * n), baseline=HEAD), drawn_line(str(n + 8), baseline=FOOT)]
        for n in range(1, 4)
    ]
    assert rules_of(pages) == [["", "page_number"]] * 3


def test_a_number_in_the_middle_of_a_page_is_text() -> None:
    """It may be the number of a row."""
    assert rules_of([[drawn_line("3", baseline=MIDDLE)]]) == [[""]]


def test_a_line_on_every_page_is_a_running_header() -> None:
    """At one height, with or without the number of the page in it."""
    pages = [
        [drawn_line("Restricted", baseline=HEAD), drawn_line(f"Draft – {n}", baseline=FOOT)]
        for n in range(1, 5)
    ]
    assert rules_of(pages) == [["running_header", "running_header"]] * 4


@pytest.mark.xfail(strict=True, reason="a number that stays the same is taken for one that counts")
def test_a_footer_may_hold_a_number_that_does_not_count() -> None:
    """A version, or how many pages there are."""
    pages = [[drawn_line(f"Draft 2 – {n} of 4", baseline=FOOT)] for n in range(1, 5)]
    assert rules_of(pages) == [["running_header"]] * 4


def test_a_line_on_one_page_is_none() -> None:
    """A heading may stand at the top of its page."""
    pages = [[drawn_line(text, baseline=HEAD)] for text in ("Police", "Council", "Hospital")]
    assert rules_of(pages) == [[""], [""], [""]]


def test_large_type_is_a_heading_however_often_it_comes() -> None:
    """'Recommendation 1', 'Recommendation 2' count the pages of their own sections."""
    pages = [[drawn_line(f"Recommendation {n}", baseline=HEAD + 20, size=18)] for n in range(1, 5)]
    assert rules_of(pages) == [[""]] * 4
