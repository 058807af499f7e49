"""Where no rule parts rows, numbers, blocks of text and bands do."""

from extract.tables.row_starts import is_band, row_starts
from extract.text.words import Line, lines_of, words_of
from tests.extract.drawn import glyphs

EDGES = [0.0, 30.0, 200.0, 300.0, 400.0]
OPEN = [0.0, 100.0, 200.0, 300.0, 400.0]


def page(*texts: tuple[float, float, str], bold: bool = False) -> list[Line]:
    """Draw texts, each at an x and a baseline, and give the lines they make."""
    drawn = [g for x, y, text in texts for g in glyphs(text, x, y, bold=bold)]
    return lines_of(words_of(drawn))


def test_rows_begin_at_their_numbers() -> None:
    """Whatever gaps a long text between them has."""
    lines = page(
        (2, 100, "1"), (32, 100, "Train"), (202, 100, "Chair"),
        (32, 112, "staff"), (32, 140, "Again"),
        (2, 160, "2"), (32, 160, "Write"), (202, 160, "Board"),
    )  # fmt: skip
    assert row_starts(lines, EDGES) == [92, 152]


def test_a_row_begins_at_a_number_that_was_misread() -> None:
    """Recognisers take '1b' for 'Ib'; its row must not be lost in the one above."""
    lines = page(
        (2, 100, "la"), (32, 100, "Train"), (32, 112, "staff"),
        (2, 160, "Ib"), (32, 160, "Write"),
        (2, 190, "2"), (32, 190, "Meet"),
    )  # fmt: skip
    assert row_starts(lines, EDGES) == [92, 152, 182]


def test_a_number_in_the_middle_of_its_row_does_not_cut_it() -> None:
    """Cells are centred: the row begins at the widest white above the number."""
    lines = page(
        (32, 100, "Train"), (2, 106, "1"), (32, 112, "staff"),
        (32, 140, "Write"), (2, 146, "2"), (32, 152, "guide"),
    )  # fmt: skip
    assert row_starts(lines, EDGES) == [92, 132]


def test_blocks_that_fill_most_columns_are_rows() -> None:
    """One more paragraph in one column is none."""
    lines = page(
        (2, 100, "Train"), (102, 100, "Chair"), (202, 100, "May"), (302, 100, "Done"),
        (2, 112, "staff"),
        (2, 130, "Again"),
        (2, 150, "Write"), (102, 150, "Board"), (202, 150, "June"), (302, 150, "Late"),
    )  # fmt: skip
    assert row_starts(lines, OPEN) == [92, 142]


def test_a_fill_parts_rows_that_stand_close() -> None:
    """Its edge is a bound, unless text lies across it."""
    lines = page((2, 100, "Train"), (102, 100, "Chair"), (2, 112, "Write"), (102, 112, "Board"))
    assert row_starts(lines, OPEN, [103]) == [92, 104]
    assert row_starts(lines, OPEN, [98]) == [92]


def test_a_text_over_the_edges_of_columns_is_a_band() -> None:
    """A short one is, where it is bold."""
    assert is_band(page((2, 100, "Agency of all the people in the valley"))[0], OPEN)
    assert is_band(page((2, 100, "Police"), bold=True)[0], OPEN)
    assert not is_band(page((2, 100, "Police"))[0], OPEN)
