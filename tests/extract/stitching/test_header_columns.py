"""Columns that stand under another one's heading."""

import pytest

from extract.stitching.headers import headers_of
from extract.tables.finding import PageTable
from extract.text.lexicon import Lexicon
from tests.extract.drawn import drawn_table

NOTHING = Lexicon([])
RED, AMBER, GREEN, BLUE = "#ff0000", "#ffc000", "#00b050", "#bdd7ee"
PLAIN = ("action", "lead", "progress")


def rated(colours: list[str], words: str = "", ground: str = "") -> PageTable:
    """Draw a plan whose last heading reaches over a column of coloured cells."""
    rows = [["Action", "Lead agency", "Progress and RAG", ""]]
    rows += [["Train all staff", "Police", "Begun", words] for _ in colours]
    table = drawn_table(rows)
    cells = []
    for c in table.cells:
        if c.row == 0:
            cells += [c._replace(last_column=3)] if c.column == 2 else [c][: c.column < 2]
        else:
            cells.append(c._replace(fill=colours[c.row - 1] if c.column == 3 else ground))
    return table._replace(cells=tuple(cells))


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        (rated([RED, AMBER, GREEN]), (*PLAIN, "rag")),
        (rated([RED, "", GREEN]), (*PLAIN, "rag")),
        (rated([GREEN]), (*PLAIN, "rag")),  # the last row, alone on its page
        (rated([GREEN, GREEN, GREEN]), PLAIN),  # an ornament
        (rated([RED, AMBER, GREEN], words="see below"), PLAIN),
        (rated([BLUE, BLUE], ground=BLUE), PLAIN),  # the ground of the whole row
        (rated(["", "", ""]), PLAIN),
    ],
)
def test_coloured_cells_under_another_heading_are_ratings(
    table: PageTable, fields: tuple[str, ...]
) -> None:
    """If they hold no words, and a colour of their own."""
    (header,) = headers_of(table, NOTHING)
    assert header.fields == fields
