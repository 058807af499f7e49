"""Headings over columns that no rule parts may take several lines."""

import pytest

from extract.page import PageContent
from extract.tables.aligned import unruled_grids
from extract.text.words import words_of
from tests.extract.drawn import glyphs

COLUMNS = (50.0, 90.0, 250.0, 400.0, 480.0)


def page_of(rows: list[tuple[float, list[str], bool]]) -> PageContent:
    """Draw lines of texts over the columns at their baselines, bold or not."""
    drawn = [
        g
        for baseline, texts, bold in rows
        for x, text in zip(COLUMNS, texts, strict=True)
        for g in glyphs(text, x, baseline, bold=bold)
    ]
    return PageContent(1, 600, 800, tuple(drawn), (), (), 0.0, 0)


@pytest.mark.parametrize("bold", [True, False])
@pytest.mark.parametrize(
    "head",
    [
        [["No.", "Recommendation", "Action", "Target", "Evidence"], ["", "", "", "date", "of it"]],
        [["", "", "", "Target", "Evidence"], ["No.", "Recommendation", "Action", "date", "of it"]],
        [
            ["No.", "Recommendation", "Action", "Target", "Evidence"],
            ["", "", "", "date", "of"],
            ["", "", "", "", "outcome"],
        ],
    ],
)
def test_the_later_lines_of_headings_are_no_row(head: list[list[str]], *, bold: bool) -> None:
    """Even where the first line alone reads more like headings than all of them."""
    rows = [(100.0 + 12 * i, texts, bold) for i, texts in enumerate(head)]
    start = rows[-1][0] + 24
    rows += [
        (start, ["1", "Train all staff", "Hold a course", "May 2020", "A register"], False),
        (start + 12, ["", "in this work", "each year", "", "is kept"], False),
        (start + 40, ["2", "Share more", "Write to all", "June 2020", "Letters"], False),
        (start + 80, ["3", "Share again", "Write to some", "July 2020", "Replies"], False),
    ]
    content = page_of(rows)
    (grid,) = unruled_grids(content, words_of(content.glyphs), [], [])
    assert grid.rows == 4
    assert rows[len(head) - 1][0] < grid.ys[1] < start


def test_a_row_close_under_headings_is_a_row() -> None:
    """Its words make no headings of those above."""
    rows = [
        (100.0, ["No.", "Recommendation", "Action", "Target", "Evidence"], True),
        (114.0, ["1", "Train all staff", "Hold a course", "May 2020", "A register"], True),
        (150.0, ["2", "Share more", "Write to all", "June 2020", "Letters"], False),
        (190.0, ["3", "Share again", "Write to some", "July 2020", "Replies"], False),
    ]
    content = page_of(rows)
    (grid,) = unruled_grids(content, words_of(content.glyphs), [], [])
    assert grid.rows == 4


FAR_APART = [
    (100.0, ["No.", "Recommendation", "Action", "Target", "Evidence"], True),
    (124.0, ["1", "Train all staff", "Hold a course", "May 2020", "A register"], False),
    (224.0, ["2", "Share more", "Write to all", "June 2020", "Letters"], False),
]


@pytest.mark.parametrize("caption", [None, "Housing"])
def test_rows_go_on_below_white_as_high_as_many_lines(caption: str | None) -> None:
    """Where texts begin in the same columns; a bold line may name what follows."""
    named = [(290.0, [caption, "", "", "", ""], True)] if caption else []
    last = (324.0, ["3", "Share again", "Write to some", "July 2020", "Replies"], False)
    content = page_of([*FAR_APART, *named, last])
    (grid,) = unruled_grids(content, words_of(content.glyphs), [], [])
    assert grid.rows == 4 + len(named)
    assert grid.ys[-1] > 324


def test_running_text_below_a_plan_is_none_of_it() -> None:
    """Nor is a table whose texts begin elsewhere."""
    prose = [
        (424.0 + 12 * n, "The family was told of all this in the spring of that year")
        for n in (0, 1)
    ]
    texts = [glyphs(text, 50, baseline) for baseline, text in prose]
    shifted = [glyphs("Kent", x + 8, 424) for x in COLUMNS]
    for below in (texts, shifted):
        content = page_of(FAR_APART)
        content = content._replace(glyphs=(*content.glyphs, *(g for t in below for g in t)))
        (grid,) = unruled_grids(content, words_of(content.glyphs), [], [])
        assert grid.ys[-1] < 300
