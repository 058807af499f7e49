"""Last columns of a spreadsheet without borders belong to the rows that they stand level with."""

from collections.abc import Sequence

import pytest

from extract.stitching.bare_sides import bare_sides
from extract.stitching.sheets import put_together
from extract.tables.finding import PageTable, PageTables
from extract.text.lexicon import Lexicon
from extract.text.words import Line
from tests.extract.drawn import drawn_line, drawn_page, drawn_table

HEADINGS = ("No.", "Recommendation", "Action", "Target date")
NOTHING = Lexicon([])


def plan(page: int, numbers: Sequence[int]) -> PageTables:
    """Draw the first columns of some rows, read without rules: each row is 30 points high.

    Only single words are drawn: spaces of half an em would part columns.
    """
    rows = [(str(n), f"Agree\n{n}", f"Write{n}", "June") for n in numbers]
    table = drawn_table([HEADINGS, *rows], page=page)._replace(reading="unruled")
    return drawn_page(page, [table])


def beside(page: int, texts: Sequence[str], *, down: float = 0.0) -> PageTables:
    """Draw texts on a page, each as high as the row of its place, or further down."""
    return drawn_page(page, lines=_lines(texts, down))


def _lines(texts: Sequence[str], down: float) -> list[Line]:
    return [
        drawn_line(part, 40, 110 + 30 * row + 12 * at + down)
        for row, text in enumerate(texts)
        for at, part in enumerate(text.split("\n"))
    ]


def cells(table: PageTable) -> list[list[str]]:
    """Return the texts of a table, row by row."""
    return [[c.text for c in table.row(row)] for row in range(table.rows)]


def test_a_column_of_its_own_goes_beside_its_rows() -> None:
    """It makes no table by itself; pages stand down then over, or over then down."""
    first, third = plan(1, [1, 2, 3]), beside(3, ["Progress", "Held.", "Sent\nout.", "No."])
    second, fourth = plan(2, [4, 5]), beside(4, ["Progress", "Begun\nnow.", "Ready."])
    for order in ((first, second, third, fourth), (first, third, second, fourth)):
        numbered = [p._replace(page=n) for n, p in enumerate(order, start=1)]
        joined = [t for p in put_together(numbered, NOTHING) for t in p.tables]
        assert [row[-1] for t in joined for row in cells(t)] == [
            *("Progress", "Held.", "Sent out.", "No."),
            *("Progress", "Begun now.", "Ready."),
        ]


def test_several_columns_go_beside_their_rows() -> None:
    """They are parted between their headings."""
    page = beside(2, ["Evidence", "Audit", "Survey", "Minutes"])
    page = page._replace(
        lines=(*page.lines, *_at(300, ["Progress", "Done.", "Begun.", "Waiting."]))
    )
    (table,) = [t for p in put_together([plan(1, [1, 2, 3]), page], NOTHING) for t in p.tables]
    assert [row[4:] for row in cells(table)] == [
        ["Evidence", "Progress"],
        ["Audit", "Done."],
        ["Survey", "Begun."],
        ["Minutes", "Waiting."],
    ]


def _at(x: float, texts: Sequence[str]) -> list[Line]:
    return [drawn_line(text, x, 110 + 30 * row) for row, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "down"),
    [
        (("Progress", "Held.", "Sent.", "No."), 4.0),  # not level with the rows
        (("Action", "Held.", "Sent.", "No."), 0.0),  # no heading that the plan lacks
        (("Families", "Held.", "Sent.", "No."), 0.0),
        (("Progress", "Held."), 0.0),  # too little to tell
    ],
)
def test_other_text_is_left_alone(texts: Sequence[str], down: float) -> None:
    """What is not level with rows below a heading of its own is no column of theirs."""
    assert bare_sides([plan(1, [1, 2, 3]), beside(2, texts, down=down)], NOTHING) is None
